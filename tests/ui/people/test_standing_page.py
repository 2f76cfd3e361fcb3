"""How things stand with somebody, on their page: the strip, promises, writing and calling."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.place import Place
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.domain.timeline import TimelineFilter
from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import JobRunner
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.page import PeopleRoom
from relate_desktop.ui.people.person import PersonPage
from relate_desktop.ui.timeline.making import timeline
from tests.clock import START, a_clock
from tests.open_book import a_book, a_person

TODAY = date(2026, 3, 14)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        yield opened


@pytest.fixture
def misaki(book: OpenBook) -> ContactId:
    lines = ("PRONOUNS:she/her", "EMAIL:misaki@example.com", "TEL:+81 75 000 0142", "TZ:Pacific/Auckland")
    return book.contacts.add(a_person("Misaki", *lines))


@pytest.fixture
def room(book: OpenBook, misaki: ContactId, qtbot: QtBot) -> Iterator[PeopleRoom]:
    runner, news = JobRunner(), News()
    work = Work(runner)
    news.follow(book.listen)
    made = PeopleRoom(
        book,
        work,
        news,
        a_clock(),
        timeline=lambda: timeline("person.timeline", book, work),
        preferences=book.preferences,
    )
    qtbot.addWidget(made)
    made.resize(1064, 800)
    made.show()
    made.go(Place.person(misaki))
    qtbot.waitUntil(lambda: made.person.view is not None)
    yield made
    news.stop()
    work.close()
    runner.close()


class Desktop(QObject):
    """Takes the addresses that the desktop is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    taker = Desktop()
    for scheme in ("mailto", "tel", "sms"):
        QDesktopServices.setUrlHandler(scheme, taker, "take")  # type: ignore[arg-type]
    yield taker
    for scheme in ("mailto", "tel", "sms"):
        QDesktopServices.unsetUrlHandler(scheme)


def page_of(room: PeopleRoom) -> PersonPage:
    return room.person


def is_visible(page: QWidget, name: str) -> bool:
    found = page.findChild(QWidget, name)
    return found is not None and found.isVisible()


def wrote(book: OpenBook, contact: ContactId, day: int, direction: Direction = Direction.MINE) -> None:
    book.timeline.log([contact], InteractionKind.MESSAGE, direction, Happened(date(2026, 3, day)))


def choose(menu: QMenu, words: str) -> None:
    menu.aboutToShow.emit()
    menus = [menu, *menu.findChildren(QMenu)]
    found: QAction = next(one for each in menus for one in each.actions() if one.text() == words)
    found.trigger()


def test_the_strip_follows_what_is_written_down(
    room: PeopleRoom, book: OpenBook, misaki: ContactId, qtbot: QtBot
) -> None:
    page = page_of(room)
    assert page.summary.last.text() == "Nothing written yet"
    wrote(book, misaki, 12, Direction.THEIRS)
    qtbot.waitUntil(lambda: page.summary.last.text() == "Thursday, she wrote")
    assert page.summary.last.accessibleName() == "Last in touch, Thursday, she wrote"


def test_a_rhythm_is_chosen_from_the_menu(
    room: PeopleRoom, book: OpenBook, misaki: ContactId, qtbot: QtBot
) -> None:
    page = page_of(room)
    choose(page.summary.menu, "Every 3 weeks")
    qtbot.waitUntil(lambda: page.summary.rhythm.value == "About every 3 weeks")
    assert page.summary.rhythm.accessibleName() == "Stay in touch, About every 3 weeks"
    choose(page.summary.menu, "No rhythm of their own")
    qtbot.waitUntil(lambda: page.summary.rhythm.value == "No rhythm")
    assert book.rhythms.of(misaki).cadence is None


def test_wishes_are_kept(room: PeopleRoom, book: OpenBook, misaki: ContactId, qtbot: QtBot) -> None:
    page = page_of(room)
    choose(page.summary.menu, "2 weeks")
    qtbot.waitUntil(lambda: book.rhythms.of(misaki).wishes.least_gap == 14)
    choose(page.summary.menu, "No more contact")
    qtbot.waitUntil(lambda: page.summary.rhythm.value == "No more contact")


def test_a_pause_can_be_ended(room: PeopleRoom, book: OpenBook, misaki: ContactId, qtbot: QtBot) -> None:
    page = page_of(room)
    choose(page.summary.menu, "28 Mar, in 2 weeks")
    qtbot.waitUntil(lambda: page.summary.rhythm.value == "Paused until 28 Mar")
    choose(page.summary.menu, "Go on now")
    qtbot.waitUntil(lambda: page.summary.rhythm.value == "No rhythm")


def test_a_learned_rhythm_is_agreed_to(
    room: PeopleRoom, book: OpenBook, misaki: ContactId, qtbot: QtBot
) -> None:
    page = page_of(room)
    for day in (1, 4, 7, 10, 13):
        wrote(book, misaki, day, Direction.BOTH)
    qtbot.waitUntil(lambda: page.summary.rhythm.value == "Usually every 3 days")
    choose(page.summary.menu, "Keep an eye on your usual rhythm, every 3 days")
    qtbot.waitUntil(lambda: page.summary.rhythm.value == "About every 3 days")
    assert book.rhythms.of(misaki).agreed


def test_the_usual_rhythm_is_offered_once(
    room: PeopleRoom, book: OpenBook, misaki: ContactId, qtbot: QtBot
) -> None:
    page = page_of(room)
    for day in (1, 3, 5, 7, 9, 11):
        wrote(book, misaki, day, Direction.BOTH)
    qtbot.waitUntil(page.offer_card.isVisible)
    assert "every 2 days" in page.offer_card.text.text()
    page.offer_card.no.click()
    qtbot.waitUntil(lambda: book.rhythms.of(misaki).asked)
    wrote(book, misaki, 13, Direction.BOTH)
    qtbot.waitUntil(lambda: page.summary.last.text().startswith("Yesterday"))
    assert not page.offer_card.isVisible()
    assert not book.rhythms.of(misaki).agreed


def test_two_unanswered_notes_are_a_rest_with_its_reason(
    room: PeopleRoom, book: OpenBook, misaki: ContactId, qtbot: QtBot
) -> None:
    page = page_of(room)
    wrote(book, misaki, 10)
    assert not page.summary.rest.isVisible()
    wrote(book, misaki, 12)
    qtbot.waitUntil(page.summary.rest.isVisible)
    assert "two unanswered notes" in page.summary.rest.text()
    page.summary.why.click()
    panel = room.window().findChild(QWidget, "person.pacing")
    assert panel is not None
    QTest.keyClick(panel, Qt.Key.Key_Escape)


def test_next_is_the_first_of_what_is_due(
    room: PeopleRoom, book: OpenBook, misaki: ContactId, qtbot: QtBot
) -> None:
    page = page_of(room)
    assert page.summary.next.text() == "Nothing planned"
    book.reminders.add(Reminder("Ask about the café", (misaki,), DueTime(date(2026, 3, 18)), START))
    qtbot.waitUntil(lambda: "Ask about the café" in page.summary.next.text())
    plan = Happened(date(2026, 3, 16))
    book.timeline.log([misaki], InteractionKind.CALL, Direction.BOTH, plan)
    qtbot.waitUntil(lambda: page.summary.next.text() == "Call, Monday")


def test_promises_of_both_are_kept_with_a_click(
    room: PeopleRoom, book: OpenBook, misaki: ContactId, qtbot: QtBot
) -> None:
    page = page_of(room)
    assert not page.promises.isVisible()
    number = book.promises.add(Promise(OwedBy.MINE, "the quote", (misaki,), TODAY))
    book.promises.add(Promise(OwedBy.THEIRS, "the address", (misaki,), TODAY))
    qtbot.waitUntil(page.promises.isVisible)
    ring = page.promises.findChild(QWidget, f"person.promise.{number}")
    assert ring is not None
    assert ring.accessibleName() == "Mark kept: the quote"
    QTest.mouseClick(ring, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not book.promises.get(number).open)
    assert len(book.promises.open(misaki)) == 1


def test_after_write_one_click_says_that_it_was_sent(
    room: PeopleRoom, book: OpenBook, misaki: ContactId, desktop: Desktop, qtbot: QtBot
) -> None:
    page = page_of(room)
    page.header.write.click()
    assert desktop.opened == ["mailto:misaki@example.com"]
    assert page.opened_card.isVisible()
    assert page.opened_card.yes.accessibleName() == "You wrote to Misaki"
    page.opened_card.yes.click()
    assert not page.opened_card.isVisible()
    qtbot.waitUntil(lambda: book.timeline.last_talk(misaki) is not None)
    entry = book.timeline.page(book.timeline.ids(TimelineFilter(misaki)))[0]
    assert isinstance(entry.item, Interaction)
    assert (entry.item.kind, entry.item.direction) == (InteractionKind.MAIL, Direction.MINE)
    assert entry.item.happened.at == START


def test_what_was_not_sent_leaves_nothing_behind(
    room: PeopleRoom, book: OpenBook, misaki: ContactId, desktop: Desktop
) -> None:
    page = page_of(room)
    page.header.call.click()
    assert desktop.opened == ["tel:+81750000142"]
    assert page.opened_card.yes.accessibleName() == "You talked to Misaki"
    page.opened_card.no.click()
    assert not page.opened_card.isVisible()
    assert book.timeline.last_talk(misaki) is None


def test_an_odd_hour_there_is_said_before_reaching_out(room: PeopleRoom, desktop: Desktop) -> None:
    page = page_of(room)
    said: list[str] = []
    room.said.connect(lambda message: said.append(message.text))
    assert "22:26" in page.late_hour.text()
    page.header.call.click()
    assert any("22:26" in words for words in said)
    assert desktop.opened


def test_the_capture_field_asks_about_the_open_person(
    room: PeopleRoom, book: OpenBook, misaki: ContactId, qtbot: QtBot
) -> None:
    capture = page_of(room).capture
    assert capture.line.accessibleName() == "What happened with Misaki?"
    button = capture.findChild(QWidget, "person.capture.call")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    capture.line.set_text("about the paper samples")
    qtbot.waitUntil(lambda: capture.reads == "about the paper samples")
    capture.save()
    qtbot.waitUntil(lambda: book.timeline.last_talk(misaki) is not None)
    talk = book.timeline.last_talk(misaki)
    assert talk is not None
    assert talk.kind is InteractionKind.CALL


def test_tab_goes_through_the_page_as_one_reads_it(
    room: PeopleRoom, book: OpenBook, misaki: ContactId, qtbot: QtBot
) -> None:
    book.promises.add(Promise(OwedBy.MINE, "the quote", (misaki,), TODAY))
    qtbot.waitUntil(lambda: is_visible(page_of(room), "person.promise.1"))
    room.activateWindow()
    room.list.search.setFocus()
    wanted = ["people.list", "person.write", "person.rhythm", "person.capture", "person.capture.note"]
    wanted += ["person.promise.1", "person.timeline.filter.0", "person.timeline", "person.reach"]
    met: list[str] = []
    while "person.reach" not in met and len(met) < 60:
        QTest.keyClick(QApplication.focusWidget() or room, Qt.Key.Key_Tab)
        met.append((QApplication.focusWidget() or room).objectName())
    assert [name for name in met if name in wanted] == wanted


def test_the_menu_of_a_row_leads_on(
    room: PeopleRoom, misaki: ContactId, desktop: Desktop, qtbot: QtBot
) -> None:
    acts = {action.text(): action for action in room.list.view.actions()}
    with qtbot.waitSignal(room.asked) as asked:
        acts["Remind me…"].trigger()
    assert asked.args == [Place("reminders", f"new/{misaki}")]
    acts["Write"].trigger()
    qtbot.waitUntil(lambda: desktop.opened == ["mailto:misaki@example.com"])
    choose(room.list.rhythm_menu, "Every month")
    qtbot.waitUntil(lambda: page_of(room).summary.rhythm.value == "About every month")


def test_several_people_get_a_rhythm_in_one_change(
    room: PeopleRoom, book: OpenBook, misaki: ContactId, qtbot: QtBot
) -> None:
    ken = book.contacts.add(a_person("Ken"))
    qtbot.waitUntil(lambda: room.list.model.rowCount() == 2)
    room.list.view.selectAll()
    choose(room.several.rhythm_menu, "Every month")
    qtbot.waitUntil(lambda: book.rhythms.of(ken).cadence == Cadence(30))
    assert book.rhythms.of(misaki).cadence == Cadence(30)
    book.history.undo()
    assert book.rhythms.of(misaki).cadence is None
    assert book.rhythms.of(ken).cadence is None


def test_rows_say_when_one_was_last_in_touch(
    room: PeopleRoom, book: OpenBook, misaki: ContactId, qtbot: QtBot
) -> None:
    wrote(book, misaki, 12)
    index = room.list.model.index(0, 0)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: index.data(spoken) == "Misaki, Waiting for their reply · 2 days ago")


def test_a_minute_later_only_the_clocks_are_said_anew(
    room: PeopleRoom, book: OpenBook, misaki: ContactId, qtbot: QtBot
) -> None:
    page = page_of(room)
    wrote(book, misaki, 10)
    qtbot.waitUntil(lambda: page.timeline.view.model().rowCount() == 2 and not room.one._view.on_its_way)
    page.timeline.view.selectAll()
    page.details.sections["reach"][1].setCurrentIndex(page.details.sections["reach"][1].lines.index(1, 0))
    with qtbot.waitSignal(room.one.shown):
        room.one._refresh()
    assert len(page.timeline.view.selectionModel().selectedIndexes()) == 2
    assert page.details.sections["reach"][1].currentIndex().row() == 1
    assert "22:26" in page.late_hour.text()


def test_a_number_runs_from_left_to_right_in_every_language(room: PeopleRoom) -> None:
    reach = page_of(room).details.sections["reach"][1].lines.rows
    number = next(line for line in reach if line.icon == "phone")
    assert number.drawn == "\u2066+81 75 000 0142\u2069"
    assert number.copies == "+81 75 000 0142"


def test_the_list_is_as_wide_as_it_was_left(room: PeopleRoom, book: OpenBook, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: room.list.width() == 308)
    room.findChild(QSplitter).setSizes([380, 700])  # type: ignore[union-attr]
    room.keep()
    assert book.preferences.current.people_width == 380

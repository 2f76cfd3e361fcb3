"""The timeline of a person on a real book: read, filtered, edited in place."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.domain.gender import Gender
from relate_desktop.domain.ids import ContactId, EntryId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.place import Place
from relate_desktop.domain.timeline import TimelineFilter, TimelineWhich
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import JobRunner
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.whence import WhencePanel
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.timeline.making import timeline
from relate_desktop.ui.timeline.people_line import PeopleLine
from relate_desktop.ui.timeline.section import Timeline
from tests.open_book import a_book, a_person

TODAY = date(2026, 3, 14)
LONG = "She told me about the press in Osaka. " * 40


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        yield opened


@pytest.fixture
def ada(book: OpenBook) -> ContactId:
    return book.contacts.add(a_person("Ada Lovelace"))


@pytest.fixture
def shown(book: OpenBook, ada: ContactId, qtbot: QtBot) -> Iterator[Timeline]:
    runner, news = JobRunner(), News()
    work = Work(runner)
    news.follow(book.listen)
    made = timeline("person.timeline", book, work)
    qtbot.addWidget(made)
    made.resize(520, 600)

    def show() -> None:
        made.show_person(ada, "Ada", Gender.SHE, made.read(ada))

    news.changed.connect(show)
    show()
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    yield made
    news.stop()
    work.close()
    runner.close()


def happened(day: int = 10) -> Happened:
    return Happened(date(2026, 3, day))


def called(book: OpenBook, ada: ContactId, text: str = "About engines.", day: int = 10) -> None:
    book.timeline.log([ada], InteractionKind.CALL, Direction.THEIRS, happened(day), text)


def titles(shown: Timeline) -> list[str]:
    return [shown.model.index(row, 0).data() for row in range(shown.model.rowCount())]


def wait_for(shown: Timeline, qtbot: QtBot, *expected: str) -> None:
    qtbot.waitUntil(lambda: titles(shown) == list(expected))


def edit_first(shown: Timeline, qtbot: QtBot) -> QWidget:
    shown.list.setFocus()
    shown.list.setCurrentIndex(shown.model.index(0, 0))
    QTest.keyClick(shown.list, Qt.Key.Key_F2)
    editor = shown.findChild(QWidget, "entry")
    assert editor is not None
    qtbot.waitUntil(editor.isVisible)
    return editor


def field(editor: QWidget, name: str) -> QLineEdit:
    found = editor.findChild(QLineEdit, name)
    assert found is not None
    return found


def test_what_happened_stands_above_how_the_page_began(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    wait_for(shown, qtbot, "Added by you")
    called(book, ada, day=14)
    wait_for(shown, qtbot, "She called", "Added by you")
    called(book, ada, day=10)
    wait_for(shown, qtbot, "She called", "Added by you", "She called")
    called(book, ada, day=20)
    wait_for(shown, qtbot, "Call", "She called", "Added by you", "She called")


def test_an_empty_timeline_says_what_one_line_is_for(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    assert shown.empty.isVisible()
    called(book, ada)
    qtbot.waitUntil(lambda: not shown.empty.isVisible())


def test_rows_are_sentences_for_assistive_tools(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    book.timeline.note([ada], "**Likes** tea", happened(), pinned=True, in_confidence=True)
    qtbot.waitUntil(lambda: len(titles(shown)) == 2)
    index = shown.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Note, Tuesday: Likes tea"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == (
        "Pinned, Told in confidence, Tuesday 10 March 2026"
    )


@pytest.mark.parametrize(
    ("which", "left"),
    [
        (TimelineWhich.CONVERSATIONS, ["She called"]),
        (TimelineWhich.NOTES, ["Note"]),
        (TimelineWhich.MOMENTS, ["Added by you"]),
    ],
)
def test_a_filter_leaves_its_part(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot, *, which: TimelineWhich, left: list[str]
) -> None:
    called(book, ada)
    book.timeline.note([ada], "Likes tea", happened())
    qtbot.waitUntil(lambda: len(titles(shown)) == 3)
    shown.filter.button(which.value).click()
    wait_for(shown, qtbot, *left)


def test_text_is_edited_in_place_and_kept_as_one_goes_on(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    called(book, ada)
    wait_for(shown, qtbot, "Added by you", "She called")
    shown.list.setCurrentIndex(shown.model.index(1, 0))
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    editor = shown.findChild(QWidget, "entry")
    assert editor is not None
    when = field(editor, "entry.when")
    when.setText("yesterday")
    field(editor, "entry.length").setText("1 h 30")
    shown.list.setFocus()
    qtbot.waitUntil(lambda: "She called, 1 h 30 min" in titles(shown))
    entry = book.timeline.page(book.timeline.ids(TimelineFilter(ada)))[0]
    assert isinstance(entry.item, Interaction)
    assert (entry.item.happened.on, entry.item.minutes) == (date(2026, 3, 13), 90)
    book.history.undo()
    wait_for(shown, qtbot, "Added by you", "She called")


def test_escape_leaves_an_entry_as_it_was(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    called(book, ada, day=14)
    wait_for(shown, qtbot, "She called", "Added by you")
    editor = edit_first(shown, qtbot)
    field(editor, "entry.when").setText("1 January 2020")
    QTest.keyClick(field(editor, "entry.when"), Qt.Key.Key_Escape)
    qtbot.waitUntil(shown.list.hasFocus)
    assert book.history.undoable() is not None
    assert titles(shown) == ["She called", "Added by you"]
    assert book.timeline.page(book.timeline.ids(TimelineFilter(ada)))[0].item == Interaction(
        InteractionKind.CALL, Direction.THEIRS, happened(14), (ada,), "About engines.",
        id=book.timeline.page(book.timeline.ids(TimelineFilter(ada)))[0].item.id,  # type: ignore[arg-type]
    )  # fmt: skip


def test_a_day_nobody_understands_keeps_the_fields_open(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    called(book, ada, day=14)
    wait_for(shown, qtbot, "She called", "Added by you")
    editor = edit_first(shown, qtbot)
    field(editor, "entry.when").setText("whenever it rains")
    QTest.keyClick(field(editor, "entry.when"), Qt.Key.Key_Return)
    assert editor.isVisible()
    assert "does not know this day" in field(editor, "entry.when").accessibleDescription()
    QTest.keyClick(field(editor, "entry.when"), Qt.Key.Key_Escape)


def test_going_elsewhere_keeps_what_was_understood(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    called(book, ada, day=14)
    wait_for(shown, qtbot, "She called", "Added by you")
    editor = edit_first(shown, qtbot)
    field(editor, "entry.when").setText("whenever it rains")
    field(editor, "entry.length").setText("25 min")
    ken = book.contacts.add(a_person("Ken"))
    shown.show_person(ken, "Ken", Gender.HE, shown.read(ken))
    assert shown.findChild(QWidget, "entry") is not editor or not editor.isVisible()
    shown.show_person(ada, "Ada", Gender.SHE, shown.read(ada))
    wait_for(shown, qtbot, "She called, 25 min", "Added by you")


def test_a_note_is_not_emptied_by_accident(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    book.timeline.note([ada], "Likes tea", happened(14))
    wait_for(shown, qtbot, "Note", "Added by you")
    editor = edit_first(shown, qtbot)
    text = editor.findChild(QPlainTextEdit, "entry.text")
    assert text is not None
    text.selectAll()
    QTest.keyClick(text, Qt.Key.Key_Delete)
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.isVisible()
    assert "without words" in text.accessibleDescription()
    QTest.keyClick(field(editor, "entry.when"), Qt.Key.Key_Escape)


def test_people_are_added_and_taken_out(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    ken = book.contacts.add(a_person("Ken Sato"))
    called(book, ada, day=14)
    wait_for(shown, qtbot, "She called", "Added by you")
    editor = edit_first(shown, qtbot)
    line = editor.findChild(PeopleLine)
    assert line is not None
    line.put(ken, "Ken Sato")
    assert line.ids() == (ada, ken)
    QTest.keyClick(field(editor, "entry.when"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "with" in titles(shown)[0])
    assert "Ken Sato" in titles(shown)[0]


def test_what_comes_meanwhile_does_not_close_the_fields(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    called(book, ada, day=14)
    wait_for(shown, qtbot, "She called", "Added by you")
    editor = edit_first(shown, qtbot)
    called(book, ada, day=14)
    qtbot.waitUntil(lambda: shown._awaited is not None)
    assert editor.isVisible()
    QTest.keyClick(field(editor, "entry.when"), Qt.Key.Key_Escape)
    wait_for(shown, qtbot, "She called", "She called", "Added by you")


def test_removing_can_be_undone_and_goes_on_to_the_next_row(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    called(book, ada, "One", 14)
    called(book, ada, "Two", 14)
    wait_for(shown, qtbot, "She called", "She called", "Added by you")
    shown.list.setCurrentIndex(shown.model.index(0, 0))
    QTest.keyClick(shown.list, Qt.Key.Key_Delete)
    wait_for(shown, qtbot, "She called", "Added by you")
    assert shown.list.currentIndex().row() == 0
    book.history.undo()
    wait_for(shown, qtbot, "She called", "She called", "Added by you")


def test_a_moment_is_removed_as_well(shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot) -> None:
    moved = Moment(DateKind.OTHER, PartialDate(2026, 3, 1), ada, "New flat", yearly=False)
    book.moments.add(moved)
    qtbot.waitUntil(lambda: any("New flat" in title for title in titles(shown)))
    row = next(number for number, title in enumerate(titles(shown)) if "New flat" in title)
    shown.list.setCurrentIndex(shown.model.index(row, 0))
    QTest.keyClick(shown.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not any("New flat" in title for title in titles(shown)))
    assert not book.moments.of(ada)


def test_what_tells_of_a_change_stays(shown: Timeline, qtbot: QtBot) -> None:
    wait_for(shown, qtbot, "Added by you")
    shown.list.setCurrentIndex(shown.model.index(0, 0))
    with qtbot.waitSignal(shown.said):
        QTest.keyClick(shown.list, Qt.Key.Key_Delete)


def test_pasted_text_is_a_note_of_today(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    # no data of our own: the clipboard would free it a second time when the run ends
    QApplication.clipboard().setText("Her sister runs a café.")
    QTest.keyClick(shown.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Note" in titles(shown))
    entry = book.timeline.page(book.timeline.ids(TimelineFilter(ada, TimelineWhich.NOTES)))[0]
    assert isinstance(entry.item, TimelineNote)
    assert (entry.item.text, entry.item.happened.on) == ("Her sister runs a café.", TODAY)


def test_long_words_fold_until_asked_for(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    book.timeline.note([ada], LONG, happened(14))
    wait_for(shown, qtbot, "Note", "Added by you")
    index = shown.model.index(0, 0)
    folded = shown.list.visualRect(index).height()
    shown.list.setCurrentIndex(index)
    QTest.keyClick(shown.list, Qt.Key.Key_Space)
    assert shown.list.visualRect(index).height() > 2 * folded
    QTest.keyClick(shown.list, Qt.Key.Key_Space)
    assert shown.list.visualRect(index).height() == folded
    place = shown.list.visualRect(index)
    QTest.mouseClick(
        shown.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 90, place.bottom() - 26)
    )
    assert shown.list.visualRect(index).height() > 2 * folded


def test_the_menu_changes_who_reached_out(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    called(book, ada, day=14)
    wait_for(shown, qtbot, "She called", "Added by you")
    row = shown.list.row_at(shown.model.index(0, 0))
    assert row is not None
    menu = shown.menu(row)
    action([menu, *menu.findChildren(QMenu)], "You").trigger()
    menu.deleteLater()
    wait_for(shown, qtbot, "You called", "Added by you")


def action(menus: list[QMenu], words: str) -> QAction:
    return next(one for menu in menus for one in menu.actions() if one.text() == words)


def test_the_model_is_sound(shown: Timeline, qtmodeltester: object) -> None:
    qtmodeltester.check(shown.model, force_py=True)  # type: ignore[attr-defined]


def test_an_entry_tells_where_it_came_from_and_what_it_said_before(
    shown: Timeline, book: OpenBook, ada: ContactId, qtbot: QtBot
) -> None:
    called(book, ada)
    qtbot.waitUntil(lambda: len(titles(shown)) == 2)
    entry = book.timeline.get(EntryId(max(shown.model.ids())))
    assert isinstance(entry.item, Interaction)
    book.timeline.save(replace(entry, item=replace(entry.item, text="About looms.")))
    assert not shown.tell_source()
    shown.list.setFocus()
    shown.list.setCurrentIndex(shown.model.index_of(entry.id))
    assert shown.tell_source()
    qtbot.waitUntil(lambda: shown.window().findChild(WhencePanel) is not None)
    panel = shown.window().findChild(WhencePanel)
    assert panel is not None
    told = [row.text for row in panel.list.sentences.rows]
    assert [text.rpartition(": ")[2] for text in told] == ["About looms.", "About engines."]
    places: list[object] = []
    shown.asked.connect(places.append)
    panel.list.opened.emit(panel.list.sentences.rows[1].key)
    assert places == [Place("history", "2")]


def test_what_only_tells_of_a_change_has_no_story_of_its_own(shown: Timeline, qtbot: QtBot) -> None:
    wait_for(shown, qtbot, "Added by you")
    shown.list.setFocus()
    shown.list.setCurrentIndex(shown.model.index(0, 0))
    assert not shown.tell_source()

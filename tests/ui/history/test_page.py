"""History: what changed, of whom, what would return; and the way to a past day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.place import Place
from relate_desktop.services.contacts import line_of_card
from relate_desktop.ui.history.page import HistoryRoom
from relate_desktop.ui.history.reading import read_change
from relate_desktop.ui.kit.sentences import Sentences
from tests.bare import bare
from tests.clock import START
from tests.looking_up import Steps
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(tmp_path) as opened:
        yield opened


def go(desk: Desk, rest: str = "") -> HistoryRoom:
    """The room at one of its places."""
    desk.frame.navigator.go(Place("history", rest))
    room = desk.frame.navigator.room
    assert isinstance(room, HistoryRoom)
    return room


def plain(texts: list[str]) -> list[str]:
    """Sentences without their marks of direction."""
    return [bare(text) for text in texts]


def told(view: Sentences) -> list[str]:
    """The sentences of a list."""
    return plain([row.text for row in view.sentences.rows])


def ada_with_an_edit(desk: Desk) -> ContactId:
    """Ada, whose address was changed twice."""
    add, save, get = desk.book.contacts.add, desk.book.contacts.save, desk.book.contacts.get
    ada = add(a_person("Ada", "EMAIL:a@one.example"))
    for address in ("a@two.example", "a@three.example"):
        person = get(ada)
        (email,) = person.all("EMAIL")
        save(person.replaced(email, email.with_value(address)))
    return ada


def test_the_chosen_change_says_what_it_did_and_to_whom(desk: Desk, qtbot: QtBot) -> None:
    ada_with_an_edit(desk)
    room = go(desk, "2")
    qtbot.waitUntil(lambda: told(room.inspector.did) == ["E-mail: a@one.example, now a@two.example"])
    assert room.inspector.headline.accessibleName().startswith("Edited")
    (person,) = room.inspector.people.sentences.rows
    with qtbot.waitSignal(room.asked) as asked:
        room.inspector.people.clicked.emit(room.inspector.people.sentences.index(0, 0))
    assert (person.text, asked.args) == ("Ada", [Place("people", "1")])
    room = go(desk, "2")
    assert room.model.id_at(room.view.currentIndex()) == 2


def test_what_cannot_return_is_told_with_the_reason_before_anything_is_done(desk: Desk, qtbot: QtBot) -> None:
    ada_with_an_edit(desk)
    room = go(desk, "2")
    qtbot.waitUntil(lambda: len(told(room.inspector.stays)) == 1)
    (why,) = told(room.inspector.stays)
    assert why.startswith("E-mail of Ada stays “a@three.example”: it was changed since (Edited Ada")
    assert told(room.inspector.returns) == ["Nothing of it can return."]
    assert not room.take_back.isEnabled()
    assert len(desk.book.history.ids()) == 3


def test_taking_back_is_one_press_and_can_be_undone(desk: Desk, qtbot: QtBot) -> None:
    ada = desk.book.contacts.add(a_person("Ada"))
    desk.book.contacts.trash([ada])
    room = go(desk)
    qtbot.waitUntil(room.take_back.isEnabled)
    assert told(room.inspector.did) == ["Removed"]
    room.take_back.click()
    qtbot.waitUntil(lambda: desk.book.contacts.count() == 1)
    newest = desk.book.history.entries(limit=1)[0]
    assert newest.kind is OperationKind.TAKE_BACK
    qtbot.waitUntil(lambda: room.model.rowCount() == 3)
    desk.frame.menus.actions["undo"].trigger()
    qtbot.waitUntil(lambda: desk.book.contacts.count() == 0)


def test_undo_and_redo_walk_through_the_changes_and_say_which(desk: Desk, qtbot: QtBot) -> None:
    for name in ("Ada", "Bob"):
        desk.book.contacts.add(a_person(name))
    undo, redo = (desk.frame.menus.actions[which] for which in ("undo", "redo"))

    def walk(action: QAction, name: str, left: int) -> None:
        qtbot.waitUntil(lambda: name in action.text())
        action.trigger()
        qtbot.waitUntil(lambda: desk.book.contacts.count() == left)

    walk(undo, "Bob", 1)
    walk(undo, "Ada", 0)
    walk(redo, "Ada", 1)
    walk(redo, "Bob", 2)
    assert redo.shortcuts()[0].toString() == "Ctrl+Shift+Z"


def test_the_changes_of_one_person_stand_alone(desk: Desk, qtbot: QtBot) -> None:
    ada = desk.book.contacts.add(a_person("Ada"))
    desk.book.contacts.add(a_person("Bob"))
    room = go(desk, f"people/{ada}")
    qtbot.waitUntil(lambda: room.model.rowCount() == 1)
    assert plain([room.heading.accessibleName()]) == ["What changed about Ada"]
    assert room.everything.isVisible()
    room.everything.click()
    qtbot.waitUntil(lambda: room.model.rowCount() == 2)
    assert not room.everything.isVisible()


def test_undo_and_redo_have_no_button_of_their_own(desk: Desk, qtbot: QtBot) -> None:
    desk.book.contacts.add(a_person("Ada"))
    desk.book.history.undo()
    room = go(desk, "2")
    qtbot.waitUntil(room.inspector.no_way_back.isVisible)
    assert not room.take_back.isEnabled()
    room.view.setCurrentIndex(room.model.index_of(1))
    qtbot.waitUntil(lambda: "already" in room.inspector.no_way_back.text())


def test_people_who_were_joined_are_separated_with_the_question(desk: Desk, qtbot: QtBot) -> None:
    ada, other = (desk.book.contacts.add(a_person(name)) for name in ("Ada", "Ada L."))
    merged = desk.book.merges.merge(ada, [other])
    room = go(desk)
    qtbot.waitUntil(lambda: room.take_back.text() == "Separate again…" and room.take_back.isEnabled())
    with qtbot.waitSignal(room.asked) as asked:
        room.take_back.click()
    assert asked.args == [Place("duplicates", f"separate/{ada}/{merged.changeset}")]
    assert desk.book.contacts.count() == 1
    room = go(desk, "1")
    qtbot.waitUntil(lambda: room.take_back.text() == "Take back")


def test_what_would_return_can_be_asked_for_again_when_the_book_was_busy(desk: Desk, qtbot: QtBot) -> None:
    desk.book.contacts.add(a_person("Ada"))
    room = go(desk)
    qtbot.waitUntil(room.take_back.isEnabled)
    told = read_change(desk.book.history, ChangesetId(1), None, desk.book.clock())
    room.inspector.show_change(replace(told, plan=None))
    assert room.inspector.look.isVisible()
    room.inspector.look.click()
    qtbot.waitUntil(lambda: not room.inspector.look.isVisible())
    assert len(room.inspector.returns.sentences.rows) == 1


def test_an_empty_book_says_so(desk: Desk, qtbot: QtBot) -> None:
    room = go(desk)
    qtbot.waitUntil(lambda: room._stack.currentWidget() is room._empty)
    assert not room.inspector.isVisible()
    assert not room.day.isVisible()


def test_a_day_is_chosen_from_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    ada = desk.book.contacts.add(a_person("Ada"))
    room = go(desk, f"people/{ada}")
    qtbot.waitUntil(room.day.isVisible)
    room.day.click()
    panel = room.day_panel
    qtbot.waitUntil(panel.isVisible)
    assert panel.day == desk.book.present().today
    with qtbot.waitSignal(room.asked) as asked:
        panel.month.activated.emit(panel.month.selectedDate())
    assert asked.args == [Place("past", f"{desk.book.present().today.isoformat()}/{ada}")]
    assert not panel.isVisible()


def test_days_before_the_book_and_after_today_cannot_be_chosen(desk: Desk, qtbot: QtBot) -> None:
    desk.book.contacts.add(a_person("Ada"))
    room = go(desk)
    qtbot.waitUntil(room.day.isVisible)
    room.day.click()
    today = desk.book.present().today
    month = room.day_panel.month
    assert (month.minimumDate().day(), month.maximumDate().day()) == (today.day, today.day)
    room.day_panel.ask(today - timedelta(days=400), today, date(today.year, 1, 5))
    QTest.keyClick(month.findChild(QListView) or month, Qt.Key.Key_Left)
    room.day_panel.close_overlay()


def test_names_from_outside_are_shown_as_they_are(desk: Desk, qtbot: QtBot) -> None:
    ada = desk.book.contacts.add(a_person("<b>Ada</b>\u202e & co"))
    desk.book.contacts.save(desk.book.contacts.get(ada).added(line_of_card("NOTE:<img src=x>\\n\\nlong")))
    room = go(desk)
    qtbot.waitUntil(lambda: told(room.inspector.did) == ["Note added: <img src=x> long"])
    assert "<b>Ada</b>" in room.inspector.headline.text()
    assert "\u202e" not in room.inspector.headline.text()


def test_of_very_many_new_people_their_lines_are_counted_apart(desk: Desk) -> None:
    file = desk.book.folder / "phone.vcf"
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:P{0}\nEND:VCARD\n"
    file.write_text("".join(map(card.format, range(300))), encoding="utf-8")
    desk.book.imports.run((file,), job=Steps())
    (change,) = desk.book.history.ids()
    told_now = read_change(desk.book.history, ChangesetId(change), None, START)
    assert [row.text for row in told_now.did] == ["300 new people", "300 lines of their cards"]


def test_an_import_tells_how_many_are_new_then_of_whom_each_line_is(desk: Desk, qtbot: QtBot) -> None:
    file = desk.book.folder / "phone.vcf"
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:P{0}\nTEL:+49 30 {0}\nEND:VCARD\n"
    file.write_text("".join(map(card.format, range(20))), encoding="utf-8")
    desk.book.imports.run((file,), job=Steps())
    (change,) = desk.book.history.ids()
    told_now = read_change(desk.book.history, ChangesetId(change), None, START)
    first, second, *_others, last = told_now.did
    assert (first.text, len(told_now.did)) == ("20 new people", 14)
    assert plain([second.text, second.under]) == ["Phone added: +49 30 0", "P0"]
    assert last.text == "and 8 more"

"""The book on a past day: what it said then, marked, and only to be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from relate_desktop.domain.errors import ErrorKind, StorageError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.services.contacts import line_of_card
from relate_desktop.ui.people.past import PastRoom
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(tmp_path) as opened:
        yield opened


def today(desk: Desk) -> str:
    """The day of the desk's clock."""
    return desk.book.present().today.isoformat()


def go(desk: Desk, rest: str, qtbot: QtBot) -> PastRoom:
    """The room on a day, opened."""
    desk.frame.navigator.go(Place("past", rest))
    room = desk.frame.navigator.room
    assert isinstance(room, PastRoom)
    qtbot.waitUntil(lambda: room.pages.currentWidget() is room.split)
    return room


def named(room: PastRoom) -> list[str]:
    """What the list says."""
    return [room.model.index(row, 0).data() for row in range(room.model.rowCount())]


def test_the_day_is_named_and_somebody_is_shown_as_they_were(desk: Desk, qtbot: QtBot) -> None:
    ada = desk.book.contacts.add(a_person("Ada", "EMAIL:a@old.example", "NOTE:Likes tea"))
    room = go(desk, f"{today(desk)}/{ada}", qtbot)
    qtbot.waitUntil(lambda: room.right.currentWidget() is room.person)
    assert "as it was on" in room.words.text()
    lines = [line.text for line in room.person.details.sections["reach"][1].lines.rows]
    assert lines == ["a@old.example"]
    person = desk.book.contacts.get(ada)
    (email,) = person.all("EMAIL")
    desk.book.contacts.save(person.replaced(email, email.with_value("a@new.example")))
    room.search.setText("old")
    qtbot.waitUntil(lambda: named(room) == ["Ada"])
    room.search.setText("new")
    qtbot.waitUntil(lambda: named(room) == [])


def test_nothing_there_changes_anything(desk: Desk, qtbot: QtBot) -> None:
    ada = desk.book.contacts.add(a_person("Ada", "RELATED;TYPE=spouse;VALUE=text:Bob"))
    room = go(desk, f"{today(desk)}/{ada}", qtbot)
    qtbot.waitUntil(lambda: room.right.currentWidget() is room.person)
    offered = {
        button.objectName() for button in room.findChildren(QAbstractButton) if button.isVisibleTo(room)
    }
    assert {name for name in offered if name and not name.startswith("qt_")} == {"past.another", "past.back"}
    assert set(room.acts()) == {"find"}


def test_the_copy_is_let_go_of_when_one_leaves(desk: Desk, qtbot: QtBot) -> None:
    ada = desk.book.contacts.add(a_person("Ada"))
    room = go(desk, today(desk), qtbot)
    past = room._past
    assert past is not None
    qtbot.waitUntil(lambda: named(room) == ["Ada"])
    room.back.click()
    qtbot.waitUntil(lambda: desk.frame.navigator.room is not room)
    assert room._past is None
    assert room.model.rowCount() == 0
    assert desk.frame.navigator.history.current == Place.person(ada)
    again = go(desk, today(desk), qtbot)
    assert again is room
    qtbot.waitUntil(lambda: named(room) == ["Ada"])


def test_who_is_erased_for_good_leaves_the_past_at_once(desk: Desk, qtbot: QtBot) -> None:
    ada, _bob = (desk.book.contacts.add(a_person(name)) for name in ("Ada", "Bob"))
    room = go(desk, today(desk), qtbot)
    qtbot.waitUntil(lambda: named(room) == ["Ada", "Bob"])
    desk.book.contacts.trash([ada])
    desk.book.removed.erase([ada])
    qtbot.waitUntil(lambda: named(room) == ["Bob"])


def test_a_day_before_the_book_has_nobody(desk: Desk, qtbot: QtBot) -> None:
    desk.book.contacts.add(a_person("Ada"))
    room = go(desk, "2001-01-01", qtbot)
    qtbot.waitUntil(lambda: room.right.currentWidget() is room.nobody)


@pytest.mark.parametrize("rest", ["", "nonsense", "2026-99-99/7", "9999-12-31/999999999999999999999"])
def test_what_is_no_day_shows_today(desk: Desk, qtbot: QtBot, rest: str) -> None:
    desk.book.contacts.add(a_person("Ada"))
    room = go(desk, rest, qtbot)
    qtbot.waitUntil(lambda: named(room) == ["Ada"])


def test_a_relation_leads_to_the_other_on_the_same_day(desk: Desk, qtbot: QtBot) -> None:
    ada = desk.book.contacts.add(a_person("Ada"))
    desk.book.contacts.save(desk.book.contacts.get(ada).added(line_of_card("NOTE:x")))
    room = go(desk, f"{today(desk)}/{ada}", qtbot)
    with qtbot.waitSignal(room.asked) as asked:
        room.person.opened.emit(f"place:people/{ada}")
    assert asked.args == [Place("past", f"{today(desk)}/{ContactId(ada)}")]


def test_where_there_is_no_way_back_one_is_told_and_not_left_waiting(desk: Desk, qtbot: QtBot) -> None:
    desk.book.contacts.add(a_person("Ada"))
    room = go(desk, today(desk), qtbot)
    error = StorageError(ErrorKind.OUT_OF_MEMORY)
    with qtbot.waitSignal(room._work.failed) as told:
        room._failed(error)
    assert told.args == [error]
    assert desk.frame.navigator.history.current == Place("history")

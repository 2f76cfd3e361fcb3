"""Where a value came from: one key away, with its age and what it said before."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import WORKERS, Lane
from relate_desktop.ui.history.page import HistoryRoom
from relate_desktop.ui.kit.whence import WhencePanel
from relate_desktop.ui.people.page import PeopleRoom
from tests.bare import bare
from tests.open_book import a_person
from tests.patience import SECONDS
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(tmp_path) as opened:
        yield opened


def ada(desk: Desk, qtbot: QtBot) -> tuple[PeopleRoom, ContactId]:
    """Ada's page; her address was changed once."""
    contact = desk.book.contacts.add(a_person("Ada", "EMAIL:a@old.example", "TEL:+49 30 123456"))
    person = desk.book.contacts.get(contact)
    (email,) = person.all("EMAIL")
    desk.book.contacts.save(person.replaced(email, email.with_value("a@new.example")))
    desk.frame.navigator.go(Place.person(contact))
    room = desk.frame.navigator.room
    assert isinstance(room, PeopleRoom)
    qtbot.waitUntil(lambda: room.person.view is not None and room.person.isVisible())
    return room, contact


def panel(desk: Desk, qtbot: QtBot) -> WhencePanel:
    """The panel that is open."""

    def found() -> list[WhencePanel]:
        return [one for one in desk.window.findChildren(WhencePanel) if one.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1)
    return found()[0]


def ask(desk: Desk) -> None:
    """Presses the key."""
    desk.frame.menus.actions["person.sources"].trigger()


@contextmanager
def read_one_by_one_afterwards(desk: Desk) -> Iterator[None]:
    """What is asked for inside is read after it, in order, by the one reader that is free then."""
    ways = [Event() for _ in range(WORKERS[Lane.READ])]
    jobs = [desk.work.run(Lane.READ, partial(_wait, way)) for way in ways]
    try:
        yield
        ways[0].set()
        assert jobs[0].wait(SECONDS)
        ways.pop(0)
        last = desk.work.run(Lane.READ, lambda _job: None)
        assert last.wait(SECONDS)
    finally:
        for way in ways:
            way.set()


def _wait(way: Event, _job: object) -> None:
    assert way.wait(SECONDS)


def test_the_value_with_the_focus_tells_its_story(desk: Desk, qtbot: QtBot) -> None:
    room, _contact = ada(desk, qtbot)
    lines = room.person.details.sections["reach"][1]
    lines.setFocus()
    lines.setCurrentIndex(lines.lines.index(0, 0))
    ask(desk)
    shown = panel(desk, qtbot)
    assert "E-mail" in shown.panel.accessibleName()
    rows = shown.list.sentences.rows
    assert [bare(row.text) for row in rows] == ["a@new.example", "a@old.example"]
    assert "Edited" in rows[0].under
    assert "today" in rows[0].under


def test_enter_goes_to_the_change_in_history(desk: Desk, qtbot: QtBot) -> None:
    room, _contact = ada(desk, qtbot)
    lines = room.person.details.sections["reach"][1]
    lines.setFocus()
    lines.setCurrentIndex(lines.lines.index(0, 0))
    ask(desk)
    shown = panel(desk, qtbot)
    shown.list.activated.emit(shown.list.sentences.index(1, 0))
    qtbot.waitUntil(lambda: isinstance(desk.frame.navigator.room, HistoryRoom))
    history = desk.frame.navigator.room
    assert isinstance(history, HistoryRoom)
    qtbot.waitUntil(lambda: history.model.id_at(history.view.currentIndex()) == 1)


def test_without_a_value_everything_is_told_and_each_leads_on(desk: Desk, qtbot: QtBot) -> None:
    room, _contact = ada(desk, qtbot)
    room.list.view.setFocus()
    ask(desk)
    shown = panel(desk, qtbot)
    texts = [bare(row.text) for row in shown.list.sentences.rows]
    assert texts == ["Full name: Ada", "E-mail: a@new.example", "Phone: +49 30 123456"]
    assert all(row.under.startswith("Typed by you, ") for row in shown.list.sentences.rows)
    shown.list.clicked.emit(shown.list.sentences.index(1, 0))
    assert len(panel(desk, qtbot).list.sentences.rows) == 2


def test_what_was_asked_of_one_person_does_not_open_over_the_next(desk: Desk, qtbot: QtBot) -> None:
    bob = desk.book.contacts.add(a_person("Bob"))
    room, _contact = ada(desk, qtbot)
    qtbot.waitUntil(lambda: bob in room.list.model.ids())
    with read_one_by_one_afterwards(desk):
        ask(desk)
        desk.frame.navigator.go(Place.person(bob))
    qtbot.waitUntil(lambda: room.person.view is not None and room.person.view.id == bob)
    assert not [one for one in desk.window.findChildren(WhencePanel) if one.isVisible()]


def test_of_two_presses_one_panel_opens(desk: Desk, qtbot: QtBot) -> None:
    room, _contact = ada(desk, qtbot)
    room.list.view.setFocus()
    with read_one_by_one_afterwards(desk):
        ask(desk)
        ask(desk)
    seen: list[int] = []
    desk.work.run(Lane.READ, lambda _job: seen.append(1), lambda _done: seen.append(2))
    qtbot.waitUntil(lambda: len(seen) == 2)
    shown = panel(desk, qtbot)
    assert len(shown.list.sentences.rows) == 3


def test_the_keys_are_f4_and_alt_enter(desk: Desk) -> None:
    keys = [key.toString() for key in desk.frame.menus.actions["person.sources"].shortcuts()]
    assert keys == ["F4", "Alt+Return"]


def test_what_changed_about_them_is_one_step_away(desk: Desk, qtbot: QtBot) -> None:
    _room, contact = ada(desk, qtbot)
    qtbot.waitUntil(desk.frame.menus.actions["person.history"].isEnabled)
    desk.frame.menus.actions["person.history"].trigger()
    assert desk.frame.navigator.history.current == Place("history", f"people/{contact}")

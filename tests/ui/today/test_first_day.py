"""The first day: rough answers that are real conversations, names to get right, what can wait."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, InteractionKind
from relate_desktop.domain.name import call_them
from relate_desktop.domain.place import Place
from relate_desktop.domain.text import isolate
from tests.ui.today.day import TUESDAY, Day, a_day
from tests.unit.services.calendars import a_calendar
from tests.unit.storage.events import an_event


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Iterator[Day]:
    with a_day(tmp_path, qtbot) as day:
        day.preferences.change(first_day=TUESDAY.isoformat())
        yield day


def chosen(day: Day, name: str, *lines: str) -> ContactId:
    """Somebody who was chosen not to be lost touch with."""
    contact = day.person(name, *lines)
    day.book.rhythms.set(contact, Cadence(30))
    return contact


def chip(day: Day, contact: ContactId, answer: str) -> QRadioButton:
    identifier = f"today.first.{contact}.{answer}"
    day.qtbot.waitUntil(lambda: day.room.findChild(QRadioButton, identifier) is not None)
    found = day.room.findChild(QRadioButton, identifier)
    assert isinstance(found, QRadioButton)
    return found


def there(day: Day, identifier: str) -> bool:
    found = day.room.findChild(QWidget, identifier)
    return isinstance(found, QWidget) and found.isVisibleTo(day.room)


def test_who_was_chosen_is_asked_about_and_the_day_says_so(day: Day) -> None:
    anna = chosen(day, "Anna Lindqvist", "ORG:Harbour Bakery")
    day.person("Somebody else")
    week = chip(day, anna, "week")
    assert week.accessibleName() == f"Last talked with {isolate('Anna Lindqvist')}: this week"
    summary = day.room.findChild(QLabel, "today.summary")
    assert isinstance(summary, QLabel)
    day.qtbot.waitUntil(lambda: summary.text().startswith("2 people are here, safe on this laptop."))
    assert not there(day, "today.nothing")


def test_a_rough_answer_is_a_conversation_and_can_be_put_right(day: Day) -> None:
    anna = chosen(day, "Anna Lindqvist")
    chip(day, anna, "longer").click()
    day.qtbot.waitUntil(lambda: day.book.timeline.last_talk(anna) is not None)
    talk = day.book.timeline.last_talk(anna)
    assert talk is not None
    assert (TUESDAY - talk.on).days == 60
    assert (talk.kind, talk.direction) == (InteractionKind.OTHER, Direction.BOTH)
    chip(day, anna, "week").click()

    def ago() -> int:
        found = day.book.timeline.last_talk(anna)
        return -1 if found is None else (TUESDAY - found.on).days

    day.qtbot.waitUntil(lambda: ago() == 3)
    assert len(day.book.timeline.talks(anna)) == 1
    assert chip(day, anna, "week").isChecked()


def test_an_answered_row_stays_for_the_day(day: Day) -> None:
    anna = chosen(day, "Anna Lindqvist")
    chip(day, anna, "month").click()
    day.qtbot.waitUntil(lambda: day.book.timeline.last_talk(anna) is not None)
    day.person("Somebody else")
    summary = day.room.findChild(QLabel, "today.summary")
    assert isinstance(summary, QLabel)
    day.qtbot.waitUntil(lambda: not summary.text().startswith("1 person"))
    assert there(day, f"today.first.{anna}")
    assert chip(day, anna, "month").isChecked()


def test_a_name_is_got_right_with_one_press(day: Day) -> None:
    stephen = chosen(day, "Stephen Marlow", "N:Marlow;Stephen;;;")
    identifier = f"today.names.{stephen}"
    day.qtbot.waitUntil(lambda: there(day, identifier))
    panel = day.room.findChild(QWidget, identifier)
    assert isinstance(panel, QWidget)
    assert panel.accessibleName() == f"What does {isolate('Stephen Marlow')} like to be called?"
    buttons = {button.text(): button for button in panel.findChildren(QPushButton)}
    assert list(buttons) == ["Stephen", "Steve", "Other…"]
    assert buttons["Other…"].accessibleName() == f"Other name for {'Stephen Marlow'}"
    buttons["Steve"].click()
    day.qtbot.waitUntil(lambda: call_them(day.book.contacts.get(stephen)) == "Steve")
    day.qtbot.waitUntil(lambda: not there(day, identifier))


def test_another_name_is_typed_on_the_form(day: Day) -> None:
    stephen = chosen(day, "Stephen Marlow", "N:Marlow;Stephen;;;")
    day.qtbot.waitUntil(lambda: there(day, f"today.names.{stephen}.other"))
    other = day.room.findChild(QPushButton, f"today.names.{stephen}.other")
    assert isinstance(other, QPushButton)
    other.click()
    assert day.places[-1] == Place("people", f"{stephen}/edit")


def test_the_next_day_nothing_of_it_is_asked_any_more(tmp_path: Path, qtbot: QtBot) -> None:
    with a_day(tmp_path, qtbot, "2026-11-25 09:00") as day:
        day.preferences.change(first_day=TUESDAY.isoformat())
        anna = chosen(day, "Anna Lindqvist")
        day.qtbot.waitUntil(lambda: there(day, "today.nothing"))
        assert not there(day, f"today.first.{anna}")


def test_names_that_look_odd_can_be_looked_at(day: Day) -> None:
    chosen(day, "Anna Lindqvist")
    day.person("OLENA BONDAR")
    look = day.room.columns.odd_names
    day.qtbot.waitUntil(lambda: look.words.text() == "1 name looks odd" and look.isVisibleTo(day.room))
    with day.qtbot.waitSignal(day.room.asked) as asked:
        look.look.click()
    assert asked.args == [Place("names")]
    day.book.names.take(day.book.names.anew([day.book.contacts.named("OLENA BONDAR")]))
    day.room.go(Place("today"))
    day.qtbot.waitUntil(lambda: not look.isVisibleTo(day.room))


def test_the_first_day_invites_a_calendar_until_there_is_one(day: Day) -> None:
    anna = chosen(day, "Anna Lindqvist")
    chip(day, anna, "week")
    day.qtbot.waitUntil(lambda: there(day, "today.calendar"))
    choose = day.room.findChild(QPushButton, "today.calendar")
    assert isinstance(choose, QPushButton)
    with day.qtbot.waitSignal(day.room.offered) as offered:
        choose.click()
    assert offered.args == [[]]
    a_calendar(day.book, an_event())
    day.qtbot.waitUntil(lambda: not there(day, "today.calendar"))

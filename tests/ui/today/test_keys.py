"""Walking through today with the keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from relate_desktop.domain.place import Place
from tests.ui.today.day import Day, a_day, focus, key, shown


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Iterator[Day]:
    with a_day(tmp_path, qtbot) as day:
        yield day


class TestKeys:
    def test_up_and_down_walk_through_all_parts(self, day: Day) -> None:
        kai = day.lapsed("Kai")
        day.person("Hoa", "BDAY:--1126")
        first = day.remind("Call the printer", kai)
        second = day.remind("Draw the map", kai)
        rows = day.wait_for("Call the printer", "Draw the map")
        day.qtbot.waitUntil(lambda: shown(day, f"today.while.{kai}") and shown(day, "today.soon"))
        rows[0].main.setFocus()
        walked = [focus()]
        for _step in range(3):
            key(Qt.Key.Key_Down)
            walked.append(focus())
        assert walked == [
            f"today.due.{first}.open",
            f"today.due.{second}.open",
            f"today.while.{kai}.open",
            "today.soon",
        ]
        key(Qt.Key.Key_Up)
        assert focus() == f"today.while.{kai}.open"
        key(Qt.Key.Key_Home)
        assert focus() == f"today.due.{first}.open"
        key(Qt.Key.Key_End)
        assert focus() == "today.soon"

    def test_left_and_right_stay_in_the_row(self, day: Day) -> None:
        number = day.remind("Call the printer")
        (row,) = day.wait_for("Call the printer")
        row.main.setFocus()
        key(Qt.Key.Key_Left)
        assert focus() == f"today.due.{number}.done"
        key(Qt.Key.Key_Left)
        assert focus() == f"today.due.{number}.done"
        key(Qt.Key.Key_Right)
        key(Qt.Key.Key_Right)
        assert focus() == f"today.due.{number}.snooze"

    def test_space_marks_done_and_the_focus_goes_to_the_next_row(self, day: Day) -> None:
        day.remind("Call the printer")
        second = day.remind("Draw the map")
        rows = day.wait_for("Call the printer", "Draw the map")
        rows[0].main.setFocus()
        key(Qt.Key.Key_Space)
        assert focus() == f"today.due.{second}.open"
        day.wait_for("Draw the map")
        assert focus() == f"today.due.{second}.open"

    def test_after_the_last_row_the_focus_goes_to_the_one_before(self, day: Day) -> None:
        first = day.remind("Call the printer")
        day.remind("Draw the map")
        rows = day.wait_for("Call the printer", "Draw the map")
        rows[1].main.setFocus()
        key(Qt.Key.Key_Space)
        assert focus() == f"today.due.{first}.open"

    def test_after_the_only_row_the_room_keeps_the_focus_for_the_next(self, day: Day) -> None:
        day.person("Ada")
        day.remind("Call the printer")
        (row,) = day.wait_for("Call the printer")
        row.main.setFocus()
        key(Qt.Key.Key_Space)
        assert focus() == "today"
        day.wait_for()
        second = day.remind("Draw the map")
        day.wait_for("Draw the map")
        assert focus() == f"today.due.{second}.open"

    def test_enter_opens_the_person(self, day: Day) -> None:
        ada = day.person("Ada")
        day.remind("Call Ada", ada)
        (row,) = day.wait_for("Call Ada")
        row.main.setFocus()
        key(Qt.Key.Key_Return)
        assert day.places[-1:] == [Place.person(ada)]

    def test_enter_on_something_about_nobody_opens_it_among_the_reminders(self, day: Day) -> None:
        number = day.remind("Water the plants")
        (row,) = day.wait_for("Water the plants")
        row.main.setFocus()
        key(Qt.Key.Key_Return)
        assert day.places[-1] == Place("reminders", str(number))

    def test_the_menus_can_do_and_snooze_only_what_has_the_focus(self, day: Day) -> None:
        day.remind("Call the printer")
        (row,) = day.wait_for("Call the printer")
        row.main.setFocus()
        assert set(day.room.acts()) == {"done", "snooze", "calendars.read"}
        day.room.acts()["done"]()
        day.wait_for()

    def test_each_part_is_one_stop_of_the_tab_key(self, day: Day) -> None:
        kai = day.lapsed("Kai", "EMAIL:kai@example.com")
        for text in ("a", "b", "c"):
            day.remind(text, kai)
        day.wait_for("a", "b", "c")
        day.qtbot.waitUntil(lambda: shown(day, f"today.while.{kai}"))
        stops = [
            stop.objectName()
            for part in day.room.columns.sections()
            for row in part
            for stop in row.stops()
            if stop.isVisible() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert len(stops) == 2

    def test_the_room_hands_the_focus_to_the_first_row_once_there_is_one(self, day: Day) -> None:
        day.person("Ada")
        day.qtbot.waitUntil(lambda: shown(day, "today.nothing"))
        day.room.default_focus().setFocus()
        number = day.remind("Call the printer")
        day.wait_for("Call the printer")
        assert focus() == f"today.due.{number}.open"

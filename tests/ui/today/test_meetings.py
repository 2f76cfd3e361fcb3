"""Whom one meets today, and how it went."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.ids import ContactId, InteractionId
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.meetings import MOST_OF_ONE
from relate_desktop.domain.place import Place
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.today.meetings import MeetingRow
from tests.bare import bare
from tests.present import at
from tests.ui.today.day import TUESDAY, Day, a_day, label, press, shown
from tests.unit.services.calendars import a_calendar, ids_of
from tests.unit.storage.events import a_schedule, an_event


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Iterator[Day]:
    with a_day(tmp_path, qtbot) as day:
        yield day


class TestMeetings:
    def meeting(self, day: Day, contact: ContactId) -> InteractionId:
        """Coffee at four."""
        happened = Happened(TUESDAY, at("2026-11-24 16:00"), "Europe/Berlin")
        kind = InteractionKind.MEETING
        return day.book.timeline.log((contact,), kind, Direction.BOTH, happened, "Coffee", minutes=45)

    def test_who_is_met_today_stands_there_with_what_to_know(self, day: Day) -> None:
        olena = day.person("Olena")
        day.book.promises.add(Promise(OwedBy.MINE, "the name of the bookbinder", (olena,), TUESDAY))
        number = self.meeting(day, olena)
        day.qtbot.waitUntil(lambda: shown(day, f"today.meeting.{number}"))
        panel = day.room.findChild(QWidget, f"today.meeting.{number}")
        assert isinstance(panel, QWidget)
        assert panel.accessibleName() == "16:00, Olena, Coffee"
        assert "the name of the bookbinder" in panel.accessibleDescription()
        assert not shown(day, f"today.meeting.{number}.after")
        day.qtbot.waitUntil(lambda: "One person to meet" in label(day, "today.summary"))
        press(day, f"today.meeting.{number}.open")
        assert day.places[-1] == Place.person(olena)

    def test_afterwards_it_is_asked_how_it_went(self, day: Day) -> None:
        number = self.meeting(day, day.person("Olena"))
        day.qtbot.waitUntil(lambda: shown(day, f"today.meeting.{number}"))
        day.clock.pass_time(timedelta(hours=7, minutes=46))
        day.room.compare()
        day.qtbot.waitUntil(lambda: shown(day, f"today.meeting.{number}.after"))
        press(day, f"today.meeting.{number}.after")
        assert day.room.capture.line.text() == "Met Olena today: "

    def test_what_stands_in_a_calendar_stands_there_with_everybody_and_its_calendar(self, day: Day) -> None:
        olena = day.person("Olena", "EMAIL:o@b.example")
        day.person("Ton", "EMAIL:ton@t.example")
        schedule = a_schedule("2026-11-24T16:00")
        calendar = a_calendar(
            day.book, an_event("Coffee", schedule, addresses=["o@b.example", "ton@t.example"])
        )
        (number,) = ids_of(day.book, calendar)
        name = f"today.meeting.event.{number}"
        day.qtbot.waitUntil(lambda: shown(day, name))
        panel = day.room.findChild(QWidget, name)
        assert isinstance(panel, QWidget)
        assert bare(panel.accessibleName()) == "16:00, Olena and Ton, Coffee"
        assert "Studio" in label(day, "today.meetings.source")
        day.qtbot.waitUntil(lambda: "Two people to meet" in label(day, "today.summary"))
        press(day, f"{name}.open")
        assert day.places[-1] == Place.person(olena)
        day.clock.pass_time(timedelta(hours=7, minutes=46))
        day.room.compare()
        day.qtbot.waitUntil(lambda: shown(day, f"{name}.after"))
        press(day, f"{name}.after")
        assert day.room.capture.line.text() == "Met Olena and Ton today: "

    def test_each_meeting_has_the_colour_of_its_calendar(self, day: Day) -> None:
        day.person("Olena", "EMAIL:o@b.example")
        written = self.meeting(day, day.person("Ton"))
        schedules = (a_schedule("2026-11-24T17:00"), a_schedule("2026-11-24T18:00"))
        first, second = (
            a_calendar(day.book, an_event(name, schedule, uid=name, addresses=["o@b.example"]), name=name)
            for name, schedule in zip(("Studio", "Home"), schedules, strict=True)
        )
        day.book.calendars.colour(first, 3)
        day.book.calendars.colour(second, 7)
        names = [f"today.meeting.event.{ids_of(day.book, one)[0]}" for one in (first, second)]
        day.qtbot.waitUntil(lambda: all(shown(day, name) for name in names))
        rows = [day.room.findChild(MeetingRow, name) for name in (*names, f"today.meeting.{written}")]
        day.qtbot.waitUntil(lambda: [row.mark.hue for row in rows if row is not None] == [3, 7, None])
        assert rows[1] is not None
        assert rows[1].accessibleDescription().endswith("Home")
        ground = rows[1].mark.grab().toImage().pixelColor(1, rows[1].mark.height() // 2)
        assert ground == theme().hue(7)[1]

    def test_of_what_takes_place_all_day_long_the_next_times_stand_there(self, day: Day) -> None:
        day.person("Olena", "EMAIL:o@b.example")
        endless = a_schedule("2026-11-24T00:00", seconds=10, rules=(EventRule(Step.MINUTELY),))
        a_calendar(day.book, an_event("Endless", endless, addresses=["o@b.example"]))
        day.qtbot.waitUntil(lambda: len(day.room.columns.meetings.rows()) == MOST_OF_ONE)
        lines = [row.line for row in day.room.columns.meetings.rows()]
        begins = f"{day.book.present().now.astimezone(day.book.present().here):%H:%M}"
        assert all(line.time >= begins for line in lines)
        assert lines[-1].title == "\u2068Endless\u2069, and more times that day"

    def test_the_brief_opens_over_the_window_and_leads_to_the_person(self, day: Day) -> None:
        olena = day.person("Olena", "NOTE:Likes tea")
        number = self.meeting(day, olena)
        day.qtbot.waitUntil(lambda: shown(day, f"today.meeting.{number}.brief"))
        button = day.room.findChild(QWidget, f"today.meeting.{number}.brief")
        assert isinstance(button, QWidget)
        assert button.accessibleName() == "Before you meet Olena"
        press(day, f"today.meeting.{number}.brief")
        overlay = day.room.briefs.overlay
        day.qtbot.waitUntil(overlay.isVisible)
        told = [found.text() for found in overlay.findChildren(QLabel)]
        assert any("Likes tea" in text for text in told)
        opener = overlay.findChild(QPushButton, f"brief.person.{olena}")
        assert isinstance(opener, QPushButton)
        opener.click()
        assert not overlay.isVisible()
        assert day.places[-1] == Place.person(olena)


def test_a_calendar_whose_file_has_moved_is_told_of_and_can_be_looked_for(day: Day) -> None:
    a_calendar(day.book, an_event())
    day.room._read_calendars()
    day.qtbot.waitUntil(lambda: shown(day, "today.calendar_moved"))
    strip = day.room.findChild(QWidget, "today.calendar_moved")
    assert strip is not None
    said = [one.text() for one in strip.findChildren(QLabel)]
    assert "\u2068studio.ics\u2069 has moved. Reminders and notes are fine." in said
    press(day, "today.calendar_moved.action")
    assert day.places[-1] == Place("calendar")

"""A calendar in the book."""

from relate_desktop.domain.calendar import Calendar
from relate_desktop.domain.ids import CalendarId


def test_a_calendar_is_shown_and_not_watched_unless_said() -> None:
    calendar = Calendar(CalendarId(1), "Studio", 2)
    assert calendar.shown
    assert not calendar.path

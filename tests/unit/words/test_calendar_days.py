"""Days, events and calendars in sentences."""

from datetime import UTC, date, datetime

from relate_desktop.domain.calendar_event import CalendarEvent, Occurrence
from relate_desktop.domain.ids import CalendarId, EventId
from relate_desktop.domain.present import Present
from relate_desktop.words.calendar_days import (
    and_more,
    day_sentence,
    event_length,
    event_sentence,
    event_span,
    event_time,
    file_moved,
    month_and_year,
    more_moments,
    nothing_planned,
    read_again,
    some_unread,
    zone_unknown,
)

TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 11, day) for day in (24, 25, 26))
PRESENT = Present(datetime(2026, 11, 24, 9, tzinfo=UTC), UTC)
EVENT = CalendarEvent(EventId(1), CalendarId(1), "a@b", "Crane catalogue")


def an_event(start: datetime, end: datetime, *, all_day: bool = False) -> Occurrence:
    """An event between two moments of UTC."""
    last = end.date() if end.hour or end.minute else date.fromordinal(end.toordinal() - 1)
    return Occurrence(EVENT, "", start, end, start.date(), max(last, start.date()), all_day)


MEETING = an_event(datetime(2026, 11, 24, 10, 30, tzinfo=UTC), datetime(2026, 11, 24, 11, 15, tzinfo=UTC))
NIGHT = an_event(datetime(2026, 11, 24, 22, tzinfo=UTC), datetime(2026, 11, 26, 8, tzinfo=UTC))
FAIR = an_event(datetime(2026, 11, 24, tzinfo=UTC), datetime(2026, 11, 27, tzinfo=UTC), all_day=True)


def test_an_event_says_when_it_begins_and_how_long_it_is() -> None:
    assert (event_time(MEETING, TUESDAY, PRESENT), event_length(MEETING, TUESDAY, PRESENT)) == (
        "10:30",
        "45 min",
    )


def test_what_goes_on_for_days_says_which_day_it_is() -> None:
    assert event_time(NIGHT, TUESDAY, PRESENT) == "22:00"
    assert event_time(NIGHT, WEDNESDAY, PRESENT) == "all day"
    assert event_time(NIGHT, THURSDAY, PRESENT) == "until 08:00"
    assert event_length(NIGHT, WEDNESDAY, PRESENT) == "day 2 of 3"
    assert (event_time(FAIR, THURSDAY, PRESENT), event_length(FAIR, THURSDAY, PRESENT)) == (
        "all day",
        "day 3 of 3",
    )


def test_when_an_event_is_in_full() -> None:
    assert event_span(MEETING, PRESENT) == "Tuesday 24 November 2026, 10:30 to 11:15"
    assert event_span(NIGHT, PRESENT) == "Tuesday 24 November 2026, 22:00 to Thursday 26 November 2026, 08:00"
    assert event_span(FAIR, PRESENT) == "Tuesday 24 November 2026 to Thursday 26 November 2026"


def test_an_event_is_read_aloud_with_its_people() -> None:
    said = event_sentence(TUESDAY, "10:30", "Coffee", ["Anna", "Ben"])
    assert said == "Tuesday 24 November 2026, 10:30, Coffee, with Anna and Ben"


def test_a_day_is_read_aloud_with_what_stands_on_it() -> None:
    assert day_sentence(TUESDAY, [], 0) == "Tuesday 24 November 2026"
    said = day_sentence(TUESDAY, ["Coffee", "Lunch"], 5)
    assert said == "Tuesday 24 November 2026, 5 things: Coffee, Lunch and 3 more"


def test_counts_have_their_number() -> None:
    assert and_more(2) == "2 more"
    assert more_moments(1) == "1 more birthday or moment"
    assert more_moments(1264) == "1,264 more birthdays and moments"
    assert month_and_year(TUESDAY) == "November 2026"


def test_a_free_day_says_the_same_each_time() -> None:
    assert nothing_planned(TUESDAY) == nothing_planned(TUESDAY)
    assert nothing_planned(TUESDAY).startswith("Nothing planned")


def test_what_is_wrong_with_a_calendar_says_what_is_still_there() -> None:
    assert some_unread("tidepool.ics", 2, 48) == (
        "tidepool.ics has 2 events Relate could not read. The other 48 are shown."
    )
    assert some_unread("tidepool.ics", 1, 0) == "tidepool.ics has 1 event Relate could not read."
    assert file_moved("studio.ics").startswith("studio.ics has moved.")
    assert "Customised Zone" in zone_unknown("studio.ics", "Customised Zone")


def test_a_file_says_when_it_was_read() -> None:
    moment = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    assert read_again("studio.ics", moment, PRESENT) == "studio.ics was read today at 08:30."

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from relate_desktop.domain.calendar_file import ComponentKey
from relate_desktop.domain.change import Operation, OperationKind
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.event_draft import EventRefusal
from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.ids import CalendarId, EventId
from relate_desktop.storage.database import Database
from tests.unit.storage.books import doing
from tests.unit.storage.events import a_calendar, a_refused_event, a_schedule, an_event

WEEKLY = EventRule(Step.WEEKLY)


def doing_edit() -> Operation:
    return doing(OperationKind.CALENDAR_EDIT)


def titles(book: Database, start: datetime, end: datetime, *calendars: CalendarId) -> list[list[str]]:
    with book.read() as reader:
        groups = reader.calendars.between(start, end, calendars or None)
        return sorted([one.event.title for one in group] for group in groups)


def november(day: int) -> datetime:
    return datetime(2026, 11, day, tzinfo=UTC)


def test_a_month_shows_what_lies_in_it_and_what_comes_back_in_it(book: Database) -> None:
    a_calendar(
        book,
        an_event("in it", uid="a"),
        an_event("before", a_schedule("2026-09-24T09:30"), uid="b"),
        an_event("after", a_schedule("2027-01-24T09:30"), uid="c"),
        an_event("weekly", a_schedule("2020-01-06T09:30", rules=(WEEKLY,)), uid="d"),
        an_event("months long", a_schedule("2026-08-01T09:30", seconds=86_400 * 150), uid="e"),
    )
    assert titles(book, november(1), november(30)) == [["in it"], ["months long"], ["weekly"]]


def test_an_override_comes_with_its_series_however_far_it_was_moved(book: Database) -> None:
    override = a_schedule("2027-05-20T11:00", replaces="2026-11-24T09:30:00")
    a_calendar(book, an_event("weekly", a_schedule(rules=(WEEKLY,))), an_event("moved", override))
    assert titles(book, datetime(2027, 5, 1, tzinfo=UTC), datetime(2027, 6, 1, tzinfo=UTC)) == [
        ["weekly", "moved"]
    ]


def test_calendars_that_are_not_shown_and_hidden_events_are_left_out(book: Database) -> None:
    calendar = a_calendar(book, an_event("one", uid="1"), an_event("two", uid="2"))
    other = a_calendar(book, an_event("three"), name="Choir")
    with book.write(doing_edit()) as writer:
        writer.calendars.save(other, shown=False)
        (one,) = (each.id for each in writer.calendars.present(calendar)[ComponentKey("VEVENT", "1")])
        assert writer.calendars.hide(EventId(one))
        assert not writer.calendars.hide(EventId(one))
    assert titles(book, november(1), november(30)) == [["two"]]
    assert titles(book, november(1), november(30), other) == [["three"]]
    with book.read() as reader:
        assert [one.event.title for one in reader.calendars.hidden()] == ["one"]
    with book.write(doing_edit()) as writer:
        assert writer.calendars.unhide(EventId(one))
    assert titles(book, november(1), november(30), calendar) == [["one"], ["two"]]


def test_a_calendar_tells_how_many_events_it_has_and_what_it_could_not_read(book: Database) -> None:
    calendar = a_calendar(
        book, an_event(), a_refused_event(), an_event(uid="far", unknown_zone="Corporate Time")
    )
    with book.read() as reader:
        kept = reader.calendars.get(calendar)
        assert (kept.name, kept.hue, kept.shown, kept.events, kept.refused) == ("Studio", 3, True, 2, 1)
        assert kept.unknown_zones == ("Corporate Time",)
        (refused,) = reader.calendars.refused(calendar)
        assert refused.why.reason is EventRefusal.BAD_START
        assert b"when it suits" in refused.raw
        assert reader.calendars.all() == [kept]


def test_components_are_kept_byte_for_byte(book: Database) -> None:
    coming = (an_event("Übung\u2028 Ω"), a_refused_event())
    calendar = a_calendar(book, *coming)
    with book.read() as reader:
        assert [raw for _key, raw in reader.calendars.components(calendar)] == [one.raw for one in coming]
        (event,) = [
            one.event.id for group in reader.calendars.between(november(1), november(30)) for one in group
        ]
        assert [one.event.title for one in reader.calendars.series(event)] == ["Übung\u2028 Ω"]


def test_what_is_not_there_is_said(book: Database) -> None:
    with book.read() as reader:
        assert reader.calendars.find(CalendarId(9)) is None
        for wanted in (
            lambda: reader.calendars.get(CalendarId(9)),
            lambda: reader.calendars.series(EventId(9)),
        ):
            with pytest.raises(NotFoundError) as raised:
                wanted()
            assert raised.value.kind in {ErrorKind.CALENDAR_UNKNOWN, ErrorKind.EVENT_UNKNOWN}


def test_an_event_is_found_by_its_name_in_every_calendar(book: Database) -> None:
    moved = an_event("moved", a_schedule("2026-11-25T11:30", replaces="2026-11-25T09:30"), uid="a")
    first = a_calendar(book, an_event("one", uid="a"), moved, a_refused_event("a"))
    second = a_calendar(book, an_event("two", uid="a"), an_event("other", uid="b"))
    with book.read() as reader:
        found = reader.calendars.events_named("a", "")
        assert [one.draft.title for _id, _file, one in found if one.draft is not None] == ["one", "two"]
        ids = [next(iter(reader.calendars.present(one).values()))[0].id for one in (first, second)]
        assert [number for number, _file, _one in found] == ids
        ((_id, file, one),) = reader.calendars.events_named("a", moved.key.recurrence)
        assert (one.raw, one.essence, one.key) == (moved.raw, moved.essence, moved.key)
        assert file == reader.calendars.files(first)[0].id
        assert reader.calendars.events_named("c", "") == []


def test_components_of_a_kind_are_found_in_order_of_arrival(book: Database) -> None:
    event = an_event(uid="a")
    answer = replace(event, key=replace(event.key, kind="REPLY"), draft=None)
    a_calendar(book, event, answer)
    with book.read() as reader:
        assert reader.calendars.of_kind("REPLY") == [event.raw]
        assert reader.calendars.of_kind("COUNTER") == []

"""Every calendar that others wrote goes in whole: nothing raised, no component lost, every byte kept."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Component, Event

from relate_desktop.domain.event_draft import EventDraft, EventRefusal, RefusedEvent
from relate_desktop.domain.event_schedule import span
from relate_desktop.domain.event_series import Scheduled, occurrences
from relate_desktop.domain.ids import CalendarId, EventId
from relate_desktop.domain.schedule_text import read_schedule, write_schedule
from relate_desktop.formats.icalendar.read import interpret
from relate_desktop.formats.icalendar.split import SplitCalendar, components
from relate_desktop.formats.icalendar.zones import Zones
from relate_desktop.formats.vcard.encoding import encoding_of
from tests.corpus import corpus

pytestmark = pytest.mark.skipif(not corpus.is_here(), reason=corpus.ABSENT)
every_calendar = pytest.mark.parametrize("path", corpus.calendars(), ids=corpus.name)

_BEGIN = re.compile(
    rb"(?i)^[ \t]*BEGIN[ \t]*:[ \t]*V(EVENT|TODO|JOURNAL|FREEBUSY|TIMEZONE)[ \t]*$", re.MULTILINE
)
_YEAR = timedelta(days=365)


def split(path: Path) -> SplitCalendar:
    return components(path.read_bytes())


def read(path: Path) -> list[EventDraft | RefusedEvent]:
    found = split(path)
    zones = Zones(found.components)
    return [interpret(one, zones) for one in found.components]


@every_calendar
def test_pieces_join_to_the_file(path: Path) -> None:
    found = split(path)
    pieces = [(one.start, one.raw) for one in found.components]
    pieces += [(one.start, one.raw) for one in found.texts]
    content = path.read_bytes()
    encoding = encoding_of(content[:64])
    whole = content if encoding == "utf-8" else content.decode(encoding, "replace").encode()
    assert b"".join(raw for _, raw in sorted(pieces)) == whole


@every_calendar
def test_no_component_is_lost(path: Path) -> None:
    found = split(path)
    assert found.begins == len(found.calendars) + sum(one.begins for one in found.components)
    # Counted once more without the splitter: whatever begins a line and is not set in.
    lines = path.read_bytes().replace(b"\r", b"\n")
    begun = [mark for mark in _BEGIN.finditer(lines) if not mark[0][:1].isspace()]
    kept = sum(len(_BEGIN.findall(one.raw.replace(b"\r", b"\n"))) for one in found.components)
    assert kept >= len(begun)


@every_calendar
def test_every_component_is_an_event_or_has_its_line_in_the_report(path: Path) -> None:
    found, told = split(path), read(path)
    assert len(told) == len(found.components)
    for component, one in zip(found.components, told, strict=True):
        assert one.line == component.line > 0
        if component.kind == "VEVENT" and isinstance(one, RefusedEvent):
            assert one.reason is not EventRefusal.NOT_AN_EVENT


@every_calendar
def test_what_an_event_says_can_be_kept_and_takes_place_within_its_span(path: Path) -> None:
    for number, draft in enumerate(read(path)):
        if not isinstance(draft, EventDraft):
            continue
        assert read_schedule(write_schedule(draft.schedule)) == draft.schedule
        bounds = span(draft.schedule)
        start = bounds.first - _YEAR if bounds.first.year > 3 else bounds.first
        event = Scheduled(draft.shown(EventId(number), CalendarId(1)), draft.schedule)
        ahead = datetime(2036, 1, 1, tzinfo=UTC)
        for one in occurrences([event], start, min(start + 5 * _YEAR, ahead), UTC):
            assert bounds.first <= one.starts_at <= one.ends_at
            assert bounds.last is None or one.ends_at <= bounds.last


def plainly(event: Component, name: str) -> str:
    value = event.get(name, "")
    # A quotation mark needs no backslash (RFC 5545 3.3.11); where there is one, icalendar keeps it.
    return str(value[0] if isinstance(value, list) else value).strip().replace('\\"', '"')


@pytest.mark.filterwarnings("ignore:Timezone .* is a globally unique TZID")
@every_calendar
def test_what_icalendar_reads_is_read_alike(path: Path) -> None:
    found = split(path)
    for component, draft in zip(found.components, read(path), strict=True):
        if component.kind != "VEVENT" or component.old or not isinstance(draft, EventDraft) or draft.remarks:
            continue
        try:
            event = Event.from_ical(component.raw)
        except (ValueError, KeyError, AttributeError, TypeError):
            continue
        assert draft.title == plainly(event, "SUMMARY")
        assert draft.place == plainly(event, "LOCATION")
        invited = event.get("ATTENDEE", [])
        names = invited if isinstance(invited, list) else [invited]
        mails = {str(one).strip().lower().removeprefix("mailto:") for one in names}
        assert {one.address for one in draft.attendees if one.address in mails} | unreachable(mails) == mails


def unreachable(mails: set[str]) -> set[str]:
    """What is no single mail address, and so no way to somebody."""
    return {mail for mail in mails if mail.count("@") != 1 or set(": %<?") & set(mail)}

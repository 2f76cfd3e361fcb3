"""Events as a column and back: what was read of a component, as a JSON array."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from relate_desktop.domain.calendar_event import Attendee, CalendarEvent, EventStatus, Participation
from relate_desktop.domain.calendar_file import CalendarComponent
from relate_desktop.domain.event_draft import EventDraft, EventRefusal, EventRemark, RefusedEvent
from relate_desktop.domain.event_series import Scheduled
from relate_desktop.domain.ids import CalendarId, EventId
from relate_desktop.domain.schedule_text import read_schedule, write_schedule
from relate_desktop.storage.journal import compact
from relate_desktop.storage.rows import storable

_EVENT, _REFUSED = 0, 1
TEXTS = (2, 4, 5, 6)
"""Where in the column of an event its texts stand: title, place, description, address."""
ATTENDEES = 8
"""Where those stand who are invited, each with the mail address first."""
_read = json.JSONDecoder().raw_decode
_STATUS = {status.value: status for status in EventStatus}
_ANSWERS = {answer.value: answer for answer in Participation}


def reading_column(component: CalendarComponent) -> str | None:
    """What was understood of a component; None for one that is only kept."""
    if component.refused is not None:
        why = component.refused
        return storable(compact([_REFUSED, why.reason.value, why.kind, why.line, why.amount]))
    if component.draft is None:
        return None
    return storable(compact([_EVENT, *_columns(component.draft)]))


@lru_cache(maxsize=2_048)
def draft_of(column: str) -> EventDraft | None:
    """The event of a column; None where it holds the reason why there is none."""
    row = json.loads(column)
    return _draft(row[1:]) if row[0] == _EVENT else None


def refusal_of(column: str) -> RefusedEvent | None:
    """Why the component could not be read; None where it could."""
    row = json.loads(column)
    if row[0] != _REFUSED:
        return None
    return RefusedEvent(EventRefusal(row[1]), row[2], row[3], row[4])


@lru_cache(maxsize=4_096)
def event_of(column: str, event: EventId, calendar: CalendarId) -> Scheduled | None:
    """The event of a column with when it takes place; None where it could not be read.

    A month may show hundreds: nothing is made on the way to it that is not kept.
    """
    row, _ = _read(column)
    if row[0] != _EVENT:
        return None
    _, uid, title, when, place, description, url, status, attendees, busy, private, zone, _ = row
    schedule = read_schedule(when)
    shown = CalendarEvent(
        event,
        calendar,
        uid,
        title,
        place,
        description,
        url,
        _STATUS[status],
        tuple([_attendee(*one) for one in attendees]),
        schedule.repeats,
        busy == 1,
        private == 1,
        zone,
        schedule.sequence,
    )
    return Scheduled(shown, schedule)


def _columns(draft: EventDraft) -> list[Any]:
    return [
        draft.uid,
        draft.title,
        write_schedule(draft.schedule),
        draft.place,
        draft.description,
        draft.url,
        draft.status.value,
        [
            [one.address, one.name, one.participation.value, int(one.organizer), int(one.person)]
            for one in draft.attendees
        ],
        int(draft.busy),
        int(draft.private),
        draft.unknown_zone,
        [remark.value for remark in draft.remarks],
    ]


def _draft(row: Sequence[Any]) -> EventDraft:
    return EventDraft(
        uid=row[0],
        title=row[1],
        schedule=read_schedule(row[2]),
        place=row[3],
        description=row[4],
        url=row[5],
        status=_STATUS[row[6]],
        attendees=tuple([_attendee(*one) for one in row[7]]),
        busy=bool(row[8]),
        private=bool(row[9]),
        unknown_zone=row[10],
        remarks=tuple(map(EventRemark, row[11])),
    )


@lru_cache(maxsize=4_096)
def _attendee(address: str, name: str, answer: str, organizer: int, person: int) -> Attendee:
    """Somebody invited; the same few come to meeting after meeting."""
    return Attendee(address, name, _ANSWERS[answer], organizer == 1, person == 1)

"""Whom one meets: out of the calendars that are shown, and as it was written down ahead."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from relate_desktop.domain.calendar_event import Occurrence
from relate_desktop.domain.held_meetings import each_once, planned_as, untouched
from relate_desktop.domain.ids import ContactId, InteractionId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.domain.meeting_people import met_in, owner_of, takes_part
from relate_desktop.domain.meetings import Meeting, few_of_each, of_calendar, written_ahead
from relate_desktop.domain.present import Present
from relate_desktop.domain.timeline import TimelineEntry
from relate_desktop.domain.wall_time import moved, start_of
from relate_desktop.services.briefs import briefs_of
from relate_desktop.services.meeting_people import people_of
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.services.present import PresentSource
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database

MOST = 20
MOST_COMING = 2_000
COMING = timedelta(days=90)
"""So far ahead it is told when one meets somebody."""
_LATELY = 8

Meetings = Callable[[datetime, datetime], Sequence[Meeting]]
"""The meetings that begin from one moment to before another."""
Agenda = Callable[[datetime, datetime], Sequence[Occurrence]]
"""What stands in the calendars that are shown, from one moment to before another."""


def no_meetings(_start: datetime, _end: datetime) -> Sequence[Meeting]:
    """For where nobody is met."""
    return ()


class MeetingsService:
    """May be asked on any thread."""

    def __init__(
        self, database: Database, present: PresentSource, preferences: PreferencesService, agenda: Agenda
    ) -> None:
        self._database = database
        self._present = present
        self._preferences = preferences
        self._agenda = agenda

    def today(self) -> tuple[Meeting, ...]:
        """The meetings and calls of today that have an hour, in their order, with what to know before."""
        present = self._present()
        start = start_of(present.today, present.here)
        end = start_of(moved(present.today, 1), present.here)
        with self._database.read() as book:
            found = self._between(book, start, end)
            return tuple(_told(book, one, present) for one in found)

    def between(self, start: datetime, end: datetime) -> tuple[Meeting, ...]:
        """The meetings and calls with an hour that begin then, without what to know before."""
        with self._database.read() as book:
            return tuple(self._between(book, start, end, most=MOST_COMING))

    def coming(self, contact: ContactId, limit: int = 5) -> tuple[Meeting, ...]:
        """The next meetings with somebody, from what stands in calendars and was written down ahead."""
        present = self._present()
        until = present.now + COMING
        with self._database.read() as book:
            found = self._between(book, present.now, until, most=MOST_COMING)
        return tuple(one for one in found if contact in _ids(one))[:limit]

    def _between(self, book: BookReader, start: datetime, end: datetime, most: int = MOST) -> list[Meeting]:
        entries = book.timeline.page(book.meetings.planned(start, end, most))
        planned = [one for entry in entries if (one := _planned(entry)) is not None]
        now = self._present().now
        held = self._held(book, self._near(start, end, now), start)
        by_hand = [entry.item for entry in entries if isinstance(entry.item, Interaction)]
        known = [(_of(one), _ids(one)) for one in held]
        plans = [planned_as(item, known) for item in by_hand]
        told = {plan.identity for plan in plans if plan is not None}
        found = [*planned, *(one for one in held if _of(one).identity not in told)]
        found.sort(key=lambda one: (one.at, one.ends_at, one.key))
        return few_of_each(found, now)[:most]

    def _near(self, start: datetime, end: datetime, now: datetime) -> Iterable[Occurrence]:
        """What stands in calendars then; of what takes place all day long the next times."""
        agenda = self._agenda(start, end)
        if not (start < now < end and any(one.often for one in agenda)):
            return agenda
        return [
            *(one for one in agenda if not one.often),
            *(one for one in self._agenda(now, end) if one.often),
        ]

    def _held(self, book: BookReader, agenda: Iterable[Occurrence], start: datetime) -> list[Meeting]:
        """Each occurrence with people of the book once, in however many calendars it stands."""
        once = each_once(one for one in agenda if not one.all_day and one.starts_at >= start)
        people = people_of(
            book, {one.event.id: one.event for one in once.values()}.values(), self._preferences.current
        )
        calendars = {one.id: one for one in book.calendars.all()}
        found = []
        for one in once.values():
            who = people[one.event.id]
            within = calendars[one.event.calendar]
            met = met_in(who) if takes_part(one, who, owner_of(within.name)) else ()
            rows = tuple(book.contacts.summaries(met)) if met else ()
            meeting = of_calendar(one, rows, within.name, within.hue)
            if meeting is not None:
                found.append(meeting)
        return found


def _planned(entry: TimelineEntry) -> Meeting | None:
    if not isinstance(entry.item, Interaction):
        return None
    return written_ahead(InteractionId(entry.id), entry.item, entry.people)


def _told(book: BookReader, meeting: Meeting, present: Present) -> Meeting:
    """The meeting with what to know before it, and whether one has told how it went."""
    first = meeting.people[0]
    (brief,) = briefs_of(book, (first,), meeting.at, present, meeting.entry)
    entries = [entry for entry in book.timeline.recent(first.id, _LATELY) if entry.created_at is not None]
    held = book.held_meetings.of_entries(entry.id for entry in entries)
    told = any(
        entry.created_at is not None
        and entry.created_at >= meeting.ends_at
        and not (
            entry.id in held and isinstance(entry.item, Interaction) and untouched(held[entry.id], entry.item)
        )
        for entry in entries
    )
    return replace(meeting, useful=brief.useful, told=told)


def _of(meeting: Meeting) -> Occurrence:
    if meeting.occurrence is None:
        raise ValueError("only a meeting of a calendar has an occurrence")
    return meeting.occurrence


def _ids(meeting: Meeting) -> list[ContactId]:
    return [person.id for person in meeting.people]

"""What is to be told now, what was told, and what the answers do to the book.

A pop-up is claimed, then shown under its key, then acknowledged: whoever dies in between leaves
a claim that the next one shows again under the same key. Answers are ordinary changes.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from relate_desktop.domain.change import Origin
from relate_desktop.domain.due_list import due_rows
from relate_desktop.domain.due_reason import DueReason, due_reason
from relate_desktop.domain.errors import NotFoundError, StorageError, UsageError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.meetings import AHEAD
from relate_desktop.domain.moment import days_in, moments_of
from relate_desktop.domain.payback import Payback
from relate_desktop.domain.place import Place
from relate_desktop.domain.pop_ups import (
    PopUp,
    PopUpKind,
    Telling,
    kind_of,
    meeting_key,
    next_pop_up_at,
    pop_ups,
    telling_of_day,
    telling_of_due,
    telling_of_meeting,
    telling_of_promise,
)
from relate_desktop.domain.present import Present
from relate_desktop.domain.reminder import due_of
from relate_desktop.domain.snooze import snoozed_until
from relate_desktop.domain.wall_time import moved
from relate_desktop.services.briefs import briefs_of
from relate_desktop.services.meetings import Meetings, no_meetings
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.services.present import PresentSource
from relate_desktop.services.promises import PromisesService
from relate_desktop.services.reminders import RemindersService
from relate_desktop.storage import drill
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database

_MOST_DAYS = 12
"""People whose day is looked up; more than a few make one summary anyway."""

CATCH_UP = Place("today", "catch-up")
AGAIN_IN = timedelta(minutes=5)
"""After so long a meeting that was put off is told of again."""
SNOOZED = "snoozed_meetings"
"""The circumstance that names the meetings that were put off, and until when."""
_KEPT = timedelta(days=1)


class Answer(StrEnum):
    """What the user may answer to a pop-up; the value is the key of its button."""

    DONE = "done"
    SNOOZE = "snooze"
    OPEN = "open"
    """Also a click on the pop-up itself, and whatever a button is called that opens something."""


@dataclass(frozen=True, slots=True)
class Tidings:
    """A pop-up with what its words need: how its people are called, and where its one thing came from.

    ``useful`` is the one thing to know before a meeting.
    """

    pop_up: PopUp
    called: Mapping[ContactId, str]
    reason: DueReason | None
    present: Present
    useful: Payback | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at the clock and the book has found.

    ``over`` are the keys of pop-ups about things that have been handled since. ``next_at`` is
    when there will be something to tell; None when nothing is in sight.
    """

    over: tuple[str, ...]
    tidings: tuple[Tidings, ...] = ()
    next_at: datetime | None = None


class TellingsService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(
        self,
        database: Database,
        present: PresentSource,
        preferences: PreferencesService,
        meetings: Meetings = no_meetings,
    ) -> None:
        self._database, self._present, self._preferences = database, present, preferences
        self._meetings = meetings
        self._reminders = RemindersService(database, Origin.POP_UP, present)
        self._promises = PromisesService(database, Origin.POP_UP, present)
        self._unkept: frozenset[str] = frozenset()
        """What was told while the book could not be written."""

    # --------------------------------------------------------------- telling

    def look(self, last_looked_at: datetime | None, *, telling: bool = True) -> Look:
        """Claims what is to be told at this moment; also what was claimed and never acknowledged.

        Without ``telling`` nothing is told, and it is only looked what is over.
        """
        present = self._present()
        with self._database.read() as book:
            tellings = self._tellings(book, present)
            told = book.tellings.told([one.key for one in tellings]) | self._unkept
            unfinished, showing = book.tellings.unfinished(), book.tellings.showing()
        over = self._end({**showing, **unfinished}, {one.key for one in tellings}, present)
        if not telling:
            return Look(over)
        waiting = _again(unfinished, tellings)
        again = () if present.quiet else waiting
        summary = self._preferences.current.morning_summary
        fresh = [
            _with_rest(one, again)
            for one in pop_ups(tellings, told, last_looked_at, present, summary=summary)
        ]
        taken = {one.key for one in fresh}
        for pop_up in fresh:
            self._claim(pop_up, present.now)
        drill.point("telling-claimed")
        told |= {one.key for pop_up in fresh for one in pop_up.tellings}
        if present.quiet:
            told -= {one.key for pop_up in waiting for one in pop_up.tellings}
        wanted = (*(one for one in again if one.key not in taken), *fresh)
        return Look(over, self._with_facts(wanted, present), next_pop_up_at(tellings, told, present))

    def shown(self, key: str) -> None:
        """Acknowledges that a pop-up was shown."""
        drill.point("telling-shown")
        try:
            with self._database.aside() as aside:
                aside.tellings.show(key, self._present().now)
        except StorageError:
            return  # it is not told again while this process lives
        drill.point("telling-told")

    def showing(self) -> tuple[str, ...]:
        """The keys of the pop-ups that were shown and not answered."""
        with self._database.read() as book:
            return tuple(book.tellings.showing())

    def _end(
        self, shown: Mapping[str, Collection[str]], current: Collection[str], present: Present
    ) -> tuple[str, ...]:
        """The pop-ups about nothing but what has been handled since; they count as answered with this."""
        over = tuple(key for key, keys in shown.items() if not any(one in current for one in keys))
        if over:
            try:
                with self._database.aside() as aside:
                    for key in over:
                        aside.tellings.answer(key, present.now)
            except StorageError:
                return ()  # it is found again when the book can be written
        return over

    def _claim(self, pop_up: PopUp, at: datetime) -> None:
        try:
            with self._database.aside() as aside:
                aside.tellings.claim(pop_up, at)
        except StorageError:  # a full disk keeps nobody from being reminded
            self._unkept |= {one.key for one in pop_up.tellings}

    def _with_facts(self, found: Iterable[PopUp], present: Present) -> tuple[Tidings, ...]:
        wanted = tuple(found)
        if not wanted:
            return ()
        people = dict.fromkeys(who for pop_up in wanted for one in pop_up.tellings for who in one.people)
        with self._database.read() as book:
            called = {row.id: row.called for row in book.contacts.summaries(list(people))}
            return tuple(
                Tidings(one, called, _reason(book, one, present), present, _useful(book, one, present))
                for one in wanted
            )

    # ------------------------------------------------------------- answering

    def answer(self, key: str, answer: Answer) -> Place | None:
        """Does what the user answered, and says where to go if that is what they want.

        What has been handled meanwhile is left as it is.
        """
        present = self._present()
        place = None
        if kind_of(key) is PopUpKind.SUMMARY:
            place = Place("today")
        elif kind_of(key) is PopUpKind.CATCH_UP:
            place = CATCH_UP
        else:
            with self._database.read() as book:
                telling = next((one for one in self._tellings(book, present) if one.key == key), None)
            if telling is not None:
                place = self._answer_single(telling, answer, present)
        with self._database.aside() as aside:
            aside.tellings.answer(key, present.now)
        return place

    def _answer_single(self, telling: Telling, answer: Answer, present: Present) -> Place | None:
        try:
            if answer is Answer.DONE:
                self._done(telling)
            elif answer is Answer.SNOOZE:
                self._snooze(telling, present)
            else:
                return _place(telling)
        except (NotFoundError, UsageError):  # removed or done between the look and the deed
            return None
        return None

    def _done(self, telling: Telling) -> None:
        if telling.due is not None and telling.due.reminder.id is not None:
            self._reminders.done(telling.due.reminder.id)
        elif telling.promise is not None and telling.promise.id is not None:
            self._promises.keep(telling.promise.id)

    def _snooze(self, telling: Telling, present: Present) -> None:
        if telling.due is not None and telling.due.reminder.id is not None:
            until = snoozed_until(self._preferences.current.default_snooze, present)
            self._reminders.snooze(telling.due.reminder.id, until)
        elif telling.meeting is not None:
            with self._database.aside() as aside:
                kept = _put_off(aside.circumstances.get(SNOOZED), present.now - _KEPT)
                kept[meeting_key(telling.key)] = present.now + AGAIN_IN
                noted = {name: at.isoformat() for name, at in kept.items()}
                aside.circumstances.put(SNOOZED, json.dumps(noted))

    def _tellings(self, book: BookReader, present: Present) -> list[Telling]:
        """What may be told of up to tomorrow."""
        return [*_tellings(book, present), *self._of_meetings(book, present)]

    def _of_meetings(self, book: BookReader, present: Present) -> Iterable[Telling]:
        """The meetings that go on, and those of the next day."""
        if not self._preferences.current.meeting_popups:
            return
        put_off = _put_off(book.circumstances.get(SNOOZED), present.now - _KEPT)
        for meeting in self._meetings(present.now - _KEPT, present.now + _KEPT + AHEAD):
            if meeting.occurrence is not None and meeting.occurrence.often:
                continue
            telling = telling_of_meeting(meeting, present)
            again_at = put_off.get(telling.key) if telling is not None else None
            if again_at is not None:
                telling = telling_of_meeting(meeting, present, again_at)
            if telling is not None:
                yield telling


def _put_off(noted: str, since: datetime) -> dict[str, datetime]:
    """Until when meetings were put off, as far as that is not long ago."""
    found: dict[str, str] = json.loads(noted or "{}")
    times = {name: datetime.fromisoformat(at) for name, at in found.items()}
    return {name: at for name, at in times.items() if at >= since}


def _useful(book: BookReader, pop_up: PopUp, present: Present) -> Payback | None:
    """The one thing to know before a meeting."""
    meeting = pop_up.tellings[0].meeting
    if pop_up.kind is not PopUpKind.SINGLE or meeting is None:
        return None
    briefs = briefs_of(book, meeting.people[:1], meeting.at, present, meeting.entry)
    return next((one.useful for one in briefs), None)


def _tellings(book: BookReader, present: Present) -> list[Telling]:
    """The reminders, promises and days that may be told of up to tomorrow."""
    soon = moved(present.today, 1)
    dues = (due_of(reminder, present) for reminder in book.reminders.due_by(soon))
    found = [telling_of_due(due) for due in dues if due is not None]
    promised = (telling_of_promise(promise, present) for promise in book.promises.due_by(soon))
    found += [one for one in promised if one is not None]
    whose = book.agenda.coming(present.today, 0, _MOST_DAYS)
    moments = [moment for person in book.contacts.iterate(whose) for moment in moments_of(person)]
    days = (
        day
        for moment in (*moments, *book.moments.of(whose))
        for day in days_in(moment, present.today, present.today, present.leap_day)
    )
    return found + [one for day in days if (one := telling_of_day(day, present)) is not None]


def _again(unfinished: Mapping[str, Collection[str]], tellings: Iterable[Telling]) -> tuple[PopUp, ...]:
    """The pop-ups that were claimed and never acknowledged, without what is over since."""
    by_key = {one.key: one for one in tellings}
    found = {key: tuple(by_key[one] for one in keys if one in by_key) for key, keys in unfinished.items()}
    return tuple(PopUp(kind_of(key), key, left) for key, left in found.items() if left)


def _with_rest(pop_up: PopUp, unfinished: Iterable[PopUp]) -> PopUp:
    """The pop-up with what an unfinished one of its key was to tell."""
    rest = tuple(one for found in unfinished if found.key == pop_up.key for one in found.tellings)
    return replace(pop_up, tellings=(*rest, *pop_up.tellings))


def _reason(book: BookReader, pop_up: PopUp, present: Present) -> DueReason | None:
    """Where the one thing of a pop-up came from."""
    if pop_up.kind is not PopUpKind.SINGLE:
        return None
    (telling,) = pop_up.tellings
    reminders = () if telling.due is None else (telling.due.reminder,)
    promises = () if telling.promise is None else (telling.promise,)
    for row in due_rows(reminders, promises, present):
        item = row.reminder or row.promise
        told_in = None if item is None else item.told_in
        entries = book.agenda.entry_days(() if told_in is None else (told_in,))
        return due_reason(row, entries.get(told_in or 0), present)
    return None


def _place(telling: Telling) -> Place:
    """Where the thing is to be seen: with the person, else among the reminders."""
    if telling.people:
        return Place.person(telling.people[0])
    if telling.due is not None:
        return Place("reminders", str(telling.due.reminder.id))
    return Place("reminders")

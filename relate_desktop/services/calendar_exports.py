"""Days, reminders and promises go out into calendars of other programs."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TypeVar

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UserError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.moment import moments_of
from relate_desktop.domain.name import called
from relate_desktop.domain.outgoing_event import (
    CalendarExportReport,
    CalendarProgram,
    OutgoingEvent,
    Outward,
    concerns,
    moment_outward,
    promise_outward,
    reminder_outward,
    rule_unsaid,
)
from relate_desktop.domain.people import PeopleFilter, PeopleSort
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import Promise
from relate_desktop.domain.reminder import Reminder
from relate_desktop.services.briefs import secret_of
from relate_desktop.services.jobs import Stepping
from relate_desktop.services.present import PresentSource
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database
from relate_desktop.system.new_file import new_file

Say = Callable[[Outward, tuple[str, ...]], str]
"""The title of something, with the names of the people it is about."""

STEP_EVERY = 200
_Kept = TypeVar("_Kept", Reminder, Promise)


class CalendarExportsService:
    """``export`` may take long and belongs into a job."""

    def __init__(self, database: Database, present: PresentSource) -> None:
        self._database = database
        self._present = present

    def export(
        self,
        target: Path | BinaryIO,
        *,
        program: CalendarProgram,
        name: str,
        say: Say,
        ids: Iterable[ContactId] | None = None,
        query: str | None = None,
        job: Stepping,
    ) -> CalendarExportReport:
        """Writes every day, open reminder and open promise, or those of some people.

        ``name`` is what the calendar calls itself. The target has all of it, read back, or stays as
        it was. Raises UserError(EXPORT_NOT_PROVEN), NotFoundError(CONTACT_UNKNOWN), and StorageError
        when the target cannot be written.
        """
        from relate_desktop.formats.icalendar.write import write_calendar  # noqa: PLC0415 - loads slowly

        present = self._present()
        with self._database.read() as book:
            out = _Outgoing(book, _chosen(book, ids, query), say, present)
            items = [*out.days(job), *out.reminders(program), *out.promises(program)]
        data = write_calendar(items, present.now, name)
        _prove(data, items)
        path = target if isinstance(target, Path) else None
        if isinstance(target, Path):
            with new_file(target) as made:
                made.file.write(data)
                made.keep()
        else:
            shutil.copyfileobj(BytesIO(data), target)
            target.flush()
        tasks = sum(item.task for item in items)
        return CalendarExportReport(
            path, program, len(items) - tasks, tasks, len(data), out.undated, out.unsaid, out.secret
        )


def _chosen(book: BookReader, ids: Iterable[ContactId] | None, query: str | None) -> frozenset[int] | None:
    """Whom it is to be about; None for everybody, and for what is about nobody too."""
    chosen: frozenset[int] | None = None
    if ids is not None:
        chosen = frozenset(ids)
        for contact in chosen:
            if not book.contacts.exists(ContactId(contact)):
                raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, contact=contact)
    if query is not None:
        found = frozenset(book.search.exactly(query, PeopleFilter()))
        chosen = found if chosen is None else chosen & found
    return chosen


class _Outgoing:
    """Gathers what goes out, and counts what cannot."""

    def __init__(self, book: BookReader, chosen: frozenset[int] | None, say: Say, present: Present) -> None:
        self.undated = self.unsaid = self.secret = 0
        self._book = book
        self._chosen = chosen
        self._say = say
        self._present = present
        self._names: dict[int, str] = {}

    def days(self, job: Stepping) -> Iterator[OutgoingEvent]:
        """The days of people, in order of their names."""
        everybody = self._book.contacts.ids(PeopleFilter(), PeopleSort.NAME)
        people = [one for one in everybody if self._chosen is None or one in self._chosen]
        for done, contact in enumerate(self._book.contacts.iterate(people)):
            if done % STEP_EVERY == 0:
                job.step(done, len(people))
            if contact.id is not None:
                yield from self._days_of(contact, contact.id)

    def _days_of(self, contact: Contact, number: ContactId) -> Iterator[OutgoingEvent]:
        name = self._names[number] = called(contact)
        uid = next((line.value for line in contact.properties if line.name.upper() == "UID"), str(number))
        for place, moment in enumerate((*moments_of(contact), *self._book.moments.of((number,)))):
            item = moment_outward(moment, self._say(moment, (name,)), (uid, place), self._present)
            if item is not None:
                yield item

    def reminders(self, program: CalendarProgram) -> Iterator[OutgoingEvent]:
        """Open reminders."""
        for reminder in self._open(self._book.reminders.open()):
            title = self._say(reminder, self._named(reminder.people))
            item = reminder_outward(reminder, title, program, self._present)
            self.undated += item is None
            if item is not None:
                self.unsaid += rule_unsaid(reminder, item)
                yield item

    def promises(self, program: CalendarProgram) -> Iterator[OutgoingEvent]:
        """Open promises."""
        for promise in self._open(self._book.promises.open()):
            title = self._say(promise, self._named(promise.people))
            item = promise_outward(promise, title, program, self._present)
            self.undated += item is None
            if item is not None:
                yield item

    def _open(self, kept: Sequence[_Kept]) -> Iterator[_Kept]:
        """Those about the chosen, without what was told in confidence: that leaves the book nowhere."""
        secret = secret_of(self._book, kept)
        for one in kept:
            if not concerns(one.people, self._chosen):
                continue
            if one.told_in in secret:
                self.secret += 1
            else:
                yield one

    def _named(self, people: Sequence[ContactId]) -> tuple[str, ...]:
        missing = [one for one in people if one not in self._names]
        for contact in self._book.contacts.iterate(self._book.contacts.living(missing)):
            if contact.id is not None:
                self._names[contact.id] = called(contact)
        return tuple(self._names[one] for one in people if self._names.get(one))


def _prove(data: bytes, items: list[OutgoingEvent]) -> None:
    """Reads the file back as if somebody else had written it."""
    from relate_desktop.formats.icalendar.write import read_back, written_title  # noqa: PLC0415

    meant = {item.uid: (written_title(item), item.on) for item in items}
    if read_back(data) != meant:
        raise UserError(ErrorKind.EXPORT_NOT_PROVEN, contact=None, name="", property="VEVENT", faults=1)

"""Calendars of the book: what takes place when, and which calendars there are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path

from relate_desktop.domain.calendar import Calendar
from relate_desktop.domain.calendar_event import CalendarEvent, Occurrence, in_order
from relate_desktop.domain.calendar_file import CalendarComponent
from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.errors import ErrorKind, InputError, UsageError
from relate_desktop.domain.event_series import Scheduled, occurrences
from relate_desktop.domain.ids import CalendarId, EventId
from relate_desktop.domain.importing import ImportReport
from relate_desktop.domain.text import squeezed
from relate_desktop.formats.icalendar.zones import world_zone
from relate_desktop.services.calendar_files import CalendarFiles, follow
from relate_desktop.services.calendar_reading import reader_anew, zone_said
from relate_desktop.services.imports import ImportsService
from relate_desktop.services.invitation_answers import InvitationAnswers
from relate_desktop.services.jobs import Stepping
from relate_desktop.services.present import PresentSource
from relate_desktop.storage.book import BookReader, BookWriter
from relate_desktop.storage.calendars import RefusedComponent
from relate_desktop.storage.database import Database


class CalendarsService:
    """Reads may be asked on any thread; writes not on the window's."""

    def __init__(self, database: Database, origin: Origin, present: PresentSource) -> None:
        self._database = database
        self._origin = origin
        self._present = present
        self._files = CalendarFiles(database, lambda: present().now)

    # --------------------------------------------------------------- reading

    def all(self) -> tuple[Calendar, ...]:
        """Every calendar, in order of arrival."""
        with self._database.read() as book:
            return tuple(_with_zone(book, one) for one in book.calendars.all())

    def get(self, calendar: CalendarId) -> Calendar:
        """One calendar; raises NotFoundError(CALENDAR_UNKNOWN)."""
        with self._database.read() as book:
            return _with_zone(book, book.calendars.get(calendar))

    def agenda(
        self, start: datetime, end: datetime, calendars: Sequence[CalendarId] | None = None
    ) -> tuple[Occurrence, ...]:
        """What takes place from ``start`` to before ``end``, in the order of an agenda.

        In the calendars that are shown, or in these. What was called off is there and says so.
        """
        with self._database.read() as book:
            return _expanded(book.calendars.between(start, end, calendars), start, end, self._present().here)

    def refused(self, calendar: CalendarId) -> tuple[RefusedComponent, ...]:
        """What of a calendar could not be read, and why."""
        with self._database.read() as book:
            return tuple(book.calendars.refused(calendar))

    def hidden(self) -> tuple[CalendarEvent, ...]:
        """The events that the user does not want to see."""
        with self._database.read() as book:
            return tuple(one.event for one in book.calendars.hidden())

    # --------------------------------------------------------------- writing

    def add(self, paths: Sequence[Path], job: Stepping) -> ImportReport:
        """Brings calendars in, which are watched from then on; it is an import like any other."""
        return ImportsService(self._database, self._origin).run(paths, job=job)

    def read_again(self, job: Stepping, calendar: CalendarId | None = None) -> int:
        """Reads the watched files at once, of all calendars or of one; how many calendars changed."""
        chosen = self.all() if calendar is None else (self.get(calendar),)
        return self._files.read(chosen, lambda: job.step(0, 0), self._origin)

    def follow(self, stopped: Callable[[], bool]) -> None:
        """One look of the background at the watched files; ends early once it is told to."""
        follow(self._files, self.all(), stopped)

    def find_file(self, calendar: CalendarId, path: Path) -> bool:
        """Watches a calendar's file, or folder, where it lies now; whether that changes anything.

        Raises InputError(FILE_MISSING) where there is nothing.
        """
        place = str(path.absolute())
        if not path.exists():
            raise InputError(ErrorKind.FILE_MISSING, path=place)
        changed = self._change(calendar, lambda book: book.calendars.save(calendar, path=place))
        return bool(self._files.read((self.get(calendar),), lambda: None, self._origin)) or changed

    def explain_zone(self, calendar: CalendarId, zone: str, means: str) -> bool:
        """Says which time zone of the world a calendar means by a name that nobody could explain.

        Its events have their hours from then on. Raises UsageError(ZONE_UNKNOWN).
        """
        known = world_zone(means)
        if not known:
            raise UsageError(ErrorKind.ZONE_UNKNOWN, zone=means)
        return self._change(calendar, lambda book: _explain(book, calendar, zone, known))

    def rename(self, calendar: CalendarId, name: str) -> bool:
        """Gives a calendar another name; whether it is another."""
        if not squeezed(name):
            raise UsageError(ErrorKind.NAME_MISSING)
        return self._change(calendar, lambda book: book.calendars.save(calendar, name=squeezed(name)))

    def colour(self, calendar: CalendarId, hue: int) -> bool:
        """Gives a calendar another colour; whether it is another."""
        return self._change(calendar, lambda book: book.calendars.save(calendar, hue=hue))

    def show(self, calendar: CalendarId, *, shown: bool) -> bool:
        """Shows a calendar, or shows it no more; whether that changes anything."""
        return self._change(calendar, lambda book: book.calendars.save(calendar, shown=shown))

    def remove(self, calendar: CalendarId) -> None:
        """Takes a calendar out of the book with everything in it; its file stays where it is."""
        with self._database.write(Operation(OperationKind.CALENDAR_REMOVE, self._origin)) as book:
            book.note(name=book.calendars.get(calendar).name)
            book.calendars.remove(calendar)

    def hide_series(self, event: EventId, *, hidden: bool = True) -> bool:
        """Shows an event with all its occurrences no more, or again; whether that changes anything."""
        kind = OperationKind.EVENT_HIDE if hidden else OperationKind.EVENT_SHOW
        with self._database.write(Operation(kind, self._origin)) as book:
            series = book.calendars.series(event)[0].event
            book.note(title=series.title)
            change = book.calendars.hide if hidden else book.calendars.unhide
            return change(event)

    def _change(self, calendar: CalendarId, change: Callable[[BookWriter], bool]) -> bool:
        with self._database.write(Operation(OperationKind.CALENDAR_EDIT, self._origin)) as book:
            changed = change(book)
            book.note(name=book.calendars.get(calendar).name)
            return changed


def _with_zone(book: BookReader, calendar: Calendar) -> Calendar:
    """The calendar with the zone to propose, where it speaks of one that nobody explains."""
    if not calendar.unknown_zones:
        return calendar
    said = (zone_said(book.calendars.around(file.id)) for file in book.calendars.files(calendar.id))
    return replace(calendar, zone=next((zone for zone in said if zone), ""))


def _explain(book: BookWriter, calendar: CalendarId, zone: str, means: str) -> bool:
    book.calendars.get(calendar)
    answers = {**book.calendars.answers(calendar), zone: means}
    book.calendars.answer(calendar, answers)
    of_file: dict[int, dict[int, CalendarComponent]] = {}
    readers: dict[int, Callable[[bytes], CalendarComponent]] = {}
    for number, file, raw in book.calendars.of_unknown_zone(calendar, zone):
        if file not in readers:
            readers[file] = reader_anew(answers, book.calendars.around(file))
        of_file.setdefault(file, {})[number] = readers[file](raw)
    given = InvitationAnswers(book.calendars, book.calendars)
    for file, coming in of_file.items():
        said = given.put(coming.values())
        book.calendars.replace_components(file, dict(zip(coming, said, strict=True)))
    return book.changed


def _expanded(
    groups: Iterable[Sequence[Scheduled]], start: datetime, end: datetime, here: tzinfo
) -> tuple[Occurrence, ...]:
    return in_order(one for series in groups for one in occurrences(series, start, end, here))

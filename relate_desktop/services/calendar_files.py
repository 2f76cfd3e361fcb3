"""The files of calendars looked at again: what changed is read, what is gone is told.

A file is the truth about its calendar. It is read before the book is asked for its turn to write,
so that nobody waits for a long calendar, and a file that is just being written is left for the
next look. What a file says is looked at again only once the file is another.
"""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from relate_desktop.domain.calendar import Calendar
from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.errors import Cancelled, ErrorKind, InputError
from relate_desktop.domain.ids import CalendarId
from relate_desktop.formats.registry import CALENDAR_SUFFIXES
from relate_desktop.services.calendar_import import LARGEST, CalendarFile, CalendarTaker
from relate_desktop.services.calendar_reading import CalendarRecord, CalendarText, calendar_text, records_of
from relate_desktop.services.import_files import whole_file
from relate_desktop.storage.calendars import KeptFile
from relate_desktop.storage.database import Database

_SETTLED = timedelta(seconds=2)
"""A file that was written to in the last moments may not be whole yet."""


class _Overtaken(Exception):  # noqa: N818 - no error: the next look does it
    """Somebody else wrote to the calendar between reading and writing."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that says something else than the book, read and not yet written."""

    file: CalendarFile
    records: tuple[CalendarRecord, ...]


@dataclass(frozen=True, slots=True)
class _Content:
    """A file that is another than the one that was kept, cut into its pieces."""

    file: CalendarFile
    text: CalendarText


@dataclass(frozen=True, slots=True)
class _Found:
    """What a look at a calendar's place found; ``whole`` is False where something has to wait."""

    read: tuple[_Read, ...] = ()
    gone: tuple[KeptFile, ...] = ()
    whole: bool = True


class CalendarFiles:
    """Reads the watched files of one book. Not for the window's thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def look(self, calendars: Sequence[Calendar], tick: Callable[[], None], origin: Origin) -> int:
        """Reads what is another than at the last look; how many calendars changed by it.

        ``tick`` may raise Cancelled; what was written by then stays.
        """
        return sum(self._look(calendar, tick, origin, again=False) for calendar in calendars if calendar.path)

    def read(self, calendars: Sequence[Calendar], tick: Callable[[], None], origin: Origin) -> int:
        """Reads everything again, whether it seems to be another or not; how many calendars changed."""
        return sum(self._look(calendar, tick, origin, again=True) for calendar in calendars if calendar.path)

    def _look(self, calendar: Calendar, tick: Callable[[], None], origin: Origin, *, again: bool) -> bool:
        tick()
        path = Path(calendar.path)
        seen = _seen(path)
        with self._database.read() as book:
            before = book.calendar_looks.get(calendar.path)
            files = book.calendars.files(calendar.id)
            answers = book.calendars.answers(calendar.id)
        if not seen:
            if before is None or not before.missing:
                self._put(calendar.path, "", missing=True, turned=True)
            return False
        if not again and before is not None and before.seen == seen and not before.missing:
            return False
        found = self._find(calendar, files, answers, tick)
        try:
            changed = self._write(calendar.id, found, origin)
        except _Overtaken:
            return False
        if found.whole and _seen(path) == seen:
            self._put(calendar.path, seen, missing=False, turned=before is not None and before.missing)
        return changed

    def _find(
        self,
        calendar: Calendar,
        files: Sequence[KeptFile],
        answers: Mapping[str, str],
        tick: Callable[[], None],
    ) -> _Found:
        """What has to be read; nothing of the book is written."""
        path = Path(calendar.path)
        known = {file.path: file for file in files}
        several = path.is_dir()
        try:
            there = _files_in(path) if several else [path]
        except OSError:
            return _Found(whole=False)
        read: list[_Read] = []
        whole = True
        for one in there:
            try:
                content = _read(one, known.get(str(one)), of_folder=path if several else None)
            except InputError:
                whole = False
                continue
            if content is not None and content.text.split.unended and self._fresh(one):
                whole = False
            elif content is not None:
                kept = self._known(calendar.id, known.get(str(one)))
                read.append(_Read(content.file, tuple(records_of(content.text, answers, tick, kept))))
        present = {str(one) for one in there}
        gone = tuple(file for file in files if several and file.path not in present)
        return _Found(tuple(read), gone, whole)

    def _known(self, calendar: CalendarId, file: KeptFile | None) -> tuple[bytes, ...]:
        """The essences of what is kept of a file and not in question."""
        if file is None:
            return ()
        with self._database.read() as book:
            present = book.calendars.present(calendar).values()
        return tuple(one.essence for kept in present for one in kept if one.file == file.id and one.clear)

    def _fresh(self, path: Path) -> bool:
        """Whether somebody wrote to it a moment ago."""
        try:
            written = path.stat().st_mtime
        except OSError:
            return True
        return abs(self._clock().timestamp() - written) < _SETTLED.total_seconds()

    def _write(self, calendar: CalendarId, found: _Found, origin: Origin) -> bool:
        if not (found.read or found.gone):
            return False
        with self._database.write(Operation(OperationKind.CALENDAR_READ, origin)) as book:
            kept = book.calendars.find(calendar)
            if kept is None:
                return False  # removed meanwhile
            taker = CalendarTaker(book.calendars, book.calendars)
            if not all(taker.take_read(calendar, one.file, one.records) for one in found.read):
                raise _Overtaken
            if found.gone:
                taker.drop(calendar, found.gone)
            book.note(name=kept.name, **taker.counts.facts)
            return book.changed

    def _put(self, path: str, seen: str, *, missing: bool, turned: bool) -> None:
        at: datetime | None = None if missing else self._clock()
        with self._database.aside() as aside:
            if turned:
                aside.tell("calendar_looks")
            aside.calendar_looks.put(path, seen, read_at=at, missing=missing)


def follow(files: CalendarFiles, calendars: Sequence[Calendar], stopped: Callable[[], bool]) -> None:
    """One look of the background; ends early once it is told to."""

    def tick() -> None:
        if stopped():
            raise Cancelled

    try:
        files.look(calendars, tick, Origin.CALENDAR)
    except Cancelled:
        return


def _read(path: Path, kept: KeptFile | None, *, of_folder: Path | None) -> _Content | None:
    """The file as it is now; None where it says what is kept. Raises InputError where it has to wait."""
    content, sha256 = whole_file(path, LARGEST)
    if kept is not None and kept.sha256 == sha256:
        return None
    text = calendar_text(content)
    if of_folder is not None and not text.one_event:
        return None  # a calendar of its own, which nobody asked for
    if of_folder is None and text.messages_alone:
        return None  # somebody's answer, which a mail program saved over the invitation
    if not text.split.calendars:
        raise InputError(ErrorKind.FILE_CHANGED, path=str(path))
    return _Content(CalendarFile(path.name, content, sha256, str(path), of_folder), text)


def _seen(path: Path) -> str:
    """What tells a file or folder as it is now from any other; empty where nothing is there."""
    try:
        if not path.is_dir():
            return _signature(path.stat())
        found = hashlib.sha256(usedforsecurity=False)
        for one in _files_in(path):
            found.update(f"{one.name}\0{_signature(one.stat())}\n".encode("utf-8", "surrogateescape"))
        return found.hexdigest()
    except OSError:
        return ""


def _signature(status: os.stat_result) -> str:
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ino}"


def _files_in(folder: Path) -> list[Path]:
    """The calendar files that lie in a folder itself, in order of name."""
    return sorted(_calendars(folder))


def _calendars(folder: Path) -> Iterator[Path]:
    for one in folder.iterdir():
        if one.suffix.lower() in CALENDAR_SUFFIXES and not one.name.startswith(".") and one.is_file():
            yield one

"""One pass over all files of an import: each opened in its turn, told apart where it cannot be read."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from relate_desktop.domain.draft import Remark, RemarkKind
from relate_desktop.domain.errors import ErrorKind, InputError
from relate_desktop.domain.importing import FileReport, Finding
from relate_desktop.formats.registry import ICALENDAR
from relate_desktop.formats.zipped import archive_of
from relate_desktop.services.calendar_import import LARGEST, CalendarFile, CalendarTaker
from relate_desktop.services.calendar_reading import CalendarRecord
from relate_desktop.services.import_files import MeantFile, Meter, OpenFile, opened, total_size
from relate_desktop.services.import_run import ImportRun
from relate_desktop.services.import_tally import Tally
from relate_desktop.services.jobs import Stepping


class FileFollower(Protocol):
    """Who wants to know where in the files the pass is."""

    def begin_file(self, index: int, source: OpenFile) -> None:
        """A file is open; its records follow."""

    def event(self, record: CalendarRecord, finding: Finding, calendar: str) -> None:
        """One record of a calendar, what it is to the book, and the calendar's name."""

    def end_file(self, source: OpenFile, tally: Tally) -> None:
        """All records of the file are through."""

    def unreadable_file(self, index: int, remark: Remark) -> None:
        """The file could not be read at all."""


class _Halfway(Exception):  # noqa: N818 - carries an error, is none
    """An error in a file of which something was taken already."""

    def __init__(self, error: InputError) -> None:
        super().__init__()
        self.error = error


class FilesPass:
    """Takes the files of one import through an ``ImportRun``, one after another."""

    def __init__(self, files: Sequence[MeantFile], job: Stepping, calendars: CalendarTaker) -> None:
        self._files = files
        self._calendars = calendars
        self._meter = Meter(total_size(files), job.step)

    def take(self, run: ImportRun, follower: FileFollower) -> tuple[FileReport, ...]:
        """What became of each file.

        Raises the first file's InputError when none could be read, and whatever befalls a file
        of which something was taken already: then the whole import has to be given up.
        """
        self._meter.tick()
        reports: list[FileReport] = []
        errors: list[InputError] = []
        for index, meant in enumerate(self._files):
            try:
                reports.append(self._take_one(index, meant, run, follower))
            except _Halfway as halfway:
                raise halfway.error from halfway
            except InputError as error:
                errors.append(error)
                reports.append(self._refuse(index, meant, error, run, follower))
        if len(errors) == len(reports) and errors:
            raise errors[0]
        return tuple(reports)

    def _take_one(self, index: int, meant: MeantFile, run: ImportRun, follower: FileFollower) -> FileReport:
        tally = Tally(str(meant.path), meant.format or "")
        try:
            with opened(meant, self._meter) as source:
                tally.format = source.format
                follower.begin_file(index, source)
                if source.format == ICALENDAR:
                    self._take_calendar(meant, source, run, tally, follower)
                else:
                    run.take_file(source.records(), tally, self._meter.tick)
                follower.end_file(source, tally)
        except InputError as error:
            if tally.records or error.kind is ErrorKind.FILE_CHANGED:
                raise _Halfway(error) from error
            raise
        return tally.report()

    def _take_calendar(
        self, meant: MeantFile, source: OpenFile, run: ImportRun, tally: Tally, follower: FileFollower
    ) -> None:
        def follow(record: CalendarRecord, finding: Finding, calendar: str) -> None:
            run.pass_over()
            follower.event(record, finding, calendar)

        content = source.content(LARGEST)
        # What lies in an archive is not watched, also where the archive lies in a folder.
        packed = bool(archive_of(meant.path))
        folder = None if packed or meant.folder is None else meant.folder.absolute()
        path = "" if packed else str(Path(meant.path).absolute())
        file = CalendarFile(meant.path.name, content, source.sha256, path, folder)
        self._calendars.take(file, tally, self._meter.tick, follow)

    def _refuse(
        self, index: int, meant: MeantFile, error: InputError, run: ImportRun, follower: FileFollower
    ) -> FileReport:
        facts = {name: value for name, value in error.facts.items() if isinstance(value, str | int)}
        remark = Remark(RemarkKind.FILE_UNREADABLE, 0, {**facts, "error": error.kind.value})
        tally = Tally(str(meant.path), meant.format or "")
        tally.skip(0, 0, remark)
        run.pass_over()
        follower.unreadable_file(index, remark)
        return tally.report()

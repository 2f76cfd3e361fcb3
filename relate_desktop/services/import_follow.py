"""What a plan and a run each keep of the files they go through."""

from collections.abc import Sequence

from relate_desktop.domain.draft import Refusal, Remark
from relate_desktop.domain.errors import ErrorKind, InputError
from relate_desktop.domain.importing import Finding, PlannedFile
from relate_desktop.services.calendar_reading import CalendarRecord
from relate_desktop.services.import_files import MeantFile, OpenFile
from relate_desktop.services.import_plan import PlanRows
from relate_desktop.services.import_run import Outcome
from relate_desktop.services.import_tally import Tally
from relate_desktop.services.import_write import BookWorld


class Unfollowed:
    """For a dry run: nothing of the files is kept."""

    def begin_file(self, index: int, source: OpenFile) -> None:
        """A file is open."""

    def event(self, record: CalendarRecord, finding: Finding, calendar: str) -> None:
        """A record of a calendar was compared."""

    def end_file(self, source: OpenFile, tally: Tally) -> None:
        """All its records are through."""

    def unreadable_file(self, index: int, remark: Remark) -> None:
        """It could not be read."""


class PlanFollower:
    """Gathers the files and rows of a plan."""

    def __init__(self, meant: Sequence[MeantFile], rows: PlanRows) -> None:
        self._meant = meant
        self._index = 0
        self.rows = rows
        self.files: list[PlannedFile] = []

    def begin_file(self, index: int, source: OpenFile) -> None:
        """The rows that follow are of this file."""
        del source
        self._index = index

    def event(self, record: CalendarRecord, finding: Finding, calendar: str) -> None:
        """One row for a record of a calendar."""
        self.rows.note_event(self._index, record, finding, calendar)

    def end_file(self, source: OpenFile, tally: Tally) -> None:
        """Keep what tells whether the file is still the same later."""
        self.files.append(
            PlannedFile(str(source.path), source.format, source.size, source.sha256, tally.properties)
        )

    def unreadable_file(self, index: int, remark: Remark) -> None:
        """One row for the whole file."""
        self.rows.note_file(index, remark)
        self.files.append(PlannedFile(str(self._meant[index].path), "", 0, ""))

    def note(self, outcome: Outcome) -> None:
        """One row for a record."""
        self.rows.note(self._index, outcome)

    def refused(self, refusal: Refusal) -> None:
        """One row for a record that cannot be read."""
        self.rows.note_refusal(self._index, refusal)


class WriteFollower:
    """Notes the files in the book, and holds them to what was planned."""

    def __init__(self, world: BookWorld, planned: Sequence[PlannedFile] | None) -> None:
        self._world = world
        self._planned = planned
        self._index = 0

    def begin_file(self, index: int, source: OpenFile) -> None:
        """Raises InputError(FILE_CHANGED) when the file cannot be the planned one."""
        self._index = index
        if self._planned is not None and self._planned[index].size != source.size:
            raise InputError(ErrorKind.FILE_CHANGED, path=str(source.path))
        self._world.begin_file(source.path.name, source.format)

    def event(self, record: CalendarRecord, finding: Finding, calendar: str) -> None:
        """The file is noted once something of it is kept."""
        del record, calendar
        if finding in {Finding.NEW, Finding.UPDATE}:
            self._world.note_file()

    def end_file(self, source: OpenFile, tally: Tally) -> None:
        """Raises InputError(FILE_CHANGED) when the file was not the planned one."""
        del tally
        if self._planned is not None and self._planned[self._index].sha256 != source.sha256:
            raise InputError(ErrorKind.FILE_CHANGED, path=str(source.path))
        self._world.end_file(source.sha256)

    def unreadable_file(self, index: int, remark: Remark) -> None:
        """Raises InputError(FILE_CHANGED) when the file could be read while planning."""
        del remark
        if self._planned is not None and self._planned[index].sha256:
            raise InputError(ErrorKind.FILE_CHANGED, path=self._planned[index].path)

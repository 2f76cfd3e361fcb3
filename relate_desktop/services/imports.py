"""Files come in: looked at first, then written as one change that can be taken back at any time."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.importing import (
    Decisions,
    FileReport,
    Finding,
    ImportPlan,
    ImportReport,
    OnMatch,
    PlannedFile,
)
from relate_desktop.services.calendar_import import CalendarTaker
from relate_desktop.services.import_choices import by_choice, by_field, by_rule
from relate_desktop.services.import_detail import ImportDetail, detail_of
from relate_desktop.services.import_files import MeantFile, meant_files
from relate_desktop.services.import_follow import PlanFollower, Unfollowed, WriteFollower
from relate_desktop.services.import_pass import FilesPass
from relate_desktop.services.import_plan import PlanRows, PlanWorld
from relate_desktop.services.import_run import Choosing, ChoosingFields, ImportRun
from relate_desktop.services.import_spool import Spool
from relate_desktop.services.import_write import BookWorld
from relate_desktop.services.jobs import Stepping
from relate_desktop.services.temporary import temporary_folder
from relate_desktop.storage.book import BookWriter
from relate_desktop.storage.database import Database
from relate_desktop.system.new_file import new_file

Then = Callable[[BookWriter, Sequence[ContactId]], object]
"""What is written together with an import: it gets the book and the new people."""


class ImportsService:
    """Imports into one book. Each method may take long and belongs into a job."""

    def __init__(self, database: Database, origin: Origin) -> None:
        self._database = database
        self._origin = origin

    def run(
        self,
        paths: Sequence[Path],
        *,
        format: str | None = None,  # noqa: A002 - the word of the command line
        on_match: OnMatch = OnMatch.REVIEW,
        dry_run: bool = False,
        kind: OperationKind = OperationKind.IMPORT,
        job: Stepping,
        then: Then | None = None,
    ) -> ImportReport:
        """Bring files and folders in, in one pass and one change, which history keeps as ``kind``.

        ``then`` may add to the same change; it is called with the new people.
        A file among several that cannot be read is reported as skipped; where none can be, its
        InputError is raised. Nothing stays on any error, and on Cancelled.
        """
        files = meant_files(paths, format)
        rule = by_rule(on_match)
        if dry_run:
            with _uncollected(), self._database.read() as book:
                run = ImportRun(PlanWorld(book, self._spool()), rule)
                taker = CalendarTaker(book.calendars, None)
                reports = FilesPass(files, job, taker).take(run, Unfollowed())
            return ImportReport(None, dry_run=True, files=reports)
        return self._write(files, rule, None, job, kind, then=then)

    def plan(
        self,
        paths: Sequence[Path],
        *,
        format: str | None = None,  # noqa: A002 - the word of the command line
        on_match: OnMatch = OnMatch.REVIEW,
        job: Stepping,
    ) -> ImportPlan:
        """What an import would do, row for row; nothing is written to the book.

        Errors are those of ``run``.
        """
        files = meant_files(paths, format)
        spool = self._spool()
        follower = PlanFollower(files, PlanRows(spool))
        with _uncollected(), self._database.read() as book:
            run = ImportRun(PlanWorld(book, spool), by_rule(on_match), follower.note, follower.refused)
            taker = CalendarTaker(book.calendars, None, whole=True)
            FilesPass(files, job, taker).take(run, follower)
        counts = Counter(row.finding for row in follower.rows)
        return ImportPlan(
            files=tuple(follower.files),
            rows=follower.rows,
            counts={finding: counts[finding] for finding in Finding},
        )

    def apply(self, plan: ImportPlan, decisions: Decisions, job: Stepping) -> ImportReport:
        """Do what the plan says, apart from what was decided of rows and of single lines.

        The files are read again. Raises InputError(FILE_CHANGED) when one is no longer what was
        planned. Where the book changed since, a record is never brought into a person other than
        the one it was shown with: it comes in on its own and waits among possible duplicates.
        """
        files = tuple(MeantFile(Path(file.path), file.format or None) for file in plan.files)
        return self._write(files, by_choice(plan, decisions), plan.files, job, fields=by_field(decisions))

    def detail(self, plan: ImportPlan, row: int) -> ImportDetail:
        """One row of a plan, whole; rows count from 0."""
        with self._database.read() as book:
            return detail_of(book, plan, row)

    def save_unreadable(self, plan: ImportPlan, target: Path) -> int:
        """Save the text of all records that could not be read to a file; answers how many.

        Raises StorageError when the target cannot be written; it is then as it was.
        """
        rows = plan.rows
        if not isinstance(rows, PlanRows):
            raise TypeError(type(rows).__name__)
        pieces = [number for number, row in enumerate(rows) if row.remark is not None and row.record]
        with new_file(target) as made:
            for number in pieces:
                raw = rows.raw(number)
                made.file.write(raw if raw.endswith((b"\n", b"\r")) else raw + b"\r\n")
            made.keep()
        return len(pieces)

    def _write(
        self,
        files: Sequence[MeantFile],
        choose: Choosing,
        planned: Sequence[PlannedFile] | None,
        job: Stepping,
        kind: OperationKind = OperationKind.IMPORT,
        *,
        fields: ChoosingFields | None = None,
        then: Then | None = None,
    ) -> ImportReport:
        with _uncollected(), self._database.write(Operation(kind, self._origin)) as book:
            world = BookWorld(book)
            run = ImportRun(world, choose, fields=fields)
            taker = CalendarTaker(book.calendars, book.calendars)
            reports = FilesPass(files, job, taker).take(run, WriteFollower(world, planned))
            if then is not None:
                then(book, world.added)
            book.note(**_facts(reports), **taker.counts.facts)
        changeset = book.changeset if book.changed else None
        return ImportReport(changeset, dry_run=False, files=reports)

    def _spool(self) -> Spool:
        return Spool(temporary_folder(self._database))


def _facts(reports: Sequence[FileReport]) -> dict[str, int]:
    people = [report for report in reports if not report.of_events]
    return {
        "created": sum(report.created + report.review for report in people),
        "updated": sum(report.updated for report in people),
        "review": sum(report.review for report in people),
    }


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which would look at every record again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

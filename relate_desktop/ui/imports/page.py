"""The room of imports: choose, read, look, import (mocks 04 and 15)."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from relate_desktop.domain.errors import UserError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.importing import ImportPlan, ImportReport
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.imports.look import LookPage
from relate_desktop.ui.imports.reading import ReadingPage
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.empty import EmptyPage
from relate_desktop.ui.kit.room import Message, Room
from relate_desktop.ui.kit.strip import Strip, StripShelf
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.errors import tell
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


class ImportsRoom(Room):
    """Place: ``import``. Nothing is written before the button."""

    progress_kinds = frozenset({JobKind.IMPORT_PLAN, JobKind.IMPORT})

    def __init__(self, book: "OpenBook", work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._work = book, work
        self._plan: ImportPlan | None = None
        self._job: Job[ImportPlan] | Job[ImportReport] | None = None
        self._writing = False
        self._look = 0
        self._next: list[Path] = []
        self.strip = Strip(identifier="import.strip")
        choose = Button(_("Choose a file…"), "import.choose_first", kind="primary", icon="file-arrow-down")
        choose.clicked.connect(self.choose)
        self.empty = EmptyPage(
            "tray-arrow-down",
            _("Look before you import"),
            _("Drop contacts or a calendar here, or choose a file. Nothing changes until you say so."),
            button=choose,
        )
        self.reading = ReadingPage()
        self.look = LookPage(self._called)
        self._stack = QStackedWidget()
        for page in (self.empty, self.reading, self.look):
            self._stack.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(StripShelf(self.strip))
        box.addWidget(self._stack, 1)
        self._connect()

    # what the shell asks

    @property
    def title(self) -> str:
        """The place for the window's title."""
        return _("Import people")

    def go(self, _place: Place) -> None:
        """Show what was being looked at; a finished import begins anew."""
        if self._plan is None and self._job is None:
            self._stack.setCurrentWidget(self.empty)

    def take_files(self, paths: Sequence[Path]) -> bool:
        """Read files and folders and show what they hold."""
        if self._writing:
            # the import under way is not given up for the next: that one is read afterwards
            self._next = list(paths)
            return True
        if self._job is not None:
            self._job.cancel()
        self._look += 1
        look = self._look
        self.strip.hide()
        self._plan = None
        names = ", ".join(path.name for path in paths[:3])
        self.reading.start(_("Reading {file}").format(file=names))
        self._stack.setCurrentWidget(self.reading)
        self._job = self._work.run(
            Lane.READ,
            lambda job: self._book.imports.plan(paths, job=job),
            lambda plan: self._planned(look, plan, paths),
            lambda error: self._failed(look, error),
            kind=JobKind.IMPORT_PLAN,
            on_cancelled=lambda: self._stopped(look),
            owner=self,
        )
        return True

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """Ctrl+Enter imports, Ctrl+F searches."""
        looking = self._stack.currentWidget() is self.look
        return {"save": self._run, "find": self.look.begin_search} if looking else {}

    def regions(self) -> Sequence[QWidget]:
        """Tabs, table, details, button."""
        if self._stack.currentWidget() is self.look:
            return self.look.regions()
        return [self]

    def default_focus(self) -> QWidget | None:
        """The button that imports; the table where there is nothing to import."""
        return self.look.first if self._stack.currentWidget() is self.look else None

    def choose(self) -> None:
        """Let the user choose files."""
        self.offered.emit([])

    # inside

    def _connect(self) -> None:
        self._work.progressed.connect(self._progressed)
        self.reading.stop_asked.connect(self._stop)
        self.look.choose_asked.connect(self.choose)
        self.look.cancelled.connect(self._leave)
        self.look.run_asked.connect(self._run)
        self.look.row_opened.connect(self._open_row)
        self.look.save_unreadable_asked.connect(self._save_unreadable)

    def _called(self, contact: ContactId) -> str:
        rows = self._book.contacts.summaries([contact])
        return rows[0].called if rows else ""

    def _planned(self, look: int, plan: ImportPlan, paths: Sequence[Path]) -> None:
        if look != self._look:
            return
        self._job = None
        self._plan = plan
        self.look.show_plan(plan, [path.name for path in paths])
        self._stack.setCurrentWidget(self.look)
        self.acts_changed.emit()
        self.look.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _progressed(self, job: Job[object]) -> None:
        if job is self._job:
            self.reading.show_progress(job.progress)

    def _failed(self, look: int, error: BaseException) -> None:
        if look != self._look:
            return
        self._job = None
        self._writing = False
        self._stack.setCurrentWidget(self.look if self._plan is not None else self.empty)
        if isinstance(error, UserError):
            told = tell(error)
            self.strip.show_problem(told.line)
        self.acts_changed.emit()

    def _stopped(self, look: int) -> None:
        if look != self._look:
            return
        self._job = None
        self._writing = False
        self._stack.setCurrentWidget(self.look if self._plan is not None else self.empty)
        self.said.emit(Message(_("Stopped. Nothing was changed.")))
        self.acts_changed.emit()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _leave(self) -> None:
        self._plan = None
        self._stack.setCurrentWidget(self.empty)
        self.acts_changed.emit()
        self.asked.emit(Place("people"))

    def _open_row(self, number: int) -> None:
        plan = self._plan
        if plan is None:
            return
        self._work.run(
            Lane.READ,
            lambda _job: self._book.imports.detail(plan, number),
            lambda detail: self.look.show_detail(number, detail),
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _run(self) -> None:
        plan = self._plan
        if plan is None or self._job is not None:
            return
        decisions, look = self.look.decisions(), self._look
        self._writing = True
        self.strip.hide()
        self.reading.start(_("Importing"))
        self._stack.setCurrentWidget(self.reading)
        self._job = self._work.run(
            Lane.WRITE,
            lambda job: self._book.imports.apply(plan, decisions, job=job),
            self._imported,
            lambda error: self._failed(look, error),
            kind=JobKind.IMPORT,
            on_cancelled=lambda: self._stopped(look),
            owner=self,
        )
        self.acts_changed.emit()

    def _imported(self, report: ImportReport) -> None:
        self._job = None
        self._writing = False
        self._plan = None
        self._stack.setCurrentWidget(self.empty)
        self.acts_changed.emit()
        created = sum(file.created + file.review for file in report.files if not file.of_events)
        of_events = all(file.of_events for file in report.files)
        if of_events:
            self._imported_calendars(report)
        elif report.changeset is None:
            self.said.emit(Message(_("Everybody in the file is here already.")))
            self.asked.emit(Place("people"))
        elif created == self._book.contacts.count():
            # these are the first people of the book: on to whom not to lose touch with
            self.asked.emit(Place("choose"))
        elif created:
            self.asked.emit(Place("people", f"added/{report.changeset}"))
        else:
            self.asked.emit(Place("people"))
        self._go_on()

    def _imported_calendars(self, report: ImportReport) -> None:
        if report.changeset is None:
            self.said.emit(Message(_("Everything in the file is here already.")))
        self.asked.emit(Place("calendar"))

    def _go_on(self) -> None:
        """Look at what was dropped meanwhile."""
        if self._next:
            paths, self._next = self._next, []
            self.asked.emit(Place("import"))
            self.take_files(paths)

    def _save_unreadable(self) -> None:
        plan = self._plan
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Save the cards that could not be read"), "unread.vcf", _("vCard files (*.vcf)")
        )
        if plan is None or not name:
            return
        self._work.run(
            Lane.READ,
            lambda _job: self._book.imports.save_unreadable(plan, Path(name)),
            lambda _count: self.said.emit(Message(_("Saved to {file}").format(file=Path(name).name))),
            kind=JobKind.EXPORT,
            owner=self,
        )

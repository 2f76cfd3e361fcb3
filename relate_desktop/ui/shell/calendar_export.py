"""File ▸ Export days and reminders…: one calendar for another program, read back before it is done."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from relate_desktop.domain.outgoing_event import CalendarExportReport, CalendarProgram
from relate_desktop.domain.text import display
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell.window import MainWindow
from relate_desktop.words.calendar_exports import calendar_name, exported, left_out, program_name, title
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.calendar_exports import CalendarExportsService


class CalendarExport(QObject):
    """Asks where to and for whom, writes on a worker, and says what came of it."""

    said = Signal(object)
    lost = Signal(str, str)
    """A sentence and details: what the chosen program does not take."""

    def __init__(self, window: MainWindow, exports: "CalendarExportsService", work: Work) -> None:
        super().__init__(window)
        self._window, self._exports, self._work = window, exports, work
        self._filters = {
            _("Calendar for {program} (*.ics)").format(program=program_name(one)): one
            for one in CalendarProgram
        }

    def ask(self) -> None:
        """Let the user choose a file, and who is to read it."""
        words = _("Export days and reminders")
        dialog = QFileDialog(self._window, words)
        named(dialog, "export.calendar.file", words)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(self._filters))
        dialog.setDefaultSuffix("ics")
        dialog.setDirectory(str(Path.home()))
        dialog.selectFile(_("days and reminders") + ".ics")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(
            lambda name: self.write(
                Path(name), self._filters.get(dialog.selectedNameFilter(), CalendarProgram.OTHER)
            )
        )
        dialog.open()

    def write(self, target: Path, program: CalendarProgram) -> None:
        """Write every day, open reminder and open promise to a file."""
        self._work.run(
            Lane.READ,
            lambda job: self._exports.export(
                target, program=program, name=calendar_name(), say=title, job=job
            ),
            self._done,
            kind=JobKind.EXPORT,
            owner=self,
        )

    def _done(self, report: CalendarExportReport) -> None:
        name = display(report.path.name, 80) if report.path is not None else ""
        self.said.emit(Message(exported(report, name), "export"))
        sentences = list(left_out(report))
        if sentences:
            self.lost.emit(sentences[0], "\n".join(sentences[1:]))

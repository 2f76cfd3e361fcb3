"""File ▸ Export people…: everybody into one file, proven before it is called done."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from relate_desktop.domain.exporting import ExportFormat, ExportReport, LossCount
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.text import display
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell.window import MainWindow
from relate_desktop.words.exports import format_name, loss_words
from relate_desktop.words.properties import property_name
from relate_desktop.words.translation import _, ngettext

if TYPE_CHECKING:
    from relate_desktop.services.exports import ExportsService

ENDINGS = {
    ExportFormat.VCARD4: "vcf",
    ExportFormat.VCARD3: "vcf",
    ExportFormat.ORIGINAL: "vcf",
    ExportFormat.JCARD: "json",
}
LOSSES_TOLD = 12


class PeopleExport(QObject):
    """Asks where to and as what, writes on a worker, and says what came of it."""

    said = Signal(object)
    lost = Signal(str, str)
    """A sentence and details: what the chosen format could not say."""

    def __init__(self, window: MainWindow, exports: "ExportsService", work: Work) -> None:
        super().__init__(window)
        self._window, self._exports, self._work = window, exports, work
        self._filters = {
            _("{format} (*.{ending})").format(format=format_name(one), ending=ending): one
            for one, ending in ENDINGS.items()
        }

    def ask(self, people: Sequence[int] | None = None) -> None:
        """Let the user choose a file and a format; for these people, or for everybody."""
        dialog = QFileDialog(self._window, _("Export people"))
        named(dialog, "export.file", _("Export people"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(self._filters))
        dialog.setDefaultSuffix("vcf")
        dialog.setDirectory(str(Path.home()))
        dialog.selectFile(_("people") + ".vcf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(ENDINGS[self._filters.get(chosen, ExportFormat.VCARD4)])
        )
        dialog.fileSelected.connect(
            lambda name: self.write(
                Path(name), self._filters.get(dialog.selectedNameFilter(), ExportFormat.VCARD4), people
            )
        )
        dialog.open()

    def write(self, target: Path, chosen: ExportFormat, people: Sequence[int] | None = None) -> None:
        """Write these people, or everybody, to a file."""
        ids = None if people is None else [ContactId(one) for one in people]
        self._work.run(
            Lane.READ,
            lambda job: self._exports.export(target, format=chosen, ids=ids, job=job),
            self._done,
            kind=JobKind.EXPORT,
            owner=self,
        )

    def _done(self, report: ExportReport) -> None:
        words = ngettext(
            "{count} person exported to {file}", "{count} people exported to {file}", report.cards
        )
        name = display(report.path.name, 80) if report.path is not None else ""
        self.said.emit(Message(words.format(count=f"{report.cards:,}", file=name), "export"))
        if report.losses:
            count = sum(loss.count for loss in report.losses)
            sentence = ngettext(
                "{count} detail cannot be said in {format}. It is still in your book.",
                "{count} details cannot be said in {format}. They are still in your book.",
                count,
            ).format(count=f"{count:,}", format=format_name(report.format))
            self.lost.emit(sentence, "\n".join(_told(loss) for loss in report.losses[:LOSSES_TOLD]))


def _told(counted: LossCount) -> str:
    return _("{property}, {count} times: {why}").format(
        property=property_name(counted.loss.property),
        count=f"{counted.count:,}",
        why=loss_words(counted.loss.kind),
    )

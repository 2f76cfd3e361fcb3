"""What leads out of the page: writing, calling, copying, a file with people in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from relate_desktop.domain.exporting import ExportFormat
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.text import left_to_right
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.addresses import safe_address
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.exports import ExportsService


class Outward(QObject):
    """Hands addresses to the desktop and people to files; never sends anything itself."""

    said = Signal(object)
    """A Message to show."""

    def __init__(self, exports: "ExportsService", work: Work, parent: QWidget) -> None:
        super().__init__(parent)
        self._exports, self._work, self._window = exports, work, parent

    def open(self, address: str) -> bool:
        """Have the desktop open an address; whether it is of a kind that is opened at all."""
        safe = safe_address(address)
        if safe is None:
            self.said.emit(Message(_("Relate does not open this kind of address. It can be copied."), "open"))
            return False
        QDesktopServices.openUrl(QUrl(safe, QUrl.ParsingMode.StrictMode))
        return True

    def call(self, number: str, late_hour: str = "") -> bool:
        """Show a number to dial by hand and have the desktop call it; an odd hour there is said."""
        words = _("Call {number}").format(number=left_to_right(number))
        self.said.emit(Message(f"{words}. {late_hour}" if late_hour else words, "call"))
        return self.open(f"tel:{number}")

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        QApplication.clipboard().setText(text)
        self.said.emit(Message(_("Copied"), "copied"))

    def export(self, chosen: Sequence[ContactId]) -> None:
        """Ask for a file and write people to it."""
        name, _filter = QFileDialog.getSaveFileName(
            self._window, _("Export as vCard"), str(Path.home() / "people.vcf"), _("vCard files (*.vcf)")
        )
        if name:
            self._work.run(
                Lane.READ,
                lambda job: self._exports.export(Path(name), format=ExportFormat.VCARD4, ids=chosen, job=job),
                lambda _report: self.said.emit(Message(_("Exported to {file}").format(file=Path(name).name))),
                kind=JobKind.EXPORT,
                owner=self,
            )

"""The brief on one sheet of paper: plain text laid out, made smaller and shorter until it fits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from relate_desktop.domain.brief import Brief, PersonBrief
from relate_desktop.domain.present import Present
from relate_desktop.domain.text import display
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.briefs import brief_about, brief_parts, brief_title, nothing_known, person_line
from relate_desktop.words.translation import _

MARGIN = 18.0
"""Millimetres around the text."""
_PREVIEW = 900, 800
"""Pixels of the preview: all its signs have room, and the sheet is read."""
_INK, _GREY = "#1d1d1b", "#5a5a55"
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class _Fit:
    """How a sheet is set: points of the text, lines of a part, people of a meeting."""

    size: float
    lines: int = 99
    people: int = 99


_FITS = (
    _Fit(11),
    _Fit(10),
    _Fit(9),
    _Fit(8.5),
    _Fit(8.5, lines=4),
    _Fit(8, lines=2),
    _Fit(8, lines=1),
    _Fit(7.5, lines=1, people=8),
    _Fit(7.5, lines=1, people=4),
)


def preview_brief(brief: Brief, present: Present, parent: QWidget) -> QPrintPreviewDialog:
    """Shows the sheet as it would be printed, with the printer to choose."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(brief_title(brief))
    set_margins(printer)
    preview = QPrintPreviewDialog(printer, parent)
    preview.setObjectName("brief.preview")
    preview.setWindowTitle(brief_title(brief))
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    preview.resize(QSize(*_PREVIEW).boundedTo(parent.window().size()))
    _dress(preview)
    preview.paintRequested.connect(lambda device: draw_brief(brief, present, device))
    preview.open()
    return preview


def _dress(preview: QPrintPreviewDialog) -> None:
    """Keep its bar light: Qt's own signs on it are dark in any theme."""
    dark = theme().dark
    back = theme().colour("tooltip" if dark else "sidebar").name()
    on = theme().colour("onTooltip" if dark else "text").name()
    chosen = theme().colour("accent" if dark else "accentSoft").name()
    preview.setStyleSheet(
        f"QToolBar {{ background: {back} }} QToolBar QLabel {{ color: {on} }} "
        f"QToolButton:checked {{ background: {chosen} }}"
    )


def set_margins(device: QPagedPaintDevice) -> None:
    """Leave room around the text."""
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)


def draw_brief(brief: Brief, present: Present, printer: QPrinter) -> None:
    """Draw the sheet; never on more than one."""
    painter = QPainter(printer)
    area = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
    document = brief_document(brief, present, QSizeF(area.width(), area.height()), printer)
    document.drawContents(painter)
    painter.end()


def brief_document(
    brief: Brief, present: Present, page: QSizeF, device: QPagedPaintDevice | None = None
) -> QTextDocument:
    """The brief as a document of one page; ``page`` is in the pixels of the device."""
    for fit in _FITS:
        document = _written(brief, present, fit, page, device)
        if document.pageCount() <= 1:
            return document
    return document


def _written(
    brief: Brief, present: Present, fit: _Fit, page: QSizeF, device: QPagedPaintDevice | None
) -> QTextDocument:
    document = QTextDocument()
    if device is not None:
        document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    document.setPageSize(page)
    cursor = QTextCursor(document)
    pen = _Pen(cursor, fit.size)
    pen.write(brief_title(brief), 1.6, bold=True)
    about = brief_about(brief, present)
    for line in about:
        pen.write(line, 1.0, colour=_GREY)
    for person in brief.people[: fit.people]:
        _write_person(pen, person, present, fit)
    more = len(brief.people) - fit.people
    if more > 0:
        pen.write(_("And {count} more.").format(count=more), 1.0, colour=_GREY, space=1.0)
    return document


def _write_person(pen: "_Pen", person: PersonBrief, present: Present, fit: _Fit) -> None:
    pen.write(display(person.person.called, _LONGEST_NAME), 1.25, bold=True, space=1.2)
    if who := person_line(person):
        pen.write(who, 1.0, colour=_GREY)
    if person.empty:
        pen.write(nothing_known(person), 1.0)
    for part in brief_parts(person, present):
        pen.write(part.heading, 1.0, bold=True, space=0.5)
        for line in _few(part.lines, fit.lines):
            pen.write(line, 1.0, indent=1.2)


def _few(lines: Iterable[str], most: int) -> Iterator[str]:
    told = list(lines)
    yield from told[:most]
    if len(told) > most:
        yield _("And {count} more.").format(count=len(told) - most)


class _Pen:
    """Writes paragraphs of plain text: nothing in it is ever taken for markup."""

    def __init__(self, cursor: QTextCursor, size: float) -> None:
        self._cursor, self._size = cursor, size
        self._first = True

    def write(
        self,
        text: str,
        scale: float,
        *,
        bold: bool = False,
        colour: str = _INK,
        space: float = 0.15,
        indent: float = 0.0,
    ) -> None:
        paragraph = QTextBlockFormat()
        paragraph.setTopMargin(0 if self._first else self._size * space * self._of_screen())
        paragraph.setLeftMargin(self._size * indent * self._of_device())
        letters = QTextCharFormat()
        font = QFont()
        font.setPointSizeF(self._size * scale)
        font.setBold(bold)
        letters.setFont(font)
        letters.setForeground(QColor(colour))
        if self._first:
            self._cursor.setBlockFormat(paragraph)
        else:
            self._cursor.insertBlock(paragraph)
        self._cursor.insertText(text, letters)
        self._first = False

    @staticmethod
    def _of_screen() -> float:
        """Pixels of the screen in a point: upright, the layout itself makes those of the paper of them."""
        return QGuiApplication.primaryScreen().logicalDotsPerInchY() / 72

    def _of_device(self) -> float:
        """Pixels of the paper in a point: sideways, the layout takes what it is given."""
        device = self._cursor.document().documentLayout().paintDevice()
        return self._of_screen() if device is None else device.logicalDpiX() / 72

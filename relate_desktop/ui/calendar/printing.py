"""A brief on one page of paper."""

from collections.abc import Iterable

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from relate_desktop.domain.brief import Brief
from relate_desktop.domain.present import Present
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.briefs import brief_text
from relate_desktop.words.translation import _

LARGEST, LEAST = 11, 6
"""Points of the letters; they shrink until all of it fits on one page."""
INDENT = "  "
MARGIN = 18
"""Millimetres around the page."""


def print_brief(brief: Brief, present: Present, parent: QWidget) -> None:
    """Ask for a printer, or a file, and print on it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - rarely needed

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(brief.title)
    printer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    dialog = QPrintDialog(printer, parent)
    named(dialog, "calendar.print", _("Print before you meet"))
    dialog.setWindowTitle(_("Print before you meet"))

    def print_it() -> None:
        area = printer.pageRect(QPrinter.Unit.Point).size()
        page_of(brief_text(brief, present), area).print_(printer)

    dialog.accepted.connect(print_it)
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)


def page_of(lines: Iterable[str], area: QSizeF) -> QTextDocument:
    """The lines as a document on one page of this size, in points: headings bold, details indented."""
    wanted = list(lines)
    for points in range(LARGEST, LEAST - 1, -1):
        document = _document(wanted, area, points)
        if document.pageCount() <= 1:
            break
    return document


def _document(lines: Iterable[str], area: QSizeF, points: int) -> QTextDocument:
    document = QTextDocument()
    font = QFont(theme().font())
    font.setPixelSize(points)  # the page is measured in points as well
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setPageSize(area)
    cursor = QTextCursor(document)
    for number, line in enumerate(lines):
        depth = (len(line) - len(line.lstrip(" "))) // len(INDENT)
        block, letters = QTextBlockFormat(), QTextCharFormat()
        block.setLeftMargin(depth * points)
        font.setPixelSize(points + (5 if number == 0 else 0))
        font.setWeight(QFont.Weight.DemiBold if number == 0 or depth == 1 else QFont.Weight.Normal)
        letters.setFont(font)
        if number:
            cursor.insertBlock()
        cursor.setBlockFormat(block)
        cursor.insertText(line.strip(), letters)
    return document

"""The brief on paper: one sheet, whatever there is to tell, and plain text only."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.domain.brief import Brief, PersonBrief
from relate_desktop.ui.kit.brief_sheet import brief_document, draw_brief, preview_brief, set_margins
from tests.bare import bare
from tests.present import a_present, at
from tests.summaries import a_summary

PRESENT = a_present("2026-11-24 09:00")
A4 = QSizeF(794, 1123)
ADA = PersonBrief(a_summary(1, "Ada", organization="Engines"), worth=("Likes tea", "Never on Mondays"))


def a_brief(*people: PersonBrief) -> Brief:
    return Brief("Coffee", at("2026-11-24 10:30"), at("2026-11-24 11:15"), people or (ADA,), place="Studio")


def much(number: int) -> PersonBrief:
    """Somebody of whom there is far too much to tell."""
    worth = tuple(f"{number}-{line}: " + "very long " * 40 for line in range(40))
    return replace(ADA, person=a_summary(number, f"Person {number}"), worth=worth)


def test_everything_worth_knowing_is_on_it(qtbot: QtBot) -> None:
    text = bare(brief_document(a_brief(), PRESENT, A4).toPlainText())
    assert text.splitlines() == [
        "Before you meet Ada",
        "Coffee",
        "Tuesday 24 November, 10:30 to 11:15",
        "Studio",
        "Ada",
        "Engines",
        "Worth remembering",
        "Likes tea",
        "Never on Mondays",
    ]


@pytest.mark.parametrize("people", [1, 3, 12])
def test_it_is_never_more_than_one_sheet(qtbot: QtBot, people: int) -> None:
    document = brief_document(a_brief(*map(much, range(people))), PRESENT, A4)
    assert document.pageCount() == 1
    assert "Person 0" in document.toPlainText()
    assert "more." in document.toPlainText()


def test_paper_has_the_same_gaps_between_lines_as_the_screen(qtbot: QtBot) -> None:
    """Of a printer's 1,200 dots an inch every gap once became twelve times as high."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dots = printer.resolution() / 72
    document = brief_document(a_brief(), PRESENT, QSizeF(500 * dots, 750 * dots), printer)
    layout = document.documentLayout()
    tops = [layout.blockBoundingRect(document.findBlockByNumber(at)).top() / dots for at in range(4)]
    gaps = [below - above for above, below in pairwise(tops)]
    assert all(12 < gap < 30 for gap in gaps), gaps
    lines = [document.findBlockByNumber(at).layout().lineAt(0).x() / dots for at in (0, 7)]
    assert lines[0] == 0
    assert 8 < lines[1] < 20, "what is told of somebody stands in from the edge"


def test_markup_is_text(qtbot: QtBot) -> None:
    nasty = replace(ADA, worth=('<img src="file:///etc/passwd"><b>bold</b>',))
    document = brief_document(a_brief(nasty), PRESENT, A4)
    assert "<b>bold</b>" in document.toPlainText()
    assert "img" not in re.sub("&lt;.*?&gt;", "", document.toHtml()).split("</head>")[1]


def test_it_is_printed_on_one_page(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "brief.pdf"))
    set_margins(printer)
    draw_brief(a_brief(*map(much, range(4))), PRESENT, printer)
    printed = (tmp_path / "brief.pdf").read_bytes()
    assert printed.startswith(b"%PDF")
    assert re.findall(rb"/Count (\d+)", printed) == [b"1"]


def test_the_preview_shows_it_before_anything_is_printed(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    preview = preview_brief(a_brief(), PRESENT, host)
    qtbot.waitUntil(preview.isVisible)
    assert preview.windowTitle().startswith("Before you meet")
    with qtbot.waitSignal(preview.finished):
        preview.close()

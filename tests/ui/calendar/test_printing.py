"""A brief on paper."""

from PySide6.QtCore import QSizeF

from relate_desktop.ui.calendar.printing import page_of

A4 = QSizeF(540, 780)


def test_a_short_brief_keeps_its_words_in_order() -> None:
    page = page_of(["Before you meet Anna", "Tuesday", "", "Anna", "  Last time", "    She called."], A4)
    assert page.toPlainText().split("\n") == [
        "Before you meet Anna",
        "Tuesday",
        "",
        "Anna",
        "Last time",
        "She called.",
    ]
    assert page.pageCount() == 1


def test_letters_shrink_until_a_long_brief_fits_on_one_page() -> None:
    lines = ["Before you meet everybody", *(f"    Line {number} of what is known" for number in range(80))]
    page = page_of(lines, A4)
    assert page.pageCount() == 1
    assert "Line 79" in page.toPlainText()


def test_what_looks_like_markup_is_printed_as_it_stands() -> None:
    page = page_of(["<b>Anna</b> &amp; <img src='x'>"], A4)
    assert page.toPlainText() == "<b>Anna</b> &amp; <img src='x'>"

"""Notes set in lines."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from relate_desktop.ui.kit.note_text import NoteText
from relate_desktop.ui.kit.theme import theme

LTR = Qt.LayoutDirection.LeftToRight


def note(text: str, *, folded: bool = True, width: int = 300) -> NoteText:
    return NoteText(text, width, LTR, folded=folded)


def test_a_short_note_is_whole() -> None:
    made = note("One line.")
    assert not made.cut
    assert made.height < 2 * theme().line("small")


def test_a_long_note_folds_at_four_lines() -> None:
    text = "word " * 400
    folded, whole = note(text), note(text, folded=False)
    assert folded.cut
    assert folded.height < 5 * theme().line("small")
    assert whole.height > 10 * folded.height
    assert not whole.cut


def test_lines_of_a_list_count_as_lines() -> None:
    assert note("- one\n- two\n- three\n- four\n- five").cut
    assert not note("- one\n- two\n- three\n- four").cut


def test_only_a_click_on_an_address_finds_it() -> None:
    made = note("[site](https://example.com) and words")
    middle = theme().line("small") / 2
    assert made.link_at(QPointF(4, middle)) == "https://example.com"
    assert made.link_at(QPointF(200, middle)) == ""
    assert made.link_at(QPointF(4, 500)) == ""


def test_unsafe_addresses_are_no_links() -> None:
    made = note("[click](javascript:alert(1)) [file](file:///etc/passwd)")
    middle = theme().line("small") / 2
    assert not any(made.link_at(QPointF(x, middle)) for x in range(0, 300, 3))


def test_letters_outside_the_basic_plane_keep_their_styles_in_place() -> None:
    made = note("🎂🎂 **bold** [here](https://example.com)")
    middle = theme().line("small") / 2
    hits = [x for x in range(0, 300, 2) if made.link_at(QPointF(x, middle))]
    assert hits
    assert min(hits) > 40


@pytest.mark.parametrize(
    "text",
    [
        "x" * 200_000,
        "**" * 5_000,
        "> " * 2_000 + "deep",
        "```\n" + "code\n" * 3_000,
        "\u202eevil\u202c \u0000 text",
        "a\u0301" * 9_000,
        "<img src=https://example.com/x.png onload=alert(1)>",
    ],
    ids=["one word", "marks", "quotes", "code", "hidden", "combining", "html"],
)
@pytest.mark.parametrize("folded", [True, False])
def test_hostile_notes_are_drawn(text: str, *, folded: bool) -> None:
    made = note(text, folded=folded)
    image = QImage(320, 200, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    made.draw(painter, QPointF(0, 0))
    painter.end()
    assert made.height >= 0


def test_reading_from_right_to_left_puts_the_words_on_the_right() -> None:
    made = NoteText("سلام", 300, Qt.LayoutDirection.RightToLeft, folded=True)
    image = QImage(300, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    made.draw(painter, QPointF(0, 0))
    painter.end()
    inked = [x for x in range(300) for y in range(40) if image.pixelColor(x, y) != Qt.GlobalColor.white]
    assert inked
    assert min(inked) > 150

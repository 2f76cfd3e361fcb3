import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from relate_desktop.domain.summary import hue_of
from relate_desktop.ui.kit.avatars import draw_avatar, graphemes, initials


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna Lindqvist", "AL"),
        ("Олена Бондар", "ОБ"),
        ("Γιώργος Παπαδόπουλος", "ΓΠ"),
        ("田中 美咲", "田"),
        ("김서연", "김"),
        ("ليلى حداد", "ل"),
        ("נועה לוי", "נ"),
        ("आरव मेहता", "आ"),
        ("ณัฐพล ศรีสุข", "ณ"),
        ("ሰላም ተስፋዬ", "ሰ"),
        ("Zoë", "Z"),
        ("“Kai” Akana", "KA"),
        ("", ""),
        (" \u202e ", ""),
        ("Anna 田中", "A"),
    ],
)
def test_initials_follow_the_script(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_hue_is_the_same_in_every_run() -> None:
    assert [hue_of(name) for name in ("Anna Lindqvist", "田中 美咲", "")] == [3, 7, 0]
    assert hue_of("ANNA lindqvist") == hue_of("Anna Lindqvist")


@given(st.text(st.characters(codec="utf-8"), max_size=30))
@example("ૹ\U0001018f")
def test_graphemes_together_are_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text


@given(st.text(max_size=300))
def test_any_name_can_be_drawn(name: str) -> None:
    image = QImage(38, 38, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_avatar(painter, QRectF(0, 0, 38, 38), name, 3)
    painter.end()
    assert image.pixelColor(19, 2).alpha() == 255


def test_a_picture_is_cut_round(qapp: QApplication) -> None:
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFFFF0000)
    image = QImage(38, 38, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_avatar(painter, QRectF(0, 0, 38, 38), "Ada", 3, picture=picture)
    painter.end()
    assert image.pixelColor(19, 19).name() == "#ff0000"
    assert image.pixelColor(0, 0).alpha() == 0

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.system.paths import resources_folder
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.icons import dress
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.theme import Appearance, theme
from relate_desktop.ui.kit.tokens import contrast, tokens


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    theme().apply(Appearance(scheme="light"))
    yield
    theme().apply(Appearance(scheme="light"))


def colours_of(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_theme_switch_leaves_no_colour_of_the_other_theme(qtbot: QtBot) -> None:
    button = Button("Write", "w", kind="primary", icon="plus")
    qtbot.addWidget(button)
    assert tokens().light["accent"].lower() in colours_of(button)
    theme().apply(Appearance(scheme="dark"))
    dark = colours_of(button)
    assert tokens().dark["accent"].lower() in dark
    assert tokens().light["accent"].lower() not in dark
    assert tokens().light["onAccent"].lower() not in dark


def test_icons_follow_the_theme(qtbot: QtBot) -> None:
    button = Button("", "b", icon="plus")
    qtbot.addWidget(button)
    before = button.icon().pixmap(18, 18).toImage()
    theme().apply(Appearance(scheme="dark"))
    assert button.icon().pixmap(18, 18).toImage() != before


def test_an_icon_put_on_later_replaces_the_earlier(qtbot: QtBot) -> None:
    button = Button("", "b", icon="plus")
    qtbot.addWidget(button)
    dress(button, "minus")
    theme().apply(Appearance(scheme="dark"))
    minus = button.icon().pixmap(18, 18).toImage()
    dress(button, "minus")
    assert button.icon().pixmap(18, 18).toImage() == minus


def test_the_palette_is_made_from_the_tokens() -> None:
    theme().apply(Appearance(scheme="dark"))
    palette = QApplication.palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor(tokens().dark["window"])
    assert palette.color(QPalette.ColorRole.Highlight) == QColor(tokens().dark["accent"])


def test_text_size_grows_every_style(qtbot: QtBot) -> None:
    label = SafeLabel("Ada", "title")
    qtbot.addWidget(label)
    before = label.sizeHint().height()
    theme().apply(Appearance(scheme="light", text_size=150))
    assert theme().pixels("body") == round(theme().pixels("body"))
    assert label.sizeHint().height() > before * 1.3


def test_reduced_motion_only_fades_and_shortly() -> None:
    theme().apply(Appearance(scheme="light", reduce_motion=True))
    assert theme().duration("snackIn") == 80
    assert not theme().moves


def test_applying_the_same_look_again_does_nothing(qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme().changed, wait=10):
        theme().apply(Appearance(scheme="light"))


def test_every_placeholder_of_the_style_sheet_is_filled() -> None:
    sheet = QApplication.instance().styleSheet()  # type: ignore[union-attr]
    assert "@{" not in sheet
    assert "QPushButton" in sheet


def test_marks_of_the_style_sheet_have_the_colours_of_their_tokens() -> None:
    for scheme in ("light", "dark"):
        known = {colour.lower() for colour in tokens().colours(scheme).values()}
        for mark in (resources_folder() / "styles" / "marks" / scheme).iterdir():
            used = re.findall(r"#[0-9a-fA-F]{6}", mark.read_text(encoding="utf-8"))
            assert used
            assert {colour.lower() for colour in used} <= known


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
def test_what_a_field_hints_at_can_be_read(
    qtbot: QtBot, make: type[QLineEdit | QPlainTextEdit], scheme: str
) -> None:
    theme().apply(Appearance(scheme=scheme))
    field = make()
    qtbot.addWidget(field)
    field.ensurePolished()
    hint = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert hint.alpha() == 255
    assert contrast(hint.name(), tokens().colours(scheme)["surface"]) >= 4.5

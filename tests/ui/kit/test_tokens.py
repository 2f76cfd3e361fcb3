"""Every pair of colours the design names can be read, in both themes."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from relate_desktop.ui.kit.tokens import contrast, high_contrast, tokens

GROUNDS = ("window", "surface", "sidebar", "sunken", "hover", "selected")
HUES = ("amber", "plum", "blue", "danger")
PAIRS = [
    *((ink, ground, 4.5) for ink in ("text", "text2", "text3") for ground in GROUNDS),
    *(("accentText", ground, 4.5) for ground in ("accentSoft", *GROUNDS) if ground != "hover"),
    *(("link", ground, 4.5) for ground in ("window", "surface")),
    *(("onAccent", ground, 4.5) for ground in ("accent", "accentHover", "accentPressed")),
    *((hue, hue + "Soft", 4.5) for hue in HUES),
    *((hue, ground, 4.5) for hue in HUES for ground in ("surface", "window")),
    ("text", "dangerSoft", 4.5),
    ("text2", "dangerSoft", 4.5),
    ("text", "accentSoft", 4.5),
    *(("borderStrong", ground, 3.0) for ground in ("surface", "window", "sunken")),
    *(("focus", ground, 3.0) for ground in ("surface", "window", "sidebar")),
    *((plot, "surface", 3.0) for plot in ("plotYou", "plotThey")),
    ("onTooltip", "tooltip", 4.5),
    ("onSnackbar", "snackbar", 4.5),
    ("snackAction", "snackbar", 4.5),
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_every_pair_of_tokens_can_be_read(scheme: str, ink: str, ground: str, least: float) -> None:
    colours = tokens().colours(scheme)
    assert contrast(colours[ink], colours[ground]) >= least


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("hue", range(10))
def test_every_avatar_can_be_read(scheme: str, hue: int) -> None:
    back, front = tokens().avatars[hue][scheme]
    assert contrast(front, back) >= 4.5


def test_contrast_is_the_formula_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_both_themes_name_the_same_colours() -> None:
    assert tokens().light.keys() == tokens().dark.keys()


def test_high_contrast_uses_the_systems_colours_alone(qapp: QApplication) -> None:
    palette = QPalette(QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#ffffff"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#ffff00"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#000000"))
    colours = high_contrast(palette)
    assert colours.keys() == tokens().light.keys()
    assert set(colours.values()) == {"#000000", "#ffffff", "#ffff00"}
    for ink, ground, least in PAIRS:
        assert contrast(colours[ink], colours[ground]) >= least

"""Design tokens: the colours, sizes and type scale of ``resources/styles/tokens.json``."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtGui import QColor, QPalette

from relate_desktop.system.paths import resources_folder

Colours = Mapping[str, str]
"""Token name to ``#RRGGBB``."""


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """One style of text, as multiples of the base size: height, line and weight."""

    size: float
    line: float
    weight: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything of the token file."""

    light: Colours
    dark: Colours
    avatars: tuple[Mapping[str, tuple[str, str]], ...]
    """For each of the ten hues: scheme name to (background, text)."""
    type: Mapping[str, TypeStyle]
    radius: Mapping[str, int]
    motion: Mapping[str, int]
    size: Mapping[str, int]
    base_px: int

    def colours(self, scheme: str) -> Colours:
        """The colours of ``light`` or ``dark``."""
        return self.dark if scheme == "dark" else self.light


@cache
def tokens() -> Tokens:
    """The token file, read once."""
    raw: dict[str, Any] = json.loads(
        (resources_folder() / "styles" / "tokens.json").read_text(encoding="utf-8")
    )
    base = raw["type"].pop("basePx")
    return Tokens(
        light=raw["light"],
        dark=raw["dark"],
        avatars=tuple(
            {scheme: (hue[scheme]["bg"], hue[scheme]["fg"]) for scheme in ("light", "dark")}
            for hue in raw["avatars"]
        ),
        type={
            name: TypeStyle(size / base, line / base, weight)
            for name, (size, line, weight) in raw["type"].items()
        },
        radius=raw["radius"],
        motion=raw["motionMs"],
        size=raw["size"],
        base_px=base,
    )


def high_contrast(system: QPalette) -> Colours:
    """The tokens made of the system's own colours alone, without tints (ux: high contrast)."""

    def role(which: QPalette.ColorRole) -> str:
        return system.color(QPalette.ColorGroup.Active, which).name()

    text, window = role(QPalette.ColorRole.WindowText), role(QPalette.ColorRole.Window)
    base = role(QPalette.ColorRole.Base)
    highlight, on_highlight = role(QPalette.ColorRole.Highlight), role(QPalette.ColorRole.HighlightedText)
    result = dict.fromkeys(tokens().light, text)
    result |= dict.fromkeys(("window", "sidebar", "sunken"), window)
    result |= dict.fromkeys(("surface", "hover", "selected", "accentSoft", "dangerSoft"), base)
    result |= dict.fromkeys(("amberSoft", "plumSoft", "blueSoft", "plotFaint"), base)
    result |= dict.fromkeys(("accent", "accentHover", "accentPressed", "focus"), highlight)
    result |= {"onAccent": on_highlight, "tooltip": text, "snackbar": text}
    result |= {"onTooltip": window, "onSnackbar": window, "snackAction": window}
    return result


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2), 0 for black to 1 for white."""
    q = QColor(colour)
    parts = (q.redF(), q.greenF(), q.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2), 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)

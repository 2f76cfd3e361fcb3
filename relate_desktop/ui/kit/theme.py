"""The look: one palette and one style sheet made from the tokens, switched while running.

``theme()`` is the look of this process. Widgets that paint themselves ask it for ``colour``,
``font`` and ``duration`` inside ``paintEvent`` and keep nothing, so that a switch leaves no stale
colour; every widget receives a style change then, and ``theme().changed`` is sent once.
In style sheets the look of a widget is chosen with dynamic properties: ``kind`` (buttons, frames,
fields), ``look`` (type style of a label) and ``tone`` (colour of a label).
"""

from dataclasses import dataclass
from string import Template

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from relate_desktop.system.paths import resources_folder
from relate_desktop.ui.kit.tokens import Colours, contrast, high_contrast, tokens

_LOW = 560
"""Pixels of height, at the usual size of text."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the user chose for the look."""

    scheme: str = "system"
    """``system``, ``light`` or ``dark``."""
    compact: bool = False
    text_size: int = 100
    """Per cent of the system's text size, 90 to 150 from the settings (tests go to 200)."""
    reduce_motion: bool = False


class SheetTemplate(Template):
    """The style sheet with ``@{token}`` in place of values."""

    delimiter = "@"
    idpattern = r"[a-zA-Z][a-zA-Z0-9-]*"


class Theme(QObject):
    """The look of the process. There is one, from ``theme()``."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.appearance = Appearance()
        self._system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        # asked of the font system once: painting asks for sizes a thousand times a second
        self._system_px = max(QFontInfo(self._system_font).pixelSize(), tokens().base_px)
        self._fonts: dict[str, QFont] = {}
        self._system_palette = QGuiApplication.palette()
        styles = resources_folder() / "styles"
        self._template = SheetTemplate((styles / "base.qss").read_text(encoding="utf-8"))
        self._colours: Colours = tokens().light
        self._applied: tuple[object, ...] | None = None
        self.dark = False
        self.high_contrast = False
        QDir.addSearchPath("marks", str(styles / "marks"))
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._accessibility = self._hints.accessibility()
        self._accessibility.contrastPreferenceChanged.connect(self._follow_system)

    # what painting code asks

    def colour(self, token: str) -> QColor:
        """A token's colour in the present scheme."""
        return QColor(self._colours[token])

    def hue(self, number: int) -> tuple[QColor, QColor]:
        """Background and text of one of the ten avatar hues."""
        if self.high_contrast:
            return self.colour("surface"), self.colour("text")
        back, front = tokens().avatars[number % 10]["dark" if self.dark else "light"]
        return QColor(back), QColor(front)

    def pixels(self, style: str = "body") -> int:
        """Text height of a type style, in device-independent pixels."""
        return max(9, round(tokens().type[style].size * self._base()))

    def line(self, style: str = "body") -> int:
        """Line height of a type style, in device-independent pixels."""
        return round(tokens().type[style].line * self._base())

    def font(self, style: str = "body") -> QFont:
        """The font of a type style: display, title, heading, body, bodyMedium, small or caption."""
        made = self._fonts.get(style)
        if made is None:
            made = self._fonts[style] = QFont(self._system_font)
            made.setPixelSize(self.pixels(style))
            made.setWeight(QFont.Weight(tokens().type[style].weight))
            if style in {"display", "title", "heading"}:
                made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99)
        return QFont(made)

    def scaled(self, pixels: int) -> int:
        """A length that grows with the text, never under its own size."""
        return max(pixels, round(pixels * self._base() / tokens().base_px))

    def low(self, height: int) -> bool:
        """Whether a room so high has little space for its list: what only explains gives way to it then."""
        return height < self.scaled(_LOW)

    def duration(self, motion: str) -> int:
        """Milliseconds of a motion token; with reduced motion fades last at most 80 ms."""
        wanted = tokens().motion[motion]
        return min(wanted, 80) if self.appearance.reduce_motion else wanted

    @property
    def moves(self) -> bool:
        """Whether things may change place in steps; fading stays allowed when not."""
        return not self.appearance.reduce_motion

    @property
    def border(self) -> int:
        """Width of control edges."""
        return 2 if self.high_contrast else 1

    # changing it

    def apply(self, appearance: Appearance) -> None:
        """Give the whole application this look at once; nothing happens when nothing differs."""
        self.appearance = appearance
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        self._choose_colours()
        state = (appearance, self.dark, self.high_contrast)
        if state == self._applied:
            return
        if self._applied is None:
            app.setStyle("Fusion")
        self._applied = state
        self._fonts.clear()
        app.setPalette(self._palette())
        app.setFont(self.font())
        app.setStyleSheet(self._sheet())
        self.changed.emit()

    def _follow_system(self) -> None:
        if self._applied is not None:
            self.apply(self.appearance)

    def _choose_colours(self) -> None:
        scheme = self.appearance.scheme
        system_dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        self.dark = system_dark if scheme == "system" else scheme == "dark"
        self.high_contrast = self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
        if self.high_contrast:
            self._colours = high_contrast(self._system_palette)
            self.dark = contrast(self._colours["window"], "#000000") < contrast(
                self._colours["window"], "#ffffff"
            )
        else:
            self._colours = tokens().colours("dark" if self.dark else "light")

    def _base(self) -> float:
        return self._system_px * self.appearance.text_size / 100

    def _palette(self) -> QPalette:
        palette = QPalette()
        role, colour = QPalette.ColorRole, self.colour
        pairs = {
            role.Window: "window", role.WindowText: "text", role.Base: "surface",
            role.AlternateBase: "sunken",
            role.Text: "text", role.Button: "surface", role.ButtonText: "text", role.BrightText: "onAccent",
            role.Highlight: "accent", role.HighlightedText: "onAccent", role.Accent: "accent",
            role.Link: "link", role.LinkVisited: "link", role.PlaceholderText: "text3",
            role.ToolTipBase: "tooltip", role.ToolTipText: "onTooltip", role.Light: "surface",
            role.Midlight: "hover", role.Mid: "border", role.Dark: "borderStrong", role.Shadow: "border",
        }  # fmt: skip
        for which, token in pairs.items():
            palette.setColor(which, colour(token))
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, colour("text3"))
        return palette

    def _sheet(self) -> str:
        values: dict[str, object] = dict(self._colours)
        for name, style in tokens().type.items():
            values[f"font-{name}"] = f"font-size: {self.pixels(name)}px; font-weight: {style.weight}"
        values |= {f"radius-{name}": value for name, value in tokens().radius.items()}
        line, edge = self.line(), self.border
        for name, token in (("control", "controlHeight"), ("small", "controlHeightSmall")):
            inner = max(tokens().size[token], line + (14 if name == "control" else 8))
            values[f"{name}-inner"], values[f"{name}-focus"] = inner - 2 * edge, inner - 4
        field = max(tokens().size["fieldHeight"], line + 16)
        values |= {"field-inner": field - 2 * edge, "field-focus": field - 4, "edge": edge}
        values["scroll"] = _mixed(self.colour("borderStrong"), self.colour("window"), 0.5).name()
        values["scheme"] = "dark" if self.dark else "light"
        return self._template.substitute(values)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour between two, with this share of the first."""
    rest = 1 - share
    return QColor.fromRgbF(
        one.redF() * share + other.redF() * rest,
        one.greenF() * share + other.greenF() * rest,
        one.blueF() * share + other.blueF() * rest,
    )


_themes: list[Theme] = []


def theme() -> Theme:
    """The look of this process, made on first use (needs a QGuiApplication)."""
    if not _themes:
        _themes.append(Theme())
    return _themes[0]

"""The pills under a name: what to call them, pronouns, their time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from relate_desktop.ui.kit.accessibility import give_role, named
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.theme import theme

GAP = 8


@dataclass(frozen=True, slots=True)
class Chip:
    """One pill: words, an icon or none, whether it stands out."""

    words: str
    icon: str = ""
    accent: bool = False


class NameChips(QWidget):
    """Pills in a row that wraps; one widget, so that filling it costs nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: Sequence[Chip] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        give_role(self, "label")
        named(self, "person.chips", "")

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Replace the pills."""
        self._chips = chips
        self.setAccessibleName(", ".join(chip.words for chip in chips))
        self.setVisible(bool(chips))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Pills wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height of all lines at this width."""
        return round(self._places(width)[-1][1].bottom()) + 1 if self._chips else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All on one line."""
        places = self._places(10_000)
        return QSize(round(places[-1][1].right()) + 1, self.heightForWidth(10_000)) if places else QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pills."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_font())
        for chip, place in self._places(self.width()):
            area = place
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                area = QRectF(self.width() - place.right(), place.top(), place.width(), place.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accentSoft" if chip.accent else "sunken"))
            painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
            words = area.adjusted(10, 0, -10, 0)
            ink = "accentText" if chip.accent else "text2"
            if chip.icon:
                image = pixmap(chip.icon, colour=ink, size=16)
                rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
                left = words.right() - 16 if rtl else words.left()
                painter.drawPixmap(round(left), round(area.center().y() - 8), image)
                words.adjust(*((0, 0, -21, 0) if rtl else (21, 0, 0, 0)))
            painter.setPen(theme().colour(ink))
            shown = QFontMetrics(_font()).elidedText(
                chip.words, Qt.TextElideMode.ElideRight, round(words.width()) + 1
            )
            painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.end()

    def _places(self, width: int) -> list[tuple[Chip, QRectF]]:
        metrics = QFontMetrics(_font())
        height = max(24, metrics.height() + 6)
        places: list[tuple[Chip, QRectF]] = []
        x = y = 0.0
        for chip in self._chips:
            wide = min(width, metrics.horizontalAdvance(chip.words) + 22 + (21 if chip.icon else 0))
            if x and x + wide > width:
                x, y = 0.0, y + height + 6
            places.append((chip, QRectF(x, y, wide, height)))
            x += wide + GAP
        return places


def _font() -> QFont:
    font = theme().font("small")
    font.setWeight(QFont.Weight.Medium)
    return font

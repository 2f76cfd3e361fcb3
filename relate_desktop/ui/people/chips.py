"""The pills under a name: what to call them, pronouns, their time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
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
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        give_role(self, "label")
        named(self, "person.chips", "")

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Replace the pills."""
        self._chips = chips
        self.setAccessibleName(", ".join(chip.words for chip in chips))
        self.setVisible(bool(chips))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Be as high as the lines that the pills need at this width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All on one line."""
        places = self._places(10_000)
        last = places[-1][1] if places else QRectF()
        return QSize(round(last.right()) + 1, round(last.bottom()) + 1)

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

    def _fit(self) -> None:
        places = self._places(max(self.width(), 80))
        self.setFixedHeight(round(places[-1][1].bottom()) + 1 if places else 0)

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

"""One of the ten colours: discs in a row, each with its name, the chosen one ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.choices import OneOf
from relate_desktop.ui.kit.flow import Flow
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip

SIDE = 28


class _Swatch(QRadioButton):
    """A disc of one colour; a tick says that it is chosen, not the colour alone."""

    def __init__(self, hue: int, identifier: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hue = hue
        named(self, identifier, name)
        self.setToolTip(tip(name))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A target large enough for a finger."""
        return QSize(theme().scaled(SIDE), theme().scaled(SIDE))

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be pressed."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = theme().hue(self._hue)
        centre = QPointF(self.rect().center()) + QPointF(0.5, 0.5)
        radius = theme().scaled(SIDE) / 2 - 4
        painter.setBrush(ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(centre, radius, radius)
        if self.isChecked():
            painter.setPen(QPen(ink, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius + 3, radius + 3)
            side = round(radius * 1.4)
            image = pixmap("check", "bold", ground, side)
            painter.drawPixmap(round(centre.x() - side / 2), round(centre.y() - side / 2), image)
        if self.hasFocus():
            draw_focus(painter, self.rect(), self.width() / 2)
        painter.end()


class Swatches(OneOf):
    """The colours to choose from; a key is the number of a colour."""

    def __init__(
        self, identifier: str, name: str, colours: Sequence[tuple[int, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(identifier, name, parent, row=Flow())
        self.setProperty("kind", "plain")
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(2)
        for hue, called in colours:
            self.add(str(hue), _Swatch(hue, f"{identifier}.{hue}", called, self))

    @property
    def hue(self) -> int:
        """The number of the colour that is chosen."""
        return int(self.current())

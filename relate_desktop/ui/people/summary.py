"""The strip under the head: how often to be in touch, when last, what comes next (mock 02)."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import IconButton, rounded
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.labels import ElidedLabel, IconLabel, SafeLabel
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.people.standing import Standing
from relate_desktop.words.translation import _

AIR = 16
TIGHT = 420
"""Under this width in pixels of usual text the cells stand one under the other."""


class RhythmButton(QPushButton):
    """The first cell: a button that looks like the others and opens a menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = ""
        self.setProperty("kind", "bare")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        named(self, "person.rhythm", _("Stay in touch"))

    def show_value(self, value: str) -> None:
        """Say how often."""
        self.value = value
        self.setAccessibleName(_("Stay in touch, {value}").format(value=value))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two lines."""
        return QSize(120, theme().line("small") + theme().line("bodyMedium") + 20)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two lines, their ends cut short where there is no room."""
        return QSize(90, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """What it is, how often, a caret."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawRoundedRect(self.rect().adjusted(3, 3, -3, -3), 9, 9)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        area = self.rect().adjusted(AIR, 10, -AIR, -10)
        small, medium = theme().line("small"), theme().line("bodyMedium")
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("text2"))
        painter.drawText(area.left(), area.top(), area.width(), small, flags, _("Stay in touch"))
        font = theme().font("bodyMedium")
        painter.setFont(font)
        painter.setPen(theme().colour("text"))
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(self.value, Qt.TextElideMode.ElideRight, area.width() - 20)
        painter.drawText(area.left(), area.top() + small, area.width(), medium, flags, shown)
        wide = metrics.horizontalAdvance(shown) + 6
        x = area.right() - wide - 14 if right else area.left() + wide
        painter.drawPixmap(x, area.top() + small + (medium - 14) // 2, pixmap("caret-down", size=14))
        if self.hasFocus():
            draw_focus(painter, self.rect().adjusted(2, 2, -2, -2), 9)
        painter.end()


class SummaryStrip(Frame):
    """Three cells in one frame; below them why somebody is left alone, while they are."""

    why_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self.rhythm = RhythmButton()
        self.menu = rounded(QMenu(self.rhythm))
        self.rhythm.setMenu(self.menu)
        self.last, self.next = ElidedLabel("", "bodyMedium"), ElidedLabel("", "bodyMedium")
        named(self.last, "person.last", _("Last in touch"))
        named(self.next, "person.next", _("Next"))
        self._cells = _Framed()
        row = self._cells.row
        row.addWidget(self.rhythm, 1)
        for head, value in ((_("Last in touch"), self.last), (_("Next"), self.next)):
            row.addWidget(_cell(SafeLabel(head, "small", "text2"), value), 1)
        self._rest = QWidget()
        rest = QHBoxLayout(self._rest)
        rest.setContentsMargins(2, 0, 0, 0)
        rest.setSpacing(8)
        rest.addWidget(IconLabel("moon", colour="text2", size=16))
        self.rest = SafeLabel("", "small", "text2", wrap=True)
        named(self.rest, "person.rest", "")
        self.why = IconButton("info", _("How Relate chooses"), "person.why", kind="quiet", small=True)
        self.why.clicked.connect(self.why_asked)
        rest.addWidget(self.rest, 1)
        rest.addWidget(self.why)
        box = QVBoxLayout(self)
        box.setContentsMargins(30, 4, 30, 18)
        box.setSpacing(8)
        box.addWidget(self._cells)
        box.addWidget(self._rest)

    def show_standing(self, standing: Standing) -> None:
        """Say how things stand with somebody."""
        self.rhythm.show_value(standing.rhythm)
        self.last.setText(standing.last)
        self.last.setAccessibleName(_("Last in touch, {value}").format(value=standing.last))
        self.next.setText(standing.next)
        self.next.setAccessibleName(_("Next, {value}").format(value=standing.next))
        self.rest.setText(standing.quiet)
        self._rest.setVisible(bool(standing.quiet))


class _Framed(Frame):
    """A rounded edge around the cells, a hairline between two; one under the other where it is tight."""

    def __init__(self) -> None:
        super().__init__("plain")
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(1, 1, 1, 1)
        self.row.setSpacing(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stand beside each other where three have room."""
        super().resizeEvent(event)
        tight = self.width() < theme().scaled(TIGHT)
        ways = QBoxLayout.Direction
        self.row.setDirection(ways.TopToBottom if tight else ways.LeftToRight)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The edge and the hairlines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("border"), theme().border))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        below = self.row.direction() == QBoxLayout.Direction.TopToBottom
        for place in range(1, self.row.count()):
            item = self.row.itemAt(place)
            cell = item.geometry() if item is not None else self.rect()
            if below:
                painter.drawLine(QLineF(1, cell.top() - 0.5, self.width() - 2, cell.top() - 0.5))
            else:
                x = cell.right() + 1.5 if right else cell.left() - 0.5
                painter.drawLine(QLineF(x, 1, x, self.height() - 2))
        painter.end()


def _cell(head: SafeLabel, value: ElidedLabel) -> QWidget:
    cell = QWidget()
    box = QVBoxLayout(cell)
    box.setContentsMargins(AIR, 10, 10, 10)
    box.setSpacing(0)
    box.addWidget(head)
    box.addWidget(value)
    return cell

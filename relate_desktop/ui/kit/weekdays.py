"""Seven days to tick, as small pills in a row."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.words.dates import weekday_name
from relate_desktop.words.due import short_weekday

_A_MONDAY = date(2001, 1, 1)
_GAP = 4


class Weekdays(Panel):
    """Days of the week, Monday being 0. ``changed`` is sent when the user turns one."""

    changed = Signal()

    def __init__(self, identifier: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(identifier, name, parent=parent)
        first = QLocale.system().firstDayOfWeek().value - 1
        self._days: dict[int, _Day] = {}
        for number in range(7):
            day = (first + number) % 7
            button = _Day(_A_MONDAY + timedelta(days=day), f"{identifier}.{day}", self)
            button.clicked.connect(self.changed)
            self._days[day] = button
        self.setFocusProxy(self._days[first])
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def days(self) -> frozenset[int]:
        """The days that are ticked."""
        return frozenset(day for day, button in self._days.items() if button.isChecked())

    def show_days(self, days: frozenset[int]) -> None:
        """Tick these, without telling anybody."""
        for day, button in self._days.items():
            button.setChecked(day in days)

    def button(self, day: int) -> QCheckBox:
        """The box of a day."""
        return self._days[day]

    # Qt's side: in a line, or in several where it is too narrow

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All on one line."""
        wide = sum(button.sizeHint().width() + _GAP for button in self._days.values())
        return QSize(wide, self._arrange(wide, move=False))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Four on a line."""
        wide = 4 * (max(button.sizeHint().width() for button in self._days.values()) + _GAP)
        return QSize(wide, self._arrange(wide, move=False))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height of the lines at a width."""
        return self._arrange(width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put each day where it belongs."""
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def _arrange(self, width: int, *, move: bool) -> int:
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = y = high = 0
        for button in self._days.values():
            size = button.sizeHint()
            if x and x + size.width() > width:
                x, y = 0, y + high + _GAP
            if move:
                left = width - x - size.width() if right else x
                button.setGeometry(QRect(QPoint(left, y), size))
            x, high = x + size.width() + _GAP, max(high, size.height())
        return y + high


class _Day(QCheckBox):
    """One day: filled when it is ticked, with a heavier edge too."""

    def __init__(self, day: date, identifier: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = short_weekday(day)
        named(self, identifier, weekday_name(day))
        self.setToolTip(tip(weekday_name(day)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Its letters with little air: seven stand in a narrow panel."""
        metrics = QFontMetrics(_font())
        return QSize(metrics.horizontalAdvance(self._words) + 14, max(28, metrics.height() + 10))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It does not shrink."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be pressed."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A pill with the day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        ground = "accent" if on else ("hover" if self.underMouse() else "surface")
        painter.setPen(QPen(theme().colour("accent" if on else "borderStrong"), 1))
        painter.setBrush(theme().colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 7, 7)
        painter.setFont(_font())
        painter.setPen(theme().colour("onAccent" if on else "text"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._words)
        if self.hasFocus():
            draw_focus(painter, self.rect(), 8)
        painter.end()


def _font() -> QFont:
    font = theme().font("caption")
    font.setWeight(QFont.Weight.Medium)
    return font

"""Seven days to tick, as small pills in a row."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.words.dates import weekday_name
from relate_desktop.words.due import short_weekday

_A_MONDAY = date(2001, 1, 1)


class Weekdays(Panel):
    """Days of the week, Monday being 0. ``changed`` is sent when the user turns one."""

    changed = Signal()

    def __init__(self, identifier: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(identifier, name, parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        first = QLocale.system().firstDayOfWeek().value - 1
        self._days: dict[int, _Day] = {}
        for number in range(7):
            day = (first + number) % 7
            button = _Day(_A_MONDAY + timedelta(days=day), f"{identifier}.{day}")
            button.clicked.connect(self.changed)
            self._days[day] = button
            row.addWidget(button)
        row.addStretch(1)
        self.setFocusProxy(self._days[first])

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


class _Day(QCheckBox):
    """One day: filled when it is ticked, with a heavier edge too."""

    def __init__(self, day: date, identifier: str) -> None:
        super().__init__()
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

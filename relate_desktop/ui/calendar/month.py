"""A month as a table of days: small with dots in the rail, large with words in the middle."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from relate_desktop.domain.wall_time import moved
from relate_desktop.ui.calendar.lines import AgendaLine
from relate_desktop.ui.calendar.month_model import DAYS, WEEKS, MonthModel
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.calendar_days import month_and_year

_AIR = 20
"""Pixels of a day that are not its number and a line."""
Index = QModelIndex | QPersistentModelIndex


class _DaysOfWeek(QHeaderView):
    """The days of the week, as quiet words."""

    def __init__(self, look: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumSectionSize(16)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A line with air."""
        return QSize(100, theme().line(self._look) + 10)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's name
        """Draw one day's name."""
        painter.setFont(theme().font(self._look))
        painter.setPen(theme().colour("text2"))
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)


class MonthTable(QTableView):
    """Six weeks. ``opened`` carries the day that was clicked or entered, ``left`` a day outside."""

    opened = Signal(object)
    """A date."""
    left = Signal(object)
    """The date that an arrow key led to, outside the weeks that are shown."""

    def __init__(
        self, identifier: str, delegate: QStyledItemDelegate, look: str, *, scrolls: bool = False
    ) -> None:
        """One that ``scrolls`` does so where its weeks would be too low to be read."""
        super().__init__()
        self._scrolls = scrolls
        self.days = MonthModel(self)
        self.setModel(self.days)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setHorizontalHeader(_DaysOfWeek(look, self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.setProperty("kind", "days")
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for bar in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.opened.emit(self.days.day(index)))
        theme().changed.connect(self._fit)
        named(self, identifier, "-")

    def show_month(
        self, month: date, today: date, found: dict[date, list[AgendaLine]], current: date
    ) -> None:
        """Show a month and stand on a day, without telling anybody."""
        self.days.show(month, today, found)
        self.setAccessibleName(month_and_year(self.days.month))
        self.setCurrentIndex(self.days.index_of(current))

    @property
    def day(self) -> date | None:
        """The day one is on."""
        index = self.currentIndex()
        return self.days.day(index) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go by days and weeks also beyond the edges, Page Up and Down by months, Enter opens."""
        day = self.day
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or day is None:
            super().keyPressEvent(event)
            return
        forward = 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
        steps = {
            Qt.Key.Key_Left: -forward, Qt.Key.Key_Right: forward,
            Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS,
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit(day)
        elif key in steps:
            self._step_to(moved(day, steps[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.left.emit(month_beside(day, -1 if key == Qt.Key.Key_PageUp else 1))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The weeks share the height."""
        super().resizeEvent(event)
        self._fit()

    def _step_to(self, day: date) -> None:
        index = self.days.index_of(day)
        if index.isValid() and self.days.belongs(index):
            self.setCurrentIndex(index)
        else:
            self.left.emit(day)

    def _fit(self) -> None:
        room = self.viewport().height()
        least = theme().line("small") + theme().line("caption") + _AIR
        if self._scrolls and room < least * WEEKS:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            room = least * WEEKS
        elif self._scrolls:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for week in range(WEEKS):
            self.setRowHeight(week, (room * (week + 1)) // WEEKS - (room * week) // WEEKS)


def month_beside(day: date, step: int) -> date:
    """The same day a month earlier or later, or the last one that month has."""
    months = day.year * 12 + day.month - 1 + step
    if not 12 <= months < 9999 * 12:
        return day
    first = date(months // 12, months % 12 + 1, 1)
    last = moved(date(first.year + first.month // 12, first.month % 12 + 1, 1), -1)
    return first.replace(day=min(day.day, last.day))

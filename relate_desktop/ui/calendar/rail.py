"""The rail beside the agenda: a small month, which calendars are shown, and where they come from."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.ui.calendar.day_cells import CELL, SmallDay
from relate_desktop.ui.calendar.lines import AgendaLine
from relate_desktop.ui.calendar.month import MonthTable, month_beside
from relate_desktop.ui.calendar.shown import ShownEntry, ShownList
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.labels import Heading, IconLabel, SafeLabel
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.calendar_days import month_and_year
from relate_desktop.words.translation import _


class Rail(Frame):
    """``month_asked`` carries a day of the month to show, ``day_asked`` a day to go to."""

    month_asked = Signal(object)
    day_asked = Signal(object)

    def __init__(self, strangers: QWidget, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._strangers = strangers
        self._month = date(2000, 1, 1)
        self.heading = Heading("", "calendar.month_name", "heading")
        self.previous = IconButton(
            "caret-left", _("Previous month"), "calendar.previous_month", kind="quiet", small=True
        )
        self.next = IconButton(
            "caret-right", _("Next month"), "calendar.next_month", kind="quiet", small=True
        )
        self.month = MonthTable("calendar.small_month", SmallDay(), "caption")
        self.shown = ShownList()
        self.add = Button(_("Add a calendar file"), "calendar.add", icon="plus", small=True)
        self._info = SafeLabel("", "caption", "text2", wrap=True)
        self._lay_out()
        self.previous.clicked.connect(lambda: self.month_asked.emit(month_beside(self._month, -1)))
        self.next.clicked.connect(lambda: self.month_asked.emit(month_beside(self._month, 1)))
        self.month.left.connect(self.month_asked)
        self.month.opened.connect(self.day_asked)
        theme().changed.connect(self._fit)
        self._fit()

    def show_month(
        self, month: date, today: date, found: dict[date, list[AgendaLine]], current: date
    ) -> None:
        """Show a month and stand on a day."""
        self._month = current
        self.heading.set_heading(month_and_year(month))
        self.month.show_month(month, today, found, current)

    def show_calendars(self, entries: Sequence[ShownEntry], info: str) -> None:
        """Show which calendars there are, and a line about them."""
        self.shown.show_entries(entries)
        self._info.setText(info)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.heading, 1)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        info = QHBoxLayout()
        info.setSpacing(9)
        info.addWidget(IconLabel("info", "regular", "text2", 14), 0, Qt.AlignmentFlag.AlignTop)
        info.addWidget(self._info, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 26, 24)
        box.setSpacing(0)
        box.addLayout(head)
        box.addSpacing(10)
        box.addWidget(self.month)
        box.addSpacing(22)
        box.addWidget(Heading(_("Shown here"), "calendar.shown_here", "heading"))
        box.addSpacing(10)
        box.addWidget(self.shown)
        box.addSpacing(10)
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        box.addWidget(self._strangers)
        box.addSpacing(14)
        box.addLayout(info)
        box.addStretch(1)

    def _fit(self) -> None:
        self.month.setFixedHeight(6 * theme().scaled(CELL) + theme().line("caption") + 10)

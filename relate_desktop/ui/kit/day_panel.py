"""A panel that asks for a past day: typed, or chosen in a month."""

from datetime import date

from PySide6.QtCore import QDate, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QTableView, QToolButton, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.dates import full_day
from relate_desktop.words.translation import _


class Month(QCalendarWidget):
    """A month in the colours of the theme. Arrow keys walk through it, Page Up and Down through months."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "past.month", _("Day"))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setGridVisible(False)

    def dress(self) -> None:
        """Take on the colours. Red is kept for what cannot be undone, so weekends are like other days."""
        head = QTextCharFormat()
        head.setForeground(theme().colour("text2"))
        head.setBackground(theme().colour("surface"))
        self.setHeaderTextFormat(head)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, head)
        ways = (
            ("prevmonth", "caret-left", _("Month before")),
            ("nextmonth", "caret-right", _("Month after")),
        )
        for part, icon, name in ways:
            button = self.findChild(QToolButton, f"qt_calendar_{part}")
            if button is not None:
                button.setIcon(QIcon(pixmap(icon, colour="text2", size=16)))
                button.setAccessibleName(name)

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:  # noqa: N802 - Qt's name
        """A day: round and filled where it is chosen, faint where it cannot be."""
        shown = day if isinstance(day, QDate) else _qt(day)
        there = self.minimumDate() <= shown <= self.maximumDate() and shown.month() == self.monthShown()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme().colour("surface"))
        ink = "text" if there else "borderStrong"
        if shown == self.selectedDate():
            side = min(rect.width(), rect.height()) - 2
            disc = QRectF(0, 0, side, side)
            disc.moveCenter(QRectF(rect).center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent"))
            painter.drawEllipse(disc)
            ink = "onAccent"
        painter.setPen(theme().colour(ink))
        painter.setFont(theme().font("small"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(shown.day()))
        painter.restore()


class DayPanel(Overlay):
    """``chosen`` carries the day. Arrow keys walk through the month, Page Up and Down through months."""

    gives_way = True

    chosen = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, "past.choose", _("The book on a past day"), width=420)
        self.month = Month()
        self.month.selectionChanged.connect(self._say)
        self.month.activated.connect(lambda _day: self._choose())
        self.words = SafeLabel("", "bodyMedium")
        self.show_button = Button(
            _("Show the book"), "past.show", kind="primary", icon="clock-counter-clockwise"
        )
        cancel = Button(_("Cancel"), "past.cancel")
        self.show_button.clicked.connect(self._choose)
        cancel.clicked.connect(self.close_overlay)
        self.body.addWidget(Heading(_("The book on a past day"), "past.choose.title", "heading"))
        self.body.addWidget(
            SafeLabel(
                _("Everything as it was when that day ended. It can be read, and nothing of it changes."),
                "small",
                "text2",
                wrap=True,
            )
        )
        self.body.addWidget(self.month)
        self.body.addWidget(self.words)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.show_button)
        self.body.addLayout(row)

    def ask(self, first: date | None, last: date, day: date) -> None:
        """Open on a day; there is nothing before ``first`` and after ``last``."""
        self.month.setMinimumDate(_qt(min(first or last, last)))
        self.month.setMaximumDate(_qt(last))
        self.month.setSelectedDate(_qt(day))
        self.month.dress()
        self._say()
        grid = self.month.findChild(QTableView)
        self.open_over(grid if grid is not None else self.month)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter shows the day."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
            return
        super().keyPressEvent(event)

    @property
    def day(self) -> date:
        """The chosen day."""
        chosen = self.month.selectedDate()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _say(self) -> None:
        self.words.setText(full_day(self.day))

    def _choose(self) -> None:
        self.close_overlay()
        self.chosen.emit(self.day)


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)

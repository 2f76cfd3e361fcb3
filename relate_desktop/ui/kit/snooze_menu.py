"""The snooze menu: each choice with the time it comes to, and another time in words."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QStyle, QWidget

from relate_desktop.domain.present import Present
from relate_desktop.domain.snooze import Snooze, snooze_choices
from relate_desktop.ui.kit.another_time import AnotherTime
from relate_desktop.ui.kit.buttons import rounded
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import menu_text
from relate_desktop.ui.kit.when_field import Read
from relate_desktop.words.due import snooze_time
from relate_desktop.words.reminders import snooze_name
from relate_desktop.words.translation import _

_WIDTH, _EDGE, _PAD = 220, 6, 10


class SnoozeMenu(QMenu):
    """Until when to put something off.

    ``chosen`` carries a moment, aware and in UTC, or None for *when there is room*. The choices
    are made anew each time the menu opens. ``present`` and ``read`` are those of the book.
    Without ``another`` there is no asking for a time in words: a pop-up has no room for it.
    """

    chosen = Signal(object)

    def __init__(
        self, present: Callable[[], Present], read: Read, parent: QWidget, *, another: bool = True
    ) -> None:
        super().__init__(parent)
        self._another = another
        self.offers_room = True
        """Whether *when there is room* is a choice: what repeats comes back on its day anyway."""
        self._present, self._read, self._host = present, read, parent
        self._times: dict[QAction, str] = {}
        self._dialog: AnotherTime | None = None
        self.setAccessibleName(_("Snooze"))
        self.setTitle(_("Snooze"))
        rounded(self)
        self.aboutToShow.connect(self._fill)
        self._fill()

    def open_at(self, widget: QWidget) -> None:
        """Open under a widget, its first choice ready for the keyboard."""
        self._fill()
        self.popup(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.setActiveAction(self.actions()[0])

    def ask_another_time(self) -> None:
        """Ask for a time in words."""
        if self._dialog is None:
            self._dialog = AnotherTime(self._host, self._present, self._read)
            self._dialog.chosen.connect(self.chosen)
        self._dialog.ask()

    def _fill(self) -> None:
        self.clear()
        self._times.clear()
        present = self._present()
        for choice in snooze_choices(present):
            if choice.snooze is Snooze.ROOM:
                if not self.offers_room:
                    continue
                self.addSeparator()
            self._add(snooze_name(choice.snooze), snooze_time(choice.until, present), choice.until)
        if self._another:
            self._times[self.addAction(_("Another time…"), self.ask_another_time)] = ""
        self.setMinimumWidth(self._widest())

    def _add(self, words: str, time: str, until: datetime | None) -> None:
        # The time is part of the words, so that it is read out; the painting sets it apart.
        action = self.addAction(menu_text(_("{choice}, {time}").format(choice=words, time=time)))
        action.setData(words)
        action.triggered.connect(lambda: self.chosen.emit(until))
        self._times[action] = time

    # Qt's side: rows of two columns

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The panel, then choice and time at the two ends of each row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        for action in self.actions():
            self._draw(painter, action)
        painter.end()

    def _draw(self, painter: QPainter, action: QAction) -> None:
        area = self.actionGeometry(action)
        if action.isSeparator():
            painter.fillRect(
                area.left() + 4, area.center().y(), area.width() - 8, 1, theme().colour("border")
            )
            return
        active = action is self.activeAction()
        if active:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("selected"))
            painter.drawRoundedRect(QRectF(area), 6, 6)
        words = area.adjusted(_PAD, 0, -_PAD, 0)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        centre = Qt.AlignmentFlag.AlignVCenter
        for style, ink, text, side in (
            ("body", "accentText" if active else "text", action.data() or action.text(), left),
            ("small", "accentText" if active else "text2", self._times.get(action, ""), right),
        ):
            painter.setFont(theme().font(style))
            painter.setPen(theme().colour(ink))
            aligned = QStyle.visualAlignment(self.layoutDirection(), side | centre)
            painter.drawText(words, int(aligned | Qt.AlignmentFlag.AlignAbsolute), text)

    def _widest(self) -> int:
        """Room for the longest choice beside its time."""
        body, small = QFontMetrics(theme().font("body")), QFontMetrics(theme().font("small"))
        return max(
            _WIDTH,
            *(
                body.horizontalAdvance(action.data() or action.text())
                + small.horizontalAdvance(self._times.get(action, ""))
                + 40
                + 2 * (_EDGE + _PAD)
                for action in self.actions()
            ),
        )

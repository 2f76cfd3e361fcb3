"""The program beside the clock: jot something down, the first things of today, pause, open, quit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from relate_desktop.domain.place import Place
from relate_desktop.domain.text import visible
from relate_desktop.ui.kit.mark import program_icon
from relate_desktop.ui.kit.tooltips import menu_text
from relate_desktop.words.translation import _

MOST = 3
_LONGEST = 50


@dataclass(frozen=True, slots=True)
class TrayItem:
    """One thing of today in the menu, and where a click on it leads."""

    words: str
    place: Place


class Tray(QObject):
    """An icon without a number. It is there only while somebody wants it to be (``appear``)."""

    opened = Signal()
    """The window is to come to the front."""
    asked = Signal(object)
    """A Place to go to in the window."""
    jotted = Signal()
    paused = Signal(str)
    """``hour``, ``tomorrow``, or "" to go on."""
    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self.menu.setObjectName("tray")
        self._icon: QSystemTrayIcon | None = None
        self._items: Sequence[TrayItem] = ()
        self._paused_until = ""
        self._jots = False
        self._today = False
        self._fill()

    @staticmethod
    def available() -> bool:
        """Whether the desktop has a tray now; it may come and go."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def items(self) -> Sequence[TrayItem]:
        """What of today stands in the menu."""
        return self._items

    @property
    def shown(self) -> bool:
        """Whether the icon is there."""
        return self._icon is not None and self._icon.isVisible()

    def appear(self) -> None:
        """Show the icon, if there is a tray."""
        if not self.available():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(program_icon(), self)
            self._icon.setToolTip(_("Relate"))
            self._icon.setContextMenu(self.menu)
            self._icon.activated.connect(self._activated)
        self._icon.show()

    def vanish(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()

    def close(self) -> None:
        """Let go of everything; called when the program ends."""
        self.vanish()
        self.menu.deleteLater()

    def offer(self, *, jots: bool, today: bool) -> None:
        """Say what there is to be offered."""
        if (jots, today) != (self._jots, self._today):
            self._jots, self._today = jots, today
            self._fill()

    def show_today(self, items: Sequence[TrayItem]) -> None:
        """Show these as the first things of today."""
        if tuple(items[:MOST]) != self._items:
            self._items = tuple(items[:MOST])
            self._fill()

    def show_pause(self, until: str) -> None:
        """Show until when nothing pops up, in words; "" while it does."""
        if until != self._paused_until:
            self._paused_until = until
            self._fill()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        clicks = {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}
        if reason in clicks:
            self.opened.emit()

    def _fill(self) -> None:
        self.menu.clear()
        if self._jots:
            self._add(_("Jot down…"), "jot").triggered.connect(self.jotted)
            self.menu.addSeparator()
        if self._today:
            self._add(_("Today"), "today").triggered.connect(lambda: self.asked.emit(Place("today")))
            for number, item in enumerate(self._items):
                self._add_item(number, item)
            self.menu.addSeparator()
        self._fill_pause()
        self.menu.addSeparator()
        self._add(_("Open Relate"), "open").triggered.connect(self.opened)
        self._add(_("Quit"), "quit").triggered.connect(self.left)

    def _add_item(self, number: int, item: TrayItem) -> None:
        action = self._add(visible(item.words, _LONGEST), f"today.{number}")
        action.triggered.connect(lambda: self.asked.emit(item.place))

    def _fill_pause(self) -> None:
        if self._paused_until:
            words = _("Pop-ups are paused until {time}").format(time=self._paused_until)
            self._add(words, "paused").setEnabled(False)
            self._add(_("Let them pop up again"), "resume").triggered.connect(lambda: self.paused.emit(""))
            return
        inner = QMenu(_("Pause pop-ups"), self.menu)
        inner.setObjectName("tray.pause")
        self.menu.addMenu(inner)
        for words, key in ((_("For 1 hour"), "hour"), (_("Until tomorrow"), "tomorrow")):
            action = inner.addAction(words)
            action.setObjectName(f"tray.pause.{key}")
            action.triggered.connect(lambda _checked=False, chosen=key: self.paused.emit(chosen))

    def _add(self, words: str, identifier: str) -> QAction:
        action = self.menu.addAction(menu_text(words))
        action.setObjectName(f"tray.{identifier}")
        return action

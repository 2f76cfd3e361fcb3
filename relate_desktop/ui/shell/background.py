"""Relate without its window: the tray, what closing means, pausing what pops up."""

from datetime import timedelta

from PySide6.QtCore import QObject

from relate_desktop.domain.place import Place
from relate_desktop.domain.snooze import Snooze, snoozed_until
from relate_desktop.services.preferences import KeepRunning, Preferences
from relate_desktop.ui.shell.closing import Closing
from relate_desktop.ui.shell.furniture import Furniture
from relate_desktop.ui.shell.rooms import Surroundings
from relate_desktop.ui.shell.tray import Tray
from relate_desktop.words.due import snooze_time

_HOUR = timedelta(hours=1)


class Background(QObject):
    """Has the tray, the window and the preferences work together."""

    def __init__(self, frame: Furniture, around: Surroundings) -> None:
        super().__init__(frame)
        self._frame, self._around = frame, around
        self.tray = Tray(self)
        self.closing = Closing(frame.window, around.preferences, self.tray)
        frame.closing = self.closing
        self.tray.opened.connect(frame.window.come_to_front)
        self.tray.asked.connect(self.show_place)
        self.tray.jotted.connect(self._jot)
        self.tray.left.connect(frame.window.leave)
        self.tray.paused.connect(self._pause)
        self.tray.menu.aboutToShow.connect(self._offer)
        frame.window.closed.connect(self._end)
        self._stop = around.preferences.listen(self._prefer)
        self._prefer(around.preferences.current)

    def show_place(self, place: Place) -> None:
        """Bring the window to the front and go there."""
        self._frame.window.come_to_front()
        self._frame.navigator.go(place)

    def _offer(self) -> None:
        self.tray.offer(jots=self._frame.jot is not None, today=self._frame.navigator.knows(Place("today")))
        self._show_pause()

    def _jot(self) -> None:
        self._frame.window.come_to_front()
        if self._frame.jot is not None:
            self._frame.jot("", None)

    def _pause(self, choice: str) -> None:
        present = self._around.book.present()
        until = {"hour": present.now + _HOUR, "tomorrow": snoozed_until(Snooze.TOMORROW, present)}.get(choice)
        self._around.preferences.change(paused_until=until.isoformat() if until is not None else "")

    def _prefer(self, preferences: Preferences) -> None:
        if preferences.keep_running is KeepRunning.YES:
            self.tray.appear()
        else:
            self.tray.vanish()
        self._offer()

    def _show_pause(self) -> None:
        present = self._around.book.present()
        until = present.hours.paused_until
        self.tray.show_pause("" if until is None else snooze_time(until, present))

    def _end(self) -> None:
        self._stop()
        self.tray.close()

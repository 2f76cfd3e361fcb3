"""How much waits for today, beside its name in the side bar, and the first of it in the tray."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from relate_desktop.domain.due_list import DueRow
from relate_desktop.domain.place import Place
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.shell.furniture import Furniture
from relate_desktop.ui.shell.navigation import entries
from relate_desktop.ui.shell.rooms import ROOMS, Surroundings
from relate_desktop.ui.shell.tray import Tray, TrayItem


class WaitingCount(QObject):
    """Counts again after every change, and whenever somebody comes back to the window."""

    def __init__(self, frame: Furniture, around: Surroundings, tray: Tray) -> None:
        super().__init__(frame)
        self._frame, self._tray = frame, tray
        waiting = around.book.waiting
        self._rows = Fresh(around.work, self, lambda: waiting.today, self._show, lambda _error: None)
        around.news.changed.connect(self.look)
        tray.menu.aboutToShow.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self.look)
        self.look()

    def look(self) -> None:
        """Count what waits."""
        self._rows.ask()

    def _show(self, rows: tuple[DueRow, ...]) -> None:
        self._frame.side.show_places(entries(ROOMS, today=len(rows)))
        self._tray.show_today([TrayItem(row.text, _place(row)) for row in rows])


def _place(row: DueRow) -> Place:
    """Where something is to be seen: with its person, else among the reminders."""
    if row.people:
        return Place.person(row.people[0])
    if row.reminder is not None:
        return Place("reminders", str(row.reminder.id))
    return Place("reminders", f"p{row.promise.id}" if row.promise is not None else "")

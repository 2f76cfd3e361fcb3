"""The window: painted at once as an empty frame, furnished and filled behind that.

This module is loaded before the first paint, so it imports Qt and nothing of our own. What the
window holds is made by ``furniture.furnish``.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow

LEAST = (960, 640)
DEFAULT = (1280, 800)


class Contents(Protocol):
    """What the window tells its contents."""

    def watch_drags(self) -> None:
        """The native window is there: watch what is dragged over it."""

    def fit(self) -> None:
        """The window has another width."""

    def may_close(self) -> bool:
        """Whether closing the window is the end of the program; what else it means is done here."""

    def clear_away(self, geometry: str) -> None:
        """The window closes; ``geometry`` is where it stood, in its own words."""

    def turn_menu_bar(self) -> None:
        """Alt was pressed alone."""


class MainWindow(QMainWindow):
    """The frame. ``glance`` are raw preferences, for where it stood; ``colours`` what it is painted with."""

    closed = Signal()
    contents: Contents

    def __init__(self, glance: Mapping[str, Any], colours: Mapping[str, str]) -> None:
        super().__init__()
        self._colours = colours
        self._side_width = 60 if glance.get("side_bar_narrow") is True else 216
        self._alt_alone = False
        self.furnished = False
        self._leaving = False
        self.painted = False
        self.setMinimumSize(*LEAST)
        kept = glance.get("window_geometry")
        if not isinstance(kept, str) or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(*DEFAULT)

    def furnish(self, contents: Contents) -> None:
        """Take in what the window holds."""
        self.contents = contents
        self.furnished = True
        self.update()

    def come_to_front(self) -> None:
        """Show the window whatever it was doing."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def leave(self) -> None:
        """Close for good, whatever closing the window means otherwise."""
        self.make_way()
        self.close()

    def make_way(self) -> None:
        """Whoever closes the window from now on ends the program: it was asked to end."""
        self._leaving = True

    # Qt's side

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """While it is empty: the page and the side bar as bare grounds."""
        self.painted = True
        if self.furnished:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colours["window"]))
        painter.fillRect(0, 0, self._side_width, self.height(), QColor(self._colours["sidebar"]))
        painter.fillRect(self._side_width - 1, 0, 1, self.height(), QColor(self._colours["border"]))
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The native window is there now: watch what is dragged over it."""
        super().showEvent(event)
        if self.furnished:
            self.contents.watch_drags()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Shrink the side bar in a narrow window."""
        super().resizeEvent(event)
        if self.furnished:
            self.contents.fit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep drafts and where the window stands, unless the program goes on without the window."""
        if self.furnished and not self._leaving and not self.contents.may_close():
            event.ignore()
            return
        if self.furnished:
            geometry = self.saveGeometry().toBase64().data()
            self.contents.clear_away(bytes(geometry).decode())
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Remember whether Alt is pressed alone."""
        self._alt_alone = event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat()
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Alt alone shows the menu bar, or hides it again."""
        if event.key() == Qt.Key.Key_Alt and self._alt_alone and self.furnished:
            self._alt_alone = False
            self.contents.turn_menu_bar()
        super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Alt+Tab is not Alt alone."""
        if event.type() == QEvent.Type.ActivationChange:
            self._alt_alone = False
        super().changeEvent(event)

    def forget_alt(self) -> None:
        """Alt was pressed together with something."""
        self._alt_alone = False

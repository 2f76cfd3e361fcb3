"""The first paint: an empty window in the right place and colours, before anything else is loaded.

``paint_first`` is called by the entry point when nothing but the window is wanted. It takes the
window's lock, so that a second start never flashes a window, and leaves both for ``run_window``.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QLocale, Qt
from PySide6.QtWidgets import QApplication

from relate_desktop import __version__
from relate_desktop.services.first_look import glance
from relate_desktop.system.file_lock import FileLock
from relate_desktop.system.paths import resources_folder
from relate_desktop.ui.shell.window import MainWindow

LOCK = "window.lock"
PATIENCE_MS = 200
"""How long the screen may take to ask for the first picture before work goes on without."""

_painted: dict[Path, tuple[MainWindow, FileLock]] = {}


def paint_first(folder: Path) -> None:
    """Show the empty window of a book, unless another start has one or there is no screen."""
    if not has_display():
        return
    application()
    lock = claim(folder)
    if lock is None:
        return
    window = make_window(folder)
    window.show()
    clock = QElapsedTimer()
    clock.start()
    while not window.painted and clock.elapsed() < PATIENCE_MS:
        QCoreApplication.processEvents()
    # once more, so that what was painted reaches the screen as well
    QCoreApplication.processEvents()
    _painted[folder] = (window, lock)


def painted(folder: Path) -> tuple[MainWindow, FileLock] | None:
    """What ``paint_first`` left for a book; only once."""
    return _painted.pop(folder, None)


def claim(folder: Path) -> FileLock | None:
    """The lock of the book's window, or None when another start holds it.

    The system's own: Qt's goes by what stands in its file, and for ever by one that is empty.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = FileLock(folder / LOCK)
    return lock if lock.take() else None


def make_window(folder: Path) -> MainWindow:
    """The empty window in the colours and at the place that the preferences have kept."""
    kept = glance(folder)
    scheme = kept.get("theme")
    if scheme not in {"light", "dark"}:
        dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        scheme = "dark" if dark else "light"
    tokens = json.loads((resources_folder() / "styles" / "tokens.json").read_bytes())
    return MainWindow(kept, tokens[scheme])


def application() -> QApplication:
    """The application of this process, made if there is none; there must be a display."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QCoreApplication.setApplicationName("relate-desktop")
    QCoreApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("relate-desktop")
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationDisplayName("Relate")
    app.setLayoutDirection(QLocale.system().textDirection())
    return app


def has_display() -> bool:
    """Whether there is a screen; without one Qt would end the process without a word."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

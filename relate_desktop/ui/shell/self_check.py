"""Starts the whole window unseen and says which part of it does not work on this machine."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop
from PySide6.QtGui import QFontDatabase, QImageReader
from PySide6.QtWidgets import QApplication

from relate_desktop.domain.place import Place
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.shell import first_paint
from relate_desktop.ui.shell.rooms import ROOMS
from relate_desktop.ui.shell.start import Session, application

PATIENCE_MS = 20_000
_FORMATS = {"svg", "png", "jpeg"}
_ICON = 24


def check_window(folder: Path) -> Mapping[str, str | None]:
    """Each part of the window with what is wrong with it, None where it works.

    ``folder`` is where a book for trying may be begun. The platform must be one without a screen.
    Raises UserError(NO_DISPLAY) where there is none at all.
    """
    app = application()
    found = {"pictures": _pictures(), "fonts": None if QFontDatabase.families() else "none installed"}
    lock = first_paint.claim(folder)
    if lock is None:
        return found | {"instance": "the lock of the window cannot be taken"}
    session = Session(app, folder, first_paint.make_window(folder), lock, (), create=True)
    try:
        found["window"] = _opened(app, session)
        if found["window"] is None:
            found["rooms"] = _rooms(app, session)
        found["instance"] = (
            None if session.instance is not None and session.instance.listening else "no socket can be opened"
        )
    finally:
        session.window.close()
        session.end()
        session.window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return found


def _pictures() -> str | None:
    able = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    if missing := _FORMATS - able:
        return ", ".join(sorted(missing))
    drawn = pixmap("users", "regular", "text", _ICON).toImage()
    seen = any(drawn.pixelColor(x, y).alpha() for x in range(drawn.width()) for y in range(drawn.height()))
    return None if seen else "an icon stays empty"


def _opened(app: QApplication, session: Session) -> str | None:
    """Waits until the book is open and the window filled."""
    if not _until(app, lambda: session.frame.navigator.room is not None or _faulty(session)):
        return "it is not filled in time"
    return _fault(session)


def _rooms(app: QApplication, session: Session) -> str | None:
    """Goes to every room once and lets it work until it is quiet."""
    for name in ROOMS:
        if not session.frame.navigator.go(Place(name)):
            return name
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 200)
        if _faulty(session):
            return f"{name}, {_fault(session)}"
    return None


def _until(app: QApplication, done: Callable[[], bool]) -> bool:
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not done():
        if deadline.hasExpired():
            return False
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    return True


def _faulty(session: Session) -> bool:
    return session.crash.notice is not None


def _fault(session: Session) -> str | None:
    """Where a bug showed itself, without the report's heading."""
    notice = session.crash.notice
    return None if notice is None else " ".join(" ".join(notice.report.splitlines()[2:]).split())

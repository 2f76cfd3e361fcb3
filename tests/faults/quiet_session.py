"""A whole session of the program in a process of its own: every room, every person, and the end.

    python -m tests.faults.quiet_session BOOK ADDRESS...

Says on standard output which places it was at, and which modules of the net are loaded at the end.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from relate_desktop.domain.place import Place
from relate_desktop.ui.shell import first_paint
from relate_desktop.ui.shell.rooms import ROOMS
from relate_desktop.ui.shell.start import Session, application

PATIENCE_MS = 60_000
LINGER_MS = 100
"""How long each place is worked at; nothing hangs on it but how much a place may do."""
OF_THE_NET = {"httpcore2", "httpx2", "h11", "dns", "mf2py", "feedparser", "requests", "urllib3", "truststore"}


def main(folder: Path, addresses: list[str]) -> int:
    """Goes everywhere once; status 1 where the window did not come up."""
    app = application()
    lock = first_paint.claim(folder)
    if lock is None:
        return 1
    session = Session(app, folder, first_paint.make_window(folder), lock, (), create=True)
    seen = []
    if not _until(app, lambda: session.frame.navigator.room is not None):
        return 1
    for address in [*ROOMS, *addresses]:
        if session.frame.navigator.go(Place.parse(address)):
            seen.append(address)
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, LINGER_MS)
    well = session.crash.notice is None
    session.window.close()
    session.end()
    session.window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    sys.stdout.write(
        json.dumps({"seen": seen, "well": well, "loaded": sorted(OF_THE_NET & set(sys.modules))})
    )
    return 0


def _until(app: QApplication, done: Callable[[], bool]) -> bool:
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not done():
        if deadline.hasExpired():
            return False
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    return True


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))

"""Starting the window: painted at once, the book opened behind it, filled when it is open."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer
from PySide6.QtWidgets import QApplication

from relate_desktop import __version__
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.errors import BookBusyError, ErrorKind, UserError
from relate_desktop.services.jobs import Job, JobKind, JobRunner, Lane
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.system.clock import machine_clock
from relate_desktop.ui.kit.accessibility import install_roles
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.pictures import limit_allocation
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell.crash import CrashReporter
from relate_desktop.ui.shell.instance import Instance
from relate_desktop.ui.shell.looks import appearance_of
from relate_desktop.ui.shell.signals import EndSignals
from relate_desktop.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

POLL_MS = 1000
"""How often it is looked whether another process wrote."""
CLOSE_SECONDS = 10.0


def run_window(
    folder: Path, asks: Sequence[str] = (), *, create: bool = True, clock: Clock = machine_clock
) -> int:
    """Show the window on a book and answer the exit status when it is closed.

    ``asks`` are what to open: addresses of places, and absolute paths of files to look into. When
    a window on the book is open already, that one opens them and comes to the front.
    Raises UserError: NO_DISPLAY, or BOOK_BUSY when the open window does not answer.
    """
    app = application()
    instance = Instance(folder)
    if not instance.claim():
        if instance.tell_first(asks):
            return 0
        if not instance.claim():
            raise BookBusyError(ErrorKind.BOOK_BUSY, path=str(folder))
    session = Session(app, folder, instance, asks, create=create, clock=clock)
    try:
        return app.exec()
    finally:
        session.end()


def application() -> QApplication:
    """The application of this process, made if there is none.

    Raises UserError(NO_DISPLAY) where Qt would end the process without a word.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if not _has_display():
        raise UserError(ErrorKind.NO_DISPLAY)
    QCoreApplication.setApplicationName("relate-desktop")
    QCoreApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("relate-desktop")
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationDisplayName("Relate")
    app.setLayoutDirection(QLocale.system().textDirection())
    return app


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class Session:
    """One run of the window: everything that lives from the first paint to the last write."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        instance: Instance,
        asks: Sequence[str],
        *,
        create: bool,
        clock: Clock = machine_clock,
    ) -> None:
        self._app, self._folder, self._create = app, folder, create
        self._clock = clock
        self._instance, self._asks = instance, list(asks)
        self.preferences = PreferencesService(folder)
        theme().apply(appearance_of(self.preferences.current))
        install_roles()
        limit_allocation()
        self.crash = CrashReporter(folder, clock)
        self.crash.install()
        self.runner = JobRunner(self.crash.report)
        self.work = Work(self.runner)
        self.news = News()
        self.window = MainWindow(self.preferences)
        self.book: OpenBook | None = None
        self._poll = QTimer()
        self._poll.timeout.connect(self._look_outside)
        self._signals = EndSignals(self.window.close)
        instance.asked.connect(self._asked)
        self.work.failed.connect(self._failed)
        self.work.progressed.connect(self.window.jobs.follow)
        self.window.closed.connect(app.quit)
        self.window.show()
        # the first paint comes before the book's floors are even loaded
        QTimer.singleShot(0, self.window, self._load)

    def end(self) -> None:
        """Bring everything to its end: short writes are still done, then the book is closed."""
        self._poll.stop()
        self.news.stop()
        self.work.close()
        self.runner.close(CLOSE_SECONDS)
        if self.book is not None:
            self.book.close()
        self._signals.stop()
        self.crash.uninstall()
        self._instance.release()

    def _load(self) -> None:
        self._instance.listen()
        self.work.run(
            Lane.WRITE, self._open, self._opened, self._cannot_open, kind=JobKind.DETAIL, owner=self.window
        )

    def _open(self, _job: Job["OpenBook"]) -> "OpenBook":
        from relate_desktop.services.book import open_book  # noqa: PLC0415 - after the first paint

        return open_book(self._folder, clock=self._clock, create=self._create)

    def _opened(self, book: "OpenBook") -> None:
        from relate_desktop.ui.shell.filling import fill  # noqa: PLC0415 - after the first paint
        from relate_desktop.ui.shell.rooms import Surroundings  # noqa: PLC0415 - likewise

        self.book = book
        self.news.follow(book.listen)
        book.forbid_writes_here()
        self._poll.start(POLL_MS)
        around = Surroundings(book, self.preferences, self.work, self.news, self._clock)
        fill(self.window, around)
        self._open_asks()

    def _look_outside(self) -> None:
        """Notice what other processes wrote, and a book that was taken away underneath."""
        if self.book is None:
            return
        try:
            self.book.poll()
        except UserError as error:
            self._poll.stop()
            self._failed(error)

    def _cannot_open(self, error: BaseException) -> None:
        from relate_desktop.ui.shell.trouble import TroublePage  # noqa: PLC0415 - rarely needed

        if not isinstance(error, UserError):
            return  # a bug: the crash notice tells of it
        page = TroublePage(error, self._folder)
        page.again.clicked.connect(self._load)
        page.leave.clicked.connect(self.window.close)
        self.window.side.setVisible(False)
        self.window.stack.addWidget(page)
        self.window.stack.setCurrentWidget(page)
        page.again.setFocus()

    def _asked(self, asks: list[str]) -> None:
        """A later start of the program."""
        self.window.come_to_front()
        self._asks += asks
        if self.book is not None:
            self._open_asks()

    def _open_asks(self) -> None:
        from relate_desktop.ui.shell.filling import open_asks  # noqa: PLC0415 - after the first paint

        asks, self._asks = self._asks, []
        open_asks(self.window, asks)

    def _failed(self, error: UserError) -> None:
        from relate_desktop.words.errors import tell  # noqa: PLC0415 - rarely needed

        self.window.strip.show_problem(tell(error).line)

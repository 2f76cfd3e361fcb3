"""Starting the window: painted at once, filled with its first people, the book opened behind it."""

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from relate_desktop.domain.clock import Clock
from relate_desktop.domain.errors import BookBusyError, ErrorKind, UserError
from relate_desktop.services.first_look import first_people
from relate_desktop.services.jobs import Job, JobKind, JobRunner, Lane
from relate_desktop.services.later import BookToCome
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.system.clock import machine_clock
from relate_desktop.system.file_lock import FileLock
from relate_desktop.system.zone import machine_zone
from relate_desktop.ui.kit.accessibility import install_roles
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.pictures import limit_allocation
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell import first_paint
from relate_desktop.ui.shell.crash import CrashReporter
from relate_desktop.ui.shell.filling import fill, first_place, open_asks
from relate_desktop.ui.shell.furniture import Furniture
from relate_desktop.ui.shell.garbage import Garbage
from relate_desktop.ui.shell.loading import FOLLOWING, in_turns, load, load_beside
from relate_desktop.ui.shell.looks import appearance_of
from relate_desktop.ui.shell.qt_classes import classes
from relate_desktop.ui.shell.rooms import Surroundings
from relate_desktop.ui.shell.screen_loss import ScreenLoss
from relate_desktop.ui.shell.signals import EndSignals
from relate_desktop.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook
    from relate_desktop.services.chores import Chores
    from relate_desktop.services.watch import Watch
    from relate_desktop.ui.shell.following import Following
    from relate_desktop.ui.shell.instance import Instance
    from relate_desktop.ui.shell.jot import JotWindow

CATCH_UP = "today/catch-up"
"""What a pop-up shown while there was no window asks: the sheet of what came meanwhile."""
JOT = "jot"
"""What a later start asks when it is only to jot something down."""
POLL_MS = 1000
"""How often it is looked whether another process wrote."""
WARM_AFTER_MS = 300
CLOSE_SECONDS = 10.0
TURN_SECONDS = 0.0005
"""How long a worker may go on once the window's thread wants to run; Python's own is ten times that."""


def run_window(
    folder: Path, asks: Sequence[str] = (), *, create: bool = True, clock: Clock = machine_clock
) -> int:
    """Show the window on a book and answer the exit status when it is closed.

    ``asks`` are what to open: addresses of places, and absolute paths of files to look into. When
    a window on the book is open already, that one opens them and comes to the front.
    Raises UserError: NO_DISPLAY, or BOOK_BUSY when the open window does not answer.
    """
    app = application()
    painted = first_paint.painted(folder)
    lock = painted[1] if painted is not None else first_paint.claim(folder)
    if lock is None:
        lock = _told_first(folder, asks)
        if lock is None:
            return 0
    window = painted[0] if painted is not None else first_paint.make_window(folder)
    session = Session(app, folder, window, lock, asks, create=create, clock=clock)
    sys.setswitchinterval(TURN_SECONDS)
    loss = ScreenLoss(session.lose_screen)
    try:
        return app.exec()
    finally:
        loss.stop()
        session.end()


def run_jot(folder: Path, *, clock: Clock = machine_clock) -> int:
    """Open only the panel to jot something down, in the process of the window if there is one.

    Raises UserError: NO_DISPLAY, or whatever keeps the book from being opened.
    """
    from relate_desktop.services.book import open_book  # noqa: PLC0415 - rarely needed
    from relate_desktop.ui.shell.instance import Instance  # noqa: PLC0415
    from relate_desktop.ui.shell.jot import JotWindow  # noqa: PLC0415

    app = application()
    lock = first_paint.claim(folder)
    if lock is None and Instance(folder).tell_first([JOT]):
        return 0
    if lock is not None:
        lock.release()  # a window may be opened meanwhile
    preferences = PreferencesService(folder)
    theme().apply(appearance_of(preferences.current))
    install_roles()
    with open_book(folder, clock=clock, create=True, preferences=preferences) as book:
        book.forbid_writes_here()
        runner = JobRunner()
        garbage = Garbage(lambda: runner.busy)
        garbage.start()
        work = Work(runner)
        panel = JotWindow(book.captures, book.history, work)
        panel.closed.connect(app.quit)
        signals = EndSignals(panel.close)
        panel.open_in_front()
        try:
            return app.exec()
        finally:
            signals.stop()
            work.close()
            runner.close(CLOSE_SECONDS)
            garbage.stop()


def application() -> QApplication:
    """The application of this process, made if there is none. Raises UserError(NO_DISPLAY)."""
    if QApplication.instance() is None and not first_paint.has_display():
        raise UserError(ErrorKind.NO_DISPLAY)
    return first_paint.application()


def _told_first(folder: Path, asks: Sequence[str]) -> FileLock | None:
    """Have the window that is there show itself: None when it did, else its lock, now ours."""
    from relate_desktop.ui.shell.instance import Instance  # noqa: PLC0415 - not before the first paint

    if Instance(folder).tell_first(asks):
        return None
    lock = first_paint.claim(folder)
    if lock is None:
        raise BookBusyError(ErrorKind.BOOK_BUSY, path=str(folder))
    return lock


class Session:
    """One run of the window: everything that lives from the first paint to the last write."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        window: MainWindow,
        lock: FileLock,
        asks: Sequence[str],
        *,
        create: bool,
        clock: Clock = machine_clock,
    ) -> None:
        self._folder, self._lock, self._create, self._clock = folder, lock, create, clock
        self._asks = list(asks)
        self._jotting: JotWindow | None = None
        self.preferences = PreferencesService(folder)
        theme().apply(appearance_of(self.preferences.current))
        install_roles()
        limit_allocation()
        self.crash = CrashReporter(folder, clock)
        self.crash.install()
        self.runner = JobRunner(self.crash.report)
        self.work, self.news = Work(self.runner), News()
        self.window = window
        self.frame = Furniture(window, self.preferences)
        self.instance: Instance | None = None
        self.book: OpenBook | None = None
        self.watch: Watch | None = None
        self.chores: Chores | None = None
        self._following: Following | None = None
        self._coming = BookToCome(self.preferences)
        # what the start makes, it keeps: looking for garbage meanwhile would only hold it up
        self._garbage = Garbage(lambda: self.runner.busy)
        self._poll = QTimer()
        self._poll.timeout.connect(self._look_outside)
        self._idle = QTimer()
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._warm)
        self._signals = EndSignals(window.leave)
        self.work.failed.connect(self._failed)
        self.work.progressed.connect(self.frame.jobs.follow)
        self.frame.navigator.entered.connect(lambda: self._idle.start(WARM_AFTER_MS))
        window.closed.connect(app.quit)
        app.setQuitOnLastWindowClosed(False)
        app.commitDataRequest.connect(window.make_way)
        self._show_first()
        if not window.isVisible():
            window.show()
        # the people that are known already are painted before the book's floors are even loaded
        _after_painting(window, self._load)

    def end(self) -> None:
        """Bring everything to its end: short writes are still done, then the book is closed."""
        self._poll.stop()
        self._idle.stop()
        if self._following is not None:
            self._following.pop_ups.close()
        if self.watch is not None:
            self.watch.stop()
        if self.chores is not None:
            self.chores.stop()
        self.news.stop()
        if self._jotting is not None:
            self._jotting.close()
            self._jotting.deleteLater()
        self.work.close()
        if self.book is None:
            self._coming.failed(BookBusyError(ErrorKind.BOOK_BUSY))
        self.runner.close(CLOSE_SECONDS)
        if self.book is not None:
            self.book.close()
        self._signals.stop()
        self.crash.uninstall()
        if self.instance is not None:
            self.instance.release()
        self._garbage.stop()
        self._lock.release()

    def lose_screen(self) -> NoReturn:
        """End at once and in order: without a screen Qt would end the process here, keeping nothing."""
        self.frame.navigator.keep()
        self.end()
        os._exit(0)

    def _show_first(self) -> None:
        """Fill the window with the first people, when they can be told before the book is open."""
        first = first_people(self._folder, self._clock().astimezone(machine_zone()).date())
        if first:
            around = Surroundings(
                self._coming.as_book(),
                self._folder,
                self.preferences,
                self.work,
                self.news,
                self._clock,
                tuple(first),
            )
            fill(self.frame, around)
            first_place(self.frame, empty=False, asks=self._asks)

    def _load(self) -> None:
        self._listen()
        self.work.run(
            Lane.WRITE, self._open, self._opened, self._cannot_open, kind=JobKind.DETAIL, owner=self.window
        )
        self.work.run(
            Lane.READ,
            lambda _job: load_beside(),
            lambda _done: load(FOLLOWING, self.window, lambda: None),
            kind=JobKind.DETAIL,
            owner=self.window,
        )

    def _listen(self) -> None:
        from relate_desktop.ui.shell.instance import Instance  # noqa: PLC0415 - not before the first paint

        if self.instance is None:
            self.instance = Instance(self._folder)
            self.instance.asked.connect(self._asked)
            self.instance.listen()

    def _open(self, _job: Job["OpenBook"]) -> "OpenBook":
        from relate_desktop.services.book import open_book  # noqa: PLC0415 - after the first paint

        book = open_book(self._folder, clock=self._clock, create=self._create, preferences=self.preferences)
        self._coming.opened(book)
        # loaded here, so that the window need not stand still for them
        book.load()
        import_module("relate_desktop.services.watch")
        import_module("relate_desktop.services.chores")
        return book

    def _opened(self, book: "OpenBook") -> None:
        self.book = book
        self.news.follow(book.listen)
        book.forbid_writes_here()
        self._poll.start(POLL_MS)
        around = Surroundings(
            book,
            self._folder,
            self.preferences,
            self.work,
            self.news,
            self._clock,
            delivery=lambda: self.watch.delivery if self.watch is not None else None,
        )
        if self.frame.navigator.room is None:
            fill(self.frame, around)
            # one cheap read in the window's thread decides which of two rooms is made
            first_place(self.frame, empty=book.contacts.count() == 0)
        ready = partial(self._follow, book, around)
        in_turns(classes(), self.window, lambda _end: load(FOLLOWING, self.window, ready))

    def _follow(self, book: "OpenBook", around: Surroundings) -> None:
        from relate_desktop.ui.shell.following import following  # noqa: PLC0415 - after the first people

        in_turns(following(self.frame, around), self.window, partial(self._ready, book))

    def _ready(self, book: "OpenBook", following: "Following") -> None:
        self._following = following
        self._open_asks()
        self._watch_clock(book, following)
        self._idle.start(WARM_AFTER_MS)

    def _watch_clock(self, book: "OpenBook", following: "Following") -> None:
        from relate_desktop.services.chores import Chores  # noqa: PLC0415 - after the first people
        from relate_desktop.services.watch import Watch  # noqa: PLC0415

        self.watch = Watch(book, following.pop_ups, window=True)
        following.pop_ups.answered.connect(self.watch.answered)
        self.watch.start()
        self.chores = Chores(book)
        self.chores.start()

    def _warm(self) -> None:
        room = self.frame.navigator.room
        if room is not None:
            room.warm()
        if self._following is not None:
            self._following.palette.warm()
            # modules and widgets of the start stay: walking them takes longer than a key may
            self._garbage.start()

    def _look_outside(self) -> None:
        """Notice what other processes wrote or prefer, and a book that was taken away underneath."""
        if self.book is None:
            return
        self.preferences.refresh()
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
        self._garbage.start()
        self.frame.side.setVisible(False)
        self.frame.stack.addWidget(page)
        self.frame.stack.setCurrentWidget(page)
        page.again.setFocus()

    def _asked(self, asks: list[str]) -> None:
        """A later start of the program."""
        if asks == [JOT]:
            self._jot()
            return
        self.window.come_to_front()
        self._asks += asks
        if self._following is not None:
            self._open_asks()

    def _jot(self) -> None:
        """Open only the panel to jot something down, leaving the window where it is."""
        from relate_desktop.ui.shell.jot import JotWindow  # noqa: PLC0415 - rarely needed

        if self.book is None:
            self._asks.append(JOT)
            return
        if self._jotting is None:
            self._jotting = JotWindow(self.book.captures, self.book.history, self.work)
        self._jotting.open_in_front()

    def _open_asks(self) -> None:
        asks, self._asks = self._asks, []
        if JOT in asks:
            self._jot()
        if CATCH_UP in asks and self._following is not None:
            self._following.pop_ups.catch_up()
        open_asks(self.frame, [ask for ask in asks if ask not in {JOT, CATCH_UP}])

    def _failed(self, error: UserError) -> None:
        from relate_desktop.words.errors import tell  # noqa: PLC0415 - rarely needed

        self.frame.strip.show_problem(tell(error).line)


def _after_painting(context: QObject, call: Callable[[], object]) -> None:
    """Call once what is to be painted now has been."""
    QTimer.singleShot(0, context, lambda: QTimer.singleShot(0, context, call))

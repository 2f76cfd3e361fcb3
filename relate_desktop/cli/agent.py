"""``agent``: the background part alone, without a window: reminders and pop-ups."""

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.domain.place import Place
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.preferences import PreferencesService
    from relate_desktop.services.tellings import Tidings
    from relate_desktop.system.notices import Notice

LOCK = "agent.lock"
_AWAY = 1.0
"""Seconds between two tries to have the book again."""
OWN = "--own-pop-ups"
"""What the agent asks another process of its own: to show what the desktop does not."""


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (
        Command(
            "agent",
            _("the background part alone: reminders and pop-ups, no window"),
            "agent --at-login on",
            _declare,
            _agent,
            notes=_("It stays until it is asked to end. While a window is open on the book, that one tells."),
        ),
    )


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--at-login",
        choices=("on", "off"),
        help=_("have the system start it at login, or no longer, and end"),
    )
    parser.add_argument(OWN, action="store_true", help=SUPPRESS)


def _agent(options: Namespace, program: Program) -> Answer:
    if options.own_pop_ups:
        return Answer({"watched": True}, status=program.window.pop_ups(program))
    if options.at_login is not None:
        return _at_login(program, on=options.at_login == "on")
    from relate_desktop.system.file_lock import FileLock

    alone = FileLock(program.folder / LOCK)
    if program.folder.is_dir() and not alone.take():
        return Answer({"watched": False}, [_("An agent watches this book already.")])
    try:
        _watch(program)
    finally:
        alone.release()
    return Answer({"watched": True})


def _watch(program: Program) -> None:
    """Watches until a signal asks for the end.

    Somebody who needs the book alone gets it; once they have it no longer, and have migrated it,
    the program that lies there by now goes on.
    """
    from threading import Event

    from relate_desktop.domain.errors import BookBusyError, BookNewerError
    from relate_desktop.system.this_program import become

    made_way = False
    while True:
        try:
            made_way = _made_way(program)
            if not made_way:
                return
        except BookBusyError:
            if not made_way:
                raise
        except BookNewerError:
            if not made_way:
                raise
            become(program.folder, ["agent"])
            return
        Event().wait(_AWAY)


def _made_way(program: Program) -> bool:
    """Watches once, also over a book that is replaced meanwhile; whether it ended to make way."""
    from relate_desktop.domain.errors import BookDamagedError, ErrorKind
    from relate_desktop.services.chores import Chores
    from relate_desktop.services.watch import Watch
    from relate_desktop.system.end_signals import EndSignals

    while True:
        with program.book() as book:
            desk = AgentDesk(book.preferences, lambda words: program.window.start(program, words))
            watch = Watch(book, desk, window=False)
            chores = Chores(book)
            chores.start()
            try:
                with EndSignals(watch.stop) as signals:
                    _settle()
                    watch.run()
            except BookDamagedError as error:
                if error.kind is not ErrorKind.BOOK_REPLACED:
                    raise
            else:
                if signals.interrupted:
                    raise KeyboardInterrupt
                return watch.made_way
            finally:
                chores.stop()


def _at_login(program: Program, *, on: bool) -> Answer:
    from relate_desktop.services.at_login import AtLogin

    with program.book(create=True) as book:
        entry = AtLogin(program.folder, book.preferences)
        entry.set(on=on)
        found = entry.on
    line = _("Reminders come from login on.") if found else _("Nothing is started at login.")
    return Answer({"at_login": found}, [line])


def _settle() -> None:
    """What the start has made it keeps: it need never be looked over again."""
    import gc

    gc.collect()
    gc.freeze()


class AgentDesk:
    """Fits ``services.watch.Desk``: words of its own; a window of the program for everything else."""

    def __init__(self, preferences: "PreferencesService", start: Callable[[list[str]], bool]) -> None:
        self._preferences, self._start = preferences, start

    def notice(self, tidings: "Tidings", *, hidden: bool) -> "Notice":
        """The words of a pop-up."""
        from relate_desktop.words.pop_ups import notice_of

        preferred = self._preferences.current
        return notice_of(tidings, hidden=hidden, snooze=preferred.default_snooze, sound=preferred.sound)

    def show(self, _notice: "Notice") -> bool:
        """Never shows it itself: it starts what does, which then goes before the agent."""
        self._start(["agent", OWN])
        return False

    def withdraw(self, key: str) -> None:
        """Nothing of its own is on the screen."""

    def open(self, place: Place) -> None:
        """Has the window show a place, or starts one that does."""
        self._start(["open", place.address])

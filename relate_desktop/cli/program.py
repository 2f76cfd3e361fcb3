"""What a command is, what it may use, and what it answers."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from relate_desktop.domain.clock import Clock

if TYPE_CHECKING:
    from relate_desktop.cli.progress import ProgressBar
    from relate_desktop.services.book import OpenBook

DONE = 0
IN_PART = 1
WRONG_USAGE = 2
IMPOSSIBLE = 3
STOPPED = 130


class Window(Protocol):
    """What the command line asks of the window's side; the composition root knows both."""

    def show(self, program: "Program", places: Sequence[str]) -> int:
        """Shows places or files in the open window, or opens one and stays until it is closed."""

    def jot(self, program: "Program") -> int:
        """Opens only the panel to jot something down, and stays until it is closed."""

    def pop_ups(self, program: "Program") -> int:
        """Shows only the program's own pop-ups, and stays until they are answered."""

    def start(self, program: "Program", words: Sequence[str]) -> bool:
        """Starts another process of the program on the book, with a window; whether it began."""

    def check(self) -> Mapping[str, str | None]:
        """Starts the window unseen: what was checked, and what is wrong with it or None."""

    def check_here(self) -> Mapping[str, str | None]:
        """The same in this process, which Qt may end without a word."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found or did: for a program, for a person, and how well it went."""

    document: Mapping[str, Any]
    lines: Iterable[str] = ()
    status: int = DONE
    printed: bool = False
    """Whether standard output holds the answer already."""


@dataclass(frozen=True, slots=True)
class Program:
    """The surroundings of one command."""

    folder: Path
    clock: Clock
    out: TextIO
    err: TextIO
    window: Window
    here: Callable[[], tzinfo]
    """Where the laptop is, or where the moment taken for now was written."""
    json: bool = False
    quiet: bool = False

    @contextmanager
    def book(self, *, create: bool = False, as_of: date | None = None) -> Iterator["OpenBook"]:
        """The book, open until the end of the block. ``create`` makes one where there is none.

        With ``as_of`` it is the book as it was at the end of that day, and only to be read.

        Raises UserError: BOOK_MISSING and whatever else keeps a book from being opened.
        """
        from relate_desktop.domain.change import Origin
        from relate_desktop.services.book import open_book
        from relate_desktop.system.memory import close_memory

        close_memory()
        book = open_book(
            self.folder, clock=self.clock, create=create, origin=Origin.COMMAND_LINE, here=self.here
        )
        with book:
            if as_of is None:
                yield book
                return
            with book.as_of(as_of) as past:
                yield past

    def progress(self) -> "ProgressBar":
        """A bar on standard error, drawn only for a person who looks and wants it."""
        from relate_desktop.cli.progress import ProgressBar

        return ProgressBar(self.err, shown=not self.quiet and self.err.isatty())

    def now(self) -> datetime:
        """The moment to take for now."""
        return self.clock()


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, its words, its options and its work."""

    name: str
    summary: str
    """One line, in the user's language."""
    example: str
    """Arguments that work, behind the program's name."""
    declare: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Program], Answer]
    notes: str = ""
    """More to know, shown below the options."""
    discreet: bool = False
    """Whether what was typed wrongly is never said again, since it may be a key."""


def no_options(_parser: ArgumentParser) -> None:
    """For a command that has none of its own."""

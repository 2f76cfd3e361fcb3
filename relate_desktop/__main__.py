"""Starts the program: the window, or one command."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

READ_BACK = "--read-cards-back"
READ_ASIDE = "--read-records-aside"
"""A frozen program has no other interpreter: it is itself the reader that proves exports, and the one
that reads a large file while another process writes."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program with its arguments, without its own name, and answers the exit status."""
    given = arguments
    if given is None:  # this process is the program, and not a test of it
        _keep_to_owner()
        given = sys.argv[1:]
    try:
        if list(given[:1]) == [READ_BACK]:
            from relate_desktop.formats import read_back

            return read_back.main()
        if list(given[:1]) == [READ_ASIDE]:
            from relate_desktop.formats import read_aside

            return read_aside.main(list(given[1:]))
        from relate_desktop import app

        folder = _of_window_alone(given)
        return app.main(given) if folder is None else app.window_alone(folder)
    except KeyboardInterrupt:  # before anything was begun
        from relate_desktop.cli.program import STOPPED

        return STOPPED


def _of_window_alone(given: Sequence[str]) -> Path | None:
    """The book's folder when nothing but its window is wanted, so that it can be painted at once.

    Everything else, and whatever is not as simple, is for the command line to understand.
    """
    from relate_desktop.system.paths import book_folder

    words = list(given)
    if not words:
        return book_folder()
    if len(words) == 2 and words[0] == "--book":
        return book_folder(words[1])
    return None


def _keep_to_owner() -> None:
    """What the process writes is its user's alone; a crash must not leave everybody's data behind."""
    os.umask(0o077)
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    from relate_desktop.system.memory import this_is_the_program

    this_is_the_program()


if __name__ == "__main__":
    sys.exit(main())

"""Starts the program: the window, or one command."""

import os
import sys
from collections.abc import Sequence

from relate_desktop.cli.program import STOPPED

READ_BACK = "--read-cards-back"
"""A frozen program has no other interpreter: it is itself the second reader that proves exports."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program with its arguments, without its own name, and answers the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        if list(given[:1]) == [READ_BACK]:
            from relate_desktop.formats import read_back

            return read_back.main()
        from relate_desktop import app

        return app.main(given)
    except KeyboardInterrupt:  # before anything was begun
        return STOPPED


def start() -> None:
    """The installed command: ends the process."""
    os.umask(0o077)
    _leave_no_core()
    sys.exit(main())


def _leave_no_core() -> None:
    """A crash must not write everybody's data into a core file."""
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


if __name__ == "__main__":
    start()

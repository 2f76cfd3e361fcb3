"""Starts the program: the window, or one command."""

import os
import sys
from collections.abc import Sequence

from relate_desktop.cli.program import STOPPED

READ_BACK = "--read-cards-back"
"""A frozen program has no other interpreter: it is itself the second reader that proves exports."""


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
        from relate_desktop import app

        return app.main(given)
    except KeyboardInterrupt:  # before anything was begun
        return STOPPED


def _keep_to_owner() -> None:
    """What the process writes is its user's alone; a crash must not leave everybody's data behind."""
    os.umask(0o077)
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


if __name__ == "__main__":
    sys.exit(main())

"""The process's memory on Linux: closed to other programs of the same user, and to dumps, in time.

Not from the first moment on: the desktop's portals look at a process that asks them whether the
desktop is dark, and refuse one that they cannot look at. What a window has in its memory before a
key comes into it lies in the book's file as well.
"""

import sys
import threading
from pathlib import Path

_SET_DUMPABLE = 4
"""``PR_SET_DUMPABLE`` of prctl(2)."""

_is_program = threading.Event()


def this_is_the_program() -> None:
    """Says that this process is the program and not somebody else's that uses it, such as a test."""
    _is_program.set()


def close_memory() -> None:
    """Closes the memory to debuggers and dumps for as long as the process lives; children are as they were.

    To be called before there is a key in it. A process that is traced from its start on stays open:
    whoever started it reads it already.
    """
    if sys.platform != "linux" or not _is_program.is_set() or _is_traced():
        return
    import ctypes  # noqa: PLC0415 - a start must not pay for it

    ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)  # a system that refuses leaves it as it was


def _is_traced() -> bool:
    try:
        status = Path("/proc/self/status").read_text("ascii", "replace")
    except OSError:  # no /proc here: nobody traces by it either
        return False
    return "TracerPid:\t0\n" not in status

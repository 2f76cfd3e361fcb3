"""How this very program is started again, as another process."""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path


def this_program() -> list[str]:
    """The words that start it, before those of a command."""
    image = os.environ.get("APPIMAGE")
    if image:  # what runs now lies in a folder that is gone afterwards
        return [image]
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "relate_desktop"]


def start_beside(folder: Path, words: Sequence[str]) -> bool:
    """Starts another process of it on a book, which goes on when this one ends; whether it began."""
    line = [*this_program(), "--book", str(folder), *words]
    try:
        started = subprocess.Popen(  # noqa: S603 - this very program
            line,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    # somebody has to hear of its end, or the system keeps its name for ever
    threading.Thread(target=started.wait, name="started", daemon=True).start()
    return True


def become(folder: Path, words: Sequence[str]) -> None:
    """Has the program as it lies there now take the place of this process; Windows can only start it."""
    line = [*this_program(), "--book", str(folder), *words]
    if os.name == "nt":
        start_beside(folder, words)
    else:
        os.execv(line[0], line)  # noqa: S606 - this very program

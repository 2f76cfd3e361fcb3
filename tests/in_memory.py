"""Where tests keep their files: in memory where there is plenty, for a disk takes its time to sync.

Most tests open a book, and a book waits for its disk with every change: up to half of a run would be
that, and on a machine whose disk others use as well seconds of a single test. What a killed program
leaves is the same in memory, and disks that fail or are full are played in either place.
"""

import os
from pathlib import Path

MEMORY = Path("/dev/shm")
PLENTY = 4 << 30
"""Bytes that must be free there; a run takes far fewer."""
_VARIABLE = "PYTEST_DEBUG_TEMPROOT"


def keep_files_in_memory() -> None:
    """Have pytest make its folders in memory, unless somebody has said where they are to be."""
    if _VARIABLE not in os.environ and has_room(MEMORY):
        os.environ[_VARIABLE] = str(MEMORY)


def has_room(folder: Path) -> bool:
    """Whether there is plenty of room in the folder, and programs may be started from it."""
    if not hasattr(os, "statvfs") or not os.access(folder, os.W_OK | os.X_OK):
        return False
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize >= PLENTY and not found.f_flag & os.ST_NOEXEC

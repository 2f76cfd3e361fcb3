"""A lock on a file beside the book: one process has it, and the system lets go when that one dies."""

import os
import sys
from pathlib import Path

_MODE = 0o600
_BEHIND = 1
"""The first byte is the one that is locked."""
_LONGEST = 100

if sys.platform == "win32":
    import msvcrt

    def _acquire(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _acquire(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """The lock at a path; the file is made where there is none, for its owner only, and stays."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = -1

    @property
    def held(self) -> bool:
        """Whether this one has it."""
        return self._descriptor >= 0

    def take(self) -> bool:
        """Takes it unless somebody else has it, or the file cannot be made; whether it is held now."""
        if self.held:
            return True
        try:
            descriptor = os.open(self.path, os.O_CREAT | os.O_RDWR, _MODE)
        except OSError:
            return False
        try:
            _acquire(descriptor)
        except OSError:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Lets go; no error when it is not held."""
        if self.held:
            os.close(self._descriptor)
            self._descriptor = -1

    def note(self, text: str) -> None:
        """Leaves a short word in the file for whoever has the lock next; silent on a full disk."""
        try:
            os.lseek(self._descriptor, _BEHIND, os.SEEK_SET)
            os.write(self._descriptor, text.encode()[:_LONGEST].ljust(_LONGEST))
        except OSError:
            return

    def noted(self) -> str:
        """The word that was left last, by this process or another; empty where there is none."""
        try:
            os.lseek(self._descriptor, _BEHIND, os.SEEK_SET)
            return os.read(self._descriptor, _LONGEST).decode(errors="replace").strip()
        except OSError:
            return ""

    def taken_elsewhere(self) -> bool:
        """Whether somebody else has it now."""
        if self.held or not self.path.exists():
            return False
        free = self.take()
        self.release()
        return not free

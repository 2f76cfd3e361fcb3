"""What was used last, kept in ``recent.json`` of the book: people opened, commands given.

Only addresses and ids of commands are kept, never names. A file that cannot be read is as good as
none: it is written anew with the next use.
"""

import json
import threading
from pathlib import Path

from relate_desktop.system.files import write_atomically

FILE_NAME = "recent.json"
KEPT = 60
_LARGEST = 64 * 1024
_LONGEST = 200


class RecentUse:
    """Keys such as ``people/17`` or ``do/theme.dark``, the last used first. For any thread."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._turn = threading.Lock()
        self._keys = _read(self._path)
        self._dirty = False

    def used(self, key: str) -> None:
        """Puts a key first; kept with the next ``keep``."""
        with self._turn:
            if self._keys[:1] == [key] or len(key) > _LONGEST:
                return
            self._keys = [key, *(one for one in self._keys if one != key)][:KEPT]
            self._dirty = True

    def beginning(self, start: str) -> list[str]:
        """What was used last of the keys that begin so, without that beginning."""
        return [key.removeprefix(start) for key in self._keys if key.startswith(start)]

    def keep(self) -> None:
        """Writes down what changed. Raises OSError."""
        with self._turn:
            if self._dirty:
                write_atomically(self._path, json.dumps(self._keys).encode())
                self._dirty = False


def _read(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return []
    if not isinstance(found, list):
        return []
    return [key for key in found if isinstance(key, str) and len(key) <= _LONGEST][:KEPT]

"""Whether the file under the book's name is still the one that was opened.

SQLite writes on without a word to a file that somebody unlinked or replaced; so each write first
compares device and number of the name with those noted at opening.
"""

from pathlib import Path

from relate_desktop.domain.errors import BookDamagedError, ErrorKind


class FileIdentity:
    """What a name stood for when the book was opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._noted = self._now()

    def verify(self) -> None:
        """Raises BookDamagedError(BOOK_REPLACED) when the name stands for another file or none."""
        if self._now() != self._noted:
            raise BookDamagedError(ErrorKind.BOOK_REPLACED, path=str(self._path.parent))

    def _now(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

"""``state.json``: how many commits the book had, kept outside it.

A damaged write-ahead log loses its last commits without a word; beside this number ``check``
can say how many are missing, and since when.
"""

import json
import os
import time
from pathlib import Path

from relate_desktop.storage.permissions import FILE_MODE

NAME = "state.json"
_EVERY = 60.0
"""Seconds between two writings; each waits for the disk."""


class CommitMirror:
    """Mirrors the number of the last commit of one open book."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._written = float("-inf")
        self._pending: tuple[int, str] | None = None

    def committed(self, changeset: int, at: str) -> None:
        """Notes a commit, on disk at most once a minute."""
        self._pending = (changeset, at)
        if time.monotonic() - self._written >= _EVERY:
            self.flush()

    def flush(self) -> None:
        """Writes what is still to be written; a full disk must not spoil the commit it mirrors."""
        if self._pending is None:
            return
        commits, at = self._pending
        part = self._path.with_name(f"{NAME}.{os.getpid()}.part")
        try:
            _write(part, json.dumps({"commits": commits, "at": at}).encode())
            part.replace(self._path)
        except OSError:
            part.unlink(missing_ok=True)
            return
        self._pending = None
        self._written = time.monotonic()

    def read(self) -> tuple[int, str]:
        """The mirrored number and moment; zero when nothing legible was mirrored."""
        try:
            found = json.loads(self._path.read_bytes())
            return int(found["commits"]), str(found["at"])
        except (OSError, ValueError, KeyError, TypeError):
            return 0, ""


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, FILE_MODE)
    try:
        os.write(descriptor, content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""Has a large file read by another process of ours while this one writes what it says."""

import marshal
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from relate_desktop.domain.draft import Record
from relate_desktop.formats import read_aside
from relate_desktop.formats.packed_records import unpacked

SWITCH = "--read-records-aside"
"""The hidden first argument with which a frozen program becomes the reader."""
MOST_AHEAD = 16
"""How many pieces the reader may be ahead; each is at most some megabytes."""

LARGEST_PIECE = 256 << 20
"""A single card of the largest kind makes a piece of some tens of megabytes."""


class SideReaderDied(Exception):  # noqa: N818 - no error of anybody's: the file is read here then
    """The process could not be started, or ended before it was through."""


class SideReader:
    """One file on its way through another process. To be closed, whatever happens."""

    def __init__(self, descriptor: int, size: int, format_name: str) -> None:
        """Begin to read ``size`` bytes of an open file from its beginning.

        Raises SideReaderDied where no process can be had.
        """
        self.sha256 = ""
        """Of the file, after the last piece."""
        self._size = size
        self._ahead: deque[bytes] = deque()
        self._changed = threading.Condition()
        self._ended = False
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
                [*command(), str(size), format_name],
                stdin=descriptor,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            self._drain = threading.Thread(target=self._fetch, name="side reader", daemon=True)
            self._drain.start()
        except (OSError, RuntimeError) as error:  # no more processes, or no more threads
            self.close()
            raise SideReaderDied from error

    def pieces(self) -> Iterator[tuple[int, list[Record]]]:
        """The records in pieces, each with how many bytes are read by then.

        Raises SideReaderDied when the process ends before it is through.
        """
        while (piece := self._next()) is not None:
            count, content = marshal.loads(piece)  # noqa: S302 - out of a pipe from a process of ours
            if isinstance(content, str):
                self.sha256 = content
                if count == self._size:
                    return
                break
            yield count, unpacked(content)
        raise SideReaderDied

    @property
    def ended(self) -> bool:
        """Whether the process is gone."""
        return self._process.poll() is not None

    def close(self) -> None:
        """End the process, through or not."""
        with self._changed:
            self._ended = True
            self._ahead.clear()
            self._changed.notify_all()
        process = getattr(self, "_process", None)
        if process is None:
            return
        process.kill()
        if (drain := getattr(self, "_drain", None)) is not None and drain.ident is not None:
            drain.join()
        process.stdout.close()
        process.wait()

    def _next(self) -> bytes | None:
        with self._changed:
            self._changed.wait_for(lambda: self._ahead or self._ended)
            if not self._ahead:
                return None
            piece = self._ahead.popleft()
            self._changed.notify_all()
            return piece

    def _fetch(self) -> None:
        """Takes pieces out of the pipe as they come, so that the reader never waits for the writer."""
        try:
            while piece := self._piece():
                with self._changed:
                    self._changed.wait_for(lambda: len(self._ahead) < MOST_AHEAD or self._ended)
                    if self._ended:
                        return
                    self._ahead.append(piece)
                    self._changed.notify_all()
        except (OSError, MemoryError):
            return  # seen by the taker as an end before the end
        finally:
            with self._changed:
                self._ended = True
                self._changed.notify_all()

    def _piece(self) -> bytes:
        """The next whole piece; empty at the end, and where what comes is none of ours."""
        pipe = self._process.stdout
        head = pipe.read(read_aside.LENGTH) if pipe is not None else b""
        length = int.from_bytes(head, "big")
        if pipe is None or len(head) < read_aside.LENGTH or length > LARGEST_PIECE:
            return b""
        piece = pipe.read(length)
        return piece if len(piece) == length else b""


def command() -> list[str]:
    """How the reader is started: isolated, out of this very package, or as the frozen program itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    package = Path(read_aside.__file__).parents[2]
    start = (
        f"import sys; sys.path.insert(0, {str(package)!r}); "
        "from relate_desktop.formats.read_aside import main; sys.exit(main(sys.argv[1:]))"
    )
    return [sys.executable, "-I", "-c", start]

"""Records of an import plan put aside on disk, so that a plan of 100,000 fits in memory."""

import json
import tempfile
import threading
import weakref
from array import array
from collections.abc import Sequence
from pathlib import Path

from relate_desktop.domain.ids import PropertyId
from relate_desktop.domain.property import Parameter, Property

KEPT_IN_MEMORY = 4 << 20


class Spool:
    """Pieces of bytes by number, in a nameless temporary file that goes when nobody holds this."""

    def __init__(self, folder: Path | None = None) -> None:
        place = str(folder) if folder is not None else None
        self._file = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY, dir=place)  # noqa: SIM115
        self._starts = array("Q", [0])
        self._lock = threading.Lock()
        weakref.finalize(self, self._file.close)

    def put(self, piece: bytes) -> int:
        """Keep a piece and give its number. Raises OSError when the disk is full."""
        with self._lock:
            self._file.seek(self._starts[-1])
            self._file.write(piece)
            self._starts.append(self._starts[-1] + len(piece))
            return len(self._starts) - 2

    def get(self, number: int) -> bytes:
        """The piece with this number."""
        start, end = self._starts[number], self._starts[number + 1]
        with self._lock:
            self._file.seek(start)
            return self._file.read(end - start)

    def put_properties(self, properties: Sequence[Property]) -> int:
        """Keep lines of a card and give their number."""
        return self.put(_packed(properties))

    def get_properties(self, number: int) -> tuple[Property, ...]:
        """The lines with this number, ids included."""
        return tuple(_unpacked(row) for row in json.loads(self.get(number)))


def _packed(properties: Sequence[Property]) -> bytes:
    rows = [
        (one.name, one.value, one.group, one.id, [(each.name, each.values) for each in one.parameters])
        for one in properties
    ]
    return json.dumps(rows, separators=(",", ":")).encode("ascii")


def _unpacked(row: tuple[str, str, str | None, int | None, list[tuple[str | None, list[str]]]]) -> Property:
    name, value, group, number, parameters = row
    return Property(
        name,
        value,
        tuple(Parameter(label, tuple(values)) for label, values in parameters),
        group,
        None if number is None else PropertyId(number),
    )

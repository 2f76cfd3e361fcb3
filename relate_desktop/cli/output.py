"""How answers and errors reach standard output and standard error."""

import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TextIO

from relate_desktop.cli.program import Answer, Program
from relate_desktop.domain.errors import ErrorKind, StorageError
from relate_desktop.domain.text import FIRST_STRONG_ISOLATE, POP_ISOLATE, visible
from relate_desktop.words.translation import _

_GAP = "  "
_WIDEST = 40
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def prepare_streams() -> None:
    """Makes standard output and error take every character, also where they were closed."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # It stays open for as long as the process lives, as the real one would.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        prepare(getattr(sys, name))


def prepare(stream: TextIO) -> None:
    """Makes the stream take every character: JSON and names are UTF-8 wherever they can be."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def print_answer(program: Program, answer: Answer) -> None:
    """The answer as JSON or as text.

    Raises BrokenPipeError when nobody reads any more, and StorageError(EXPORT_TARGET) when standard
    output takes no more for another reason; what the command did is done all the same.
    """
    try:
        if answer.printed:
            program.out.flush()
        elif program.json:
            print_document(program.out, answer.document)
        else:
            for line in answer.lines:
                program.out.write(plain(line) + "\n")
            program.out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence(program.out)
        raise StorageError(ErrorKind.EXPORT_TARGET, path=_("Standard output")) from error


def print_document(stream: TextIO, document: Mapping[str, Any]) -> None:
    """One JSON document and a line end."""
    stream.write(json.dumps(document, ensure_ascii=False) + "\n")
    stream.flush()


def silence(stream: TextIO) -> None:
    """Keeps the interpreter from complaining about a closed or full stream when it ends."""
    try:
        number = stream.fileno()
    except (OSError, ValueError):
        return  # not a real stream: a test reads it
    handle = os.open(os.devnull, os.O_WRONLY)
    os.dup2(handle, number)
    os.close(handle)


def plain(text: str) -> str:
    """The text without isolates where everything in it runs from left to right anyway.

    They would be copied along with a path, and some terminals show them as boxes.
    """
    if FIRST_STRONG_ISOLATE not in text:
        return text
    found = bare(text)
    return text if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in found) else found


def bare(text: str) -> str:
    """The text without isolates: for JSON, and for cells, which stand apart by themselves."""
    return text.replace(FIRST_STRONG_ISOLATE, "").replace(POP_ISOLATE, "")


def iso(moment: datetime | None) -> str | None:
    """A moment as ISO 8601 in the system's zone, with offset."""
    return moment.astimezone().isoformat(timespec="seconds") if moment is not None else None


def table(rows: Sequence[Sequence[str]], widest: int = _WIDEST) -> Iterable[str]:
    """Rows in columns as wide as their widest cell; foreign text is made safe for a terminal."""
    shown = [[visible(bare(cell), widest) for cell in row] for row in rows]
    if not shown:
        return
    count = max(len(row) for row in shown)
    widths = [
        max((columns(row[index]) for row in shown if index < len(row)), default=0) for index in range(count)
    ]
    for row in shown:
        cells = (
            cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=False) if width
        )
        yield _GAP.join(cells).rstrip()


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(letter) for letter in text)


def _columns_of(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1

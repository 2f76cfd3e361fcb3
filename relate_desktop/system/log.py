"""The program's own notes: what it did, in ids and counts; never a name, a number or an address.

One file in the book's ``logs`` folder, kept small, and one report a fault. Both are written so
that the user can hand them to somebody else without reading them first.
"""

import io
import logging
import logging.handlers
import platform
import re
import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from relate_desktop.system.files import make_private_folder, write_atomically
from relate_desktop.system.masking import MASKING

LOGGER = "relate"
_WORD = re.compile(r"[a-z0-9][a-z0-9_.]{0,39}")
_KEYLIKE = re.compile(r"(?=[a-z]*\d)[a-z0-9]{12,}")
"""What no word of the program looks like, but keys of some providers do."""
_LARGEST = 256 * 1024
_KEPT = 3


class RedactingFilter(logging.Filter):
    """Lets numbers and the program's own lower-case words through and replaces everything else."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always True; the record's arguments and exception are made safe on the way."""
        if isinstance(record.args, tuple):
            record.args = tuple(_safe(item) for item in record.args)
        elif record.args:
            record.args = {key: _safe(item) for key, item in record.args.items()}
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = describe_fault(record.exc_info[1])
            record.exc_info = None
        return True


class _PrivateHandler(logging.handlers.RotatingFileHandler):
    """Makes its file for the owner alone, and is silent where it cannot write."""

    def _open(self) -> io.TextIOWrapper:
        path = Path(self.baseFilename)
        make_private_folder(path.parent)
        path.touch(mode=0o600)
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name logging gave it
        """A full or failing disk is told where it matters; notes must not end the work."""


def start_log(folder: Path) -> logging.Logger:
    """Notes that go to ``logs/relate.log`` of a book; the file is made with the first of them.

    A book whose folder cannot be written has notes that go nowhere. End them with ``stop_log``.
    """
    # One of its own for each book, in nobody's hierarchy: two books may be open at once.
    logger = logging.Logger(LOGGER, logging.INFO)  # noqa: LOG001
    handler = _PrivateHandler(
        folder / "logs" / "relate.log",
        maxBytes=_LARGEST,
        backupCount=_KEPT,
        encoding="utf-8",
        delay=True,
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.addFilter(RedactingFilter())
    handler.addFilter(MASKING)
    if logging.lastResort is not None:  # what libraries warn of goes to standard error
        logging.lastResort.addFilter(MASKING)
    logger.addHandler(handler)
    return logger


def stop_log(logger: logging.Logger) -> None:
    """Ends what ``start_log`` began."""
    for handler in tuple(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def describe_fault(fault: BaseException) -> str:
    """Where a fault happened: types, files, lines and functions, without messages or values.

    A message may quote what was in the user's file or book, so none is taken over.
    """
    lines: list[str] = []
    current: BaseException | None = fault
    while current is not None:
        lines.append(type(current).__qualname__)
        lines += _places(current.__traceback__)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(lines)


def fault_report(fault: BaseException, version: str, at: datetime) -> str:
    """The whole report of a fault, for the user to read, copy or send."""
    return "\n".join(
        (
            f"Relate {version}, Python {platform.python_version()}, {platform.system()} {platform.machine()}",
            at.isoformat(timespec="seconds"),
            describe_fault(fault),
            "",
        )
    )


def keep_report(folder: Path, report: str, at: datetime) -> Path:
    """Writes a report to ``logs`` below the folder and answers its path. Raises OSError."""
    make_private_folder(folder / "logs")
    path = folder / "logs" / f"fault-{at.strftime('%Y%m%dT%H%M%S')}.txt"
    write_atomically(path, report.encode())
    return path


def _places(trace: TracebackType | None) -> list[str]:
    return [
        f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace, limit=-60)
    ]


def _short(filename: str) -> str:
    """The path from the package or library on, since the folders above it may hold a user's name."""
    parts = Path(filename).parts
    for anchor in ("site-packages", "relate_desktop", f"python{sys.version_info[0]}.{sys.version_info[1]}"):
        if anchor in parts:
            position = len(parts) - 1 - parts[::-1].index(anchor)
            return "/".join(parts[position:])
    return parts[-1] if parts else filename


def _safe(item: object) -> object:
    if item is None or isinstance(item, int | float):
        return item
    if not isinstance(item, str) or not _WORD.fullmatch(item) or _KEYLIKE.search(item):
        return "[kept out]"
    if not item.replace(".", "").isdecimal():
        return str(item)
    return "[kept out]"

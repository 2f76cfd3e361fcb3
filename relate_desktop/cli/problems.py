"""Turns whatever ended a command into one line, one JSON document and one exit status."""

import errno
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relate_desktop import __version__
from relate_desktop.cli.arguments import PROGRAM
from relate_desktop.cli.output import plain, print_document, silence
from relate_desktop.cli.program import DONE, IMPOSSIBLE, IN_PART, STOPPED, WRONG_USAGE
from relate_desktop.domain.errors import Cancelled, ErrorKind, StorageError, UsageError, UserError
from relate_desktop.domain.text import visible
from relate_desktop.words.errors import tell
from relate_desktop.words.translation import _

_MEANT_WRONGLY = {
    ErrorKind.PROPERTY_MALFORMED,
    ErrorKind.ASSIGNMENT_MALFORMED,
    ErrorKind.ASSIGNMENT_OF_ONE,
    ErrorKind.MOMENT_MALFORMED,
    ErrorKind.NAME_MISSING,
    ErrorKind.PLACE_UNKNOWN,
}
_BY_ERRNO = {
    errno.ENOSPC: ErrorKind.DISK_FULL,
    errno.EDQUOT: ErrorKind.DISK_FULL,
    errno.EFBIG: ErrorKind.DISK_FULL,
    errno.EIO: ErrorKind.DISK_FAILING,
    errno.EROFS: ErrorKind.READ_ONLY,
    errno.EACCES: ErrorKind.READ_ONLY,
    errno.EPERM: ErrorKind.READ_ONLY,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is told about an end that was not meant."""

    status: int
    code: str
    message: str
    hint: str = ""
    details: dict[str, Any] = field(default_factory=dict)
    more: tuple[str, ...] = ()
    """Further lines for a person."""


def ended_by(error: BaseException, as_json: bool, folder: Path | None) -> int:
    """Tells what happened on standard error, and with JSON on standard output; answers the status.

    ``folder`` is the book's, if one was named; a bug leaves its report there.
    """
    if isinstance(error, BrokenPipeError):
        return _nobody_reads(DONE)
    if isinstance(error.__cause__, BrokenPipeError):
        return _nobody_reads(IN_PART)
    problem = _problem(error, folder)
    try:
        _tell(problem, as_json=as_json)
    except OSError:  # nobody reads, or nothing can be written
        _nobody_reads(problem.status)
    return problem.status


def _problem(error: BaseException, folder: Path | None) -> Problem:
    if isinstance(error, KeyboardInterrupt | Cancelled):
        return Problem(STOPPED, "stopped", _("Stopped. Nothing was left half-done."))
    if isinstance(error, MemoryError):
        error = StorageError(ErrorKind.OUT_OF_MEMORY)
    if isinstance(error, OSError) and (error.errno or 0) in _BY_ERRNO:
        error = StorageError(_BY_ERRNO[error.errno or 0], path=error.filename or folder or "")
    if isinstance(error, UserError):
        if folder is not None:
            error.facts.setdefault("path", str(folder))
        return _told(error)
    return Problem(
        IMPOSSIBLE,
        "unexpected",
        _("Something in Relate did not work as it should. Your book is whole."),
        _("A report without anybody's data is in {path}.").format(path=_keep_report(error, folder)),
    )


def _told(error: UserError) -> Problem:
    told = tell(error)
    wrong = isinstance(error, UsageError) or error.kind in _MEANT_WRONGLY
    details: dict[str, Any] = {}
    more: tuple[str, ...] = ()
    candidates = error.facts.get("candidates")
    if isinstance(candidates, tuple):
        details["candidates"] = [{"contact": str(one), "name": name} for one, name in candidates]
        more = tuple(f"  {one}  {visible(name)}" for one, name in candidates)
    would = error.facts.get("would")
    if isinstance(would, tuple):
        details["would"] = list(would)
        more = tuple(f"  {visible(one)}" for one in would)
    status = WRONG_USAGE if wrong else IMPOSSIBLE
    return Problem(status, error.kind.value, plain(told.message), plain(told.hint), details, more)


def _tell(problem: Problem, *, as_json: bool) -> None:
    line = f"{problem.message} {problem.hint}".strip()
    sys.stderr.write("\n".join((f"{PROGRAM}: {line}", *problem.more, "")))
    sys.stderr.flush()
    if as_json:
        error = {"code": problem.code, "message": problem.message, "hint": problem.hint}
        print_document(sys.stdout, {"error": {**error, **problem.details}})


def _keep_report(error: BaseException, folder: Path | None) -> str:
    from relate_desktop.system.clock import machine_clock
    from relate_desktop.system.log import fault_report, keep_report
    from relate_desktop.system.paths import state_folder

    at = machine_clock()
    report = fault_report(error, __version__, at)
    for place in (folder, state_folder()):
        if place is None or (place is folder and not place.is_dir()):
            continue
        try:
            return str(keep_report(place, report, at))
        except OSError:
            continue
    return report


def _nobody_reads(status: int) -> int:
    """The reader has seen enough, as ``head`` has: that is an ordinary end."""
    silence(sys.stdout)
    silence(sys.stderr)
    return status

"""Hooks of the fault drill: die at a named point, note what was acknowledged.

They live only while ``RELATE_CRASH_AT`` (``point`` or ``point:n``, the n-th time) or
``RELATE_ACKLOG`` (a file to append to) is set; otherwise each is one comparison.
"""

import os
import signal
from collections import Counter

_CRASH_AT = os.environ.get("RELATE_CRASH_AT", "")
_ACKLOG = os.environ.get("RELATE_ACKLOG", "")
_passed: Counter[str] = Counter()

POINTS = (
    "after-begin",
    "mid",
    "before-media-commit",
    "before-commit",
    "after-commit",
    "in-checkpoint",
    "in-backup",
    "in-rename",
    "in-migration",
    "telling-claimed",
    "telling-shown",
    "telling-told",
)
"""The places where a process may be killed; each stands once in this floor or in the services."""


def point(name: str) -> None:
    """Kills this process without a word when the drill asks for this place."""
    if not _CRASH_AT:
        return
    wanted, _, times = _CRASH_AT.partition(":")
    _passed[name] += 1
    if wanted == name and _passed[name] == int(times or "1"):
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def acknowledge(changeset: int) -> None:
    """Notes durably that a commit was acknowledged, so that a drill can look for it afterwards."""
    if not _ACKLOG:
        return
    descriptor = os.open(_ACKLOG, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    try:
        os.write(descriptor, b"%d\n" % changeset)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

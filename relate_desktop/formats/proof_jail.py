"""Runs the other reader in a process with narrow limits and a deadline."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from relate_desktop.formats import read_back

SWITCH = "--read-cards-back"
"""The hidden first argument with which a frozen program becomes the other reader."""
DEADLINE = 60.0
"""Seconds for one run; a reader that hangs in Python is stopped by its CPU limit before."""
_MOST_DEATHS = 8

Fact = str | Sequence[str] | Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Told:
    """What the other reader found in one card. ``error`` is the kind of exception or ``Died``."""

    error: str | None = None
    cards: int = 0
    facts: Mapping[str, Sequence[Fact]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)


DIED = Told(error="Died")
"""The reader hung, or struck its memory limit so that it could not even say so."""


def read_by_other(cards: Sequence[bytes], deadline: float = DEADLINE) -> list[Told]:
    """What the other reader finds in each of the cards, which are UTF-8.

    Where it dies a fresh one goes on from the same card; a card that it dies at again is answered
    with ``DIED``, and after several of those all that remains.
    """
    told: list[Told] = []
    deaths = 0
    while len(told) < len(cards) and deaths < _MOST_DEATHS:
        answers = _run(cards[len(told) :], deadline)
        told.extend(answers)
        if not answers:
            deaths += 1
            told.append(DIED)
    return [*told, *(DIED for _ in cards[len(told) :])]


def command() -> list[str]:
    """How the other reader is started: isolated, by its file, or as the frozen program itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    return [sys.executable, "-I", str(Path(read_back.__file__))]


def _run(cards: Sequence[bytes], deadline: float) -> list[Told]:
    sent = b"".join(len(card).to_bytes(4, "big") + card for card in cards)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own file
            command(),
            input=sent,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=deadline,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        output = done.stdout
    except subprocess.TimeoutExpired as late:
        output = late.stdout or b""
    complete = output[: output.rfind(b"\n") + 1]
    return [_told(line) for line in complete.splitlines()]


def _told(line: bytes) -> Told:
    found = json.loads(line)
    if "error" in found:
        return Told(error=found["error"])
    return Told(cards=found["cards"], facts=found["facts"], lines=found["lines"])

"""Runs commands inside the test's own process, or in one of their own."""

import contextlib
import io
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relate_desktop.__main__ import main

ROOT = Path(__file__).parent.parent
AT = "2026-03-14T09:26:53+00:00"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON document it must be."""
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, Any]:
        """The error of the JSON answer."""
        told: dict[str, Any] = self.json["error"]
        return told


def run(*words: object, at: str | None = AT) -> Ran:
    """One command in this process, with the book that ``RELATE_BOOK`` names."""
    out, err = io.BytesIO(), io.BytesIO()
    streams = io.TextIOWrapper(out, encoding="utf-8"), io.TextIOWrapper(err, encoding="utf-8")
    given = [str(word) for word in words]
    with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
        status = main([*given, "--at", at] if at is not None else given)
    for stream in streams:
        stream.flush()
    return Ran(status, out.getvalue().decode(), err.getvalue().decode())


def start(
    *words: object, stderr: int = subprocess.PIPE, before: Sequence[str] = ()
) -> "subprocess.Popen[str]":
    """One command in a process of its own, whose output is read as it comes.

    ``before`` are the words that start it, such as a tracer's.
    """
    return subprocess.Popen(
        [*before, sys.executable, "-m", "relate_desktop", *(str(word) for word in words)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        encoding="utf-8",
    )


def finished(process: "subprocess.Popen[str]", timeout: float = 60) -> Ran:
    """What a started command answered in the end."""
    out, err = process.communicate(timeout=timeout)
    return Ran(process.returncode, out, err or "")

"""Starting a server that others wrote, and waiting until it says that it listens."""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60.0
"""Seconds that a server may take to begin."""
_LOOK = 0.1


@contextmanager
def running(
    line: Sequence[str], folder: Path, ready: str, environment: Mapping[str, str]
) -> Iterator[list[str]]:
    """What the program wrote until it was ready, line by line; it ends with the block."""
    written = folder / "written.txt"
    with written.open("wb") as out:
        program = subprocess.Popen(
            list(line), cwd=folder, env=dict(environment), stdin=subprocess.PIPE, stdout=out, stderr=out
        )
        try:
            yield _wait(program, written, ready)
        finally:
            program.terminate()
            program.communicate()


def _wait(program: subprocess.Popen[bytes], written: Path, ready: str) -> list[str]:
    for _ in range(round(PATIENCE / _LOOK)):
        text = written.read_text("utf-8", "replace")
        if ready in text:
            return text.splitlines()
        try:
            program.wait(_LOOK)
        except subprocess.TimeoutExpired:
            continue
        break
    message = f"it did not begin:\n{written.read_text('utf-8', 'replace')}"
    raise AssertionError(message)

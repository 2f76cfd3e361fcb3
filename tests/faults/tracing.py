"""Programs under strace: what they ask of the system, where it is here and may trace."""

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from tests.command_line import Ran, finished, start

QUIET = ("-f", "-qq", "--seccomp-bpf")


@cache
def can_trace() -> bool:
    """Whether strace is here and allowed to trace."""
    if shutil.which("strace") is None:
        return False
    words = ["strace", *QUIET, "-o", "/dev/null", "true"]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def traced(*words: object, calls: str) -> tuple[Ran, str]:
    """What a command answered, and the calls it made as strace writes them down."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "calls"
        process = start(
            *words, before=("strace", *QUIET, "-s", "1000", "-o", str(log), "-e", f"trace={calls}")
        )
        return finished(process), log.read_text("utf-8", "replace")

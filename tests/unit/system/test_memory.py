import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import ROOT
from tests.faults.tracing import QUIET, can_trace

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has prctl")

ASK = (
    "import ctypes, resource\n"
    "from relate_desktop.__main__ import _keep_to_owner\n"
    "_keep_to_owner()\n"
    "print(ctypes.CDLL(None).prctl(3), resource.getrlimit(resource.RLIMIT_CORE)[0])\n"
)
"""3 is ``PR_GET_DUMPABLE``."""


def asked(*before: str) -> str:
    done = subprocess.run(
        [*before, sys.executable, "-c", ASK], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_program_leaves_no_memory_behind_and_shows_it_to_nobody() -> None:
    assert asked() == "0 0"


@pytest.mark.skipif(not can_trace(), reason="strace is not here or may not trace")
def test_whoever_started_it_to_trace_it_goes_on_tracing(tmp_path: Path) -> None:
    assert asked("strace", *QUIET, "-o", str(tmp_path / "calls"), "-e", "trace=none") == "1 0"

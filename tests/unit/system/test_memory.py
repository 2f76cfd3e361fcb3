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
    "from relate_desktop.system.memory import close_memory\n"
    "{program}\n"
    "close_memory()\n"
    "print(ctypes.CDLL(None).prctl(3), resource.getrlimit(resource.RLIMIT_CORE)[0])\n"
)
"""3 is ``PR_GET_DUMPABLE``."""


def asked(*before: str, program: str = "_keep_to_owner()") -> list[str]:
    line = [*before, sys.executable, "-c", ASK.format(program=program)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()


def test_the_program_leaves_no_memory_behind_and_shows_it_to_nobody() -> None:
    assert asked() == ["0", "0"]


@pytest.mark.skipif(not can_trace(), reason="strace is not here or may not trace")
def test_whoever_started_it_to_trace_it_goes_on_tracing(tmp_path: Path) -> None:
    assert asked("strace", *QUIET, "-o", str(tmp_path / "calls"), "-e", "trace=none") == ["1", "0"]


def test_a_process_that_only_uses_it_stays_as_it_is() -> None:
    assert asked(program="")[0] == "1"

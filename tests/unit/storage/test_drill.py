import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from relate_desktop.storage import drill

ROOT = Path(__file__).parents[3]


def run(code: str, **environment: str) -> int:
    return subprocess.run(
        [sys.executable, "-c", f"from relate_desktop.storage import drill\n{code}"],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=False,
        timeout=60,
    ).returncode


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
def test_the_process_dies_at_the_named_point_the_named_time() -> None:
    code = "drill.point('other'); drill.point('mid'); drill.point('mid'); raise SystemExit(4)"
    assert run(code, RELATE_CRASH_AT="mid:2") == -signal.SIGKILL
    assert run(code, RELATE_CRASH_AT="mid:3") == 4


def test_without_the_variables_nothing_happens(tmp_path: Path) -> None:
    drill.point("mid")
    drill.acknowledge(3)
    assert list(tmp_path.glob("*log")) == []


def test_acknowledged_commits_are_noted(tmp_path: Path) -> None:
    log = tmp_path / "ack.log"
    assert run("drill.acknowledge(3); drill.acknowledge(4)", RELATE_ACKLOG=str(log)) == 0
    assert log.read_text() == "3\n4\n"


def test_every_point_stands_in_the_code() -> None:
    folders = (ROOT / "relate_desktop" / "storage", ROOT / "relate_desktop" / "services")
    files = (path for folder in folders for path in folder.rglob("*.py") if path.name != "drill.py")
    code = "\n".join(path.read_text() for path in files)
    assert [name for name in drill.POINTS if f'drill.point("{name}")' not in code] == []

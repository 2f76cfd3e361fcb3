"""The other reader's own file: alone, with standard input and output."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from relate_desktop.formats import read_back


def asked(*cards: bytes, source: Path = Path(read_back.__file__)) -> subprocess.CompletedProcess[bytes]:
    sent = b"".join(len(card).to_bytes(4, "big") + card for card in cards)
    return subprocess.run(
        [sys.executable, "-I", str(source)], input=sent, capture_output=True, check=False, timeout=60
    )


def test_it_needs_nothing_of_the_program(tmp_path: Path) -> None:
    alone = tmp_path / "alone.py"
    alone.write_bytes(Path(read_back.__file__).read_bytes())

    done = asked(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jo\r\nEND:VCARD\r\n", source=alone)

    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "cards": 1,
        "facts": {"FN": ["Jo"]},
        "lines": {"VERSION": 1, "FN": 1},
    }


def test_it_says_nothing_of_what_it_reads_but_the_answer() -> None:
    done = asked(b"BEGIN:VCARD\r\nZZCANARY not a line\r\nEND:VCARD\r\n", b"ZZCANARY")

    assert done.stderr == b""
    assert b"ZZCANARY" not in done.stdout
    answers = [sorted(json.loads(line)) for line in done.stdout.splitlines()]
    assert answers == [["cards", "facts", "lines"], ["error"]]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_it_limits_itself() -> None:
    probe = (
        "import sys, runpy, resource; sys.path.insert(0, '');"
        f"told = runpy.run_path({read_back.__file__!r}); told['limit_this_process']();"
        "print([resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU,"
        " resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE)])"
    )

    done = subprocess.run([sys.executable, "-I", "-c", probe], capture_output=True, text=True, check=True)

    assert done.stdout.split() == [f"[{768 << 20},", "10,", "0,", "64]"]

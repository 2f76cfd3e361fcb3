"""A second start speaks to the first; a killed first is replaced at once."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket  # noqa: TID251 - a stranger at the door
from pytestqt.qtbot import QtBot

from relate_desktop.ui.shell.first_paint import LOCK, claim
from relate_desktop.ui.shell.instance import Instance
from tests.patience import PATIENCE, SECONDS

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from relate_desktop.ui.shell import first_paint
from relate_desktop.ui.shell.instance import Instance
app = QCoreApplication([])
folder = Path(sys.argv[1])
lock = first_paint.claim(folder)
instance = Instance(folder)
if lock is not None:
    print("first", flush=True)
    sys.stdin.read()
else:
    print("told" if instance.tell_first(sys.argv[2:]) else "silence", flush=True)
"""


def start(folder: Path, *asks: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, str(folder), *asks],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_later_start_is_heard_by_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(tmp_path / "book")
    heard: list[object] = []
    first.asked.connect(heard.append)
    lock = claim(tmp_path / "book")
    assert lock is not None
    assert first.listen()
    second = start(tmp_path / "book", "people/17", "/tmp/Zoë.vcf")
    qtbot.waitUntil(lambda: bool(heard))
    out, _ = second.communicate(timeout=SECONDS)
    assert (out.strip(), heard) == ("told", [["people/17", "/tmp/Zoë.vcf"]])
    first.release()


def test_several_starts_at_once_are_all_heard(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(tmp_path / "book")
    heard: list[object] = []
    first.asked.connect(heard.append)
    lock = claim(tmp_path / "book")
    assert lock is not None
    assert first.listen()
    others = [start(tmp_path / "book", str(number)) for number in range(4)]
    qtbot.waitUntil(lambda: len(heard) == 4)
    assert {other.communicate(timeout=SECONDS)[0].strip() for other in others} == {"told"}
    first.release()


def test_a_killed_first_is_replaced_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    killed = start(tmp_path / "book")
    assert killed.stdout is not None
    assert killed.stdout.readline().strip() == "first"
    assert claim(tmp_path / "book") is None
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate(timeout=SECONDS)
    heir = claim(tmp_path / "book")
    assert heir is not None
    instance = Instance(tmp_path / "book")
    assert instance.listen()
    instance.release()


@pytest.mark.parametrize("left", [b"", b"4711\nrelate\nanother-name-of-this-machine\n"])
def test_whatever_a_killed_first_has_left_in_the_lock_it_is_replaced(left: bytes, tmp_path: Path) -> None:
    (tmp_path / LOCK).write_bytes(left)
    lock = claim(tmp_path)
    assert lock is not None
    lock.release()


def test_each_book_has_a_window_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    assert claim(tmp_path / "one") is not None
    assert claim(tmp_path / "other") is not None
    assert Instance(tmp_path / "one")._name != Instance(tmp_path / "other")._name


def test_strangers_at_the_socket_are_not_listened_to(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(tmp_path / "book")
    heard: list[object] = []
    first.asked.connect(heard.append)
    lock = claim(tmp_path / "book")
    assert lock is not None
    assert first.listen()
    for said in (b"hello\n", b'{"a":1}\n', b"[1]\n", b"[" * 5000 + b"\n"):
        stranger = QLocalSocket()
        stranger.connectToServer(first._name)
        assert stranger.waitForConnected(PATIENCE)
        stranger.write(said)
        with qtbot.waitSignal(stranger.disconnected):
            stranger.flush()
    assert heard == []
    first.release()


def test_silence_of_the_first_ends_the_wait(qtbot: QtBot, tmp_path: Path) -> None:
    lock = claim(tmp_path / "book")
    assert lock is not None
    assert claim(tmp_path / "book") is None
    assert not Instance(tmp_path / "book").tell_first([], patience_ms=150)

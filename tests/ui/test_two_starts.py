"""Two starts of the program on one book: the second hands over what it was asked to open."""

import os
import signal
import time
from pathlib import Path

import pytest

from relate_desktop.system.file_lock import FileLock
from relate_desktop.ui.shell.instance import Instance
from tests.command_line import finished, start
from tests.patience import SECONDS

pytestmark = pytest.mark.skipif(os.name != "posix", reason="ends the window by a signal")


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + SECONDS
    while not path.exists():
        assert time.monotonic() < deadline, path
        time.sleep(0.02)


def test_a_second_start_hands_over_and_ends(tmp_path: Path) -> None:
    (tmp_path / "phone.vcf").write_bytes(b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada\r\nEND:VCARD\r\n")
    folder = tmp_path / "book"
    first = start("--book", folder)
    try:
        wait_for(Path(Instance(folder)._name))  # a second start has five seconds to be answered
        for words in (["open", "history"], [tmp_path / "phone.vcf"], ["jot"], []):
            second = finished(start("--book", folder, *words), SECONDS)
            assert (second.status, second.err) == (0, "")
        assert first.poll() is None
    finally:
        first.send_signal(signal.SIGTERM)
    ended = finished(first, SECONDS)
    assert ended.status == 0
    assert "Traceback" not in ended.err


def test_after_the_first_was_killed_the_next_takes_over(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    first = start("--book", folder)
    wait_for(folder / "window.lock")
    first.kill()
    finished(first, SECONDS)
    second = start("--book", folder)
    wait_for(folder / "relate.db")
    second.send_signal(signal.SIGTERM)
    assert finished(second, SECONDS).status in {0, -signal.SIGTERM}


def test_jot_alone_opens_a_book_and_ends_when_it_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    alone = start("--book", folder, "jot")
    wait_for(folder / "relate.db")
    alone.send_signal(signal.SIGTERM)
    assert finished(alone, SECONDS).status in {0, -signal.SIGTERM}
    assert not FileLock(folder / "window.lock").taken_elsewhere()

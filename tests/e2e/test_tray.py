"""The tray of a real desktop: closing hides, the icon brings back, its menu quits; without a tray it ends."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from relate_desktop.services.preferences import KeepRunning, PreferencesService
from tests.e2e.desktop import ROOT, Desktop
from tests.e2e.program import Program
from tests.e2e.test_journey import opened, say
from tests.patience import SECONDS


class Host:
    """The tray as the test sees it."""

    def __init__(self, desktop: Desktop) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "tests.e2e.tray_host"],
            env=desktop.environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.hear("ready")

    def hear(self, what: str) -> Any:
        """Wait until it says something of a kind."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            said: dict[str, Any] = json.loads(line)
            if what in said:
                return said[what]
        raise AssertionError(f"the tray has ended without {what}")

    def ask(self, what: str, **wish: object) -> Any:
        """Have it do something and wait for its word."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(wish) + "\n")
        self.process.stdin.flush()
        return self.hear(what)

    def end(self) -> None:
        """Take it away."""
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def host(desktop: Desktop) -> Iterator[Host]:
    host = Host(desktop)
    yield host
    host.end()


def running(desktop: Desktop, book: Path, keep: KeepRunning) -> Program:
    """The program with what closing means."""
    say(book, "add", "Ada Lovelace")
    PreferencesService(book).change(keep_running=keep)
    program = opened(desktop, book, "open", "people")
    program.find(id="people.list")
    say(book, "add", "Grace Hopper")
    program.find(role="list item", has="Grace")  # the book is open: from now on closing may mean to wait
    program.find(id="people.search").focus()  # and the keyboard is with it
    return program


def test_closed_it_waits_in_the_tray_and_comes_back_and_quits_from_there(
    desktop: Desktop, host: Host, tmp_path: Path
) -> None:
    program = running(desktop, tmp_path / "book", KeepRunning.YES)
    host.hear("registered")
    program.close_until_gone(id="people.list")
    assert program.process.poll() is None
    host.ask("activated", activate=True)
    desktop.wait_for_title("Relate")
    assert {"Open Relate", "Quit", "Pause pop-ups"} <= set(host.ask("menu", read=True))
    host.ask("chosen", choose="Quit")
    assert program.process.wait(SECONDS) == 0


def test_the_first_closing_asks_and_the_answer_hides_it(desktop: Desktop, host: Host, tmp_path: Path) -> None:
    program = running(desktop, tmp_path / "book", KeepRunning.ASK)
    program.close_until(id="closing.keep").press()
    host.hear("registered")
    assert program.process.poll() is None
    assert PreferencesService(tmp_path / "book").current.keep_running is KeepRunning.YES
    host.ask("chosen", choose="Quit")
    assert program.process.wait(SECONDS) == 0


def test_without_a_tray_closing_ends_it_whatever_was_answered(desktop: Desktop, tmp_path: Path) -> None:
    program = running(desktop, tmp_path / "book", KeepRunning.YES)
    assert program.quit() == 0


def test_a_tray_that_has_gone_hides_nothing_for_ever(desktop: Desktop, host: Host, tmp_path: Path) -> None:
    program = running(desktop, tmp_path / "book", KeepRunning.YES)
    host.hear("registered")
    host.ask("left", leave=True)
    host.end()
    program.find(id="people.search").focus()  # what the bus told before is known to it then
    assert program.quit() == 0

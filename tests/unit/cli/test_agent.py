"""The background part alone, as a process of its own."""

import json
import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from relate_desktop.domain.change import Origin
from relate_desktop.services.book import open_book
from relate_desktop.services.preferences import OpenAtLogin, PreferencesService
from relate_desktop.storage.lock import BookLock
from relate_desktop.system.clock import machine_clock
from relate_desktop.system.file_lock import FileLock
from tests.command_line import run, start
from tests.patience import SECONDS

posix = pytest.mark.skipif(os.name != "posix", reason="these signals are POSIX's")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The folder of a closed book."""
    folder = tmp_path / "book"
    open_book(folder, clock=machine_clock, create=True, origin=Origin.COMMAND_LINE).close()
    return folder


@contextmanager
def an_agent(book: Path) -> Iterator["subprocess.Popen[str]"]:
    """An agent that watches."""
    agent = start("--book", book, "--json", "agent")
    try:
        until(lambda: FileLock(book / "watch.lock").taken_elsewhere(), agent)
        yield agent
    finally:
        agent.kill()
        agent.communicate()


def until(happens: Callable[[], bool], agent: "subprocess.Popen[str]") -> None:
    pause = threading.Event()
    for _ in range(int(SECONDS * 50)):
        if happens():
            return
        assert agent.poll() is None, agent.communicate()
        pause.wait(0.02)
    raise AssertionError("it does not come to be")


@posix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_it_ends_in_order_when_it_is_asked_to(book: Path, number: signal.Signals) -> None:
    with an_agent(book) as agent:
        agent.send_signal(number)
        out, err = agent.communicate(timeout=SECONDS)
        assert (agent.returncode, json.loads(out), err) == (0, {"watched": True}, "")
    assert not FileLock(book / "watch.lock").taken_elsewhere()


@posix
def test_ctrl_c_stops_it_as_any_command(book: Path) -> None:
    with an_agent(book) as agent:
        agent.send_signal(signal.SIGINT)
        out, _err = agent.communicate(timeout=SECONDS)
        assert (agent.returncode, json.loads(out)["error"]["code"]) == (130, "stopped")


def test_there_is_one_for_a_book(book: Path) -> None:
    with an_agent(book):
        second = run("--book", book, "--json", "agent", at=None)
        assert (second.status, second.json) == (0, {"watched": False})


@posix
def test_the_next_one_begins_when_one_was_killed(book: Path) -> None:
    for _ in range(2):
        with an_agent(book) as agent:
            agent.send_signal(signal.SIGKILL)
            agent.wait(SECONDS)


def test_without_a_book_there_is_nothing_to_watch(tmp_path: Path) -> None:
    ran = run("--book", tmp_path / "none", "--json", "agent")
    assert (ran.status, ran.error["code"]) == (3, "book_missing")
    assert not (tmp_path / "none").exists()


def watched(book: Path) -> bool:
    return (book / "watch.lock").exists() and FileLock(book / "watch.lock").taken_elsewhere()


@posix
def test_it_goes_on_with_a_book_that_was_put_in_the_place_of_another(book: Path, tmp_path: Path) -> None:
    with an_agent(book) as agent:
        shutil.copy(book / "relate.db", tmp_path / "other.db")
        (book / "watch.lock").unlink()  # whoever opens the book anew makes it anew
        (tmp_path / "other.db").replace(book / "relate.db")
        until(lambda: watched(book), agent)
        agent.send_signal(signal.SIGTERM)
        assert agent.wait(SECONDS) == 0


@posix
def test_it_ends_with_a_word_when_its_book_is_gone(book: Path) -> None:
    with an_agent(book) as agent:
        shutil.rmtree(book)
        out, _err = agent.communicate(timeout=SECONDS)
        assert (agent.returncode, json.loads(out)["error"]["code"]) == (3, "book_missing")


def test_it_can_be_started_at_login(book: Path) -> None:
    assert run("--book", book, "--json", "agent", "--at-login", "on").json == {"at_login": True}
    entries = list((Path.home() / ".config" / "autostart").glob("*.desktop"))
    assert [str(book) in entry.read_text() for entry in entries] == [True]
    assert PreferencesService(book).current.open_at_login is OpenAtLogin.YES
    assert run("--book", book, "--json", "agent", "--at-login", "off").json == {"at_login": False}
    assert list((Path.home() / ".config" / "autostart").glob("*.desktop")) == []


@posix
def test_it_lets_somebody_have_the_book_alone_and_goes_on(book: Path) -> None:
    with an_agent(book) as agent:
        lock = BookLock(book)
        lock.take_alone()
        assert not FileLock(book / "watch.lock").taken_elsewhere()
        lock.close()
        until(lambda: FileLock(book / "watch.lock").taken_elsewhere(), agent)
        agent.send_signal(signal.SIGTERM)
        assert agent.wait(SECONDS) == 0

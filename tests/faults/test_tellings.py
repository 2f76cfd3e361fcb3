"""Faults 57 and 60: reminders over sleep, and over the death of whoever tells of them."""

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from relate_desktop.domain.reminder import DueTime
from relate_desktop.services.book import OpenBook, open_book
from relate_desktop.storage.database import Database
from relate_desktop.system.clock import machine_clock
from relate_desktop.system.file_lock import FileLock
from relate_desktop.system.freedesktop_notifier import number_of
from tests.clock import a_clock
from tests.desktop_pop_ups.bus import ROOT, a_bus
from tests.desktop_pop_ups.screen import a_screen
from tests.faults.teller import FIRST
from tests.patience import SECONDS
from tests.present import BERLIN, a_reminder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the message bus and its signals are POSIX's")

KILLS = 100
FAKETIME = ("/usr/lib/*/faketime/libfaketime.so.1", "/usr/lib/faketime/libfaketime.so.1")
SUSPENDED = 8 * 3600
"""Seconds the laptop sleeps."""


def remind(book: OpenBook, text: str, due: DueTime) -> None:
    book.reminders.add(replace(a_reminder(text=text), id=None, people=(), due=due))


def test_a_hundred_kills_between_claim_show_and_acknowledgement_lose_and_double_nothing(
    tmp_path: Path, runtime_folder: Path
) -> None:
    folder = tmp_path / "book"
    with open_book(folder, clock=a_clock(FIRST), create=True, here=lambda: BERLIN) as book:
        for number in range(KILLS):
            local = (FIRST + timedelta(minutes=number)).astimezone(BERLIN)
            remind(book, f"Number {number}", DueTime(local.date(), local.time()))
    with a_bus(runtime_folder) as bus, a_screen(bus) as screen:
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.teller", str(folder), str(KILLS)],
            cwd=ROOT,
            env=bus.environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=250,
        )
        numbers = screen.numbers()
    ends = [int(word) for word in done.stdout.split()]
    assert ends[-1] == 0
    assert ends.count(-signal.SIGKILL) >= KILLS * 9 // 10
    told = told_in(folder)
    assert {f"{number + 1}/{key}" for number, key in enumerate(keys())} == told.keys()
    assert sorted(numbers) == sorted(number_of(key) for key in set(told.values())), "none lost, none twice"


def keys() -> list[str]:
    moments = ((FIRST + timedelta(minutes=number)).astimezone(BERLIN) for number in range(KILLS))
    return [f"{moment:%Y-%m-%dT%H%M}" for moment in moments]


def told_in(folder: Path) -> dict[str, str]:
    """The pop-up in which each thing was told; all of them are acknowledged."""
    database = Database.open(folder, clock=a_clock())
    with database.read() as book:
        assert book.tellings.unfinished() == {}
        showing = book.tellings.showing()
    database.close()
    return {key: pop_up for pop_up, found in showing.items() for key in found}


@pytest.fixture
def faketime() -> str:
    """The library that shifts a process's clock."""
    for pattern in FAKETIME:
        for found in Path("/").glob(pattern[1:]):
            return str(found)
    pytest.skip("no libfaketime here (Debian: apt-get install faketime)")


def test_eight_hours_of_sleep_over_five_reminders_make_one_pop_up(
    tmp_path: Path, runtime_folder: Path, faketime: str
) -> None:
    folder, offset = tmp_path / "book", tmp_path / "offset"
    offset.write_text("+0\n")
    with open_book(folder, clock=machine_clock, create=True) as book:
        book.preferences.change(quiet_from=0, quiet_to=0)
        for number in range(1, 6):
            local = (machine_clock() + timedelta(hours=number)).astimezone()
            remind(book, f"Number {number}", DueTime(local.date(), local.time().replace(microsecond=0)))
    shifted = {
        "LD_PRELOAD": faketime,
        "FAKETIME_TIMESTAMP_FILE": str(offset),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    with a_bus(runtime_folder) as bus, a_screen(bus) as screen:
        agent = subprocess.Popen(
            [sys.executable, "-m", "relate_desktop", "--book", str(folder), "agent"],
            env=dict(bus.environment) | shifted,
            stdout=subprocess.DEVNULL,
        )
        try:
            watching(folder)
            agent.send_signal(signal.SIGSTOP)
            offset.write_text(f"+{SUSPENDED}\n")
            agent.send_signal(signal.SIGCONT)
            assert screen.pop_up().title == "5 reminders while you were away"
            agent.send_signal(signal.SIGTERM)
            assert agent.wait(SECONDS) == 0
        finally:
            agent.kill()
            agent.wait()
        assert screen.numbers() == [number_of("catch-up")]


def watching(folder: Path) -> None:
    """Wait until somebody has looked at the clock for the book."""
    lock, pause = FileLock(folder / "watch.lock"), threading.Event()
    while not (lock.path.exists() and lock.path.stat().st_size and lock.taken_elsewhere()):
        pause.wait(0.02)

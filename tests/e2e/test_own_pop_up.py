"""Relate's own pop-up on a desktop that shows none: it waits to be answered and leaves the keyboard alone."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop import ROOT, Desktop
from tests.e2e.program import Program, until
from tests.e2e.test_journey import RELATE, say
from tests.patience import SECONDS

TEXT = "Ask Anna about the oven"
NOON = "2026-11-24T12:00"


def reminded(desktop: Desktop, book: Path) -> Program:
    """A window at a moment when something has just become due."""
    say(book, "add", "Anna Lindqvist")
    say(book, "--at", "2026-11-24T09:00", "remind", "Anna Lindqvist", TEXT, "--due", "2026-11-24T11:58")
    program = Program(desktop, [*RELATE, str(book), "--at", NOON, "open", "people"])
    program.find(id="people.list")
    return program


@pytest.fixture(autouse=True)
def unwilling(desktop: Desktop) -> Iterator[None]:
    """A service for pop-ups that shows none; without it the desktop might start one of its own."""
    line = [sys.executable, "-P", "-m", "tests.desktop_pop_ups.service", "refusing"]
    service = subprocess.Popen(
        line, env=desktop.environment, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert service.stdout is not None
    assert b"ready" in service.stdout.readline()
    yield
    service.kill()
    service.communicate()


def open_reminders(book: Path) -> int:
    """How many reminders are still open."""
    return len(json.loads(say(book, "--at", NOON, "--json", "today"))["due"])


def test_it_waits_without_taking_the_keyboard_and_done_is_done(desktop: Desktop, tmp_path: Path) -> None:
    book = tmp_path / "book"
    program = reminded(desktop, book)
    program.find(id="popup", name="Reminder: Ask Anna about the oven")
    desktop.wait_for_title("People")
    assert open_reminders(book) == 1
    program.find(id="popup.done").press()
    program.wait_until_gone(id="popup")
    until(lambda: open_reminders(book) == 0, "done")
    assert program.quit() == 0


def test_its_keys_give_it_the_keyboard(desktop: Desktop, tmp_path: Path) -> None:
    book = tmp_path / "book"
    program = reminded(desktop, book)
    program.find(id="popup")
    program.find(id="people.list").focus()
    desktop.press_keys("ctrl+alt+r")
    assert program.find(id="popup.done").becomes(focused=True)
    desktop.press_keys("space")
    program.wait_until_gone(id="popup")
    until(lambda: open_reminders(book) == 0, "done")
    program.process.terminate()
    assert program.process.wait(SECONDS) == 0


def test_open_leads_to_the_person(desktop: Desktop, tmp_path: Path) -> None:
    program = reminded(desktop, tmp_path / "book")
    program.find(id="popup.open", name="Open Anna Lindqvist").press()
    program.find(id="person.title", has="Anna")
    assert program.quit() == 0

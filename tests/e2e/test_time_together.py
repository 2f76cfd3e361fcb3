"""Time together through the real program: a line is jotted, a reminder pops up, three weeks pass."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from relate_desktop.domain.ids import ContactId
from relate_desktop.services.book import open_book
from tests.clock import a_clock
from tests.e2e.desktop import Desktop
from tests.e2e.program import Program
from tests.e2e.test_journey import RELATE, go, say
from tests.patience import SECONDS
from tests.present import a_reminder, at

ANNA, OLENA = ContactId(1), ContactId(2)
NOW, TOMORROW, LATER = "2026-11-24T09:00", "2026-11-25T09:05", "2026-12-15T09:00"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = tmp_path / "book"
    say(folder, "add", "Anna Lindqvist", "--email", "anna@example.org")
    say(folder, "add", "Olena Bondar", "--phone", "+380 44 555 0101")
    return folder


class PopUps:
    """The desktop's service for pop-ups, as a person sees it."""

    def __init__(self, desktop: Desktop) -> None:
        line = [sys.executable, "-m", "tests.desktop_pop_ups.service", "well"]
        self._process = subprocess.Popen(
            line, env=desktop.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.next() == {"ready": "well"}

    def next(self) -> dict[str, Any]:
        """What happens next."""
        assert self._process.stdout is not None
        found: dict[str, Any] = json.loads(self._process.stdout.readline())
        return found

    def press(self, number: int, button: str) -> None:
        """Press a button of a pop-up."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"press": [number, button]}) + "\n")
        self._process.stdin.flush()

    def end(self) -> None:
        """Leave."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(SECONDS)
        assert self._process.stdout is not None
        self._process.stdout.close()


@pytest.fixture
def pop_ups(desktop: Desktop) -> Iterator[PopUps]:
    service = PopUps(desktop)
    yield service
    service.end()


def opened(desktop: Desktop, book: Path, at: str, *words: str) -> Program:
    """The program at a moment."""
    return Program(desktop, [*RELATE, str(book), "--at", at, *(words or ("open", "today"))])


def today(book: Path, at: str) -> dict[str, Any]:
    """What the command line says of today at a moment."""
    found: dict[str, Any] = json.loads(say(book, "--at", at, "--json", "today"))
    return found


def jot(program: Program, line: str) -> None:
    """Type a line into the panel for jotting down."""
    program.find(id="today.capture").focus()
    program.press_until("ctrl+j", id="jot.text").enter(line)


def test_a_line_becomes_a_conversation_and_a_reminder_that_pops_up(
    desktop: Desktop, book: Path, pop_ups: PopUps
) -> None:
    program = opened(desktop, book, NOW)
    program.find(id="today")
    jot(program, "called anna 20m yesterday re invoice, remind me tomorrow at 9")
    program.find(id="jot.direction", has="You").focus()
    desktop.press_keys("space", "Down", "Down", "Return")
    program.find(id="jot.direction", has="They")
    program.find(id="jot.save").press()
    program.find(id="snackbar.text", has="Anna")
    program.find(id="popup.question.yes").press()
    program.wait_until_gone(id="popup.question")

    go(program, "People")
    program.find(role="list item", has="Anna", under=program.find(id="people.list")).click()
    program.find(role="list item", has="called", under=program.find(id="person.timeline"))
    go(program, "Reminders")
    program.find(role="list item", has="invoice", under=program.find(id="reminders.list"))
    assert program.quit() == 0

    again = opened(desktop, book, TOMORROW)
    shown = pop_ups.next()
    assert "invoice" in shown["title"]
    again.find(id="today.section.due")
    pop_ups.press(shown["shown"], "done")
    assert pop_ups.next() == {"closed": shown["shown"]}
    again.find(id="today.done", has="invoice")
    assert again.quit() == 0
    assert [row["kind"] for row in today(book, TOMORROW)["due"]] == []


def test_after_three_weeks_away_today_is_short_and_one_pop_up_tells_of_all(
    desktop: Desktop, book: Path, pop_ups: PopUps
) -> None:
    dues = [(ANNA, f"2026-11-{24 + day % 6}", "10:00") for day in range(1, 15)]
    dues += [(OLENA, "2026-12-14", f"1{number}:00") for number in (1, 2)]
    with open_book(book, clock=a_clock(at(NOW, "UTC"))) as filled:
        for number, (who, day, hour) in enumerate(dues):
            matter = a_reminder(day, hour, text=f"Matter {number}")
            filled.reminders.add(replace(matter, id=None, people=(who,), began_on=None))

    program = opened(desktop, book, LATER)
    shown = pop_ups.next()
    assert "16 reminders while you were away" in shown["title"]
    program.find(id="today.section.due")
    rows = [
        one for one in program.all(role="panel") if one.id.startswith("today.due.") and one.id.count(".") == 2
    ]
    assert 0 < len(rows) <= 7
    pop_ups.press(shown["shown"], "open")
    program.find(id="catch_up")
    desktop.press_keys("Escape")
    assert program.quit() == 0

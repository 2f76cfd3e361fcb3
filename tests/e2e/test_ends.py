"""Faults 07 and 08: the program is told to end, or loses its screen, while somebody types."""

import signal
from pathlib import Path

import pytest

from relate_desktop.domain.ids import ContactId
from relate_desktop.services.drafts import DraftsService
from tests.e2e.desktop import Desktop
from tests.e2e.program import Program, until
from tests.e2e.test_journey import opened, say
from tests.patience import SECONDS


def typing(desktop: Desktop, book: Path) -> Program:
    """A window in which somebody has just changed what Ada likes to be called."""
    say(book, "add", "Ada Lovelace")
    program = opened(desktop, book, "open", "people/1")
    program.find(id="person.title", has="Ada Lovelace")
    program.find(id="person.edit").press()
    program.find(id="edit.call").enter("Addie")
    return program


def drafted(book: Path) -> str:
    """What was being made of Ada, as the next start will find it."""
    draft = DraftsService(book).person(ContactId(1))
    return "" if draft is None else " ".join(one.value for one in draft.now.properties)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_told_to_end_while_typing_it_ends_well_and_keeps_the_draft(
    desktop: Desktop, tmp_path: Path, name: str
) -> None:
    book = tmp_path / "book"
    program = typing(desktop, book)
    program.process.send_signal(getattr(signal, name))
    assert program.process.wait(SECONDS) == 0, program.said()
    assert "Addie" in drafted(book)
    assert "problems" not in say(book, "check")


def test_a_screen_that_dies_while_typing_takes_no_draft_with_it(desktop: Desktop, tmp_path: Path) -> None:
    book = tmp_path / "book"
    program = typing(desktop, book)
    desktop.lose_screen()
    assert program.process.wait(SECONDS) == 0, program.said()
    assert "Addie" in drafted(book)
    assert "problems" not in say(book, "check")


def test_killed_outright_it_keeps_what_was_typed_before(desktop: Desktop, tmp_path: Path) -> None:
    book = tmp_path / "book"
    program = typing(desktop, book)
    until(lambda: "Addie" in drafted(book), "a draft")
    program.process.kill()
    assert program.process.wait(SECONDS) == -signal.SIGKILL
    again = opened(desktop, book, "open", "people")
    again.find(id="draft.action", has="Continue editing").press()
    assert again.find(id="edit.call").becomes(text="Addie")
    again.process.terminate()
    assert again.process.wait(SECONDS) == 0

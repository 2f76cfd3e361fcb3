"""Fixtures for the room of the calendar."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.open_book import a_person
from tests.ui.calendar.board import Board
from tests.ui.window import a_desk


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Board]:
    with a_desk(tmp_path) as desk:
        desk.preferences.change(popups_agreed=True)
        anna = desk.book.contacts.add(a_person("Anna Lindqvist", "EMAIL:anna@example.com", "BDAY:--0316"))
        yield Board(desk, anna)

"""After people came in, Relate looks for those who are here twice, and Today tells of them once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.domain.importing import OnMatch
from relate_desktop.domain.place import Place
from relate_desktop.ui.duplicates.page import DuplicatesRoom
from tests.ui.window import Desk, a_desk
from tests.unit.services.going import a_card, a_job


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(tmp_path, "Olena Bondar") as opened:
        yield opened


def bring_in(desk: Desk, folder: Path) -> None:
    """Two cards of one person, and nobody else twice."""
    file = folder / "phone.vcf"
    cards = [a_card("Ada King", "EMAIL:ada@example.org", f"NOTE:{number}") for number in range(2)]
    file.write_bytes(b"".join(cards))
    desk.book.imports.run([file], on_match=OnMatch.NEW, job=a_job())


def hint(desk: Desk) -> QPushButton | None:
    room = desk.frame.navigator.room
    found = room.findChild(QPushButton, "today.doubts.look") if room is not None else None
    return found if isinstance(found, QPushButton) and found.isVisible() else None


def test_today_tells_of_them_after_an_import_until_they_were_looked_at(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.frame.navigator.go(Place("today"))
    bring_in(desk, tmp_path)
    qtbot.waitUntil(lambda: hint(desk) is not None)
    look = hint(desk)
    assert isinstance(look, QWidget)
    look.click()
    room = desk.frame.navigator.room
    assert isinstance(room, DuplicatesRoom)
    qtbot.waitUntil(lambda: room.asking.question is not None)
    desk.frame.navigator.go(Place("today"))
    desk.frame.navigator.room.refresh()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: hint(desk) is None)


def test_nothing_is_looked_for_when_nobody_came_in(desk: Desk) -> None:
    assert not desk.book.duplicates.waits()
    assert hint(desk) is None

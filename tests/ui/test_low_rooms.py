"""Lists in the smallest window with large text: what only explains gives way to them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.domain.reminder import DueTime, Reminder
from tests.clock import START
from tests.ui.window import Desk, a_desk

NAMES = tuple(f"Person {number}" for number in range(8))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path / "book", *NAMES) as desk:
        for number in range(8):
            desk.book.reminders.add(Reminder(f"Call {number}", (ContactId(1),), DueTime(START.date()), START))
        desk.preferences.change(text_size=150)
        desk.window.resize(960, 640)
        yield desk


def seen_whole(view: QAbstractItemView) -> int:
    """How many rows are seen from top to bottom."""
    model, area = view.model(), view.viewport().rect()
    rows = (view.visualRect(model.index(row, 0, QModelIndex())) for row in range(model.rowCount()))
    return sum(row.top() >= area.top() and row.bottom() <= area.bottom() for row in rows)


@pytest.mark.parametrize("room", ["reminders", "history"])
def test_four_rows_are_seen_above_what_is_chosen(desk: Desk, room: str, qtbot: QtBot) -> None:
    desk.frame.navigator.go(Place.parse(room))
    view = desk.window.findChild(QAbstractItemView, f"{room}.list")
    assert view is not None
    qtbot.waitUntil(lambda: seen_whole(view) >= 4)


def test_three_people_of_a_file_are_seen_above_the_chosen_one(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "phone.vcf"
    file.write_text("".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:New {name}\nEND:VCARD\n" for name in NAMES))
    desk.frame.look_into([file])
    view = desk.window.findChild(QAbstractItemView, "import.table")
    assert view is not None
    qtbot.waitUntil(lambda: seen_whole(view) >= 3)

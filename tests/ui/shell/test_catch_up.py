from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from relate_desktop.domain.due_list import DueRow
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import InlineRunner
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.snooze_menu import SnoozeMenu
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell.catch_up import CatchUpSheet, Deeds
from tests.ui.window import Desk, a_desk
from tests.unit.storage.due import a_promise, a_reminder


class Sheet:
    """The sheet over a window, and what was done on it."""

    def __init__(self, desk: Desk) -> None:
        self.done: list[DueRow] = []
        self.put_off: list[tuple[DueRow, datetime]] = []
        book = desk.book
        self.work = Work(InlineRunner(), desk.window)
        deeds = Deeds(self.done.append, lambda row, until: self.put_off.append((row, until)))  # type: ignore[arg-type]
        self.sheet = CatchUpSheet(
            desk.window,
            book.waiting.came,
            self.work,
            deeds,
            lambda host: SnoozeMenu(book.present, lambda _text: None, host),
        )

    def open(self, qtbot: QtBot) -> CatchUpSheet:
        self.sheet.open_now()
        qtbot.waitUntil(self.sheet.isVisible)
        return self.sheet


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, "Ada Lovelace") as desk:
        ada = desk.book.contacts.named("Ada Lovelace")
        desk.book.reminders.add(a_reminder(ada, text="Send the cover", due="2026-03-13T14:00"))
        desk.book.promises.add(a_promise(ada, text="the contract", due="2026-03-12"))
        desk.book.reminders.add(a_reminder(text="Renew the passport", due="2026-02-02"))
        desk.book.reminders.add(a_reminder(text="Still to come", due="2026-03-20"))
        yield desk


def test_what_came_is_listed_and_what_is_older_waits_for_room(desk: Desk, qtbot: QtBot) -> None:
    sheet = Sheet(desk).open(qtbot)
    assert [row.accessibleName() for row in sheet.rows] == [
        "Send the cover",
        "the contract",
        "Renew the passport",
    ]
    assert sheet.summary.text() == "Three reminders came. No hurry."
    assert sheet.findChild(Heading, "catch_up.room") is not None
    sheet.close_overlay()


def test_done_and_put_off_are_told(desk: Desk, qtbot: QtBot) -> None:
    told = Sheet(desk)
    sheet = told.open(qtbot)
    sheet.rows[0].ring.click()
    assert [row.text for row in told.done] == ["Send the cover"]
    menu = next(menu for menu in sheet.rows[2].findChildren(QMenu) if isinstance(menu, SnoozeMenu))
    menu.actions()[0].trigger()
    assert [row.text for row, _until in told.put_off] == ["Renew the passport"]
    sheet.close_overlay()


def test_it_follows_the_book_while_it_is_open(desk: Desk, qtbot: QtBot) -> None:
    sheet = Sheet(desk).open(qtbot)
    number = next(one.id for one in desk.book.reminders.open() if one.text == "Send the cover")
    assert number is not None
    desk.book.reminders.done(number)
    sheet.refresh()
    qtbot.waitUntil(lambda: len(sheet.rows) == 2)
    sheet.close_overlay()


def test_a_row_leads_to_its_person(desk: Desk, qtbot: QtBot) -> None:
    sheet = Sheet(desk).open(qtbot)
    with qtbot.waitSignal(sheet.asked) as asked:
        sheet.rows[0].opened.emit(Place("people", "1"))
    assert asked.args == [Place("people", "1")]
    assert sheet.isHidden()


def test_nothing_left_is_said_so(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path, "Ada") as desk:
        sheet = Sheet(desk).open(qtbot)
        assert sheet.summary.text() == "Nothing is waiting any more."
        sheet.close_overlay()


def test_what_is_done_leaves_the_sheet_as_high_and_the_focus_on_the_next_row(
    desk: Desk, qtbot: QtBot
) -> None:
    for letter in range(6):
        desk.book.reminders.add(a_reminder(text=f"Letter {letter}", due="2026-03-13"))
    sheet = Sheet(desk).open(qtbot)
    sheet.rows[1].ring.setFocus()
    gone = sheet.rows[1].accessibleName()
    number = next(one.id for one in desk.book.reminders.open() if one.text == gone)
    assert number is not None
    desk.book.reminders.done(number)
    sheet.refresh()
    qtbot.waitUntil(lambda: len(sheet.rows) == 8)
    qtbot.waitUntil(sheet.rows[1].ring.hasFocus)
    row = sheet.rows[1]
    assert gone not in {one.accessibleName() for one in sheet.rows}
    wanted = row.sizeHint().height()
    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect().height() == row.height() >= wanted)
    sheet.close_overlay()


def test_a_row_says_from_which_day_it_comes_and_since_when_it_waits(desk: Desk, qtbot: QtBot) -> None:
    sheet = Sheet(desk).open(qtbot)
    told = [label.text() for label in sheet.rows[0].findChildren(SafeLabel)]
    assert "since yesterday" in told
    assert sheet.rows[0].accessibleDescription() == "Ada Lovelace, since yesterday"
    sheet.close_overlay()

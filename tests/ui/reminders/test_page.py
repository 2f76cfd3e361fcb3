"""The room of reminders on a real book."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ReminderId
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.place import Place
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.services.jobs import JobRunner
from relate_desktop.system.notices import Shown
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.reminders.lines import RowKey
from relate_desktop.ui.reminders.page import RemindersRoom
from tests.clock import FixedClock
from tests.open_book import a_book, a_person
from tests.ui.reminders.table import NOW, TODAY, Table, show


def test_rows_stand_under_their_days_with_whom_and_when(table: Table, qtbot: QtBot) -> None:
    table.remind("Second note to Anna", DueTime(TODAY, time(14)))
    table.remind("Ask how the opening went", DueTime(TODAY))
    table.remind("Wish a happy birthday", DueTime(date(2026, 11, 26)), "FREQ=YEARLY")
    table.remind("Lend the lettering book", None)
    table.book.promises.add(
        Promise(OwedBy.THEIRS, "the contract", (table.anna,), TODAY, DueTime(date(2026, 12, 4)))
    )
    show(table, qtbot, 9)
    assert table.spoken() == [
        "Today",
        "Ask how the opening went, Anna, any time",
        "Second note to Anna, Anna, 14:00",
        "Later this week",
        "Wish a happy birthday, Anna, Thursday",
        "Later",
        "the contract, Anna, 4 Dec",
        "When there is room",
        "Lend the lettering book, Anna, no date",
    ]
    model = table.room.list.lines
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    told = str(model.index(4, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert told.endswith("Every year, repeats")


def test_nothing_promised_says_what_lands_here(table: Table, qtbot: QtBot) -> None:
    table.room.go(Place("reminders"))
    qtbot.waitUntil(table.room.empty.isVisible)
    assert table.room.empty.heading.text() == "Nothing promised"
    assert table.room.inspector.isHidden()
    assert table.room.default_focus() is table.room.head.add


def test_space_marks_done_and_the_focus_goes_to_the_next_row(table: Table, qtbot: QtBot) -> None:
    table.remind("First", DueTime(TODAY))
    table.remind("Second", DueTime(TODAY))
    show(table, qtbot, 3)
    table.room.list.setFocus()
    QTest.keyClick(table.room.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: table.lines() == ["Today", "Second"])
    row = table.room.list.row
    assert row is not None
    assert row.text == "Second"
    assert table.room.list.hasFocus()


def test_the_ring_is_pressed_with_the_mouse(table: Table, qtbot: QtBot) -> None:
    table.remind("First", DueTime(TODAY))
    show(table, qtbot, 2)
    place = table.room.list.visualRect(table.room.list.lines.index(1, 0))
    QTest.mouseClick(
        table.room.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(place.left() + 38, place.center().y()),
    )
    qtbot.waitUntil(lambda: table.book.reminders.open() == ())


def test_a_press_beside_the_ring_only_chooses(table: Table, qtbot: QtBot) -> None:
    table.remind("First", DueTime(TODAY))
    show(table, qtbot, 2)
    place = table.room.list.visualRect(table.room.list.lines.index(1, 0))
    QTest.mouseClick(table.room.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert len(table.book.reminders.open()) == 1


def test_what_is_done_is_listed_and_can_be_opened_again(table: Table, qtbot: QtBot) -> None:
    number = table.remind("First", DueTime(TODAY))
    table.book.reminders.done(number)
    show(table, qtbot, 2, "done")
    assert table.lines() == ["Today", "First"]
    table.room.list.setFocus()
    QTest.keyClick(table.room.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [item.text for item in table.book.reminders.open()] == ["First"])


def test_repeating_ones_have_their_own_segment(table: Table, qtbot: QtBot) -> None:
    table.remind("Once", DueTime(TODAY))
    table.remind("Every Friday", DueTime(TODAY), "FREQ=WEEKLY;BYDAY=FR")
    table.room.head.views.button("repeating").click()
    qtbot.waitUntil(lambda: table.lines() == ["Every Friday"])
    assert table.asked == [Place("reminders", "repeating")]


def test_an_address_leads_to_its_row(table: Table, qtbot: QtBot) -> None:
    table.remind("First", DueTime(TODAY))
    number = table.remind("Second", DueTime(TODAY))
    owed = table.book.promises.add(Promise(OwedBy.MINE, "the cover", (table.anna,), TODAY))
    table.room.go(Place("reminders", f"{number}"))
    qtbot.waitUntil(lambda: table.room.inspector.text.text() == "Second")
    table.room.go(Place("reminders", f"p{owed}"))
    qtbot.waitUntil(lambda: table.room.inspector.text.text() == "the cover")


@pytest.mark.parametrize("address", ["99", "p99", "elsewhere", "p", "12345678901234567890", "٣"])
def test_an_address_of_nothing_shows_the_first(table: Table, qtbot: QtBot, address: str) -> None:
    table.remind("First", DueTime(TODAY))
    show(table, qtbot, 2, address)
    assert table.room.inspector.text.text() == "First"


def test_delete_removes_and_undo_brings_it_back(table: Table, qtbot: QtBot) -> None:
    table.remind("First", DueTime(TODAY))
    show(table, qtbot, 2)
    table.room.list.setFocus()
    QTest.keyClick(table.room.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: table.book.reminders.open() == ())
    table.book.history.undo()
    qtbot.waitUntil(lambda: table.lines() == ["Today", "First"])


def test_keys_of_rows_read_back() -> None:
    for key in (RowKey(reminder=ReminderId(12)), RowKey.parse("p3")):
        assert key is not None
        assert RowKey.parse(key.text) == key


@pytest.mark.parametrize("shown", [Shown.REFUSED, Shown.SILENT, Shown.ABSENT])
def test_pop_ups_the_desktop_does_not_show_are_told_of(tmp_path: Path, qtbot: QtBot, shown: Shown) -> None:
    with a_book(tmp_path, FixedClock(NOW)) as book:
        runner = JobRunner()
        work, news = Work(runner), News()
        room = RemindersRoom(book, work, news, lambda: shown)
        asked: list[Place] = []
        room.asked.connect(asked.append)
        qtbot.addWidget(room)
        room.show()
        room.go(Place("reminders"))
        assert room.strip.isVisible()
        button = room.strip.findChild(QPushButton, "strip.action")
        assert button is not None
        assert button.text() == "How to allow them"
        button.click()
        assert asked == [Place("settings", "reminders")]
        book.preferences.change(popups=False)
        room.go(Place("reminders"))
        assert room.strip.isHidden()
        qtbot.waitUntil(room.empty.isVisible)
        work.close()
        runner.close()


def test_kept_promises_are_among_what_is_done(table: Table, qtbot: QtBot) -> None:
    number = table.remind("First", DueTime(TODAY))
    owed = table.book.promises.add(Promise(OwedBy.MINE, "the cover", (table.anna,), TODAY))
    table.book.reminders.done(number)
    table.book.promises.keep(owed)
    show(table, qtbot, 3, "done")
    assert sorted(table.lines()) == ["First", "Today", "the cover"]


def test_the_heading_above_the_first_row_stays_in_sight(table: Table, qtbot: QtBot) -> None:
    for number in range(30):
        table.remind(f"Number {number:02}", DueTime(TODAY))
    show(table, qtbot, 31)
    view = table.room.list
    view.setCurrentIndex(view.lines.index(30, 0))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 1
    assert view.visualRect(view.lines.index(0, 0)).top() >= 0


def test_names_beside_one_another_keep_their_own_direction(table: Table, qtbot: QtBot) -> None:
    layla = table.book.contacts.add(a_person("ليلى"))
    people = (layla, table.anna)
    table.book.reminders.add(Reminder("Ask", people, DueTime(TODAY), NOW))
    show(table, qtbot, 2)
    model = table.room.list.lines
    said = str(model.index(1, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert "\u2068ليلى\u2069 and \u2068Anna\u2069" in said


def test_what_was_jotted_down_in_a_call_says_so(table: Table, qtbot: QtBot) -> None:
    happened = Happened(date(2026, 11, 20))
    call = table.book.timeline.log([table.anna], InteractionKind.CALL, Direction.BOTH, happened)
    reminder = Reminder("Ask Anna about the oven", (table.anna,), DueTime(TODAY), NOW, told_in=call)
    table.book.reminders.add(reminder)
    show(table, qtbot, 2)
    assert table.why(1) == "From your call of 20 November"


def test_an_instance_of_what_came_back_stays_done(table: Table, qtbot: QtBot) -> None:
    number = table.remind("Water the plants", DueTime(TODAY), "FREQ=DAILY")
    table.book.reminders.done(number)
    show(table, qtbot, 2, "done")
    inspector = table.room.inspector
    qtbot.waitUntil(inspector.isVisible)
    assert not inspector.done.isVisible()
    assert not inspector.again.isVisible()
    table.room.list.setFocus()
    QTest.keyClick(table.room.list, Qt.Key.Key_Space)
    state = table.room.list.lines.index(1, 0).data(Qt.ItemDataRole.CheckStateRole)
    assert state == Qt.CheckState.Checked


def test_what_is_done_once_can_be_opened_again_by_its_button(table: Table, qtbot: QtBot) -> None:
    table.book.reminders.done(table.remind("First", DueTime(TODAY)))
    show(table, qtbot, 2, "done")
    again = table.room.inspector.again
    qtbot.waitUntil(again.isVisible)
    again.click()
    qtbot.waitUntil(lambda: [item.text for item in table.book.reminders.open()] == ["First"])

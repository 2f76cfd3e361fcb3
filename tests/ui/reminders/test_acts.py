"""Putting off, dropping on a group, the menu of a row, and new ones."""

from datetime import date, time

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from relate_desktop.domain.due_list import DueGroup
from relate_desktop.domain.place import Place
from relate_desktop.domain.promise import OwedBy
from relate_desktop.domain.reminder import DueTime
from relate_desktop.services.reminders import ReminderView
from relate_desktop.ui.reminders.model import MIME
from tests.present import a_rule
from tests.ui.reminders.table import TODAY, Table, show


class TestSnooze:
    def test_the_choice_is_done_with_the_chosen_row(self, table: Table, qtbot: QtBot) -> None:
        table.remind("Second note", DueTime(TODAY))
        show(table, qtbot, 2)
        acts = table.room.acts()
        acts["snooze"]()
        menu = table.room.snooze_menu
        assert menu.isVisible()
        chosen = next(action for action in menu.actions() if action.text().startswith("Tomorrow"))
        chosen.trigger()
        menu.close()
        qtbot.waitUntil(lambda: table.lines() == ["Later this week", "Second note"])

    def test_a_row_is_dropped_on_another_group(self, table: Table, qtbot: QtBot) -> None:
        number = table.remind("Second note", DueTime(TODAY, time(14)))
        table.remind("Another", None)
        show(table, qtbot, 4)
        where = table.room.list.visualRect(table.room.list.lines.index(2, 0)).center()
        data = QMimeData()
        data.setData(MIME, f"{number}".encode())
        event = QDropEvent(
            QPointF(where),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        table.room.list.dropEvent(event)
        qtbot.waitUntil(lambda: table.lines() == ["When there is room", "Another", "Second note"])
        assert table.book.reminders.get(number).due is None

    def test_while_a_row_is_held_every_group_is_there(self, table: Table, qtbot: QtBot) -> None:
        table.remind("Second note", DueTime(TODAY))
        show(table, qtbot, 2)
        model = table.room.list.lines
        assert model.board is not None
        model.show(model.board, targets=True)
        groups = [model.group_at(model.index(row, 0)) for row in range(model.rowCount())]
        assert set(groups) == set(DueGroup)


class TestMenu:
    def test_it_offers_what_fits_the_row(self, table: Table, qtbot: QtBot) -> None:
        table.remind("Second note", DueTime(TODAY))
        show(table, qtbot, 2)
        table.room.menu.aboutToShow.emit()
        words = [action.text() for action in table.room.menu.actions() if not action.isSeparator()]
        assert words == ["Done", "Snooze", "Edit", "Open \u2068Anna\u2069", "Repeat", "Remove"]

    def test_repeat_is_chosen_from_it(self, table: Table, qtbot: QtBot) -> None:
        table.remind("Second note", DueTime(TODAY))
        show(table, qtbot, 2)
        table.room.menu.aboutToShow.emit()
        repeat = next(action.menu() for action in table.room.menu.actions() if action.text() == "Repeat")
        assert isinstance(repeat, QMenu)
        weekly = next(action for action in repeat.actions() if action.text() == "Every week")
        weekly.trigger()
        qtbot.waitUntil(lambda: table.only().repeats == a_rule("FREQ=WEEKLY"))


class TestNew:
    def test_a_reminder_is_made_about_the_open_person(self, table: Table, qtbot: QtBot) -> None:
        table.room.go(Place("reminders", f"new/{table.anna}"))
        panel = table.room.new
        qtbot.waitUntil(panel.isVisible)
        assert panel.about.contacts == (table.anna,)
        QTest.keyClicks(panel.text.editor, "Ask how the opening went")
        panel.when.editor.setFocus()
        panel.when.editor.clear()
        QTest.keyClicks(panel.when.editor, "tomorrow at 9")
        QTest.keyClick(panel.when.editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: table.lines() == ["Later this week", "Ask how the opening went"])
        made = table.only()
        assert made.people == (table.anna,)
        assert made.due is not None
        assert (made.due.on, made.due.at) == (date(2026, 11, 25), time(9))

    def test_a_promise_is_made_the_same_way(self, table: Table, qtbot: QtBot) -> None:
        table.room.go(Place("reminders", "new"))
        panel = table.room.new
        qtbot.waitUntil(panel.isVisible)
        panel.kind.button("theirs").click()
        QTest.keyClicks(panel.text.editor, "the contract")
        panel.add.click()
        qtbot.waitUntil(lambda: table.lines() == ["Today", "the contract"])
        assert table.book.promises.open()[0].owed_by is OwedBy.THEIRS

    def test_what_is_missing_is_said_and_nothing_is_made(self, table: Table, qtbot: QtBot) -> None:
        table.room.go(Place("reminders", "new"))
        panel = table.room.new
        qtbot.waitUntil(panel.isVisible)
        panel.add.click()
        assert panel.text.editor.property("wrong") is True
        assert panel.isVisible()
        assert table.book.reminders.list(ReminderView.TO_DO) == ()
        panel.close_overlay()


def test_what_repeats_is_not_put_off_to_when_there_is_room(table: Table, qtbot: QtBot) -> None:
    table.remind("Water the plants", DueTime(TODAY), "FREQ=DAILY")
    show(table, qtbot, 2)
    table.room.snooze_menu.aboutToShow.emit()
    words = [action.text() for action in table.room.snooze_menu.actions()]
    assert not any(text.startswith("When there is room") for text in words)


def test_a_new_reminder_fits_a_small_window_by_scrolling(table: Table, qtbot: QtBot) -> None:
    table.room.resize(700, 420)
    table.room.go(Place("reminders", "new"))
    panel = table.room.new
    qtbot.waitUntil(panel.isVisible)
    panel.repeat.begin_own()
    qtbot.waitUntil(lambda: panel.panel.geometry().bottom() < 420)
    qtbot.waitUntil(lambda: panel.add.mapTo(table.room, panel.add.rect().bottomLeft()).y() < 420)
    assert panel.when.editor.height() >= panel.when.editor.minimumSizeHint().height()
    panel.close_overlay()

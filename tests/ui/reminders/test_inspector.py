"""The chosen reminder: what is shown of it, and what can be changed."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.place import Place
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.recurrence import ByDay, Frequency
from relate_desktop.domain.reminder import DueTime
from tests.open_book import a_person
from tests.present import a_rule
from tests.ui.reminders.table import TODAY, Table, show


def test_it_shows_whom_what_and_when(table: Table, qtbot: QtBot) -> None:
    table.remind("Second note", DueTime(TODAY, time(14)))
    show(table, qtbot, 2)
    inspector = table.room.inspector
    assert inspector.accessibleName() == "Second note"
    assert inspector.name.text() == "Anna Lindqvist"
    assert inspector.open.accessibleName() == "Open \u2068Anna\u2069"
    assert inspector.when.text() == "today, 14:00"
    assert inspector.when.editor.accessibleDescription() == "Tuesday 24 November 2026, 14:00"
    assert inspector.chips.accessibleName() == "Today, 14:00, Once"
    inspector.open.click()
    assert table.asked == [Place.person(table.anna)]


def test_words_that_wrap_are_shown_whole(table: Table, qtbot: QtBot) -> None:
    table.remind("Second, gentle note to Anna about the invoice of November, with the photographs", None)
    show(table, qtbot, 2)
    text = table.room.inspector.text
    qtbot.waitUntil(lambda: text.document().size().height() > 1)
    line = text.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: text.height() >= text.document().size().height() * line)


def test_words_are_written_where_they_are_read(table: Table, qtbot: QtBot) -> None:
    table.remind("Second note", DueTime(TODAY))
    show(table, qtbot, 2)
    QTest.keyClick(table.room.list, Qt.Key.Key_Return)
    assert table.room.inspector.text.hasFocus()
    QTest.keyClicks(table.room.inspector.text, "A third note")
    QTest.keyClick(table.room.inspector.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.only().text == "A third note")


def test_no_words_at_all_are_the_old_ones(table: Table, qtbot: QtBot) -> None:
    table.remind("Second note", DueTime(TODAY))
    show(table, qtbot, 2)
    text = table.room.inspector.text
    text.setFocus()
    text.clear()
    table.room.list.setFocus()
    assert text.text() == "Second note"


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("friday 14:00", DueTime(date(2026, 11, 27), time(14))),
        ("in 10 days", DueTime(date(2026, 12, 4))),
        ("when there is room", None),
        ("", None),
    ],
)
def test_when_is_typed_in_words(table: Table, qtbot: QtBot, typed: str, due: DueTime | None) -> None:
    table.remind("Second note", DueTime(TODAY))
    show(table, qtbot, 2)
    field = table.room.inspector.when.editor
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)

    def kept() -> bool:
        now = table.only().due
        return now == due if due is None or now is None else (now.on, now.at) == (due.on, due.at)

    qtbot.waitUntil(kept)


def test_what_is_not_understood_changes_nothing(table: Table, qtbot: QtBot) -> None:
    table.remind("Second note", DueTime(TODAY))
    show(table, qtbot, 2)
    field = table.room.inspector.when.editor
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, "bananas")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.property("wrong") is True
    assert field.text() == "bananas"
    assert table.only().due == DueTime(TODAY)


def test_a_rule_in_words_makes_it_repeat(table: Table, qtbot: QtBot) -> None:
    table.remind("Second note", DueTime(TODAY))
    show(table, qtbot, 2)
    field = table.room.inspector.when.editor
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, "every two weeks")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.only().repeats == a_rule("FREQ=WEEKLY;INTERVAL=2"))


def test_the_last_friday_of_every_month(table: Table, qtbot: QtBot) -> None:
    table.remind("Look at the figures", DueTime(date(2026, 11, 27)))
    show(table, qtbot, 2)
    repeat = table.room.inspector.repeat
    repeat.begin_own()
    repeat.unit.setCurrentIndex(repeat.unit.findData(Frequency.MONTHLY))
    repeat.unit.activated.emit(repeat.unit.currentIndex())
    words = [repeat.month_day.itemText(row) for row in range(4)]
    assert words == ["on day 27", "on the last day", "the fourth Friday", "the last Friday"]
    repeat.month_day.setCurrentIndex(3)
    repeat.month_day.activated.emit(3)
    qtbot.waitUntil(lambda: (rule := table.only().repeats) is not None and rule.by_day == (ByDay(4, -1),))
    assert table.only().due == DueTime(date(2026, 11, 27))


def test_two_weeks_after_it_is_done(table: Table, qtbot: QtBot) -> None:
    table.remind("Water the plants", DueTime(TODAY))
    show(table, qtbot, 2)
    choice = table.room.inspector.repeat.choice
    choice.setCurrentIndex(choice.findText("Some time after I mark it done"))
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(lambda: (rule := table.only().repeats) is not None and rule.after_done)
    assert not table.room.inspector.repeat.until.isVisible()


def test_ticked_weekdays_are_the_rule(table: Table, qtbot: QtBot) -> None:
    table.remind("Water the plants", DueTime(TODAY))
    show(table, qtbot, 2)
    table.room.inspector.repeat.begin_own()
    for day in (0, 3):
        table.room.inspector.repeat.weekdays.button(day).click()
    qtbot.waitUntil(lambda: table.only().repeats == a_rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"))


def test_how_long_before_is_a_choice(table: Table, qtbot: QtBot) -> None:
    table.remind("Second note", DueTime(TODAY, time(14)))
    show(table, qtbot, 2)
    ahead = table.room.inspector.ahead.editor
    ahead.setCurrentIndex(ahead.findText("1 hour before"))
    ahead.activated.emit(ahead.currentIndex())
    qtbot.waitUntil(lambda: table.only().ahead.total_seconds() == 3600)


def test_people_are_found_and_added_by_name(table: Table, qtbot: QtBot) -> None:
    chidi = table.book.contacts.add(a_person("Chidinma Eze", "NICKNAME:Chidi"))
    table.remind("Second note", DueTime(TODAY))
    show(table, qtbot, 2)
    field = table.room.inspector.about.editor
    field.setFocus()
    QTest.keyClicks(field, "chid")
    qtbot.waitUntil(lambda: table.room.inspector.about.found == ("Chidi",))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.only().people == (table.anna, chidi))
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: table.only().people == (table.anna,))


def test_before_one_writes_it_tells_what_was_last(table: Table, qtbot: QtBot) -> None:
    log = table.book.timeline.log
    log([table.anna], InteractionKind.CALL, Direction.THEIRS, Happened(date(2026, 11, 2)), "new oven")
    log([table.anna], InteractionKind.MAIL, Direction.MINE, Happened(date(2026, 11, 10)), "invoice")
    table.remind("Second note", DueTime(TODAY))
    show(table, qtbot, 2)
    qtbot.waitUntil(lambda: len(table.room.inspector.before.hints) == 3)
    said = [hint.words for hint in table.room.inspector.before.hints]
    assert said[0].startswith("10 Nov · You mailed")
    assert said[1].startswith("2 Nov · ")
    assert "waits two weeks" in said[2]


def test_a_promise_says_who_promised(table: Table, qtbot: QtBot) -> None:
    table.book.promises.add(Promise(OwedBy.MINE, "the cover", (table.anna,), TODAY))
    show(table, qtbot, 2)
    inspector = table.room.inspector
    assert inspector.owed.isVisible()
    assert not inspector.repeat.isVisible()
    inspector.owed.button("theirs").click()
    qtbot.waitUntil(lambda: table.book.promises.open()[0].owed_by is OwedBy.THEIRS)


def test_what_is_being_typed_stays_when_the_book_changes(table: Table, qtbot: QtBot) -> None:
    table.remind("Second note", DueTime(TODAY))
    show(table, qtbot, 2)
    field = table.room.inspector.when.editor
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, "in 10")
    table.remind("Another", DueTime(TODAY))
    qtbot.waitUntil(lambda: table.room.list.lines.rowCount() == 3)
    assert field.text() == "in 10"


def test_rows_that_were_read_before_do_not_close_the_parts_one_has_just_opened(
    table: Table, qtbot: QtBot
) -> None:
    table.remind("Water the plants", DueTime(TODAY))
    show(table, qtbot, 2)
    room, repeat = table.room, table.room.inspector.repeat
    old = room.list.lines.board
    qtbot.waitUntil(repeat.choice.isVisible)
    room.go(Place("reminders"))  # read once more, before one chooses
    repeat.begin_own()
    qtbot.waitUntil(lambda: room.list.lines.board is not old)
    assert table.only().repeats == a_rule("FREQ=WEEKLY;INTERVAL=2")
    assert repeat.own.isVisible()
    table.book.history.undo()
    qtbot.waitUntil(lambda: not repeat.own.isVisible())


def test_parts_stay_open_while_they_come_to_a_usual_rule(table: Table, qtbot: QtBot) -> None:
    table.remind("Water the plants", DueTime(TODAY))
    show(table, qtbot, 2)
    repeat = table.room.inspector.repeat
    repeat.begin_own()
    repeat.interval.setValue(1)
    qtbot.waitUntil(lambda: table.only().repeats == a_rule("FREQ=WEEKLY"))
    table.remind("Another", DueTime(TODAY))
    qtbot.waitUntil(lambda: table.room.list.lines.rowCount() == 3)
    qtbot.waitUntil(repeat.weekdays.isVisible)
    QTest.keyClick(table.room.list, Qt.Key.Key_Up)
    assert table.room.inspector.text.text() == "Another"
    assert not repeat.weekdays.isVisible()

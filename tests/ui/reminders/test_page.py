"""The room of reminders on a real book."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from relate_desktop.domain.due_list import DueGroup
from relate_desktop.domain.ids import ContactId, ReminderId
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.place import Place
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.recurrence import ByDay, Frequency
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import JobRunner
from relate_desktop.services.reminders import ReminderView
from relate_desktop.system.notices import Shown
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.theme import Appearance, theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.reminders.lines import RowKey
from relate_desktop.ui.reminders.model import MIME
from relate_desktop.ui.reminders.page import RemindersRoom
from tests.clock import FixedClock
from tests.open_book import a_book, a_person
from tests.present import a_rule

NOW = datetime(2026, 11, 24, 8, 40, tzinfo=UTC)
TODAY = NOW.date()


@dataclass(frozen=True)
class Table:
    """The room, the book behind it, and whom it is about."""

    room: RemindersRoom
    book: OpenBook
    anna: ContactId
    asked: list[Place]

    def remind(self, text: str, due: DueTime | None, rule: str = "") -> ReminderId:
        """A reminder about Anna."""
        repeats = a_rule(rule) if rule else None
        return self.book.reminders.add(Reminder(text, (self.anna,), due, NOW, repeats=repeats))

    def lines(self) -> list[str]:
        """What the list says, line by line."""
        model = self.room.list.lines
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def spoken(self) -> list[str]:
        """What assistive tools hear, line by line, without the marks around names."""
        model = self.room.list.lines
        role = Qt.ItemDataRole.AccessibleTextRole
        said = [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]
        return [line.replace("\u2068", "").replace("\u2069", "") for line in said]

    def only(self) -> Reminder:
        """The one open reminder."""
        (found,) = self.book.reminders.open()
        return found


@pytest.fixture
def table(tmp_path: Path, qtbot: QtBot) -> Iterator[Table]:
    with a_book(tmp_path, FixedClock(NOW)) as book:
        anna = book.contacts.add(a_person("Anna Lindqvist", "NICKNAME:Anna", "ORG:Harbour Bakery"))
        theme().apply(Appearance())
        runner = JobRunner()
        work, news = Work(runner), News()
        news.follow(book.listen)
        room = RemindersRoom(book, work, news)
        asked: list[Place] = []
        room.asked.connect(asked.append)
        room.asked.connect(lambda place: room.go(place) if place.room == "reminders" else None)
        qtbot.addWidget(room)
        room.resize(1064, 760)
        room.show()
        yield Table(room, book, anna, asked)
        news.stop()
        work.close()
        runner.close()


def show(table: Table, qtbot: QtBot, count: int, place: str = "") -> None:
    """Go to a place of the room and wait for so many lines."""
    table.room.go(Place("reminders", place))
    qtbot.waitUntil(lambda: table.room.list.lines.rowCount() == count)


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


class TestInspector:
    def test_it_shows_whom_what_and_when(self, table: Table, qtbot: QtBot) -> None:
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

    def test_words_are_written_where_they_are_read(self, table: Table, qtbot: QtBot) -> None:
        table.remind("Second note", DueTime(TODAY))
        show(table, qtbot, 2)
        QTest.keyClick(table.room.list, Qt.Key.Key_Return)
        assert table.room.inspector.text.hasFocus()
        QTest.keyClicks(table.room.inspector.text, "A third note")
        QTest.keyClick(table.room.inspector.text, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: table.only().text == "A third note")

    def test_no_words_at_all_are_the_old_ones(self, table: Table, qtbot: QtBot) -> None:
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
    def test_when_is_typed_in_words(
        self, table: Table, qtbot: QtBot, typed: str, due: DueTime | None
    ) -> None:
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

    def test_what_is_not_understood_changes_nothing(self, table: Table, qtbot: QtBot) -> None:
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

    def test_a_rule_in_words_makes_it_repeat(self, table: Table, qtbot: QtBot) -> None:
        table.remind("Second note", DueTime(TODAY))
        show(table, qtbot, 2)
        field = table.room.inspector.when.editor
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, "every two weeks")
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: table.only().repeats == a_rule("FREQ=WEEKLY;INTERVAL=2"))

    def test_the_last_friday_of_every_month(self, table: Table, qtbot: QtBot) -> None:
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

    def test_two_weeks_after_it_is_done(self, table: Table, qtbot: QtBot) -> None:
        table.remind("Water the plants", DueTime(TODAY))
        show(table, qtbot, 2)
        choice = table.room.inspector.repeat.choice
        choice.setCurrentIndex(choice.findText("Some time after I mark it done"))
        choice.activated.emit(choice.currentIndex())
        qtbot.waitUntil(lambda: (rule := table.only().repeats) is not None and rule.after_done)
        assert not table.room.inspector.repeat.until.isVisible()

    def test_ticked_weekdays_are_the_rule(self, table: Table, qtbot: QtBot) -> None:
        table.remind("Water the plants", DueTime(TODAY))
        show(table, qtbot, 2)
        table.room.inspector.repeat.begin_own()
        for day in (0, 3):
            table.room.inspector.repeat.weekdays.button(day).click()
        qtbot.waitUntil(lambda: table.only().repeats == a_rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"))

    def test_how_long_before_is_a_choice(self, table: Table, qtbot: QtBot) -> None:
        table.remind("Second note", DueTime(TODAY, time(14)))
        show(table, qtbot, 2)
        ahead = table.room.inspector.ahead.editor
        ahead.setCurrentIndex(ahead.findText("1 hour before"))
        ahead.activated.emit(ahead.currentIndex())
        qtbot.waitUntil(lambda: table.only().ahead.total_seconds() == 3600)

    def test_people_are_found_and_added_by_name(self, table: Table, qtbot: QtBot) -> None:
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

    def test_before_one_writes_it_tells_what_was_last(self, table: Table, qtbot: QtBot) -> None:
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

    def test_a_promise_says_who_promised(self, table: Table, qtbot: QtBot) -> None:
        table.book.promises.add(Promise(OwedBy.MINE, "the cover", (table.anna,), TODAY))
        show(table, qtbot, 2)
        inspector = table.room.inspector
        assert inspector.owed.isVisible()
        assert not inspector.repeat.isVisible()
        inspector.owed.button("theirs").click()
        qtbot.waitUntil(lambda: table.book.promises.open()[0].owed_by is OwedBy.THEIRS)

    def test_what_is_being_typed_stays_when_the_book_changes(self, table: Table, qtbot: QtBot) -> None:
        table.remind("Second note", DueTime(TODAY))
        show(table, qtbot, 2)
        field = table.room.inspector.when.editor
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, "in 10")
        table.remind("Another", DueTime(TODAY))
        qtbot.waitUntil(lambda: table.room.list.lines.rowCount() == 3)
        assert field.text() == "in 10"


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

"""A month as a table of days, by keys and by mouse."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relate_desktop.ui.calendar.day_cells import LargeDay, SmallDay
from relate_desktop.ui.calendar.lines import AgendaLine, LineKind
from relate_desktop.ui.calendar.month import MonthTable, month_beside
from relate_desktop.ui.calendar.month_model import MonthModel, first_shown, last_shown

NOVEMBER = date(2026, 11, 1)
TODAY = date(2026, 11, 24)


def a_table(qtbot: QtBot, current: date = TODAY) -> MonthTable:
    """November 2026 with a coffee on the 26th."""
    table = MonthTable("calendar.month", SmallDay(), "caption")
    qtbot.addWidget(table)
    coffee = AgendaLine(LineKind.EVENT, date(2026, 11, 26), "Coffee", "Coffee", time="11:00")
    table.show_month(NOVEMBER, TODAY, {coffee.on: [coffee]}, current)
    table.resize(300, 240)
    table.show()
    return table


def test_six_weeks_hold_the_whole_month_and_begin_with_the_first_day_of_a_week() -> None:
    for number in range(1, 13):
        month = date(2026, number, 1)
        first, last = first_shown(month), last_shown(month)
        assert (last - first).days == 41
        assert first <= month
        assert first.isoweekday() == QLocale.system().firstDayOfWeek().value
        assert last >= month_beside(month, 1) - timedelta(days=1)


def test_a_day_says_what_stands_on_it(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    index = table.days.index_of(date(2026, 11, 26))
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Thursday 26 November 2026, 1 thing: Coffee"
    empty = table.days.index_of(date(2026, 11, 25)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert empty == "Wednesday 25 November 2026"
    assert table.accessibleName() == "November 2026"


def test_arrows_go_by_days_and_weeks_and_enter_opens(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert table.day == date(2026, 11, 18)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [date(2026, 11, 18)]


def test_arrows_beyond_the_month_lead_to_the_next_one(qtbot: QtBot) -> None:
    table = a_table(qtbot, date(2026, 11, 30))
    with qtbot.waitSignal(table.left) as left:
        QTest.keyClick(table, Qt.Key.Key_Right)
    assert left.args == [date(2026, 12, 1)]
    with qtbot.waitSignal(table.left) as paged:
        QTest.keyClick(table, Qt.Key.Key_PageUp)
    assert paged.args == [date(2026, 10, 30)]


def test_a_click_opens_a_day(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    where = table.visualRect(table.days.index_of(date(2026, 11, 4))).center()
    with qtbot.waitSignal(table.opened) as opened:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened.args == [date(2026, 11, 4)]


def test_the_month_beside_a_long_one_ends_with_its_own_last_day() -> None:
    assert month_beside(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert month_beside(date(2026, 1, 15), -1) == date(2025, 12, 15)
    assert month_beside(date.max, 1) == date.max
    assert month_beside(date.min, -1) == date.min


def test_days_beside_the_month_are_there_but_do_not_belong(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    model: MonthModel = table.days
    assert model.belongs(model.index_of(TODAY))
    assert not model.belongs(model.index_of(last_shown(NOVEMBER)))
    assert not model.index_of(date(2027, 3, 1)).isValid()


def test_weeks_too_low_to_be_read_scroll(qtbot: QtBot) -> None:
    table = MonthTable("calendar.month", LargeDay(), "small", scrolls=True)
    qtbot.addWidget(table)
    table.show_month(NOVEMBER, TODAY, {}, TODAY)
    table.resize(700, 120)
    table.show()
    assert all(table.rowHeight(week) >= 2 * table.fontMetrics().height() for week in range(6))
    assert table.verticalScrollBar().maximum() > 0
    table.resize(700, 700)
    assert table.verticalScrollBar().maximum() == 0

"""Which calendars are shown: ticked by key and by mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import CalendarId
from relate_desktop.ui.calendar.shown import ShownEntry, ShownList

STUDIO = ShownEntry("Studio", 2, shown=True, beside="studio.ics", calendar=CalendarId(1))
MOMENTS = ShownEntry("Birthdays and moments", "plum", shown=False, preference="calendar_moments")


def a_list(qtbot: QtBot) -> ShownList:
    """One calendar that is shown, and moments that are not."""
    shown = ShownList()
    qtbot.addWidget(shown)
    shown.show_entries((STUDIO, MOMENTS))
    shown.resize(240, 80)
    shown.show()
    return shown


def test_space_asks_for_a_calendar_to_be_hidden(qtbot: QtBot) -> None:
    shown = a_list(qtbot)
    shown.setCurrentIndex(shown.entries.index(0, 0))
    with qtbot.waitSignal(shown.entries.turned) as turned:
        QTest.keyClick(shown, Qt.Key.Key_Space)
    assert turned.args == [STUDIO, False]


def test_a_click_anywhere_on_a_line_asks_for_it_to_be_shown(qtbot: QtBot) -> None:
    shown = a_list(qtbot)
    place = shown.visualRect(shown.entries.index(1, 0)).center()
    with qtbot.waitSignal(shown.entries.turned) as turned:
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert turned.args == [MOMENTS, True]


def test_lines_say_name_tick_and_file(qtbot: QtBot) -> None:
    shown = a_list(qtbot)
    index = shown.entries.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Studio"
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "studio.ics"


def test_the_list_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    shown = a_list(qtbot)
    two = shown.height()
    shown.show_entries((STUDIO, MOMENTS, STUDIO, MOMENTS))
    assert shown.height() == 2 * two

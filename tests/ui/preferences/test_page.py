"""The settings about reminders and staying in touch, on a real book."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread, current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.place import Place
from relate_desktop.domain.recurrence import LeapDay
from relate_desktop.domain.snooze import Snooze
from relate_desktop.domain.wishes import Wishes
from relate_desktop.services.at_login import AtLogin
from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import Job, JobRunner
from relate_desktop.services.preferences import HideNames, KeepRunning, OpenAtLogin
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.preferences.page import PreferencesRoom
from tests.desktop_pop_ups.bus import VARIABLE, Bus, a_bus
from tests.desktop_pop_ups.screen import a_screen
from tests.open_book import a_book, a_person
from tests.unit.services.calendar_files import a_file, vevent
from tests.unit.services.calendars import a_calendar, ids_of
from tests.unit.services.going import a_job
from tests.unit.storage.events import an_event

IN_ORDER = (
    "settings.you", "settings.motion", "settings.popups", "settings.nudges", "settings.lookups",
    "settings.your_addresses", "about.copy",
)  # fmt: skip
"""Something of every page."""


@dataclass(frozen=True)
class Table:
    """The room and the book behind it."""

    room: PreferencesRoom
    book: OpenBook
    runner: JobRunner

    def go(self, page: str) -> None:
        """Show one of the pages."""
        self.room.go(Place("settings", page))

    def shows(self, name: str) -> bool:
        """Whether something can be seen on the page."""
        found = self.room.findChild(QWidget, name)
        return found is not None and found.isVisible()


@pytest.fixture
def bus(runtime_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with a_bus(runtime_folder) as bus:
        monkeypatch.setenv(VARIABLE, bus.address)
        yield bus


@pytest.fixture
def table(tmp_path: Path, qtbot: QtBot) -> Iterator[Table]:
    with a_book(tmp_path) as book:
        runner = JobRunner()
        work = Work(runner)
        room = PreferencesRoom(book.preferences, book, book.folder, work, News())
        qtbot.addWidget(room)
        room.resize(1064, 760)
        room.show()
        yield Table(room, book, runner)
        room.reminders.close()
        work.close()
        runner.close()


def test_switches_hold_at_once(table: Table) -> None:
    page = table.room.reminders
    table.go("reminders")
    for switch in (page.popups, page.sound, page.summary):
        switch.click()
    now = table.book.preferences.current
    assert (now.popups, now.popups_agreed) == (False, True)
    assert (now.sound, now.morning_summary) == (True, False)


def test_names_are_hidden_never_while_locked_or_always(table: Table) -> None:
    page = table.room.reminders
    table.go("reminders")
    assert page.hide_names_locked.isChecked()
    chosen: list[HideNames] = []
    for switch in (page.hide_names_locked, page.hide_names, page.hide_names):
        switch.click()
        chosen.append(table.book.preferences.current.hide_names)
    assert chosen == [HideNames.NEVER, HideNames.ALWAYS, HideNames.LOCKED]
    assert page.hide_names_locked.isEnabled()


def test_the_day_has_its_hours(table: Table) -> None:
    page = table.room.reminders
    table.go("reminders")
    page.day_start.setTime(QTime(9, 5))
    page.evening.stepBy(1)
    page.quiet_from.stepBy(-2)
    now = table.book.preferences.current
    assert (now.day_start, now.evening, now.quiet_from) == (545, 1095, 1290)
    page.working_days.button(5).click()
    assert table.book.preferences.current.working_days == "012345"


def test_hours_step_to_full_quarters_round_the_clock(table: Table) -> None:
    box = table.room.reminders.day_start
    box.show_minutes(8 * 60 + 10)
    box.stepBy(1)
    assert box.minutes == 8 * 60 + 15
    box.show_minutes(10)
    box.stepBy(-1)
    assert box.minutes == 0
    box.stepBy(-1)
    assert box.minutes == 23 * 60 + 45


def test_what_snooze_does_is_a_choice(table: Table) -> None:
    page = table.room.reminders
    table.go("reminders")
    for combo, value in ((page.snooze, Snooze.TOMORROW), (page.leap_day, LeapDay.MARCH)):
        combo.setCurrentIndex(combo.findData(value))
        combo.activated.emit(combo.currentIndex())
    now = table.book.preferences.current
    assert (now.default_snooze, now.leap_day) == (Snooze.TOMORROW, LeapDay.MARCH)


def test_a_pause_lasts_until_tomorrow_and_can_be_ended(table: Table) -> None:
    page = table.room.reminders
    table.go("reminders")
    page.pause.click()
    assert table.book.present().quiet
    assert page.pause.text() == "Go on now"
    page.pause.click()
    assert table.book.preferences.current.paused_until == ""
    assert page.pause.text() == "Pause until tomorrow"


def test_a_test_pop_up_is_shown_by_the_desktop_and_answered(bus: Bus, table: Table, qtbot: QtBot) -> None:
    page = table.room.reminders
    with a_screen(bus) as screen:
        table.go("reminders")
        qtbot.waitUntil(lambda: "with buttons" in page.state)
        page.test.click()
        qtbot.waitUntil(lambda: "has taken it" in page.state)
        screen.press(screen.pop_up().number, "done")
        qtbot.waitUntil(lambda: "work here" in page.state)


def test_the_desktop_is_asked_once_a_visit(bus: Bus, table: Table, qtbot: QtBot) -> None:
    asked: set[Job[Any]] = set()
    stop = table.runner.listen(asked.add)
    with a_screen(bus):
        table.go("reminders")
        qtbot.waitUntil(lambda: "with buttons" in table.room.reminders.state)
    stop()
    assert len(asked) == 1


@pytest.mark.usefixtures("bus")
def test_where_no_pop_up_can_be_shown_it_is_said_and_our_own_is_asked_for(table: Table, qtbot: QtBot) -> None:
    page = table.room.reminders
    table.go("reminders")
    qtbot.waitUntil(lambda: "shows no pop-ups" in page.state)
    with qtbot.waitSignal(table.room.notice_asked) as asked:
        page.test.click()
    assert asked.args[0].title == "A pop-up from Relate"
    assert "Nothing on this desktop" in page.state
    assert page.test.isEnabled()


def test_the_end_of_the_window_is_a_choice(table: Table) -> None:
    combo = table.room.general.running.keep_running
    combo.setCurrentIndex(combo.findData(KeepRunning.YES))
    combo.activated.emit(combo.currentIndex())
    assert table.book.preferences.current.keep_running is KeepRunning.YES


def test_nudges_are_counted(table: Table) -> None:
    table.go("touch")
    table.room.touch.nudges.setValue(1)
    table.room.touch.nudges_week.setValue(99)
    table.room.touch.rest.click()
    table.room.touch.offer.click()
    now = table.book.preferences.current
    assert (now.nudges_a_day, now.nudges_a_week) == (1, 10)
    assert (now.rest_after_unanswered, now.offer_rhythms) == (False, False)


def test_a_circle_gets_its_rhythm(table: Table, qtbot: QtBot) -> None:
    table.book.contacts.add(a_person("Ada", "CATEGORIES:Clients"))
    table.book.rhythms.set_circle("clients", Cadence(45))
    table.go("touch")
    qtbot.waitUntil(lambda: table.room.findChild(QComboBox, "settings.circle.0") is not None)
    combo = table.room.findChild(QComboBox, "settings.circle.0")
    assert combo is not None
    assert combo.currentText() == "Every six weeks"
    combo.setCurrentIndex(combo.findText("Every month"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: list(table.book.rhythms.circles().values()) == [Cadence(30)])


def test_who_is_left_alone_is_listed_and_can_be_had_back(table: Table, qtbot: QtBot) -> None:
    ada = table.book.contacts.add(a_person("Ada"))
    table.book.rhythms.wish(ada, Wishes(no_more_contact=True))
    table.go("touch")
    qtbot.waitUntil(lambda: table.room.findChild(QPushButton, f"settings.paused.{ada}") is not None)
    button = table.room.findChild(QPushButton, f"settings.paused.{ada}")
    assert button is not None
    assert button.accessibleName() == "Go on with \u2068Ada\u2069"
    button.click()
    qtbot.waitUntil(lambda: table.book.rhythms.paused() == {})


@pytest.mark.parametrize(
    ("words", "found"), [("quiet hours", "settings.quiet_from"), ("sound", "settings.sound")]
)
def test_a_search_finds_rows_of_every_page(table: Table, words: str, found: str, qtbot: QtBot) -> None:
    table.go("about")
    QTest.keyClicks(table.room.search, words)
    qtbot.waitUntil(lambda: table.shows(found))
    assert table.shows("settings.reminders.title")
    assert not table.shows("settings.about.title")
    table.room.search.clear()
    assert table.shows("settings.about.title")
    assert not table.shows("settings.reminders.title")


def test_a_page_is_made_when_it_is_looked_at_and_shown_at_once(table: Table) -> None:
    table.go("about")
    assert table.shows("about.copy")
    assert table.room.findChild(QWidget, "settings.popups") is None
    table.go("reminders")
    assert table.shows("settings.popups")
    assert not table.shows("about.copy")


def test_nothing_found_is_said_once_every_page_was_looked_into(table: Table, qtbot: QtBot) -> None:
    table.go("about")
    (none,) = (one for one in table.room.findChildren(QLabel) if one.text().startswith("No setting"))
    table.room.search.setText("of the moon")
    assert not none.isVisible()
    qtbot.waitUntil(none.isVisible)
    assert all(table.room.findChild(QWidget, name) is not None for name in IN_ORDER)
    table.room.search.clear()
    assert not none.isVisible()


def test_tab_goes_through_what_is_found_in_the_order_of_the_pages(table: Table, qtbot: QtBot) -> None:
    table.go("calendars")
    table.room.search.setText("s")
    qtbot.waitUntil(lambda: all(table.shows(name) for name in IN_ORDER))
    chain: list[str] = []
    widget: QWidget | None = table.room.search
    while widget is not None and (not chain or widget is not table.room.search):
        chain.append(widget.objectName())
        widget = widget.nextInFocusChain()
    assert sorted(IN_ORDER, key=chain.index) == list(IN_ORDER)


def test_every_control_has_a_name(table: Table) -> None:
    for page in ("general", "appearance", "reminders", "touch", "lookups", "calendars", "about"):
        table.go(page)
    named = [
        child for child in table.room.findChildren(QCheckBox) if child.objectName().startswith("settings.")
    ]
    assert named
    assert all(child.accessibleName() for child in named)
    assert table.room.reminders.hide_names.accessibleName() == "Hide names in pop-ups"
    assert table.room.reminders.test.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_it_waits_in_the_background_from_login_on_if_asked_to(table: Table) -> None:
    switch = table.room.general.running.open_at_login
    switch.click()
    assert AtLogin(table.book.folder, table.book.preferences).on
    switch.click()
    assert not AtLogin(table.book.folder, table.book.preferences).on
    assert table.book.preferences.current.open_at_login is OpenAtLogin.NO


def test_calendars_are_coloured_and_removed(table: Table, qtbot: QtBot) -> None:
    calendar = a_calendar(table.book, an_event())
    table.go("calendars")
    colour = f"settings.calendar.{calendar}.colour"
    qtbot.waitUntil(lambda: table.room.findChild(QComboBox, colour) is not None)
    combo = table.room.findChild(QComboBox, colour)
    assert combo is not None
    combo.setCurrentIndex(8)
    combo.activated.emit(8)
    qtbot.waitUntil(lambda: table.book.calendars.get(calendar).hue == 8)
    remove = table.room.findChild(QPushButton, f"settings.calendar.{calendar}.remove")
    assert remove is not None
    remove.click()
    qtbot.waitUntil(lambda: table.book.calendars.all() == ())


def test_a_zone_that_nobody_explains_is_asked_about(table: Table, qtbot: QtBot) -> None:
    calendar = a_calendar(table.book, an_event(unknown_zone="Customised Time"))
    table.go("calendars")
    qtbot.waitUntil(lambda: table.room.findChild(QComboBox, "settings.zone.0") is not None)
    choice = table.room.findChild(QComboBox, "settings.zone.0")
    assert choice is not None
    choice.setCurrentText("Europe/Vienna")
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(lambda: table.book.calendars.get(calendar).unknown_zones == ())


def test_the_zone_that_a_calendar_tells_of_is_one_press_away(
    table: Table, qtbot: QtBot, tmp_path: Path
) -> None:
    zones = "DTSTART;TZID=Corporate:20261124T093000\r\n"
    path = a_file(tmp_path, "X-WR-TIMEZONE:Asia/Tokyo\r\n", vevent("a", when=zones))
    table.book.imports.run([path], job=a_job())
    table.go("calendars")
    qtbot.waitUntil(lambda: table.room.findChild(QPushButton, "settings.zone.0.take") is not None)
    take = table.room.findChild(QPushButton, "settings.zone.0.take")
    assert take is not None
    take.click()
    qtbot.waitUntil(lambda: table.book.calendars.all()[0].unknown_zones == ())


def test_a_hidden_event_is_shown_again(table: Table, qtbot: QtBot) -> None:
    calendar = a_calendar(table.book, an_event())
    (event,) = ids_of(table.book, calendar)
    table.book.calendars.hide_series(event)
    table.go("calendars")
    name = f"settings.hidden.{event}"
    qtbot.waitUntil(lambda: table.room.findChild(QPushButton, name) is not None)
    button = table.room.findChild(QPushButton, name)
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: table.book.calendars.hidden() == ())


def test_the_users_own_addresses_are_kept(table: Table) -> None:
    table.go("calendars")
    line = table.room.calendars.addresses
    line.setText("me@studio.example")
    line.editingFinished.emit()
    assert table.book.preferences.current.your_addresses == "me@studio.example"


def test_the_users_own_address_is_asked_for_and_kept(table: Table, qtbot: QtBot) -> None:
    events = [
        an_event(f"Event {number}", uid=f"{number}@x", addresses=["robin@me.example", f"p{number}@x.org"])
        for number in range(6)
    ]
    a_calendar(table.book, *events)
    table.go("calendars")
    name = "settings.perhaps_mine.0"
    qtbot.waitUntil(lambda: table.room.findChild(QPushButton, name) is not None)
    yes = table.room.findChild(QPushButton, name)
    assert yes is not None
    heard_on = list[Thread]()
    table.book.preferences.listen(lambda _now: heard_on.append(current_thread()))
    yes.click()
    qtbot.waitUntil(lambda: table.book.preferences.current.your_addresses == "robin@me.example")
    qtbot.waitUntil(lambda: heard_on == [main_thread()])
    qtbot.waitUntil(lambda: table.room.findChild(QPushButton, name) is None)


def test_what_becomes_of_meetings_can_be_switched_off(table: Table, qtbot: QtBot) -> None:
    table.go("calendars")
    for name in ("meeting_popups", "meetings_held"):
        switch = table.room.findChild(QCheckBox, f"settings.{name}")
        assert switch is not None
        assert switch.isChecked()
        switch.click()
        assert not getattr(table.book.preferences.current, name)

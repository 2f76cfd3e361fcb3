"""Today on a real book: what stands there, and what one can do with it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ReminderId
from relate_desktop.domain.interaction import Direction
from relate_desktop.domain.place import Place
from relate_desktop.domain.promise import OwedBy
from relate_desktop.domain.text import isolate
from relate_desktop.ui.today.soon import SoonList
from relate_desktop.ui.today.view import DueLine
from tests.ui.today.day import TUESDAY, Day, a_day, focus, label, press, shown


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Iterator[Day]:
    with a_day(tmp_path, qtbot) as day:
        yield day


class TestWhatStandsThere:
    def test_greeting_and_day_in_a_sentence(self, day: Day) -> None:
        day.preferences.change(your_name="Robin")
        ada = day.lapsed("Ada")
        day.remind("Call the printer", ada)
        said = "Tuesday 24 November. One thing to do and one person to think of."
        day.qtbot.waitUntil(lambda: label(day, "today.summary") == said)
        assert label(day, "today.title") == f"Good morning, {isolate('Robin')}"

    def test_a_row_says_what_who_why_and_when(self, day: Day) -> None:
        layla = day.person("Layla Haddad", "X-RELATE-CALL:Layla", "ORG:Cedar Press")
        number = day.promise("Send Layla the revised cover", layla)
        (row,) = day.wait_for("Send Layla the revised cover")
        assert row.objectName() == f"today.due.promise.{number}"
        assert row.line.reason == f"You promised {isolate('Layla')} this today · {isolate('Cedar Press')}"
        assert row.line.when == "any time"
        assert row.ring.accessibleName() == "Mark done: Send Layla the revised cover"
        assert row.main.accessibleName() == "Open Layla"
        assert row.snooze.accessibleName() == "Snooze: Send Layla the revised cover"
        assert row.snooze.menu() is not None

    def test_a_row_whose_text_names_nobody_says_whom_it_is_about(self, day: Day) -> None:
        anna, ton = day.person("Anna"), day.person("Ton")
        day.remind("Ask about the contract", anna, ton)
        day.remind("Write to Anna", anna)
        unnamed, named = day.wait_for("Ask about the contract", "Write to Anna")
        both = isolate(f"{isolate('Anna')} and {isolate('Ton')}")
        assert unnamed.line.reason == f"{both} · You wrote this down today"
        assert named.line.reason == "You wrote this down today"

    def test_a_promise_of_theirs_says_so(self, day: Day) -> None:
        anna = day.person("Anna")
        day.promise("A photograph of the sign", anna, owed_by=OwedBy.THEIRS)
        (row,) = day.wait_for("A photograph of the sign")
        assert row.line.reason.startswith(f"{isolate('Anna')} promised you this")

    def test_there_are_seven_rows_and_the_rest_is_counted(self, day: Day) -> None:
        day.person("Ada")
        for number in range(11):
            day.remind(f"Thing {number:02}")
        day.qtbot.waitUntil(lambda: len(day.rows()) == 7 and shown(day, "today.due.more"))
        more = day.room.findChild(QPushButton, "today.due.more")
        assert isinstance(more, QPushButton)
        assert more.text() == "4 more in Reminders"
        more.click()
        assert day.places[-1:] == [Place("reminders")]

    def test_what_stepped_back_is_mentioned(self, day: Day) -> None:
        day.person("Ada")
        day.remind("An old thing", on=TUESDAY - timedelta(days=3))
        day.qtbot.waitUntil(lambda: shown(day, "today.due.room"))
        assert not day.rows()

    def test_it_has_been_a_while_with_reason_and_rule(self, day: Day) -> None:
        kai = day.lapsed("Kai", "EMAIL:kai@example.com")
        day.qtbot.waitUntil(lambda: shown(day, f"today.while.{kai}"))
        panel = day.room.findChild(QWidget, f"today.while.{kai}")
        assert isinstance(panel, QWidget)
        assert panel.accessibleDescription() == "You asked for every month. It has been five months."
        rule = day.room.columns.awhile.rule
        assert not rule.isVisible()
        press(day, "today.while.why")
        assert rule.isVisible()
        assert "three people a day" in rule.text()

    def test_who_cannot_be_written_to_has_no_such_button(self, day: Day) -> None:
        kai = day.lapsed("Kai")
        day.qtbot.waitUntil(lambda: shown(day, f"today.while.{kai}.not_now"))
        assert not shown(day, f"today.while.{kai}.write")

    def test_days_that_come_are_a_list_that_opens_people(self, day: Day) -> None:
        hoa = day.person("Hoa", "BDAY:1986-11-26")
        soon = day.room.findChild(SoonList, "today.soon")
        assert isinstance(soon, SoonList)
        day.qtbot.waitUntil(lambda: soon.model().rowCount() == 1)
        assert soon.model().index(0, 0).data() == f"{isolate('Hoa')} turns 40, Thursday"
        soon.clicked.emit(soon.model().index(0, 0))
        assert day.places[-1:] == [Place.person(hoa)]

    def test_who_rests_and_who_may_still_be_wished_well_is_said(self, day: Day) -> None:
        joao = day.person("João")
        for ago in (9, 4):
            day.talk(joao, ago, Direction.MINE)
        olena = day.person("Olena", "BDAY:--1121")
        day.qtbot.waitUntil(lambda: shown(day, f"today.rest.{joao}"))
        day.qtbot.waitUntil(lambda: shown(day, f"today.late.{olena}"))
        assert "two unanswered notes" in label(day, f"today.rest.{joao}")
        assert "late wish" in label(day, f"today.late.{olena}")
        rest = day.room.findChild(QLabel, f"today.rest.{joao}")
        assert isinstance(rest, QLabel)
        assert rest.accessibleName() == f"{isolate('João')} is resting until 4 December"

    def test_nothing_waits_is_said_kindly(self, day: Day) -> None:
        day.person("Ada")
        day.qtbot.waitUntil(lambda: shown(day, "today.nothing"))
        assert label(day, "today.nothing") == "Nothing is waiting. Enjoy your day."
        assert not shown(day, "today.section.due")

    def test_without_people_one_is_led_to_the_welcome(self, day: Day) -> None:
        day.qtbot.waitUntil(lambda: Place("welcome") in day.places)

    def test_jotting_stands_on_top(self, day: Day) -> None:
        day.person("Ada")
        day.qtbot.waitUntil(lambda: shown(day, "today.capture"))


class TestDoing:
    def test_a_tick_marks_it_done_and_the_row_goes(self, day: Day) -> None:
        number = day.remind("Water the plants")
        day.remind("Zip the files")
        row, _other = day.wait_for("Water the plants", "Zip the files")
        row.ring.click()
        assert row.ring.isChecked()
        day.wait_for("Zip the files")
        day.qtbot.waitUntil(lambda: day.book.reminders.get(number).done_at is not None)
        day.qtbot.waitUntil(lambda: day.room.findChild(QWidget, f"today.due.{number}") is None)
        day.qtbot.waitUntil(lambda: "Water the plants" in label(day, "today.done"))

    def test_a_kept_promise_goes_as_well(self, day: Day) -> None:
        number = day.promise("The name of the bookbinder", day.person("Olena"))
        (row,) = day.wait_for("The name of the bookbinder")
        row.ring.click()
        day.qtbot.waitUntil(lambda: not day.book.promises.get(number).open)

    def test_undo_brings_the_row_back(self, day: Day) -> None:
        day.remind("Water the plants")
        (row,) = day.wait_for("Water the plants")
        row.ring.click()
        day.wait_for()
        day.qtbot.waitUntil(lambda: shown(day, "today.done"))
        day.book.history.undo()
        (back,) = day.wait_for("Water the plants")
        assert not back.ring.isChecked()

    def test_what_cannot_be_marked_is_unticked(self, day: Day) -> None:
        day.person("Ada")
        day.qtbot.waitUntil(lambda: shown(day, "today.nothing") and not day.room._newest.on_its_way)
        line = DueLine("Gone meanwhile", "", "any time", "", None, reminder=ReminderId(999))
        day.room.columns.due.show_lines([line], "", "")
        (row,) = day.rows()
        row.ring.click()
        assert not row.stays
        day.qtbot.waitUntil(lambda: row.stays and not row.ring.isChecked())

    def test_snoozing_puts_it_off(self, day: Day) -> None:
        number = day.remind("Water the plants")
        (row,) = day.wait_for("Water the plants")
        row.main.setFocus()
        day.room.menu.aboutToShow.emit()
        day.room.menu.chosen.emit(day.present.now + timedelta(days=2))
        day.wait_for()
        assert day.book.reminders.get(number).snoozed_until is not None

    def test_a_promise_is_put_off_to_another_day(self, day: Day) -> None:
        number = day.promise("The cover", day.person("Layla"))
        (row,) = day.wait_for("The cover")
        row.main.setFocus()
        day.room.menu.aboutToShow.emit()
        day.room.menu.chosen.emit(None)
        day.wait_for()
        assert day.book.promises.get(number).due is None

    def test_not_now_hides_somebody(self, day: Day) -> None:
        kai = day.lapsed("Kai")
        day.qtbot.waitUntil(lambda: shown(day, f"today.while.{kai}"))
        press(day, f"today.while.{kai}.not_now")
        day.qtbot.waitUntil(lambda: not shown(day, f"today.while.{kai}"))

    def test_after_two_times_one_is_asked_whether_to_leave_them_be(self, day: Day) -> None:
        kai = day.lapsed("Kai")
        for _time in range(2):
            day.qtbot.waitUntil(lambda: shown(day, f"today.while.{kai}.not_now"))
            press(day, f"today.while.{kai}.not_now")
            day.qtbot.waitUntil(lambda: not shown(day, f"today.while.{kai}"))
            day.clock.pass_time(timedelta(days=21))
            day.room.compare()
        day.qtbot.waitUntil(lambda: shown(day, f"today.while.{kai}.stop"))
        longer = day.room.findChild(QPushButton, f"today.while.{kai}.longer")
        assert isinstance(longer, QPushButton)
        assert longer.text() == "Every two months instead"
        assert not shown(day, f"today.while.{kai}.not_now")
        press(day, f"today.while.{kai}.keep")
        assert shown(day, f"today.while.{kai}.not_now")

    def test_a_longer_rhythm_is_kept(self, day: Day) -> None:
        kai = day.lapsed("Kai")
        day.qtbot.waitUntil(lambda: shown(day, f"today.while.{kai}"))
        press(day, f"today.while.{kai}.longer")

        def cadence() -> int:
            found = day.book.rhythms.of(kai).cadence
            return 0 if found is None else found.ideal

        day.qtbot.waitUntil(lambda: cadence() == 60)

    def test_nobody_is_suggested_any_more_once_that_is_wished(self, day: Day) -> None:
        kai = day.lapsed("Kai")
        day.qtbot.waitUntil(lambda: shown(day, f"today.while.{kai}"))
        press(day, f"today.while.{kai}.stop")
        day.qtbot.waitUntil(lambda: not shown(day, f"today.while.{kai}"))
        assert day.book.rhythms.of(kai).cadence is None


class TestBeingUpToDate:
    def test_news_leaves_the_focus_where_it_is(self, day: Day) -> None:
        day.remind("Call the printer")
        rows = day.wait_for("Call the printer")
        rows[0].main.setFocus()
        held = focus()
        day.remind("A thing before it")
        day.wait_for("A thing before it", "Call the printer")
        assert focus() == held

    def test_at_midnight_another_day_begins(self, day: Day) -> None:
        day.person("Ada")
        day.remind("For tomorrow", on=TUESDAY + timedelta(days=1))
        day.qtbot.waitUntil(lambda: shown(day, "today.nothing"))
        day.clock.pass_time(timedelta(hours=15))
        day.room.compare()
        day.wait_for("For tomorrow")
        assert label(day, "today.summary").startswith("Wednesday 25 November")

    def test_an_hour_that_has_come_is_said_so(self, day: Day) -> None:
        day.remind("Call the printer", hour="14:00")
        (row,) = day.wait_for("Call the printer")
        assert row.line.when == "after 14:00"
        day.clock.pass_time(timedelta(hours=5, minutes=1))
        day.room.compare()
        day.qtbot.waitUntil(lambda: row.line.when == "since 14:00")

    def test_another_zone_is_another_day(self, day: Day) -> None:
        day.person("Ada")
        day.qtbot.waitUntil(lambda: shown(day, "today.nothing"))
        day.zone[0] = ZoneInfo("Pacific/Kiritimati")
        day.clock.pass_time(timedelta(hours=2))
        day.room.compare()
        day.qtbot.waitUntil(lambda: label(day, "today.summary").startswith("Wednesday"))
        assert label(day, "today.title") == "Good evening"

    def test_another_name_is_greeted_at_once(self, day: Day) -> None:
        day.preferences.change(your_name="Robin")
        day.qtbot.waitUntil(lambda: isolate("Robin") in label(day, "today.title"))

    def test_out_of_sight_nobody_counts_as_shown(self, day: Day) -> None:
        day.room.hide()
        kai = day.lapsed("Kai")
        day.qtbot.waitUntil(lambda: day.room._stale)
        assert not day.room._newest.on_its_way
        day.room.show()
        day.qtbot.waitUntil(lambda: shown(day, f"today.while.{kai}"))


class TestLongTexts:
    def test_a_text_without_end_takes_two_lines(self, day: Day) -> None:
        day.remind("long " * 300)
        day.qtbot.waitUntil(lambda: len(day.rows()) == 1)
        assert day.rows()[0].height() < 140

    def test_a_narrow_window_has_the_rail_below(self, day: Day) -> None:
        kai = day.lapsed("Kai")
        day.remind("Call Kai", kai)
        day.wait_for("Call Kai")
        day.qtbot.waitUntil(lambda: shown(day, f"today.while.{kai}"))
        awhile, due = day.room.columns.awhile, day.room.columns.due
        day.room.resize(1200, 800)
        day.qtbot.waitUntil(
            lambda: (
                awhile.mapTo(day.room, awhile.rect().topLeft()).y()
                < due.mapTo(day.room, due.rect().topLeft()).y()
            )
        )
        day.room.resize(900, 640)
        day.qtbot.waitUntil(
            lambda: (
                awhile.mapTo(day.room, awhile.rect().topLeft()).y()
                > due.mapTo(day.room, due.rect().bottomLeft()).y()
            )
        )

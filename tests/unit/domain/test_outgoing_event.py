"""What goes out into other calendars."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from relate_desktop.domain.ids import ContactId, PromiseId, ReminderId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.outgoing_event import (
    CalendarProgram,
    concerns,
    moment_outward,
    promise_outward,
    reminder_outward,
    rule_unsaid,
)
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.recurrence import Frequency, Recurrence
from relate_desktop.domain.reminder import DueTime, Reminder

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
PRESENT = Present(NOW, UTC)
MORNING = timedelta(hours=8, minutes=30)
OTHER, GOOGLE = CalendarProgram.OTHER, CalendarProgram.GOOGLE


@pytest.mark.parametrize(
    ("born", "first"),
    [
        (PartialDate(1815, 12, 10), date(1970, 12, 10)),
        (PartialDate(1990, 12, 10), date(1990, 12, 10)),
        (PartialDate(None, 12, 10), date(2026, 12, 10)),
        (PartialDate(1992, 2, 29), date(1992, 2, 29)),
    ],
)
def test_a_birthday_begins_with_the_first_that_calendars_can_say(born: PartialDate, first: date) -> None:
    moment = Moment(DateKind.BIRTHDAY, born, ContactId(1), days_before=7)
    item = moment_outward(moment, "Ada", ("uid-1", 0), PRESENT)
    assert item is not None
    assert (item.on, item.task, item.alarm) == (first, False, MORNING - timedelta(days=7))
    assert item.rule.startswith("FREQ=YEARLY")


def test_a_moment_that_comes_once_has_no_rule_and_one_without_day_does_not_go() -> None:
    once = Moment(DateKind.OTHER, PartialDate(2027, 3, 4), ContactId(1), "Exam", yearly=False)
    item = moment_outward(once, "Exam", ("uid-1", 0), PRESENT)
    assert item is not None
    assert (item.on, item.rule) == (date(2027, 3, 4), "")
    vague = Moment(DateKind.OTHER, PartialDate(None, 3, 4), ContactId(1), yearly=False)
    assert moment_outward(vague, "", ("uid-1", 0), PRESENT) is None


def test_each_keeps_its_name_from_one_export_to_the_next() -> None:
    moment = Moment(DateKind.BIRTHDAY, PartialDate(1990, 12, 10), ContactId(1))
    names = {
        moment_outward(moment, "a", ("uid-1", 0), PRESENT),
        moment_outward(moment, "a", ("uid-1", 0), PRESENT),
        moment_outward(moment, "a", ("uid-1", 1), PRESENT),
        moment_outward(moment, "a", ("uid-2", 0), PRESENT),
    }
    assert len({item.uid for item in names if item}) == 3


def a_reminder(**fields: object) -> Reminder:
    return Reminder("Call", (ContactId(1),), DueTime(date(2026, 7, 1), time(9), "Europe/Berlin"), NOW,
                    id=ReminderId(3), **fields)  # type: ignore[arg-type]  # fmt: skip


def test_a_reminder_is_a_task_or_an_event_for_those_who_read_no_tasks() -> None:
    task = reminder_outward(a_reminder(ahead=timedelta(minutes=15)), "Call", OTHER, PRESENT)
    assert task is not None
    assert (task.task, task.on, task.at, task.zone) == (True, date(2026, 7, 1), time(9), "Europe/Berlin")
    assert task.alarm == timedelta(minutes=-15)
    event = reminder_outward(a_reminder(), "Call", GOOGLE, PRESENT)
    assert event is not None
    assert not event.task


def test_one_that_was_snoozed_is_told_when_it_was_snoozed_to() -> None:
    later = datetime(2026, 7, 2, 9, tzinfo=UTC)
    item = reminder_outward(a_reminder(snoozed_until=later), "Call", OTHER, PRESENT)
    assert item is not None
    assert item.alarm == later


def test_one_that_comes_back_takes_its_rule_along_unless_none_says_it() -> None:
    daily = a_reminder(repeats=Recurrence(Frequency.DAILY), began_on=date(2026, 7, 1))
    item = reminder_outward(daily, "Call", OTHER, PRESENT)
    assert item is not None
    assert (item.rule, rule_unsaid(daily, item)) == ("FREQ=DAILY", False)
    after = a_reminder(repeats=Recurrence(Frequency.DAILY, after_done=True))
    item = reminder_outward(after, "Call", OTHER, PRESENT)
    assert item is not None
    assert (item.rule, rule_unsaid(after, item)) == ("", True)


def test_what_has_no_day_is_a_task_or_stays_here() -> None:
    roomy = Reminder("Call", (), None, NOW, id=ReminderId(3))
    promise = Promise(OwedBy.MINE, "Paper", (), date(2026, 1, 1), id=PromiseId(2))
    for program, goes in ((OTHER, True), (GOOGLE, False)):
        assert (reminder_outward(roomy, "Call", program, PRESENT) is not None) is goes
        assert (promise_outward(promise, "Paper", program, PRESENT) is not None) is goes


def test_a_promise_of_a_day_is_told_in_the_morning() -> None:
    promise = Promise(OwedBy.MINE, "Paper", (), date(2026, 1, 1), DueTime(date(2026, 7, 1)), id=PromiseId(2))
    item = promise_outward(promise, "Paper", OTHER, PRESENT)
    assert item is not None
    assert (item.on, item.at, item.alarm) == (date(2026, 7, 1), None, MORNING)


def test_only_what_is_about_the_chosen_concerns_them() -> None:
    assert concerns((), None)
    assert concerns((ContactId(1), ContactId(2)), frozenset({2}))
    assert not concerns((ContactId(1), None), frozenset({2}))

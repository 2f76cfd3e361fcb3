"""What stands on Today and under which heading the rest waits."""

from dataclasses import replace
from datetime import date, time

import pytest

from relate_desktop.domain.due_list import DueGroup, day_in, due_rows, due_today, group_of
from relate_desktop.domain.promise import OwedBy
from relate_desktop.domain.reminder import DueTime, done, snoozed
from tests.present import TODAY, a_present, a_promise, a_reminder, at


@pytest.mark.parametrize(
    ("day", "group"),
    [
        ("2026-11-21", DueGroup.ROOM),
        ("2026-11-22", DueGroup.TODAY),
        ("2026-11-24", DueGroup.TODAY),
        ("2026-11-25", DueGroup.THIS_WEEK),
        ("2026-11-29", DueGroup.THIS_WEEK),
        ("2026-11-30", DueGroup.LATER),
    ],
)
def test_headings_follow_the_day(day: str, group: DueGroup) -> None:
    assert group_of(at(f"{day} 14:00"), a_present()) is group


def test_what_has_no_day_waits_for_room() -> None:
    assert group_of(None, a_present()) is DueGroup.ROOM


def test_any_time_comes_before_the_hours_of_a_day() -> None:
    reminders = [
        a_reminder(hour="14:00", number=1, text="timed"),
        a_reminder(number=2, text="any time"),
        a_reminder("2026-11-23", "16:00", number=3, text="yesterday"),
        a_reminder("2026-11-27", number=4, text="friday"),
        a_reminder(None, number=5, text="some day"),
    ]
    rows = due_rows(reminders, [], a_present())
    assert [row.text for row in rows] == ["yesterday", "any time", "timed", "friday", "some day"]
    assert [row.timed for row in rows] == [True, False, True, False, False]


def test_promises_stand_in_the_same_rows() -> None:
    rows = due_rows([], [a_promise("2026-11-24"), a_promise(None, OwedBy.THEIRS, "the draft")], a_present())
    assert [(row.text, row.group) for row in rows] == [
        ("the contract", DueGroup.TODAY),
        ("the draft", DueGroup.ROOM),
    ]


def test_what_is_done_or_kept_is_gone() -> None:
    kept = replace(a_promise("2026-11-24"), kept_at=at("2026-11-24 08:00"))
    assert due_rows([done(a_reminder(), a_present())], [kept], a_present()) == ()


def test_today_is_seven_rows_and_a_number() -> None:
    reminders = [a_reminder(number=number, text=f"{number:02}") for number in range(1, 12)]
    found = due_today(reminders, [], a_present())
    assert [row.text for row in found.rows] == [f"{number:02}" for number in range(1, 8)]
    assert found.more == 4


def test_three_days_undone_steps_back_and_is_mentioned_once() -> None:
    reminders = [a_reminder("2026-11-21", number=1), a_reminder("2026-11-20", number=2)]
    found = due_today(reminders, [], a_present(), last_looked_on=date(2026, 11, 23))
    assert found.rows == ()
    assert [row.reminder.id for row in found.stepped_back if row.reminder] == [1]
    again = due_today(reminders, [], a_present(), last_looked_on=TODAY)
    assert again.stepped_back == ()
    assert len(due_today(reminders, [], a_present(), last_looked_on=date(2026, 11, 1)).stepped_back) == 2
    assert len(due_today(reminders, [], a_present()).stepped_back) == 1


def test_snoozed_stands_on_the_day_it_was_snoozed_to() -> None:
    reminder = snoozed(a_reminder("2026-11-10"), at("2026-11-24 18:00"))
    (row,) = due_today([reminder], [], a_present()).rows
    assert (row.tell_at, row.timed) == (at("2026-11-24 18:00"), True)


def test_a_repeating_one_missed_many_times_stands_once() -> None:
    reminder = a_reminder("2026-10-01", None, "FREQ=DAILY")
    (row,) = due_today([reminder], [], a_present()).rows
    assert row.due is not None
    assert row.due.on == TODAY


def test_after_three_weeks_away_today_is_short() -> None:
    reminders = [
        a_reminder(date.fromordinal(TODAY.toordinal() - number % 21).isoformat(), number=number + 1)
        for number in range(60)
    ]
    found = due_today(reminders, [], a_present(), last_looked_on=date(2026, 11, 3))
    assert len(found.rows) == 7
    assert len(found.rows) + found.more + len(found.stepped_back) == 60


def test_a_promise_may_have_an_hour() -> None:
    promise = replace(a_promise("2026-11-24"), due=DueTime(TODAY, time(15)))
    (row,) = due_today([], [promise], a_present()).rows
    assert row.tell_at == at("2026-11-24 15:00")
    assert row.timed


@pytest.mark.parametrize(
    ("today", "group", "day"),
    [
        ("2026-11-24 09:00", DueGroup.TODAY, date(2026, 11, 24)),
        ("2026-11-24 09:00", DueGroup.THIS_WEEK, date(2026, 11, 25)),
        ("2026-11-24 09:00", DueGroup.LATER, date(2026, 11, 30)),
        ("2026-11-29 09:00", DueGroup.THIS_WEEK, date(2026, 11, 30)),
        ("2026-11-24 09:00", DueGroup.ROOM, None),
    ],
)
def test_what_is_moved_into_a_group_gets_a_day_of_it(today: str, group: DueGroup, day: date | None) -> None:
    assert day_in(group, a_present(today)) == day

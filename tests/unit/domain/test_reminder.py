"""When reminders are due, what done and snoozed make of them, and that each instance has one key."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.present import Present
from relate_desktop.domain.recurrence import LeapDay
from relate_desktop.domain.reminder import (
    Due,
    DueTime,
    Reminder,
    done,
    due_of,
    first_due,
    moved_to,
    snoozed,
    when_there_is_room,
)
from tests.present import BERLIN, a_present, a_reminder, a_rule, at

RULES = [
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;COUNT=4",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=YEARLY",
    "FREQ=WEEKLY;INTERVAL=2;X-RELATE-AFTER-DONE=TRUE",
]


def due(reminder: Reminder, present: Present) -> Due:
    found = due_of(reminder, present)
    assert found is not None
    return found


def test_any_time_means_from_the_start_of_the_day() -> None:
    found = due(a_reminder(), a_present())
    assert (found.due_at, found.tell_at, found.key) == (
        at("2026-11-24 08:30"),
        at("2026-11-24 08:30"),
        "7/2026-11-24",
    )


def test_an_hour_is_kept_in_its_zone() -> None:
    reminder = a_reminder(hour="14:00", zone="America/New_York")
    assert due(reminder, a_present()).due_at == at("2026-11-24 20:00")
    assert due(reminder, a_present(zone="Asia/Tokyo")).due_at == at("2026-11-24 20:00")


def test_an_hour_without_a_zone_floats_with_the_laptop() -> None:
    reminder = a_reminder(hour="14:00")
    assert due(reminder, a_present(zone="Asia/Tokyo")).due_at == at("2026-11-24 14:00", "Asia/Tokyo")


def test_an_hour_in_the_gap_is_the_first_minute_behind_it() -> None:
    assert due(a_reminder("2026-03-29", "02:30"), a_present()).due_at == at("2026-03-29 03:00")


def test_one_tells_ahead_by_days_of_the_calendar() -> None:
    over_the_change = a_reminder("2026-03-31", "09:00", ahead=timedelta(days=3))
    assert due(over_the_change, a_present()).tell_at == at("2026-03-28 09:00")
    hours = a_reminder(hour="09:00", ahead=timedelta(hours=2))
    assert due(hours, a_present()).tell_at == at("2026-11-24 07:00")
    untimed = a_reminder(ahead=timedelta(days=1, hours=5))
    assert due(untimed, a_present()).tell_at == at("2026-11-23 08:30")


def test_without_a_day_nothing_is_due() -> None:
    assert due_of(a_reminder(None), a_present()) is None
    assert due_of(done(a_reminder(), a_present()), a_present()) is None


def test_one_that_is_done_is_over() -> None:
    reminder = done(a_reminder(), a_present())
    assert not reminder.open
    assert reminder.done_at == a_present().now


def test_of_several_missed_the_latest_stands_for_all() -> None:
    reminder = a_reminder("2026-11-02", "09:00", "FREQ=DAILY")
    found = due(reminder, a_present("2026-11-24 10:00"))
    assert found.key == "7/2026-11-24T0900"
    before_the_hour = due(reminder, a_present("2026-11-24 08:00"))
    assert before_the_hour.on == date(2026, 11, 23)


def test_done_moves_to_the_first_instance_still_to_come() -> None:
    reminder = a_reminder("2026-11-02", "09:00", "FREQ=DAILY")
    after = done(reminder, a_present("2026-11-24 08:00"))
    assert due(after, a_present("2026-11-24 08:00")).due_at == at("2026-11-24 09:00")


def test_done_early_skips_the_instance_to_come() -> None:
    reminder = a_reminder("2026-11-27", None, "FREQ=WEEKLY")
    assert done(reminder, a_present()).due == DueTime(date(2026, 12, 4))


def test_the_31st_does_not_drift() -> None:
    reminder, present = a_reminder("2026-01-31", None, "FREQ=MONTHLY"), a_present("2026-01-31 12:00")
    days = []
    for _ in range(4):
        found = due(reminder, present)
        days.append(found.on.isoformat())
        present = Present(found.due_at + timedelta(hours=1), BERLIN)
        reminder = done(reminder, present)
    assert days == ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]


@pytest.mark.parametrize(
    ("leap_day", "days"),
    [
        (LeapDay.FEBRUARY, ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]),
        (LeapDay.MARCH, ["2024-02-29", "2025-03-01", "2026-03-01", "2027-03-01", "2028-02-29"]),
    ],
)
def test_29_february_is_as_the_user_has_it(leap_day: LeapDay, days: list[str]) -> None:
    reminder = a_reminder("2024-02-29", "10:00", "FREQ=YEARLY")
    found = []
    present = a_present("2024-02-29 11:00", leap_day=leap_day)
    for _ in days:
        instance = due(reminder, present)
        found.append(instance.on.isoformat())
        present = replace(present, now=instance.due_at)
        reminder = done(reminder, present)
    assert found == days


def test_what_counts_from_its_doing_waits_for_it() -> None:
    reminder = a_reminder("2026-11-02", None, "FREQ=WEEKLY;INTERVAL=2;X-RELATE-AFTER-DONE=TRUE")
    assert due(reminder, a_present()).on == date(2026, 11, 2)
    assert done(reminder, a_present()).due == DueTime(date(2026, 12, 8))


def test_the_last_of_a_count_is_the_end() -> None:
    reminder = a_reminder("2026-11-23", None, "FREQ=DAILY;COUNT=2")
    reminder = done(reminder, a_present("2026-11-23 10:00"))
    assert reminder.open
    assert not done(reminder, a_present("2026-11-24 10:00")).open


def test_snoozed_is_told_anew_under_a_key_of_its_own() -> None:
    reminder = snoozed(a_reminder(), at("2026-11-24 18:00"))
    found = due(reminder, a_present())
    assert found.tell_at == at("2026-11-24 18:00")
    assert found.key == "7/2026-11-24~20261124T170000"
    assert done(reminder, a_present()).snoozed_until is None


def test_when_there_is_room_takes_the_day_away() -> None:
    assert when_there_is_room(a_reminder(), a_present()).due is None
    snoozed_one = snoozed(a_reminder(), at("2026-11-24 18:00"))
    assert when_there_is_room(snoozed_one, a_present()).snoozed_until is None


def test_when_there_is_room_what_repeats_waits_for_its_next_day() -> None:
    found = when_there_is_room(a_reminder("2026-11-20", repeats="FREQ=DAILY"), a_present())
    assert (found.due, found.open) == (DueTime(date(2026, 11, 25)), True)
    last = a_reminder(repeats="FREQ=DAILY;COUNT=1")
    assert when_there_is_room(last, a_present()).due is None


def test_a_snooze_is_of_one_instance_and_over_when_the_next_has_come() -> None:
    daily = snoozed(a_reminder("2026-11-20", "09:00", "FREQ=DAILY"), at("2026-11-24 15:00"))
    assert due(daily, a_present("2026-11-24 10:00")).tell_at == at("2026-11-24 15:00")
    assert due(daily, a_present("2026-11-25 08:00")).tell_at == at("2026-11-24 15:00")
    following = due(daily, a_present("2026-11-25 09:00"))
    assert (following.tell_at, following.key) == (at("2026-11-25 09:00"), "7/2026-11-25T0900")


def test_a_reminder_may_be_put_forward() -> None:
    early = snoozed(a_reminder("2026-12-24", "09:00"), at("2026-11-24 15:00"))
    assert due(early, a_present()).tell_at == at("2026-11-24 15:00")


def test_moved_a_series_begins_anew() -> None:
    moved = moved_to(a_reminder("2026-11-02", None, "FREQ=WEEKLY"), DueTime(date(2026, 11, 25)))
    assert done(moved, a_present("2026-11-25 10:00")).due == DueTime(date(2026, 12, 2))
    assert moved_to(a_reminder(), None).due is None


def test_a_series_begins_on_the_first_day_that_fits() -> None:
    start = DueTime(date(2026, 11, 24))
    assert first_due(start, a_rule("FREQ=MONTHLY;BYDAY=-1FR")) == DueTime(date(2026, 11, 27))
    assert first_due(start, None) == start
    assert first_due(start, a_rule("FREQ=DAILY;UNTIL=20261101")) is None


moments = st.integers(0, 900 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
reminders = st.builds(
    a_reminder,
    st.dates(date(2026, 1, 1), date(2027, 6, 1)).map(date.isoformat),
    st.sampled_from([None, "00:00", "02:30", "09:00", "23:59"]),
    st.sampled_from([None, *RULES]),
    zone=st.sampled_from(["", "Asia/Tokyo", "America/New_York"]),
    ahead=st.sampled_from([timedelta(), timedelta(minutes=30), timedelta(days=2)]),
)
HERE = st.sampled_from(["Europe/Berlin", "Pacific/Apia", "America/St_Johns"])


@given(reminders, moments, moments, HERE)
def test_an_instance_is_never_passed_over(
    reminder: Reminder, one: datetime, other: datetime, zone: str
) -> None:
    earlier, later = sorted([one, other])
    here = a_present(zone=zone).here
    first, then = due(reminder, Present(earlier, here)), due(reminder, Present(later, here))
    assert first.on <= then.on
    if then.on != first.on:
        assert then.tell_at <= later, "a later instance stands only once it has come"


@given(reminders, moments, HERE)
def test_once_done_nothing_that_has_come_comes_again(reminder: Reminder, now: datetime, zone: str) -> None:
    present = Present(now, a_present(zone=zone).here)
    was = due(reminder, present)
    after = done(reminder, present)
    if not after.open:
        return
    found = due(after, present)
    assert found.key != was.key
    assert found.tell_at > now or (reminder.repeats is not None and reminder.repeats.after_done)


@given(reminders, st.lists(moments, min_size=2, max_size=6), HERE)
def test_whichever_way_the_clock_jumps_an_instance_has_one_key(
    reminder: Reminder, jumps: list[datetime], zone: str
) -> None:
    here = a_present(zone=zone).here
    keys = {(found := due(reminder, Present(now, here))).on: found.key for now in jumps}
    assert len(set(keys.values())) == len(keys)
    for now in jumps:
        found = due(reminder, Present(now, here))
        assert keys[found.on] == found.key

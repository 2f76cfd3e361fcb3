"""Pop-ups: due or before, each once, one for all after absence, never early, never in the night."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.ids import PromiseId
from relate_desktop.domain.meetings import Meeting, of_calendar
from relate_desktop.domain.moment import days_in
from relate_desktop.domain.pop_ups import (
    PopUp,
    PopUpKind,
    Telling,
    catch_up,
    kind_of,
    meeting_key,
    next_pop_up_at,
    pop_ups,
    telling_of_day,
    telling_of_due,
    telling_of_meeting,
    telling_of_promise,
)
from relate_desktop.domain.present import Present
from relate_desktop.domain.recurrence import LeapDay
from relate_desktop.domain.reminder import Due, Reminder, due_of, snoozed
from tests.meetings import an_event, an_occurrence
from tests.present import BERLIN, TODAY, a_moment, a_present, a_promise, a_reminder, at
from tests.summaries import a_summary


def dues(reminders: Iterable[Reminder], present: Present) -> list[Due]:
    return [due for reminder in reminders if (due := due_of(reminder, present)) is not None]


def tellings(reminders: Iterable[Reminder], present: Present) -> list[Telling]:
    return [telling_of_due(due) for due in dues(reminders, present)]


def ask(
    wall: str, *reminders: Reminder, told: frozenset[str] = frozenset(), looked: str = "2026-11-24 08:59"
) -> list[tuple[PopUpKind, list[str]]]:
    present = a_present(wall)
    last = at(wall) - timedelta(seconds=15) if looked == "just now" else at(looked)
    found = pop_ups(tellings(reminders, present), told, last, present)
    return [(pop_up.kind, [one.key for one in pop_up.tellings]) for pop_up in found]


def test_it_comes_at_its_minute_and_not_before() -> None:
    reminder = a_reminder(hour="14:00")
    assert ask("2026-11-24 13:59", reminder, looked="just now") == []
    assert ask("2026-11-24 14:00", reminder, looked="just now") == [(PopUpKind.SINGLE, ["7/2026-11-24T1400"])]


def test_it_comes_once() -> None:
    told = frozenset({"7/2026-11-24T1400"})
    assert ask("2026-11-24 14:00", a_reminder(hour="14:00"), told=told, looked="just now") == []


def test_the_morning_is_one_summary() -> None:
    reminders = [a_reminder(number=number) for number in (1, 2)]
    assert ask("2026-11-24 08:30", *reminders, looked="just now") == [
        (PopUpKind.SUMMARY, ["1/2026-11-24", "2/2026-11-24"])
    ]
    assert [kind for kind, _ in ask("2026-11-24 08:30", reminders[0], looked="just now")] == [
        PopUpKind.SINGLE
    ]


def test_hours_and_the_morning_stay_apart() -> None:
    reminders = [a_reminder(number=1), a_reminder(number=2), a_reminder(hour="08:30", number=3)]
    kinds = [kind for kind, _ in ask("2026-11-24 08:30", *reminders, looked="just now")]
    assert kinds == [PopUpKind.SINGLE, PopUpKind.SUMMARY]


def test_many_at_one_minute_are_one() -> None:
    reminders = [a_reminder(hour="14:00", number=number) for number in range(1, 41)]
    (found,) = ask("2026-11-24 14:00", *reminders, looked="just now")
    assert found[0] is PopUpKind.SUMMARY
    assert len(found[1]) == 40


def test_after_absence_one_pop_up_opens_one_sheet() -> None:
    reminders = [a_reminder(f"2026-11-{day:02}", "10:00", number=day) for day in range(3, 24)]
    (found,) = ask("2026-11-24 09:30", *reminders, looked="2026-11-03 09:00")
    assert found[0] is PopUpKind.CATCH_UP
    assert len(found[1]) == 21


def test_one_missed_has_its_own() -> None:
    assert ask("2026-11-24 15:00", a_reminder(hour="14:00"), looked="2026-11-24 10:00") == [
        (PopUpKind.SINGLE, ["7/2026-11-24T1400"])
    ]


def test_the_first_start_of_all_counts_as_absence() -> None:
    present = a_present()
    missed = [a_reminder("2026-11-23", number=1), a_reminder(number=2)]
    found = pop_ups(tellings(missed, present), (), None, present)
    assert [pop_up.kind for pop_up in found] == [PopUpKind.CATCH_UP]


def test_what_is_for_today_was_not_missed_by_who_comes_in_the_morning() -> None:
    reminders = [a_reminder(number=number) for number in (1, 2)]
    (found,) = ask("2026-11-24 09:10", *reminders, looked="2026-11-23 18:00")
    assert found[0] is PopUpKind.SUMMARY


def test_without_a_summary_each_comes_by_itself() -> None:
    present = a_present()
    reminders = [a_reminder(number=number) for number in (1, 2)]
    found = pop_ups(tellings(reminders, present), (), present.now, present, summary=False)
    assert [pop_up.kind for pop_up in found] == [PopUpKind.SINGLE, PopUpKind.SINGLE]


def test_the_night_is_kept_for_the_morning() -> None:
    reminder = a_reminder(hour="23:00")
    assert ask("2026-11-24 23:00", reminder, looked="just now") == []
    assert ask("2026-11-25 07:30", reminder, looked="just now") == []
    assert len(ask("2026-11-25 08:30", reminder, looked="just now")) == 1


def test_a_clock_set_back_tells_nothing_twice() -> None:
    told = frozenset({"7/2026-11-24T0900"})
    reminder = a_reminder("2026-11-20", "09:00", "FREQ=DAILY")
    assert ask("2026-11-24 09:30", reminder, told=told, looked="2026-11-25 10:00") == []


def test_the_next_look_is_known_and_not_in_the_night() -> None:
    present = a_present()
    found = tellings([a_reminder(hour="23:00", number=1), a_reminder("2026-11-26", number=2)], present)
    assert next_pop_up_at(found, (), present) == at("2026-11-25 08:30")
    assert next_pop_up_at(found, {"1/2026-11-24T2300"}, present) == at("2026-11-26 08:30")
    assert next_pop_up_at([], (), present) is None


def test_the_sheet_has_the_latest_first_and_the_old_apart() -> None:
    present = a_present()
    reminders = [a_reminder(f"2026-11-{day}", number=day) for day in (10, 20, 22, 24, 26)]
    sheet = catch_up(dues(reminders, present), present)
    assert [due.key for due in sheet.lately] == ["24/2026-11-24", "22/2026-11-22"]
    assert [due.key for due in sheet.older] == ["20/2026-11-20", "10/2026-11-10"]


def test_snoozed_comes_back_alone() -> None:
    reminder = snoozed(a_reminder(), at("2026-11-24 10:00"))
    told = frozenset({"7/2026-11-24"})
    assert len(ask("2026-11-24 10:00", reminder, told=told, looked="just now")) == 1


def test_a_birthday_has_its_own_pop_up_on_its_day_alone() -> None:
    (day,) = days_in(a_moment("1991-11-24"), TODAY, TODAY, LeapDay.FEBRUARY)
    told = telling_of_day(day, a_present())
    assert told is not None
    assert told.tell_at == at("2026-11-24 08:30")
    assert [found.kind for found in pop_ups([told], (), at("2026-11-24 08:59"), a_present())] == [
        PopUpKind.SINGLE
    ]
    assert telling_of_day(day, a_present("2026-11-25 09:00")) is None


def test_birthdays_stay_out_of_the_summary_of_the_morning() -> None:
    present = a_present("2026-11-24 08:30")
    (day,) = days_in(a_moment("1991-11-24"), TODAY, TODAY, LeapDay.FEBRUARY)
    birthday = telling_of_day(day, present)
    assert birthday is not None
    found = pop_ups(
        [birthday, *tellings([a_reminder(number=1), a_reminder(number=2)], present)], (), present.now, present
    )
    assert [(one.kind, len(one.tellings)) for one in found] == [
        (PopUpKind.SINGLE, 1),
        (PopUpKind.SUMMARY, 2),
    ]


def test_a_promise_is_told_of_when_it_is_due_unless_it_is_kept() -> None:
    promise = replace(a_promise("2026-11-24"), id=PromiseId(3))
    told = telling_of_promise(promise, a_present())
    assert told is not None
    assert (told.key, told.alone) == ("promise/3/2026-11-24", False)
    assert telling_of_promise(replace(promise, kept_at=at("2026-11-23 12:00")), a_present()) is None
    assert telling_of_promise(a_promise(), a_present()) is None


def test_the_key_of_a_pop_up_says_its_kind() -> None:
    present = a_present()
    (summary,) = pop_ups(
        tellings([a_reminder(number=1), a_reminder(number=2)], present), (), present.now, present
    )
    assert kind_of(summary.key) is PopUpKind.SUMMARY
    assert kind_of("catch-up") is PopUpKind.CATCH_UP
    assert kind_of("7/2026-11-24") is PopUpKind.SINGLE


START = at("2026-11-20 00:00")
steps = st.lists(
    st.sampled_from([timedelta(seconds=15), timedelta(minutes=20), timedelta(hours=9), timedelta(days=-1)])
    | st.integers(1, 4000).map(lambda minutes: timedelta(minutes=minutes)),
    min_size=5,
    max_size=60,
)
plans = st.lists(
    st.tuples(
        st.integers(20, 30),
        st.sampled_from([None, "08:30", "02:30", "14:00", "23:30"]),
        st.sampled_from([None, "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH"]),
    ),
    max_size=8,
)


@given(plans, steps)
def test_over_sleep_and_clock_jumps_each_instance_is_told_once_and_never_early(
    plan: list[tuple[int, str | None, str | None]], passing: list[timedelta]
) -> None:
    reminders = [
        a_reminder(f"2026-11-{day}", hour, repeats, number=number)
        for number, (day, hour, repeats) in enumerate(plan, start=1)
    ]
    told: set[str] = set()
    now, looked = START, START
    for step in passing:
        now += step
        told_now = _look(reminders, told, looked, now)
        assert not told & told_now
        told |= told_now
        looked = now
    late = max(now, START) + timedelta(days=2)
    morning = late.astimezone(BERLIN).replace(hour=12)
    told |= _look(reminders, told, looked, morning)
    for due in dues(reminders, Present(morning, BERLIN)):
        assert due.key in told or due.tell_at > morning, "nothing that has come is lost"


def _look(reminders: list[Reminder], told: set[str], looked: datetime, now: datetime) -> set[str]:
    present = Present(now, BERLIN)
    found: tuple[PopUp, ...] = pop_ups(tellings(reminders, present), told, looked, present)
    keys = [one.key for pop_up in found for one in pop_up.tellings]
    assert len(keys) == len(set(keys))
    assert all(one.tell_at <= now for pop_up in found for one in pop_up.tellings)
    assert not (found and present.quiet)
    return set(keys)


def a_meeting(wall: str = "2026-11-24 10:30", uid: str = "1@x") -> Meeting:
    found = of_calendar(an_occurrence(an_event("Crane", uid=uid), wall), (a_summary(1, "Misaki-san"),))
    assert found is not None
    return found


def told_of(wall: str, *meetings: Meeting, told: frozenset[str] = frozenset()) -> list[PopUpKind]:
    present = a_present(wall)
    found = [one for meeting in meetings if (one := telling_of_meeting(meeting, present)) is not None]
    return [pop_up.kind for pop_up in pop_ups(found, told, at(wall) - timedelta(seconds=15), present)]


def test_a_meeting_is_told_of_a_quarter_of_an_hour_ahead_and_not_once_it_is_over() -> None:
    assert told_of("2026-11-24 10:14", a_meeting()) == []
    assert told_of("2026-11-24 10:15", a_meeting()) == [PopUpKind.SINGLE]
    assert told_of("2026-11-24 11:14", a_meeting()) == [PopUpKind.SINGLE]
    assert telling_of_meeting(a_meeting(), a_present("2026-11-24 11:15")) is None


def test_a_meeting_is_told_of_once_and_again_when_it_is_moved() -> None:
    present = a_present("2026-11-24 10:20")
    first = telling_of_meeting(a_meeting(), present)
    assert first is not None
    told = frozenset({first.key})
    assert told_of("2026-11-24 10:20", a_meeting(), told=told) == []
    assert told_of("2026-11-24 10:50", a_meeting("2026-11-24 11:00"), told=told) == [PopUpKind.SINGLE]
    assert "1@x" not in first.key


def test_one_that_was_put_off_comes_again_under_another_key() -> None:
    present = a_present("2026-11-24 10:16")
    first = telling_of_meeting(a_meeting(), present)
    again = telling_of_meeting(a_meeting(), present, at("2026-11-24 10:21"))
    assert first is not None
    assert again is not None
    assert again.tell_at == at("2026-11-24 10:21")
    assert again.key != first.key
    assert meeting_key(again.key) == meeting_key(first.key) == first.key
    assert meeting_key("7/2026-11-24T1400") == ""
    late = telling_of_meeting(a_meeting(), present, at("2026-11-24 12:00"))
    assert late is not None
    assert (late.key, late.tell_at) == (first.key, first.tell_at)


def test_a_meeting_stands_alone_among_all_that_came_meanwhile() -> None:
    present = a_present("2026-11-24 10:20")
    meeting = telling_of_meeting(a_meeting(), present)
    assert meeting is not None
    missed = tellings([a_reminder(hour="09:00", number=number) for number in (1, 2)], present)
    found = pop_ups([meeting, *missed], frozenset(), at("2026-11-24 08:00"), present)
    assert [pop_up.kind for pop_up in found] == [PopUpKind.SINGLE, PopUpKind.CATCH_UP]
    assert found[0].tellings == (meeting,)


def test_a_meeting_in_the_quiet_hours_disturbs_nobody() -> None:
    assert told_of("2026-11-24 06:30", a_meeting("2026-11-24 06:40")) == []
    assert told_of("2026-11-24 08:30", a_meeting("2026-11-24 06:40")) == []

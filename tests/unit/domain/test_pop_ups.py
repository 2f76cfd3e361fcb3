"""Pop-ups: due or before, each once, one for all after absence, never early, never in the night."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.pop_ups import PopUp, PopUpKind, catch_up, next_pop_up_at, pop_ups
from relate_desktop.domain.present import Present
from relate_desktop.domain.reminder import Due, Reminder, due_of, snoozed
from tests.present import BERLIN, a_present, a_reminder, at


def dues(reminders: Iterable[Reminder], present: Present) -> list[Due]:
    return [due for reminder in reminders if (due := due_of(reminder, present)) is not None]


def ask(
    wall: str, *reminders: Reminder, told: frozenset[str] = frozenset(), looked: str = "2026-11-24 08:59"
) -> list[tuple[PopUpKind, list[str]]]:
    present = a_present(wall)
    last = at(wall) - timedelta(seconds=15) if looked == "just now" else at(looked)
    found = pop_ups(dues(reminders, present), told, last, present)
    return [(pop_up.kind, [due.key for due in pop_up.dues]) for pop_up in found]


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
    found = pop_ups(dues([a_reminder(number=1), a_reminder(number=2)], present), (), None, present)
    assert [pop_up.kind for pop_up in found] == [PopUpKind.CATCH_UP]


def test_the_night_is_kept_for_the_morning() -> None:
    reminder = a_reminder(hour="23:00")
    assert ask("2026-11-24 23:00", reminder, looked="just now") == []
    assert len(ask("2026-11-25 08:30", reminder, looked="just now")) == 1


def test_a_clock_set_back_tells_nothing_twice() -> None:
    told = frozenset({"7/2026-11-24T0900"})
    reminder = a_reminder("2026-11-20", "09:00", "FREQ=DAILY")
    assert ask("2026-11-24 09:30", reminder, told=told, looked="2026-11-25 10:00") == []


def test_the_next_look_is_known_and_not_in_the_night() -> None:
    present = a_present()
    found = dues([a_reminder(hour="23:00", number=1), a_reminder("2026-11-26", number=2)], present)
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
    found: tuple[PopUp, ...] = pop_ups(dues(reminders, present), told, looked, present)
    keys = [due.key for pop_up in found for due in pop_up.dues]
    assert len(keys) == len(set(keys))
    assert all(due.tell_at <= now for pop_up in found for due in pop_up.dues)
    assert not (found and present.quiet)
    return set(keys)

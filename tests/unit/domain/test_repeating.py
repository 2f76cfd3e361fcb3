from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.recurrence import ByDay, Frequency, Recurrence
from relate_desktop.domain.repeating import OwnRule, Repeats, choice_of, made, own_rule, repeated, usual
from tests.present import TODAY, a_present, a_reminder, a_rule

WEEK = frozenset(range(5))


@pytest.mark.parametrize(
    ("rule", "choice"),
    [
        (None, Repeats.ONCE),
        ("FREQ=DAILY", Repeats.DAILY),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", Repeats.WORKING_DAYS),
        ("FREQ=WEEKLY", Repeats.WEEKLY),
        ("FREQ=MONTHLY", Repeats.MONTHLY),
        ("FREQ=YEARLY", Repeats.YEARLY),
        ("FREQ=WEEKLY;INTERVAL=2", Repeats.OWN),
        ("FREQ=WEEKLY;BYDAY=FR,MO", Repeats.OWN),
        ("FREQ=MONTHLY;BYDAY=-1FR", Repeats.OWN),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", Repeats.OWN),
        ("FREQ=DAILY;UNTIL=20270101", Repeats.OWN),
        ("FREQ=DAILY;COUNT=5", Repeats.KEPT),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1", Repeats.KEPT),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", Repeats.KEPT),
    ],
)
def test_every_rule_is_one_of_the_choices(rule: str | None, choice: Repeats) -> None:
    assert choice_of(None if rule is None else a_rule(rule), WEEK) is choice


def test_what_counts_from_done_is_a_choice_of_its_own() -> None:
    rule = Recurrence(Frequency.WEEKLY, 2, after_done=True)
    assert choice_of(rule, WEEK) is Repeats.AFTER_DONE
    assert made(OwnRule(Frequency.WEEKLY, 2, frozenset({1}), after_done=True)) == rule


def test_the_usual_choices_are_rules_the_others_are_none() -> None:
    plain = {repeats: usual(repeats, WEEK) for repeats in Repeats}
    assert {repeats for repeats, rule in plain.items() if rule is None} == {
        Repeats.ONCE,
        Repeats.AFTER_DONE,
        Repeats.OWN,
        Repeats.KEPT,
    }
    assert plain[Repeats.WORKING_DAYS] == a_rule("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")


_PARTS = st.builds(
    OwnRule,
    st.sampled_from(Frequency),
    st.integers(1, 999),
    st.frozensets(st.integers(0, 6)),
    st.none() | st.builds(ByDay, st.integers(0, 6), st.sampled_from([1, 2, 3, 4, -1])),
    st.none() | st.integers(1, 31),
    st.none() | st.dates(),
    st.booleans(),
)


@given(_PARTS)
def test_what_a_form_makes_the_form_can_show(parts: OwnRule) -> None:
    rule = made(parts)
    shown = own_rule(rule)
    assert shown is not None
    assert made(shown) == rule


def test_a_reminder_begins_to_repeat_on_the_first_day_that_fits() -> None:
    fridays = a_rule("FREQ=WEEKLY;BYDAY=FR")
    begun = repeated(a_reminder("2026-11-24", "14:00"), fridays, a_present())
    assert begun is not None
    assert begun.due is not None
    assert begun.due.on == begun.began_on == date(2026, 11, 27)
    assert begun.due.at is not None
    assert begun.repeats == fridays


def test_a_reminder_without_a_day_begins_today() -> None:
    begun = repeated(a_reminder(None), a_rule("FREQ=DAILY"), a_present())
    assert begun is not None
    assert begun.began_on == TODAY


def test_a_rule_with_no_day_at_all_is_refused() -> None:
    ended = replace(a_rule("FREQ=DAILY"), until=date(2020, 1, 1))
    assert repeated(a_reminder(), ended, a_present()) is None


def test_once_is_on_the_day_it_is_due() -> None:
    once = repeated(a_reminder(repeats="FREQ=DAILY"), None, a_present())
    assert once == a_reminder()

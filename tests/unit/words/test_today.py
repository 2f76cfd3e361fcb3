"""Today in sentences."""

from datetime import date, time

import pytest

from relate_desktop.domain.due_list import due_rows
from relate_desktop.domain.due_reason import DueOrigin, DueReason
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.moment import MomentDay
from relate_desktop.domain.promise import OwedBy
from relate_desktop.domain.text import isolate
from relate_desktop.words.today import (
    day_summary,
    done_today,
    due_when,
    due_when_in_full,
    first_day_summary,
    greeting,
    how_it_went,
    late_wish,
    leave_them_be,
    length_words,
    longer_rhythm,
    moment_name,
    moment_when,
    more_in_reminders,
    on_day,
    pacing_rule,
    resting,
    stepped_back,
    why_due,
)
from tests.present import TODAY, a_moment, a_present, a_promise, a_reminder, at

LAYLA = isolate("Layla")


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (time(3, 59), "Good evening"),
        (time(4), "Good morning"),
        (time(11, 59), "Good morning"),
        (time(12), "Good afternoon"),
        (time(18), "Good evening"),
    ],
)
def test_the_greeting_follows_the_part_of_day(hour: time, said: str) -> None:
    assert greeting(hour, "") == said
    assert greeting(hour, "Robin") == f"{said}, {isolate('Robin')}"


def test_a_name_of_blanks_is_none() -> None:
    assert greeting(time(9), "  ") == "Good morning"


def test_the_day_is_told_in_one_sentence() -> None:
    assert day_summary(TODAY, 3, 2, 0) == "Tuesday 24 November. Three things to do and two people to meet."
    assert day_summary(TODAY, 1, 0, 0) == "Tuesday 24 November. One thing to do."
    assert (
        day_summary(TODAY, 0, 1, 1) == "Tuesday 24 November. One person to meet and one person to think of."
    )
    assert day_summary(TODAY, 0, 0, 0) == "Tuesday 24 November."
    assert day_summary(TODAY, 13, 0, 0) == "Tuesday 24 November. 13 things to do."


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(None, ""), (0, ""), (45, "45 min"), (60, "1 hour"), (120, "2 hours"), (90, "1 h 30 min")],
)
def test_lengths_are_short(minutes: int | None, said: str) -> None:
    assert length_words(minutes) == said


def test_how_it_went_is_the_beginning_of_a_line() -> None:
    assert how_it_went("Olena") == "Met Olena today: "


def test_the_first_day_says_who_is_here() -> None:
    said = "190 people are here, safe on this laptop. This is all it takes to begin."
    assert first_day_summary(190) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY, "today"),
        (date(2026, 11, 23), "yesterday"),
        (date(2026, 11, 20), "on Friday"),
        (date(2026, 11, 9), "on 9 November"),
        (date(2025, 11, 9), "on 9 November 2025"),
    ],
)
def test_days_stand_inside_a_sentence(day: date, said: str) -> None:
    assert on_day(day, TODAY) == said


FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("origin", "kind", "said"),
    [
        (DueOrigin.WRITTEN, None, "You wrote this down on Friday"),
        (DueOrigin.NOTE, None, "From your note of 20 November"),
        (DueOrigin.CONVERSATION, InteractionKind.CALL, "From your call on Friday"),
        (DueOrigin.CONVERSATION, InteractionKind.MAIL, "From your mail on Friday"),
        (DueOrigin.CONVERSATION, None, "From your conversation on Friday"),
    ],
)
def test_a_reminder_says_where_it_came_from(
    origin: DueOrigin, kind: InteractionKind | None, said: str
) -> None:
    (row,) = due_rows([a_reminder()], [], a_present())
    assert why_due(row, DueReason(origin, FRIDAY, kind), "Layla", TODAY) == said


def test_a_promise_says_who_owes_whom() -> None:
    (mine,) = due_rows([], [a_promise("2026-11-24")], a_present())
    (theirs,) = due_rows([], [a_promise("2026-11-24", OwedBy.THEIRS)], a_present())
    made = DueReason(DueOrigin.I_PROMISED, FRIDAY)
    owed = DueReason(DueOrigin.THEY_PROMISED, FRIDAY)
    assert why_due(mine, made, "Layla", TODAY) == f"You promised {LAYLA} this on Friday"
    assert why_due(theirs, owed, "Layla", TODAY) == f"{LAYLA} promised you this on Friday"
    assert why_due(mine, made, "", TODAY) == "You promised this on Friday"
    assert why_due(theirs, owed, "", TODAY) == "This was promised to you on Friday"


def test_what_repeats_says_how() -> None:
    (row,) = due_rows([a_reminder(repeats="FREQ=WEEKLY;INTERVAL=2")], [], a_present())
    assert why_due(row, DueReason(DueOrigin.WRITTEN, FRIDAY), "", TODAY) == "Every two weeks"


@pytest.mark.parametrize(
    ("moment", "timed", "said", "full"),
    [
        (None, False, "any time", ""),
        ("2026-11-24 08:30", False, "any time", "Tuesday 24 November 2026"),
        ("2026-11-24 14:00", True, "after 14:00", "Tuesday 24 November 2026, 14:00"),
        ("2026-11-24 08:00", True, "since 08:00", "Tuesday 24 November 2026, 08:00"),
        ("2026-11-22 08:30", False, "since Sunday", "Sunday 22 November 2026"),
        ("2026-11-25 08:30", False, "tomorrow", "Wednesday 25 November 2026"),
    ],
)
def test_rows_say_when(moment: str | None, timed: bool, said: str, full: str) -> None:
    tell_at = None if moment is None else at(moment)
    assert due_when(tell_at, a_present(), timed=timed) == said
    assert due_when_in_full(tell_at, a_present(), timed=timed) == full


def test_what_is_elsewhere_is_said_once() -> None:
    assert more_in_reminders(4) == "4 more in Reminders"
    assert stepped_back(2) == "Two older ones moved quietly to “When there is room”."


def test_what_is_done_is_named_and_the_rest_counted() -> None:
    assert done_today(["thank Kavitha"]) == f"Done today: {isolate('thank Kavitha')}"
    assert done_today(["a", "b", "c", "d", "e"]).endswith("and two more")


def a_day(kind: DateKind, years: int | None, label: str = "") -> MomentDay:
    moment = a_moment("--1126", kind=kind)
    return MomentDay(type(moment)(kind, moment.date, moment.contact, label), date(2026, 11, 26), years)


@pytest.mark.parametrize(
    ("kind", "years", "said"),
    [
        (DateKind.BIRTHDAY, 40, f"{LAYLA} turns 40"),
        (DateKind.BIRTHDAY, None, f"{LAYLA}’s birthday"),
        (DateKind.ANNIVERSARY, 1, f"{LAYLA}’s anniversary, 1 year"),
        (DateKind.ANNIVERSARY, None, f"{LAYLA}’s anniversary"),
        (DateKind.DEATH, 3, f"Remembering {LAYLA}, 3 years"),
        (DateKind.DEATH, None, f"Remembering {LAYLA}"),
        (DateKind.OTHER, 5, f"A day to remember for {LAYLA}, 5 years"),
        (DateKind.OTHER, None, f"A day to remember for {LAYLA}"),
    ],
)
def test_days_that_come_say_whose_they_are(kind: DateKind, years: int | None, said: str) -> None:
    assert moment_name(a_day(kind, years), "Layla") == said


def test_the_users_own_word_for_a_day_stands() -> None:
    assert moment_name(a_day(DateKind.OTHER, None, "exam"), "Layla") == f"{LAYLA}: {isolate('exam')}"


def test_when_a_day_comes_stands_by_itself() -> None:
    assert moment_when(date(2026, 11, 25), TODAY) == "Tomorrow"
    assert moment_when(date(2026, 11, 26), TODAY) == "Thursday"
    assert moment_when(date(2026, 12, 12), TODAY) == "12 December"
    assert moment_when(date(2027, 1, 2), TODAY) == "2 January 2027"


@pytest.mark.parametrize("kind", list(DateKind))
def test_a_late_wish_says_which_day_it_was(kind: DateKind) -> None:
    found = MomentDay(a_moment("--1120", kind=kind), FRIDAY, None)
    assert "on Friday" in late_wish(found, "Layla", TODAY)


def test_pacing_is_explained_in_words() -> None:
    assert "three people a day and ten a week" in pacing_rule(3, 10)
    assert resting("Layla", date(2026, 12, 8), TODAY) == f"{LAYLA} is resting until 8 December"
    assert leave_them_be("Layla") == f"Leave {LAYLA} be?"
    assert longer_rhythm("four months") == "Every four months instead"

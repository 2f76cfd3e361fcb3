"""How things stand with somebody, in words."""

from datetime import UTC, date, datetime

import pytest

from relate_desktop.domain.cadence import CadenceSource, Keeping, Rhythm
from relate_desktop.domain.gender import Gender
from relate_desktop.domain.interaction import Balance, Direction, InteractionKind
from relate_desktop.domain.promise import OwedBy
from relate_desktop.domain.rest import Rest
from relate_desktop.domain.wishes import Wishes
from relate_desktop.words.standing import (
    balance_words,
    day_in_words,
    every_words,
    first_words,
    last_value,
    late_hour,
    month_and_year,
    next_value,
    offer_words,
    promise_detail,
    rest_words,
    rhythm_value,
)
from tests.bare import bare
from tests.present import TODAY, a_promise, talk


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "every day"), (7, "every week"), (10, "every 10 days"), (21, "every 3 weeks"),
        (30, "every month"),
        (42, "every 6 weeks"), (91, "every 3 months"), (365, "every year"), (730, "every 2 years"),
    ],
)  # fmt: skip
def test_rhythms_are_rough_on_purpose(days: float, words: str) -> None:
    assert every_words(days) == words


def test_the_rhythm_says_where_it_comes_from() -> None:
    own = Keeping(21, 30, CadenceSource.PERSON)
    circle = Keeping(42, 60, CadenceSource.CIRCLE, circle="Clients")
    assert rhythm_value(own, None, Wishes(), TODAY) == "About every 3 weeks"
    assert bare(rhythm_value(circle, None, Wishes(), TODAY)) == "About every 6 weeks, as Clients"
    assert rhythm_value(None, Rhythm(35, 4, 6), Wishes(), TODAY) == "Usually every 5 weeks"
    assert rhythm_value(None, None, Wishes(), TODAY) == "No rhythm"


def test_what_they_wish_counts_more_than_a_rhythm() -> None:
    own = Keeping(21, 30, CadenceSource.PERSON)
    assert rhythm_value(own, None, Wishes(no_more_contact=True), TODAY) == "No more contact"
    paused = Wishes(paused_until=date(2026, 12, 24))
    assert rhythm_value(own, None, paused, TODAY) == "Paused until 24 Dec"
    over = Wishes(paused_until=TODAY)
    assert rhythm_value(own, None, over, TODAY) == "About every 3 weeks"


@pytest.mark.parametrize(
    ("direction", "kind", "gender", "value"),
    [
        (Direction.THEIRS, InteractionKind.MESSAGE, Gender.SHE, "12 November, she wrote"),
        (Direction.THEIRS, InteractionKind.CALL, Gender.HE, "12 November, he called"),
        (Direction.THEIRS, InteractionKind.MAIL, Gender.OTHER, "12 November, Misaki wrote"),
        (Direction.MINE, InteractionKind.CALL, Gender.SHE, "12 November, you called"),
        (Direction.BOTH, InteractionKind.MEETING, Gender.SHE, "12 November, you met"),
        (Direction.BOTH, InteractionKind.OTHER, Gender.SHE, "12 November, you were in touch"),
    ],
)
def test_the_last_time_says_who_reached_out(
    direction: Direction, kind: InteractionKind, gender: Gender, value: str
) -> None:
    assert bare(last_value(talk("2026-11-12", direction, kind), gender, "Misaki", TODAY)) == value


def test_nothing_written_is_said() -> None:
    assert last_value(None, Gender.SHE, "Misaki", TODAY) == "Nothing written yet"
    assert next_value("", "") == "Nothing planned"
    assert next_value("", "Friday") == "Planned for Friday"
    assert next_value("Call", "Friday") == "Call, Friday"


def test_days_have_their_year_when_it_differs() -> None:
    assert day_in_words(date(2025, 3, 3), TODAY) == "3 March 2025"
    assert day_in_words(TODAY, TODAY) == "today"
    assert month_and_year(TODAY) == "November 2026"


@pytest.mark.parametrize("gender", Gender)
def test_a_rest_says_why_and_until_when(gender: Gender) -> None:
    words = bare(rest_words(Rest(date(2026, 12, 8), 2, date(2026, 11, 20)), gender, "João", TODAY))
    assert words.startswith("João has two unanswered notes from you.")
    assert words.endswith("until 8 December.")


def test_the_balance_of_the_year_is_told_of_both() -> None:
    assert balance_words(Balance(2, 1), Gender.SHE, "Misaki") == (
        "Over the year you reached out 2 times, she did 1."
    )
    assert balance_words(Balance(2, 0), Gender.HE, "João").endswith("he did not.")
    assert bare(balance_words(Balance(0, 2), Gender.OTHER, "Kim")) == (
        "Over the year you did not reach out, Kim did 2."
    )
    assert balance_words(Balance(1, 0), Gender.SHE, "Misaki") == ""


def test_the_first_time_is_named_by_its_month() -> None:
    assert first_words(Balance(since=date(2023, 3, 3))) == "Written down since March 2023."
    assert first_words(Balance()) == ""


def test_promises_say_whose_turn_it_is() -> None:
    assert promise_detail(a_promise("2026-11-27"), "Anna", TODAY) == "You promised, by Friday"
    theirs = a_promise(owed_by=OwedBy.THEIRS)
    assert bare(promise_detail(theirs, "Anna", TODAY)) == "Anna promised you, today"


def test_a_learned_rhythm_is_a_question() -> None:
    assert bare(offer_words(Rhythm(35, 3, 6), "Chidi")) == (
        "You and Chidi are in touch about every 5 weeks. Shall Relate keep an eye on it?"
    )


def test_an_odd_hour_is_said_softly() -> None:
    at = datetime(2026, 11, 24, 3, 10, tzinfo=UTC)
    assert bare(late_hour(at, "Misaki-san")) == "It is 03:10 for Misaki-san."

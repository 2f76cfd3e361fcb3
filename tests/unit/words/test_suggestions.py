"""Reasons to write and reasons to wait, in words."""

from datetime import date

import pytest

from relate_desktop.domain.cadence import CadenceSource, Keeping
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Direction
from relate_desktop.domain.moment import Moment, MomentDay
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.payback import Payback, PaybackKind
from relate_desktop.domain.suggestions import LeftAlone, Quiet, Suggestion
from relate_desktop.domain.text import isolate
from relate_desktop.domain.wishes import Wish
from relate_desktop.words.suggestions import (
    gap_words,
    payback_heading,
    payback_sentence,
    quiet_reason,
    suggestion_reason,
    wish_name,
)
from tests.present import TODAY


@pytest.mark.parametrize(
    ("days", "words"),
    [(0.2, "one day"), (10, "ten days"), (63, "nine weeks"), (150, "five months"), (800, "two years")],
)
def test_gaps_are_rough(days: float, words: str) -> None:
    assert gap_words(days) == words


def a_suggestion(source: CadenceSource, direction: Direction | None) -> Suggestion:
    keeping = Keeping(28, 39.2, source, circle="Clients")
    last_on = None if direction is None else date(2026, 9, 22)
    return Suggestion(ContactId(1), keeping, 63, last_on, direction)


def test_the_reason_names_rhythm_gap_and_who_wrote_last() -> None:
    reason = suggestion_reason(a_suggestion(CadenceSource.LEARNED, Direction.THEIRS), "Aarav")
    assert (
        reason
        == f"You usually talk every four weeks. It has been nine weeks, and {isolate('Aarav')} wrote last."
    )
    reason = suggestion_reason(a_suggestion(CadenceSource.PERSON, Direction.MINE), "Kai")
    assert reason == "You asked for every four weeks. It has been nine weeks."
    reason = suggestion_reason(a_suggestion(CadenceSource.CIRCLE, None), "Kai")
    assert isolate("Clients") in reason
    assert "Nothing is written down yet." in reason


@pytest.mark.parametrize("quiet", Quiet)
def test_every_reason_to_wait_has_words(quiet: Quiet) -> None:
    assert quiet_reason(LeftAlone(ContactId(1), quiet, date(2026, 12, 8), 2), "João", TODAY)


def test_a_rest_says_how_long() -> None:
    rest = LeftAlone(ContactId(1), Quiet.REST, date(2026, 12, 8), 2)
    words = quiet_reason(rest, "João", TODAY)
    assert words == f"{isolate('João')} has two unanswered notes from you. Relate stays quiet until 8 Dec."


def test_every_kind_has_words() -> None:
    assert all(wish_name(wish) for wish in Wish)
    assert all(isolate("Anna") in payback_heading(kind, "Anna") for kind in PaybackKind)


def test_the_users_own_word_for_a_day_is_shown_as_it_is() -> None:
    moment = Moment(DateKind.OTHER, PartialDate(2026, 11, 30), ContactId(1), "moves house", yearly=False)
    found = Payback(PaybackKind.MOMENT, ContactId(1), moment=MomentDay(moment, date(2026, 11, 30), None))
    said = payback_sentence(found, "Misaki-san")
    assert said == f"Coming up for {isolate('Misaki-san')}: {isolate('moves house')}, 30 November"

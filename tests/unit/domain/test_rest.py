"""After two messages without an answer somebody is left alone."""

from datetime import date

import pytest

from relate_desktop.domain.interaction import Direction, InteractionKind, Talk
from relate_desktop.domain.rest import Rest, last_direction, rest_of, unanswered
from tests.present import TODAY, talk, wrote


def test_two_messages_without_an_answer_start_a_rest() -> None:
    talks = [wrote("2026-11-10"), wrote("2026-11-24")]
    assert rest_of(talks, None, TODAY) == Rest(date(2026, 12, 8), 2, TODAY)


def test_a_rest_is_as_long_as_the_usual_gap() -> None:
    talks = [wrote("2026-11-10"), wrote("2026-11-20")]
    rest = rest_of(talks, 30.4, TODAY)
    assert rest is not None
    assert rest.until == date(2026, 12, 20)


def test_a_rest_ends_on_its_day() -> None:
    talks = [wrote("2026-11-01"), wrote("2026-11-10")]
    assert rest_of(talks, None, date(2026, 11, 23)) is not None
    assert rest_of(talks, None, date(2026, 11, 24)) is None


def test_one_message_waits_without_a_rest() -> None:
    assert rest_of([wrote("2026-11-23")], None, TODAY) is None


@pytest.mark.parametrize(
    "answer",
    [
        talk("2026-11-12", Direction.THEIRS, InteractionKind.MESSAGE),
        talk("2026-11-12", Direction.BOTH, InteractionKind.OTHER),
        talk("2026-11-12", Direction.MINE, InteractionKind.CALL),
        talk("2026-11-12", Direction.MINE, InteractionKind.MEETING),
    ],
)
def test_any_answer_ends_the_waiting(answer: Talk) -> None:
    assert len(unanswered([wrote("2026-11-10"), wrote("2026-11-11"), answer, wrote("2026-11-13")])) == 1


def test_what_waits_for_no_answer_changes_nothing() -> None:
    other = talk("2026-11-12", Direction.MINE, InteractionKind.OTHER)
    assert len(unanswered([wrote("2026-11-10"), other, wrote("2026-11-13")])) == 2


def test_who_reached_out_last_is_known() -> None:
    assert last_direction([talk("2026-11-01"), wrote("2026-11-02")]) is Direction.MINE
    assert last_direction([]) is None

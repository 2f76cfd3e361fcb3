"""Promises of both sides."""

import pytest

from relate_desktop.domain.capture_promises import find_promise, only_says
from tests.capture_lines import a_line


@pytest.mark.parametrize(
    ("sentence", "code", "found"),
    [
        ("she sends the draft friday", "en", "theirs: sends the draft"),
        ("Anna owes me a book", "en", "theirs: a book"),
        ("Anna promised to come early", "en", "theirs: come early"),
        ("Anna is bringing cake", "en", "theirs: bringing cake"),
        ("I'll send Anna the map", "en", "mine: send Anna the map"),
        ("I owe Anna the map", "en", "mine: the map"),
        ("I promised I'd call Rose", "en", "mine: call Rose"),
        ("promised to send Anna the map", "en", "mine: send Anna the map"),
        ("Anna will be late", "en", None),
        ("Anna might send it", "en", None),
        ("Anna sent it", "en", None),
        ("sie schickt den Entwurf", "de", "theirs: schickt den Entwurf"),
        ("Anna hat mir den Entwurf versprochen", "de", "theirs: den Entwurf"),
        ("Uwe wollte die Muster schicken", "de", "theirs: die Muster schicken"),
        ("morgen schickt Anna den Plan", "de", "theirs: schickt den Plan"),
        ("ich schicke Anna den Plan", "de", "mine: schicke Anna den Plan"),
        ("hab Anna den Plan versprochen", "de", "mine: den Plan"),
        ("Anna hat die Rechnung bezahlt", "de", None),
        ("Anna will umziehen und vielleicht kommen", "de", None),
    ],
)
def test_promises(sentence: str, code: str, found: str | None) -> None:
    promise = find_promise(a_line(sentence, code), 0, talked=False)
    assert (None if promise is None else f"{promise.owed_by.value}: {promise.text}") == found


def test_without_a_name_it_needs_somebody_and_a_day() -> None:
    line = a_line("sends the draft friday")
    assert find_promise(line, 0, talked=False) is None
    assert find_promise(line, 0, talked=True) is not None
    assert find_promise(a_line("sends the draft"), 0, talked=True) is None


def test_what_was_promised_in_the_past_is_not_due_then() -> None:
    promise = find_promise(a_line("Anna promised yesterday to call"), 0, talked=False)
    assert promise is not None
    assert promise.due.due is None


def test_who_said_it_says_nothing_else() -> None:
    line = a_line("Will said he'll come, Anna said hello")
    assert [only_says(line, index) for index in range(3)] == [True, False, False]

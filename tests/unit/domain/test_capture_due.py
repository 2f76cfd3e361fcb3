"""Until when something is due, and whether a clause promises anything at all."""

from datetime import date, time

import pytest

from relate_desktop.domain.capture_due import (
    behind_times,
    continues,
    denied,
    drop_links,
    find_due,
    half_read,
    says_more,
    to_me_at,
)
from tests.capture_lines import a_line


@pytest.mark.parametrize(
    ("sentence", "on", "at", "sure"),
    [
        ("call Anna tomorrow", date(2026, 11, 25), None, True),
        ("at 9 call Anna tomorrow", date(2026, 11, 25), time(9), True),
        ("call Anna at 16:00", date(2026, 11, 24), time(16), True),
        ("call Anna", None, None, True),
        ("on Friday about Monday", date(2026, 11, 27), None, True),
        ("Friday call Anna Monday", date(2026, 11, 27), None, False),
        ("about Friday", None, None, False),
        ("in January", None, None, False),
        ("every blue moon", None, None, False),
    ],
)
def test_due(sentence: str, on: date | None, at: time | None, sure: bool) -> None:
    line = a_line(sentence)
    found = find_due(line, range(len(line.tokens)))
    due = found.due
    assert (None if due is None else due.on) == on
    assert (None if due is None else due.at) == at
    assert found.sure is sure


def test_the_day_right_behind_the_asking_counts() -> None:
    line = a_line("remind me tomorrow before friday")
    found = find_due(line, range(len(line.tokens)), 2)
    assert found.due is not None
    assert (found.due.on, found.sure) == (date(2026, 11, 25), True)
    assert found.places == {2}


def test_words_of_a_time_left_over_are_seen() -> None:
    line = a_line("two weeks or so after that")
    assert half_read(line, range(len(line.tokens)), ())
    line = a_line("about friday's meeting")
    assert not half_read(line, range(len(line.tokens)), ())


def test_clauses_that_go_on_or_deny() -> None:
    line = a_line("ask Anna, how the sales went. She might come")
    assert [continues(line, index) for index in (1, 2)] == [True, False]
    assert [denied(line, clause) for clause in line.clauses] == [False, False, True]
    assert says_more(line, line.clauses[0], frozenset())


def test_small_words_are_passed() -> None:
    line = a_line("tomorrow to me")
    read: set[int] = set()
    drop_links(line, range(1, 3), read)
    assert read == {1}
    assert behind_times(line, line.clauses[0]) == 1
    assert (to_me_at(line, 2), to_me_at(line, 1)) == ({2}, set())

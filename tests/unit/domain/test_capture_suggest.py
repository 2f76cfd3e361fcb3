"""Moments and things worth remembering, as suggestions."""

import pytest

from relate_desktop.domain.capture_suggest import find_moment, find_remember
from tests.capture_lines import a_line


@pytest.mark.parametrize(
    ("sentence", "code", "found"),
    [
        ("Anna's birthday is on 3 March 1991", "en", "birthday 1991-03-03 yearly"),
        ("Anna's birthday: 14 February", "en", "birthday --02-14 yearly"),
        ("her birthday is tomorrow", "en", "birthday --11-25 yearly"),
        ("exam Thursday", "en", "exam 2026-11-26 once"),
        ("he opens his studio on Friday", "en", "opens his studio 2026-11-27 once"),
        ("birthday soon", "en", None),
        ("exam yesterday", "en", None),
        ("birthday on 30 Feb", "en", None),
        ("zieht am 30. um", "de", "zieht um 2026-11-30 once"),
    ],
)
def test_moments(sentence: str, code: str, found: str | None) -> None:
    moment = find_moment(a_line(sentence, code), 0)
    spelled = (
        None
        if moment is None
        else f"{moment.text} {moment.date.iso()} {'yearly' if moment.yearly else 'once'}"
    )
    assert spelled == found


@pytest.mark.parametrize(
    ("sentence", "code", "found"),
    [
        ("Anna likes dark chocolate", "en", "likes dark chocolate"),
        ("she loves the sketches", "en", None),
        ("vegetarian now", "en", "vegetarian now"),
        ("Ton's wife Marieke plays the cello", "en", "wife Marieke plays the cello"),
        ("Priya's partner is called Sam", "en", "partner is called Sam"),
        ("talked about his daughter's studio", "en", None),
        ("ihr Mann heißt Cem", "de", "Mann heißt Cem"),
        ("Frau Weber", "de", None),
    ],
)
def test_worth_remembering(sentence: str, code: str, found: str | None) -> None:
    line = a_line(sentence, code)
    remember = find_remember(line, line.clauses[0])
    assert (None if remember is None else remember.text) == found

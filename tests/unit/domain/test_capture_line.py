"""Lines taken apart into clauses, and put together again without what was read."""

import pytest

from relate_desktop.domain.capture_parts import Mark, MarkKind
from tests.capture_lines import a_line


def clauses(sentence: str, code: str = "en") -> list[str]:
    line = a_line(sentence, code)
    return [line.text_between(clause.start, clause.stop) for clause in line.clauses]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("a, b; c. d", ["a", "b", "c", "d"]),
        ("Layla - call", ["Layla", "call"]),
        ("Marie-Claude", ["Marie-Claude"]),
        ("a\nb", ["a", "b"]),
        ("met Anna and she'll call", ["met Anna", "she'll call"]),
        ("met Anna and Olena", ["met Anna and Olena"]),
        ("met Anna and remind me", ["met Anna", "remind me"]),
        ("emailed Layla and called Nikos", ["emailed Layla", "called Nikos"]),
        ("at Moss & Mortar (1h)", ["at Moss & Mortar", "1h"]),
    ],
)
def test_clauses(sentence: str, parts: list[str]) -> None:
    assert clauses(sentence) == parts


def test_two_german_conversations_are_two_clauses() -> None:
    assert clauses("Lena gemailt und Jürgen angerufen", "de") == ["Lena gemailt", "Jürgen angerufen"]


def test_a_time_is_no_length_and_a_length_no_time() -> None:
    line = a_line("called Anna 10 min ago, 1:30 h, breakfast")
    assert [line.text_between(found.start, found.stop) for found in line.times] == ["10 min ago"]
    assert [found.minutes for found in line.lengths] == [90]


def test_a_time_that_owns_something_is_none() -> None:
    assert a_line("about friday's meeting").times == ()


def test_text_keeps_separators_between_what_is_left() -> None:
    line = a_line("Anna, 20 min, good news. More soon")
    assert line.text(line.clauses, line.timed(range(len(line.tokens))) | {0}) == "good news. More soon"


def test_marks_join_neighbours() -> None:
    line = a_line("called Anna today")
    assert line.mark(MarkKind.WHO, [0, 1]) == (Mark(MarkKind.WHO, 0, 11),)
    assert line.mark(MarkKind.WHO, []) == ()


def test_places_outside_the_line_say_nothing() -> None:
    line = a_line("called Anna")
    assert (line.folded(-1), line.folded(99), line.mention_at(99)) == ("", "", None)
    assert [mention.text for mention in line.mentions_in(range(2))] == ["Anna"]

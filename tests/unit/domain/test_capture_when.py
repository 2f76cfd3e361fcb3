"""Times and lengths as the words of a line have them."""

import pytest

from relate_desktop.domain.capture_tokens import tokenize
from relate_desktop.domain.capture_when import find_lengths, find_times
from relate_desktop.domain.languages import LANGUAGES


def times(line: str, code: str = "en") -> list[str]:
    words = LANGUAGES[code].times
    tokens = tokenize(line, dot_ordinals=words.dot_ordinals)
    return [
        line[tokens[found.start].start : tokens[found.stop - 1].end] for found in find_times(tokens, words)
    ]


def minutes(line: str, code: str = "en") -> list[int]:
    words = LANGUAGES[code].times
    return [found.minutes for found in find_lengths(tokenize(line, dot_ordinals=words.dot_ordinals), words)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("called yesterday", ["yesterday"]),
        ("tomorrow at 14:30 or on Friday", ["tomorrow at 14:30", "on Friday"]),
        ("at 9 tomorrow", ["at 9 tomorrow"]),
        ("by the 8th", ["by the 8th"]),
        ("the first Monday of every month at 10", ["the first Monday of every month at 10"]),
        ("in 2w", ["in 2w"]),
        ("we sat in the sun", []),
        ("on Sat 5pm", ["on Sat 5pm"]),
        ("2026-13-45 or 45/13", []),
        ("in 99999999 days", []),
        ("2 weeks after I mark it done", ["2 weeks after I mark it done"]),
    ],
)
def test_english_times(line: str, found: list[str]) -> None:
    assert times(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("heute früh", ["heute früh"]),
        ("bis zum 30. und am 3. März", ["bis zum 30.", "am 3. März"]),
        ("am Sonntagmorgen", ["am Sonntagmorgen"]),
        ("an jedem ersten Montag im Monat um 10 Uhr", ["an jedem ersten Montag im Monat um 10 Uhr"]),
        ("um halb drei", ["um halb drei"]),
        ("2. Auflage", []),
        ("16.11.2026", ["16.11.2026"]),
    ],
)
def test_german_times(line: str, found: list[str]) -> None:
    assert times(line, "de") == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("20m", [20]),
        ("20 min", [20]),
        ("1h15", [75]),
        ("1h 15m", [75]),
        ("1.5 hours", [90]),
        ("1:30 h", [90]),
        ("half an hour", [30]),
        ("an hour and a half", [90]),
        ("for two hours", [120]),
        ("9:15-9:45", [30]),
        ("23:30-0:15", [45]),
        ("30:00-31:00", []),
        ("90 hours", []),
        ("3 days", []),
    ],
)
def test_lengths(line: str, found: list[int]) -> None:
    assert minutes(line) == found


def test_german_lengths() -> None:
    assert minutes("1,5 Stunden und halbe Stunde", "de") == [90, 30]

import pytest

from relate_desktop.domain.capture_doubt import left_hanging
from relate_desktop.domain.capture_parts import Doubt
from tests.capture_lines import a_line


def asked(sentence: str, *read: str) -> list[tuple[Doubt, str]]:
    """What is asked when these words were taken out of the line."""
    line = a_line(sentence)
    places = {place for place, token in enumerate(line.tokens) if token.text in read}
    return [(item.doubt, item.text) for item in left_hanging(line, line.clauses, places)]


@pytest.mark.parametrize(
    ("sentence", "read", "found"),
    [
        ("met Steve, moved to Monday", "Monday", (Doubt.WHEN, "to Monday")),
        ("met Dave and Anna", "Anna", (Doubt.WHAT, "and Anna")),
        ("sent a reminder", "reminder", (Doubt.WHAT, "a reminder")),
    ],
)
def test_a_small_word_left_alone_is_asked_about(sentence: str, read: str, found: tuple[Doubt, str]) -> None:
    assert asked(sentence, read) == [found]


def test_what_was_taken_out_whole_leaves_no_doubt() -> None:
    assert asked("coffee with Anna on Monday about the roof", "coffee", "with", "Anna", "on", "Monday") == []
    assert asked("met Anna in the park", "met", "Anna") == []

import pytest

from relate_desktop.words.health import problem_words, repair_words

CODES = [
    "damaged",
    "ties_broken",
    "sqlite_too_old",
    "foreign_objects",
    "summaries_differ",
    "search_differs",
    "changes_missing",
    "media_damaged",
    "media_missing",
    "open_to_others",
]


@pytest.mark.parametrize("code", CODES)
def test_every_problem_has_words(code: str) -> None:
    words = problem_words(code, {"count": 3, "findings": 2, "first": "x", "at": "2026"})
    assert "{" not in words
    assert "…" not in words


def test_an_unknown_problem_is_told_by_its_code() -> None:
    assert "gremlins" in problem_words("gremlins", {})


def test_what_lies_in_the_file_cannot_disturb_the_sentence() -> None:
    assert "\x1b" not in problem_words("foreign_objects", {"count": 1, "first": "\x1b[2J"})


@pytest.mark.parametrize("code", ["closed_to_others", "rebuilt"])
def test_every_repair_has_words(code: str) -> None:
    assert repair_words(code)

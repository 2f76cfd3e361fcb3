import pytest

from relate_desktop.domain.property import escape
from relate_desktop.domain.search_words import terms_of
from relate_desktop.storage.search_match import ShownMatch, matched
from tests.unit.storage.books import a_property

PROPERTIES = (
    a_property("FN", "Ada Lovelace"),
    a_property("TEL", "+49 151 2345678"),
    a_property("NOTE", escape("A long story. " * 12 + "Then she met Babbage, and " + "so on " * 30)),
    a_property("ADR", ";;Main Street 1;London;;;UK"),
)


def shown(words: str) -> ShownMatch | None:
    return matched(PROPERTIES, terms_of(words))


@pytest.mark.parametrize("words", ["ada", "ada love", "lovelace ada"])
def test_the_name_explains_itself(words: str) -> None:
    assert shown(words) == ShownMatch("fn", "Ada Lovelace")


@pytest.mark.parametrize(
    ("words", "match"),
    [
        ("jogi", ShownMatch("nickname", "Jogi")),
        ("jones", ShownMatch("x-maidenname", "Jones")),
        ("von lovelace", ShownMatch("n", "Lovelace Ada von")),
        ("ada jones", ShownMatch("fn", "Ada Lovelace")),
        ("lovelace", ShownMatch("fn", "Ada Lovelace")),
    ],
)
def test_another_line_of_the_name_is_shown_where_the_full_name_says_less(
    words: str, match: ShownMatch
) -> None:
    lines = (
        a_property("N", "Lovelace;Ada;;von;"),
        a_property("NICKNAME", "Jogi"),
        a_property("X-MAIDENNAME", "Jones"),
        a_property("FN", "Ada Lovelace"),
    )
    assert matched(lines, terms_of(words)) == match


def test_numbers_and_addresses_are_shown_whole() -> None:
    assert shown("0151 234") == ShownMatch("tel", "+49 151 2345678")
    assert shown("london") == ShownMatch("adr", "Main Street 1 London UK")


def test_a_long_note_is_cut_around_the_word() -> None:
    match = shown("babbage")
    assert match is not None
    assert match.field == "note"
    assert "Babbage" in match.snippet
    assert match.snippet.startswith("…")
    assert match.snippet.endswith("…")
    assert len(match.snippet) <= 82


def test_words_from_two_places_show_the_one_that_is_not_the_name() -> None:
    assert shown("ada london") == shown("london")


def test_words_that_stand_nowhere_are_shown_nowhere() -> None:
    assert shown("zzz") is None

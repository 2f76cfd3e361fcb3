"""The tables by which charsets are told apart."""

import pytest

from relate_desktop.formats.vcard import alphabets
from relate_desktop.formats.vcard.alphabets import LANGUAGES


@pytest.mark.parametrize("codec", LANGUAGES)
def test_every_letter_of_a_language_is_in_its_charset(codec: str) -> None:
    for language in LANGUAGES[codec]:
        assert all(letter > "\x7f" and letter.encode(codec) for letter in language.letters)
        assert 0 < language.weight <= 1


@pytest.mark.parametrize(
    ("characters", "codec"),
    [
        (alphabets.SIMPLIFIED, "gb2312"),
        (alphabets.TRADITIONAL, "big5"),
        (alphabets.JAPANESE, "cp932"),
        (alphabets.JAPANESE, "euc_jp"),
        (alphabets.KOREAN, "euc_kr"),
    ],
)
def test_characters_of_names_are_in_the_charsets_that_are_judged_by_them(
    characters: frozenset[str], codec: str
) -> None:
    assert len(characters) > 100
    assert all(len(character.encode(codec)) == 2 for character in characters)

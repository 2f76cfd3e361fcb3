"""Pairs that are worth comparing share a key."""

import pytest

from relate_desktop.domain.blocking import UNVOWELLED, VOWELLED, block_keys, name_key_of
from relate_desktop.domain.likeness import profile_of
from relate_desktop.domain.name_forms import name_forms
from tests.open_book import a_person


def keys(*card: str) -> set[tuple[str, str]]:
    return set(block_keys(profile_of(a_person(*card))))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ada Lovelace",), ("Lovelace Ada",)),
        (("Нина Иванова",), ("Nina Iwanowa",)),
        (("王小明",), ("Xiaoming Wang",)),
        (("Ada King", "TEL:0176 1234567"), ("Schatz", "TEL:+49 176 1234567")),
        (("Ada King", "EMAIL:a@x.example"), ("Bea", "EMAIL:A@X.example")),
        (("J. Whitby", "ORG:Kite Museum"), ("Jonathan Whitby", "ORG:Kite Museum")),
        (("Bob King", "BDAY:1980-02-03"), ("Robert King", "BDAY:--02-03")),
        (("Bob Xu", "ADR:;;Am Markt 1;Köln;;;"), ("Robert Xu", "ADR:;;Am Markt 1;Köln;;;")),
        (("ada.lovelace@example.org", "EMAIL:ada.lovelace@example.org"), ("Ada Lovelace",)),
        (("A B", "UID:4fbe8971-0bc3"), ("C D", "UID:4FBE8971-0bc3")),
        (("A B", "IMPP:xmpp:ada@example.org"), ("C D", "IMPP:xmpp:ada@example.org")),
    ],
)
def test_two_who_may_be_one_share_a_key(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert keys(*one) & keys(*other)


def test_names_without_vowels_have_the_value_of_the_same_name_with_them() -> None:
    letters = {value for kind, value in keys("محمد حداد") if kind == UNVOWELLED}
    assert letters == {value for kind, value in keys("Mohammed Haddad") if kind == VOWELLED} != set()


def test_strangers_share_none() -> None:
    assert not keys("Ada Lovelace", "ORG:Kite Museum") & keys("Grace Hopper", "ORG:Kite Museum")


def test_short_names_have_no_key_of_their_own() -> None:
    assert name_key_of(name_forms(a_person("Bo Li"))[0]) == ""

"""Folding, digits and showing foreign text safely."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.text import digits, display, fold, isolate, left_to_right, visible

BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("Ørsted", "orsted"),
        ("Müller", "MU\u0308LLER"),
        ("İstanbul", "istanbul"),
        ("Ёлка", "елка"),
        ("O\u2019Brien", "o'brien"),
        ("ﬁne", "FINE"),
        ("محمّد", "محمد"),
        ("ΣΊΣΥΦΟΣ", "σισυφος"),
        ("\uff21\uff44\uff41", "ada"),
        ("Ada\u200b", "ada"),
    ],
)
def test_spellings_of_one_name_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("name", ["田中", "김철수", "がぎ", "ณัฐพล", "कमला", "ሰላም"])
def test_folding_keeps_the_script(name: str) -> None:
    assert fold(name) == unicodedata.normalize("NFC", name)


def test_voiced_kana_do_not_fold_to_unvoiced_ones() -> None:
    assert fold("が") != fold("か")


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_digits_are_ascii_digits_only(text: str) -> None:
    found = digits(text)
    assert not found or (found.isascii() and found.isdecimal())


def test_digits_of_other_scripts_are_read() -> None:
    assert digits("٠١٢ ३४ +5²") == "012345"


@given(st.text())
def test_display_lets_no_direction_character_through(text: str) -> None:
    shown = display(text)
    assert not BIDI & set(shown[1:-1])
    assert shown == "" if not text else (shown[0], shown[-1]) == ("\u2068", "\u2069")


@given(st.text())
def test_display_lets_no_control_character_through(text: str) -> None:
    assert all(unicodedata.category(letter) not in {"Cc", "Cs"} for letter in display(text))


def test_display_caps_combining_runs() -> None:
    assert visible("a" + "\u0301" * 50 + "b") == "a" + "\u0301" * 8 + "b"


def test_display_cuts_long_text_with_an_ellipsis() -> None:
    assert visible("x" * 10_000, 200) == "x" * 199 + "…"


def test_a_hidden_override_becomes_a_visible_mark() -> None:
    assert "[RLO]" in display("Anna\u202etxt.exe")


def test_lines_are_kept_on_request() -> None:
    assert visible("one\ntwo\x07", keep_lines=True) == "one\ntwo\u2407"


def test_isolation_cannot_be_broken_out_of() -> None:
    assert isolate("a\u2069b") == "\u2068a[PDI]b\u2069"


def test_plain_text_is_shown_as_it_is() -> None:
    assert visible("Ada Lovelace") == "Ada Lovelace"


def test_a_number_says_that_it_runs_from_left_to_right() -> None:
    assert left_to_right("+49 151") == "\u2066+49 151\u2069"
    assert left_to_right("\u202e1") == "\u2066[RLO]1\u2069"
    assert left_to_right("") == ""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.ranking import FEWEST_LETTERS, Nearness, has_letters, nearness, ranked, spoken


@pytest.mark.parametrize(
    ("typed", "called", "names", "near"),
    [
        ("anna", "Anna Lindqvist", (), Nearness.CALLED),
        ("ANNA LIND", "Anna Lindqvist", (), Nearness.CALLED),
        ("zoe", "Zoë Weiß", (), Nearness.CALLED),
        ("lind", "Anna Lindqvist", (), Nearness.NAME),
        ("tanaka", "Misaki-san", ("Misaki Tanaka", "田中 美咲"), Nearness.NAME),
        ("田中", "Misaki-san", ("Misaki Tanaka", "田中 美咲"), Nearness.NAME),
        ("lind ann", "Anna Lindqvist", (), Nearness.WORDS),
        ("花子", "山田花子", (), Nearness.WORDS),
        ("neill", "Sean O'Neill", (), Nearness.WORDS),
        ("anna", "Johanna Vale", (), Nearness.LETTERS),
        ("alqv", "Anna Lindqvist", (), Nearness.LETTERS),
        ("a l q", "Anna Lindqvist", (), Nearness.LETTERS),
        ("q", "Anna Lindqvist", (), None),
        ("al", "Anna Lindqvist", (), None),
        ("bertha", "Anna Lindqvist", (), None),
        ("", "Anna Lindqvist", (), None),
        ("  ", "Anna Lindqvist", (), None),
        ("?!", "Anna Lindqvist", (), None),
        ("anna", "", (), None),
    ],
)
def test_what_is_typed_meets_a_name(
    typed: str, called: str, names: tuple[str, ...], near: Nearness | None
) -> None:
    assert nearness(typed, called, names) is near


def test_the_nearest_stands_first_and_what_was_used_last_before_its_equals() -> None:
    found = [
        ("letters", Nearness.LETTERS),
        ("older", Nearness.CALLED),
        ("never", Nearness.CALLED),
        ("newest", Nearness.CALLED),
        ("words", Nearness.WORDS),
    ]
    assert ranked(found, ["letters", "newest", "older"]) == ["newest", "older", "never", "words", "letters"]


def test_use_never_lifts_what_is_less_near() -> None:
    assert ranked([("b", Nearness.NAME), ("a", Nearness.CALLED)], ["b"]) == ["a", "b"]


@given(st.text(max_size=20))
def test_a_name_answers_itself(name: str) -> None:
    assert nearness(name, name) is (Nearness.CALLED if spoken(name) else None)


@given(st.text(min_size=2, max_size=12), st.text(max_size=40))
def test_letters_in_order_are_a_subsequence(letters: str, name: str) -> None:
    text, place = letters.replace(" ", ""), -1
    expected = len(text) >= FEWEST_LETTERS
    for letter in text:
        place = name.find(letter, place + 1)
        expected = expected and place >= 0
        if place < 0:
            break
    assert has_letters(letters, name) == expected

"""What people are to each other, seen from both sides."""

import pytest

from relate_desktop.domain.gender import Gender
from relate_desktop.domain.relation_kinds import (
    INVERSES,
    OFFERED,
    inverse_of,
    plain_kind,
    same_relation,
    spoken_kind,
)


@pytest.mark.parametrize("kind", sorted(INVERSES))
def test_the_inverse_of_an_inverse_says_the_same_or_less(kind: str) -> None:
    assert inverse_of(inverse_of(inverse_of(kind))) == inverse_of(kind)
    assert same_relation(inverse_of(inverse_of(kind)), kind) or plain_kind(kind) in INVERSES


@pytest.mark.parametrize(
    ("kind", "inverse"),
    [("father", "child"), ("daughter", "parent"), ("sister", "sibling"), ("referred-by", "referred")],
)
def test_kinds_have_their_inverse(kind: str, inverse: str) -> None:
    assert inverse_of(kind) == inverse


def test_own_words_have_the_inverse_the_user_gave_else_hold_both_ways() -> None:
    assert inverse_of("Godfather", "Godson") == "Godson"
    assert inverse_of("pen friend") == "pen friend"


def test_everything_offered_is_known_from_both_sides() -> None:
    assert set(OFFERED) <= set(INVERSES)
    assert {inverse_of(kind) for kind in OFFERED} <= set(INVERSES)


def test_who_is_she_or_he_is_spoken_of_so() -> None:
    assert spoken_kind("parent", Gender.SHE) == "mother"
    assert spoken_kind("sibling", Gender.HE) == "brother"
    assert spoken_kind("parent", Gender.OTHER) == "parent"
    assert spoken_kind("friend", Gender.SHE) == "friend"
    assert same_relation("mother", "parent")
    assert not same_relation("mother", "child")

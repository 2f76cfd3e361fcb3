"""Given names by which swapped parts are recognised."""

from relate_desktop.domain.given_names import GIVEN_NAMES, is_given


def test_they_are_known_with_accents_and_as_the_first_of_two() -> None:
    assert is_given("Jürgen")
    assert is_given("Anna-Lena")
    assert is_given("María José")
    assert not is_given("Lindqvist")
    assert not is_given("")


def test_what_is_a_family_name_as_often_is_not_among_them() -> None:
    assert GIVEN_NAMES.isdisjoint({"martin", "james", "thomas", "paul", "simon", "kim", "lee", "jung"})

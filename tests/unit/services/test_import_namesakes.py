"""People who share a name and nothing else are told apart at once."""

import pytest

from relate_desktop.domain.comparing import Essence
from relate_desktop.services.import_namesakes import Namesakes
from relate_desktop.services.import_target import Target


def besides(*values: str) -> frozenset[Essence]:
    return frozenset(("NOTE", value) for value in values)


@pytest.fixture
def smiths() -> Namesakes:
    """Three people of one name."""
    found = Namesakes()
    found.note(7, besides("sails"), Target(-1))
    found.note(7, besides("paints", "sings"), Target(-2))
    found.note(7, besides("sings", "cooks"), Target(-3))
    return found


def test_who_says_nothing_of_what_they_say_is_none_of_them(smiths: Namesakes) -> None:
    assert smiths.alike(7, besides("writes")) == []


def test_who_says_something_of_it_may_be_whoever_said_it_first(smiths: Namesakes) -> None:
    assert smiths.alike(7, besides("sings", "sails")) == [-1, -2]
    assert smiths.alike(7, besides("cooks")) == [-3]


def test_of_who_says_nothing_nobody_can_tell(smiths: Namesakes) -> None:
    assert smiths.alike(7, besides()) is None


def test_nobody_can_tell_of_a_name_that_is_not_known(smiths: Namesakes) -> None:
    assert (smiths.known(7), smiths.known(8)) == (True, False)
    assert smiths.alike(8, besides("writes")) is None

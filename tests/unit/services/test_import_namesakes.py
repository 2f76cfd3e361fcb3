"""People who share a name and nothing else are told apart at once."""

import pytest

from relate_desktop.domain.comparing import Essence
from relate_desktop.services.import_namesakes import Namesakes


def besides(*values: str) -> frozenset[Essence]:
    return frozenset(("NOTE", value) for value in values)


@pytest.fixture
def smiths() -> Namesakes:
    """Two people of one name."""
    found = Namesakes()
    found.note(7, besides("sails"))
    found.note(7, besides("paints", "sings"))
    return found


def test_who_says_nothing_of_what_they_say_is_a_stranger(smiths: Namesakes) -> None:
    assert smiths.strangers(7, besides("writes"))


def test_who_says_something_of_it_may_be_one_of_them(smiths: Namesakes) -> None:
    assert not smiths.strangers(7, besides("writes", "sings"))


def test_of_who_says_nothing_nobody_can_tell(smiths: Namesakes) -> None:
    assert not smiths.strangers(7, besides())


def test_nobody_can_tell_of_a_name_that_is_not_known(smiths: Namesakes) -> None:
    assert (smiths.known(7), smiths.known(8)) == (True, False)
    assert not smiths.strangers(8, besides("writes"))

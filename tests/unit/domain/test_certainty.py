import pytest

from relate_desktop.domain.certainty import ASKED, CERTAIN, certainty, is_certain, of_one_household
from relate_desktop.domain.match_reason import MatchReason as Reason


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ((Reason.SAME_NAME,), (Reason.SAME_EMAIL,)),
        ((Reason.SAME_EMAIL,), (Reason.SAME_EMAIL, Reason.SAME_NAME)),
        ((Reason.SAME_PHONE, Reason.DIFFERENT_GIVEN_NAME), (Reason.SAME_PHONE,)),
        ((Reason.SHARED_EMAIL, Reason.SAME_NAME), (Reason.SAME_EMAIL, Reason.SAME_NAME)),
    ],
)
def test_more_and_better_reasons_are_more_certain(
    weaker: tuple[Reason, ...], stronger: tuple[Reason, ...]
) -> None:
    assert 0 < certainty(weaker) < certainty(stronger) < 1


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_moves_the_odds(reason: Reason) -> None:
    assert certainty((reason,)) != certainty(())


def test_a_household_shares_much_and_not_everything() -> None:
    shared = (Reason.SAME_PHONE, Reason.SAME_ADDRESS, Reason.DIFFERENT_GIVEN_NAME)
    assert of_one_household(shared)
    assert not of_one_household((Reason.SAME_PHONE, Reason.SAME_NAME))
    assert not of_one_household((Reason.SAME_EMAIL, Reason.SAME_MOBILE, Reason.SAME_BIRTHDAY, *shared))


def test_people_of_one_household_are_not_worth_a_question() -> None:
    shared = (Reason.SAME_PHONE, Reason.SAME_ADDRESS, Reason.SHARED_EMAIL, Reason.DIFFERENT_GIVEN_NAME)
    assert certainty(shared) < ASKED


@pytest.mark.parametrize(
    "against",
    [Reason.LOOK_ALIKE, Reason.DIFFERENT_GENERATION, Reason.DIFFERENT_KIND, Reason.DIFFERENT_BIRTHDAY],
)
def test_whatever_else_agrees_somebody_has_to_look_at_it(against: Reason) -> None:
    reasons = (Reason.SAME_UID, Reason.SAME_EMAIL, Reason.SAME_MOBILE, Reason.SAME_HANDLE, Reason.SAME_NAME)
    assert is_certain(reasons)
    assert not is_certain((*reasons, against))


def test_nothing_is_certain_by_the_name_alone_or_without_it() -> None:
    assert not is_certain((Reason.SAME_NAME,))
    numbers = (Reason.SAME_EMAIL, Reason.SAME_MOBILE)
    assert certainty(numbers) > CERTAIN
    assert not is_certain(numbers)
    assert not is_certain((*numbers, Reason.SIMILAR_NAME))
    assert is_certain((*numbers, Reason.DIFFERENT_FAMILY_NAME))


def test_colleagues_of_one_given_name_are_asked_about_and_never_certainly_one() -> None:
    office = (Reason.SAME_PHONE, Reason.SAME_ORGANIZATION, Reason.SAME_ADDRESS, Reason.SHARED_EMAIL)
    assert certainty((*office, Reason.DIFFERENT_FAMILY_NAME)) > ASKED
    assert not is_certain((*office, Reason.DIFFERENT_FAMILY_NAME))


@pytest.mark.parametrize(
    "named", [Reason.INITIALS, Reason.PART_OF_NAME, Reason.OTHER_SCRIPT, Reason.GIVEN_NAME_ONLY]
)
def test_what_a_house_shares_makes_nobody_certain_whose_name_is_told_in_part(named: Reason) -> None:
    house = (Reason.SAME_PHONE, Reason.SAME_ADDRESS, Reason.SAME_ORGANIZATION)
    assert certainty((*house, named)) > ASKED
    assert not is_certain((*house, named))
    assert is_certain((Reason.SAME_MOBILE, Reason.SAME_EMAIL, named))

"""How to speak of somebody."""

import pytest

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.gender import Gender, gender_in, gender_of
from relate_desktop.domain.property import Property


@pytest.mark.parametrize(
    ("said", "gender"),
    [
        ("she/her", Gender.SHE),
        ("She", Gender.SHE),
        ("sie/ihr", Gender.SHE),
        ("he/him/his", Gender.HE),
        ("er", Gender.HE),
        ("they/them", Gender.OTHER),
        ("she/they", Gender.OTHER),
        ("any pronouns", Gender.OTHER),
        ("", Gender.OTHER),
        ("shell", Gender.OTHER),
    ],
)
def test_pronouns_say_how(said: str, gender: Gender) -> None:
    assert gender_in(said) is gender


def test_who_said_nothing_is_called_by_name() -> None:
    assert gender_of(Contact((Property("FN", "Ada"),))) is Gender.OTHER
    assert gender_of(Contact((Property("PRONOUNS", "she/her"),))) is Gender.SHE

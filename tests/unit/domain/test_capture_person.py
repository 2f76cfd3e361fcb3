"""New people in one line."""

import pytest

from relate_desktop.domain.capture_person import is_new_person, read_person


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        ("+Leo", True),
        (" + Leo", True),
        ("+49 170 1234567", False),
        ("Leo + Anna", False),
        ("+", False),
        ("", False),
    ],
)
def test_a_plus_and_a_letter_begin_a_person(sentence: str, new: bool) -> None:
    assert is_new_person(sentence) is new


def test_a_name_company_number_and_the_rest() -> None:
    person = read_person("+Johanna Vale, Northlight Clinic, 020 7946 0123, j@vale.example; from Porto (2024)")
    assert (person.name, person.organization) == ("Johanna Vale", "Northlight Clinic")
    assert (person.phones, person.emails) == (("020 7946 0123",), ("j@vale.example",))
    assert person.text == "from Porto, 2024"


def test_a_number_may_follow_the_name_without_a_comma() -> None:
    person = read_person("+Yusuf Demir +90 532 000 1234")
    assert (person.name, person.phones, person.organization) == ("Yusuf Demir", ("+90 532 000 1234",), "")

import pytest

from relate_desktop.domain.latin import sound
from relate_desktop.domain.short_names import both_short, is_short_for, short_for_either, spelled_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lupe", "Guadalupe"),
        ("Bill", "William"),
        ("Саша", "Alexander"),
        ("Sepp", "Josef"),
        ("Kees", "Cornelis"),
        ("Zé", "José"),
        ("Honza", "Jan"),
        ("Wojtek", "Wojciech"),
        ("Chema", "José-María"),
    ],
)
def test_short_forms_are_known_in_both_directions(one: str, other: str) -> None:
    assert is_short_for(sound(one), sound(other))
    assert is_short_for(sound(other), sound(one))


@pytest.mark.parametrize(("one", "other"), [("Anna", "Maria"), ("Alexander", "Alexandra"), ("Bob", "Bill")])
def test_other_names_are_not_short_for_one_another(one: str, other: str) -> None:
    assert not is_short_for(sound(one), sound(other))


def test_some_names_are_written_in_several_ways() -> None:
    assert spelled_alike(sound("Lee"), sound("Yi"))
    assert not spelled_alike(sound("Lee"), sound("Kim"))


def test_two_short_forms_of_one_name_are_not_short_for_one_another() -> None:
    for one, other in (("bob", "robi"), ("tet", "net"), ("lena", "nora")):
        assert both_short(one, other)
        assert both_short(other, one)
        assert not is_short_for(one, other)
    assert not both_short(sound("Lupe"), sound("Guadalupe"))


def test_some_short_names_are_those_of_women_and_of_men() -> None:
    assert short_for_either("kris")
    assert not short_for_either("kate")
    assert not short_for_either("nobody")

"""What stands beside a name and is none."""

import pytest

from relate_desktop.domain.gender import Gender
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.name_additions import gender_of_title, generation_of, other_names, without_labels
from relate_desktop.domain.name_forms import name_forms, name_words
from relate_desktop.domain.name_likeness import generations_differ, likeness
from tests.open_book import a_person


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("William King", 0),
        ("William King Jr.", 2),
        ("William King, Junior", 2),
        ("William King (jun.)", 2),
        ("William King III", 3),
        ("João King Filho", 2),
        ("José King Júnior", 2),
        ("Heinrich King d. Ä.", 1),
        ("Heinrich King d. J.", 2),
        ("Jan King ml.", 2),
        ("Jan King st.", 1),
        ("ifj. King Péter", 2),
        ("Иван Кинг мл.", 2),
        ("Agostinho Neto", 0),
        ("Sr. Juan King", 0),
    ],
)
def test_a_generation_is_told_in_many_ways(name: str, place: int) -> None:
    assert generation_of(name) == place


def test_the_words_of_a_generation_are_no_names() -> None:
    for name in ("Heinrich King d. Ä.", "Heinrich King d. J.", "Heinrich King ml.", "Heinrich King Filho"):
        assert name_words(name) == ["heinrich", "king"]
    elder, younger = (name_forms(a_person(f"Heinrich King {end}")) for end in ("d. Ä.", "d. J."))
    assert generations_differ(elder, younger)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Papa Handy", ["papa"]),
        ("Onkel Fritz", ["fritz"]),
        ("Ada King privat", ["ada", "king"]),
        ("Handy", ["handy"]),
        ("Alec Home", ["alec", "home"]),
        ("Jack Ma", ["jack", "ma"]),
        ("Ratan Tata", ["ratan", "tata"]),
        ("Tia Rosa", ["tia", "rosa"]),
        ("Pan Wei", ["pan", "wei"]),
        ("Ada King MA", ["ada", "king"]),
        ("M. King", ["m", "king"]),
        ("Dr. Ada King", ["ada", "king"]),
    ],
)
def test_labels_are_left_out_where_a_name_is_left(name: str, words: list[str]) -> None:
    assert name_words(name) == words
    assert without_labels(words) == words


def test_the_name_somebody_was_born_with_is_a_name_as_well() -> None:
    maiden = name_forms(a_person("Emily Crewe"))
    for name in ("Emily King (née Crewe)", "Emily King geb. Crewe", "Emily King, born King (Crewe)"):
        assert likeness(name_forms(a_person(name)), maiden) in {
            MatchReason.SAME_NAME,
            MatchReason.PART_OF_NAME,
        }
    assert list(other_names("Мария Зайцева (Котова)", "")) == ["Мария Котова"]
    assert list(other_names("Ada King (Handy)", "")) == []


def test_a_title_tells_husband_and_wife_apart_where_no_given_name_does() -> None:
    assert (gender_of_title("Mrs. R. King"), gender_of_title("Ada King")) == (Gender.SHE, Gender.OTHER)
    husband, wife = (name_forms(a_person(name)) for name in ("Mr. R. King", "Mrs. R. King"))
    assert likeness(husband, wife) is MatchReason.DIFFERENT_GIVEN_NAME
    assert likeness(husband, husband) is MatchReason.SAME_NAME
    he, she = (name_forms(a_person(name)) for name in ("Herr Kim King", "Frau Kim King"))
    assert likeness(he, she) is MatchReason.SAME_NAME

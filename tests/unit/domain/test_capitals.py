"""Names in one case, and how they are written."""

import pytest

from relate_desktop.domain.capitals import in_name_case, in_one_case


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ANNA LINDQVIST", "Anna Lindqvist"),
        ("anna lindqvist", "Anna Lindqvist"),
        ("LUDWIG VAN BEETHOVEN", "Ludwig van Beethoven"),
        ("DR. JEAN-LUC O'BRIEN-SMITH JR.", "Dr. Jean-Luc O'Brien-Smith Jr."),
        ("RONALD MCDONALD III", "Ronald McDonald III"),
        ("ОЛЕНА БОНДАР", "Олена Бондар"),
        ("ÉLODIE DE LA TOUR", "Élodie de la Tour"),
        ("VAN DER BERG", "Van der Berg"),
    ],
)
def test_a_name_in_one_case_is_written_as_names_are(written: str, name: str) -> None:
    assert in_one_case(written)
    assert in_name_case(written) == name
    assert not in_one_case(name)


@pytest.mark.parametrize(
    "name", ["IKEA", "BBC", "JP", "anna", "Anna Lindqvist", "田中美咲", "", "A B", "ليلى حداد"]
)
def test_signs_single_words_and_scripts_without_case_are_left_alone(name: str) -> None:
    assert not in_one_case(name)

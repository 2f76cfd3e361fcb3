"""Labels that speak of somebody."""

import pytest

from relate_desktop.domain.gender import Gender
from relate_desktop.words import gender as words


@pytest.mark.parametrize("gender", Gender)
@pytest.mark.parametrize(
    "said",
    [
        words.reach_heading, words.around_heading, words.call_chip, words.call_description,
        words.call_question, words.writing_label, words.full_name_label, words.add_way_label,
        words.waiting_words,
    ],
)  # fmt: skip
def test_every_label_has_words_for_everybody(gender: Gender, said: object) -> None:
    assert callable(said)
    assert said(gender).strip()


def test_labels_follow_the_pronouns() -> None:
    assert words.reach_heading(Gender.SHE) == "Reach her"
    assert words.call_question(Gender.HE) == "What does he like to be called?"
    assert words.call_question(Gender.OTHER) == "What do they like to be called?"

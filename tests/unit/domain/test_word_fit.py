"""How two words of names fit."""

import pytest

from relate_desktop.domain.word_fit import Fit, distance, word_fit


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("ada", "ada", Fit.SAME),
        ("meyer", "maier", Fit.SPELLED),
        ("lupe", "guadalupe", Fit.SHORT),
        ("jonathan", "jonathn", Fit.CLOSE),
        ("j", "jonathan", Fit.INITIAL),
        ("ю", "julia", Fit.INITIAL),
        ("maria", "marie", None),
        ("anna", "hanna", None),
        ("张", "zhang", Fit.SPELLED),
        ("bob", "robbie", Fit.SIMILAR),
        ("田中太郎", "田中次郎", None),
        ("たろう", "じろう", None),
        ("mei", "mai", Fit.SIMILAR),
    ],
)
def test_words_fit_in_one_way_or_not_at_all(one: str, other: str, fit: Fit | None) -> None:
    assert word_fit(one, other) is fit
    assert word_fit(other, one) is fit


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("", "abc", 3), ("abc", "abc", 0), ("abcd", "abdc", 1), ("kitten", "sitting", 3)],
)
def test_the_distance_counts_slips_of_the_keyboard(one: str, other: str, steps: int) -> None:
    assert distance(one, other) == distance(other, one) == steps

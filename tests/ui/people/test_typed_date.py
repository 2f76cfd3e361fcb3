"""Dates as people type them."""

import pytest

from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.ui.people.typed_date import typed_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("26 Nov", PartialDate(None, 11, 26)),
        ("26 November 1985", PartialDate(1985, 11, 26)),
        ("26. november 1985", PartialDate(1985, 11, 26)),
        ("November 26, 1985", PartialDate(1985, 11, 26)),
        ("Nov 1985", PartialDate(1985, 11, None)),
        ("1985", PartialDate(1985)),
        ("1985-11-26", PartialDate(1985, 11, 26)),
        ("26.11.", PartialDate(None, 11, 26)),
        ("26.11.1985", PartialDate(1985, 11, 26)),
        ("26/11/1985", PartialDate(1985, 11, 26)),
        ("11/26/1985", PartialDate(1985, 11, 26)),
        ("29 Feb", PartialDate(None, 2, 29)),
    ],
)
def test_common_spellings_are_understood(text: str, date: PartialDate) -> None:
    assert typed_date(text) == date


@pytest.mark.parametrize("text", ["", "soon", "31 Feb 1985", "32.1.", "13/13/1985", "a 1", "29 Feb 2023"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert typed_date(text) is None


def test_the_order_of_day_and_month_can_be_the_american_one() -> None:
    assert typed_date("4/5/1990", day_first=False) == PartialDate(1990, 4, 5)
    assert typed_date("4/5/1990") == PartialDate(1990, 5, 4)
    assert typed_date("4.5.1990", day_first=False) == PartialDate(1990, 5, 4)

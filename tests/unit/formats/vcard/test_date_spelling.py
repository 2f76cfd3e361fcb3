import pytest

from relate_desktop.formats.vcard.date_spelling import (
    basic_date,
    extended_date,
    whole_date,
    without_year,
    year_omitted,
)


@pytest.mark.parametrize(
    ("given", "basic", "extended"),
    [
        ("1985-04-12", "19850412", "1985-04-12"),
        ("19850412", "19850412", "1985-04-12"),
        ("1985", "1985", "1985"),
        ("1985-04", "1985-04", "1985-04"),
        ("--0412", "--0412", "--04-12"),
        ("--04-12", "--0412", "--04-12"),
        ("--04", "--04", "--04"),
        ("---12", "---12", "---12"),
        ("1985-04-12T10:22:00Z", "19850412T102200Z", "1985-04-12T10:22:00Z"),
        ("19850412T102200.123+0130", "19850412T102200+0130", "1985-04-12T10:22:00+01:30"),
        ("19850412T10", "19850412T10", "1985-04-12T10"),
        ("T102200", "T102200", "T10:22:00"),
        ("T-2200", "T-2200", "T-22:00"),
    ],
)
def test_dates_have_a_basic_and_an_extended_spelling(given: str, basic: str, extended: str) -> None:
    assert basic_date(given) == basic
    assert extended_date(given) == extended
    assert basic_date(extended) == basic


@pytest.mark.parametrize(
    "text", ["", "circa 1800", "12.04.1985", "1985-4-1", "19850412Tnoon", "T", "1985-13-45", "---32"]
)
def test_other_texts_are_no_dates(text: str) -> None:
    assert basic_date(text) is None
    assert extended_date(text) is None


def test_only_dates_with_all_parts_are_whole() -> None:
    assert whole_date("1985-04-12")
    assert whole_date("19850412T102200Z")
    assert not whole_date("1985-04")
    assert not whole_date("--0412")


def test_a_year_that_stands_for_none_is_left_out() -> None:
    assert year_omitted("1604-04-12", "1604") == "--0412"
    assert year_omitted("1985-04-12", "1604") is None
    assert without_year("--0412") == ("04", "12")
    assert without_year("--04") is None

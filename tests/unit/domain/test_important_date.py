"""Special days in every spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.important_date import (
    DateKind,
    added_date,
    birthday,
    important_dates,
    with_birthday,
    with_date,
)
from relate_desktop.domain.partial_date import PartialDate
from tests.cards import a_contact, written

SPRING = PartialDate(1990, 4, 15)
YEARLESS = PartialDate(None, 4, 15)


@pytest.mark.parametrize(
    ("lines", "kind", "label"),
    [
        (("BDAY:19900415",), DateKind.BIRTHDAY, ""),
        (("ANNIVERSARY:19900415",), DateKind.ANNIVERSARY, ""),
        (("DEATHDATE:1990-04-15",), DateKind.DEATH, ""),
        (("X-MS-ANNIVERSARY:1990-04-15",), DateKind.ANNIVERSARY, ""),
        (
            ("item3.X-ABDATE;type=pref:1990-04-15", "item3.X-ABLabel:_$!<Anniversary>!$_"),
            DateKind.ANNIVERSARY,
            "",
        ),
        (("item3.X-ABDATE:1990-04-15", "item3.X-ABLabel:First met"), DateKind.OTHER, "First met"),
        (("X-ABDATE:1990-04-15",), DateKind.OTHER, ""),
        (
            ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1990-04-15;1;;;",),
            DateKind.ANNIVERSARY,
            "",
        ),
        (
            ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1990-04-15;0;Met;;",),
            DateKind.OTHER,
            "Met",
        ),
    ],
)
def test_every_spelling_of_a_day_is_read(lines: tuple[str, ...], kind: DateKind, label: str) -> None:
    (day,) = important_dates(a_contact("FN:x", *lines))
    assert (day.kind, day.label, day.date) == (kind, label, SPRING)


def test_free_text_is_kept_as_text() -> None:
    (day,) = important_dates(a_contact("BDAY;VALUE=text:circa 1800", "ANNIVERSARY:"))
    assert (day.date, day.text) == (None, "circa 1800")


@pytest.mark.parametrize(
    ("line", "date", "after"),
    [
        ("BDAY:1985-01-01", SPRING, "BDAY:1990-04-15"),
        ("BDAY:19850101", SPRING, "BDAY:19900415"),
        ("BDAY;VALUE=date:1985-01-01", YEARLESS, "BDAY;VALUE=date:--04-15"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=date:1604-01-01", YEARLESS,
         "BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=date:1604-04-15"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=date:1604-01-01", SPRING, "BDAY;VALUE=date:1990-04-15"),
        ("BDAY;VALUE=text;CALSCALE=gregorian:circa 1800", SPRING, "BDAY;CALSCALE=gregorian:19900415"),
        ("X-ABDATE:1985-01-01", YEARLESS, "X-ABDATE:--04-15"),
        ("BDAY:1990-04-15T00:00:00Z", SPRING, "BDAY:1990-04-15T00:00:00Z"),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1985-01-01;1;;", SPRING,
         "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1990-04-15;1;;"),
    ],
)  # fmt: skip
def test_a_day_is_changed_in_the_spelling_of_its_line(line: str, date: PartialDate, after: str) -> None:
    contact = a_contact(line)
    assert written(with_date(contact, contact.properties[0], date)) == [after]


def test_a_birthday_is_set_changed_and_removed() -> None:
    contact = with_birthday(a_contact("FN:x"), YEARLESS)
    assert written(contact) == ["FN:x", "BDAY:--0415"]
    changed = with_birthday(contact, SPRING)
    assert written(changed) == ["FN:x", "BDAY:19900415"]
    assert with_birthday(changed, None) == a_contact("FN:x")
    assert birthday(a_contact("FN:x")) is None
    assert with_birthday(a_contact("FN:x"), None) == a_contact("FN:x")


def test_a_day_of_ones_own_gets_a_label_line() -> None:
    contact = added_date(a_contact("item1.URL:x"), DateKind.OTHER, SPRING, "First met")
    assert written(contact) == ["item1.URL:x", "item2.X-ABDATE:1990-04-15", "item2.X-ABLabel:First met"]
    (day,) = important_dates(contact)
    assert day.label == "First met"


@given(st.dates())
def test_a_set_birthday_reads_back(day: object) -> None:
    date = PartialDate.parse(str(day))
    found = birthday(with_birthday(a_contact("FN:x"), date))
    assert found is not None
    assert found.date == date

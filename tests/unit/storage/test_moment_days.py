from dataclasses import replace

import pytest

from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from relate_desktop.storage.moment_days import card_days, day_column, fill_card_days
from tests.present import a_moment
from tests.unit.storage.books import a_person, a_property, added


@pytest.mark.parametrize(
    ("name", "value", "day"),
    [
        ("BDAY", "19850415", "--04-15"),
        ("bday", "--0229", "--02-29"),
        ("ANNIVERSARY", "2010-06-01", "--06-01"),
        ("X-ANDROID-CUSTOM", "vnd.android.cursor.item/contact_event;1999-05-06;1;;", "--05-06"),
    ],
)
def test_a_card_names_days_of_the_year(name: str, value: str, day: str) -> None:
    assert card_days(4, a_person("Ada", a_property(name, value))) == [(day, 4, "c0")]


@pytest.mark.parametrize("value", ["1985", "1985-04", "soon", ""])
def test_what_does_not_come_round_is_no_day_of_the_year(value: str) -> None:
    assert card_days(4, a_person("Ada", a_property("BDAY", value))) == []


def test_a_card_without_dates_is_not_even_looked_at() -> None:
    assert card_days(4, a_person()) == []


def test_what_happens_once_is_found_by_its_whole_day() -> None:
    assert day_column(a_moment("2026-11-30", yearly=False)) == "2026-11-30"
    assert day_column(a_moment("2026-11-30")) == "--11-30"
    assert day_column(replace(a_moment("2026-11-30"), yearly=True)) == "--11-30"


def test_an_older_book_is_filled_with_the_days_of_its_cards(book: Database) -> None:
    added(book, a_person("Ada", a_property("BDAY", "19851210")), a_person("Bob"))
    with book._writer.begin() as connection:
        plain = raw(connection)
        before = plain.execute("SELECT * FROM moment_days").fetchall()
        plain.execute("DELETE FROM moment_days")
        fill_card_days(plain)
        assert plain.execute("SELECT * FROM moment_days").fetchall() == before != []

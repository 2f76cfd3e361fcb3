from dataclasses import replace

from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from relate_desktop.storage.moment_days import card_days, day_column, fill_card_days
from tests.present import a_moment
from tests.unit.storage.books import a_person, a_property, added


def test_each_day_of_a_card_has_a_row_of_its_own() -> None:
    assert card_days(4, ("--04-15", "--02-29")) == [("--04-15", 4, "c0"), ("--02-29", 4, "c1")]


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

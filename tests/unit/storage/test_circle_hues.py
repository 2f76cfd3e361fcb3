from contextlib import closing
from typing import Any

import sqlcipher3.dbapi2 as driver

from relate_desktop.domain.circle import CIRCLE_HUES
from relate_desktop.domain.text import fold
from relate_desktop.storage.circle_hues import give_all_hues, give_hues, given_hues, hue_of
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, a_property, added


def opened(book: Database) -> Any:
    return driver.connect(str(book.folder / "relate.db"), isolation_level=None)


def test_ten_circles_have_ten_colours_and_the_next_begin_again(book: Database) -> None:
    names = [f"circle {number}" for number in range(12)]
    with closing(opened(book)) as connection:
        give_hues(connection, names)
        given = given_hues(connection)
    assert tuple(hue_of(name, given) for name in names) == (*CIRCLE_HUES, *CIRCLE_HUES[:2])


def test_names_are_not_kept_with_their_colours(book: Database) -> None:
    added(book, a_person("Ada", a_property("CATEGORIES", "Secret")))
    with closing(opened(book)) as connection:
        rows = connection.execute("SELECT name || value FROM circumstances").fetchall()
    assert rows
    assert not any("secret" in fold(row[0]) for row in rows)


def test_a_circle_without_a_colour_has_that_of_its_name_until_it_is_given_one(book: Database) -> None:
    added(book, a_person("Ada", a_property("CATEGORIES", "A,B")))
    with closing(opened(book)) as connection:
        connection.execute("DELETE FROM circumstances")
        assert hue_of("a", given_hues(connection)) == hue_of("a", {})
        give_all_hues(connection)
        given = given_hues(connection)
    assert (hue_of("a", given), hue_of("b", given)) == CIRCLE_HUES[:2]

"""Whom a text names."""

from pathlib import Path

from relate_desktop.domain.languages import LANGUAGES
from relate_desktop.services.known_names import KnownNames
from tests.open_book import a_book, a_person


def test_a_title_names_somebody_by_any_part_of_a_name(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        olena = book.contacts.add(a_person("Olena Bondar"))
        anna = book.contacts.add(a_person("Anna Lind"))
        other = book.contacts.add(a_person("Anna Berg"))
        with book.database.read() as reader:
            names = KnownNames(reader)
            english, german = LANGUAGES["en"], LANGUAGES["de"]
            assert names.in_text("Coffee with Olena", english) == (olena,)
            assert names.in_text("Kaffee mit Olena Bondar", german) == (olena,)
            assert set(names.in_text("Anna / Robin", english)) == {anna, other}
            assert names.in_text("Anna Berg and Olena", english) == (other, olena)
            assert names.in_text("Weekly sync", english) == ()
            assert names.in_text("\ud800 \u202e", english) == ()
            whole = names.whole(olena)
            assert whole is not None
            assert whole.called == "Olena Bondar"
            assert names.whole(None) is None


def test_only_the_beginning_of_an_endless_text_is_looked_through(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Olena Bondar"))
        with book.database.read() as reader:
            names = KnownNames(reader)
            assert names.in_text("x " * 100_000 + "Olena", LANGUAGES["en"]) == ()
            assert names.in_text("Olena " * 100_000, LANGUAGES["en"]) != ()

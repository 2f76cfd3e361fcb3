import pytest

from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, a_property, added


@pytest.mark.parametrize(
    "words",
    [
        "1",
        "Ada Lovelace",
        "ada lovelace",
        "Lovelace Ada",
        "Lovelace",
        "Countess",
        "ada@example.org",
        "+49 151 2345678",
        "0151 2345678",
        "Analytical Engines",
    ],
)
def test_somebody_is_meant_by_id_name_or_address(book: Database, words: str) -> None:
    ada, _ = added(
        book,
        (
            a_property("FN", "Ada Lovelace"),
            a_property("NICKNAME", "Countess"),
            a_property("EMAIL", "ada@example.org"),
            a_property("TEL", "+49 151 2345678"),
            a_property("ORG", "Analytical Engines;Research"),
        ),
        a_person("Bob Babbage", a_property("NOTE", "knows Ada Lovelace, ada@example.org")),
    )
    with book.read() as reader:
        assert reader.contacts.named(words) == [ada]


def test_a_whole_name_beats_a_part_of_one(book: Database) -> None:
    whole, _ = added(book, a_person("Ada"), a_person("Ada Lovelace"))
    with book.read() as reader:
        assert reader.contacts.named("ada") == [whole]


def test_an_ambiguous_name_names_everybody(book: Database) -> None:
    people = added(book, a_person("Ada Byron"), a_person("Ada Lovelace"))
    with book.read() as reader:
        assert reader.contacts.named("Ada") == people


def test_nobody_is_meant_by_nonsense(book: Database) -> None:
    added(book, a_person("Ada"))
    with book.read() as reader:
        assert [reader.contacts.named(words) for words in ("", "!?", "Ad", "99", "9" * 40)] == [[]] * 5

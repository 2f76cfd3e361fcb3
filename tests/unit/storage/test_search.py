import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.people import PeopleFilter
from relate_desktop.domain.property import Property, escape
from relate_desktop.storage import search as search_module
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_book, a_draft, a_person, a_property, added, doing, imported

ADA = (
    a_property("FN", "Ada Łovelace"),
    a_property("N", "Łovelace;Ada;;;"),
    a_property("ORG", "Analytical Engines"),
    a_property("EMAIL", "a.lovelace@engines.example.org"),
    a_property("TEL", "+49 151 2345678"),
    a_property("ADR", ";;Straße des 17. Juni 135;Berlin;;10623;Germany"),
    a_property("IMPP", "xmpp:countess@jabber.example"),
    a_property("CATEGORIES", "Pioneers"),
    a_property("NOTE", escape("Met in Zürich; likes Ключи and 北京烤鸭\nowes me a book")),
    a_property("X-Instrument", "harp"),
)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("ada", "fn"),
        ("lovelace", "fn"),
        ("ŁOVE", "fn"),
        ("lov ad", "fn"),
        ("analytical", "org"),
        ("engines.example", "email"),
        ("a.lovelace@eng", "email"),
        ("2345", "tel"),
        ("0151", "tel"),
        ("0151 2345678", "tel"),
        ("+49 151 2345678", "tel"),
        ("0049 151", "tel"),
        ("49151234567", "tel"),
        ("5678", "tel"),
        ("78", "tel"),
        ("strasse", "adr"),
        ("10623 berlin", "adr"),
        ("135", "adr"),
        ("countess", "impp"),
        ("pioneers", "categories"),
        ("zurich", "note"),
        ("ключи", "note"),
        ("北京", "note"),
        ("烤鸭", "note"),
        ("owes", "note"),
        ("harp", "x-instrument"),
        ("harp berl", "adr"),
    ],
)
def test_everything_of_a_person_is_found_and_why(book: Database, words: str, field: str) -> None:
    (ada,) = added(book, ADA)
    added(book, a_person("Bob"))
    with book.read() as reader:
        found = reader.search.find(words)
        ids = list(reader.search.ids(words))
    assert [(hit.contact, hit.name) for hit in found.hits] == [(ada, "Ada Łovelace")]
    assert (found.query, found.total, ids) == (words, 1, [ada])
    assert found.hits[0].field == field or (words == "harp berl" and found.hits[0].field == "x-instrument")
    assert found.hits[0].snippet


@pytest.mark.parametrize("words", ["ada bob", "0152", "123456789", "京北", "velace", "", " ", "!!", "uid"])
def test_what_does_not_match_is_not_found(book: Database, words: str) -> None:
    added(book, ADA, a_person("Bob", a_property("UID", "uid-1")))
    with book.read() as reader:
        assert reader.search.find(words).total == 0
        assert not reader.search.ids(words)


def test_a_stored_national_number_is_found_by_the_international_one(book: Database) -> None:
    (bob,) = added(book, a_person("Bob", a_property("TEL", "0151 / 99 88 77")))
    with book.read() as reader:
        for words in ("+49 151 998877", "0049151 99", "151 998", "998877", "99 88"):
            assert list(reader.search.ids(words)) == [bob], words


def test_names_come_first_and_each_part_by_name(book: Database) -> None:
    note = a_property("NOTE", "ask ada")
    zoe, ada2, abe, ada1 = added(
        book, a_person("Zoe", note), a_person("Ada Zuse"), a_person("Abe", note), a_person("Ada Abel")
    )
    with book.read() as reader:
        assert [hit.contact for hit in reader.search.find("ada").hits] == [ada1, ada2, abe, zoe]
        assert list(reader.search.ids("ada")) == [ada1, ada2, abe, zoe]
        assert [hit.contact for hit in reader.search.find("ada", 3).hits] == [ada1, ada2, abe]
        assert reader.search.find("ada", 3).total == 4
        assert reader.search.find("ada", 0).hits == ()


def test_many_hits_come_in_the_same_order_as_few(book: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    added(book, *(a_person(f"P{number % 7} X{number}", a_property("NOTE", "P0 q")) for number in range(30)))
    with book.read() as reader:
        few = reader.search.find("p0", 20), list(reader.search.ids("p0"))
    monkeypatch.setattr(search_module, "_FEW", 3)
    with book.read() as reader:
        many = reader.search.find("p0", 20), list(reader.search.ids("p0"))
    assert few == many


def test_search_within_a_circle(book: Database) -> None:
    ada, _ = added(book, a_person("Ada", a_property("CATEGORIES", "Work")), a_person("Ada"))
    with book.read() as reader:
        assert list(reader.search.ids("ada", PeopleFilter(circle="work"))) == [ada]


def test_edits_and_undo_are_found_at_once(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.write(doing()) as writer:
        contact = writer.contacts.get(ada)
        writer.contacts.save(contact.replaced(contact.properties[0], contact.properties[0].with_value("Bob")))
        assert writer.search.find("ada").total == 1  # the index follows when the write ends
    with book.read() as reader:
        assert (reader.search.find("ada").total, reader.search.find("bob").total) == (0, 1)
    book.undo(doing())
    with book.read() as reader:
        assert (reader.search.find("ada").total, reader.search.find("bob").total) == (1, 0)


def test_the_trash_is_not_searched(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([ada])
    with book.read() as reader:
        assert reader.search.find("ada").total == 0


def test_twenty_thousand_hostile_words_are_no_error(book: Database) -> None:
    added(book, ADA)
    chance = random.Random(6)
    signs = string.printable + "\x00\u202e\ufeff\ud83d“”„¿、李🎉´`NEAR AND OR NOT" * 2
    words = [
        '"',
        "*",
        "name:",
        "NEAR(",
        "a AND",
        "^",
        "{name}:x",
        "-x",
        "(",
        '""',
        "'; DROP TABLE contacts;--",
    ]
    with book.read() as reader:
        for number in range(20_000):
            text = "".join(chance.choices(signs, k=chance.randint(0, 12)))
            if number % 3 == 0:
                text = f"{chance.choice(words)}{text} {chance.choice(words)}"
            assert reader.search.find(text, 1).total in {0, 1}


@settings(max_examples=30)
@given(value=st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12))
def test_every_script_is_found_by_its_own_words(tmp_path_factory: pytest.TempPathFactory, value: str) -> None:
    book = a_book(tmp_path_factory.mktemp("b"))
    try:
        (someone,) = added(book, (Property("NOTE", escape(value)),))
        with book.read() as reader:
            assert list(reader.search.ids(value)) == [someone]
    finally:
        book.close()


def test_people_of_an_import_are_found(book: Database) -> None:
    people = imported(book, *(a_draft(a_person(f"Person {number}")) for number in range(40)))
    with book.read() as reader:
        assert sorted(reader.search.ids("person")) == people
        assert list(reader.search.ids("person 17")) == [people[17]]


def test_whom_one_typo_kept_away_comes_behind_who_was_meant(book: Database) -> None:
    meant, other, noted = added(
        book,
        a_person("Zed Smiths"),
        a_person("Ada Smithe"),
        a_person("Bob", a_property("NOTE", "knows the Smiths")),
    )
    with book.read() as reader:
        assert list(reader.search.ids("smiths")) == [meant, noted, other]
        assert [hit.contact for hit in reader.search.find("smiths").hits] == [meant, noted, other]
        assert list(reader.search.ids("smiths has:note")) == [noted]
        assert list(reader.search.ids("smtihe -ada")) == []


def test_no_typo_is_forgiven_where_many_answer(book: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    meant, other = added(book, a_person("Ada Smiths"), a_person("Bob Smithe"))
    monkeypatch.setattr(search_module, "FORGIVEN_BELOW", 1)
    with book.read() as reader:
        assert list(reader.search.ids("smiths")) == [meant]
        assert reader.search.find("smiths").total == 1
        assert list(reader.search.ids("smithx")) == [meant, other]


def test_filters_are_answered_by_name_and_names_first(book: Database) -> None:
    zoe, bob, ada = added(
        book,
        a_person("Zoe Clientis", a_property("CATEGORIES", "Clients")),
        a_person("Bob", a_property("CATEGORIES", "Clients"), a_property("NOTE", "Zoe sent him")),
        a_person("Ada", a_property("CATEGORIES", "Clients")),
    )
    with book.read() as reader:
        assert list(reader.search.ids("circle:clients")) == [ada, bob, zoe]
        assert list(reader.search.ids("circle:clients zoe")) == [zoe, bob]
        found = reader.search.find("circle:clients zoe", 1)
        assert (found.total, [hit.contact for hit in found.hits]) == (2, [zoe])
        assert list(reader.search.ids("circle:clients", PeopleFilter(circle="none"))) == []

import random
import string

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.people import PeopleFilter
from relate_desktop.storage import text_search
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, a_property, added, doing
from tests.unit.storage.days import a_call, a_note, a_promise, a_reminder, kept


def found(book: Database, words: str) -> list[tuple[str, str]]:
    with book.read() as reader:
        total, hits = reader.texts.find(words)
    assert total == len(hits)
    return [(hit.field, hit.name) for hit in hits]


@pytest.fixture
def ada(book: Database) -> ContactId:
    ada, bob = added(book, a_person("Ada Lovelace"), a_person("Bob"))
    kept(
        book,
        a_call(ada, on="2026-03-01", text="Über die Rechnung 4711"),
        a_call(ada, bob, on="2026-02-01", text="the invoice again", kind=InteractionKind.MAIL),
        a_note(bob, on="2026-01-01", text="pays every **invoice** late"),
    )
    a_promise(book, bob, text="send the invoice")
    a_reminder(book, ada, text="ask about the invoice")
    return ada


def test_everything_written_is_found_the_latest_first(book: Database, ada: ContactId) -> None:
    assert found(book, "invoice") == [
        ("promise", "Bob"),
        ("reminder", "Ada Lovelace"),
        ("mail", "Ada Lovelace"),
        ("note", "Bob"),
    ]
    assert found(book, "rechn") == [("call", "Ada Lovelace")]
    assert found(book, "4711 uber") == [("call", "Ada Lovelace")]
    assert found(book, "nothing") == []
    assert found(book, "?") == []


def test_a_hit_says_what_it_is_and_shows_where(book: Database, ada: ContactId) -> None:
    with book.read() as reader:
        _total, (hit,) = reader.texts.find("late")
        number = reader.timeline.ids()[-1]
    assert (hit.field, hit.number, hit.on.isoformat()) == ("note", number, "2026-01-01")
    assert hit.snippet == "pays every invoice late"


def test_a_name_may_stand_among_the_words(book: Database, ada: ContactId) -> None:
    expected = [("reminder", "Ada Lovelace"), ("mail", "Ada Lovelace")]
    assert found(book, "ada invoice") == expected
    assert found(book, "invoice lovelace") == expected
    assert found(book, "ada lovelace invo") == expected
    assert found(book, "invoice ada bob") == []


def test_what_is_about_people_in_the_trash_alone_is_not_found(book: Database, ada: ContactId) -> None:
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([ada])
    assert found(book, "invoice") == [("promise", "Bob"), ("mail", "Bob"), ("note", "Bob")]
    assert found(book, "rechnung") == []


def test_what_is_about_nobody_is_found_without_a_name(book: Database) -> None:
    kept(book, a_note(text="an idea for the poster"))
    assert found(book, "poster") == [("note", "")]


def test_people_are_found_by_what_was_written_of_them_behind_the_others(book: Database) -> None:
    ada, bob, eve = added(
        book,
        a_person("Ada"),
        a_person("Bob", a_property("NOTE", "plays the oboe")),
        a_person("Eve", a_property("CATEGORIES", "Work")),
    )
    kept(book, a_call(bob, eve, text="about the oboe"), a_note(ada, text="sold an oboe"))
    with book.read() as reader:
        assert list(reader.search.ids("oboe")) == [bob, ada, eve]
        assert list(reader.search.ids("oboe", PeopleFilter(circle="work"))) == [eve]
        assert list(reader.search.ids("ob")) == [bob]


def test_only_so_many_are_shown_and_all_are_counted(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.write(doing(OperationKind.IMPORT)) as writer:
        writer.timeline.add_many([a_call(ada, text="tea") for _ in range(30)])
    with book.read() as reader:
        total, hits = reader.texts.find("tea", 5)
    assert (total, len(hits)) == (30, 5)


def test_no_words_disturb_the_index(book: Database, ada: ContactId) -> None:
    chance = random.Random(5)
    with book.read() as reader:
        for _ in range(300):
            words = "".join(chance.choices(string.printable + '"*^:()', k=chance.randint(1, 20)))
            reader.texts.find(words)


def test_texts_about_somebody_are_read_as_the_index_would_find_them(
    book: Database, ada: ContactId, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("ada invoice", "lovelace 47", "rech ada", "ada uber rechnung", "ada ab", "bob pays in", "ada !!")
    read = [found(book, words) for words in asked]
    monkeypatch.setattr(text_search, "_READ", 0)
    assert [found(book, words) for words in asked] == read
    assert any(read)

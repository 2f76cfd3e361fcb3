from datetime import date
from pathlib import Path

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Happened
from relate_desktop.domain.ranking import Nearness
from relate_desktop.services.book import OpenBook
from tests.open_book import a_book, a_person


def names(book: OpenBook, wanted: str, recent: tuple[ContactId, ...] = (), limit: int = 9) -> list[str]:
    return [found.person.called for found in book.palette.people(wanted, recent, limit)]


def test_what_people_are_called_goes_before_their_other_names(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        for name in ("Johanna Vale", "Maria Annan", "Zoe Berg", "Anna Lindqvist"):
            book.contacts.add(a_person(name))
        assert names(book, "anna") == ["Anna Lindqvist", "Maria Annan", "Johanna Vale"]


def test_names_in_any_order_go_before_what_else_is_known(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ben Okafor", "ORG:Anna Lindqvist & Daughters"))
        book.contacts.add(a_person("Anna Lindqvist"))
        found = book.palette.people("lind anna")
        assert [one.person.called for one in found] == ["Anna Lindqvist", "Ben Okafor"]
        assert [one.nearness for one in found] == [Nearness.WORDS, Nearness.ELSEWHERE]
        assert "Anna Lindqvist & Daughters" in found[1].snippet


def test_of_equals_who_was_opened_last_comes_first(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ids = [book.contacts.add(a_person(f"Anna {letter}")) for letter in "ABCDEF"]
        other = book.contacts.add(a_person("Maria Annan"))
        assert names(book, "anna", (other, ids[4], ids[2]), limit=3) == ["Anna E", "Anna C", "Anna A"]


def test_who_was_opened_lately_is_found_among_any_number(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ids = [book.contacts.add(a_person(f"Anna {number:03}")) for number in range(60)]
        assert names(book, "anna", (ids[59],), limit=2) == ["Anna 059", "Anna 000"]


def test_numbers_and_letters_find_people_too(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Anna Lindqvist", "TEL:+44 20 7946 0123"))
        assert names(book, "7946") == ["Anna Lindqvist"]
        assert names(book, "alqv") == ["Anna Lindqvist"]
        assert names(book, "q") == []


def test_a_name_the_row_does_not_show_is_a_name(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Anna Lindqvist", "NICKNAME:Nanni"))
        assert [one.nearness for one in book.palette.people("nann")] == [Nearness.CALLED]


def test_nothing_typed_finds_nobody(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Anna"))
        assert names(book, " ") == []


def test_removed_people_are_neither_found_nor_recent(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        anna = book.contacts.add(a_person("Anna"))
        annabel = book.contacts.add(a_person("Annabel"))
        book.contacts.trash([anna])
        assert names(book, "anna", (anna,)) == ["Annabel"]
        assert [row.id for row in book.palette.recent((anna, annabel), 5)] == [annabel]


def test_it_can_be_made_ready_ahead(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Anna"))
        book.palette.warm()
        assert names(book, "an") == ["Anna"]


def test_what_was_written_is_found_the_latest_first(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada"))
        for day, text in ((1, "the old oven"), (3, "a new oven"), (2, "no kitchen at all")):
            book.timeline.note([ada], text, Happened(date(2026, 3, day)))
        found = book.palette.texts("oven")
        assert [(hit.snippet, hit.contact) for hit in found] == [("a new oven", ada), ("the old oven", ada)]
        assert [hit.snippet for hit in book.palette.texts("oven", limit=1)] == ["a new oven"]
        assert book.palette.texts("o") == ()


def test_a_name_may_stand_among_the_words_of_what_was_written(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada"))
        book.timeline.note([ada], "a new oven", Happened(date(2026, 3, 1)))
        assert [hit.snippet for hit in book.palette.texts("ada oven")] == ["a new oven"]

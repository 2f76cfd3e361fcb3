"""Who is likely to be close, as an address book shows it."""

from pathlib import Path

from relate_desktop.domain.first_day import Hint
from relate_desktop.services.book import OpenBook
from tests.open_book import a_book, a_person


def likely(book: OpenBook, limit: int = 12) -> list[tuple[str, frozenset[Hint]]]:
    with book.database.read() as reader:
        found = reader.first_day.likely(limit)
        rows = reader.contacts.summaries([contact for contact, _hints in found])
    return [(row.called, hints) for row, (_contact, hints) in zip(rows, found, strict=True)]


def test_stars_weigh_more_than_birthdays_and_those_more_than_notes(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Nobody in particular", "TEL:+49 30 1"))
        book.contacts.add(a_person("Noted", "NOTE:Likes tea"))
        book.contacts.add(a_person("Born", "BDAY:--0704"))
        book.contacts.add(a_person("Starred", "CATEGORIES:Starred,Clients"))
        assert likely(book) == [
            ("Starred", frozenset({Hint.STARRED})),
            ("Born", frozenset({Hint.BIRTHDAY})),
            ("Noted", frozenset({Hint.NOTE})),
            ("Nobody in particular", frozenset()),
        ]


def test_companies_and_removed_people_are_not_among_them(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Harbour Bakery", "KIND:org", "NOTE:Good rolls"))
        removed = book.contacts.add(a_person("Removed", "BDAY:--0704"))
        book.contacts.trash([removed])
        book.contacts.add(a_person("Ada"))
        assert [name for name, _hints in likely(book)] == ["Ada"]


def test_there_are_no_more_than_asked_for(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        for number in range(5):
            book.contacts.add(a_person(f"Person {number}"))
        assert [name for name, _hints in likely(book, 2)] == ["Person 0", "Person 1"]

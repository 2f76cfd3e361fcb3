"""One look through a whole book."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relate_desktop.domain.errors import Cancelled
from relate_desktop.services import duplicate_search
from relate_desktop.services.book import OpenBook
from tests.open_book import a_book, a_person
from tests.unit.services.going import StoppedJob


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        yield opened


def test_people_are_found_without_a_number_in_common(book: OpenBook) -> None:
    """Each pair by another key: swapped, other letters, initials at one company, joined words, a birthday."""
    twice = [
        ("Rosalind Franklin", "Franklin Rosalind"),
        ("Нина Щербакова", "Nina Shcherbakova"),
        ("Anne Marie Duval", "Annemarie Duval"),
        ("محمد حداد", "Mohammed Haddad"),
    ]
    wanted = {tuple(book.contacts.add(a_person(name)) for name in pair) for pair in twice}
    wanted.add(
        tuple(
            book.contacts.add(a_person(name, "ORG:Kite Museum")) for name in ("J. Whitby", "Jonathan Whitby")
        )
    )
    wanted.add(
        tuple(
            book.contacts.add(a_person(name, "BDAY:1980-02-03")) for name in ("Bob Okafor", "Robert Okafor")
        )
    )
    assert {(pair.one, pair.other) for pair in book.duplicates.find(StoppedJob(1000))} == wanted


def test_a_common_name_alone_is_no_question_in_a_large_book(book: OpenBook) -> None:
    givens, families = ("Anna", "Jan", "Ute"), ("Weiss", "Brandt", "Koch")
    names = [f"{given} {family}" for given in givens for family in families]
    for name in names[:2] * 2:
        book.contacts.add(a_person(name))
    assert len(book.duplicates.find(StoppedJob(1000))) == 2
    for number in range(40):
        given, family = givens[number % 3], families[number // 3 % 3]
        book.contacts.add(a_person(f"{given} {number}", f"EMAIL:{number}@one.example"))
        book.contacts.add(a_person(f"Nobody{number} {family}", f"EMAIL:{number}@two.example"))
    assert book.duplicates.find(StoppedJob(1000)) == []


def test_a_book_too_large_to_keep_everybody_at_hand_has_the_same_pairs(
    book: OpenBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duplicate_search, "_KEPT", 2)
    monkeypatch.setattr(duplicate_search, "_AT_ONCE", 3)
    for number in range(8):
        name = ("Ada King", "Grace Hopper", "Emmy Noether", "Lise Meitner")[number % 4]
        book.contacts.add(a_person(name, f"EMAIL:{number % 4}@example.org"))
    found = book.duplicates.find(StoppedJob(1000))
    assert [(pair.one, pair.other) for pair in found] == [(1, 5), (2, 6), (3, 7), (4, 8)]


def test_what_very_many_share_says_nothing(book: OpenBook) -> None:
    for number in range(duplicate_search.MOST_HOLDERS + 1):
        book.contacts.add(a_person(f"Nobody{number}", "TEL:+49 30 1234567"))
    assert book.duplicates.find(StoppedJob(1000)) == []


def test_looking_can_be_stopped(book: OpenBook) -> None:
    for _ in range(2):
        book.contacts.add(a_person("Ada", "EMAIL:a@example.org"))
    with pytest.raises(Cancelled):
        book.duplicates.find(StoppedJob(0))

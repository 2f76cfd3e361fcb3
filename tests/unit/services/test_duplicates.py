"""Who is in the book twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relate_desktop.domain.errors import Cancelled
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.services.book import OpenBook
from tests.open_book import a_book, a_person
from tests.unit.services.going import StoppedJob


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        yield opened


def test_pairs_are_found_with_their_reasons_and_the_surest_first(book: OpenBook) -> None:
    add = book.contacts.add
    ada = add(a_person("Ada Lovelace", "TEL:+44 20 7946 0001", "EMAIL:ada@example.org"))
    again = add(a_person("Lovelace Ada", "TEL:020 7946 0001", "EMAIL:ADA@example.org"))
    grace = add(a_person("Grace Hopper", "BDAY:1906-12-09"))
    other = add(a_person("Grace Hopper", "BDAY:19061209", "TITLE:Admiral"))
    add(a_person("Emmy Noether"))
    pairs = book.duplicates.find(StoppedJob(1000))
    assert [(pair.one, pair.other) for pair in pairs] == [(ada, again), (grace, other)]
    wanted = {MatchReason.SAME_EMAIL, MatchReason.SAME_PHONE, MatchReason.SWAPPED_NAME}
    assert wanted <= set(pairs[0].reasons)
    assert MatchReason.SAME_BIRTHDAY in pairs[1].reasons
    assert pairs[0].certainty > pairs[1].certainty


def test_people_of_one_household_and_mere_namesakes_are_no_pair(book: OpenBook) -> None:
    book.contacts.add(a_person("Ada King", "N:King;Ada;;;", "TEL:+44 20 7946 0001"))
    book.contacts.add(a_person("Ralph King", "N:King;Ralph;;;", "TEL:+44 20 7946 0001"))
    for street in ("One", "Two"):
        book.contacts.add(a_person("Anna Schmidt", f"ADR:;;{street};;;;"))
    assert book.duplicates.find(StoppedJob(1000)) == []


def test_two_people_are_not_asked_about_again(book: OpenBook) -> None:
    ada, again = (book.contacts.add(a_person("Ada", "EMAIL:a@example.org")) for _ in range(2))
    assert len(book.duplicates.find(StoppedJob(1000))) == 1
    book.merges.keep_apart(ada, again)
    assert book.duplicates.find(StoppedJob(1000)) == []


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


def test_looking_can_be_stopped(book: OpenBook) -> None:
    for _ in range(2):
        book.contacts.add(a_person("Ada", "EMAIL:a@example.org"))
    with pytest.raises(Cancelled):
        book.duplicates.find(StoppedJob(0))

"""Who is in the book twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relate_desktop.domain.errors import Cancelled
from relate_desktop.domain.matching import MatchReason
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
    wanted = {MatchReason.SAME_EMAIL, MatchReason.SAME_PHONE, MatchReason.SAME_NAME}
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


def test_looking_can_be_stopped(book: OpenBook) -> None:
    for _ in range(2):
        book.contacts.add(a_person("Ada", "EMAIL:a@example.org"))
    with pytest.raises(Cancelled):
        book.duplicates.find(StoppedJob(0))

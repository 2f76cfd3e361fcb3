"""Who is in the book twice."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from relate_desktop.domain.errors import NotFoundError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.importing import OnMatch
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.services.book import OpenBook
from tests.open_book import a_book, a_person
from tests.unit.services.going import StoppedJob, a_card, a_job


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


def test_an_import_leaves_as_many_to_look_at_as_the_book_then_asks_about(
    book: OpenBook, tmp_path: Path
) -> None:
    book.contacts.add(a_person("Ada King", "TEL:030 1234567", "EMAIL:king@example.org"))
    file = tmp_path / "phone.vcf"
    file.write_bytes(
        a_card("Byron King", "TEL:030 1234567")
        + a_card("Anne King", "EMAIL:king@example.org")
        + a_card("A. King", "TEL:030 1234567")
    )
    report = book.imports.run([file], job=a_job())
    (came,) = report.files
    assert (came.created, came.review) == (2, 1)
    assert len(book.duplicates.find(StoppedJob(1000))) == came.review


def test_two_people_are_not_asked_about_again(book: OpenBook) -> None:
    ada, again = (book.contacts.add(a_person("Ada", "EMAIL:a@example.org")) for _ in range(2))
    assert len(book.duplicates.find(StoppedJob(1000))) == 1
    book.merges.keep_apart(ada, again)
    assert book.duplicates.find(StoppedJob(1000)) == []


def test_nothing_changed_is_nothing_to_look_through_again(book: OpenBook) -> None:
    twice(book, "Ada", "EMAIL:a@example.org")
    found = book.duplicates.find(StoppedJob(1000))
    assert book.duplicates.find(StoppedJob(0)) == found
    twice(book, "Bea", "EMAIL:b@example.org")
    assert len(book.duplicates.find(StoppedJob(1000))) == 2


def twice(book: OpenBook, *lines: str) -> tuple[ContactId, ...]:
    return tuple(book.contacts.add(a_person(*lines)) for _ in range(2))


def test_two_who_are_named_are_compared_whatever_speaks_for_it(book: OpenBook) -> None:
    ada, grace = (book.contacts.add(a_person(name)) for name in ("Ada King", "Grace Hopper"))
    pair = book.duplicates.between(grace, ada)
    assert (pair.one, pair.other) == (ada, grace)
    assert pair.reasons == (MatchReason.DIFFERENT_NAME,)
    with pytest.raises(NotFoundError):
        book.duplicates.between(ada, ContactId(99))


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        (("Nattapon Srisuk",), True),
        (("Srisuk Nattapon",), True),
        (("", "TEL:+66 81 000 0000"), True),
        (("Malee Srisuk", "TEL:+66 81 000 0000"), False),
        (("Nattapon",), False),
    ],
)
def test_somebody_being_typed_is_known_when_they_are_in_the_book(
    book: OpenBook, typed: tuple[str, ...], known: bool
) -> None:
    nattapon = book.contacts.add(a_person("Nattapon Srisuk", "TEL;TYPE=CELL:081 000 0000"))
    found = book.duplicates.like(a_person(*typed))
    assert (found is not None and found.id == nattapon) is known
    assert book.duplicates.like(a_person(*typed), besides=nattapon) is None


def test_the_count_is_told_on_one_day_after_people_came_in(book: OpenBook, tmp_path: Path) -> None:
    today, tomorrow = date(2026, 11, 22), date(2026, 11, 23)
    assert not book.duplicates.waits()
    file = tmp_path / "two.vcf"
    cards = [a_card("Ada King", "EMAIL:a@example.org", f"NOTE:{number}") for number in range(2)]
    file.write_bytes(b"".join(cards))
    book.imports.run([file], on_match=OnMatch.NEW, job=a_job())
    assert book.duplicates.waits()
    assert book.duplicates.to_tell(today) == 0
    assert book.duplicates.look(StoppedJob(1000)) == 1
    assert not book.duplicates.waits()
    assert [book.duplicates.to_tell(day) for day in (today, today, tomorrow)] == [1, 1, 0]
    book.duplicates.look(StoppedJob(1000))
    book.duplicates.seen()
    assert book.duplicates.to_tell(today) == 0

"""Names to get right, in a real book: found, taken, left, asked about again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relate_desktop.domain.errors import Cancelled
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.name_doubts import NameDoubt
from relate_desktop.services.book import OpenBook
from relate_desktop.services.names import DoubtfulName
from tests.open_book import a_book, a_person
from tests.unit.services.going import StoppedJob, a_job


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        yield opened


def found(book: OpenBook) -> list[DoubtfulName]:
    return book.names.look(a_job())


def names(book: OpenBook) -> list[str]:
    rows = book.contacts.summaries([ContactId(one) for one in book.contacts.ids()])
    return sorted(row.full_name for row in rows)


def test_every_doubtful_name_is_found_by_kind_and_the_right_ones_are_not(book: OpenBook) -> None:
    for name in ("ANNA LIND", "Bo Right", "JÃ¶rg", "Acme GmbH", "Lind\\, Cy"):
        book.contacts.add(a_person(name))
    book.contacts.add(a_person("dee.lind"))
    assert [(one.contact, one.proposal.doubt) for one in found(book)] == [
        (3, NameDoubt.GARBLED),
        (4, NameDoubt.COMPANY),
        (5, NameDoubt.SWAPPED),
        (6, NameDoubt.JOINED),
        (1, NameDoubt.CAPITALS),
    ]
    assert [one.contact for one in book.names.of(ContactId(1))] == [1]
    assert book.names.of(ContactId(2)) == []


def test_taking_is_one_change_that_undo_takes_back(book: OpenBook) -> None:
    for name in ("ANNA LIND", "BO BERG"):
        book.contacts.add(a_person(name))
    assert book.names.take(found(book)) == 2
    assert names(book) == ["Anna Lind", "Bo Berg"]
    assert found(book) == []
    assert dict(book.history.entries(limit=1)[0].facts) == {"contacts": 2}
    book.history.undo()
    assert names(book) == ["ANNA LIND", "BO BERG"]


def test_a_name_that_is_another_by_now_is_left_alone(book: OpenBook) -> None:
    anna = book.contacts.add(a_person("ANNA LIND"))
    seen = found(book)
    person = book.contacts.get(anna)
    book.contacts.save(person.replaced(person.properties[0], *a_person("ANNA LUND")))
    assert book.names.take(seen) == 0
    assert names(book) == ["ANNA LUND"]
    book.contacts.trash([anna])
    assert book.names.take(seen) == 0


def test_what_is_left_is_remembered_undone_and_asked_again(book: OpenBook) -> None:
    anna = book.contacts.add(a_person("ANNA LIND"))
    assert book.names.leave(found(book)) == 1
    assert found(book) == []
    assert book.names.of(anna) == []
    book.history.undo()
    assert len(found(book)) == 1
    book.history.redo()
    (left,) = book.names.left()
    assert (left.person.id, left.doubt) == (anna, NameDoubt.CAPITALS)
    book.names.ask_again([left])
    assert len(found(book)) == 1
    assert book.names.left() == []


def test_another_name_is_asked_about_although_the_first_was_left(book: OpenBook) -> None:
    anna = book.contacts.add(a_person("ANNA LIND"))
    book.names.leave(found(book))
    person = book.contacts.get(anna)
    book.contacts.save(person.replaced(person.properties[0], *a_person("ANNA LUND")))
    assert [one.proposal.after for one in found(book)] == ["Anna Lund"]


def test_what_somebody_likes_to_be_called_is_kept(book: OpenBook) -> None:
    steve = book.contacts.add(a_person("Stephen Marlow", "N:Marlow;Stephen;;;"))
    (asked,) = found(book)
    assert asked.proposal.offers == ("Stephen", "Steve")
    assert book.names.take([asked]) == 0
    assert book.names.take([asked], "Steve") == 1
    assert book.contacts.summaries([steve])[0].called == "Steve"
    assert found(book) == []


def test_a_refusal_follows_a_merge_and_goes_with_who_is_erased(book: OpenBook) -> None:
    anna, other = (book.contacts.add(a_person(name)) for name in ("ANNA LIND", "Anna L"))
    book.names.leave(found(book))
    book.merges.merge(other, [anna])
    assert [one.person.id for one in book.names.left()] == [other]
    book.contacts.trash([other])
    assert book.names.left() == []
    book.contacts.forget([other])
    assert book.health().problems == ()


def test_looking_can_be_stopped(book: OpenBook) -> None:
    book.contacts.add(a_person("ANNA LIND"))
    with pytest.raises(Cancelled):
        book.names.look(StoppedJob(0))

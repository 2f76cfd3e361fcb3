"""Erasing somebody takes what was refused while they were taken for one with another, and no more."""

from pathlib import Path

import pytest

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import FindingField, Provider
from relate_desktop.domain.refused_fact import REFUSED_FACT, RefusedFact, refused_fact_of
from relate_desktop.services.book import OpenBook
from tests.open_book import a_book, a_person


def refuse(book: OpenBook, contact: ContactId, value: str) -> None:
    fact = RefusedFact(Provider.GITHUB, "1815", FindingField.PLACE, value)
    with book.database.write(Operation(OperationKind.LOOKUP_REFUSE, Origin.WINDOW)) as writer:
        writer.declined.add(REFUSED_FACT, contact, fact.key)


def refused(book: OpenBook) -> set[str]:
    with book.database.read() as reader:
        facts = [refused_fact_of(one.key) for one in reader.declined.all([REFUSED_FACT])]
    return {fact.value for fact in facts if fact is not None}


def test_what_was_refused_before_they_were_one_and_since_they_are_two_stays(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        bob, zoe, max_ = (book.contacts.add(a_person(name)) for name in ("Bob", "Zoe", "Max"))
        refuse(book, bob, "before")
        refuse(book, max_, "another's")
        merged = book.merges.merge(bob, [zoe])
        refuse(book, bob, "as one")
        book.merges.separate(merged.changeset)
        refuse(book, bob, "since")
        book.contacts.forget([zoe])
        assert refused(book) == {"before", "since", "another's"}
        assert not book.health().problems


@pytest.mark.parametrize("again", [False, True], ids=["undone", "done again and undone"])
def test_joining_that_was_undone_ends_as_well_unless_it_may_have_gone_on(tmp_path: Path, again: bool) -> None:
    with a_book(tmp_path) as book:
        bob, zoe = (book.contacts.add(a_person(name)) for name in ("Bob", "Zoe"))
        merged = book.merges.merge(bob, [zoe])
        if again:
            book.history.undo()
            book.history.redo()
        refuse(book, bob, "as one")
        book.history.undo(merged.changeset)
        refuse(book, bob, "since")
        book.contacts.forget([zoe])
        assert refused(book) == (set() if again else {"since"})
        assert not book.health().problems

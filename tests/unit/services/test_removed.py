from pathlib import Path

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from tests.open_book import a_book, a_person


def test_people_are_put_back_in_one_change_that_names_them(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada, bob = (book.contacts.add(a_person(name)) for name in ("Ada", "Bob"))
        book.contacts.trash([ada, bob])
        assert book.removed.put_back([ada, ada]) == 1
        newest = book.history.entries(limit=1)[0]
        assert (newest.kind, newest.facts["name"]) == (OperationKind.PUT_BACK, "Ada")
        assert [*book.removed.ids()] == [bob]
        assert book.removed.put_back([ada]) == 0
        assert book.history.entries(limit=1)[0].changeset == newest.changeset


def test_whoever_was_put_back_meanwhile_is_not_erased(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada, bob = (book.contacts.add(a_person(name)) for name in ("Ada", "Bob"))
        book.contacts.trash([ada, bob])
        seen = [row.row.id for row in book.removed.page(book.removed.ids())]
        book.removed.put_back([ada])
        assert book.removed.erase(seen) == 1
        assert book.contacts.find(bob) is None
        assert [row.called for row in book.contacts.summaries([ada])] == ["Ada"]
        assert book.history.entries(limit=1)[0].facts == {"contacts": 1}
        assert book.removed.erase(seen) == 0


def test_a_name_means_one_removed_person_or_is_refused(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        people = [book.contacts.add(a_person("Ada")) for _ in range(2)]
        with pytest.raises(NotFoundError) as nobody:
            book.removed.named("Ada")
        assert nobody.value.kind is ErrorKind.NOT_REMOVED
        book.contacts.trash(people)
        with pytest.raises(UsageError) as several:
            book.removed.named("Ada")
        assert several.value.facts["candidates"] == tuple((one, "Ada") for one in people)
        assert book.removed.named(str(people[1])) == people[1]

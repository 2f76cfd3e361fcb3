from pathlib import Path

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from tests.open_book import a_book, a_person
from tests.unit.services.going import StoppedJob


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


def test_whoever_was_made_part_of_somebody_is_erased_with_them(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada, other, third = (
            book.contacts.add(a_person(name, line))
            for name, line in (
                ("Ada Kept", "N:Kept;Ada"),
                ("A. Canary", "URL:canary"),
                ("Carol", "NOTE:canary"),
            )
        )
        book.merges.merge(third, [other])
        book.merges.merge(ada, [third])
        book.history.undo()
        book.history.redo()
        book.contacts.trash([ada])
        assert book.removed.erase([ada]) == 1
        with pytest.raises(NotFoundError):
            book.history.undo()
        assert [*book.contacts.ids()] == []
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert [path.name for path in files if b"canary" in path.read_bytes().lower()] == []


def test_of_many_joined_at_once_only_who_is_erased_goes_with_their_parts(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        people = [book.contacts.add(a_person(name)) for name in ("Ada", "Ada", "Bo", "Bo", "Cy", "Cy")]
        before = book.contacts.get(people[3]).properties
        groups = [(people[0], people[1]), (people[2], people[3]), (people[4], people[5])]
        changeset = book.merges.merge_all(groups, StoppedJob(1000))
        assert changeset is not None
        book.merges.separate(changeset, contact=people[4])
        book.contacts.trash([people[0], people[4]])
        assert book.removed.erase([people[0], people[4]]) == 2
        assert sorted(book.contacts.ids()) == [people[2], people[5]]
        book.merges.separate(changeset, contact=people[2])
        assert sorted(book.contacts.ids()) == [people[2], people[3], people[5]]
        assert book.contacts.get(people[3]).properties == before
        book.history.undo(changeset)
        assert book.contacts.find(people[1]) is None

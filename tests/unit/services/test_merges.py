"""People made one and separated again, through the service."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import Cancelled, ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Happened
from relate_desktop.domain.timeline import TimelineFilter
from relate_desktop.services.book import OpenBook
from relate_desktop.words.operations import summary
from tests.open_book import a_book, a_person
from tests.unit.services.going import StoppedJob, a_job


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        yield opened


def test_a_merge_is_one_change_that_history_names_and_undo_takes_back(book: OpenBook) -> None:
    ada = book.contacts.add(a_person("Ada", "EMAIL:a@example.org"))
    other = book.contacts.add(a_person("Ada Lovelace", "TEL:+44 20 7946 0000"))
    merged = book.merges.merge(ada, [other])
    assert merged.joined == 2
    assert book.contacts.get(ada).first("FN", "TEL") is not None
    assert book.history.entry(merged.changeset).kind is OperationKind.MERGE
    assert [one.changeset for one in book.merges.joined(ada)] == [merged.changeset]
    book.history.undo()
    assert [item.text for item in book.contacts.get(other).all("FN")] == ["Ada Lovelace"]
    assert book.merges.joined(ada) == []


def test_separating_later_leaves_what_was_written_since(book: OpenBook) -> None:
    ada = book.contacts.add(a_person("Ada"))
    other = book.contacts.add(a_person("Bea", "NOTE:hers"))
    merged = book.merges.merge(ada, [other], book.merges.plan(ada, [other]).standing)
    book.contacts.save(book.contacts.get(ada).added(*a_person("", "URL:https://since.example")[1:]))
    book.merges.separate(merged.changeset, other)
    assert book.contacts.get(other).all("URL", "NOTE") != ()
    assert book.contacts.get(ada).all("URL", "NOTE") == ()
    book.history.undo()
    assert book.contacts.find(other) is None


def test_nobody_is_merged_with_themselves_or_with_nobody(book: OpenBook) -> None:
    ada = book.contacts.add(a_person("Ada"))
    with pytest.raises(UsageError) as told:
        book.merges.merge(ada, [ada])
    assert told.value.kind is ErrorKind.CONTACT_SAME
    with pytest.raises(NotFoundError):
        book.merges.plan(ada, [ContactId(99)])


def test_somebody_who_was_removed_is_not_joined(book: OpenBook) -> None:
    ada, other = (book.contacts.add(a_person(name)) for name in ("Ada", "Bea"))
    book.contacts.trash([other])
    with pytest.raises(NotFoundError):
        book.merges.merge(ada, [other])
    assert book.contacts.find(ada) is not None


def test_two_people_are_remembered_once(book: OpenBook) -> None:
    ada, other = (book.contacts.add(a_person(name)) for name in ("Ada", "Bea"))
    assert book.merges.keep_apart(ada, other)
    assert not book.merges.keep_apart(other, ada)


def some_twins(book: OpenBook) -> list[tuple[ContactId, ...]]:
    """Three people who are there twice, with a line in common and one of their own."""
    groups: list[tuple[ContactId, ...]] = []
    for name in ("Ada King", "Grace Hopper", "Emmy Noether"):
        address = f"EMAIL:{name[:3]}@example.org"
        one = book.contacts.add(a_person(name, address))
        other = book.contacts.add(a_person(name.upper(), address, f"NOTE:of the second {name}"))
        book.timeline.note([other], f"about {name}", Happened(date(2026, 11, 1)))
        groups.append((one, other))
    return groups


def everything(book: OpenBook) -> object:
    people = [ContactId(contact) for contact in sorted(book.contacts.ids())]
    return [(one, book.contacts.get(one), len(book.timeline.ids(TimelineFilter(one)))) for one in people]


def test_all_certain_pairs_are_joined_in_one_step_and_undone_in_one(book: OpenBook) -> None:
    groups = some_twins(book)
    before = everything(book)
    pairs = book.duplicates.find(StoppedJob(1000))
    certain = book.duplicates.certain(pairs)
    assert list(certain.groups) == groups
    assert certain.left == 0
    changeset = book.merges.merge_all(certain.groups, StoppedJob(1000))
    assert changeset is not None
    assert sorted(book.contacts.ids()) == [one for one, _other in groups]
    facts = book.history.entry(changeset).facts
    assert summary(OperationKind.MERGE_ALL, facts) == "Joined three people who were here twice."
    assert summary(OperationKind.MERGE_ALL, {"kept": 1}) == "Joined one person who was here twice."
    book.history.undo()
    assert everything(book) == before
    book.history.redo()
    assert book.contacts.count() == 3


def test_one_of_many_is_separated_and_the_others_stay_joined(book: OpenBook) -> None:
    groups = some_twins(book)
    before = book.contacts.get(groups[1][1])
    changeset = book.merges.merge_all(groups, StoppedJob(1000))
    assert changeset is not None
    grace, other = groups[1]
    (joined,) = book.merges.joined(grace)
    assert [(one.id, one.called) for one in joined.others] == [(other, "GRACE HOPPER")]
    book.contacts.save(book.contacts.get(grace).added(*a_person("", "URL:https://since.example")[1:]))
    book.merges.separate(changeset, other, grace)
    assert sorted(book.contacts.ids()) == sorted((groups[0][0], *groups[1], groups[2][0]))
    assert book.contacts.get(other).properties[:-1] == before.properties
    assert book.contacts.get(other).all("URL") != ()
    assert len(book.timeline.ids(TimelineFilter(other))) == 1
    assert book.merges.joined(grace) == []
    assert book.merges.joined(groups[0][0]) != []
    book.history.undo()
    assert [one.changeset for one in book.merges.joined(grace)] == [changeset]
    book.history.redo()
    assert book.merges.joined(grace) == []
    assert book.merges.joined(groups[2][0]) != []
    book.history.undo(changeset)
    assert len(book.contacts.ids()) == 6


def test_a_group_of_which_somebody_is_gone_is_passed_over(book: OpenBook) -> None:
    (ada, other), *_rest = some_twins(book)
    book.contacts.forget([other])
    assert book.merges.merge_all([(ada, other)], StoppedJob(1000)) is None


def test_who_else_was_joined_is_known_after_one_of_them_is_erased(book: OpenBook) -> None:
    groups = some_twins(book)
    book.merges.merge_all(groups, StoppedJob(1000))
    book.contacts.forget([groups[0][0]])
    assert [one.group for one in book.merges.joined(groups[1][0])] == [groups[1]]


def test_joining_all_can_be_stopped_and_is_then_as_if_never_begun(book: OpenBook) -> None:
    groups = some_twins(book)
    before = everything(book)
    with pytest.raises(Cancelled):
        book.merges.merge_all(groups, StoppedJob(1))
    assert everything(book) == before


def test_history_names_whom_they_became(book: OpenBook) -> None:
    lupe = book.contacts.add(a_person("Lupe"))
    other = book.contacts.add(a_person("Guadalupe Ríos"))
    merged = book.merges.merge(lupe, [other])
    assert "Guadalupe Ríos" in summary(OperationKind.MERGE, book.history.entry(merged.changeset).facts)


def test_joining_and_separating_hide_not_where_a_line_came_from(book: OpenBook, tmp_path: Path) -> None:
    file = tmp_path / "phone.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nTEL:+44 20 7946 0000\nNOTE:hers\nEND:VCARD\n")
    book.imports.run([file], job=a_job())
    (ada,) = book.contacts.ids()
    other = book.contacts.add(a_person("Bea", "EMAIL:b@example.org"))

    def written(contact: int) -> dict[str, tuple[OperationKind, str | None]]:
        found = book.contacts.provenance(ContactId(contact))
        return {one.name: (one.kind, one.source) for one in found}

    before = written(ada)
    assert before["TEL"] == (OperationKind.IMPORT, "phone.vcf")
    merged = book.merges.merge(other, [ContactId(ada)])
    together = written(other)
    assert together["TEL"] == (OperationKind.IMPORT, "phone.vcf")
    assert together["EMAIL"] == (OperationKind.ADD, None)
    book.merges.separate(merged.changeset, ContactId(ada))
    assert written(ada) == before

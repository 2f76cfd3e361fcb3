from dataclasses import replace
from pathlib import Path

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import ErrorKind, InputError, NotFoundError, UsageError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.name import display_name, with_full_name
from relate_desktop.domain.people import PeopleFilter, PeopleSort
from relate_desktop.services.contacts import line_of_card
from tests.open_book import a_book, a_person
from tests.unit.services.going import a_job


def test_people_are_counted_listed_and_read(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        zoe = book.contacts.add(a_person("Zoë", "CATEGORIES:Clients"))
        ada = book.contacts.add(a_person("Ada", "EMAIL:ada@example.com"))
        assert book.contacts.count() == 2
        assert list(book.contacts.ids()) == [ada, zoe]
        assert list(book.contacts.ids(PeopleFilter(circle="Clients"), PeopleSort.NAME)) == [zoe]
        assert [row.full_name for row in book.contacts.summaries([zoe, ada])] == ["Zoë", "Ada"]
        assert [(circle.name, circle.count) for circle in book.contacts.circles()] == [("Clients", 1)]
        assert display_name(book.contacts.get(ada)) == "Ada"


def test_nobody_is_found_and_not_got(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        assert book.contacts.find(ContactId(99)) is None
        with pytest.raises(NotFoundError):
            book.contacts.get(ContactId(99))


def test_somebody_new_needs_a_name_number_or_address(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        with pytest.raises(UsageError) as caught:
            book.contacts.add([line_of_card("NOTE:nobody")])
        assert caught.value.kind is ErrorKind.NAME_MISSING
        assert book.history.entries() == []


def test_a_changed_person_is_kept_and_provenance_says_so(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada", "NOTE:x"))
        contact = book.contacts.get(ada)
        assert book.contacts.save(with_full_name(contact, "Ada Lovelace"))
        assert not book.contacts.save(book.contacts.get(ada))
        name, note = book.contacts.provenance(ada)
        assert (name.changeset, name.kind) == (2, OperationKind.EDIT)
        assert (note.changeset, note.kind) == (1, OperationKind.ADD)
        assert book.contacts.hand_edited(ada) == {item.id for item in book.contacts.get(ada).properties}


def test_a_person_cannot_be_left_without_a_name(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        contact = book.contacts.get(book.contacts.add(a_person("Ada")))
        with pytest.raises(UsageError):
            book.contacts.save(replace(contact, properties=()))


def test_removed_people_are_put_back_or_erased(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada, zoe = book.contacts.add(a_person("Ada")), book.contacts.add(a_person("Zoë"))
        book.contacts.trash([ada, zoe])
        assert (book.contacts.count(), book.contacts.count(PeopleFilter(trashed=True))) == (0, 2)
        book.contacts.put_back([ada])
        book.contacts.forget([zoe])
        assert list(book.contacts.ids()) == [ada]
        kinds = [entry.kind for entry in book.history.entries(limit=3)]
    assert kinds == [OperationKind.FORGET, OperationKind.PUT_BACK, OperationKind.TRASH]


def test_a_name_of_two_people_lists_both(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        one, other = book.contacts.add(a_person("Ada")), book.contacts.add(a_person("Ada"))
        with pytest.raises(UsageError) as caught:
            book.contacts.named("Ada")
    assert caught.value.facts["candidates"] == ((one, "Ada"), (other, "Ada"))


def test_jcard_holds_every_line(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada", "X-OWN:a\\;b"))
        kind, lines = book.contacts.jcard(ada)
    assert kind == "vcard"
    assert isinstance(lines, list)
    assert lines[1:] == [["fn", {}, "text", "Ada"], ["x-own", {}, "unknown", "a\\;b"]]


def test_a_line_that_is_none_is_refused() -> None:
    with pytest.raises(InputError):
        line_of_card("nonsense")


def test_who_came_in_without_a_name_is_written_on_and_nobody_loses_the_last_one(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        card = tmp_path / "photo.vcf"
        card.write_bytes(b"BEGIN:VCARD\r\nVERSION:3.0\r\nBDAY:1980-01-01\r\nEND:VCARD\r\n")
        book.imports.run([card], job=a_job())
        (nameless,) = book.contacts.ids()
        person = book.contacts.get(ContactId(nameless))
        assert book.contacts.save(person.added(line_of_card("NOTE:met at a fair")))
        ada = book.contacts.add(a_person("Ada"))
        with pytest.raises(UsageError) as caught:
            book.contacts.save(with_full_name(book.contacts.get(ada), ""))
        assert caught.value.kind is ErrorKind.NAME_MISSING
        assert len(book.history.entries()) == 3

"""Where a kept value came from: the very page that said it, and not all that were read with it."""

from dataclasses import replace
from pathlib import Path

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import FindingField
from relate_desktop.domain.property import Property
from relate_desktop.services.book import OpenBook
from relate_desktop.services.lookup_facts import Chosen
from tests.looking_up import PAGE, a_connected_book, looked_up, somebody
from tests.servers.authority import Authority

OTHER = "https://github.com/ada?tab=about"


def line_of(book: OpenBook, contact: ContactId, name: str) -> Property:
    return book.contacts.get(contact).all(name)[0]


def kept(book: OpenBook, contact: ContactId) -> None:
    """Organisation and place as one change, each from a page of its own."""
    result = looked_up(book, contact)
    (answer,) = result.answers
    chosen = [
        Chosen(answer, one if one.field is FindingField.ORGANIZATION else replace(one, source_url=OTHER))
        for one in answer.findings
        if one.field in {FindingField.ORGANIZATION, FindingField.PLACE}
    ]
    book.lookups.facts.keep(contact, result.id, chosen)


def sources(book: OpenBook, contact: ContactId) -> dict[str, str | None]:
    return {one.name: one.source for one in book.contacts.provenance(contact)}


def test_each_line_names_its_own_page_and_the_change_names_all(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        kept(book, contact)
        assert sources(book, contact) | {"FN": None} == sources(book, contact)
        assert {name: sources(book, contact)[name] for name in ("ORG", "ADR")} == {"ORG": PAGE, "ADR": OTHER}
        line = line_of(book, contact, "ORG")
        assert line.id is not None
        (version,) = book.history.story(line.id)
        assert (version.entry.source, version.entry.kind) == (PAGE, OperationKind.LOOKUP_KEEP)
        assert set((book.history.entries(limit=1)[0].source or "").split(", ")) == {PAGE, OTHER}


def test_a_line_changed_by_hand_names_no_page_any_more_but_its_story_does(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        kept(book, contact)
        person = book.contacts.get(contact)
        line = line_of(book, contact, "ORG")
        assert line.id is not None
        book.contacts.save(person.replaced(line, line.with_value("Engines Ltd")))
        assert sources(book, contact)["ORG"] is None
        assert [one.entry.source for one in book.history.story(line.id)] == [None, PAGE]
        book.history.undo()
        assert sources(book, contact)["ORG"] == PAGE


def test_a_merged_person_still_knows_where_it_was_read(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        kept(book, contact)
        other = somebody(book, "TEL:+49 30 1", name="Ada King")
        book.merges.merge(other, [contact])
        assert sources(book, other)["ORG"] == PAGE


def test_a_line_that_replaced_an_imported_one_is_not_called_changed_by_hand(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book, f"URL:{PAGE}", "ORG:Looms")
        kept(book, contact)
        (origin,) = [one for one in book.contacts.provenance(contact) if one.name == "ORG"]
        assert (origin.source, origin.edited) == (PAGE, False)

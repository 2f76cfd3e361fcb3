from collections.abc import Callable
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind, UserError
from relate_desktop.domain.saved_search import LONGEST_NAME, LONGEST_QUERY
from relate_desktop.services.book import OpenBook
from relate_desktop.services.smart_lists import SmartListsService
from relate_desktop.words.operations import summary
from tests.bare import bare
from tests.open_book import a_book, a_person


def listed(book: OpenBook) -> list[tuple[str, str, int]]:
    return [(one.search.name, one.search.query, one.count) for one in book.smart_lists.counted()]


def last(book: OpenBook) -> str:
    entry = book.history.entries(limit=1)[0]
    return bare(summary(entry.kind, entry.facts))


def test_a_smart_list_counts_whoever_answers_it_now(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada", "CATEGORIES:Clients"))
        book.smart_lists.add("Clients", "clients")
        assert listed(book) == [("Clients", "clients", 1)]
        book.contacts.add(a_person("Bob", "CATEGORIES:Clients"))
        assert listed(book) == [("Clients", "clients", 2)]
        book.contacts.trash([ada])
        assert listed(book) == [("Clients", "clients", 1)]


def test_a_smart_list_forgives_no_typo(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada Smiths"))
        book.smart_lists.add("Typo", "smitsh")
        assert list(book.search.ids("smitsh")) == [ada]
        assert list(book.search.exactly("smitsh")) == []
        assert listed(book) == [("Typo", "smitsh", 0)]


def test_every_change_of_a_list_is_one_step_with_a_sentence(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        lists = book.smart_lists
        lists.add(" Quiet  ones ", " ada ")
        assert last(book) == "New smart list: Quiet ones."
        lists.add("Other", "bob")
        assert lists.rename("quiet ONES", "Loud ones").query == "ada"
        assert last(book) == "Changed the smart list Loud ones."
        lists.ask_otherwise("loud ones", "carl")
        assert last(book) == "Changed the smart list Loud ones."
        assert lists.move("other", 0)
        assert not lists.move("OTHER", 0)
        assert last(book) == "Moved the smart list Other."
        assert [one.name for one in lists.all()] == ["Other", "Loud ones"]
        lists.remove("other")
        assert last(book) == "Removed the smart list Other."
        for _change in range(5):
            book.history.undo()
        assert listed(book) == [("Quiet ones", "ada", 0)]


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (lambda lists: lists.add("  ", "ada"), ErrorKind.LIST_NAMELESS),
        (lambda lists: lists.add("x" * (LONGEST_NAME + 1), "ada"), ErrorKind.TEXT_TOO_LONG),
        (lambda lists: lists.add("New", " \n "), ErrorKind.LIST_EMPTY),
        (lambda lists: lists.add("New", "x" * (LONGEST_QUERY + 1)), ErrorKind.TEXT_TOO_LONG),
        (lambda lists: lists.add("FIRST", "ada"), ErrorKind.LIST_THERE),
        (lambda lists: lists.rename("first", "second"), ErrorKind.LIST_THERE),
        (lambda lists: lists.rename("third", "fourth"), ErrorKind.LIST_UNKNOWN),
        (lambda lists: lists.ask_otherwise("third", "ada"), ErrorKind.LIST_UNKNOWN),
        (lambda lists: lists.ask_otherwise("first", ""), ErrorKind.LIST_EMPTY),
        (lambda lists: lists.remove("third"), ErrorKind.LIST_UNKNOWN),
        (lambda lists: lists.move("third", 0), ErrorKind.LIST_UNKNOWN),
    ],
)
def test_what_cannot_be_kept_is_refused_and_changes_nothing(
    tmp_path: Path, act: Callable[[SmartListsService], object], kind: ErrorKind
) -> None:
    with a_book(tmp_path) as book:
        book.smart_lists.add("First", "ada")
        book.smart_lists.add("Second", "bob")
        before = book.health().digest
        with pytest.raises(UserError) as refused:
            act(book.smart_lists)
        assert refused.value.kind is kind
        assert book.health().digest == before


def test_a_list_may_change_its_own_spelling(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.smart_lists.add("first", "ada")
        assert book.smart_lists.rename("first", "First").name == "First"

"""What lies on the table is kept only while the user still wants it asked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import ErrorKind, UserError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import Provider
from relate_desktop.services.book import OpenBook
from tests.looking_up import a_connected_book, all_of, looked_up, somebody
from tests.servers.authority import Authority

Ends = Callable[[OpenBook, ContactId], object]


WAYS: dict[str, tuple[Ends, ErrorKind]] = {
    "never": (lambda book, contact: book.lookups.consent.never(contact), ErrorKind.KEEP_REFUSED),
    "withdrawn": (
        lambda book, _contact: book.lookups.consent.withdraw(Provider.GITHUB),
        ErrorKind.KEEP_UNAGREED,
    ),
    "forgotten": (lambda book, _contact: book.lookups.forget(Provider.GITHUB), ErrorKind.KEEP_UNAGREED),
    "removed": (lambda book, contact: book.contacts.trash([contact]), ErrorKind.CONTACT_UNKNOWN),
    "erased": (lambda book, contact: book.contacts.forget([contact]), ErrorKind.CONTACT_UNKNOWN),
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_kept_of_whom_the_user_does_not_want_asked_any_more(
    tmp_path: Path, authority: Authority, way: str
) -> None:
    end, kind = WAYS[way]
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        result = looked_up(book, contact)
        end(book, contact)
        before = len(book.history.entries())
        with pytest.raises(UserError) as told:
            book.lookups.facts.keep(contact, result.id, all_of(result))
        assert told.value.kind is kind
        assert len(book.history.entries()) == before
        assert book.lookups.facts.of(contact) == []


@pytest.mark.parametrize("way", ["never", "withdrawn", "forgotten"])
def test_that_it_was_not_wanted_is_not_written_down_either(
    tmp_path: Path, authority: Authority, way: str
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        result = looked_up(book, contact)
        WAYS[way][0](book, contact)
        assert book.lookups.facts.keep(contact, result.id, [], all_of(result)) is None
        assert book.history.entries()[0].kind is not OperationKind.LOOKUP_REFUSE


def test_agreed_to_again_it_is_kept(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        result = looked_up(book, contact)
        book.lookups.consent.never(contact)
        book.lookups.consent.never(contact, never=False)
        again = looked_up(book, contact)
        assert book.lookups.facts.keep(contact, result.id, all_of(again)) is not None


def test_what_was_not_wanted_of_a_provider_is_forgotten_with_it_and_comes_back_with_undo(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        result = looked_up(book, contact)
        book.lookups.facts.keep(contact, result.id, [], all_of(result))
        book.contacts.trash([contact])
        book.lookups.forget(Provider.GITHUB)
        book.contacts.put_back([contact])
        (group,) = book.lookups.facts.review(contact, result.answers)
        assert len(group.findings) == len(result.answers[0].findings)
        book.history.undo()
        book.history.undo()
        book.contacts.put_back([contact])
        (group,) = book.lookups.facts.review(contact, result.answers)
        assert group.findings == ()

"""The gate before the first look-up, and to what the user agreed."""

from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import Provider
from relate_desktop.domain.lookup_gate import Missing
from tests.looking_up import agreed, somebody
from tests.open_book import a_book, a_person


def test_somebody_met_and_talked_to_may_be_looked_up(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        gate = book.lookups.consent.gate(somebody(book))
        assert gate.open
        assert gate.missing == ()


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        contact = book.contacts.add(a_person("ADA LOVELACE"))
        gate = book.lookups.consent.gate(contact)
        assert gate.missing == (Missing.NAME, Missing.CHANNEL, Missing.MET)
        with pytest.raises(NotFoundError):
            book.lookups.consent.gate(ContactId(999))


def test_a_name_that_was_said_to_be_right_is_no_doubt(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        contact = somebody(book, "TEL:1", name="ADA LOVELACE")
        assert book.lookups.consent.gate(contact).missing == (Missing.NAME,)
        book.names.leave(book.names.of(contact))
        assert book.lookups.consent.gate(contact).open


def test_an_open_pair_closes_the_gate_until_it_is_decided(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = somebody(book, "EMAIL:ada@example.org")
        twin = book.contacts.add(a_person("Ada Lovelace", "EMAIL:ada@example.org"))
        missing = book.lookups.consent.gate(ada).missing
        assert missing == (Missing.DUPLICATE,)
        book.merges.keep_apart(ada, twin)
        assert book.lookups.consent.gate(ada).open


def test_it_is_overruled_in_words_which_undo_takes_back(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        contact = book.contacts.add(a_person("Ada Lovelace"))
        with pytest.raises(UsageError) as told:
            book.lookups.consent.overrule(contact, " ")
        assert told.value.kind is ErrorKind.REASON_MISSING
        book.lookups.consent.overrule(contact, "She is on stage tonight")
        gate = book.lookups.consent.gate(contact)
        assert (gate.open, gate.overruled) == (True, "She is on stage tonight")
        book.history.undo()
        assert not book.lookups.consent.gate(contact).open


def test_never_is_taken_back_when_asked(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        contact = somebody(book)
        book.lookups.consent.never(contact)
        assert not book.lookups.consent.gate(contact).open
        book.lookups.consent.never(contact, never=False)
        assert book.lookups.consent.gate(contact).open


def test_never_goes_with_a_merge(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        kept, other = somebody(book), somebody(book, name="Ada King")
        book.lookups.consent.never(other)
        book.merges.merge(kept, [other])
        assert book.lookups.consent.gate(kept).never


def test_withdrawing_from_a_provider_takes_its_agreements_with_it(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        contact = somebody(book)
        book.lookups.consent.agree(Provider.GITHUB)
        requests = agreed(book, contact)
        assert book.lookups.consent.agreed_to(contact) == {request.target: "" for request in requests}
        book.lookups.consent.withdraw(Provider.GITHUB)
        assert book.lookups.consent.agreed() == {}
        assert book.lookups.consent.agreed_to(contact) == {}


def test_why_nothing_can_be_kept_any_more_is_told_of_each_account(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        consent = book.lookups.consent
        contact = somebody(book, "URL:https://github.com/ada", "URL:https://ada.example.org/")
        for provider in (Provider.GITHUB, Provider.WEBSITE):
            consent.agree(provider)
        both = tuple(one.target for one in agreed(book, contact))
        account = next(one for one in both if one.provider is Provider.GITHUB)
        assert consent.ended(contact, both) == {}
        consent.withdraw(Provider.GITHUB)
        assert consent.ended(contact, both) == {account: ErrorKind.KEEP_UNAGREED}
        consent.never(contact)
        assert consent.ended(contact, both) == dict.fromkeys(both, ErrorKind.KEEP_REFUSED)
        book.contacts.trash([contact])
        assert consent.ended(contact, both) == dict.fromkeys(both, ErrorKind.CONTACT_UNKNOWN)


def test_a_reason_to_look_one_up_all_the_same_does_not_hold_for_who_is_left_of_two(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        kept, other = (book.contacts.add(a_person(name)) for name in ("Ada Lovelace", "Ada King"))
        for one in (kept, other):
            book.lookups.consent.overrule(one, "She is on stage tonight")
        book.merges.merge(kept, [other])
        assert book.lookups.consent.gate(kept).overruled == ""
        book.lookups.consent.overrule(kept, "I know that they are one")
        assert book.lookups.consent.gate(kept).open
        book.history.undo()
        book.history.undo()
        for one in (kept, other):
            assert book.lookups.consent.gate(one).overruled == "She is on stage tonight"
        assert not book.health().problems

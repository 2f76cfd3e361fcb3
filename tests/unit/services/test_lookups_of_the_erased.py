"""Erased for good, nothing of a look-up stays in the book: not what was refused, agreed to or asked."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import FindingField, Provider
from relate_desktop.domain.refused_fact import REFUSED_FACT, refused_fact_of
from relate_desktop.services.book import OpenBook
from relate_desktop.services.lookup_ledger import LookupLedger
from tests.looking_up import GITHUB, USER, a_connected_book, agreed, all_of, looked_up, somebody
from tests.servers.authority import Authority
from tests.servers.net import Answering, Asked, Reply, a_page

CANARY = "zzcanary"
PAGE = f"https://github.com/{CANARY}"
ACCOUNT = USER | {
    "login": CANARY,
    "html_url": PAGE,
    "location": f"{CANARY} town",
    "company": f"{CANARY} works",
    "bio": f"About {CANARY}",
}


def a_canary() -> dict[str, dict[str, Answering]]:
    """GitHub, where every word of an account sings."""
    return {
        GITHUB: {
            f"/users/{CANARY}": a_page(ACCOUNT),
            f"/users/{CANARY}/social_accounts": a_page([]),
        }
    }


def a_bob() -> dict[str, dict[str, Answering]]:
    """Codeberg, where somebody else has an account."""
    bob = {"id": 7, "login": "bob", "full_name": "Bob Babbage", "location": "Rome", "description": "Engines"}
    return {"codeberg.org": {"/api/v1/users/bob": a_page(bob)}}


def singing(folder: Path) -> list[str]:
    """Files of the book in which the word is still to be found."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if CANARY.encode() in path.read_bytes().lower()]


def decided(book: OpenBook, contact: ContactId) -> None:
    """Somebody about whom there is a mark of every kind, some of them undone and done again."""
    consent, facts = book.lookups.consent, book.lookups.facts
    consent.overrule(contact, f"{CANARY} will be on stage")
    result = looked_up(book, contact)
    places = [one for one in all_of(result) if one.finding.field is FindingField.PLACE]
    others = [one for one in all_of(result) if one not in places]
    facts.keep(contact, result.id, places, others)
    book.history.undo()
    book.history.redo()
    facts.keep(contact, result.id, [], all_of(looked_up(book, contact)))
    consent.never(contact)
    book.history.undo()
    agreed(book, contact)


def test_refusals_reasons_marks_and_agreements_go_with_the_person(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority, a_canary()) as (book, _net):
        contact = somebody(book, f"URL:{PAGE}", name=f"Zoe {CANARY}")
        decided(book, contact)
        assert singing(book.folder)
        book.contacts.trash([contact])
        assert book.removed.erase([contact]) == 1
        with book.database.read() as reader:
            assert reader.declined.all(["lookup_fact", "lookup_gate", "lookup_never"]) == []
        folder = book.folder
    assert singing(folder) == []


def test_they_go_with_whom_somebody_was_made_part_of(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority, a_canary()) as (book, _net):
        part = somebody(book, f"URL:{PAGE}", name=f"Zoe {CANARY}")
        decided(book, part)
        whole = somebody(book, "TEL:+49 30 1", name="Zoe Whole")
        book.merges.merge(whole, [part])
        agreed(book, whole)
        looked_up(book, whole)
        book.contacts.forget([whole])
        folder = book.folder
    assert singing(folder) == []


def test_what_was_asked_while_they_were_taken_for_one_with_somebody_goes_too(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority, a_canary()) as (book, net):
        other = somebody(book, "URL:https://github.com/bob", name="Bob Babbage")
        agreed(book, other)
        looked_up(book, other)
        net.clock.pass_time(timedelta(minutes=1))
        contact = somebody(book, f"URL:{PAGE}", name="Zoe")
        merged = book.merges.merge(other, [contact])
        book.lookups.consent.overrule(other, "They are one")
        looked_up(book, other)
        book.history.undo()
        book.merges.separate(merged.changeset)
        book.contacts.forget([contact])
        assert [made.contact for made in book.lookups.asked(9)] == [other]
        assert not book.health().problems
        folder = book.folder
    assert singing(folder) == []


@pytest.mark.parametrize("undone", [False, True], ids=["refused", "refused and undone"])
def test_what_was_refused_of_theirs_while_they_were_taken_for_one_goes_too(
    tmp_path: Path, authority: Authority, undone: bool
) -> None:
    with a_connected_book(tmp_path, authority, a_canary() | a_bob()) as (book, net):
        facts = book.lookups.facts
        other = somebody(book, "URL:https://codeberg.org/bob", name="Bob Babbage")
        contact = somebody(book, f"URL:{PAGE}", name="Zoe")
        book.lookups.consent.agree(Provider.FORGEJO)
        before = looked_up(book, other)
        facts.keep(other, before.id, [], all_of(before)[:1])
        net.clock.pass_time(timedelta(minutes=1))
        merged = book.merges.merge(other, [contact])
        book.lookups.consent.overrule(other, "They are one")
        together = looked_up(book, other)
        hers = [one for one in all_of(together) if one.answer.target.provider is Provider.GITHUB]
        assert hers
        facts.keep(other, together.id, [], hers)
        if undone:
            book.history.undo()
        net.clock.pass_time(timedelta(minutes=1))
        book.merges.separate(merged.changeset)
        net.clock.pass_time(timedelta(days=2))
        agreed(book, other)
        after = looked_up(book, other)
        facts.keep(other, after.id, [], all_of(after)[1:2])
        book.contacts.forget([contact])
        with book.database.read() as reader:
            left = [refused_fact_of(one.key) for one in reader.declined.all([REFUSED_FACT])]
        assert {one.provider for one in left if one} == {Provider.FORGEJO}
        assert len(left) == 2
        assert not book.health().problems
        book.history.undo()
        assert not book.health().problems
        folder = book.folder
    assert singing(folder) == []


class TestWhileOneIsStillLookedUp:
    """Who is erased in the middle of it leaves nothing behind either."""

    def test_a_yes_that_comes_too_late_is_not_written_down(
        self, tmp_path: Path, authority: Authority
    ) -> None:
        with a_connected_book(tmp_path, authority, a_canary()) as (book, net):
            contact = somebody(book, f"URL:{PAGE}", name="Zoe")
            requests = book.lookups.requests(contact)
            book.contacts.forget([contact])
            with pytest.raises(NotFoundError):
                book.lookups.consent.agree_to(contact, requests)
            assert net.asked == []
            folder = book.folder
        assert singing(folder) == []

    def test_what_is_answered_afterwards_is_dropped(self, tmp_path: Path, authority: Authority) -> None:
        erase: list[Callable[[], None]] = []

        def answer(_asked: Asked) -> Reply:
            erase.pop()()
            return a_page(ACCOUNT)

        hosts = a_canary()
        hosts[GITHUB][f"/users/{CANARY}"] = answer
        with a_connected_book(tmp_path, authority, hosts) as (book, _net):
            contact = somebody(book, f"URL:{PAGE}", name="Zoe")
            erase.append(lambda: book.contacts.forget([contact]))
            (problem,) = looked_up(book, contact).problems
            assert problem.error.kind is ErrorKind.CONTACT_UNKNOWN
            assert book.lookups.asked(9) == []
            folder = book.folder
        assert singing(folder) == []

    def test_nothing_is_asked_or_waited_for_in_the_name_of_somebody_who_is_gone(
        self, tmp_path: Path, authority: Authority
    ) -> None:
        with a_connected_book(tmp_path, authority) as (book, net):
            contact = somebody(book)
            ledger = LookupLedger(book.database, net.clock, contact)
            book.contacts.forget([contact])
            with pytest.raises(NotFoundError):
                ledger.begin(f"{CANARY}.example.org", 443, f"GET /{CANARY}", "Zoe")
            ledger.wait(f"{CANARY}.example.org", net.clock())
            with pytest.raises(NotFoundError):
                LookupLedger(book.database, net.clock, contact)
            folder = book.folder
        assert singing(folder) == []

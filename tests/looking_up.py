"""Builders for look-ups: a book whose doors lead to a net on loopback, and somebody who may be looked up."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from relate_desktop.domain.change import Origin
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.lookup import LookupRequest, Provider
from relate_desktop.services.book import OpenBook
from relate_desktop.services.lookup_facts import Chosen
from relate_desktop.services.lookups import LookupResult, LookupsService
from tests.open_book import a_book, a_person
from tests.servers.authority import Authority
from tests.servers.net import Answering, Net, Reply, a_net, a_page

GITHUB = "api.github.com"
PAGE = "https://github.com/ada"
USER = {
    "id": 1815,
    "login": "ada",
    "html_url": PAGE,
    "name": "Ada Lovelace",
    "company": "Engine",
    "location": "London",
    "bio": "Numbers",
    "blog": "https://ada.example.org/",
    "type": "User",
    "updated_at": "2026-10-18T10:00:00Z",
}


class Steps:
    """A job that nobody stops."""

    def step(self, done: int, total: int) -> None:
        """Go on."""


def a_github(user: dict[str, object] | None = None, etag: str = "") -> dict[str, dict[str, Answering]]:
    """GitHub with one account."""
    return {
        GITHUB: {
            "/users/ada": tagged(a_page(user or USER), etag),
            "/users/ada/social_accounts": tagged(a_page([]), etag),
        }
    }


def tagged(reply: Reply, etag: str) -> Answering:
    """An answer that is not sent twice to who names its tag; without a tag the answer as it is."""
    if not etag:
        return reply
    whole = replace(reply, headers=(*reply.headers, ("ETag", etag)))
    return lambda asked: Reply(304) if asked.headers.get("if-none-match") == etag else whole


@contextmanager
def a_connected_book(
    folder: Path, authority: Authority, hosts: dict[str, dict[str, Answering]] | None = None
) -> Iterator[tuple[OpenBook, Net]]:
    """An open book whose look-ups go to hosts on loopback; switched on, with GitHub agreed to."""
    with a_net(authority, hosts or a_github()) as net, a_book(folder, net.clock) as book:
        lookups = LookupsService(
            book.database,
            Origin.WINDOW,
            book.present,
            book.preferences,
            book.accounts,
            network=net.network(net.clock),
        )
        book.lookups = lookups
        lookups.switch(on=True)
        lookups.consent.agree(Provider.GITHUB)
        yield book, net


def somebody(book: OpenBook, *lines: str, name: str = "Ada Lovelace") -> ContactId:
    """Somebody who may be looked up: met, talked to, nobody's twin."""
    met = "X-RELATE-MET:At a fair"
    contact = book.contacts.add(a_person(name, *(lines or (f"URL:{PAGE}",)), met))
    book.timeline.log(
        (contact,), InteractionKind.CALL, Direction.BOTH, Happened(date(2026, 1, 5)), "About the engine"
    )
    return contact


def agreed(book: OpenBook, contact: ContactId) -> tuple[LookupRequest, ...]:
    """What would be asked, which the user has read and agreed to."""
    requests = book.lookups.requests(contact)
    book.lookups.consent.agree_to(contact, requests)
    return requests


def looked_up(book: OpenBook, contact: ContactId) -> LookupResult:
    """What came of looking somebody up."""
    return book.lookups.ask(contact, agreed(book, contact), Steps())


def all_of(result: LookupResult) -> list[Chosen]:
    """Everything that was found, as if all of it were chosen."""
    return [Chosen(answer, one) for answer in result.answers for one in answer.findings]


def as_text(content: object) -> str:
    """For looking for a word anywhere in it."""
    return json.dumps(content, default=str)

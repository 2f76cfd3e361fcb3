"""WebFinger: which account an address such as ``user@example.org`` is, proven both ways (RFC 7033).

The domain names an account, which may live on another host, and may name another address as the right
one. Whoever is named so must say the same, else any domain could pass itself off as somebody else.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

from relate_desktop.domain.lookup import LookupTarget
from relate_desktop.lookups.answers import broken, demand_document
from relate_desktop.lookups.asking import JSON_LIMIT, Ask, Got
from relate_desktop.lookups.json_answer import JsonObject, read_object
from relate_desktop.lookups.origins import Origin
from relate_desktop.lookups.told import ToldDoor
from relate_desktop.lookups.web_address import page_of

_ACCEPT = "application/jrd+json, application/json;q=0.9"
_ACTIVITY = ("application/activity+json", "application/ld+json")
_PROFILE_PAGE = "http://webfinger.net/rel/profile-page"
_LONGEST_URL = 2000
_ADDRESS = re.compile(
    r"(?P<user>[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?)@(?P<domain>[A-Za-z0-9.-]+(?::\d{1,5})?)"
)


@dataclass(frozen=True, slots=True)
class FediverseAccount:
    """An account that its domain and its host agree on."""

    handle: str
    """``user@domain``, as both say it."""
    actor: str
    """The address that stays: the account's id in ActivityPub."""
    home: Origin
    page: str
    """The account's page for people on the same host; empty where it is not told."""

    @property
    def user(self) -> str:
        """The part before the sign."""
        return self.handle.split("@", 1)[0]


@dataclass(frozen=True, slots=True)
class _Said:
    """What one host says of an address."""

    got: Got
    asked: Origin
    by: Origin
    """Who answered in the end."""
    domain: Origin
    """Of the address that is the right one."""
    home: Origin
    handle: str
    actor: str
    page: str


def parts_of(handle: str) -> tuple[str, str] | None:
    """User and domain of ``user@domain``; None where it is no such address."""
    found = _ADDRESS.fullmatch(handle)
    return (found.group("user"), found.group("domain").lower()) if found is not None else None


def find_account(target: LookupTarget, told: ToldDoor) -> FediverseAccount:
    """Ask the domain, and whoever it names. Raises PROFILE_MISSING, and ANSWER_BROKEN where they disagree."""
    first = _ask(target, target.server, target.handle, told)
    heard = {first.asked.authority, first.by.authority}
    for origin in (first.domain, first.home):
        if origin.authority not in heard:
            told.name(origin, by=first.by)
            second = _ask(target, str(origin), first.handle, told)
            if (second.handle, second.actor) != (first.handle, first.actor):
                raise broken(second.got)
            heard |= {origin.authority, second.by.authority}
    return FediverseAccount(first.handle, first.actor, first.home, first.page)


def _ask(target: LookupTarget, server: str, handle: str, told: ToldDoor) -> _Said:
    url = f"{server}/.well-known/webfinger?resource={quote(f'acct:{handle}', safe='')}"
    got = told.get(Ask(url, _ACCEPT, JSON_LIMIT), naming=True)
    demand_document(got, target)
    said = read_object(got)
    subject = said.line("subject").removeprefix("acct:")
    named = subject.lower() if parts_of(subject) is not None else handle.lower()
    links = said.records("links")
    actor = next((link.line("href", _LONGEST_URL) for link in links if _is_actor(link)), "")
    asked, by, domain, home = (
        _origin(got, text) for text in (url, got.url, f"https://{named.split('@', 1)[1]}", actor)
    )
    return _Said(got, asked, by, domain, home, named, actor, _page(links, actor))


def _origin(got: Got, text: str) -> Origin:
    page = page_of(text)
    if page is None:
        raise broken(got)
    return page.origin


def _is_actor(link: JsonObject) -> bool:
    return link.line("rel") == "self" and link.line("type").startswith(_ACTIVITY)


def _page(links: tuple[JsonObject, ...], actor: str) -> str:
    """The page for people, where it lies beside the account."""
    home = page_of(actor)
    for link in links:
        address = link.line("href", _LONGEST_URL)
        page = page_of(address)
        if link.line("rel") == _PROFILE_PAGE and page is not None and home is not None:
            return address if page.origin == home.origin else ""
    return ""

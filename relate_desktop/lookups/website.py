"""Personal websites: what somebody says of themselves on their own page.

Read are the page's own h-card, the person in its JSON-LD, the accounts it links to with rel=me, and the
newest lines of its feed where that lies beside it. What a page says of accounts elsewhere is a claim
until they link back.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from relate_desktop.domain.errors import NetworkError
from relate_desktop.domain.lookup import (
    Answer,
    Finding,
    FindingField,
    LookupRemark,
    LookupRequest,
    LookupTarget,
    Picture,
    Provider,
)
from relate_desktop.lookups.answers import NOT_MODIFIED, OK, answered, demand_answer, unchanged
from relate_desktop.lookups.asking import FEED_LIMIT, HTML_LIMIT, Ask, Door, Got, Known, Secret
from relate_desktop.lookups.feed import ACCEPTED, FEED_TYPES, Feed, read_feed
from relate_desktop.lookups.findings import Findings
from relate_desktop.lookups.h_card import own_card, tell_card
from relate_desktop.lookups.html_page import HTML, HtmlPage, read_html_page
from relate_desktop.lookups.json_ld import own_person, tell_person
from relate_desktop.lookups.networks import network_of
from relate_desktop.lookups.pictures import read_picture
from relate_desktop.lookups.told import ToldDoor
from relate_desktop.lookups.web_address import host_of, page_of, same_page, web_address

PAUSE = timedelta(days=1)
"""A page of somebody's own is asked for once a day at most."""

_NEWEST = 5
_MOST_PICTURES = 3
_NOT_PERSONAL = frozenset(
    {
        *("amazon.com", "apple.com", "calendly.com", "eventbrite.com", "fb.com", "fb.me", "google.com"),
        *("goo.gl", "linktr.ee", "maps.app.goo.gl", "meet.google.com", "microsoft.com", "outlook.com"),
        *("paypal.com", "paypal.me", "pinterest.com", "signal.me", "skype.com", "slack.com", "snapchat.com"),
        *("spotify.com", "strava.com", "teams.microsoft.com", "tiktok.com", "wa.me", "whatsapp.com"),
        *("yelp.com", "youtu.be", "zoom.us"),
    }
)
"""Hosts of everybody's pages, which say nothing of their people in ways that are read here."""


@dataclass(frozen=True, slots=True)
class WebsiteSource:
    """Pages on hosts that are no network's."""

    @property
    def provider(self) -> Provider:
        """Whom it asks."""
        return Provider.WEBSITE

    def targets(self, addresses: tuple[str, ...]) -> tuple[LookupTarget, ...]:
        """Pages out on the net; of http the same page by https, as nothing else is asked."""
        pages = dict.fromkeys(page for address in addresses if (page := _page_in(address)))
        return tuple(LookupTarget(Provider.WEBSITE, f"https://{host_of(page)}", page) for page in pages)

    def request(self, target: LookupTarget) -> LookupRequest:
        """The page's host, and the same with or without ``www.``: one often sends on to the other."""
        host = host_of(target.server)
        return LookupRequest(target, (host, *_twin(host)), target.handle)

    def ask(
        self,
        target: LookupTarget,
        door: Door,
        secret: Secret | None,  # noqa: ARG002 - nobody has an account on somebody's page
        known: Known,
    ) -> Answer:
        """Ask for the page; then for its feed and the person's picture, where they lie beside it."""
        told = ToldDoor(door, self.request(target))
        got = told.get(
            Ask(target.handle, HTML, HTML_LIMIT, etag=known.etag, last_modified=known.last_modified)
        )
        if got.status == NOT_MODIFIED:
            return replace(unchanged(target, got, known), next_allowed_at=got.at + PAUSE)
        demand_answer(got, target, secret=None)
        page = read_html_page(got, target.handle)
        found = Findings(web_address(page.url), _changed_at(got))
        if page.asks_for_less:
            _tell_name(page, found)
            return _answer(target, got, known, found, remarks=(LookupRemark.ASKED_FOR_LESS,))
        pictures = _tell_person(page, told, found)
        _tell_accounts(page, found)
        has_feed = _tell_news(page, told, found)
        answer = _answer(target, got, known, found, pictures=pictures)
        return replace(answer, etag="", last_modified="") if has_feed else answer


def _answer(
    target: LookupTarget,
    got: Got,
    known: Known,
    found: Findings,
    *,
    remarks: tuple[LookupRemark, ...] = (),
    pictures: tuple[tuple[str, Picture], ...] = (),
) -> Answer:
    answer = answered(target, got, target.handle, found.all(), known, remarks=remarks, pictures=pictures)
    return replace(answer, next_allowed_at=got.at + PAUSE)


def _page_in(address: str) -> str:
    """The page that a line of a card names, by https; empty for none, and for pages of networks."""
    text = address.strip()
    page = page_of(f"https://{text}" if text.lower().startswith("www.") else text)
    if page is None or page.origin.port not in {80, 443}:
        return ""
    whole = f"https://{page.origin.host}{page.target}"
    labels = page.origin.host.split(".")
    ends = {".".join(labels[start:]) for start in range(len(labels))}
    return "" if network_of(whole) or ends & _NOT_PERSONAL else web_address(whole)


def _twin(host: str) -> tuple[str, ...]:
    """The same host with or without ``www.``, where people mean both by one."""
    if host.startswith("www."):
        return (host.removeprefix("www."),)
    return (f"www.{host}",) if host.count(".") == 1 else ()


def _changed_at(got: Got) -> datetime | None:
    """When the page says that it changed."""
    try:
        moment = parsedate_to_datetime(got.last_modified)
        return moment.astimezone(UTC) if moment.tzinfo is not None and moment <= got.at else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _tell_name(page: HtmlPage, found: Findings) -> None:
    """Takes the name alone."""
    card, person = own_card(page), own_person(page)
    found.add(FindingField.NAME, next(iter(card.lines("name")), "") if card is not None else "")
    if not found.all() and person is not None:
        found.add(FindingField.NAME, person.line("name"))


def _tell_person(page: HtmlPage, told: ToldDoor, found: Findings) -> tuple[tuple[str, Picture], ...]:
    """Takes what the card and the data say, and the picture where it can be read."""
    card, person = own_card(page), own_person(page)
    if card is not None:
        tell_card(card, found, page)
    if person is not None:
        tell_person(person, found, page)
    for address in card.addresses("photo")[:_MOST_PICTURES] if card is not None else ():
        if picture := read_picture(told, address):
            found.add(FindingField.PHOTO, picture[0][0])
            return picture
    return ()


def _tell_accounts(page: HtmlPage, found: Findings) -> None:
    """Takes the accounts that the page says are the same person's."""
    for link in page.links():
        if "me" not in link.relations or same_page(link.address) in page.here:
            continue
        if link.address.lower().startswith("mailto:"):
            found.add_mail(link.address)
        else:
            found.add_profile(web_address(link.address))


def _tell_news(page: HtmlPage, told: ToldDoor, found: Findings) -> bool:
    """Takes the newest lines of the page's feed; whether it has one that was asked for."""
    for link in page.links():
        there = page_of(link.address)
        is_feed = "alternate" in link.relations and link.media_type in FEED_TYPES
        if not is_feed or there is None or not told.tells(there.origin):
            continue
        try:
            got = told.get(Ask(link.address, ACCEPTED, FEED_LIMIT))
        except NetworkError:
            return True
        feed = read_feed(got) if got.status == OK else Feed("", ())
        for entry in feed.entries[:_NEWEST]:
            address = entry.address or web_address(page.url)
            news = Finding(
                FindingField.NEWS, entry.title, address, changed_at=entry.published_at, detail=feed.title
            )
            found.take(news)
        return True
    return False

"""The h-card of a page that is the person's: microformats2, and the hCard of old.

microformats.org/wiki/representative-h-card-parsing. A page may hold cards of anybody: friends, authors
of comments, a company. Only the one that says it is this page's own is read.
"""

import copy
import re
from collections.abc import Collection, Iterator, Mapping

from lxml import etree, html

from relate_desktop.domain.lookup import FindingField
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.lookups.answers import is_zone
from relate_desktop.lookups.findings import Findings
from relate_desktop.lookups.html_page import HtmlPage, joined
from relate_desktop.lookups.json_answer import LONGEST_LINE, as_line, as_text
from relate_desktop.lookups.microformats import read_microformats
from relate_desktop.lookups.networks import network_of
from relate_desktop.lookups.web_address import same_page, web_address

_MOST_CARDS = 30
_MOST_VALUES = 30
_MOST_ELEMENTS = 1500
_MOST_OF_OLD = 300
"""Elements of a card in the classes of old, which the parser writes anew one by one."""
_MOST_NESTED = 10
_DEEPEST = 60
_LONGEST = 200_000
"""Bounds of one card. The parser copies what is nested once a level, which a page could make endless."""

_ROOT = re.compile(
    r"h-[a-z0-9-]+|vcard|adr|geo|hentry|hfeed|hnews|hproduct|hrecipe|hresume|hreview|hreview-aggregate|vevent"
)
_PROPERTY = re.compile(r"(?:p|u|dt|e)-[a-z0-9-]+")
_UNSEEN = ("script", "style", "svg", "math", "template", "iframe", "object", "base", "title")
_LINES = {
    FindingField.NAME: ("name",),
    FindingField.PRONOUNS: ("pronouns", "pronoun"),
    FindingField.TITLE: ("job-title", "role"),
    FindingField.ORGANIZATION: ("org",),
}
"""Properties by what they tell; of several the first that is there counts."""

_PLACE = ("locality", "region", "country-name")


class HCard:
    """What one card says, by the names of its properties without ``p-``, ``u-``, ``dt-`` and ``e-``."""

    def __init__(self, properties: Mapping[object, object], base: str) -> None:
        self._properties = properties
        self._base = base

    def lines(self, *names: str) -> tuple[str, ...]:
        """The values of properties, each as one line; longer ones are no lines."""
        found = (as_line(_plain(value)) for name in names for value in self._values(name))
        return tuple(line for line in found if 0 < len(line) <= LONGEST_LINE)

    def text(self, name: str) -> str:
        """The first value of a property, with its lines."""
        return next(filter(None, (as_text(_plain(value)) for value in self._values(name))), "")

    def addresses(self, name: str) -> tuple[str, ...]:
        """The values of a property as whole addresses of any kind."""
        found = (as_line(_plain(value)[:5000]) for value in self._values(name))
        return tuple(joined(self._base, line) for line in found if line)

    def inside(self, name: str) -> Iterator["HCard"]:
        """The cards within, such as the postal address in it."""
        for value in self._values(name):
            properties = value.get("properties") if isinstance(value, dict) else None
            if isinstance(properties, dict):
                yield HCard(properties, self._base)

    def _values(self, name: str) -> list[object]:
        values = self._properties.get(name)
        return values[:_MOST_VALUES] if isinstance(values, list) else []


def own_card(page: HtmlPage) -> HCard | None:
    """The card that is the page's own; None where the page has none, or does not say which."""
    cards = _cards(page)
    mine = {same_page(link.address) for link in page.links() if "me" in link.relations} - {""}
    for card in cards:
        if page.here & _pages(card, "uid") and page.here & _pages(card, "url"):
            return card
    for card in cards:
        if mine & _pages(card, "url"):
            return card
    return cards[0] if len(cards) == 1 and page.here & _pages(cards[0], "url") else None


def tell_card(card: HCard, found: Findings, page: HtmlPage) -> None:
    """Takes what the card says into the findings; its picture is another matter."""
    for field, names in _LINES.items():
        found.add(field, next(iter(card.lines(*names)), ""))
    for address in card.addresses("email"):
        found.add_mail(address)
    for address in card.addresses("url"):
        if same_page(address) not in page.here:
            tell_page(address, found)
    found.add(FindingField.PLACE, _place(card))
    birthday = next(iter(card.lines("bday")), "")
    if day := PartialDate.parse(birthday):
        found.add(FindingField.BIRTHDAY, day.iso())
    if is_zone(zone := next(iter(card.lines("tz")), "")):
        found.add(FindingField.TIME_ZONE, zone)
    found.add(FindingField.ABOUT, card.text("note"))


def tell_page(address: str, found: Findings) -> None:
    """Takes the address of another page: of an account where the host is a network's."""
    if network_of(address):
        found.add_profile(web_address(address))
    else:
        found.add(FindingField.URL, web_address(address))


def _pages(card: HCard, name: str) -> set[str]:
    return {same_page(address) for address in card.addresses(name)} - {""}


def _place(card: HCard) -> str:
    """Where the person lives, by what the card or the address in it says."""
    for place in (*card.inside("adr"), *card.inside("location"), card):
        parts = [next(iter(place.lines(name)), "") for name in _PLACE]
        if any(parts):
            return ", ".join(filter(None, parts))
    return next(iter(card.lines("adr", "location")), "")


def _plain(value: object) -> str:
    """The text of a value: itself, or what it says beside its markup, its picture's words or its card."""
    text = value.get("value") if isinstance(value, dict) else value
    return text if isinstance(text, str) else ""


# ------------------------------------------------------------------ reading


def _cards(page: HtmlPage) -> list[HCard]:
    """Every card of a page, the outermost ones; those of unreasonable size are passed over."""
    cards: list[HCard] = []
    for root in _outermost(page.root):
        if text := _trimmed(root):  # one by one: a card that cannot be read hides no other
            items = read_microformats(f"<!DOCTYPE html><html><body>{text}</body></html>", page.base)
            cards += [HCard(item["properties"], page.base) for item in items if "h-card" in item["type"]]
    return cards


def _outermost(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    count = 0
    taken: set[html.HtmlElement] = set()
    for element in root.iter(etree.Element):
        if element.getparent() in taken:
            taken.add(element)
        elif {"h-card", "vcard"} & _classes(element):
            taken.add(element)
            count += 1
            if count <= _MOST_CARDS:
                yield element


def _trimmed(root: html.HtmlElement) -> str:
    """A card as HTML without what is none of it; empty where it is still too much."""
    card = copy.deepcopy(root)
    card.tail = None
    for element in list(card.iter(etree.Element)):
        classes = _classes(element)
        within = element is not card and element.getparent() is not None
        unseen = element.tag in _UNSEEN or (_is_root(classes) and not _is_property(classes))
        if within and unseen:
            element.drop_tree()
    if _is_too_much(card):
        return ""
    card.tag = "div"
    text: str = etree.tostring(card, encoding="unicode", method="html")
    return text if len(text) <= _LONGEST else ""


def _is_too_much(card: html.HtmlElement) -> bool:
    depth = nested = elements = 0
    most = _MOST_ELEMENTS
    for event, element in etree.iterwalk(card, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        elements += 1
        roots = [name for name in _classes(element) if _ROOT.fullmatch(name)]
        nested += bool(roots)
        if not all(name.startswith("h-") for name in roots):
            most = _MOST_OF_OLD
        if depth > _DEEPEST or elements > most or nested > _MOST_NESTED:
            return True
    return False


def _classes(element: html.HtmlElement) -> frozenset[str]:
    return frozenset(element.get("class", "")[:2000].split())


def _is_root(classes: Collection[str]) -> bool:
    return any(_ROOT.fullmatch(name) for name in classes)


def _is_property(classes: Collection[str]) -> bool:
    """Whether an element tells something of the card; the names of old are too many to tell them apart."""
    return any(_PROPERTY.fullmatch(name) for name in classes) or not any(
        name.startswith("h-") for name in classes
    )

"""The person of a page in JSON-LD: schema.org/Person, where the page says that it is about them."""

import json
from collections.abc import Iterator

from relate_desktop.domain.lookup import FindingField
from relate_desktop.lookups.findings import Findings
from relate_desktop.lookups.h_card import tell_page
from relate_desktop.lookups.html_page import HtmlPage, joined
from relate_desktop.lookups.json_answer import JsonObject
from relate_desktop.lookups.web_address import same_page, web_address

JSON_LD = "application/ld+json"
_MOST_NODES = 200
_LONGEST = 5000
"""Characters of an address."""


def own_person(page: HtmlPage) -> JsonObject | None:
    """The person whom the page is about, or the only one in it; None where it is not sure who that is."""
    people: list[JsonObject] = []
    for node in _nodes(page):
        person = node.record("mainEntity") if "ProfilePage" in _types(node) else node
        if "Person" not in _types(person):
            continue
        if node is not person or page.here & _pages(person, page):
            return person
        people.append(person)
    return people[0] if len(people) == 1 and not _pages(people[0], page) else None


def tell_person(person: JsonObject, found: Findings, page: HtmlPage) -> None:
    """Takes what the person says into the findings."""
    found.add(FindingField.NAME, person.line("name"))
    found.add(FindingField.TITLE, next(iter(_texts(person, "jobTitle")), ""))
    for company in _texts(person, "worksFor"):
        found.add(FindingField.ORGANIZATION, company)
    for mail in (person.line("email"), *person.lines("email")):
        found.add_mail(mail)
    for address in (person.line("url", _LONGEST), *person.lines("url")):
        if same_page(joined(page.base, address)) not in {"", *page.here}:
            tell_page(joined(page.base, address), found)
    for address in (person.line("sameAs", _LONGEST), *person.lines("sameAs")):
        found.add_profile(web_address(joined(page.base, address)))


def _nodes(page: HtmlPage) -> Iterator[JsonObject]:
    """What stands at the top of the page's data, or in its graph; not who wrote what in it."""
    count = 0
    for script in page.scripts(JSON_LD):
        for node in _read(script):
            for inner in (node, *node.records("@graph")):
                count += 1
                if count > _MOST_NODES:
                    return
                yield inner


def _read(script: str) -> list[JsonObject]:
    try:
        content = json.loads(script)
    except (ValueError, RecursionError):
        return []
    listed = content if isinstance(content, list) else [content]
    return [JsonObject(node) for node in listed[:_MOST_NODES] if isinstance(node, dict)]


def _types(node: JsonObject) -> set[str]:
    """The types of a node as short words: ``http://schema.org/Person`` is one of ``Person``."""
    said = (node.line("@type"), *node.lines("@type"))
    return {name.rsplit("/", 1)[-1].removeprefix("schema:") for name in said}


def _pages(person: JsonObject, page: HtmlPage) -> set[str]:
    """The pages that a person says are theirs, by address and by name in the data."""
    said = (person.line("url", _LONGEST), *person.lines("url"), person.line("@id", _LONGEST))
    return {same_page(joined(page.base, address)) for address in said if address} - {""}


def _texts(person: JsonObject, name: str) -> list[str]:
    """The texts of a property that may be one, a list of them, or things with names."""
    things = (person.record(name), *person.records(name))
    named = [thing.line("name") for thing in things]
    return [text for text in (person.line(name), *person.lines(name), *named) if text]

"""Where somebody works and as what: ORG, TITLE and ROLE (RFC 6350 section 6.6)."""

from dataclasses import dataclass

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.editing import with_single
from relate_desktop.domain.labels import label_of
from relate_desktop.domain.lines import best_lines
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Property, escape, join_items
from relate_desktop.domain.revaluing import revalued
from relate_desktop.domain.summary import is_organization_in

SINCE = "X-RELATE-SINCE"
UNTIL = "X-RELATE-UNTIL"


@dataclass(frozen=True, slots=True)
class Organization:
    """One company, school or the like, with what the person is there."""

    property: Property | None
    """The ORG line; None where only a title or role is given."""
    name: str
    units: tuple[str, ...]
    title: str
    role: str
    label: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None


def organizations(contact: Contact) -> tuple[Organization, ...]:
    """Where they work, in order; titles and roles go with the ORG of their group, else of their place."""
    lines = [item for item in contact.all("ORG") if item.value.strip(" ;,")]
    titles = _beside(lines, contact.all("TITLE"))
    roles = _beside(lines, contact.all("ROLE"))
    found = [
        _organization(contact, item, titles.pop(place, ""), roles.pop(place, ""))
        for place, item in enumerate(lines)
    ]
    found.extend(
        Organization(None, "", (), titles.get(place, ""), roles.get(place, ""))
        for place in sorted({*titles, *roles})
    )
    return tuple(found)


def with_organization(contact: Contact, name: str, title: str, role: str | None = None) -> Contact:
    """The contact with its first company and title so named; units and all else on the lines stay.

    Blank takes away; a ``role`` of None leaves the role alone.
    """
    line = next(iter(contact.all("ORG")), None)
    text = name.strip()
    if line is None:
        contact = contact.added(Property("ORG", escape(text))) if text else contact
    elif _first_part(line) != text:
        rest = [join_items(part) for part in line.components[1:]]
        value = ";".join([escape(text), *rest])
        contact = contact.replaced(line, revalued(line, value)) if value.strip(";") else contact.without(line)
    contact = _with_first(contact, "TITLE", title)
    return contact if role is None else _with_first(contact, "ROLE", role)


def is_organization(contact: Contact) -> bool:
    """Whether the contact is a company itself: KIND:org, or Apple's X-ABShowAs:COMPANY."""
    return is_organization_in(best_lines(contact.properties))


def _organization(contact: Contact, item: Property, title: str, role: str) -> Organization:
    parts = [", ".join(word.strip() for word in part if word.strip()) for part in item.components]
    return Organization(
        item,
        parts[0],
        tuple(part for part in parts[1:] if part),
        title,
        role,
        label_of(contact, item),
        _date(item, SINCE),
        _date(item, UNTIL),
    )


def _beside(lines: list[Property], texts: tuple[Property, ...]) -> dict[int, str]:
    """The text that goes with each ORG by place; what is left over counts on behind them."""
    said = [item for item in texts if item.text.strip()]
    groups = {item.group.lower(): place for place, item in enumerate(lines) if item.group is not None}
    found: dict[int, str] = {}
    for item in list(said):
        place = groups.get(item.group.lower()) if item.group is not None else None
        if place is not None and place not in found:
            found[place] = item.text.strip()
            said.remove(item)
    place = 0
    for item in said:
        while place in found:
            place += 1
        found[place] = item.text.strip()
    return found


def _with_first(contact: Contact, name: str, text: str) -> Contact:
    lines = contact.all(name)
    if text.strip() or not lines:
        return with_single(contact, name, text.strip())
    return contact.without(lines[0])


def _first_part(line: Property) -> str:
    return ", ".join(word.strip() for word in line.components[0] if word.strip())


def _date(item: Property, name: str) -> PartialDate | None:
    return next((PartialDate.parse(text) for text in item.parameter(name)), None)

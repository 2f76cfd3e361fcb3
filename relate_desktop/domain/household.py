"""A household: people who live together under one name, told on each of their cards."""

from dataclasses import dataclass, replace

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.editing import with_parameter
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.likeness_keys import address_key
from relate_desktop.domain.organization import is_organization
from relate_desktop.domain.property import Property, escape
from relate_desktop.domain.search_words import words_of
from relate_desktop.domain.text import fold, squeezed

HOUSEHOLD = "X-RELATE-HOUSEHOLD"
_ID = "X-RELATE-ID"
LIVING_APART = "household"
"""Kind of the refusals to make people of one address a household; the key is the other one's number."""


@dataclass(frozen=True, slots=True)
class Home:
    """The household somebody belongs to, as their card names it."""

    name: str
    id: str
    """What tells two households of one name apart; the folded name where a card has none."""


@dataclass(frozen=True, slots=True)
class Household:
    """People who live together, those of the book and not in the trash."""

    home: Home
    members: tuple[ContactId, ...]


def home_of(contact: Contact) -> Home | None:
    """The household of this person, if any."""
    line = contact.first(HOUSEHOLD)
    return home_in(line) if line is not None else None


def home_addresses(contact: Contact) -> dict[str, str]:
    """Where somebody lives: each postal address as it is compared, with words to look it up by.

    None of a company, and none that is marked as one at work.
    """
    if is_organization(contact):
        return {}
    found: dict[str, str] = {}
    for item in contact.all("ADR"):
        key = address_key(item)
        if key and "work" not in item.types:
            street, _mark, place = key.partition("\x1f")
            words = (word.replace("strasse", "str") for word in words_of(f"{street} {place}"))
            found[key] = " ".join(words)
    return found


def home_in(line: Property) -> Home | None:
    """The household a line names; None where it says nothing."""
    name = squeezed(line.text)
    if not name:
        return None
    return Home(name, next(iter(line.parameter(_ID)), "") or fold(name))


def with_home(contact: Contact, home: Home | None) -> Contact:
    """The contact as a member of this household alone; None for none."""
    line, *further = contact.all(HOUSEHOLD) or (None,)
    for item in further:
        if item is not None:
            contact = contact.without(item)
    if home is None:
        return contact if line is None else contact.without(line)
    if line is None:
        return contact.added(with_parameter(Property(HOUSEHOLD, escape(home.name)), _ID, home.id))
    if home_in(line) == home:
        return contact
    return contact.replaced(line, with_parameter(replace(line, value=escape(home.name)), _ID, home.id))

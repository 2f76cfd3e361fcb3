"""Special days: birthdays, anniversaries and the days people give names of their own.

BDAY and ANNIVERSARY: RFC 6350 sections 6.2.5 and 6.2.6; DEATHDATE: RFC 6474; the rest are
Apple's, Android's, Evolution's, KDE's and Microsoft's.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from relate_desktop.domain.android import ANDROID, EVENTS, android_field
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.editing import free_group, with_parameter
from relate_desktop.domain.labels import label_of, with_label
from relate_desktop.domain.partial_date import APPLE_OMIT_YEAR, PartialDate
from relate_desktop.domain.property import Property, escape
from relate_desktop.domain.revaluing import revalued


class DateKind(StrEnum):
    """What is remembered on the day."""

    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    DEATH = "death"
    OTHER = "other"


_NAMES = {
    "BDAY": DateKind.BIRTHDAY,
    "ANNIVERSARY": DateKind.ANNIVERSARY,
    "DEATHDATE": DateKind.DEATH,
    "X-ABDATE": DateKind.OTHER,
    "X-ANNIVERSARY": DateKind.ANNIVERSARY,
    "X-EVOLUTION-ANNIVERSARY": DateKind.ANNIVERSARY,
    "X-KADDRESSBOOK-X-ANNIVERSARY": DateKind.ANNIVERSARY,
    "X-MS-ANNIVERSARY": DateKind.ANNIVERSARY,
    "X-WAB-WEDDING_ANNIVERSARY": DateKind.ANNIVERSARY,
    "X-WAB-WEDDING-ANNIVERSARY": DateKind.ANNIVERSARY,
}
DATE_NAMES = frozenset({*_NAMES, ANDROID})
"""The names, in upper case, of every line that may hold a special day."""

_NAME_OF_KIND = {
    DateKind.BIRTHDAY: "BDAY",
    DateKind.ANNIVERSARY: "ANNIVERSARY",
    DateKind.DEATH: "DEATHDATE",
    DateKind.OTHER: "X-ABDATE",
}
_EXTENDED = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class ImportantDate:
    """One special day. ``date`` is None for free text, which ``text`` holds as written."""

    property: Property
    kind: DateKind
    label: str
    """The user's own name for the day; empty where the kind says it."""
    date: PartialDate | None
    text: str


def important_dates(contact: Contact) -> tuple[ImportantDate, ...]:
    """Their special days in order, blank ones left out."""
    found = (_important_date(contact, item) for item in contact.properties)
    return tuple(day for day in found if day is not None)


def birthday(contact: Contact) -> ImportantDate | None:
    """Their birthday, if it is known at all."""
    days = important_dates(contact)
    return next((day for day in days if day.kind is DateKind.BIRTHDAY), None)


def with_birthday(contact: Contact, date: PartialDate | None) -> Contact:
    """The contact with this birthday; None removes it."""
    known = birthday(contact)
    if known is not None:
        return with_date(contact, known.property, date)
    return contact if date is None else added_date(contact, DateKind.BIRTHDAY, date)


def with_date(contact: Contact, item: Property, date: PartialDate | None) -> Contact:
    """The contact with another day on this line, spelled as the line spells it; None removes the line."""
    if date is None:
        return contact.without(item)
    changed = _with_date(item, date)
    return contact if changed == item else contact.replaced(item, changed)


def added_date(contact: Contact, kind: DateKind, date: PartialDate, label: str = "") -> Contact:
    """The contact with one more special day; one with a label of its own becomes Apple's X-ABDATE."""
    if kind is DateKind.OTHER or label:
        item = Property("X-ABDATE", date.iso(), group=free_group(contact))
        contact = contact.added(item)
        return with_label(contact, item, label)[0] if label else contact
    return contact.added(Property(_NAME_OF_KIND[kind], date.basic()))


def _important_date(contact: Contact, item: Property) -> ImportantDate | None:
    kind = _NAMES.get(item.key)
    if kind is None:
        return _android_event(item)
    text = item.text.strip()
    if not text:
        return None
    label = label_of(contact, item) if kind is DateKind.OTHER else ""
    if kind is DateKind.OTHER and label in {DateKind.ANNIVERSARY, DateKind.BIRTHDAY}:
        kind, label = DateKind(label), ""
    return ImportantDate(item, kind, label, PartialDate.parse(text, item.parameters), text)


def _android_event(item: Property) -> ImportantDate | None:
    field = android_field(item)
    if field is None or field.kind != "contact_event" or not field.value:
        return None
    name = EVENTS[field.number] if field.number is not None and field.number < len(EVENTS) else ""
    kind = DateKind(name) if name else DateKind.OTHER
    label = field.label if not name else ""
    return ImportantDate(item, kind, label, PartialDate.parse(field.value), field.value)


def _with_date(item: Property, date: PartialDate) -> Property:
    field = android_field(item)
    if field is not None:
        return item.with_value(item.value.replace(escape(field.value), date.iso(), 1))
    if PartialDate.parse(item.text, item.parameters) == date:
        return item
    omitted = item.parameter(APPLE_OMIT_YEAR)
    if omitted and date.year is None and date.recurs:
        return item.with_value(f"{omitted[0]}-{date.month:02}-{date.day:02}")
    if omitted:
        item = with_parameter(item, APPLE_OMIT_YEAR)
    extended = _EXTENDED.match(item.value) or item.key.startswith("X-")
    return revalued(item, date.iso() if extended else date.basic())

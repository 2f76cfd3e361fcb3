"""What a contact says of somebody, whatever the version it is spelled in."""

from collections.abc import Iterator

from relate_desktop.domain.channels import addresses, emails, handles, phones, urls
from relate_desktop.domain.circle import circles_of
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.important_date import important_dates
from relate_desktop.domain.name import call_them, display_name, name_of, phonetic, pronouns
from relate_desktop.domain.note import notes_of
from relate_desktop.domain.organization import organizations
from relate_desktop.domain.photo import photo_of
from relate_desktop.domain.relationship import relationships

Facts = dict[str, object]


def facts_of(contact: Contact) -> Facts:
    """Everything that Relate reads out of a contact, as plain values."""
    name = name_of(contact)
    photo = photo_of(contact)
    return {
        "full name": display_name(contact),
        "name": None if name is None else name.parts,
        "called": call_them(contact),
        "phonetic": phonetic(contact),
        "pronouns": pronouns(contact),
        "e-mail": [(one.address, one.label, one.preferred) for one in emails(contact)],
        "phone": [(one.number, one.label, one.preferred) for one in phones(contact)],
        "address": [(one.parts, one.label, one.preferred) for one in addresses(contact)],
        "address label": sorted(_labels(contact)),
        "url": [(one.address, one.label, one.preferred) for one in urls(contact)],
        "handle": [(one.service, one.name, one.label) for one in handles(contact)],
        "date": [
            (one.kind, one.label, one.date, "" if one.date else one.text) for one in important_dates(contact)
        ],
        "organization": [(one.name, one.units, one.title, one.role) for one in organizations(contact)],
        "tie": [(one.kind, one.name, one.reference) for one in relationships(contact)],
        "circle": circles_of(contact),
        "note": notes_of(contact),
        "photo": None if photo is None else photo.media or photo.value,
    }


def _labels(contact: Contact) -> Iterator[str]:
    """Addresses as their authors wrote them, on lines of their own or beside the address."""
    for item in contact.all("LABEL"):
        yield item.text
    for item in contact.all("ADR"):
        yield from item.parameter("LABEL")

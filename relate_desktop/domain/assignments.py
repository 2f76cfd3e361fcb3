"""What ``NAME=VALUE`` means for a contact: ``org=Acme``, ``circle+=Clients``, ``note=``."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from relate_desktop.domain.channels import AddressParts, ChannelKind, added_channel, channels, edited
from relate_desktop.domain.circle import circles_of, with_circles
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.editing import without_all
from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.domain.important_date import DateKind, added_date, important_dates, with_date
from relate_desktop.domain.name import (
    PersonName,
    name_of,
    with_call,
    with_file_under,
    with_full_name,
    with_latin_form,
    with_name,
    with_phonetic,
    with_pronouns,
    with_salutation,
)
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Property, escape
from relate_desktop.domain.relationship import with_how_met
from relate_desktop.domain.revaluing import revalued
from relate_desktop.domain.vocabulary import ALWAYS_SINGLE, ValueShape, value_shape

_WORD = re.compile(r"(?P<name>[A-Za-z0-9-]+)(?P<add>\+?)=(?P<value>.*)", re.DOTALL)
_OTHER_NAMES = {
    "name": "fn",
    "tel": "phone",
    "adr": "address",
    "company": "org",
    "birthday": "bday",
    "circles": "circle",
    "categories": "circle",
    "x-relate-call": "call",
    "x-relate-latin": "latin",
    "x-relate-file-under": "file-under",
    "x-relate-salutation": "salutation",
}
_CHANNELS = {
    "email": ChannelKind.EMAIL,
    "phone": ChannelKind.PHONE,
    "address": ChannelKind.ADDRESS,
    "url": ChannelKind.URL,
    "chat": ChannelKind.HANDLE,
}
_PARTS = {
    "family": "family",
    "given": "given",
    "middle": "additional",
    "prefix": "prefixes",
    "suffix": "suffixes",
}
_SINGLE: Mapping[str, Callable[[Contact, str], Contact]] = {
    "fn": with_full_name,
    "call": lambda contact, text: with_call(contact, text or None),
    "latin": lambda contact, text: with_latin_form(contact, text or None),
    "sounds-like": lambda contact, text: with_phonetic(contact, text or None),
    "file-under": lambda contact, text: with_file_under(contact, text or None),
    "salutation": lambda contact, text: with_salutation(contact, text or None),
    "pronouns": lambda contact, text: with_pronouns(contact, text or None),
    "met": with_how_met,
}
_IDENTITIES = frozenset({"uid", "x-abuid", "x-relate-id"})
_DATES = {"bday": DateKind.BIRTHDAY, "anniversary": DateKind.ANNIVERSARY}


@dataclass(frozen=True, slots=True)
class Assignment:
    """One NAME with the values it shall have and those it shall have besides."""

    name: str
    """In lower case, by its first name where it has several."""
    values: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    text: str = ""
    """As the user typed the first of them."""

    @property
    def gives_identity(self) -> bool:
        """Whether it gives what tells one person from all others."""
        return self.name in _IDENTITIES and any((*self.values, *self.more))

    def malformed(self) -> UsageError:
        """What to raise when the values make no sense."""
        return UsageError(ErrorKind.ASSIGNMENT_MALFORMED, text=self.text)


def read_assignments(words: Sequence[str]) -> tuple[Assignment, ...]:
    """What the words set, name by name in the order given.

    Raises UsageError(ASSIGNMENT_MALFORMED).
    """
    found: dict[str, Assignment] = {}
    for word in words:
        match = _WORD.fullmatch(word)
        if match is None:
            raise UsageError(ErrorKind.ASSIGNMENT_MALFORMED, text=word)
        name = match["name"].lower()
        name = _OTHER_NAMES.get(name, name)
        known = found.get(name, Assignment(name, text=word))
        value = match["value"].strip()
        if match["add"]:
            found[name] = replace(known, more=(*known.more, value))
        else:
            found[name] = replace(known, values=(*known.values, value))
    return tuple(found.values())


def with_assignments(contact: Contact, assignments: Sequence[Assignment]) -> Contact:
    """The contact with everything set; untouched lines stay as they are.

    Raises UsageError(ASSIGNMENT_MALFORMED).
    """
    for assignment in assignments:
        contact = _assigned(contact, assignment)
    return contact


def _assigned(contact: Contact, asked: Assignment) -> Contact:
    for names, setter in _SETTERS:
        if asked.name in names:
            return setter(contact, asked)
    return _with_lines(contact, asked)


def _with_circles(contact: Contact, asked: Assignment) -> Contact:
    kept = asked.values or (circles_of(contact) if asked.more else ())
    return with_circles(contact, (*kept, *asked.more))


def _with_text(contact: Contact, asked: Assignment) -> Contact:
    return _SINGLE[asked.name](contact, _only(asked))


def _with_part(contact: Contact, asked: Assignment) -> Contact:
    words = tuple(_only(asked).split())
    return with_name(contact, replace(name_of(contact) or PersonName(), **{_PARTS[asked.name]: words}))


def _with_parts(contact: Contact, asked: Assignment) -> Contact:
    return with_name(contact, _name(asked))


def _only(asked: Assignment) -> str:
    values = (*asked.values, *asked.more)
    if len(values) != 1:
        raise asked.malformed()
    return values[0]


def _name(asked: Assignment) -> PersonName:
    parts = [(part.strip(),) if part.strip() else () for part in _only(asked).split(";")]
    if len(parts) > 5:
        raise asked.malformed()
    return PersonName(*parts)


def _with_channels(contact: Contact, asked: Assignment) -> Contact:
    kind = _CHANNELS[asked.name]
    lines = sorted(channels(contact, kind), key=lambda channel: not channel.preferred)
    if asked.values and not any(asked.values):
        contact = without_all(contact, [channel.property for channel in lines])
        lines = []
    wanted = [value for value in asked.values if value]
    for channel, value in zip(lines, wanted, strict=False):
        contact = edited(contact, channel.property, _channel_value(asked, kind, value))
    for value in (*wanted[len(lines) :], *asked.more):
        service, colon, _rest = value.partition(":")
        contact = added_channel(
            contact,
            kind,
            _channel_value(asked, kind, value),
            service=service.lower() if colon and kind is ChannelKind.HANDLE else "",
        )
    return contact


def _channel_value(asked: Assignment, kind: ChannelKind, value: str) -> str | AddressParts:
    if kind is ChannelKind.ADDRESS:
        parts = [part.strip() for part in value.split(";")]
        if len(parts) == 1:
            return AddressParts(street=value)
        if len(parts) > 7:
            raise asked.malformed()
        return AddressParts(*parts)
    if kind is ChannelKind.HANDLE and ":" in value:
        return value.partition(":")[2]
    return value


def _with_date(contact: Contact, asked: Assignment) -> Contact:
    kind = _DATES[asked.name]
    text = _only(asked)
    known = next((day for day in important_dates(contact) if day.kind is kind), None)
    if not text:
        return with_date(contact, known.property, None) if known is not None else contact
    date = PartialDate.parse(text, ())
    if date is None:
        raise asked.malformed()
    if known is None:
        return added_date(contact, kind, date)
    return with_date(contact, known.property, date)


def _with_lines(contact: Contact, asked: Assignment) -> Contact:
    """Sets lines of one name, with the value in plain words as far as the name's shape allows."""
    name = asked.name.upper()
    lines = list(contact.all(name))
    if asked.values and not any(asked.values):
        contact = without_all(contact, lines)
        lines = []
    wanted = [_line_value(asked, name, value) for value in asked.values if value]
    more = [_line_value(asked, name, value) for value in asked.more]
    if name in ALWAYS_SINGLE and max(len(wanted), len(lines)) + len(more) > 1:
        raise asked.malformed()
    for line, value in zip(lines, wanted, strict=False):
        if line.value != value:
            contact = contact.replaced(line, revalued(line, value))
    return contact.added(*(Property(name, value) for value in (*wanted[len(lines) :], *more)))


def _line_value(asked: Assignment, name: str, value: str) -> str:
    shape = value_shape(name)
    if shape in {ValueShape.TEXT, ValueShape.LIST}:
        return escape(value)
    if shape is ValueShape.STRUCTURED:
        return ";".join(escape(part.strip()) for part in value.split(";"))
    if shape is ValueShape.DATE:
        date = PartialDate.parse(value, ())
        if date is None:
            raise asked.malformed()
        return date.basic()
    if not value.isprintable():
        raise asked.malformed()
    return value


_SETTERS: tuple[tuple[Collection[str], Callable[[Contact, Assignment], Contact]], ...] = (
    (_CHANNELS, _with_channels),
    (_DATES, _with_date),
    (_SINGLE, _with_text),
    (_PARTS, _with_part),
    ({"circle"}, _with_circles),
    ({"n"}, _with_parts),
)

"""What a finding becomes when the user keeps it: one line of the card, or a note on the timeline.

A kept fact names the line by what it says, not by its place: merges, undo and edits move lines about,
and a line that says something else by now is the user's own.
"""

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.handles import HANDLE_NAMES, handle_address
from relate_desktop.domain.ids import ContactId, EntryId, MediaHash
from relate_desktop.domain.important_date import birthday
from relate_desktop.domain.lookup import Finding, FindingField, LookupTarget, Proof
from relate_desktop.domain.markdown import literal, plain
from relate_desktop.domain.name import PRONOUNS
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import (
    MEDIA_PREFIX,
    Parameter,
    Property,
    escape,
    join_components,
    unescape,
)
from relate_desktop.domain.revaluing import given_back, revalued
from relate_desktop.domain.text import fold, squeezed

_LINES: Mapping[FindingField, tuple[str, ...]] = {
    FindingField.NAME: ("NICKNAME", "FN", "X-RELATE-CALL"),
    FindingField.PRONOUNS: (PRONOUNS, "X-RELATE-PRONOUNS", "X-PRONOUNS"),
    FindingField.TITLE: ("TITLE", "ROLE"),
    FindingField.ORGANIZATION: ("ORG",),
    FindingField.EMAIL: ("EMAIL",),
    FindingField.URL: ("URL", "SOCIALPROFILE", "X-SOCIALPROFILE", "IMPP"),
    FindingField.PROFILE: ("SOCIALPROFILE", "X-SOCIALPROFILE", "URL", "IMPP"),
    FindingField.PLACE: ("ADR",),
    FindingField.ABOUT: ("NOTE",),
    FindingField.BIRTHDAY: ("BDAY",),
    FindingField.LANGUAGE: ("LANG",),
    FindingField.TIME_ZONE: ("TZ",),
    FindingField.PHOTO: ("PHOTO",),
}
"""Lines that may say the same as a finding; the first name is that of a new line."""

_ONE_ONLY = frozenset(
    {
        *(FindingField.NAME, FindingField.PRONOUNS, FindingField.TITLE, FindingField.ORGANIZATION),
        *(FindingField.PLACE, FindingField.BIRTHDAY, FindingField.TIME_ZONE, FindingField.PHOTO),
    }
)
"""Fields of which people have one: another value in the book contradicts."""

_BESIDE = frozenset({FindingField.NAME, FindingField.PLACE})
"""Of these, what is kept stands beside what is there: a name of the book or a street never gives way."""

_LOCALITY = 3
_PARTS = 7


@dataclass(frozen=True, slots=True)
class KeptFact:
    """Something the user kept of a look-up, with where it came from."""

    contact: ContactId
    field: FindingField
    target: LookupTarget
    account_id: str
    source_url: str
    proof: Proof
    fetched_at: datetime
    line: str
    """Name of the card's line; empty for a note."""
    value: str
    """The line's canonical value, or the note's text."""
    replaced: str = ""
    """What the line said before; empty where it is new."""
    added: bool = True
    """Whether keeping it wrote the line: False where the book said so already."""
    entry: EntryId | None = None
    """The note, for what is none of the card's lines."""
    seen_at: datetime | None = None
    """When the user last looked at it; None: not since it was kept."""
    id: int | None = dataclasses.field(default=None, compare=False)

    @property
    def text(self) -> str:
        """What it says, for reading."""
        return unescape(self.value) if self.line else plain(self.value)


def said_in(contact: Contact, found: FindingField) -> tuple[Property, ...]:
    """The lines of a person that speak of a field, those with something to say."""
    lines = contact.all(*_LINES.get(found, ()))
    return tuple(line for line in lines if meaning(found, line))


def meaning(found: FindingField, line: Property) -> str:
    """What a line says of a field, in one spelling for comparing."""
    if found is FindingField.PLACE:
        parts = line.components
        return fold(" ".join(parts[_LOCALITY])) if len(parts) > _LOCALITY else ""
    if found is FindingField.ORGANIZATION:
        return fold(" ".join(line.components[0]))
    if found is FindingField.BIRTHDAY:
        date = PartialDate.parse(line.text, line.parameters)
        return date.iso() if date is not None else fold(line.text)
    if found in {FindingField.URL, FindingField.PROFILE}:
        return _address(handle_address(line) if line.key in HANDLE_NAMES else line.text)
    if found is FindingField.NAME:
        return fold(squeezed(" ".join(line.items))) if line.key == "NICKNAME" else fold(squeezed(line.text))
    return fold(squeezed(line.text))


def meant(finding: Finding) -> str:
    """What a finding says, in the same spelling as ``meaning``."""
    if finding.field in {FindingField.URL, FindingField.PROFILE}:
        return _address(finding.value)
    if finding.field is FindingField.BIRTHDAY:
        date = PartialDate.parse(finding.value)
        return date.iso() if date is not None else fold(finding.value)
    return fold(squeezed(finding.value))


def contradicted(contact: Contact, finding: Finding) -> Property | None:
    """The line that says otherwise, where people have one value only; None where nothing contradicts."""
    if finding.field not in _ONE_ONLY:
        return None
    if finding.field is FindingField.BIRTHDAY:
        known = birthday(contact)
        lines: tuple[Property, ...] = () if known is None else (known.property,)
    else:
        lines = said_in(contact, finding.field)
    same = any(meaning(finding.field, line) == meant(finding) for line in lines)
    return None if same or not lines else lines[0]


def note_text(finding: Finding) -> str:
    """What stands on the timeline of something they published: its title as text, whatever signs it has."""
    return f"{literal(finding.value)}\n{finding.source_url}"


def content_hash(data: bytes) -> MediaHash:
    """By what the book knows a picture."""
    return MediaHash(hashlib.sha256(data).hexdigest())


def line_for(finding: Finding, media: MediaHash | None = None) -> Property | None:
    """The line a finding would become; None for what is told on the timeline, and for a picture not read."""
    names = _LINES.get(finding.field)
    if names is None:
        return None
    value = _value(finding, media)
    service = finding.field is FindingField.PROFILE and finding.detail
    parameters = (Parameter("SERVICE-TYPE", (finding.detail,)),) if service else ()
    return None if value is None else Property(names[0], value, parameters)


def _value(finding: Finding, media: MediaHash | None) -> str | None:
    """The canonical value a finding has as a line; None where it has none."""
    text = squeezed(finding.value)
    date = PartialDate.parse(text) if finding.field is FindingField.BIRTHDAY else None
    values: dict[FindingField, str | None] = {
        FindingField.PHOTO: None if media is None else f"{MEDIA_PREFIX}{media}",
        FindingField.PLACE: join_components([*[()] * _LOCALITY, (text,), *[()] * (_PARTS - _LOCALITY - 1)]),
        FindingField.BIRTHDAY: None if date is None else date.basic(),
        FindingField.PROFILE: text,
        FindingField.URL: text,
        FindingField.LANGUAGE: text,
        FindingField.ABOUT: escape(finding.value.strip()),
    }
    return values.get(finding.field, escape(text))


def with_finding(contact: Contact, finding: Finding, line: Property) -> tuple[Contact, Property, str]:
    """The person with what was found, the line that says it, and what that line said before.

    A line that contradicts gives way in its place; what was said already stays as it is.
    """
    for said in said_in(contact, finding.field):
        if meaning(finding.field, said) == meaning(finding.field, line):
            return contact, said, said.value
    other = contradicted(contact, finding)
    if other is None or finding.field in _BESIDE:
        return contact.added(line), line, ""
    changed = revalued(other, line.value)
    return contact.replaced(other, changed), changed, other.value


def line_of(contact: Contact, fact: KeptFact) -> Property | None:
    """The line that a kept fact wrote and that still says it; None where it was changed since."""
    said = contact.all(fact.line) if fact.line and fact.added else ()
    return next((one for one in said if one.value == fact.value), None)


def without_fact(contact: Contact, fact: KeptFact, was: Property | None = None) -> Contact:
    """The person without what a kept fact wrote; what it replaced is said again, as ``was`` said it.

    A line that was changed since, and one the book said before, stay.
    """
    line = line_of(contact, fact)
    if line is None:
        return contact
    if not fact.replaced:
        return contact.without(line)
    return contact.replaced(line, given_back(line, was or line.with_value(fact.replaced)))


def heir_of(contact: Contact, fact: KeptFact, others: Sequence[KeptFact]) -> int | None:
    """Which of the other facts stands on what this one wrote; None where none does.

    One that says the same keeps the line; one that replaced it has the value to give back from now on.
    """
    if not fact.line or not fact.added:
        return None
    said = still_said(contact, fact)
    for place, other in enumerate(others):
        same = other.value == fact.value
        later = not said and other.added and other.replaced == fact.value
        if other.line == fact.line and (later or (said and same and not other.added)):
            return place
    return None


def inherited(heir: KeptFact, fact: KeptFact) -> KeptFact:
    """A fact that goes on for one it stands on, with what that one replaced."""
    return dataclasses.replace(heir, replaced=fact.replaced, added=True)


def still_said(contact: Contact, fact: KeptFact) -> bool:
    """Whether the line still says what was kept."""
    return any(one.value == fact.value for one in contact.all(fact.line))


def _address(text: str) -> str:
    """An address without what does not change where it leads."""
    folded = text.strip().casefold()
    for start in ("https://", "http://"):
        folded = folded.removeprefix(start)
    return folded.removeprefix("www.").rstrip("/")

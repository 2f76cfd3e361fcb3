"""Ties to other people as cards tell of them: RELATED (RFC 6350 section 6.6.6) and its forerunners."""

from dataclasses import dataclass, replace
from urllib.parse import unquote

from relate_desktop.domain.android import ANDROID, RELATIONS, android_field
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.editing import free_group, with_parameter, with_single
from relate_desktop.domain.labels import label_of, with_label
from relate_desktop.domain.property import Property, escape
from relate_desktop.domain.relation_kinds import INVERSES
from relate_desktop.domain.revaluing import retold, revalued
from relate_desktop.domain.text import squeezed

OWN_ID = "X-RELATE-ID"
"""By what lines of other people point to somebody; given when the first of them does."""
HOW_MET = "X-RELATE-MET"
POINTS_TO = "X-RELATE-PERSON"
OWN_INVERSE = "X-RELATE-INVERSE"

_KIND_OF_NAME = {
    "RELATED": "",
    "X-ABRELATEDNAMES": "",
    "AGENT": "agent",
    "X-ASSISTANT": "assistant",
    "X-EVOLUTION-ASSISTANT": "assistant",
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant",
    "X-MS-ASSISTANT": "assistant",
    "X-MANAGER": "manager",
    "X-EVOLUTION-MANAGER": "manager",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "manager",
    "X-MS-MANAGER": "manager",
    "X-SPOUSE": "spouse",
    "X-EVOLUTION-SPOUSE": "spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse",
    "X-MS-SPOUSE": "spouse",
    "X-WAB-SPOUSE_NAME": "spouse",
    "X-WAB-SPOUSE-NAME": "spouse",
}
RELATION_KINDS = frozenset({*RELATIONS[1:], *INVERSES})
"""Ties that have words of their own on screen; every other is the user's text."""

_CARD_BEGIN = "begin:vcard"
_NESTED_CARD = "data:text/vcard;charset=utf-8,"
"""How a nested card travels in RELATED, which took the place of AGENT (RFC 6350 appendix A.1)."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """One tie as a card tells it. ``name`` or ``reference`` says to whom, whichever was given."""

    property: Property
    kind: str
    """A key of ``RELATION_KINDS``, or the user's own word; empty without any."""
    name: str
    """The other person's name; empty where the card refers to a record."""
    reference: str
    """A URI of the other person's record, such as ``urn:uuid:…``; else empty."""
    person: str = ""
    """The ``OWN_ID`` of the person of the book it was tied to; else empty."""
    inverse: str = ""
    """What they are to the other person, where the user said so in a word of their own."""


TIE_NAMES = frozenset({*_KIND_OF_NAME, ANDROID})
"""Names of lines that may tell of a tie."""


def relationships(contact: Contact) -> tuple[Relationship, ...]:
    """Their ties in order, blank ones left out."""
    found = (_relationship(contact, item) for item in contact.properties)
    return tuple(_tied(tie) for tie in found if tie is not None)


def with_relationship(
    contact: Contact, name: str, kind: str, *, person: str = "", inverse: str = ""
) -> Contact:
    """The contact with one more tie, as Apple writes it, which most programs read.

    ``person`` is the ``own_id`` of the person of the book who is meant.
    """
    item = Property("X-ABRELATEDNAMES", escape(name.strip()), group=free_group(contact))
    item = _pointing(item, person, inverse)
    return _labelled(contact.added(item), item, kind)


def how_met(contact: Contact) -> str:
    """How one met, in the user's words; else empty."""
    line = contact.first(HOW_MET)
    return line.text.strip() if line is not None else ""


def with_how_met(contact: Contact, text: str) -> Contact:
    """The contact with how one met; blank removes it."""
    return with_single(contact, HOW_MET, text)


def with_relation(contact: Contact, tie: Relationship, kind: str, inverse: str = "") -> Contact:
    """The contact with another word for this tie; a line of an older spelling becomes one as Apple has it."""
    if (tie.kind, tie.inverse) == (kind, inverse):
        return contact
    item = tie.property
    changed = _pointing(item, tie.person, inverse)
    if item.key != "X-ABRELATEDNAMES":
        text = escape(tie.name) if tie.name else item.value
        changed = Property("X-ABRELATEDNAMES", text, changed.parameters, item.group, item.id)
        changed = with_parameter(with_parameter(changed, "TYPE"), "VALUE")
    if changed.group is None:
        changed = replace(changed, group=free_group(contact))
    return _labelled(contact.replaced(item, changed), changed, kind)


def with_tie_to(contact: Contact, tie: Relationship, person: str) -> Contact:
    """The contact with this tie pointing to the person of this ``own_id``; empty to nobody in particular."""
    if tie.person == person:
        return contact
    return contact.replaced(tie.property, _pointing(tie.property, person, tie.inverse))


def own_id(contact: Contact) -> str:
    """By what lines of other people point to this one; empty as long as none does."""
    line = contact.first(OWN_ID)
    return line.text.strip() if line is not None else ""


def with_own_id(contact: Contact, given: str) -> Contact:
    """The contact with something that lines of others can point to; one there already stays."""
    return contact if own_id(contact) else contact.added(Property(OWN_ID, escape(given)))


def with_relative_name(contact: Contact, tie: Relationship, name: str) -> Contact:
    """The contact with another name on this tie; blank removes it. Nested cards are left alone."""
    if not name.strip():
        return contact.without(tie.property)
    if tie.name == name.strip() or tie.property.key == "AGENT":
        return contact
    if android_field(tie.property) is not None:
        value = tie.property.value.replace(escape(tie.name), escape(name.strip()), 1)
        return contact.replaced(tie.property, revalued(tie.property, value))
    # another name is somebody else: the line no longer points to whom it was tied to
    line = retold(with_parameter(tie.property, POINTS_TO), name.strip())
    return contact.replaced(tie.property, line)


def _tied(tie: Relationship) -> Relationship:
    """The tie with what Relate keeps beside it."""
    item = tie.property
    if not item.parameters:
        return tie
    person, inverse = (next(iter(item.parameter(name)), "") for name in (POINTS_TO, OWN_INVERSE))
    return replace(tie, person=person, inverse=inverse) if person or inverse else tie


def _pointing(item: Property, person: str, inverse: str) -> Property:
    item = with_parameter(item, POINTS_TO, *([person] if person else []))
    return with_parameter(item, OWN_INVERSE, *([inverse] if inverse else []))


def _labelled(contact: Contact, item: Property, kind: str) -> Contact:
    """The contact with the word for a tie: Apple's own spelling of a kind, or the user's text."""
    label = f"_$!<{kind.title()}>!$_" if kind in RELATION_KINDS else kind
    return with_label(contact, item, label)[0]


def _relationship(contact: Contact, item: Property) -> Relationship | None:
    key = item.key
    if key not in _KIND_OF_NAME:
        return _android_relation(item)
    text = item.text.strip()
    if not text:
        return None
    if key == "AGENT":
        if _CARD_BEGIN in text[:200].lower():
            return Relationship(item, "agent", _name_in_card(text), "")
        return (
            Relationship(item, "agent", "", text) if _is_uri(text) else Relationship(item, "agent", text, "")
        )
    if key == "RELATED":
        return _related(item, text)
    return Relationship(item, _KIND_OF_NAME[key] or _kind_of_label(label_of(contact, item)), text, "")


def _related(item: Property, text: str) -> Relationship:
    kind = next((word for word in item.types if word != "pref"), "").removeprefix("x-")
    if item.value.startswith(_NESTED_CARD):
        return Relationship(item, kind, _name_in_card(unquote(item.value[len(_NESTED_CARD) :])), "")
    is_text = any(value.lower() == "text" for value in item.parameter("VALUE"))
    reference = "" if is_text or not _is_uri(item.value) else item.value.strip()
    return Relationship(item, kind, "" if reference else text, reference)


def _kind_of_label(label: str) -> str:
    """The kind a label names whatever its spelling: ``Spouse``, ``REFERRED_BY``, ``domestic partner``."""
    kind = label.lower().replace("_", "-").replace(" ", "-")
    return kind if kind in RELATION_KINDS else label


def _android_relation(item: Property) -> Relationship | None:
    field = android_field(item)
    if field is None or field.kind != "relation" or not field.value:
        return None
    known = field.number is not None and 0 < field.number < len(RELATIONS)
    return Relationship(item, RELATIONS[field.number or 0] if known else field.label, field.value, "")


def _name_in_card(text: str) -> str:
    """The name inside a nested card, as far as a glance can tell: FN, else the parts of N."""
    parts = ""
    for line in text.splitlines():
        head, colon, value = line.strip().partition(":")
        name = head.split(";", 1)[0].upper() if colon else ""
        if name == "FN" and value.strip():
            return value.strip()
        if name == "N" and not parts:
            family, given, *_ = (*value.split(";"), "")
            parts = squeezed(f"{given} {family}")
    return parts


def _is_uri(value: str) -> bool:
    scheme, colon, rest = value.strip().partition(":")
    return (
        bool(colon and rest) and scheme.isascii() and scheme.replace("-", "").isalnum() and " " not in value
    )

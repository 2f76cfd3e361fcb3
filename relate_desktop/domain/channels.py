"""Ways to reach somebody, read out of their lines and written back into them.

Every value holds the ``property`` it was read from; edits touch the value, the label or the
preference of that line and nothing else on it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.editing import with_parameter, with_type, without_types
from relate_desktop.domain.handles import (
    HANDLE_NAMES,
    handle_address,
    handle_line,
    handle_service,
    with_handle,
)
from relate_desktop.domain.labels import label_of, with_label
from relate_desktop.domain.lines import UNRANKED, rank
from relate_desktop.domain.property import Parameter, Property, escape, join_items
from relate_desktop.domain.revaluing import retold, revalued

EMAIL_NAMES = ("EMAIL",)
PHONE_NAMES = ("TEL",)
ADDRESS_NAMES = ("ADR",)
URL_NAMES = ("URL", "X-EVOLUTION-BLOG-URL", "X-EVOLUTION-VIDEO-URL", "X-KADDRESSBOOK-BLOGFEED")

_PREF = frozenset({"pref"})
_NOT_IN_TEL_URI = re.compile(r"[^\d+*#().-]+")


class ChannelKind(StrEnum):
    """The five kinds of ways to reach somebody."""

    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    URL = "url"
    HANDLE = "handle"


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address."""

    property: Property
    label: str
    """A key of ``labels.LABEL_KINDS``, or the user's own label; empty without any."""
    preferred: bool
    address: str


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number as it was typed."""

    property: Property
    label: str
    preferred: bool
    number: str


@dataclass(frozen=True, slots=True)
class AddressParts:
    """The seven parts of ADR (RFC 6350 section 6.3.1); several words of one stand comma-separated."""

    box: str = ""
    extended: str = ""
    street: str = ""
    locality: str = ""
    region: str = ""
    code: str = ""
    country: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The seven parts in the order of ADR."""
        return (self.box, self.extended, self.street, self.locality, self.region, self.code, self.country)

    @property
    def empty(self) -> bool:
        """Whether no part says anything."""
        return not any(part.strip() for part in self.parts)


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """A postal address. ``formatted`` is the whole as its author wrote it, where given."""

    property: Property
    label: str
    preferred: bool
    parts: AddressParts
    formatted: str


@dataclass(frozen=True, slots=True)
class Url:
    """A page of theirs."""

    property: Property
    label: str
    preferred: bool
    address: str


@dataclass(frozen=True, slots=True)
class Handle:
    """A name in a messenger or network. ``service`` is a lower-case key such as ``xmpp``, else empty."""

    property: Property
    label: str
    preferred: bool
    service: str
    name: str


Channel = Email | Phone | PostalAddress | Url | Handle
ChannelValue = str | AddressParts


def emails(contact: Contact) -> tuple[Email, ...]:
    """Their e-mail addresses in order, blank ones left out."""
    return tuple(
        Email(item, label_of(contact, item), preferred, _without_scheme(item.text, "mailto:"))
        for item, preferred in _ranked(contact, EMAIL_NAMES)
    )


def phones(contact: Contact) -> tuple[Phone, ...]:
    """Their telephone numbers in order, blank ones left out."""
    return tuple(
        Phone(item, label_of(contact, item), preferred, phone_number(item))
        for item, preferred in _ranked(contact, PHONE_NAMES)
    )


def addresses(contact: Contact) -> tuple[PostalAddress, ...]:
    """Their postal addresses in order, blank ones left out."""
    found = (
        PostalAddress(item, label_of(contact, item), preferred, address_parts(item), _formatted(item))
        for item, preferred in _ranked(contact, ADDRESS_NAMES)
    )
    return tuple(address for address in found if address.formatted or not address.parts.empty)


def urls(contact: Contact) -> tuple[Url, ...]:
    """Their pages in order, blank ones left out."""
    return tuple(
        Url(item, label_of(contact, item) or _URL_LABELS.get(item.key, ""), preferred, item.value.strip())
        for item, preferred in _ranked(contact, URL_NAMES)
    )


def handles(contact: Contact) -> tuple[Handle, ...]:
    """Their names in messengers and networks: IMPP, SOCIALPROFILE, X-AIM and the like."""
    return tuple(
        Handle(item, label_of(contact, item), preferred, handle_service(item), handle_address(item))
        for item, preferred in _ranked(contact, HANDLE_NAMES)
    )


def channels(contact: Contact, kind: ChannelKind) -> Sequence[Channel]:
    """All ways to reach them of one kind, in order."""
    readers: dict[ChannelKind, Callable[[Contact], Sequence[Channel]]] = {
        ChannelKind.EMAIL: emails,
        ChannelKind.PHONE: phones,
        ChannelKind.ADDRESS: addresses,
        ChannelKind.URL: urls,
        ChannelKind.HANDLE: handles,
    }
    return readers[kind](contact)


def phone_number(item: Property) -> str:
    """The number a TEL line says, without ``tel:`` and with an extension behind an ``x``."""
    text = item.text.strip()
    if text[:4].lower() != "tel:":
        return text
    number, *parameters = text[4:].split(";")
    extension = next((part[4:] for part in parameters if part.lower().startswith("ext=")), "")
    return f"{number} x{extension}" if extension else number


def address_parts(item: Property) -> AddressParts:
    """The seven parts of an ADR line; surplus parts are left to the line."""
    padded = [", ".join(word for word in part if word) for part in item.components[:7]] + [""] * 7
    return AddressParts(*padded[:7])


def edited(
    contact: Contact,
    item: Property,
    value: ChannelValue | None = None,
    label: str | None = None,
    preferred: bool | None = None,
) -> Contact:
    """The contact with one way to reach changed; None leaves that side of it alone.

    A blank value removes the line. Preferring one line takes the preference from the others
    of its kind. Raises ValueError when the contact has no such line or the value does not
    suit it.
    """
    if value is not None:
        if not value.strip() if isinstance(value, str) else value.empty:
            return contact.without(item)
        changed = with_channel_value(item, value)
        if changed != item:
            contact, item = contact.replaced(item, changed), changed
    if label is not None:
        contact, item = with_label(contact, item, label)
    if preferred is not None:
        contact = _with_preferred(contact, item, preferred=preferred)
    return contact


def added_channel(
    contact: Contact,
    kind: ChannelKind,
    value: ChannelValue,
    label: str = "",
    *,
    preferred: bool = False,
    service: str = "",
) -> Contact:
    """The contact with one more way to reach behind the others; a blank value adds nothing.

    ``service`` matters to handles only. Raises ValueError when the value does not suit the kind.
    """
    if not value.strip() if isinstance(value, str) else value.empty:
        return contact
    item = handle_line(service, value) if kind is ChannelKind.HANDLE and isinstance(value, str) else None
    if item is None:
        item = with_channel_value(Property(_NAMES[kind], ""), value)
    contact = contact.added(item)
    if label:
        contact, item = with_label(contact, item, label)
    return _with_preferred(contact, item, preferred=True) if preferred else contact


def with_channel_value(item: Property, value: ChannelValue) -> Property:
    """The line with another value in the way this line spells it; unchanged when it says so already.

    Raises ValueError for address parts on another line than ADR, and the other way round.
    """
    if isinstance(value, AddressParts) != (item.key in ADDRESS_NAMES):
        raise ValueError("address parts belong on ADR, texts elsewhere")
    if isinstance(value, AddressParts):
        return _with_address(item, value)
    text = value.strip()
    if item.key in PHONE_NAMES:
        return _with_phone(item, text)
    if item.key in EMAIL_NAMES:
        old = item.text.strip()
        if _without_scheme(old, "mailto:") == text:
            return item
        scheme = old[:7] if old[:7].lower() == "mailto:" else ""
        return revalued(item, escape(scheme + text))
    if item.key in HANDLE_NAMES:
        return with_handle(item, text)
    return item if item.value.strip() == text else retold(item, text)


_NAMES = {
    ChannelKind.EMAIL: "EMAIL",
    ChannelKind.PHONE: "TEL",
    ChannelKind.ADDRESS: "ADR",
    ChannelKind.URL: "URL",
    ChannelKind.HANDLE: "IMPP",
}
_URL_LABELS = {"X-EVOLUTION-BLOG-URL": "blog", "X-KADDRESSBOOK-BLOGFEED": "blog"}


def _ranked(contact: Contact, names: Iterable[str]) -> list[tuple[Property, bool]]:
    """The lines that say something, with the one preferred line marked."""
    wanted = frozenset(names)
    lines = [item for item in contact.properties if item.key in wanted and item.value.strip(" ;,")]
    ranks = [rank(item) for item in lines]
    best = min(ranks, default=UNRANKED)
    chosen = ranks.index(best) if best < UNRANKED else -1
    return [(item, place == chosen) for place, item in enumerate(lines)]


def _with_phone(item: Property, text: str) -> Property:
    if phone_number(item) == text:
        return item
    if item.text.strip()[:4].lower() != "tel:":
        return revalued(item, escape(text))
    number = _NOT_IN_TEL_URI.sub("-", text)
    if any(letter.isalpha() for letter in text):
        # A URI cannot hold what was typed: the line says text from now on.
        return revalued(with_parameter(item, "VALUE"), escape(text))
    return revalued(item, f"tel:{number}")


def _with_address(item: Property, value: AddressParts) -> Property:
    old = address_parts(item)
    if old == value:
        return item
    raw = [join_items(part) for part in item.components]
    raw.extend([""] * (7 - len(raw)))
    for place, (before, after) in enumerate(zip(old.parts, value.parts, strict=True)):
        if before != after:
            raw[place] = escape(after.strip())
    return revalued(item, ";".join(raw))


def _formatted(item: Property) -> str:
    return "\n".join(item.parameter("LABEL")).strip()


def _with_preferred(contact: Contact, item: Property, *, preferred: bool) -> Contact:
    if not preferred:
        return contact if rank(item) == UNRANKED else contact.replaced(item, _unpreferred(item))
    kind = next(names for names in _KINDS if item.key in names)
    for other in contact.properties:
        if other is not item and other.key in kind and rank(other) == 1:
            contact = contact.replaced(other, _unpreferred(other))
    return contact if rank(item) == 1 else contact.replaced(item, _preferred(contact, item))


_KINDS = (EMAIL_NAMES, PHONE_NAMES, ADDRESS_NAMES, URL_NAMES, tuple(HANDLE_NAMES))


def _preferred(contact: Contact, item: Property) -> Property:
    """The line preferred in the way its card says so: PREF=1 in 4.0, TYPE=pref before."""
    version = contact.first("VERSION")
    old = version is not None and version.value.strip() != "4.0"
    if any(parameter.name is None for parameter in item.parameters):
        return replace(item, parameters=(*item.parameters, Parameter(None, ("PREF",))))
    return with_type(item, "pref") if old else with_parameter(item, "PREF", "1")


def _unpreferred(item: Property) -> Property:
    return without_types(with_parameter(item, "PREF"), _PREF)


def _without_scheme(text: str, scheme: str) -> str:
    stripped = text.strip()
    return stripped[len(scheme) :] if stripped[: len(scheme)].lower() == scheme else stripped

"""What speaks for two people of the book being one person, and what against it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from relate_desktop.domain.handles import HANDLE_NAMES
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.matching import email_key, phone_key
from relate_desktop.domain.name_likeness import NameForm, generations_differ, likeness, look_alike, name_forms
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Property
from relate_desktop.domain.text import fold, squeezed

_MOBILE_TYPES = frozenset({"cell", "mobile", "iphone", "pcs", "applewatch"})
_FIXED_TYPES = frozenset({"home", "work", "main", "fax", "pager"})
_SHORTEST_UID = 8
_SHORTEST_OTHER = 8
_SHORTEST_HANDLE = 3
_ROLE_WORDS = """
info office buero büro kontakt contact hello hallo mail post sales support team admin service shop praxis
kanzlei studio bureau hola contacto ventas family familie fam famille familia billing accounts rechnung
booking bookings press presse jobs hr welcome reception empfang empfangen enquiries noreply no-reply
"""
_ROLES = frozenset(_ROLE_WORDS.split())
_OTHER = frozenset({"NOTE", "URL", "ANNIVERSARY", "X-ANNIVERSARY"})
_COMPANY = frozenset({"org", "organization", "group"})
_COMPANY_MARKS = {
    "KIND": _COMPANY,
    "X-ADDRESSBOOKSERVER-KIND": _COMPANY,
    "X-ABSHOWAS": frozenset({"company"}),
}


@dataclass(frozen=True, slots=True)
class Profile:
    """What tells a person apart, reduced once to be compared with many."""

    forms: tuple[NameForm, ...]
    emails: frozenset[str]
    phones: frozenset[str]
    mobiles: frozenset[str]
    """Those of the numbers that are marked as mobile ones, and as nothing else."""
    birthday: PartialDate | None
    organizations: frozenset[str]
    addresses: frozenset[str]
    handles: frozenset[str]
    pictures: frozenset[str]
    uids: frozenset[str]
    others: frozenset[str]
    organized: bool
    """Whether it is a company or a group."""
    forged: bool
    """Whether a word of the name mixes scripts."""


def profile_of(properties: Sequence[Property]) -> Profile:
    """The profile of a record."""
    said: dict[str, set[str]] = {}
    birthday: PartialDate | None = None
    organized = False
    for item in properties:
        key = item.key
        if key == "BDAY":
            birthday = birthday or PartialDate.parse(item.text, item.parameters)
        elif key in _COMPANY_MARKS:
            organized = organized or item.text.strip().lower() in _COMPANY_MARKS[key]
        else:
            for kind, value in _keyed(key, item):
                if value:
                    said.setdefault(kind, set()).add(value)
    names, organizations = said.get("FN", set()), said.get("ORG", set())
    return Profile(
        forms=name_forms(properties),
        emails=frozenset(said.get("EMAIL", ())),
        phones=frozenset(said.get("TEL", ())),
        mobiles=frozenset(said.get("CELL", ())),
        birthday=birthday,
        organizations=frozenset(organizations),
        addresses=frozenset(said.get("ADR", ())),
        handles=frozenset(said.get("HANDLE", ())),
        pictures=frozenset(said.get("PHOTO", ())),
        uids=frozenset(said.get("UID", ())),
        others=frozenset(said.get("OTHER", ())),
        organized=organized or (bool(names) and {squeezed(fold(name)) for name in names} <= organizations),
        forged=look_alike(names),
    )


def _keyed(key: str, item: Property) -> Iterator[tuple[str, str]]:
    """What a line says as it is compared, by kind; empty where it says nothing comparable."""
    if key == "TEL":
        number = phone_key(item.value)
        yield "TEL", number
        types = set(item.types)
        if types & _MOBILE_TYPES and not types & _FIXED_TYPES:
            yield "CELL", number
    elif key in HANDLE_NAMES:
        yield "HANDLE", handle_key(item)
    elif key in _OTHER:
        text = squeezed(fold(item.text)).rstrip("/")
        yield "OTHER", f"{key}\x1f{text}" if len(text) >= _SHORTEST_OTHER else ""
    elif (read := _READ.get(key)) is not None:
        yield key, read(item)


def compare(one: Profile, other: Profile) -> tuple[MatchReason, ...]:
    """Everything that speaks for the two being one person or against it, the weightiest kinds first."""
    reasons = _reached(one, other)
    named = likeness(one.forms, other.forms)
    if named is None and _OWN.isdisjoint(reasons):
        named = MatchReason.DIFFERENT_NAME  # a single word, that could be what somebody calls them
    if named is not None and (named is not MatchReason.NO_NAME or reasons):
        reasons.append(named)
    reasons += _days(one.birthday, other.birthday)
    reasons += [reason for reason, read in _SHARED if read(one) & read(other)]
    if one.addresses and other.addresses and not one.addresses & other.addresses:
        reasons.append(MatchReason.DIFFERENT_ADDRESS)
    if generations_differ(one.forms, other.forms):
        reasons.append(MatchReason.DIFFERENT_GENERATION)
    if one.organized != other.organized:
        reasons.append(MatchReason.DIFFERENT_KIND)
    if one.forged != other.forged:
        reasons.append(MatchReason.LOOK_ALIKE)
    return tuple(sorted(reasons, key=_ORDER.__getitem__))


def _reached(one: Profile, other: Profile) -> list[MatchReason]:
    """By which number, address or handle both are reached."""
    reasons = []
    if shared := one.emails & other.emails:
        own = any(not read_by_several(address) for address in shared)
        reasons.append(MatchReason.SAME_EMAIL if own else MatchReason.SHARED_EMAIL)
    if shared := one.phones & other.phones:
        mobile = not shared.isdisjoint(one.mobiles | other.mobiles)
        reasons.append(MatchReason.SAME_MOBILE if mobile else MatchReason.SAME_PHONE)
    if one.handles & other.handles:
        reasons.append(MatchReason.SAME_HANDLE)
    if one.uids & other.uids:
        reasons.append(MatchReason.SAME_UID)
    return reasons


_OWN = frozenset(
    {MatchReason.SAME_EMAIL, MatchReason.SAME_MOBILE, MatchReason.SAME_HANDLE, MatchReason.SAME_UID}
)
"""What few people share with anybody."""
_SHARED: tuple[tuple[MatchReason, Callable[[Profile], frozenset[object]]], ...] = (
    (MatchReason.SAME_ORGANIZATION, attrgetter("organizations")),
    (MatchReason.SAME_ADDRESS, attrgetter("addresses")),
    (MatchReason.SAME_PICTURE, attrgetter("pictures")),
    (MatchReason.SAME_OTHER, attrgetter("others")),
)
_ORDER = {reason: place for place, reason in enumerate(MatchReason)}


@lru_cache(maxsize=65_536)
def read_by_several(address: str) -> bool:
    """Whether an e-mail address is of the kind that several people read."""
    local = address.partition("@")[0]
    return local in _ROLES or local.replace("-", ".").replace("_", ".").partition(".")[0] in _ROLES


def organization_key(item: Property) -> str:
    """A company as it is compared: folded, without its departments."""
    return squeezed(fold(" ".join(item.components[0]))) if item.value.strip(";") else ""


def address_key(item: Property) -> str:
    """A postal address as it is compared: street and place, folded; empty where there is no street."""
    parts = (*item.components, *(((),) * 7))[:7]
    street = squeezed(fold(" ".join(parts[2]))).replace("str.", "strasse").replace("street", "st")
    place = squeezed(fold(" ".join(parts[5] or parts[3])))
    return f"{street}\x1f{place}" if street else ""


def handle_key(item: Property) -> str:
    """A handle as it is compared, with its service; empty for what is too short to be one's own."""
    text = fold(item.text.strip()).rstrip("/")
    name = text.rpartition("/")[2].rpartition(":")[2].lstrip("@")
    if len(name) < _SHORTEST_HANDLE:
        return ""
    kind = item.key if item.key.startswith("X-") and "SOCIAL" not in item.key else ""
    service = (item.parameter("SERVICE-TYPE") or item.parameter("X-SERVICE-TYPE") or (item.types or (kind,)))[
        0
    ]
    return f"{service.lower().removeprefix('x-')}\x1f{text.removeprefix('https://').removeprefix('http://')}"


def uid_key(item: Property) -> str:
    """An identifier as it is compared; empty for numbers that every program counts from one."""
    text = item.value.strip().lower().removeprefix("urn:uuid:")
    return text if len(text) >= _SHORTEST_UID else ""


def _days(one: PartialDate | None, other: PartialDate | None) -> list[MatchReason]:
    if one is None or other is None:
        return []
    pairs = [
        (mine, theirs)
        for mine, theirs in ((one.year, other.year), (one.month, other.month), (one.day, other.day))
        if mine is not None and theirs is not None
    ]
    if any(mine != theirs for mine, theirs in pairs):
        return [MatchReason.DIFFERENT_BIRTHDAY]
    if len(pairs) == 3:
        return [MatchReason.SAME_BIRTHDAY]
    told = None not in {one.month, other.month, one.day, other.day}
    return [MatchReason.SAME_DAY] if told else []


_READ: dict[str, Callable[[Property], str]] = {
    "FN": lambda item: item.text,
    "EMAIL": lambda item: email_key(item.value),
    "ORG": organization_key,
    "ADR": address_key,
    "PHOTO": lambda item: item.media or "",
    "UID": uid_key,
}

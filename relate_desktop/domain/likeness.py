"""What speaks for two people of the book being one person, and what against it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from operator import attrgetter

from relate_desktop.domain.handles import HANDLE_NAMES
from relate_desktop.domain.likeness_keys import (
    address_key,
    family_in,
    handle_key,
    mailbox_key,
    number_key,
    organization_key,
    other_key,
    read_by_several,
    same_numbers,
    uid_key,
)
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.name_forms import NameForm, forms_of_addresses, name_forms
from relate_desktop.domain.name_likeness import (
    both_given_to_children,
    generations_differ,
    given_name_may_be_short,
    given_names_sound_alike,
    likeness,
    short_for_wife_or_husband,
)
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Property
from relate_desktop.domain.scripts import look_alike
from relate_desktop.domain.text import fold, squeezed

_MOBILE_TYPES = frozenset({"cell", "mobile", "iphone", "pcs", "applewatch"})
_FIXED_TYPES = frozenset({"home", "work", "main", "fax", "pager"})
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
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    mobiles: tuple[str, ...]
    """Those of the numbers that are marked as mobile ones, and as nothing else."""
    birthday: PartialDate | None
    organizations: tuple[str, ...]
    addresses: tuple[str, ...]
    handles: tuple[str, ...]
    pictures: tuple[str, ...]
    uids: tuple[str, ...]
    others: tuple[str, ...]
    organized: bool
    """Whether it is a company or a group."""
    marked: bool
    """Whether the card says of itself which of the two it is."""
    forged: bool
    """Whether a word of the name mixes scripts."""


def profile_of(properties: Sequence[Property]) -> Profile:
    """The profile of a record."""
    said: dict[str, dict[str, None]] = {}
    birthday: PartialDate | None = None
    organized = marked = False
    for item in properties:
        key = item.name if item.name in _TOLD else item.key
        if key == "BDAY":
            birthday = birthday or PartialDate.parse(item.text, item.parameters)
        elif key in _COMPANY_MARKS:
            organized, marked = organized or item.text.strip().lower() in _COMPANY_MARKS[key], True
        elif (told := _TOLD.get(key)) is not None:
            kind, read = told
            if value := read(item):
                said.setdefault(kind, {})[value] = None
                if kind == "TEL" and item.parameters and _is_mobile(item):
                    said.setdefault("CELL", {})[value] = None
    found = {kind: tuple(values) for kind, values in said.items()}
    names, organizations = found.get("FN", ()), found.get("ORG", ())
    return Profile(
        forms=name_forms(properties),
        emails=found.get("EMAIL", ()),
        phones=found.get("TEL", ()),
        mobiles=found.get("CELL", ()),
        birthday=birthday,
        organizations=organizations,
        addresses=found.get("ADR", ()),
        handles=found.get("HANDLE", ()),
        pictures=found.get("PHOTO", ()),
        uids=found.get("UID", ()),
        others=found.get("OTHER", ()),
        organized=organized
        or (bool(names and organizations) and all(squeezed(fold(name)) in organizations for name in names)),
        marked=marked,
        forged=look_alike(names),
    )


def _is_mobile(item: Property) -> bool:
    types = set(item.types)
    return bool(types & _MOBILE_TYPES) and not types & _FIXED_TYPES


def compare(one: Profile, other: Profile) -> tuple[MatchReason, ...]:
    """Everything that speaks for the two being one person or against it, the weightiest kinds first."""
    reasons = _reached(one, other)
    days = _days(one.birthday, other.birthday)
    named = _named(one, other, reasons, days)
    if named is MatchReason.NO_NAME and _spelled_in_address(one, other):
        reasons.append(MatchReason.NAME_IN_ADDRESS)
    if named is not None and (named is not MatchReason.NO_NAME or reasons):
        reasons.append(named)
    reasons += days
    reasons += [reason for reason, read in _SHARED if shared(read(one), read(other))]
    if one.addresses and other.addresses and not shared(one.addresses, other.addresses):
        reasons.append(MatchReason.DIFFERENT_ADDRESS)
    if generations_differ(one.forms, other.forms, told_by_both=not _SURELY_OWN.isdisjoint(reasons)):
        reasons.append(MatchReason.DIFFERENT_GENERATION)
    if one.organized != other.organized and (named not in _ONE_NAME or one.marked or other.marked):
        reasons.append(MatchReason.DIFFERENT_KIND)
    if one.forged != other.forged:
        reasons.append(MatchReason.LOOK_ALIKE)
    return tuple(sorted(reasons, key=_ORDER.__getitem__))


def _named(
    one: Profile, other: Profile, reached: Collection[MatchReason], days: Collection[MatchReason]
) -> MatchReason | None:
    """What the names say, given by what both are reached: houses and companies share more than a person."""
    named = likeness(one.forms, other.forms)
    own = _SURELY_OWN if MatchReason.SAME_BIRTHDAY in days else _OWN
    if named is None:
        # a single word, that could be what somebody calls them
        return MatchReason.DIFFERENT_NAME if _OWN.isdisjoint(reached) else None
    if named is MatchReason.DIFFERENT_GIVEN_NAME:
        short = not _OWN.isdisjoint(reached) and given_name_may_be_short(one.forms, other.forms)
        return MatchReason.SIMILAR_NAME if short else named
    if own.isdisjoint(reached):
        two = named in _DOUBTS and _DOUBTS[named](one, other)
    else:
        two = named is MatchReason.SHORT_NAME and _OWN.intersection(reached) == {MatchReason.SAME_EMAIL}
        two = two and _of_a_family(one, other) and short_for_wife_or_husband(one.forms, other.forms)
    return MatchReason.SIMILAR_NAME if two else named


def _colleagues(one: Profile, other: Profile) -> bool:
    """Whether each has a mailbox of their own at the company both are with, and none in common."""
    if not shared(one.organizations, other.organizations):
        return False
    places = [
        {address.rpartition("@")[2] for address in person.emails if not read_by_several(address)}
        for person in (one, other)
    ]
    return not places[0].isdisjoint(places[1])


def _of_a_family(one: Profile, other: Profile) -> bool:
    """Whether the address both are reached by says no more than the family's name."""
    words = {word for person in (one, other) for form in person.forms for word in form.words}
    names = map(family_in, shared(one.emails, other.emails))
    return all(name in words or name.removesuffix("s") in words for name in names)


def _spelled_in_address(one: Profile, other: Profile) -> bool:
    """Whether an e-mail address of the one without a name spells the name of the other."""
    mine = one.forms or forms_of_addresses(one.emails)
    theirs = other.forms or forms_of_addresses(other.emails)
    return bool(mine and theirs) and likeness(mine, theirs) in _SPELLS


def shared(one: Collection[str], other: Collection[str]) -> list[str]:
    """What is in both; of the few values a person has of each kind."""
    return [value for value in one if value in other] if one and other else []


def _reached(one: Profile, other: Profile) -> list[MatchReason]:
    """By which number, address or handle both are reached."""
    reasons = []
    if emails := shared(one.emails, other.emails):
        own = not all(read_by_several(address) for address in emails)
        reasons.append(MatchReason.SAME_EMAIL if own else MatchReason.SHARED_EMAIL)
    if phones := same_numbers(one.phones, other.phones):
        mobile = any(number in one.mobiles or number in other.mobiles for number in phones)
        reasons.append(MatchReason.SAME_MOBILE if mobile else MatchReason.SAME_PHONE)
    if shared(one.handles, other.handles):
        reasons.append(MatchReason.SAME_HANDLE)
    if shared(one.uids, other.uids):
        reasons.append(MatchReason.SAME_UID)
    return reasons


_SPELLS = frozenset(
    {
        MatchReason.SAME_NAME,
        MatchReason.SWAPPED_NAME,
        MatchReason.SPELLED_NAME,
        MatchReason.OTHER_SCRIPT,
        MatchReason.INITIALS,
    }
)
_ONE_NAME = frozenset({MatchReason.SAME_NAME, MatchReason.SPELLED_NAME})
"""Names so much alike that a company without its own name beside it is still that company."""
_OWN = frozenset(
    {MatchReason.SAME_EMAIL, MatchReason.SAME_MOBILE, MatchReason.SAME_HANDLE, MatchReason.SAME_UID}
)
"""What few people share with anybody."""
_SURELY_OWN = _OWN - {MatchReason.SAME_MOBILE}
"""What not even twins share, who may be reached through a parent."""
_DOUBTS: dict[MatchReason, Callable[[Profile, Profile], bool]] = {
    MatchReason.SPELLED_NAME: lambda one, other: given_names_sound_alike(one.forms, other.forms),
    MatchReason.CLOSE_NAME: lambda one, other: given_names_sound_alike(one.forms, other.forms),
    MatchReason.SHORT_NAME: lambda one, other: both_given_to_children(one.forms, other.forms),
    MatchReason.SAME_NAME: _colleagues,
}
"""When names that are alike may well be two people's who share a house, a birthday or a company."""
_SHARED: tuple[tuple[MatchReason, Callable[[Profile], Collection[str]]], ...] = (
    (MatchReason.SAME_ORGANIZATION, attrgetter("organizations")),
    (MatchReason.SAME_ADDRESS, attrgetter("addresses")),
    (MatchReason.SAME_PICTURE, attrgetter("pictures")),
    (MatchReason.SAME_OTHER, attrgetter("others")),
)
_ORDER = {reason: place for place, reason in enumerate(MatchReason)}


def _days(one: PartialDate | None, other: PartialDate | None) -> list[MatchReason]:
    if one is None or other is None:
        return []
    pairs = [
        (mine, theirs)
        for mine, theirs in ((one.year, other.year), (one.month, other.month), (one.day, other.day))
        if mine is not None and theirs is not None
    ]
    if len(pairs) == 3 and one.year == other.year and (one.month, one.day) == (other.day, other.month):
        # 3 April and 4 March may be one day, written the other way round
        return [MatchReason.SAME_BIRTHDAY] if one.month == one.day else []
    if any(mine != theirs for mine, theirs in pairs):
        return [MatchReason.DIFFERENT_BIRTHDAY]
    if len(pairs) == 3:
        return [MatchReason.SAME_BIRTHDAY]
    told = None not in {one.month, other.month, one.day, other.day}
    return [MatchReason.SAME_DAY] if told else []


_TOLD: dict[str, tuple[str, Callable[[Property], str]]] = {
    "FN": ("FN", lambda item: item.text),
    "TEL": ("TEL", lambda item: number_key(item.value)),
    "EMAIL": ("EMAIL", lambda item: mailbox_key(item.value)),
    "ORG": ("ORG", organization_key),
    "ADR": ("ADR", address_key),
    "PHOTO": ("PHOTO", lambda item: item.media or ""),
    "UID": ("UID", uid_key),
    **dict.fromkeys(_OTHER, ("OTHER", other_key)),
    **dict.fromkeys(HANDLE_NAMES, ("HANDLE", handle_key)),
}
"""What tells people apart: by which name lines of a card say it, and how it is compared."""

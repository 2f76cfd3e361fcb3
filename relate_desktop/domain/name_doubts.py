"""Names that look wrong, each with what it could be: proposals, never done by themselves."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import blake2b

from relate_desktop.domain.capitals import in_name_case, in_one_case
from relate_desktop.domain.company_forms import has_legal_form
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.editing import with_single
from relate_desktop.domain.first_day import name_offers
from relate_desktop.domain.garbled import ungarbled
from relate_desktop.domain.given_names import is_given
from relate_desktop.domain.name import (
    PersonName,
    call_them,
    display_name,
    name_of,
    with_call,
    with_full_name,
    with_name,
)
from relate_desktop.domain.organization import is_organization
from relate_desktop.domain.property import Property, escape
from relate_desktop.domain.text import digits, fold, squeezed


class NameDoubt(StrEnum):
    """What may be wrong with a name, in the order in which it is asked about."""

    GARBLED = "garbled"
    """Read in the wrong alphabet."""
    COMPANY = "company"
    """A company in the field of a name."""
    SWAPPED = "swapped"
    """Given and family name changed places."""
    JOINED = "joined"
    """Several names in one."""
    CAPITALS = "capitals"
    """In capitals, or without any."""
    MISSING = "missing"
    """An address or a number stands for the name."""
    CALLED = "called"
    """There is a shorter form; which of the two they like nobody but they can say."""


NAME_LINES = (
    *(
        "FN",
        "N",
        "NICKNAME",
        "ORG",
        "KIND",
        "X-ADDRESSBOOKSERVER-KIND",
        "X-ABSHOWAS",
        "EMAIL",
        "TEL",
        "TITLE",
    ),
    *("X-RELATE-CALL", "X-RELATE-LATIN", "X-ANDROID-CUSTOM", "URL", "IMPP"),
)
"""All lines that are looked at."""

LONGEST = 200
"""Letters of a name; what is longer is something else."""
_GARBLED = frozenset({"FN", "N", "NICKNAME", "ORG", "TITLE", "X-RELATE-CALL"})
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f'’.\- ]+")
_COMPANY_BEHIND = re.compile(
    r"(?P<name>[^()]{3,}?)\s*(?:\((?P<inside>[^()]{2,})\)|\s[-–—@|/]\s(?P<behind>.{2,}))"
)
_CAMEL = re.compile(r"(?P<one>[A-Z][a-z]{2,})(?P<other>[A-Z][a-z]{2,})")
_DOTTED = re.compile(r"[^\W\d_]{2,}(?:[._][^\W\d_]{2,})+")
_SUFFIXES = frozenset(
    {"jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "dr", "msc", "bsc", "ra", "cpa"}
)
_PREFIXES = frozenset({"mac", "fitz", "van", "von", "del", "san", "saint", "dela", "abu", "ben", "bin"})
_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "da", "di", "del", "la", "le", "zu", "al", "el", "dos"}
)


@dataclass(frozen=True, slots=True)
class NameProposal:
    """One name that looks wrong."""

    doubt: NameDoubt
    before: str
    """What stands there."""
    after: str
    """What it could be, in words of the name alone; empty where only the user can know."""
    offers: tuple[str, ...] = ()
    """What they may like to be called, where that is the question."""

    @property
    def key(self) -> str:
        """By what a refusal is remembered: another name, another proposal. Nothing can be read from it."""
        text = "\x1f".join((self.before, self.after, *self.offers))
        return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def name_proposals(contact: Contact) -> tuple[NameProposal, ...]:
    """Everything that may be wrong with somebody's name, in the order of the kinds.

    Nothing for what is too long to be a name.
    """
    if len(display_name(contact)) > LONGEST:
        return ()
    return tuple(found for doubt in NameDoubt if (found := _proposal(contact, doubt)) is not None)


def name_proposal(contact: Contact, doubt: NameDoubt) -> NameProposal | None:
    """What may be wrong in this way; None where nothing is."""
    return None if len(display_name(contact)) > LONGEST else _proposal(contact, doubt)


def _proposal(contact: Contact, doubt: NameDoubt) -> NameProposal | None:
    if doubt is NameDoubt.CALLED:
        offers = name_offers(contact)
        several = len(offers) > 1 and not is_organization(contact)
        return NameProposal(doubt, display_name(contact), "", offers) if several else None
    if doubt is NameDoubt.MISSING:
        return _missing(contact)
    changed = _CHANGES[doubt](contact)
    if changed is None or changed == contact:
        return None
    return NameProposal(doubt, _told(contact, changed), _told(changed, contact))


def with_proposal(contact: Contact, proposal: NameProposal, chosen: str = "") -> Contact:
    """The contact with a proposal taken; ``chosen`` is the name where there are several or none."""
    if proposal.doubt is NameDoubt.CALLED:
        return with_call(contact, chosen) if chosen else contact
    if proposal.doubt is NameDoubt.MISSING:
        name = chosen or proposal.after
        return with_full_name(contact, name) if name else contact
    return _CHANGES[proposal.doubt](contact) or contact


# ----------------------------------------------------------------- the kinds


def _garbled(contact: Contact) -> Contact | None:
    return contact.mapped(
        lambda item: (item.with_value(ungarbled(item.value)) if _may_be_garbled(item) else item,)
    )


def _may_be_garbled(item: Property) -> bool:
    if item.key not in _GARBLED or len(item.value) > LONGEST:
        return False
    return not item.value.isascii() or "=" in item.value or "&" in item.value


def _capitals(contact: Contact) -> Contact | None:
    full = _full_name(contact)
    if is_organization(contact) or not in_one_case(full) or has_legal_form(full):
        return None
    line = contact.first("FN")
    changed = with_full_name(contact, in_name_case(full)) if line is not None else contact
    name = name_of(changed)
    if name is not None and in_one_case(name.composed()):
        changed = with_name(changed, _each(name, in_name_case))
    return changed


def _swapped(contact: Contact) -> Contact | None:
    full = _full_name(contact)
    if is_organization(contact):
        return None
    family, comma, given = (part.strip() for part in full.partition(","))
    if comma and family and given and "," not in given and _is_person(family) and _is_person(given):
        if fold(given).replace(".", "") in _SUFFIXES or has_legal_form(f"{family} {given}"):
            return None
        changed = with_full_name(contact, f"{given} {family}")
        parts = name_of(contact) or PersonName()
        if parts.empty or fold(parts.composed()) in {fold(full), fold(f"{family} {given}")}:
            changed = with_name(changed, replace(parts, family=(family,), given=(given,)))
        return changed
    name = name_of(contact)
    if name is None or len(name.given) != 1 or len(name.family) != 1:
        return None
    if not is_given(name.family[0]) or is_given(name.given[0]) or not _is_person(name.composed()):
        return None
    turned = replace(name, family=name.given, given=name.family)
    changed = with_name(contact, turned)
    if fold(full) == fold(name.composed()):
        changed = with_full_name(changed, turned.composed())
    return changed


def _joined(contact: Contact) -> Contact | None:
    full = _full_name(contact)
    if is_organization(contact) or has_legal_form(full):
        return None
    if " " not in full:
        opened = _opened(full)
        return with_full_name(contact, opened) if opened else None
    name = name_of(contact)
    if name is None or bool(name.given) == bool(name.family) or name.additional:
        return None
    words = " ".join(name.given or name.family).split()
    if fold(" ".join(words)) != fold(full) or not _is_person(full) or not is_given(words[0]):
        return None
    if len(words) == 2 or (len(words) > 2 and fold(words[1]) in _PARTICLES):
        return with_name(contact, replace(name, given=(words[0],), family=(" ".join(words[1:]),)))
    return None


def _opened(word: str) -> str:
    """Several names written as one, apart: ``AnnaLindqvist``, ``anna.lindqvist``; else empty."""
    if _DOTTED.fullmatch(word):
        return in_name_case(re.sub(r"[._]", " ", word))
    found = _CAMEL.fullmatch(word)
    if found is None or found["one"].lower() in _PREFIXES:
        return ""
    return f"{found['one']} {found['other']}" if is_given(found["one"]) else ""


def _company(contact: Contact) -> Contact | None:
    full = _full_name(contact)
    if not full or is_organization(contact):
        return None
    works = next((item for item in contact.all("ORG") if item.text.strip(" ;")), None)
    company = squeezed(works.components[0][0]) if works is not None else ""
    name = name_of(contact)
    parts = name is not None and bool(name.given)
    found = _COMPANY_BEHIND.fullmatch(full)
    if found is not None:
        behind = squeezed(found["inside"] or found["behind"])
        same = bool(company) and fold(behind) == fold(company)
        told = not company and " " in found["name"] and bool(found["behind"] or has_legal_form(behind))
        if (same or told) and not digits(behind):
            changed = contact if same else contact.added(Property("ORG", escape(behind)))
            return with_full_name(changed, squeezed(found["name"]))
    if has_legal_form(full) or (company and fold(company) == fold(full) and not parts):
        return _as_company(contact if works is not None else contact.added(Property("ORG", escape(full))))
    return None


def _as_company(contact: Contact) -> Contact:
    line = contact.first("KIND", "X-ADDRESSBOOKSERVER-KIND")
    return (
        contact.replaced(line, line.with_value("org"))
        if line is not None
        else with_single(contact, "KIND", "org")
    )


def _missing(contact: Contact) -> NameProposal | None:
    if is_organization(contact) or call_them(contact) is not None:
        return None
    shown = display_name(contact)
    full = _full_name(contact)
    if full and full == shown and "@" not in full and any(letter.isalpha() for letter in full):
        return None
    if not shown or (not full and contact.first("ORG") is not None and shown not in _addresses(contact)):
        return None
    local = shown.removeprefix("mailto:").partition("@")[0] if "@" in shown else ""
    name = in_name_case(re.sub(r"[._]", " ", local)) if _DOTTED.fullmatch(local) else ""
    return NameProposal(NameDoubt.MISSING, shown, name)


# -------------------------------------------------------------------- shared


def _full_name(contact: Contact) -> str:
    """The name that stands there as a name: FN, else N; empty where something else stands for it."""
    line = contact.first("FN")
    text = squeezed(line.text) if line is not None else ""
    if text:
        return text
    name = name_of(contact)
    return name.composed() if name is not None else ""


def _addresses(contact: Contact) -> set[str]:
    return {item.text.strip().removeprefix("mailto:") for item in contact.all("EMAIL", "TEL", "URL", "IMPP")}


def _is_person(text: str) -> bool:
    """Whether it is written in letters of which one can tell how names are built."""
    return bool(_LATIN.fullmatch(text))


def _each(name: PersonName, change: Callable[[str], str]) -> PersonName:
    return PersonName(*(tuple(change(word) for word in part) for part in name.parts))


def _told(contact: Contact, other: Contact) -> str:
    """The name as a proposal shows it: in full, or in its two parts where only those would change."""
    full = display_name(contact)
    name, turned = name_of(contact), name_of(other)
    if full == display_name(other) and name is not None and name != turned:
        return f"{' '.join(name.given)} | {' '.join(name.family)}"
    works = next((item.text for item in contact.all("ORG") if item.text.strip(" ;")), "")
    if contact.all("ORG") != other.all("ORG") and works and fold(works) != fold(full):
        return f"{full}, {works}"
    return full


_CHANGES: Mapping[NameDoubt, Callable[[Contact], Contact | None]] = {
    NameDoubt.GARBLED: _garbled,
    NameDoubt.COMPANY: _company,
    NameDoubt.SWAPPED: _swapped,
    NameDoubt.JOINED: _joined,
    NameDoubt.CAPITALS: _capitals,
}

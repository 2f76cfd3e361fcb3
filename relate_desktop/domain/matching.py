"""Whether a record is somebody already in the book, and by what one can tell."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple
from unicodedata import category

from relate_desktop.domain.comparing import Essence, significant
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.match_reason import REASONS_AGAINST, MatchReason
from relate_desktop.domain.name import PersonName, person_name
from relate_desktop.domain.property import Property, unescape
from relate_desktop.domain.text import digits, fold

SHORTEST_PHONE = 5
COMPARED_DIGITS = 9
MOST_CANDIDATES = 20
"""A switchboard's number may be shared by thousands; more are not looked at."""

_WORD = re.compile(r"[^\W_]+")
_VERSION_NUMBER = re.compile(r"[\d.]+")
_MOST_WORDS = 32


class KeyKind(StrEnum):
    """By what a record can be found again."""

    CARD = "card"
    """The identical card: the SHA-256 of its bytes."""
    UID = "uid"
    """The UID together with the program that gave it."""
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"


class MatchKey(NamedTuple):
    """One value by which a record can be found again."""

    kind: KeyKind
    value: str


@dataclass(frozen=True, slots=True)
class Match:
    """One person, or an earlier record of the same import, that a record seems to be."""

    contact: ContactId | None
    record: int | None
    reasons: tuple[MatchReason, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comparing two records came to."""

    reasons: tuple[MatchReason, ...]
    certain: bool


def match_keys(properties: Iterable[Property], producer: str = "") -> tuple[MatchKey, ...]:
    """The keys of a record by its lines: UID, e-mail, phone and name, each once.

    Where the card itself is at hand, ``card_key`` makes one more. A UID means something only
    together with its ``producer``; without one it makes no key.
    """
    keys: dict[MatchKey, None] = {}
    named = False
    structured: Property | None = None
    for item in properties:
        name = item.name if item.name in KEYED else item.name.upper()
        if name == "TEL":
            if value := phone_key(item.value):
                keys[MatchKey(KeyKind.PHONE, value)] = None
        elif name == "EMAIL":
            if value := email_key(item.value):
                keys[MatchKey(KeyKind.EMAIL, value)] = None
        elif name == "FN":
            if value := name_key(item.text):
                keys[MatchKey(KeyKind.NAME, value)] = None
                named = True
        elif name == "N":
            structured = structured or item
        elif name == "UID" and producer and (value := item.value.strip()):
            keys[MatchKey(KeyKind.UID, f"{source_of(producer)}\x1f{value}")] = None
    if not named and structured is not None and (value := name_key(person_name(structured).composed())):
        keys[MatchKey(KeyKind.NAME, value)] = None
    return tuple(keys)


def card_key(sha256: str) -> MatchKey:
    """The key of a card by the SHA-256 of its bytes; it stays with whoever holds that card."""
    return MatchKey(KeyKind.CARD, sha256)


def key_number(key: MatchKey) -> int:
    """The number a key is kept as; two different keys share one with a chance of 1 in 10^19."""
    text = (key.kind + "\x00" + key.value).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big", signed=True)


@lru_cache(maxsize=1024)
def source_of(producer: str) -> str:
    """The producing program without its version: an update of the phone is the same source."""
    return " ".join(_VERSION_NUMBER.sub("", fold(producer)).split())


def phone_key(text: str) -> str:
    """A phone number as it is compared: its last nine digits, or all where it has fewer.

    A leading ``00`` counts as ``+``. Empty for what is too short to be somebody's number.
    """
    number = digits(text.partition(";phone-context")[0])
    number = number.removeprefix("00")
    return number[-COMPARED_DIGITS:] if len(number) >= SHORTEST_PHONE else ""


def email_key(text: str) -> str:
    """An e-mail address as it is compared, without case; empty when it is none.

    Accents count: ``müller@…`` and ``muller@…`` are two mailboxes.
    """
    plain = unescape(text).strip().casefold()
    if plain.startswith("mailto:"):
        plain = plain[7:].lstrip()
    return plain if "@" in plain else ""


def name_key(text: str) -> str:
    """A full name as it is compared: its folded words in alphabetical order."""
    words = _words(text)
    if len(words) > 1:
        words = sorted(words[:_MOST_WORDS])
    return " ".join(words)


class Saying:
    """What a record says, reduced once to be compared with many."""

    __slots__ = ("_besides", "_essences", "properties")

    def __init__(self, properties: Sequence[Property]) -> None:
        self.properties = properties
        self._essences: dict[Essence, int] | None = None
        self._besides: frozenset[Essence] | None = None

    @property
    def essences(self) -> Mapping[Essence, int]:
        """The significant lines in their order, each with how often it is said."""
        if self._essences is None:
            found: dict[Essence, int] = {}
            for item in self.properties:
                if (value := significant(item)) is not None:
                    found[value] = found.get(value, 0) + 1
            self._essences = found
        return self._essences

    @property
    def besides(self) -> frozenset[Essence]:
        """What tells people of one name apart: the lines but the name, the common and what has a key."""
        if self._besides is None:
            self._besides = frozenset(
                value
                for item in self.properties
                if _tells_apart(item) and (value := significant(item)) is not None
            )
        return self._besides


def judge(
    draft: Sequence[Property] | Saying,
    other: Sequence[Property] | Saying,
    shared: Collection[MatchKey],
) -> Verdict | None:
    """What speaks for a record being the other one, given the keys both were found by.

    None when nothing does: a full name alone is not enough. Certain are the identical card,
    a record that says exactly the same, and the same UID from the same source unless name,
    e-mail and phone all disagree. People of one household, who share a number or address
    under other given names, are never certain by it.
    """
    return _judged(_saying(draft), _saying(other), {key.kind for key in shared})


def _judged(mine: Saying, theirs: Saying, kinds: set[KeyKind]) -> Verdict | None:
    draft, other = mine.properties, theirs.properties
    if KeyKind.CARD in kinds or _says_the_same(mine, theirs):
        return Verdict((MatchReason.IDENTICAL,), certain=True)
    reasons: list[MatchReason] = []
    certain = False
    if KeyKind.UID in kinds:
        reasons.append(MatchReason.SAME_UID)
        certain = not _all_disagree(draft, other)
        if not certain:
            reasons.append(MatchReason.EVERYTHING_ELSE_DIFFERS)
    if KeyKind.EMAIL in kinds:
        reasons.append(MatchReason.SAME_EMAIL)
    if KeyKind.PHONE in kinds:
        reasons.append(MatchReason.SAME_PHONE)
    if KeyKind.NAME in kinds:
        more = _same_besides_name(mine, theirs)
        if not reasons and not more:
            return None
        reasons.extend((MatchReason.SAME_NAME, *more))
    elif not certain and kinds & _SHARED and _given_names_differ(draft, other):
        reasons.append(MatchReason.DIFFERENT_GIVEN_NAME)
    return Verdict(tuple(reasons), certain) if reasons else None


def matches(
    draft: Sequence[Property] | Saying,
    found: Mapping[MatchKey, Sequence[ContactId]],
    get: Callable[[ContactId], Contact | Saying],
) -> tuple[Match, ...]:
    """Everybody a record may be, the most certain first.

    ``found`` tells who has which of the record's keys; ``get`` fetches one of them, or what
    they say where that was worked out before. No more than ``MOST_CANDIDATES`` are looked at,
    those with the strongest keys.
    """
    mine = _saying(draft)
    shared: dict[ContactId, set[KeyKind]] = {}
    for key in sorted(found, key=lambda key: _STRENGTH[key.kind]):
        for contact_id in found[key][:MOST_CANDIDATES]:
            shared.setdefault(contact_id, set()).add(key.kind)
    judged: list[Match] = []
    for contact_id in list(shared)[:MOST_CANDIDATES]:
        kinds, other = shared[contact_id], get(contact_id)
        theirs = other if isinstance(other, Saying) else Saying(other.properties)
        if kinds == _NAME_ALONE and _namesakes(mine, theirs):
            continue
        verdict = _judged(mine, theirs, kinds)
        if verdict is not None:
            judged.append(Match(contact_id, None, verdict.reasons, verdict.certain))
    return tuple(sorted(judged, key=_order))


KEYED = frozenset({"TEL", "EMAIL", "FN", "N", "UID"})
"""The properties that match keys are made of."""
_NAME_ALONE = frozenset({KeyKind.NAME})
_SHARED = frozenset({KeyKind.EMAIL, KeyKind.PHONE})
"""Keys that a household has in common."""

_STRENGTH = {kind: place for place, kind in enumerate(KeyKind)}
_BESIDES = {
    "BDAY": MatchReason.SAME_BIRTHDAY,
    "ORG": MatchReason.SAME_ORGANIZATION,
    "ADR": MatchReason.SAME_ADDRESS,
}
_NOT_BESIDES = frozenset(
    {"FN", "N", "UID", "KIND", "GENDER", "CLASS", "TZ", "LANG", "LANGUAGE", "CATEGORIES"}
    | {"X-RELATE-HOUSEHOLD", "X-RELATE-ID", "X-RELATE-MET"}
)
"""The name itself, and what half of all people share."""
_BY_KEY = frozenset({"TEL", "EMAIL"})
_SHORTEST_ENDING = 3
_SURELY_A_KEY = 12
"""A number or address of so many characters leads to its holders by itself."""


def _order(match: Match) -> tuple[bool, bool, int, int]:
    against = not REASONS_AGAINST.isdisjoint(match.reasons)
    return (not match.certain, against, _first(match.reasons), -len(match.reasons))


def _first(reasons: tuple[MatchReason, ...]) -> int:
    return list(MatchReason).index(reasons[0])


def _saying(record: Sequence[Property] | Saying) -> Saying:
    return record if isinstance(record, Saying) else Saying(record)


def _namesakes(mine: Saying, theirs: Saying) -> bool:
    """Whether nothing but the name speaks for two people of one name: the answer for most of them."""
    return bool(mine.besides) and mine.besides.isdisjoint(theirs.besides)


def _tells_apart(item: Property) -> bool:
    """Whether people of one name who share this line may be one; numbers and addresses have keys."""
    key = item.key
    if key in _BY_KEY:
        return len(item.value) < _SURELY_A_KEY
    return key not in _NOT_BESIDES and not key.startswith("X-AB")


def _says_the_same(one: Saying, other: Saying) -> bool:
    return bool(one.essences) and one.essences == other.essences


def _same_besides_name(one: Saying, other: Saying) -> tuple[MatchReason, ...]:
    found = {
        _BESIDES.get(value[0], MatchReason.SAME_OTHER): None
        for value in one.essences
        if value in other.essences and value[0] not in _NOT_BESIDES and not _has_key(value)
    }
    return tuple(found)


def _has_key(value: Essence) -> bool:
    """Whether the line leads to its holders by itself, and so is a reason of its own."""
    name, said = value
    return name.startswith("X-AB") or name == "EMAIL" or (name == "TEL" and bool(phone_key(said)))


def _values(properties: Sequence[Property], kind: KeyKind) -> set[str]:
    return {key.value for key in match_keys(properties) if key.kind is kind}


def _all_disagree(one: Sequence[Property], other: Sequence[Property]) -> bool:
    """Whether of name, e-mail and phone at least one is said by both, and none agrees."""
    compared = False
    for kind in (KeyKind.NAME, KeyKind.EMAIL, KeyKind.PHONE):
        mine, theirs = _values(one, kind), _values(other, kind)
        if not mine or not theirs:
            continue
        if kind is KeyKind.NAME:
            mine = {word for name in mine for word in name.split()}
            theirs = {word for name in theirs for word in name.split()}
        if mine & theirs:
            return False
        compared = True
    return compared


def _given_names_differ(one: Sequence[Property], other: Sequence[Property]) -> bool:
    """Whether each has a given name that is none of the other's, nor short for one."""
    mine, theirs = _given(one), _given(other)
    if not mine or not theirs:
        mine, theirs = _full(one), _full(other)
        mine, theirs = mine - theirs, theirs - mine
    if not mine or not theirs or mine & theirs:
        return False
    return not any(
        _short_for(first, second) or _short_for(second, first) for first in mine for second in theirs
    )


def _short_for(short: str, whole: str) -> bool:
    """Whether one is how the other begins, as an initial does, or ends: Lupe is short for Guadalupe."""
    return whole.startswith(short) or (len(short) >= _SHORTEST_ENDING and whole.endswith(short))


def _given(properties: Sequence[Property]) -> set[str]:
    name = next((person_name(item) for item in properties if item.key == "N"), PersonName())
    return {word for text in name.given for word in _words(text)}


def _full(properties: Sequence[Property]) -> set[str]:
    """Every folded word of the full name, or of the parts where there is none."""
    return {word for key in _values(properties, KeyKind.NAME) for word in key.split()}


def _words(text: str) -> list[str]:
    folded = fold(text)
    if folded.isascii():
        return _WORD.findall(folded)
    spaced = (letter if letter.isalnum() or category(letter)[0] == "M" else " " for letter in folded)
    return "".join(spaced).split()

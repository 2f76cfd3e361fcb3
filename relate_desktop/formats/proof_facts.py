"""What a card is meant to say, in the terms in which another reader can tell it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from relate_desktop.domain.exporting import FaultKind, ProofLimit
from relate_desktop.domain.property import Property
from relate_desktop.formats.proof_jail import Fact, Told
from relate_desktop.formats.vcard.media_values import embedded_hash

_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_DROPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9-]")
_TEL = re.compile(r"\Atel:", re.IGNORECASE)
_EXTENSION = re.compile(r";ext=(?=[0-9]+\Z)", re.IGNORECASE)
_CUTS_URI = re.compile(r"[\\,]")
_DATE_SIGNS = re.compile(r"[-:]|\.\d+")
_OMIT_YEAR = "X-APPLE-OMIT-YEAR"
_TEXTS = frozenset({"FN", "TEL", "EMAIL", "NOTE", "TITLE", "ROLE"})
_PARTS = {"N": 5, "ADR": 7, "ORG": 1 << 16}
EMBEDDED = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_RENAMED = frozenset(
    {"VERSION", "BEGIN", "END", "PROFILE", "LABEL", "AGENT", "RELATED", "SORT-STRING", "ADR", "N", "FN"}
)
"""Names whose number may change on the way into a version."""

Found = tuple[str, FaultKind]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many values agree, which differ, and what the reader is known not to read."""

    facts: int
    faults: tuple[Found, ...]
    limits: frozenset[ProofLimit]


def compared(properties: Sequence[Property], told: Told, cut: Sequence[str] = ()) -> Comparison:
    """What the other reader told against what the properties say.

    ``cut`` names the lines that were kept from it; of their names only the number is compared.
    """
    limits: set[ProofLimit] = set()
    agreed = 0
    faults: list[Found] = []
    for name, values in _meant(properties, limits).items():
        if name in cut:
            continue
        found = [_normal(name, fact) for fact in told.facts.get(name, ())]
        found = [fact for fact in found if name != "ADR" or fact]
        if len(found) != len(values):
            faults.append((name, FaultKind.COUNT_DIFFERS))
            continue
        same = [value is None or value == fact for value, fact in zip(values, found, strict=True)]
        agreed += sum(same)
        if not all(same):
            faults.append((name, FaultKind.VALUE_DIFFERS))
    faults.extend(_counted(properties, told, cut))
    faults.extend(_pictured(properties, told))
    return Comparison(agreed, tuple(faults), frozenset(limits))


def plain(text: str) -> str:
    """A text as any version may carry it: one kind of line break, no control characters."""
    return _DROPPED.sub("", _BREAKS.sub("\n", _SURROGATES.sub("\ufffd", text)))


def line_name(name: str) -> str:
    """A property name as any version may carry it, in upper case."""
    if name.upper() in {"BEGIN", "END"}:
        return f"X-{name.upper()}"
    legal = _NOT_IN_NAMES.sub("-", name)
    return legal.upper() if legal.strip("-") else "X-UNNAMED"


def embedded_hashes(properties: Sequence[Property]) -> Counter[tuple[str, str]]:
    """Name and content hash of everything embedded."""
    contents = ((line_name(item.name), embedded_hash(item)) for item in properties if item.media is not None)
    return Counter((name, content) for name, content in contents if content is not None)


def _meant(properties: Sequence[Property], limits: set[ProofLimit]) -> dict[str, list[object]]:
    """Values by name in a form that can be compared; None where the other reader has its own ideas."""
    meant: dict[str, list[object]] = {}
    for item in properties:
        key = item.key
        if key in _TEXTS:
            meant.setdefault(key, []).append(_meant_text(item, limits))
        elif key in _PARTS:
            parts = item.components
            if len(parts) > _PARTS[key]:
                limits.add(ProofLimit.ADDRESS_PARTS)
            if key == "ORG":
                parts = tuple((",".join(part),) for part in parts)
            fact = _normal(key, [[plain(text) for text in part] for part in parts[: _PARTS[key]]])
            if key != "ADR" or fact:
                meant.setdefault(key, []).append(fact)
        elif key == "BDAY":
            text = item.text if "text" in _value_types(item) else item.value
            meant.setdefault(key, []).append(_normal(key, [plain(text), *item.parameter(_OMIT_YEAR)[:1]]))
    return meant


def _meant_text(item: Property, limits: set[ProofLimit]) -> object:
    if "uri" not in _value_types(item):
        return _normal(item.key, plain(item.text))
    if _CUTS_URI.search(item.value) is None:
        return _normal(item.key, plain(item.value))
    limits.add(ProofLimit.UNESCAPED_COMMA)
    return None


def _value_types(item: Property) -> tuple[str, ...]:
    return tuple(value.lower() for value in item.parameter("VALUE"))


def _normal(name: str, fact: Fact) -> object:
    if name == "BDAY":
        value, *omitted = (str(part) for part in fact)
        if omitted and value.startswith(omitted[0]):
            value = value[len(omitted[0]) :]
        return _DATE_SIGNS.sub("", value)
    if isinstance(fact, str):
        return _EXTENSION.sub(" x", _TEL.sub("", fact)) if name == "TEL" else fact
    return _without_empty_end([_without_empty_end(list(part)) for part in fact])


def _without_empty_end(values: list[Any]) -> list[Any]:
    while values and not values[-1]:
        values.pop()
    return values


def _counted(properties: Sequence[Property], told: Told, cut: Sequence[str]) -> Iterator[Found]:
    meant = Counter(line_name(item.name) for item in properties)
    meant.subtract(cut)
    for name in sorted((set(meant) | set(told.lines)) - _RENAMED):
        if meant[name] != told.lines.get(name, 0):
            yield name, FaultKind.COUNT_DIFFERS


def _pictured(properties: Sequence[Property], told: Told) -> Iterator[Found]:
    meant = embedded_hashes(properties)
    for name in sorted(EMBEDDED):
        if any((name, fact) not in meant for fact in told.facts.get(name, ())):
            yield name, FaultKind.VALUE_DIFFERS

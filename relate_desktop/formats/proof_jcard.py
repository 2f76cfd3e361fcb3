"""Proves a jCard export: read by the standard library's JSON reader, its structure checked by RFC 7095."""

import base64
import binascii
import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, BinaryIO

from relate_desktop.domain.exporting import FaultKind, MeantCard
from relate_desktop.formats.proof_facts import EMBEDDED, compared, embedded_hashes, line_name, plain
from relate_desktop.formats.proof_jail import Fact, Told
from relate_desktop.formats.proof_tally import ProofTally

_PARTS = frozenset({"N", "ADR", "ORG"})
_TEXTS = frozenset({"FN", "TEL", "EMAIL", "NOTE", "TITLE", "ROLE"})


def compare_jcards(stream: BinaryIO, meant: Iterable[MeantCard], tally: ProofTally) -> None:
    """Compares each card of the array, one a line, with what was meant."""
    wanted = iter(meant)
    opened = False
    for line in stream:
        text = line.strip()
        if not opened:
            opened = True
            if text not in {b"[", b"[]"}:
                tally.card(0, [("", FaultKind.UNREADABLE)])
                return
        elif text != b"]":
            _compare(text.removesuffix(b","), next(wanted, None), tally)
    for _ in wanted:
        tally.missing()
    tally.step()


def _compare(text: bytes, wanted: MeantCard | None, tally: ProofTally) -> None:
    if wanted is None:
        tally.card(0, [("", FaultKind.CARD_EXTRA)])
        return
    try:
        card = json.loads(text)
    except ValueError:
        tally.card(0, [("", FaultKind.UNREADABLE)])
        return
    if not is_jcard(card):
        tally.card(0, [("", FaultKind.UNREADABLE)])
        return
    result = compared(wanted.properties, _told(card[1]))
    absent = embedded_hashes(wanted.properties) - _embedded(card[1])
    faults = [*result.faults, *((name, FaultKind.VALUE_DIFFERS) for name, _ in absent)]
    tally.card(result.facts, faults, result.limits)


def is_jcard(card: Any) -> bool:
    """Whether this is a jCard as RFC 7095 section 3 builds it, with its version in front."""
    if not isinstance(card, list) or len(card) != 2 or card[0] != "vcard" or not isinstance(card[1], list):
        return False
    lines = card[1]
    return bool(lines) and lines[0] == ["version", {}, "text", "4.0"] and all(map(_is_property, lines))


def _is_property(line: Any) -> bool:
    if not isinstance(line, list) or len(line) < 4:
        return False
    name, parameters, kind, *values = line
    if not isinstance(name, str) or name != name.lower() or not isinstance(kind, str):
        return False
    if not isinstance(parameters, dict) or not all(map(_is_parameter, parameters.items())):
        return False
    return all(_is_value(value, 2) for value in values)


def _is_parameter(pair: tuple[Any, Any]) -> bool:
    name, value = pair
    values = value if isinstance(value, list) else [value]
    return name == name.lower() and all(isinstance(one, str) for one in values)


def _is_value(value: Any, depth: int) -> bool:
    if isinstance(value, list):
        return depth > 0 and all(_is_value(one, depth - 1) for one in value)
    return isinstance(value, str | int | float)


def _told(lines: list[Any]) -> Told:
    facts: dict[str, list[Fact]] = {}
    counts: Counter[str] = Counter()
    for name, _, _, *values in lines:
        key = line_name(name)
        counts[key] += 1
        fact = _fact(key, values[0])
        if fact is not None:
            facts.setdefault(key, []).append(fact)
    return Told(cards=1, facts=facts, lines=counts)


def _fact(key: str, value: Any) -> Fact | None:
    if key in _PARTS:
        parts = _as_list(value)
        most = {"N": 5, "ADR": 7}.get(key, len(parts))
        return [[plain(str(one)) for one in _as_list(part)] for part in parts[:most]]
    if key == "BDAY":
        return [plain(str(value))]
    return plain(str(value)) if key in _TEXTS else None


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _embedded(lines: list[Any]) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for name, _, _, *values in lines:
        key = line_name(name)
        if (key in EMBEDDED or key.startswith("X-")) and isinstance(values[0], str):
            head, comma, text = values[0].partition(",")
            if comma and head.startswith("data:") and head.endswith(";base64"):
                try:
                    content = base64.b64decode(text, validate=True)
                except binascii.Error:
                    continue
                found[key, hashlib.sha256(content).hexdigest()] += 1
    return found

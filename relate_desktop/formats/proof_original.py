"""Proves cards that went out as they came: untouched ones by their bytes, changed ones by reading.

A changed card is mostly what somebody else wrote, so much of what the other reader finds different is
what it cannot read; a difference counts as ours only where nothing in the line explains it.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import BinaryIO

from relate_desktop.domain.exporting import FaultKind, MeantCard, ProofLimit
from relate_desktop.formats.proof_cards import LARGEST_LINE, card_of_size
from relate_desktop.formats.proof_facts import Comparison, Found, compared
from relate_desktop.formats.proof_jail import Told, read_by_other
from relate_desktop.formats.proof_tally import ProofTally

_BATCH = 500
_MOST_SEPARATORS = 12
"""The other reader's time doubles with every comma or equals sign before the colon."""

_FOLD = re.compile(rb"\r*\n[ \t]|\r[ \t]")
_LINE_END = re.compile(rb"\r*\n|\r")
# atomic groups and not possessive ones: Python 3.11.2 forgets to go back behind their last failing turn
_HEAD = re.compile(rb'((?>(?:[^:"]++|"[^"]*+")*)):')
_LEGAL = re.compile(
    rb"(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)"
    rb'(?>(?:;[A-Za-z0-9-]+(?:=(?:"[^"]*"|[^";:,\\]*)(?>(?:,(?:"[^"]*"|[^";:,\\]*))*))?)*)'
)
_BARE = re.compile(rb";[^=;:\"]+(?=;|\Z)")
_VALUE_SIGNS = (
    (ProofLimit.UNESCAPED_COMMA, re.compile(rb"(?<!\\),")),
    (ProofLimit.ESCAPED_COLON, re.compile(rb"\\[^\\,;nN]")),
    (ProofLimit.TRAILING_BACKSLASH, re.compile(rb"\\\Z")),
    (ProofLimit.DATA_URI, re.compile(rb"\Adata:", re.IGNORECASE)),
)
_HEAD_SIGNS = (
    (ProofLimit.QUOTED_PRINTABLE, b"QUOTED-PRINTABLE"),
    (ProofLimit.BASE64, b"BASE64"),
    (ProofLimit.BASE64, b"ENCODING=B"),
    (ProofLimit.CHARSET, b"CHARSET"),
)
_WHOLE_CARD = frozenset(
    {
        *(ProofLimit.QUOTED_PRINTABLE, ProofLimit.BASE64, ProofLimit.CHARSET, ProofLimit.CARD_FRAME),
        *(ProofLimit.PROPERTY_NAME, ProofLimit.PROFILE, ProofLimit.TOO_LARGE, ProofLimit.HANGS),
    }
)
"""Limits that reach beyond the line they are met in."""


def compare_originals(stream: BinaryIO, meant: Iterable[MeantCard], tally: ProofTally) -> None:
    """Compares a file of cards as they came with what was meant, card by card."""
    changed: list[tuple[bytes, MeantCard]] = []
    for wanted in meant:
        card = card_of_size(stream, wanted.size)
        if not card:
            tally.missing()
            continue
        if wanted.sha256 is None:
            changed.append((card, wanted))
        else:
            same = hashlib.sha256(card).hexdigest() == wanted.sha256
            tally.card(len(wanted.properties) * same, () if same else [("", FaultKind.BYTES_DIFFER)])
        if len(changed) == _BATCH:
            _compare_changed(changed, tally)
            changed = []
    _compare_changed(changed, tally)
    if stream.read().strip():
        tally.card(0, [("", FaultKind.CARD_EXTRA)])
    tally.step()


def _compare_changed(changed: list[tuple[bytes, MeantCard]], tally: ProofTally) -> None:
    signs = [reader_limits(card) for card, _ in changed]
    safe = [not {ProofLimit.HANGS, ProofLimit.TOO_LARGE} & _everywhere(found) for found in signs]
    told = iter(read_by_other([card for (card, _), fit in zip(changed, safe, strict=True) if fit]))
    for (_, wanted), found, fit in zip(changed, signs, safe, strict=True):
        if not fit:
            tally.card(0, (), _everywhere(found))
            continue
        result = _judged(wanted, next(told), found)
        tally.card(result.facts, result.faults, result.limits)
    tally.step()


def _judged(wanted: MeantCard, told: Told, signs: dict[str, set[ProofLimit]]) -> Comparison:
    whole = _everywhere(signs) & _WHOLE_CARD
    if told.error is not None or told.cards != 1:
        faults: tuple[Found, ...] = () if whole else (("", FaultKind.UNREADABLE),)
        return Comparison(0, faults, frozenset(whole))
    result = compared(wanted.properties, told)
    met: set[ProofLimit] = set(result.limits)
    ours: list[Found] = []
    for name, kind in result.faults:
        excuses = signs.get(name, set()) | whole
        met |= excuses
        if not excuses:
            ours.append((name, kind))
    return Comparison(result.facts, tuple(ours), frozenset(met))


def _everywhere(signs: dict[str, set[ProofLimit]]) -> set[ProofLimit]:
    return {limit for limits in signs.values() for limit in limits}


def reader_limits(card: bytes) -> dict[str, set[ProofLimit]]:
    """What in a card written by others the other reader is known not to read, by property name."""
    signs: dict[str, set[ProofLimit]] = {}
    if not _is_utf8(card):
        signs.setdefault("", set()).add(ProofLimit.CHARSET)
    lines = [line for line in _LINE_END.split(_FOLD.sub(b"", card)) if line.strip()]
    framed = [line.upper().replace(b" ", b"") for line in lines if line[:6].upper() in {b"BEGIN:", b"END:VC"}]
    if framed != [b"BEGIN:VCARD", b"END:VCARD"] or lines[-1].upper().strip() != b"END:VCARD":
        signs.setdefault("", set()).add(ProofLimit.CARD_FRAME)
    for line in lines:
        name, found = _line_limits(line)
        if found:
            signs.setdefault(name, set()).update(found)
    return signs


def _line_limits(line: bytes) -> tuple[str, set[ProofLimit]]:
    found: set[ProofLimit] = set()
    whole = _HEAD.match(line)
    head = line if whole is None else whole[1]
    if head.count(b",") + head.count(b"=") > _MOST_SEPARATORS:
        found.add(ProofLimit.HANGS)
    if len(line) > LARGEST_LINE:
        found.add(ProofLimit.TOO_LARGE)
    legal = _LEGAL.fullmatch(head)
    if whole is None or legal is None:
        found.add(ProofLimit.CARD_FRAME if whole is None else ProofLimit.PROPERTY_NAME)
        return "", found
    value = line[whole.end() :]
    upper = head.upper()
    found.update(limit for limit, word in _HEAD_SIGNS if word in upper)
    found.update(limit for limit, sign in _VALUE_SIGNS if sign.search(value) is not None)
    if _BARE.search(head) is not None:
        found.add(ProofLimit.BARE_PARAMETER)
    name = legal[1].decode("ascii").upper()
    if name == "PROFILE":
        found.add(ProofLimit.PROFILE)
    return name, found


def _is_utf8(card: bytes) -> bool:
    try:
        card.decode()
    except UnicodeDecodeError:
        return False
    return True

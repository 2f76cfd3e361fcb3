"""The other reader: vobject, alone in a process of its own, tells what it finds in cards.

This file is run by its path with nothing of the program imported, so that what it says owes nothing to
the writer. It takes from standard input one card after another, each behind its length in four bytes,
and answers on standard output one JSON line for each: ``facts`` (value by property name), ``lines``
(how many lines of each name), ``cards`` (how many cards there seemed to be) or ``error`` (the kind
of exception). It gives itself narrow limits first, since nothing is known of what it is given.
"""

import hashlib
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

MEMORY = 768 << 20
"""Bytes of address space."""
CPU_SECONDS = 10
OPEN_FILES = 64

_TEXTS = ("FN", "TEL", "EMAIL", "NOTE", "TITLE", "ROLE")
_EMBEDDED = ("PHOTO", "LOGO", "SOUND", "KEY")
_NAME = ("family", "given", "additional", "prefix", "suffix")
_ADDRESS = ("box", "extended", "street", "city", "region", "code", "country")


def main() -> int:
    """Reads cards until the input ends. The exit status is 0 unless a limit struck."""
    limit_this_process()
    logging.disable(logging.CRITICAL)  # its messages hold the lines they are about
    import vobject  # noqa: PLC0415 - only behind the limits

    for card in _cards(sys.stdin.buffer):
        sys.stdout.write(json.dumps(_told(vobject, card)) + "\n")
        sys.stdout.flush()
    return 0


def limit_this_process() -> None:
    """Takes from this process what reading a card does not need, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not there on Windows
    except ImportError:
        return
    wanted = {
        "RLIMIT_AS": MEMORY,
        "RLIMIT_CPU": CPU_SECONDS,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": OPEN_FILES,
        "RLIMIT_CORE": 0,
    }
    for name, most in wanted.items():
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (allowed, allowed))
        except (ValueError, OSError):
            continue  # macOS refuses some of them


def _cards(stream: BinaryIO) -> Iterator[str]:
    while head := stream.read(4):
        yield stream.read(int.from_bytes(head, "big")).decode("utf-8", "replace")


def _told(vobject: Any, text: str) -> dict[str, object]:
    try:
        components = list(vobject.readComponents(text, ignoreUnreadable=True))
    except Exception as failure:  # noqa: BLE001 - it raises whatever it likes; the kind is the answer
        return {"error": type(failure).__name__}
    if not components:
        return {"error": "NothingFound"}
    facts: dict[str, list[object]] = {}
    counts: dict[str, int] = {}
    for line in components[0].getChildren():
        name = line.name.upper()
        counts[name] = counts.get(name, 0) + 1
        fact = _fact(name, line)
        if fact is not None:
            facts.setdefault(name, []).append(fact)
    return {"cards": len(components), "facts": facts, "lines": counts}


def _fact(name: str, line: Any) -> object:
    if name == "N":
        return [_texts(getattr(line.value, part, "")) for part in _NAME]
    if name == "ADR":
        return [_texts(getattr(line.value, part, "")) for part in _ADDRESS]
    if name == "ORG":
        return [_texts(part) for part in line.value] if isinstance(line.value, list) else [_texts(line.value)]
    if name == "BDAY":
        return [str(line.value), *line.params.get("X-APPLE-OMIT-YEAR", [])[:1]]
    if name in _EMBEDDED:
        return hashlib.sha256(line.value).hexdigest() if isinstance(line.value, bytes) else None
    return str(line.value) if name in _TEXTS else None


def _texts(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]


if __name__ == "__main__":
    sys.exit(main())

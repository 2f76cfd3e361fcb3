"""Erasing people out of calendars: that they were invited, and their addresses, in whatever was ever read.

Who is invited by phone is known by the number alone.

The events stay; they are others' as well. What tells whether a file says something else stays too,
so that an unchanged file does not bring anybody back.
"""

import json
import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any
from urllib.parse import unquote

from relate_desktop.domain.calendar_event import TEL
from relate_desktop.domain.matching import phone_key
from relate_desktop.storage.component_bytes import packed, unpacked
from relate_desktop.storage.event_rows import ATTENDEES, TEXTS
from relate_desktop.storage.journal import compact
from relate_desktop.storage.linked_people import IN

_LINE = re.compile(rb"[^\r\n]*(?:\r\n?|\n|\Z)(?:[ \t][^\r\n]*(?:\r\n?|\n|\Z))*")
_FOLD = re.compile(rb"(?:\r\n?|\n)[ \t]")
_INVITED = re.compile(rb"(?:ATTENDEE|ORGANIZER)[;:]", re.IGNORECASE)
_MAILTO = "mailto:"
_TEL = re.compile(r"(?<![\w.-])tel:([^;:,\s\"]+)", re.IGNORECASE)
_SPACED_TEL = re.compile(r"(?<![\w.-])tel:(\+?[0-9 ().-]*[0-9])", re.IGNORECASE)
_READABLE = re.compile(r"[^0-9+]")
"""What of a number does not stand where it is written as an attendee's address."""
_NUMBER = re.compile(r"(?:tel:)?\+?[0-9 ()./-]{5,40}", re.IGNORECASE)


class CalendarEraser:
    """Erases within one write transaction."""

    def __init__(self, connection: Any) -> None:
        self._raw = connection

    def erase(self, values: Iterable[object]) -> None:
        """Erases mail addresses and numbers among these values of erased people that are nobody else's."""
        texts = [value for value in values if isinstance(value, str)]
        addresses = sorted(set(map(_address, texts)) - {""})
        gone = [address for address in addresses if not self._anybody_else(address)]
        gone += self._phones({phone_key(text) for text in texts if _NUMBER.fullmatch(text.strip())} - {""})
        if not gone:
            return
        # A number stands in a name or a place as well as any other digits: it is erased by its scheme alone.
        either = "|".join(map(re.escape, gone))
        pattern = re.compile(rf"(?<![\w.%+-])(?:{either})(?![\w-]|\.\w)", re.IGNORECASE)
        changed = []
        for number, reading, content in self._raw.execute("SELECT id, reading, raw FROM calendar_texts"):
            raw = unpacked(content)
            bare = _FOLD.sub(b"", raw)
            if pattern.search(bare.decode("utf-8", "surrogateescape")):
                said = _reading_without(reading, gone, pattern)
                changed.append((said, packed(_without(raw, pattern)), number))
        self._raw.executemany("UPDATE calendar_texts SET reading=?, raw=? WHERE id=?", changed)
        self._raw.execute(f"DELETE FROM event_people WHERE address {IN}", (compact(gone),))

    def _phones(self, numbers: set[str]) -> list[str]:
        """Every spelling by which calendars name one of these numbers, unless somebody else has it."""
        if numbers:
            left = self._raw.execute("SELECT value FROM properties WHERE name='TEL'")
            numbers = numbers - {phone_key(value) for (value,) in left}
        if not numbers:
            return []
        found: set[str] = set()
        for (content,) in self._raw.execute("SELECT raw FROM calendar_texts"):
            bare = _FOLD.sub(b"", unpacked(content)).decode("utf-8", "surrogateescape")
            for said in chain(_TEL.finditer(bare), _SPACED_TEL.finditer(bare)):
                number = unquote(said[1])
                if phone_key(number) in numbers:
                    found |= {said[0].lower(), TEL + _READABLE.sub("", number)}
        invited = self._raw.execute("SELECT DISTINCT address FROM event_people WHERE address LIKE 'tel:%'")
        found.update(address for (address,) in invited if phone_key(address) in numbers)
        return sorted(found)

    def _anybody_else(self, address: str) -> bool:
        row = self._raw.execute(
            "SELECT 1 FROM properties WHERE name='EMAIL' AND lower(value) IN (?,?) LIMIT 1",
            (address, _MAILTO + address),
        ).fetchone()
        return row is not None


def _address(value: str) -> str:
    """A value as a mail address; empty for one that is none."""
    text = value.strip().lower().removeprefix(_MAILTO)
    return text if 2 < len(text) < 255 and "@" in text[1:-1] and not re.search(r"\s", text) else ""


def _without(raw: bytes, pattern: re.Pattern[str]) -> bytes:
    """A component without the lines that invite somebody, and without the address wherever else it is."""
    kept = []
    for found in _LINE.finditer(raw):
        bare = _FOLD.sub(b"", found[0]).decode("utf-8", "surrogateescape")
        if not pattern.search(bare):
            kept.append(found[0])
        elif not _INVITED.match(found[0]):
            kept.append(pattern.sub("", bare).encode("utf-8", "surrogateescape"))
    return b"".join(kept)


def _reading_without(reading: str | None, gone: Sequence[str], pattern: re.Pattern[str]) -> str | None:
    if reading is None:
        return None
    row = json.loads(reading)
    if len(row) <= ATTENDEES:
        return reading
    row[ATTENDEES] = [one for one in row[ATTENDEES] if one[0] not in gone]
    for place in TEXTS:
        row[place] = pattern.sub("", row[place])
    return compact(row)

"""Cards whose lines are all moved in, as a program's own text or a mail has them, read as if they were not.

A line that begins with a blank goes on with the line above it. Nothing goes on with BEGIN, so where
a property stands indented right behind it, that indentation is no fold but everybody's.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from relate_desktop.formats.vcard.cards import NEWLINE

_INDENTED = re.compile(
    rb"[^\r\n]*+" + NEWLINE + rb"(?:[ \t]*+" + NEWLINE + rb")*+([ \t]++)[A-Za-z][\w.-]{0,60}[;:]"
)
_CARD_INSIDE = re.compile(rb"(?im)^[ \t]*(?:[\w-]+\.)?AGENT[;:]")
_LINE = re.compile(rb"[^\r\n]*+(?:" + NEWLINE + rb"|\Z)")


@dataclass(frozen=True, slots=True)
class Outdented:
    """A card without its indentation, and where each of its lines begins here and there."""

    raw: bytes
    _here: tuple[int, ...]
    _there: tuple[int, ...]

    def place_in_card(self, place: int) -> int:
        """Where the beginning of a line of this text stands in the card as it came."""
        return self._there[bisect_right(self._here, place) - 1]

    def place_here(self, place: int) -> int:
        """Where the beginning of a line of the card as it came stands in this text."""
        return self._here[bisect_right(self._there, place) - 1]

    def span_in_card(self, start: int, length: int) -> tuple[int, int]:
        """Start and length in the card of whole lines of this text."""
        begin = self.place_in_card(start)
        return begin, self.place_in_card(start + length) - begin

    def span_here(self, start: int, length: int) -> tuple[int, int]:
        """Start and length in this text of whole lines of the card."""
        begin = self.place_here(start)
        return begin, self.place_here(start + length) - begin


def outdented(raw: bytes) -> Outdented | None:
    """The card with its first lines moved out, as far as they are moved in alike; None where they are not.

    A card with another inside is left as it is.
    """
    found = _INDENTED.match(raw)
    if found is None or _CARD_INSIDE.search(raw):
        return None
    indentation = found[1]
    pieces: list[bytes] = []
    here, there = [0], [0]
    alike = True
    for line in _LINE.finditer(raw):
        text = line.group()
        alike = alike and (not pieces or not text.strip() or text.startswith(indentation))
        if not pieces or not text.strip():
            text = text.lstrip(b" \t")
        elif alike:
            text = text[len(indentation) :]
        pieces.append(text)
        here.append(here[-1] + len(pieces[-1]))
        there.append(line.end())
        if line.end() == len(raw):
            break
    return Outdented(b"".join(pieces), tuple(here), tuple(there))

"""Cards whose lines are all moved in, as a program's own text or a mail has them, read as if they were not.

A line that begins with a blank goes on with the line above it. Nothing goes on with BEGIN, so where
a property stands indented right behind it, that indentation is no fold but everybody's. A line may have
lost it: behind that only what is a property is taken for one, the rest goes on with it.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from relate_desktop.formats.vcard.cards import MARGIN, NEWLINE

_FIRST_LINE = re.compile(rb"[^\r\n]*+" + NEWLINE)
_PROPERTY = re.compile(rb"(?:[\w-]{1,40}\.)?[A-Z][A-Z0-9-]{0,60}[;:]")
_END = re.compile(rb"(?i)[ \t]*+END[ \t]*:[ \t]*VCARD")
_CARD_INSIDE = re.compile(rb"(?im)(?:^|AGENT[^\r\n:]{0,200}+:)[ \t]*+BEGIN[ \t]*:[ \t]*VCARD[ \t]*+[\r\n]")
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
    """The card with its lines moved out by what its first one is indented by; None where that is not.

    A card with another inside is left as it is.
    """
    first = _FIRST_LINE.match(raw)
    found = None if first is None else MARGIN.match(raw, first.end())
    if first is None or found is None or _CARD_INSIDE.search(raw, first.end()):
        return None
    indentation = found[1]
    pieces: list[bytes] = []
    here, there = [0], [0]
    lost = False
    for line in _LINE.finditer(raw):
        text = line.group()
        moved = text.removeprefix(indentation)
        if not pieces or not text.strip() or _END.match(text):
            text = text.lstrip(b" \t")
        elif moved == text:
            lost = True
        elif not lost or _PROPERTY.match(moved):
            text, lost = moved, False
        pieces.append(text)
        here.append(here[-1] + len(pieces[-1]))
        there.append(line.end())
        if line.end() == len(raw):
            break
    return Outdented(b"".join(pieces), tuple(here), tuple(there))

"""Cuts a stream into raw cards and what stands between them, in bounded memory.

A card runs from its BEGIN line to the end of its END line. Where END is missing the next BEGIN
closes it; a BEGIN after an AGENT line opens a card inside the card, which stays a part of it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from relate_desktop.domain.draft import LooseText, RemarkKind

LINE_LIMIT = 16 << 20
"""The longest logical line that is read, in bytes; photographs need long lines."""
CARD_LIMIT = 24 << 20
"""The largest card that is read, in bytes."""
REFUSED_KEPT = 1 << 20
"""How much of a card beyond the limit is kept with its refusal, in bytes."""
LOOSE_LIMIT = 4 << 20
"""The longest text between cards that is kept, in bytes."""
MAX_DEPTH = 3
"""How deep cards may stand in cards; what is deeper is text."""

NEWLINE = rb"(?:\r{0,4}\n|\r)"

# an atomic group and not a possessive one: Python 3.11.2 forgets to go back behind the last failing turn
MARGIN = re.compile(rb"(?>(?:[ \t]*+" + NEWLINE + rb"){0,100})([ \t]++)[A-Za-z][\w.-]{0,60}[;:]")
"""An indented property right behind BEGIN, with which nothing can go on: all lines of such a card are."""

_WINDOW = 400
_MARK = re.compile(rb":[ \t]{0,16}[vV][cC][aA][rR][dD]")
_MARK_LENGTH = 24
_BEFORE = re.compile(rb"(?:\A|[\r\n])((?:\xef\xbb\xbf)?\0*+)([ \t]*)(BEGIN|END)[ \t]*:[ \t]*\Z")
_AFTER = re.compile(rb"[ \t]*+(?:" + NEWLINE + rb"|\Z)")
_AGENT_INLINE = re.compile(rb"(?:\A|[\r\n])((?:[\w.-]+\.)?AGENT(?:;[^\r\n:]*+)?:[ \t]*)BEGIN[ \t]*:[ \t]*\Z")
_AGENT_ABOVE = re.compile(
    rb"(?:\A|[\r\n])((?:[\w.-]+\.)?AGENT(?:;[^\r\n:]*+)?:(?:[ \t]*" + NEWLINE + rb")+)[ \t]*\Z"
)
_LINE_END = re.compile(NEWLINE)
_NEXT_LINE = re.compile(rb"[\r\n][^ \t\r\n]")
_ANY_PROPERTY = re.compile(rb"(?im)^(?:[\w-]+\.)?(?:N|FN|TEL|EMAIL|ADR|ORG)(?:;[^:\r\n]*)?:")
_CALENDAR = re.compile(rb"(?i)(?:\A|[\r\n])[ \t]*BEGIN[ \t]*:[ \t]*V(?:CALENDAR|EVENT|TODO|JOURNAL)\b")


class Closed(Enum):
    """How a card came to its end."""

    BY_END = "end"
    BY_NEXT_BEGIN = "begin"
    BY_END_OF_FILE = "file"


@dataclass(frozen=True, slots=True)
class Nested:
    """A card inside a card: from the AGENT line to the end of its own END line, counted in the card."""

    start: int
    end: int
    cards: int
    deepest: int
    too_deep_at: int | None


@dataclass(frozen=True, slots=True)
class RawCard:
    """One card as it came. ``body_end`` is where its END line begins, or its length."""

    line: int
    raw: bytes = field(repr=False)
    body_start: int
    body_end: int
    closed: Closed
    nested: tuple[Nested, ...] = ()


@dataclass(frozen=True, slots=True)
class NotACard:
    """Bytes that were meant as a card but cannot be read as one; ``raw`` may be only their beginning."""

    line: int
    kind: RemarkKind
    size: int
    raw: bytes = field(repr=False)


Piece = RawCard | NotACard | LooseText


def line_count(piece: bytes) -> int:
    """How many line ends there are, whatever their kind."""
    feeds = piece.count(b"\n")
    returns = piece.count(b"\r")
    if not feeds:
        return returns
    if returns and returns != piece.count(b"\r\n"):
        return sum(1 for _ in _LINE_END.finditer(piece))
    return feeds


def split_cards(blocks: Iterable[bytes]) -> Iterator[Piece]:
    """The pieces of a UTF-8 (or like) stream, in order; joined they are the stream."""
    splitter = _Splitter()
    for block in blocks:
        yield from splitter.feed(block)
    yield from splitter.finish()


class _State(Enum):
    BETWEEN = 0
    INSIDE = 1
    DROPPING = 2


@dataclass(slots=True)
class _OpenNested:
    start: int
    cards: int = 0
    depth: int = 1
    deepest: int = 1
    too_deep_at: int | None = None


class _Splitter:
    """Holds the bytes not yet given out: the present card, or the text since the last one."""

    def __init__(self) -> None:
        self._data = b""
        self._seen = 0
        self._start = 0
        self._line = 1
        self._state = _State.BETWEEN
        self._body_start = 0
        self._nested: list[Nested] = []
        self._open: _OpenNested | None = None
        self._met_a_card = False

    def feed(self, block: bytes) -> Iterator[Piece]:
        """Takes more bytes and gives out what is complete."""
        self._drop_given_out()
        self._data += block
        yield from self._scan(last=False)
        yield from self._keep_small()

    def finish(self) -> Iterator[Piece]:
        """Gives out the rest."""
        yield from self._scan(last=True)
        if self._state is _State.INSIDE:
            yield self._card(len(self._data), len(self._data), Closed.BY_END_OF_FILE)
        else:
            # Properties without any card are a card that lost both its ends.
            yield from self._loose(len(self._data), ended=not self._met_a_card)

    def _drop_given_out(self) -> None:
        # A little before the start stays, so that a line's beginning can be seen.
        cut = self._start - min(self._start, 2)
        if cut:
            self._data = self._data[cut:]
            self._start -= cut
            self._seen -= cut
            self._body_start -= cut

    def _scan(self, *, last: bool) -> Iterator[Piece]:
        for found in _MARK.finditer(self._data, self._seen):
            after = _AFTER.match(self._data, found.end())
            if after is not None:
                if not last and after.end() + 4 > len(self._data):
                    # The line may go on in the next block.
                    self._seen = found.start()
                    return
                yield from self._mark(found.end() - 5, after.end())
            self._seen = found.end()
        self._seen = max(self._seen, len(self._data) - _MARK_LENGTH)

    def _mark(self, at: int, end: int) -> Iterator[Piece]:
        """Acts on ``VCARD`` at the end of a line, if it belongs to BEGIN or END."""
        data = self._data
        before = data[max(0, at - 6) : at].upper()
        if before == b"BEGIN:" and (at == 6 or data[at - 7] in b"\r\n"):
            yield from self._begin(at - 6, end)
            return
        if before[2:] == b"END:" and (at == 4 or data[at - 5] in b"\r\n"):
            yield from self._end(at - 4, end)
            return
        window_start = max(self._start, at - _WINDOW)
        window = data[window_start:at].upper()
        found = _BEFORE.search(window)
        if found is not None:
            indented = bool(found[2])
            start = window_start + found.end(1)
            inside = self._state is _State.INSIDE and self._open is None
            if indented and inside and MARGIN.match(data, self._body_start) is None:
                # What is indented goes on with the line above, but where all lines are.
                return
            yield from self._begin(start, end) if found[3] == b"BEGIN" else self._end(start, end)
        elif self._state is _State.INSIDE and (agent := _AGENT_INLINE.search(window)):
            self._deeper(window_start + agent.start(1))

    def _begin(self, start: int, end: int) -> Iterator[Piece]:
        if self._state is _State.INSIDE:
            window_start = max(self._start, start - _WINDOW)
            agent = _AGENT_ABOVE.search(self._data[window_start:start].upper())
            if agent is not None:
                self._deeper(window_start + agent.start(1))
                return
            yield self._card(start, start, Closed.BY_NEXT_BEGIN)
        else:
            yield from self._loose(start, ended=False)
        self._state = _State.INSIDE
        self._met_a_card = True
        self._body_start = end
        self._nested = []
        self._open = None

    def _end(self, start: int, end: int) -> Iterator[Piece]:
        if self._state is _State.INSIDE:
            if self._open is not None:
                self._shallower(self._open, end)
                return
            yield self._card(start, end, Closed.BY_END)
        else:
            yield from self._loose(end, ended=True)
        self._state = _State.BETWEEN

    def _deeper(self, agent_start: int) -> None:
        relative = agent_start - self._start
        if self._open is None:
            self._open = _OpenNested(relative)
        else:
            self._open.depth += 1
        opened = self._open
        opened.cards += 1
        opened.deepest = max(opened.deepest, opened.depth)
        if opened.depth + 1 > MAX_DEPTH and opened.too_deep_at is None:
            opened.too_deep_at = relative

    def _shallower(self, opened: _OpenNested, end: int) -> None:
        opened.depth -= 1
        if opened.depth == 0:
            self._close_nested(end - self._start)

    def _close_nested(self, end: int) -> None:
        if self._open is not None:
            opened = self._open
            self._nested.append(Nested(opened.start, end, opened.cards, opened.deepest, opened.too_deep_at))
            self._open = None

    def _card(self, body_end: int, end: int, closed: Closed) -> RawCard:
        raw = self._data[self._start : end]
        self._close_nested(body_end - self._start)
        card = RawCard(
            self._line,
            raw,
            self._body_start - self._start,
            body_end - self._start,
            closed,
            tuple(self._nested),
        )
        self._line += line_count(raw)
        self._start = end
        return card

    def _loose(self, end: int, *, ended: bool) -> Iterator[Piece]:
        """What stands between cards, or, where something ``ended`` it, a card without a beginning.

        A calendar among cards is told of: it is for another reader.
        """
        piece = self._data[self._start : end]
        if not piece:
            return
        if self._state is _State.BETWEEN:
            if (ended and _ANY_PROPERTY.search(piece)) or _CALENDAR.search(piece):
                yield NotACard(self._line, RemarkKind.NOT_A_CARD, len(piece), piece)
            else:
                yield LooseText(self._line, piece)
        self._line += line_count(piece)
        self._start = end

    def _keep_small(self) -> Iterator[Piece]:
        """Lets go of what would make memory grow with the file."""
        held = len(self._data) - self._start
        if self._state is _State.INSIDE and held > CARD_LIMIT:
            long_line = _NEXT_LINE.search(self._data, len(self._data) - LINE_LIMIT) is None
            yield self._too_large(RemarkKind.LINE_TOO_LONG if long_line else RemarkKind.TOO_MANY_PROPERTIES)
        elif self._state is _State.BETWEEN and held > LOOSE_LIMIT:
            yield self._too_large(RemarkKind.NOT_A_CARD)
        if self._state is _State.DROPPING:
            yield from self._loose(max(self._start, self._seen - _WINDOW), ended=False)

    def _too_large(self, kind: RemarkKind) -> NotACard:
        self._state = _State.DROPPING
        raw = self._data[self._start : self._start + REFUSED_KEPT]
        return NotACard(self._line, kind, len(self._data) - self._start, raw)

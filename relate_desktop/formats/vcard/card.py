"""One raw card into properties with their places, remarks and accounting; nothing here raises."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from relate_desktop.domain.draft import Media, MediaSpan, Remark, RemarkKind
from relate_desktop.domain.property import MEDIA_PREFIX, Property
from relate_desktop.formats.vcard.cards import LINE_LIMIT, NEWLINE, Closed, Nested, RawCard, line_count
from relate_desktop.formats.vcard.charsets import Decoded, decode
from relate_desktop.formats.vcard.dialects import version_of
from relate_desktop.formats.vcard.heads import STRUCTURE_NAMES, Head, colon_of, head_of
from relate_desktop.formats.vcard.images import image_header, is_too_large
from relate_desktop.formats.vcard.media import (
    Embedded,
    embedded,
    embedded_data_uri,
    is_data_uri,
    is_remote,
    looks_like_base64_picture,
    unindented_end,
)
from relate_desktop.formats.vcard.quoted_printable import decoded as unquoted
from relate_desktop.formats.vcard.quoted_printable import ends_softly, joined, soft_lines
from relate_desktop.formats.vcard.spelling import MEDIA_NAMES, MULTILINE_NAMES, PICTURE_NAMES, Spelling
from relate_desktop.formats.vcard.values import canonical, cut

PROPERTY_LIMIT = 5_000
TEXT_LIMIT = 1 << 20
"""The longest text value, in characters."""
HEAD_LIMIT = 1 << 20
REMARK_LIMIT = 200
"""A card with more troubles than this is described well enough by the first."""

JOIN_LIMIT = 1_000
"""How many lines of a card may belong to a text that somebody broke by hand."""

Guess = Callable[[bytes], str]

_SIMPLE = re.compile(rb'([^:\r\n"]{1,256}+):([^\r\n]*+)\r?\n(?![ \t])')
_LINE = re.compile(rb"[^\r\n]*+(?:" + NEWLINE + rb"[ \t][^\r\n]*+)*+")
_NEWLINE = re.compile(NEWLINE)
_BLANK_LINES = re.compile(rb"[\r\n]*+")
_NO_PROPERTIES = re.compile(rb"(?>(?:[^:\r\n]*+" + NEWLINE + rb"(?![ \t])){1,1000})")
"""Some lines at a time: an atomic group takes memory, but a possessive one is wrong in Python 3.11.2."""
_LINE_START = re.compile(rb"(?m)^[^\r\n]++|(?<=\r)[^\r\n]++")
_COMMENT = b"#"
_MAYBE_SOFT = b"= \t"
_FOLD = re.compile(NEWLINE + rb"[ \t]")
_TEXTS = frozenset({Spelling.TEXT, Spelling.LIST, Spelling.STRUCTURE, Spelling.LISTS})


@dataclass(slots=True)
class _Line:
    """Places of one line in the card: start, value and its end, next line, and where all lines end."""

    start: int
    value: int
    end: int
    after: int
    limit: int


class CardReading:
    """The properties of one card, with everything there is to say of how they were read."""

    def __init__(self, card: RawCard, guess: Guess) -> None:
        self.card = card
        self.version = version_of(card.raw)
        self.properties: list[Property] = []
        self.spans: list[tuple[int, int]] = []
        self.media: dict[str, Media] = {}
        self.media_spans: list[MediaSpan] = []
        self.remarks: list[Remark] = []
        self.understood = 0
        self.refused = 0
        self._guess = guess
        self._old = self.version == "2.1"
        self._last: Head | None = None
        self._joined = 0
        self._guessed = False
        self._counted = 0
        self._line = card.line
        self._read()

    def _read(self) -> None:
        position = self.card.body_start
        for nested in self.card.nested:
            self._lines(position, nested.start)
            self._agent(nested)
            position = nested.end
        self._lines(position, self.card.body_end)
        if self.card.closed is Closed.BY_NEXT_BEGIN:
            self._remark(RemarkKind.END_MISSING, self.card.body_end)
        elif self.card.closed is Closed.BY_END_OF_FILE:
            self._remark(RemarkKind.CARD_TRUNCATED, self.card.body_end)

    def _lines(self, position: int, end: int) -> None:
        raw, version, match = self.card.raw, self.version, _SIMPLE.match
        properties, spans = self.properties, self.spans
        while position < end:
            if len(properties) >= PROPERTY_LIMIT:
                self._overflow(position, end)
                return
            found = match(raw, position, end)
            if found is None:
                position = self._line_at(position, end)
                continue
            head_bytes, value = found.groups()
            head = head_of(head_bytes, version)
            if head is None or not head.one_line or len(value) > TEXT_LIMIT or value[-1:] in _MAYBE_SOFT:
                position = self._line_at(position, end)
                continue
            after = found.end()
            if head.simple and head.special(value) is None and (text := _as_utf8(value)) is not None:
                properties.append(Property(head.name, text, head.parameters, head.group))
                spans.append((position, after - position))
                self.understood += head.understood
                self._last = head
            else:
                self._one_line(head, value, position, after)
            position = after

    def _one_line(self, head: Head, value: bytes, position: int, after: int) -> None:
        """Reads a property whose value needs decoding or respelling, but no other line."""
        if head.encoding == "q":
            value = self._codes_read(value, position)
        self._add(head, self._canonical(head, value, position), position, after)

    def _line_at(self, position: int, end: int) -> int:
        """Reads one logical line, whatever its kind; returns where the next one begins."""
        raw = self.card.raw
        line_end = self._match_end(_LINE, position, end)
        after = self._match_end(_NEWLINE, line_end, end)
        start = position
        while start < line_end and raw[start] in b" \t":
            start += 1
        if start == line_end:
            return self._match_end(_BLANK_LINES, after, end)
        if line_end - start > LINE_LIMIT:
            self._refuse(RemarkKind.LINE_TOO_LONG, position, bytes=line_end - start)
            return after
        colon = colon_of(raw, start, line_end)
        head = None
        if 0 <= colon <= start + HEAD_LIMIT:
            head = head_of(_unfolded(raw[start:colon]), self.version)
        if head is None:
            return after if self._joins(start, line_end, after) else self._refuse_strays(start, after, end)
        if head.key in STRUCTURE_NAMES:
            if head.key != "VERSION":
                self._refuse(RemarkKind.NOT_A_CARD, position)
            return after
        line = _Line(position, colon + 1, line_end, after, end)
        self._property(head, line)
        return line.after

    def _property(self, head: Head, line: _Line) -> None:
        """Reads a property that is not simple; moves ``line.after`` on where it has more lines."""
        raw = self.card.raw
        if (head.encoding == "b" or head.key in MEDIA_NAMES) and self._embedded(head, line):
            return
        value = self._unquoted(line) if head.encoding == "q" else _unfolded(raw[line.value : line.end])
        self._add(head, self._canonical(head, value, line.start), line.start, line.after)

    def _match_end(self, pattern: re.Pattern[bytes], position: int, end: int) -> int:
        found = pattern.match(self.card.raw, position, end)
        return position if found is None else found.end()

    def _add(self, head: Head, value: str, position: int, after: int) -> None:
        if head.overflow:
            self._remark(RemarkKind.TOO_MANY_PARAMETERS, position, property=head.key, count=head.overflow)
        if len(value) > TEXT_LIMIT:
            self._remark(RemarkKind.TEXT_TOO_LONG, position, property=head.key, characters=len(value))
            value = cut(value, TEXT_LIMIT)
        self.properties.append(Property(head.name, value, head.parameters, head.group))
        self.spans.append((position, after - position))
        self.understood += head.understood
        self._last = head

    def _canonical(self, head: Head, value: bytes, position: int) -> str:
        text, sureness = decode(value, head.charset, self._guess)
        if head.unknown_charset is not None and not value.isascii():
            self._remark(RemarkKind.CHARSET_UNKNOWN, position, charset=head.unknown_charset[:40])
        if sureness is Decoded.GUESSED and not self._guessed:
            self._guessed = True
            self._remark(RemarkKind.CHARSET_GUESSED, position, charset=self._guess(value))
        elif sureness is Decoded.DAMAGED:
            self._remark(RemarkKind.BYTES_UNDECODABLE, position, property=head.key)
        return canonical(text, head.spelling, old=self._old)

    def _unquoted(self, line: _Line) -> bytes:
        """A quoted-printable value together with the lines its soft breaks lead to."""
        raw = self.card.raw
        lines = _NEWLINE.split(raw[line.value : line.end])
        if ends_softly(lines[-1]):
            more, line.after = soft_lines(raw, line.after, line.limit)
            lines += more
        return self._codes_read(joined(lines), line.start)

    def _codes_read(self, value: bytes, position: int) -> bytes:
        content, damaged = unquoted(value)
        if damaged:
            self._remark(RemarkKind.QUOTED_PRINTABLE_DAMAGED, position)
        return content

    def _embedded(self, head: Head, line: _Line) -> bool:
        """Reads a base64 or ``data:`` value; False when the value is neither."""
        found = self._decoded_media(head, line)
        if found is None:
            return False
        if found.damaged:
            self._remark(RemarkKind.BASE64_DAMAGED, line.start, property=head.key)
        if head.spelling in _TEXTS:
            value = self._canonical(head, found.media.content, line.start)
        else:
            self._keep_media(head, found, line.start)
            value = MEDIA_PREFIX + found.media.hash
        self._add(head, value, line.start, line.after)
        return True

    def _decoded_media(self, head: Head, line: _Line) -> Embedded | None:
        raw = self.card.raw
        value = raw[line.value : line.end]
        if is_data_uri(value):
            return embedded_data_uri(raw, line.value, line.end)
        if is_remote(value):
            if head.key in MEDIA_NAMES:
                self._remark(RemarkKind.MEDIA_REMOTE, line.start, property=head.key)
            return None
        if head.encoding == "b":
            if not value.rstrip().endswith(b"="):
                more = unindented_end(raw, line.after, line.limit)
                if more > line.after:
                    line.end = line.after = more
            return embedded(raw, line.value, line.end, head.words, head.media_type)
        if head.key in PICTURE_NAMES and looks_like_base64_picture(_unfolded(value)):
            return embedded(raw, line.value, line.end, head.words, head.media_type)
        return None

    def _keep_media(self, head: Head, found: Embedded, position: int) -> None:
        media = found.media
        self.media[media.hash] = media
        if found.span is not None:
            self.media_spans.append(found.span)
        if head.key in PICTURE_NAMES:
            header = image_header(media.content)
            size = len(media.content)
            if header is None or not header.can_be_shown:
                self._remark(RemarkKind.PICTURE_NOT_SHOWN, position, property=head.key, bytes=size)
            elif is_too_large(media.content, header):
                self._remark(RemarkKind.PICTURE_TOO_LARGE, position, property=head.key, bytes=size)

    def _joins(self, start: int, line_end: int, after: int) -> bool:
        """Adds a line that is no property to the text before it, if somebody broke that by hand."""
        raw = self.card.raw
        last = self._last
        if (
            last is None
            or last.key not in MULTILINE_NAMES
            or raw[start] in _COMMENT
            or self._joined > JOIN_LIMIT
        ):
            return False
        self._joined += 1
        value = _unfolded(raw[start:line_end])
        if last.encoding == "q":
            value, _ = unquoted(joined([value]))
        former = self.properties[-1]
        begin, length = self.spans[-1]
        separator = "\\n\\n" if raw[begin + length : start].strip(b" \t") else "\\n"
        text = former.value.removesuffix("\\\\") + separator + self._canonical(last, value, start)
        self.properties[-1] = replace(former, value=cut(text, TEXT_LIMIT))
        self.spans[-1] = (begin, after - begin)
        return True

    def _refuse_strays(self, start: int, after: int, end: int) -> int:
        """Refuses a line that is no property, and all after it that cannot be one either."""
        self._last = None
        raw = self.card.raw
        last = after
        while found := _NO_PROPERTIES.match(raw, last, end):
            last = found.end()
        self.refused += 1 + sum(1 for _ in _LINE_START.finditer(raw, after, last))
        self._remark(RemarkKind.LINE_WITHOUT_NAME, start)
        return last

    def _agent(self, nested: Nested) -> None:
        """A card inside the card: one AGENT property with its text."""
        raw = self.card.raw
        colon = colon_of(raw, nested.start, nested.end)
        head = head_of(_unfolded(raw[nested.start : colon]), self.version)
        if head is None or len(self.properties) >= PROPERTY_LIMIT:
            self._refuse(RemarkKind.NESTED_TOO_DEEP, nested.start, cards=nested.cards)
            return
        self._remark(RemarkKind.NESTED_CARD_KEPT, nested.start, cards=nested.cards)
        if nested.too_deep_at is not None:
            self._remark(RemarkKind.NESTED_TOO_DEEP, nested.too_deep_at, depth=nested.deepest + 1)
        value = raw[colon + 1 : nested.end].lstrip(b"\r\n \t")
        text, _ = decode(value, head.charset, self._guess)
        self._add(head, canonical(text, Spelling.TEXT, old=True), nested.start, nested.end)

    def _overflow(self, position: int, end: int) -> None:
        """Counts the lines beyond the limit."""
        raw = self.card.raw
        first = position
        count = 0
        while position < end:
            line_end = self._match_end(_LINE, position, end)
            count += raw[position:line_end].strip() != b""
            position = max(self._match_end(_NEWLINE, line_end, end), position + 1)
        self.refused += count
        self._remark(RemarkKind.TOO_MANY_PROPERTIES, first, count=count, limit=PROPERTY_LIMIT)

    def _refuse(self, kind: RemarkKind, position: int, **facts: str | int) -> None:
        self.refused += 1
        self._remark(kind, position, **facts)

    def _remark(self, kind: RemarkKind, position: int, **facts: str | int) -> None:
        if len(self.remarks) >= REMARK_LIMIT:
            return
        if position >= self._counted:
            self._line += line_count(self.card.raw[self._counted : position])
            self._counted = position
        self.remarks.append(Remark(kind, self._line, facts))


def _as_utf8(value: bytes) -> str | None:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return None


def _unfolded(piece: bytes) -> bytes:
    """Folds taken out (RFC 6350 section 3.2), before anything is decoded."""
    if b"\n" not in piece and b"\r" not in piece:
        return piece
    if b"\r\r" not in piece:
        piece = piece.replace(b"\r\n ", b"").replace(b"\n ", b"")
        if b"\n" not in piece and b"\r" not in piece:
            return piece
    return _FOLD.sub(b"", piece)

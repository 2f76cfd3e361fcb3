"""Cards as they came: every untouched line byte for byte, changed ones by the card's own version."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from relate_desktop.domain.draft import CardSource, ContactDraft, MediaSpan
from relate_desktop.domain.errors import BookDamagedError, ErrorKind
from relate_desktop.domain.exporting import Loss, LossKind, PlacedProperty
from relate_desktop.domain.property import Property
from relate_desktop.formats.vcard.indentation import outdented
from relate_desktop.formats.vcard.line_writing import (
    CRLF,
    folded,
    legal_property_name,
    legal_token,
    logical_line,
)
from relate_desktop.formats.vcard.media import rebuilt
from relate_desktop.formats.vcard.media_values import MediaSource
from relate_desktop.formats.vcard.read import read_cards
from relate_desktop.formats.vcard.version3 import respelled_3
from relate_desktop.formats.vcard.version4 import respelled_4
from relate_desktop.formats.vcard.version21 import line_21

_LINE_END = re.compile(rb"\r*\n|\r")
_LAST_LINE_END = re.compile(rb"(?:\r*\n|\r)\Z")
_SOFT_END = re.compile(rb"=[ \t]*(?:\r*\n|\r)\Z")
"""The soft break of a card that was cut off there: what follows would be taken for its continuation."""
_END = re.compile(rb"(?:(?<=[\r\n])|\A)[ \t]*(?:[\w-]+\.)?END[ \t]*:[ \t]*VCARD", re.IGNORECASE)


def restore_card(source: CardSource, media: MediaSource) -> bytes:
    """The card as it came, byte for byte; one from a UTF-16 file in UTF-8.

    Raises BookDamagedError when embedded content is not what the card was cut from.
    """
    pieces: list[bytes] = []
    taken = whole = 0
    for span in source.spans:
        before = span.start - whole
        pieces.append(source.skeleton[taken : taken + before])
        pieces.append(_span_text(span, media))
        taken += before
        whole = span.start + span.length
    pieces.append(source.skeleton[taken:])
    return b"".join(pieces)


def patched_card(
    source: CardSource, lines: Sequence[PlacedProperty], media: MediaSource
) -> tuple[bytes, tuple[Loss, ...]]:
    """The card with only what changed written anew.

    A line of the card that no property points to is left out; added properties stand before END.
    A card whose lines are all indented loses that: what is not would begin or end a line of another.
    Raises BookDamagedError as ``restore_card`` does.
    """
    card, lines = _with_margin(restore_card(source, media), lines)
    losses: list[Loss] = []
    style = _LINE_END.search(card)
    line_end = CRLF if style is None else style.group()
    writer = _LineWriter(source.version, line_end, media, losses)
    *pieces, tail = _patched(card, lines, writer)
    added = b"".join(writer.line(one.property, line_end) for one in lines if one.start is None)
    if added:
        before, tail = _before_end(tail)
        body = b"".join((*pieces, before))
        unended = _LAST_LINE_END.search(body) is None or _SOFT_END.search(body) is not None
        pieces = [body, line_end if unended else b"", added]
    return b"".join((*pieces, tail)), tuple(losses)


def _with_margin(card: bytes, lines: Sequence[PlacedProperty]) -> tuple[bytes, Sequence[PlacedProperty]]:
    """The card without what all its lines are indented by, and its lines where they stand then."""
    out = outdented(card)
    if out is None:
        return card, lines
    moved: list[PlacedProperty] = []
    for one in lines:
        if one.start is None:
            moved.append(one)
        else:
            start, length = out.span_here(one.start, one.length)
            moved.append(replace(one, start=start, length=length))
    return out.raw, moved


class _LineWriter:
    """Writes single lines by one version's rules."""

    def __init__(self, version: str, line_end: bytes, media: MediaSource, losses: list[Loss]) -> None:
        self._version = version
        self._line_end = line_end
        self._media = media
        self._losses = losses

    def line(self, item: Property, line_end: bytes, raw: bytes = b"") -> bytes:
        """The property's physical lines with ends of this style.

        A line that came as ``raw`` keeps its name, also where the grammar would have another.
        """
        known = len(self._losses)
        written = self._written(item, line_end)
        legal, name = legal_property_name(item.name).encode(), item.name.encode()
        start = len(legal_token(item.group)) + 1 if item.group else 0
        if (
            legal == name
            or len(legal) != len(name)
            or name not in raw
            or not written[start:].startswith(legal)
        ):
            return written
        self._losses[known:] = [
            one for one in self._losses[known:] if one != Loss(item.key, LossKind.NAME_CHANGED)
        ]
        return written[:start] + name + written[start + len(name) :]

    def _written(self, item: Property, line_end: bytes) -> bytes:
        if self._version == "2.1":
            return line_21(item, line_end, self._media, self._losses)
        respelled: Iterator[Property]
        if self._version == "4.0":
            respelled = respelled_4(item, self._media, self._losses)
        else:
            respelled = respelled_3(item, self._media, self._losses)
        text = b"".join(folded(logical_line(one, self._version, self._losses)) for one in respelled)
        return text if line_end == CRLF else text.replace(CRLF, line_end)


def _patched(card: bytes, lines: Sequence[PlacedProperty], writer: _LineWriter) -> Iterator[bytes]:
    """The card in pieces, the last of them what follows the last property."""
    placed: dict[int, list[PlacedProperty]] = {}
    for one in lines:
        if one.start is not None:
            placed.setdefault(one.start, []).append(one)
    spans = dict(_draft(card).spans)
    spans.update((start, here[0].length) for start, here in placed.items())
    at = 0
    for start, length in sorted(spans.items()):
        yield card[at:start]
        at = max(at, start + length)
        raw = card[start:at]
        for one in placed.get(start, ()):
            yield writer.line(one.property, _end_of(raw), raw) if one.edited else raw
    yield card[at:]


def _end_of(raw: bytes) -> bytes:
    found = _LAST_LINE_END.search(raw)
    return b"" if found is None else found.group()


def _before_end(tail: bytes) -> tuple[bytes, bytes]:
    """What follows the last property, divided before END; nothing behind where there is none."""
    found = _END.search(tail)
    at = len(tail) if found is None else found.start()
    return tail[:at], tail[at:]


def _draft(card: bytes) -> ContactDraft:
    for record in read_cards(io.BytesIO(card)):
        if isinstance(record, ContactDraft):
            return record
    raise BookDamagedError(ErrorKind.BOOK_DAMAGED)


def _span_text(span: MediaSpan, media: MediaSource) -> bytes:
    try:
        text = rebuilt(media(span.hash).content, span)
    except LookupError as missing:
        raise BookDamagedError(ErrorKind.BOOK_DAMAGED) from missing
    if len(text) != span.length:
        raise BookDamagedError(ErrorKind.BOOK_DAMAGED)
    return text

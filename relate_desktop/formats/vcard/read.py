"""Reads vCard 2.1, 3.0, 4.0 and what programs make of them: every byte accounted for, nothing raised."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import starmap
from typing import BinaryIO

from relate_desktop.domain.draft import (
    Accounting,
    CardSource,
    ContactDraft,
    LooseText,
    MediaSpan,
    Record,
    Refusal,
    Remark,
    RemarkKind,
)
from relate_desktop.domain.property import Property
from relate_desktop.formats.vcard.card import CardReading, Guess
from relate_desktop.formats.vcard.cards import RawCard, split_cards
from relate_desktop.formats.vcard.charsets import can_decode, declared_elsewhere, guess_encoding
from relate_desktop.formats.vcard.dialects import producer_of
from relate_desktop.formats.vcard.encoding import BLOCK, encoding_of, text_blocks
from relate_desktop.formats.vcard.indentation import Outdented, outdented
from relate_desktop.formats.vcard.quoted_printable import decoded as unquoted

SAMPLE_BYTES = 64 << 10
_LINE_SAMPLE = 2_000
"""How much undecodable text is looked at to guess a file's charset."""

_BOOKKEEPING = frozenset(
    {
        *("VERSION", "PRODID", "REV", "UID", "KIND", "CLASS", "PROFILE", "CLIENTPIDMAP", "SORT-STRING"),
        *("AGENT", "SOURCE", "MAILER", "CREATED", "X-ABUID", "X-ABSHOWAS", "X-RADICALE-NAME", "X-IRMC-LUID"),
        *("X-ADDRESSBOOKSERVER-KIND", "X-EVOLUTION-FILE-AS"),
    }
)
_EMPTY = " ;,\t\\n"
_FOLD = re.compile(rb"\r*\n[ \t]")
_BODY_LINE = re.compile(rb"[^\r\n]+")


def read_cards(stream: BinaryIO) -> Iterator[Record]:
    """Every card of the stream in order: drafts, refusals and the text between them.

    Joined, the bytes of all records are the stream's, transcoded to UTF-8 where it is UTF-16,
    except beyond the limits of size. Memory does not grow with the stream.
    """
    first = stream.read(BLOCK)
    encoding = encoding_of(first)
    guess = _FileGuess()
    record = 0
    for piece in split_cards(guess.seen(text_blocks(first, stream, encoding))):
        if isinstance(piece, LooseText):
            yield piece
            continue
        record += 1
        if isinstance(piece, RawCard):
            yield read_card(piece, record, guess, encoding)
        else:
            remark = Remark(piece.kind, piece.line, {"bytes": piece.size})
            lines = sum(1 for _ in _BODY_LINE.finditer(piece.raw))
            yield Refusal(record, piece.line, remark, piece.raw, Accounting(refused=lines))


def read_card(card: RawCard, record: int, guess: Guess, encoding: str = "utf-8") -> ContactDraft | Refusal:
    """One card as a draft, or as a refusal when it says nothing of anybody."""
    out = outdented(card.raw)
    reading = CardReading(card if out is None else _outdented(card, out), guess)
    kept = len(reading.properties) - reading.understood
    if not any(map(_says_something, reading.properties)):
        nested = sum(item.cards for item in card.nested)
        remark = Remark(RemarkKind.NO_CONTENT, card.line, {"nested": nested} if nested else {})
        accounting = Accounting(refused=len(reading.properties) + reading.refused)
        return Refusal(record, card.line, remark, card.raw, accounting)
    raw = card.raw
    spans = tuple(reading.media_spans) if out is None else ()
    return ContactDraft(
        record,
        card.line,
        tuple(reading.properties),
        tuple(reading.spans if out is None else starmap(out.span_in_card, reading.spans)),
        CardSource(
            _skeleton(raw, spans) if spans else raw,
            spans,
            hashlib.sha256(raw).hexdigest(),
            reading.version,
            encoding,
        ),
        producer_of(reading.properties),
        Accounting(reading.understood, kept, reading.refused),
        tuple(reading.media.values()),
        tuple(reading.remarks),
    )


def _outdented(card: RawCard, out: Outdented) -> RawCard:
    start, end = out.place_here(card.body_start), out.place_here(card.body_end)
    return replace(card, raw=out.raw, body_start=start, body_end=end)


def _says_something(item: Property) -> bool:
    said = item.value.strip(_EMPTY) or item.parameter("LABEL")
    return bool(said) and item.name.upper() not in _BOOKKEEPING


def _skeleton(raw: bytes, spans: tuple[MediaSpan, ...]) -> bytes:
    pieces: list[bytes] = []
    position = 0
    for span in spans:
        pieces.append(raw[position : span.start])
        position = span.start + span.length
    pieces.append(raw[position:])
    return b"".join(pieces)


class _FileGuess:
    """The charset of what a file does not declare: one that other lines declare and that fits, else a guess.

    It is guessed once, when the first value needs it. The sample is what of the present block is
    not UTF-8: a stream cannot be read twice.
    """

    def __init__(self) -> None:
        self._block = b""
        self._declared: tuple[str, ...] | None = None
        self._known: str | None = None

    def seen(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        """Passes blocks on, remembering the last."""
        for block in blocks:
            self._block = block
            self._declared = None
            yield block

    def __call__(self, value: bytes) -> str:
        if self._declared is None:
            self._declared = declared_elsewhere(self._block)
        for codec in self._declared:
            if can_decode(value, codec):
                return codec
        if self._known is None:
            self._known = guess_encoding([value, *_undecodable(self._block)])
        return self._known


def _undecodable(block: bytes) -> Iterator[bytes]:
    """Values that are not UTF-8 and do not say what they are, some 64 KB at most."""
    size = 0
    for line in _FOLD.sub(b"", block).splitlines():
        head, _, text = line.partition(b":")
        head = head.upper()
        if b"QUOTED-PRINTABLE" in head:
            text, _ = unquoted(text)
        if not text.isascii() and b"CHARSET" not in head and not _is_utf8(text):
            yield text[:_LINE_SAMPLE]
            size += min(len(text), _LINE_SAMPLE)
            if size > SAMPLE_BYTES:
                return


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True

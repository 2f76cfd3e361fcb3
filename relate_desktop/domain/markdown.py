"""The part of Markdown that notes are written in, read into blocks and spans.

Headings, lists, boxes to tick, quotes, code, emphasis, links to the web, to mail and to
telephones, and ``@mentions``. There are no pictures, no HTML and no other links: what is not
in the subset is text. Reading takes time in proportion to the length, whatever the text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

DEEPEST_LIST = 6
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_LINKS = frozenset({"http", "https", "mailto", "tel"})

_FENCE = re.compile(r" {0,3}(```|~~~)[^`]*$")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_QUOTE = re.compile(r" {0,3}>[ \t]?(.*)$")
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|([0-9]{1,9})[.)])[ \t]+(?:\[([ xX])\][ \t]+)?(.*)$")


class BlockKind(StrEnum):
    """What a stretch of lines is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    RULE = "rule"


class Style(StrEnum):
    """How a stretch of letters is set."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRUCK = "struck"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of one kind. ``link`` is an address safe to open, ``mention`` a name behind an @."""

    text: str
    styles: frozenset[Style] = frozenset()
    link: str | None = None
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One block. ``level`` is a heading's rank or a list item's depth, both from 1.

    ``number`` is the number of an item of a numbered list, ``ticked`` the state of an item
    with a box; both are None where there is none. Lines inside a block end with ``\\n``.
    """

    kind: BlockKind
    spans: tuple[Span, ...]
    level: int = 0
    number: int | None = None
    ticked: bool | None = None


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a note, in order."""
    return tuple(_blocks(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))


def plain(text: str) -> str:
    """A note without its signs, a line a block: for search, for one-line rows, for reading aloud."""
    lines = ("".join(span.text for span in block.spans) for block in parse(text))
    return "\n".join(line for line in lines if line)


def literal(text: str) -> str:
    """A line that somebody else wrote, such that none of its signs mean anything when it is read as a note.

    What means nothing as it is stays as it is; a bare address may still be clicked.
    """
    blocks = parse(text)
    spans = blocks[0].spans if len(blocks) == 1 and blocks[0].kind is BlockKind.PARAGRAPH else ()
    bare = all(not span.styles and span.mention is None and span.link in {None, span.text} for span in spans)
    if bare and "".join(span.text for span in spans) == text:
        return text
    return _SIGN.sub(r"\\\g<0>", text)


def mentions(text: str) -> tuple[str, ...]:
    """The names behind an @, in order, each once."""
    found = (span.mention for block in parse(text) for span in block.spans)
    return tuple(dict.fromkeys(name for name in found if name is not None))


def _blocks(lines: list[str]) -> Iterator[Block]:
    paragraph: list[str] = []
    position = 0
    while position < len(lines):
        line = lines[position]
        position += 1
        if fence := _FENCE.match(line):
            yield from _paragraph(paragraph)
            code: list[str] = []
            while position < len(lines) and lines[position].strip() != fence[1]:
                code.append(lines[position])
                position += 1
            position += 1
            yield Block(BlockKind.CODE, (Span("\n".join(code)),))
        elif block := _single(line):
            yield from _paragraph(paragraph)
            if block.kind is BlockKind.QUOTE:
                quote = [line]
                while position < len(lines) and _QUOTE.match(lines[position]):
                    quote.append(lines[position])
                    position += 1
                block = _quoted(quote)
            yield block
        elif line.strip():
            paragraph.append(line)
        else:
            yield from _paragraph(paragraph)
    yield from _paragraph(paragraph)


def _paragraph(lines: list[str]) -> Iterator[Block]:
    """The block of the lines gathered so far, which are then used up."""
    if lines:
        yield Block(BlockKind.PARAGRAPH, spans_of("\n".join(line.strip() for line in lines)))
        lines.clear()


def _single(line: str) -> Block | None:
    """The block that begins with this line, unless it is plain text."""
    if match := _HEADING.match(line):
        title = match[2].rstrip().rstrip("#").rstrip()
        return Block(BlockKind.HEADING, spans_of(title), len(match[1]))
    if _RULE.match(line):
        return Block(BlockKind.RULE, ())
    if _QUOTE.match(line):
        return Block(BlockKind.QUOTE, ())
    if match := _ITEM.match(line):
        indent = len(match[1].expandtabs(4))
        return Block(
            BlockKind.ITEM,
            spans_of(match[4].strip()),
            level=min(indent // 2, DEEPEST_LIST - 1) + 1,
            number=int(match[2]) if match[2] else None,
            ticked=None if match[3] is None else match[3] != " ",
        )
    return None


def _quoted(lines: list[str]) -> Block:
    texts = (match[1].strip() for line in lines if (match := _QUOTE.match(line)))
    return Block(BlockKind.QUOTE, spans_of("\n".join(texts)))


_INLINE = re.compile(
    r"""(?P<escaped>\\[!-/:-@\[-`{-~])
    |`(?P<code>[^`\n]{1,2000})`
    |\[(?P<label>[^\[\]\n]{1,500})\]\((?P<target>[^()\s<>]{1,2000})\)
    |(?P<address>https?://[^\s<>"'`\u2068\u2069]{1,2000})
    |(?<![\w@.])@(?:\[(?P<name>[^\[\]\n]{1,200})\]|(?P<word>[^\W_][\w.'-]{0,99}))
    |(?P<mark>\*\*|\*|__|_|~~)""",
    re.VERBOSE,
)
_MARKS = {
    "*": Style.EMPHASIS,
    "_": Style.EMPHASIS,
    "**": Style.STRONG,
    "__": Style.STRONG,
    "~~": Style.STRUCK,
}
_TRAILING = ".,;:!?'\")"


def spans_of(text: str) -> tuple[Span, ...]:
    """The spans of a stretch of text without blocks in it."""
    pieces = list(_pieces(text))
    return tuple(_joined(_styled(pieces, _pairs(pieces))))


def _styled(pieces: list["_Piece"], pairs: dict[int, int]) -> Iterator[Span]:
    """The pieces with the styles they stand in; marks that make none are text."""
    styles: list[str] = []
    here: frozenset[Style] = frozenset()
    for index, piece in enumerate(pieces):
        if index not in pairs:
            span = piece.span
            yield Span(span.text, span.styles | here, span.link, span.mention) if here else span
            continue
        if pairs[index] > index:
            styles.append(piece.mark)
        else:
            styles.remove(piece.mark)
        here = frozenset(_MARKS[mark] for mark in styles)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A span, or a mark that may begin or end a style and is text where it does neither."""

    span: Span
    mark: str = ""
    opens: bool = False
    closes: bool = False


def _pieces(text: str) -> Iterator[_Piece]:
    start = 0
    for match in _INLINE.finditer(text):
        if match.start() > start:
            yield _Piece(Span(text[start : match.start()]))
        start = match.end()
        if match.lastgroup == "address":
            address = _without_trailing(match["address"])
            start = match.start() + len(address)
            yield _Piece(Span(address, link=address))
            yield _Piece(Span(text[start : match.end()]))
            start = match.end()
        elif match.lastgroup == "mark":
            yield _mark(text, match)
        else:
            yield _Piece(_span(match))
    yield _Piece(Span(text[start:]))


def _span(match: re.Match[str]) -> Span:
    if match["escaped"]:
        return Span(match["escaped"][1:])
    if match["code"] is not None:
        return Span(match["code"], frozenset({Style.CODE}))
    if match["label"] is not None:
        safe = match["target"].partition(":")[0].lower() in _LINKS
        return Span(match["label"], link=match["target"]) if safe else Span(match[0])
    name = match["name"] or match["word"].rstrip(".'-")
    rest = "" if match["name"] else match["word"][len(name) :]
    return Span(f"@{name}{rest}", mention=name)


def _mark(text: str, match: re.Match[str]) -> _Piece:
    before = text[match.start() - 1 : match.start()] or " "
    after = text[match.end() : match.end() + 1] or " "
    word = match["mark"][0] == "_"  # snake_case is no emphasis
    return _Piece(
        Span(match["mark"]),
        match["mark"],
        opens=not after.isspace() and not (word and before.isalnum()),
        closes=not before.isspace() and not (word and after.isalnum()),
    )


def _pairs(pieces: list[_Piece]) -> dict[int, int]:
    """Which marks belong together: the place of each to that of its partner.

    At most one of each kind is open at a time, so that the search for a partner is short.
    """
    pairs: dict[int, int] = {}
    opened: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        if not piece.mark:
            continue
        if piece.closes and piece.mark in opened:
            partner = opened.pop(piece.mark)
            pairs[partner], pairs[index] = index, partner
            opened = {mark: place for mark, place in opened.items() if place < partner}
        elif piece.opens and piece.mark not in opened:
            opened[piece.mark] = index
    return pairs


def _without_trailing(address: str) -> str:
    """An address without the punctuation of the sentence it stands in."""
    kept = address.rstrip(_TRAILING)
    if kept.count("(") > kept.count(")") and address[len(kept) :].startswith(")"):
        kept += ")"
    return kept


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans without empty ones, equal neighbours as one; each letter is copied once."""
    texts: list[str] = []
    styles: frozenset[Style] = frozenset()
    for span in spans:
        alone = span.link is not None or span.mention is not None
        if texts and (alone or span.styles != styles):
            yield Span("".join(texts), styles)
            texts.clear()
        if alone:
            yield span
        elif span.text:
            texts.append(span.text)
            styles = span.styles
    if texts:
        yield Span("".join(texts), styles)

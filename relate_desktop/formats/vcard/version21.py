"""One changed line of a vCard 2.1 card, by the rules of 2.1; whole cards are never written so.

Version 2.1 escapes nothing but the semicolon between components, says text beyond ASCII and line
breaks in quoted-printable with a CHARSET, and embeds content in indented base64 that ends with an
empty line.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from relate_desktop.domain.exporting import Loss, LossKind
from relate_desktop.domain.property import Parameter, Property
from relate_desktop.formats.vcard import parameters as parameter
from relate_desktop.formats.vcard.line_writing import cleaned, legal_property_name, legal_token
from relate_desktop.formats.vcard.media_values import (
    FORMAT_WORDS,
    MediaSource,
    base64_text,
    embedded_hash,
    type_word,
)
from relate_desktop.formats.vcard.spelling import Spelling
from relate_desktop.formats.vcard.value_kinds import item_spelling
from relate_desktop.formats.vcard.values import canonical

_WIDTH = 76
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_STAYS_ESCAPED = frozenset(";")
_UNSAYABLE = re.compile(r"[;:,\"\x00-\x1f\x7f]")
_ENCODING_WORDS = frozenset({"BASE64", "QUOTED-PRINTABLE", "8BIT", "7BIT"})


def line_21(item: Property, line_end: bytes, media: MediaSource, losses: list[Loss]) -> bytes:
    """The property as its physical lines in version 2.1, ends included."""
    parameters = tuple(_parameters(item))
    name = legal_property_name(item.name)
    if item.group:
        name = f"{legal_token(item.group)}.{name}"
    content = embedded_hash(item)
    if content is not None:
        try:
            found = media(content)
        except LookupError:
            losses.append(Loss(item.key, LossKind.MEDIA_MISSING))
            return b""
        word = type_word(found)
        declared = parameter.type_words(parameters) | {
            value.upper() for one in parameters if one.name is None for value in one.values
        }
        if word is not None and not declared & FORMAT_WORDS:
            parameters = (*parameters, Parameter("TYPE", (word,)))
        head = name + _heads(parameters) + ";ENCODING=BASE64:"
        return _base64_lines(head, base64_text(found), line_end)
    text = cleaned(_plain(item), "\n")
    head = name + _heads(parameters)
    if text.isascii() and "\n" not in text and head.isascii():
        return f"{head}:{text}".encode("ascii") + line_end
    head += ";ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:"
    return _quoted_lines(head, text, line_end)


def _parameters(item: Property) -> Iterator[Parameter]:
    """The parameters as written, without encodings and with PREF=1 as the word PREF."""
    for one in item.parameters:
        key = None if one.name is None else one.name.upper()
        if key in {"ENCODING", "CHARSET"}:
            continue
        if key is None:
            words = tuple(word for word in one.values if word.upper() not in _ENCODING_WORDS)
            if words:
                yield replace(one, values=words)
        elif key == "PREF":
            if one.values[:1] == ("1",):
                yield Parameter(None, ("PREF",))
        elif key == "VALUE" and one.values and one.values[0].lower() in {"uri", "url"}:
            yield Parameter("VALUE", ("URL",))
        elif key != "VALUE":
            yield one


def _heads(parameters: tuple[Parameter, ...]) -> str:
    return "".join(_head(one) for one in parameters)


def _head(one: Parameter) -> str:
    values = [_UNSAYABLE.sub(" ", value).strip() for value in one.values]
    if one.name is None:
        return "".join(f";{_word(value)}" for value in values if value)
    name = legal_token(one.name)
    if name.upper() == "TYPE":
        return "".join(f";{name}={value}" for value in values if value)
    return f";{name}={','.join(value for value in values if value)}"


def _word(value: str) -> str:
    """A bare word; the user's own type beyond ASCII as Samsung writes it, which we read."""
    if value.isascii() or value[:2].upper() != "X-":
        return legal_token(value)
    label = "".join(f"={octet:02X}" for octet in value[2:].encode())
    return f"X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,{label})"


def _plain(item: Property) -> str:
    """The value as 2.1 spells it: escapes undone but for semicolons inside components."""
    spelling = item_spelling(item)
    if spelling in {Spelling.PLAIN, Spelling.AS_WRITTEN}:
        return item.value
    plain = item.text if spelling is Spelling.TEXT else _ESCAPE.sub(_unescaped, item.value)
    if "\\" not in item.value or canonical(plain, spelling, old=True) == item.value:
        return plain
    # Readers guess what a backslash of 2.1 is: one that would be taken for an escape stands twice.
    doubled = _ESCAPE.sub(_doubled, item.value)
    return doubled if canonical(doubled, spelling, old=True) == item.value else plain


def _unescaped(found: re.Match[str]) -> str:
    sign = found[1]
    if sign in "nN":
        return "\n"
    return found[0] if sign in _STAYS_ESCAPED else sign


def _doubled(found: re.Match[str]) -> str:
    return found[0] if found[1] in ";\\" else _unescaped(found)


def _base64_lines(head: str, text: str, line_end: bytes) -> bytes:
    raw = text.encode("ascii")
    width = _WIDTH - 4
    lines = [head.encode(), *(b" " + raw[at : at + width] for at in range(0, len(raw), width)), b"", b""]
    return line_end.join(lines)


def _quoted_lines(head: str, text: str, line_end: bytes) -> bytes:
    """The line with soft breaks, which split no encoded octet (RFC 2045 section 6.7).

    No continuation begins with a plain letter: it could be taken for a line of its own.
    """
    lines: list[str] = []
    line = head
    for piece in _octets(text):
        if len(line) + len(piece) > _WIDTH - 1 and line != head:
            lines.append(line + "=")
            line = f"={ord(piece):02X}" if piece.isalpha() else piece
            continue
        line += piece
    if line.endswith((" ", "\t")):
        line = f"{line[:-1]}={ord(line[-1]):02X}"
    lines.append(line)
    return line_end.join(one.encode() for one in lines) + line_end


def _octets(text: str) -> Iterator[str]:
    for octet in text.replace("\n", "\r\n").encode():
        if 32 <= octet < 127 and octet != 0x3D:
            yield chr(octet)
        else:
            yield f"={octet:02X}"

"""One property as physical lines: legal names, escaped values, quoted parameters, folds.

Nothing that stands in a value, a parameter or a name can begin a line of its own: line breaks
become ``\\n`` (``^n`` in parameters, RFC 6868), other control characters are left out, and so
are the separators that some readers take for line ends (NEL, LS, PS, VT, FF).
"""

import re

from relate_desktop.domain.exporting import Loss, LossKind
from relate_desktop.domain.property import Parameter, Property, escape, join_components, join_items, unescape
from relate_desktop.formats.vcard.spelling import Spelling
from relate_desktop.formats.vcard.value_kinds import TEXTS, item_spelling

MAX_OCTETS = 75
CRLF = b"\r\n"

_ODD = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
_BREAKS = re.compile(r"\r(?:\n|\\n)|[\n\r\x0b\x0c\x85\u2028\u2029]")
_LOSSY = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SPECIAL = re.compile(r"[\\,;]")
_FORGIVEN = re.compile(r"\\(?=[:,;\\])")
"""A backslash that readers of plain values take for an escape."""
_ILLEGAL_IN_NAME = re.compile(r"[^A-Za-z0-9-]")
_LEGAL_NAME = re.compile(r"[A-Za-z0-9-]+")
_NEEDS_QUOTES = re.compile(r"[:;,]|\A\s|\s\Z")
_FRAME = frozenset({"BEGIN", "END", "VERSION"})
_BLANKS = b" \t"


def logical_line(item: Property, version: str, losses: list[Loss]) -> str:
    """The property as one unfolded line without its end, by the rules of 3.0 or 4.0."""
    name = legal_property_name(item.name)
    if name != item.name:
        losses.append(Loss(item.key, LossKind.NAME_CHANGED))
    head = name if not item.group else f"{_group(item, losses)}.{name}"
    for parameter in item.parameters:
        head += _parameter(item, parameter, version, losses)
    return f"{head}:{wire_value(item, losses)}"


def wire_value(item: Property, losses: list[Loss]) -> str:
    """The value as it stands on a line of version 3.0 or 4.0."""
    value = item.value
    spelling = item_spelling(item)
    if _ODD.search(value) is not None:
        if _LOSSY.search(value) is not None:
            losses.append(Loss(item.key, LossKind.CONTROL_CHARACTERS))
        value = cleaned(value, "\n" if spelling in TEXTS else "\\n")
    if spelling is Spelling.PLAIN:
        return _FORGIVEN.sub(r"\\\\", value) if "\\" in value else value
    if spelling is Spelling.AS_WRITTEN or (_SPECIAL.search(value) is None and "\n" not in value):
        return value
    if spelling is Spelling.TEXT:
        return escape(unescape(value))
    plain = Property(item.name, value)
    if spelling is Spelling.LIST:
        return join_items(plain.items)
    if spelling is Spelling.LISTS:
        return join_components(plain.components)
    return ";".join(escape(",".join(part)) for part in plain.components)


def legal_property_name(name: str) -> str:
    """The name with every sign the grammar forbids turned into a hyphen (RFC 6350 section 3.3)."""
    if name.upper() in _FRAME:
        return f"X-{name}"
    if _LEGAL_NAME.fullmatch(name) is not None:
        return name
    return _legal(name, "X-UNNAMED")


def legal_token(name: str) -> str:
    """A group or parameter name with every sign the grammar forbids turned into a hyphen."""
    return name if _LEGAL_NAME.fullmatch(name) is not None else _legal(name, "X-UNNAMED")


def folded(line: str) -> bytes:
    """The line in UTF-8 with its end, folded so that no physical line exceeds 75 octets.

    No character is split, and where it can be helped no physical line begins or ends with a
    blank, since some programs trim lines.
    """
    raw = line.encode()
    if len(raw) <= MAX_OCTETS:
        return raw + CRLF
    if len(raw) == len(line) and b" " not in raw and b"\t" not in raw:
        rest = [raw[at : at + MAX_OCTETS - 1] for at in range(MAX_OCTETS, len(raw), MAX_OCTETS - 1)]
        return b"\r\n ".join([raw[:MAX_OCTETS], *rest]) + CRLF
    pieces = []
    start, room = 0, MAX_OCTETS
    while len(raw) - start > room:
        cut = _cut(raw, start, room)
        pieces.append(raw[start:cut])
        start, room = cut, MAX_OCTETS - 1
    pieces.append(raw[start:])
    return b"\r\n ".join(pieces) + CRLF


def _cut(raw: bytes, start: int, room: int) -> int:
    hard = start + room
    while raw[hard] & 0xC0 == 0x80:
        hard -= 1
    cut = hard
    while cut > start + room // 2:
        if raw[cut] & 0xC0 != 0x80 and raw[cut] not in _BLANKS and raw[cut - 1] not in _BLANKS:
            return cut
        cut -= 1
    return hard


def _parameter(item: Property, parameter: Parameter, version: str, losses: list[Loss]) -> str:
    if parameter.name is None:
        return "".join(f";{legal_token(word)}" for word in parameter.values)
    name = legal_token(parameter.name)
    if name != parameter.name:
        losses.append(Loss(item.key, LossKind.NAME_CHANGED))
    values = parameter.values
    if len(values) > 1:
        values = tuple(value for value in values if value)
    return f";{name}=" + ",".join(_parameter_value(item, value, version, losses) for value in values)


def _parameter_value(item: Property, value: str, version: str, losses: list[Loss]) -> str:
    if _ODD.search(value) is not None:
        if _LOSSY.search(value) is not None:
            losses.append(Loss(item.key, LossKind.CONTROL_CHARACTERS))
        value = cleaned(value, "\n")
    if version == "4.0":
        value = value.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    elif '"' in value or "\n" in value:
        losses.append(Loss(item.key, LossKind.PARAMETER_TEXT))
        value = value.replace("\n", " ").replace('"', "'")
    return f'"{value}"' if _NEEDS_QUOTES.search(value) is not None else value


def _group(item: Property, losses: list[Loss]) -> str:
    group = item.group or ""
    legal = legal_token(group)
    if legal != group:
        losses.append(Loss(item.key, LossKind.NAME_CHANGED))
    return legal


def _legal(name: str, nameless: str) -> str:
    legal = _ILLEGAL_IN_NAME.sub("-", name)
    return legal if legal.strip("-") else nameless


def cleaned(text: str, line_break: str) -> str:
    """The text without control characters, with this for every line break."""
    return _CONTROLS.sub("", _BREAKS.sub(lambda _: line_break, _SURROGATES.sub("\ufffd", text)))

"""jCard (RFC 7095): a contact as JSON, with every property it has, in order."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from relate_desktop.domain.exporting import Loss, LossKind
from relate_desktop.domain.property import Property
from relate_desktop.domain.vocabulary import ValueShape, value_shape
from relate_desktop.formats.vcard import parameters as parameter
from relate_desktop.formats.vcard.date_spelling import extended_date
from relate_desktop.formats.vcard.media_values import MediaSource
from relate_desktop.formats.vcard.spelling import Spelling
from relate_desktop.formats.vcard.value_kinds import item_spelling, value_type
from relate_desktop.formats.vcard.version4 import respelled_4
from relate_desktop.formats.vcard.write import with_full_name

Json = str | int | float | bool | list["Json"] | dict[str, "Json"]

_ONE_BY_ONE = frozenset({"LABEL", "AGENT", "SORT-STRING", "PROFILE", "VERSION"})
_SURROGATES = re.compile("[\ud800-\udfff]")
_TRUTHS = {"true": True, "false": False}
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_FLOAT = re.compile(r"[+-]?[0-9]{1,18}(?:\.[0-9]{1,18})?")
_MOMENTS = frozenset({"date", "date-time", "date-and-or-time", "timestamp"})
_TYPES = {
    **dict.fromkeys(("BDAY", "ANNIVERSARY", "DEATHDATE"), "date-and-or-time"),
    **dict.fromkeys(("REV", "CREATED"), "timestamp"),
    **dict.fromkeys(("LANG", "LANGUAGE"), "language-tag"),
    "GEO": "uri",
    **dict.fromkeys(("AGENT", "CLIENTPIDMAP"), "text"),
}
"""Types that do not follow from how the value is spelled."""


def to_jcard(properties: Sequence[Property], media: MediaSource) -> list[Json]:
    """The properties as one jCard: ``["vcard", [...]]``.

    Groups are the parameter ``group`` (section 7.1), embedded content ``data:`` URIs, and values
    of properties nobody knows strings of the type ``unknown`` (section 5.1).
    """
    return _card(properties, media, [])


def _card(properties: Sequence[Property], media: MediaSource, losses: list[Loss]) -> list[Json]:
    lines: list[Json] = [["version", {}, "text", "4.0"]]
    for item in properties:
        if item.key == "VERSION":
            continue
        if item.key in _ONE_BY_ONE:
            losses.append(Loss(item.key, LossKind.PROPERTY_UNKNOWN))
            lines.append(_line(item))
            continue
        lines.extend(_line(spoken) for spoken in respelled_4(item, media, losses))
    return ["vcard", lines]


def jcard_lines(contacts: Iterable[Sequence[Property]], media: MediaSource) -> Iterator[bytes]:
    """A whole export: a JSON array with one jCard on each line, in pieces of UTF-8."""
    before = b"[\n"
    for properties in contacts:
        yield before + jcard_line(properties, media)[0]
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def jcard_line(properties: Sequence[Property], media: MediaSource) -> tuple[bytes, tuple[Loss, ...]]:
    """One contact of an export, on one line, and what jCard does not know; FN is supplied if need be."""
    losses: list[Loss] = []
    card = _card(with_full_name(properties), media, losses)
    text = json.dumps(card, ensure_ascii=False, separators=(",", ":"))
    return _SURROGATES.sub("\ufffd", text).encode(), tuple(losses)


def _line(item: Property) -> list[Json]:
    named: dict[str, Json] = {}
    for one in parameter.named(item):
        name = (one.name or "type").lower()
        if name != "value":
            named[name] = _joined(named.get(name), one.values)
    if item.group:
        named["group"] = item.group
    kind = _type_identifier(item)
    return [item.name.lower(), named, kind, *_values(item, kind)]


def _joined(before: Json | None, values: tuple[str, ...]) -> Json:
    earlier = [] if before is None else before if isinstance(before, list) else [before]
    whole = [*earlier, *values]
    return whole[0] if len(whole) == 1 else whole


def _type_identifier(item: Property) -> str:
    """The declared type, else that of the property's default (RFC 7095 section 3.5)."""
    declared = value_type(item)
    if declared:
        return declared
    key = item.key
    if key in _TYPES:
        return _TYPES[key]
    if key == "UID":
        return "uri" if ":" in item.value else "text"
    spelling = item_spelling(item)
    if spelling is Spelling.PLAIN:
        return "uri" if value_shape(key) is not ValueShape.DATE else "date-and-or-time"
    return "unknown" if spelling is Spelling.AS_WRITTEN else "text"


def _values(item: Property, kind: str) -> list[Json]:
    spelling = item_spelling(item)
    if item.key == "CLIENTPIDMAP" or spelling in {Spelling.STRUCTURE, Spelling.LISTS}:
        return [_structured(item, lists=spelling is Spelling.LISTS)]
    if spelling is Spelling.LIST:
        return list(item.items)
    text = item.text if kind == "text" or spelling is Spelling.TEXT else item.value
    if kind in _MOMENTS:
        return [extended_date(text) or text]
    if kind == "utc-offset" and ":" not in text:
        return [f"{text[:3]}:{text[3:]}"]
    return [_number(text, kind)]


def _structured(item: Property, *, lists: bool) -> Json:
    components: list[Json] = [
        list(part) if lists and len(part) > 1 else ",".join(part) for part in item.components
    ]
    alone = len(components) == 1 and isinstance(components[0], str)
    return components[0] if alone else components


def _number(value: str, kind: str) -> Json:
    if kind == "integer" and _INTEGER.fullmatch(value) is not None:
        return int(value)
    if kind == "float" and _FLOAT.fullmatch(value) is not None:
        return float(value)
    return _TRUTHS.get(value.lower(), value) if kind == "boolean" else value

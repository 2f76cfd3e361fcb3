"""Properties of any version as vCard 3.0 says them (RFC 2426), what it cannot say noted."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote

from relate_desktop.domain.exporting import Loss, LossKind
from relate_desktop.domain.property import MEDIA_PREFIX, Parameter, Property, escape
from relate_desktop.formats.vcard import parameters as parameter
from relate_desktop.formats.vcard.date_spelling import APPLE_YEAR, OMIT_YEAR, whole_date, without_year
from relate_desktop.formats.vcard.labels import split_labels
from relate_desktop.formats.vcard.media_values import (
    FORMAT_WORDS,
    MediaSource,
    base64_text,
    embedded_hash,
    type_word,
)
from relate_desktop.formats.vcard.spelling import Spelling
from relate_desktop.formats.vcard.value_kinds import DATES, EMBEDDED, item_spelling, knows, value_type
from relate_desktop.formats.vcard.version4 import is_bare_profile

_PLACE = re.compile(r"geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(.*)", re.IGNORECASE | re.DOTALL)
_OFFSET = re.compile(r"([+-]\d\d):?(\d\d)?")
_EXTENSION = re.compile(r";ext=([0-9]+)\Z", re.IGNORECASE)
_RANK = re.compile(r"[0-9]{1,3}")
_NESTED = "data:text/vcard;charset=utf-8,"
_TOUCHED = DATES | EMBEDDED | {"TZ", "GEO", "TEL", "RELATED", "VERSION", "PROFILE"}


def as_version_3(properties: Sequence[Property], media: MediaSource, losses: list[Loss]) -> list[Property]:
    """The properties in the words of 3.0, in order; embedded content becomes base64 text.

    LABEL parameters of addresses and SORT-AS of the name become lines of their own.
    """
    ranks = _best_ranks(properties)
    return [
        done
        for item in _with_sorting_line(list(split_labels(properties)), losses)
        for done in _respelled(item, media, ranks, losses)
    ]


def respelled_3(item: Property, media: MediaSource, losses: list[Loss]) -> Iterator[Property]:
    """One property in the words of 3.0, taken alone; nothing where it has none to say there."""
    return _respelled(item, media, _best_ranks([item]), losses)


def _respelled(
    item: Property, media: MediaSource, ranks: dict[str, int], losses: list[Loss]
) -> Iterator[Property]:
    key = item.key
    parameters = _preferred(key, parameter.named(item), ranks, losses)
    plain = item
    if parameters is not item.parameters:
        plain = replace(item, parameters=parameters)
    if item.value.startswith(MEDIA_PREFIX) and (content := embedded_hash(item)) is not None:
        try:
            found = media(content)
        except LookupError:
            losses.append(Loss(key, LossKind.MEDIA_MISSING))
            return
        yield _embedded(item, plain, base64_text(found), type_word(found))
    elif key not in _TOUCHED:
        if not knows("3.0", key):
            losses.append(Loss(key, LossKind.PROPERTY_UNKNOWN))
        yield plain
    elif key != "VERSION" and not is_bare_profile(item):
        yield _changed(plain, losses)


def _changed(item: Property, losses: list[Loss]) -> Property:
    key = item.key
    if key == "RELATED" and parameter.type_words(item.parameters) == {"AGENT"}:
        return _agent(item)
    if not knows("3.0", key):
        losses.append(Loss(key, LossKind.PROPERTY_UNKNOWN))
    respell = _RESPELLINGS.get(key)
    if respell is not None:
        return respell(item, losses)
    if key in EMBEDDED and item_spelling(item) is Spelling.PLAIN and ":" in item.value:
        return replace(item, parameters=parameter.with_value_type(item.parameters, "uri"))
    return item


def _best_ranks(properties: Sequence[Property]) -> dict[str, int]:
    """The lowest PREF of each kind of property: what 3.0 calls preferred."""
    ranks: dict[str, int] = {}
    for item in properties:
        rank = _rank(item.parameters)
        if rank is not None:
            ranks[item.key] = min(rank, ranks.get(item.key, rank))
    return ranks


def _rank(parameters: tuple[Parameter, ...]) -> int | None:
    value = parameter.value_of(parameters, "PREF")
    return (
        int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 5 else None
    )


def _preferred(
    key: str, parameters: tuple[Parameter, ...], ranks: dict[str, int], losses: list[Loss]
) -> tuple[Parameter, ...]:
    """PREF=1 as TYPE=PREF."""
    rank = _rank(parameters)
    if rank is None:
        return parameters
    kept = parameter.without(parameters, "PREF")
    if rank != ranks[key]:
        losses.append(Loss(key, LossKind.SECOND_PREFERENCE))
        return kept
    return kept if "PREF" in parameter.type_words(kept) else parameter.with_type(kept, "PREF")


def _embedded(item: Property, plain: Property, text: str, word: str | None) -> Property:
    """``ENCODING=b`` stands where an encoding stood, else in front."""
    kept = parameter.without(plain.parameters, "VALUE", "MEDIATYPE")
    if word is not None and not parameter.type_words(kept) & FORMAT_WORDS:
        kept = parameter.with_type(kept, word)
    before = 0
    for one in item.parameters:
        if one.name is not None and one.name.upper() == "ENCODING":
            break
        before += one.name is not None and any(one is other for other in kept)
    else:
        before = 0
    encoding = Parameter("ENCODING", ("b",))
    return replace(plain, parameters=(*kept[:before], encoding, *kept[before:]), value=text)


def _date(item: Property, losses: list[Loss]) -> Property:
    parameters = parameter.without(item.parameters, "VALUE")
    if value_type(item) != "text":
        yearless = without_year(item.value)
        if yearless is not None:
            omitted = Parameter(OMIT_YEAR, (APPLE_YEAR,))
            value = f"{APPLE_YEAR}-{yearless[0]}-{yearless[1]}"
            return replace(item, value=value, parameters=(*parameters, omitted))
        if whole_date(item.value):
            partial = value_type(item) == "date-and-or-time"
            return replace(item, parameters=parameters) if partial else item
        item = item.with_value(escape(item.value))
    losses.append(Loss(item.key, LossKind.PARTIAL_DATE))
    return replace(item, parameters=parameter.with_value_type(item.parameters, "text"))


def _zone(item: Property, _losses: list[Loss]) -> Property:
    found = _OFFSET.fullmatch(item.value)
    if found is not None:
        parameters = parameter.without(item.parameters, "VALUE")
        return replace(item, value=f"{found[1]}:{found[2] or '00'}", parameters=parameters)
    if value_type(item) in {"", "text"}:
        return replace(item, parameters=parameter.with_value_type(item.parameters, "text"))
    return item


def _place(item: Property, losses: list[Loss]) -> Property:
    found = _PLACE.fullmatch(item.value)
    if found is None:
        return item
    if found[3]:
        losses.append(Loss("GEO", LossKind.PLACE_PARTS))
    parameters = parameter.without(item.parameters, "VALUE")
    return replace(item, value=f"{found[1]};{found[2]}", parameters=parameters)


def _number(item: Property, _losses: list[Loss]) -> Property:
    """A ``tel:`` URI as the text of the number, an extension behind an ``x`` as people write it."""
    if value_type(item) != "uri" or not item.value.lower().startswith("tel:"):
        return item
    parameters = parameter.without(item.parameters, "VALUE")
    number = _EXTENSION.sub(r" x\1", item.value[4:])
    return replace(item, value=escape(number), parameters=parameters)


def _agent(item: Property) -> Property:
    parameters = parameter.without(item.parameters, "VALUE", "TYPE")
    if value_type(item) == "text":
        return replace(item, name="AGENT", parameters=parameters)
    if item.value.startswith(_NESTED):
        text = unquote(item.value[len(_NESTED) :])
        return replace(item, name="AGENT", value=escape(text), parameters=parameters)
    return replace(item, name="AGENT", parameters=(*parameters, Parameter("VALUE", ("uri",))))


def _with_sorting_line(properties: list[Property], losses: list[Loss]) -> list[Property]:
    """SORT-AS of the name as SORT-STRING, where no such line is there already."""
    name = next((item for item in properties if item.key == "N" and item.parameter("SORT-AS")), None)
    if name is None or any(item.key == "SORT-STRING" for item in properties):
        return properties
    first, *more = ",".join(name.parameter("SORT-AS")).split(",")
    if more:
        losses.append(Loss("N", LossKind.SORT_PARTS))
    plain = replace(name, parameters=parameter.without(name.parameters, "SORT-AS"))
    position = next(index for index, item in enumerate(properties) if item is name)
    line = Property("SORT-STRING", escape(first))
    return [*properties[:position], plain, line, *properties[position + 1 :]]


_RESPELLINGS: dict[str, Callable[[Property, list[Loss]], Property]] = {
    "BDAY": _date,
    "ANNIVERSARY": _date,
    "DEATHDATE": _date,
    "TZ": _zone,
    "GEO": _place,
    "TEL": _number,
}

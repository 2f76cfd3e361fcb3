"""Properties of any version as vCard 4.0 says them (RFC 6350, appendix A tells what changed)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote

from relate_desktop.domain.exporting import Loss, LossKind
from relate_desktop.domain.property import MEDIA_PREFIX, Parameter, Property, escape
from relate_desktop.formats.vcard import parameters as parameter
from relate_desktop.formats.vcard.date_spelling import OMIT_YEAR, basic_date, year_omitted
from relate_desktop.formats.vcard.labels import joined_labels
from relate_desktop.formats.vcard.media_values import FORMAT_WORDS, MediaSource, data_uri, embedded_hash
from relate_desktop.formats.vcard.spelling import Spelling
from relate_desktop.formats.vcard.value_kinds import DATES, EMBEDDED, item_spelling, knows, value_type

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_PLACE = re.compile(r"\s*(-?\d+(?:\.\d*)?)\s*(?:\\?[;,])\s*(-?\d+(?:\.\d*)?)\s*")
_OFFSET = re.compile(r"([+-]\d\d):?(\d\d)?")
_TOUCHED = DATES | EMBEDDED | {"REV", "CREATED", "TZ", "GEO", "AGENT", "VERSION", "PROFILE"}
_TURNED = frozenset({"LABEL", "SORT-STRING"})
"""What becomes a parameter of something else later."""


def as_version_4(properties: Sequence[Property], media: MediaSource, losses: list[Loss]) -> list[Property]:
    """The properties in the words of 4.0, in order; embedded content becomes ``data:`` URIs.

    LABEL lines become parameters of their addresses and SORT-STRING one of the name, so there
    may be fewer properties than before.
    """
    single = [done for item in properties for done in respelled_4(item, media, losses)]
    return _with_sort_string(joined_labels(single), losses)


def respelled_4(item: Property, media: MediaSource, losses: list[Loss]) -> Iterator[Property]:
    """One property in the words of 4.0; nothing where it has none to say there."""
    key = item.key
    content = embedded_hash(item) if item.value.startswith(MEDIA_PREFIX) else None
    parameters = _preferred(parameter.named(item))
    if parameters is not item.parameters:
        item = replace(item, parameters=parameters)
    if content is not None:
        try:
            uri = data_uri(media(content))
        except LookupError:
            losses.append(Loss(key, LossKind.MEDIA_MISSING))
            return
        yield _embedded(item, uri)
    elif key not in _TOUCHED:
        if key not in _TURNED and not knows("4.0", key):
            losses.append(Loss(key, LossKind.PROPERTY_UNKNOWN))
        yield item
    elif key == "AGENT":
        yield _agent(item)
    elif key != "VERSION" and not is_bare_profile(item):
        if key == "PROFILE":
            losses.append(Loss(key, LossKind.PROPERTY_UNKNOWN))
        yield _changed(item)


def is_bare_profile(item: Property) -> bool:
    """Whether this is PROFILE:VCARD, which says what BEGIN says; other readers trip over it."""
    return item.key == "PROFILE" and item.value.strip().upper() == "VCARD"


def _changed(item: Property) -> Property:
    key = item.key
    if key in DATES:
        return _date(item)
    if key in {"REV", "CREATED"}:
        return item.with_value(basic_date(item.value) or item.value)
    if key == "TZ":
        return _zone(item)
    if key == "GEO":
        return _place(item)
    if key in EMBEDDED and item_spelling(item) is Spelling.PLAIN and not _SCHEME.match(item.value):
        return replace(item, parameters=parameter.with_value_type(item.parameters, "text"))
    return item


def _preferred(parameters: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """TYPE=PREF as PREF=1."""
    if "PREF" not in parameter.type_words(parameters):
        return parameters
    kept = parameter.without_types(parameters, lambda word: word == "PREF")
    return kept if parameter.value_of(kept, "PREF") is not None else (*kept, Parameter("PREF", ("1",)))


def _embedded(item: Property, uri: str) -> Property:
    kept = parameter.without(item.parameters, "VALUE", "MEDIATYPE")
    kept = parameter.without_types(kept, lambda word: word in FORMAT_WORDS)
    if item.key not in EMBEDDED:
        kept = (*kept, Parameter("VALUE", ("uri",)))
    return replace(item, parameters=kept, value=uri)


def _date(item: Property) -> Property:
    if value_type(item) == "text":
        return item
    parameters = parameter.without(item.parameters, "VALUE")
    omitted = parameter.value_of(parameters, OMIT_YEAR)
    yearless = None if omitted is None else year_omitted(item.value, omitted)
    if yearless is not None:
        return replace(item, value=yearless, parameters=parameter.without(parameters, OMIT_YEAR))
    spelled = basic_date(item.value)
    if spelled is None:
        text = (*parameters, Parameter("VALUE", ("text",)))
        return replace(item, value=escape(item.value), parameters=text)
    if value_type(item) != "date-and-or-time":
        return replace(item, value=spelled, parameters=parameters)
    return item.with_value(spelled)


def _zone(item: Property) -> Property:
    found = _OFFSET.fullmatch(item.value)
    if found is None:
        return item
    parameters = parameter.with_value_type(item.parameters, "utc-offset")
    return replace(item, value=f"{found[1]}{found[2] or '00'}", parameters=parameters)


def _place(item: Property) -> Property:
    found = _PLACE.fullmatch(item.value)
    if found is None:
        return item
    parameters = parameter.without(item.parameters, "VALUE")
    return replace(item, value=f"geo:{found[1]},{found[2]}", parameters=parameters)


def _agent(item: Property) -> Property:
    """AGENT as RELATED;TYPE=agent; a nested card travels whole as a ``data:`` URI."""
    parameters = parameter.without(item.parameters, "VALUE")
    parameters = (Parameter("TYPE", ("agent",)), *parameters)
    if value_type(item) == "uri":
        return replace(item, name="RELATED", parameters=parameters)
    text = item.text
    if text.lstrip().upper().startswith("BEGIN:VCARD"):
        uri = f"data:text/vcard;charset=utf-8,{quote(text, safe=_URI_SAFE)}"
        return replace(item, name="RELATED", value=uri, parameters=parameters)
    parameters = (*parameters, Parameter("VALUE", ("text",)))
    return replace(item, name="RELATED", parameters=parameters)


_URI_SAFE = "!$&'()*+-./:;=?@_~"


def _with_sort_string(properties: list[Property], losses: list[Loss]) -> list[Property]:
    """SORT-STRING as the SORT-AS parameter of N, where there is one name without it."""
    sorting = [item for item in properties if item.key == "SORT-STRING"]
    if not sorting:
        return properties
    name = next((item for item in properties if item.key == "N"), None)
    if name is None or len(sorting) > 1 or name.parameter("SORT-AS"):
        losses.extend(Loss("SORT-STRING", LossKind.PROPERTY_UNKNOWN) for _ in sorting)
        return properties
    return list(_sorted_as(properties, name, sorting[0]))


def _sorted_as(properties: Iterable[Property], name: Property, sorting: Property) -> Iterator[Property]:
    for item in properties:
        if item is name:
            yield replace(item, parameters=(*item.parameters, Parameter("SORT-AS", (sorting.text,))))
        elif item is not sorting:
            yield item

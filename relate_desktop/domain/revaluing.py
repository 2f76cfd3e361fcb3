"""Another value on a line: every parameter that is still true of it stays, the others leave.

Most parameters speak of the line (TYPE, PREF, LANGUAGE, names that programs made up). Some speak of
the very value that stood there: of what type it is (VALUE, ENCODING, MEDIATYPE, CALSCALE), of its
parts (JSCOMPS, LABEL and GEO of an address) or of where it came from (DERIVED).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from relate_desktop.domain.partial_date import APPLE_OMIT_YEAR, PartialDate
from relate_desktop.domain.property import MEDIA_PREFIX, Parameter, Property, escape
from relate_desktop.domain.vocabulary import ValueShape, value_shape

IMAGE_WORDS = frozenset(
    {"jpeg", "jpg", "png", "gif", "bmp", "webp", "tiff", "svg", "ico", "wmf", "cgm", "pict"}
)
"""TYPE words that tell of which type a picture is, in lower case."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_SPELLED = frozenset({ValueShape.TEXT, ValueShape.LIST, ValueShape.STRUCTURED})
"""Shapes in which a text is escaped."""
_ENCODED = frozenset({"b", "base64"})
_CALENDARS = frozenset({"gregorian"})


def revalued(item: Property, value: str) -> Property:
    """The line with another canonical value; the same line where it says so already."""
    if value == item.value:
        return item
    return replace(item, value=value, parameters=tuple(_true_of(item, value)))


def retold(item: Property, text: str) -> Property:
    """The line saying another text, spelled as its name and the type of value it keeps demand."""
    if text == item.text:
        return item
    plain = revalued(item, text)
    kind = ",".join(plain.parameter("VALUE")).strip().lower()
    spelled = kind == "text" or (kind not in _KINDS and value_shape(item.key) in _SPELLED)
    return revalued(item, escape(text)) if spelled else plain


def united(ours: Property, theirs: Property) -> Property:
    """Their line in the place of ours: what ours said beside its value and theirs does not is kept."""
    told = {_key(one) or "TYPE" for one in theirs.parameters}
    beside = (one for one in revalued(ours, theirs.value).parameters if _of_the_person(one))
    kept = tuple(one for one in beside if (_key(one) or "TYPE") not in told)
    return replace(theirs, parameters=(*theirs.parameters, *kept), group=ours.group, id=ours.id)


def given_back(item: Property, was: Property) -> Property:
    """The line with the value it had, and what left it when it got the value it has now."""
    staying = revalued(was, item.value).parameters
    if item.parameters == staying:
        return replace(item, value=was.value, parameters=was.parameters)
    plain = revalued(item, was.value)
    gone = (one for one in was.parameters if one not in staying and one not in plain.parameters)
    return replace(plain, parameters=(*plain.parameters, *gone))


def _true_of(item: Property, value: str) -> list[Parameter]:
    """The parameters that are still true when the line has this value."""
    kept: list[Parameter] = []
    for one in item.parameters:
        key = _key(one)
        if key in {"", "TYPE"}:
            left = _words_left(item, one, value)
            if left:
                kept.append(one if left == one.values else replace(one, values=left))
            continue
        judge = _JUDGES.get(key)
        if judge is None or judge(item, one, value):
            kept.append(one)
    return kept


def _words_left(item: Property, one: Parameter, value: str) -> tuple[str, ...]:
    """The words of a TYPE, or bare ones of vCard 2.1, without those that tell what the old value was."""
    gone: frozenset[str] = frozenset()
    if value_shape(item.key) is ValueShape.MEDIA:
        gone |= IMAGE_WORDS
    if one.name is None and not value.startswith(MEDIA_PREFIX):
        gone |= _ENCODED
    if not gone:
        return one.values
    found = (
        ",".join(word for word in text.split(",") if word.strip().lower() not in gone) for text in one.values
    )
    return tuple(text for text, before in zip(found, one.values, strict=True) if text or not before)


def _fits(item: Property, one: Parameter, value: str) -> bool:
    """Whether the value is of the declared type; types that nobody knows are believed."""
    kind = ",".join(one.values).strip().lower()
    if kind == "text":
        return not value.startswith(MEDIA_PREFIX) and not _understood_plainly(item, value)
    judge = _KINDS.get(kind)
    return judge is None or judge(value)


def _understood_plainly(item: Property, value: str) -> bool:
    """Whether the value is what the name asks for, so that it need not be declared a text."""
    shape = value_shape(item.key)
    if shape is ValueShape.DATE:
        return PartialDate.parse(value) is not None
    return shape in {ValueShape.URI, ValueShape.MEDIA} and _SCHEME.match(value) is not None


def _is_uri(value: str) -> bool:
    return _SCHEME.match(value) is not None and not value.startswith(MEDIA_PREFIX)


def _is_media(value: str) -> bool:
    return value.startswith(MEDIA_PREFIX)


def _is_day(value: str) -> bool:
    return PartialDate.parse(value) is not None


def _is_moment(value: str) -> bool:
    return "T" in value.upper() and any(sign.isdigit() for sign in value)


_KINDS: Mapping[str, Callable[[str], bool]] = {
    "uri": _is_uri,
    "url": _is_uri,
    "date": lambda value: _is_day(value) and not _is_moment(value),
    "date-and-or-time": _is_day,
    "date-time": _is_moment,
    "timestamp": _is_moment,
    "utc-offset": lambda value: re.fullmatch(r"[+-]\d\d(?::?\d\d)?", value) is not None,
    "language-tag": lambda value: re.fullmatch(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", value) is not None,
    "integer": lambda value: re.fullmatch(r"[+-]?\d+", value) is not None,
    "float": lambda value: re.fullmatch(r"[+-]?\d+(?:\.\d+)?", value) is not None,
    "boolean": lambda value: value.lower() in {"true", "false"},
    "binary": _is_media,
    "inline": _is_media,
    "content-id": lambda _value: False,
    "cid": lambda _value: False,
}


def _encoded(_item: Property, one: Parameter, value: str) -> bool:
    base64 = any(word.strip().lower() in _ENCODED for word in one.values)
    return not base64 or _is_media(value)


def _same_parts(item: Property, _one: Parameter, value: str) -> bool:
    """JSCOMPS counts the values of each part: with other counts it would point at others."""
    parts = [len(part) for part in item.components]
    return parts == [len(part) for part in replace(item, value=value).components]


def _same_address(item: Property, _one: Parameter, value: str) -> bool:
    return item.key != "ADR" or item.components == replace(item, value=value).components


def _named_in(_item: Property, one: Parameter, value: str) -> bool:
    return all(word.lstrip("@") in value for word in one.values)


def _never(_item: Property, _one: Parameter, _value: str) -> bool:
    return False


_JUDGES: Mapping[str, Callable[[Property, Parameter, str], bool]] = {
    "VALUE": _fits,
    "ENCODING": _encoded,
    "MEDIATYPE": _never,
    "CALSCALE": lambda _item, one, _value: {word.lower() for word in one.values} <= _CALENDARS,
    APPLE_OMIT_YEAR: lambda _item, one, value: value.startswith(one.values[:1]),
    "DERIVED": _never,
    "JSCOMPS": _same_parts,
    "LABEL": _same_address,
    "GEO": _same_address,
    "CC": _same_address,
    "X-ABCROP-RECTANGLE": _never,
    "USERNAME": _named_in,
    "X-USER": _named_in,
}
"""By its name, whether a parameter that speaks of the value is true of another one."""

_OF_A_CARD = frozenset({"VALUE", "ENCODING", "CHARSET", "PID", APPLE_OMIT_YEAR})
"""How a value stood in one card, and its number there: no business of another card's line."""
_BARE_ENCODINGS = frozenset({"b", "base64", "q", "quoted-printable", "8bit", "7bit"})


def _of_the_person(one: Parameter) -> bool:
    """Whether a parameter tells of the person's property, and not how a card spelled it."""
    if one.name is None:
        return not any(word.lower() in _BARE_ENCODINGS for word in one.values)
    return _key(one) not in _OF_A_CARD


def _key(one: Parameter) -> str:
    return (one.name or "").upper()

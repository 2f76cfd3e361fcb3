"""One line of a card: its name, parameters, group and value (RFC 6350 section 3.3).

A value is kept in one canonical spelling whatever version it came from: the escaping of
RFC 6350 section 3.4 (``\\\\``, ``\\,``, ``\\;``, ``\\n``) for text, list and structured values,
and the plain spelling for URIs, dates and everything else. The name keeps the case it was
written in. Embedded pictures, sounds and keys are values of the form ``media:<MediaHash>``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from relate_desktop.domain.ids import MediaHash, PropertyId

MEDIA_PREFIX = "media:"

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_NEEDS_ESCAPE = re.compile(r"[\\,;]|\r\n|\n|\r")
_UNESCAPED_SEMICOLON = re.compile(r"((?:[^\\;]|\\.)*)(?:;|$)", re.DOTALL)
_UNESCAPED_COMMA = re.compile(r"((?:[^\\,]|\\.)*)(?:,|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; ``name`` is None for a bare vCard 2.1 word such as ``HOME``."""

    name: str | None
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """One property. Equality ignores ``id``, which only a stored property has."""

    name: str
    value: str
    parameters: tuple[Parameter, ...] = ()
    group: str | None = None
    id: PropertyId | None = field(default=None, compare=False)

    @property
    def key(self) -> str:
        """The name in upper case, by which properties are compared."""
        return self.name.upper()

    @property
    def text(self) -> str:
        """The value as one plain text, separators included as they stand."""
        return unescape(self.value)

    @property
    def components(self) -> tuple[tuple[str, ...], ...]:
        """The value as components, each a list: ``N``, ``ADR``, ``ORG``, ``GENDER``."""
        return tuple(
            tuple(unescape(item) for item in _split(part, ",", _UNESCAPED_COMMA))
            for part in _split(self.value, ";", _UNESCAPED_SEMICOLON)
        )

    @property
    def items(self) -> tuple[str, ...]:
        """The value as a list of texts: ``NICKNAME``, ``CATEGORIES``."""
        return tuple(unescape(item) for item in _split(self.value, ",", _UNESCAPED_COMMA))

    @property
    def media(self) -> MediaHash | None:
        """The content hash of an embedded picture, sound or key, else None."""
        if self.value.startswith(MEDIA_PREFIX):
            return MediaHash(self.value[len(MEDIA_PREFIX) :])
        return None

    def parameter(self, name: str) -> tuple[str, ...]:
        """All values of the named parameter, in order; empty when it is absent."""
        wanted = name.upper()
        return tuple(
            value
            for parameter in self.parameters
            if parameter.name is not None and parameter.name.upper() == wanted
            for value in parameter.values
        )

    @property
    def types(self) -> tuple[str, ...]:
        """Lower-case TYPE values, bare vCard 2.1 words included, commas split."""
        return tuple(
            word.strip().lower()
            for parameter in self.parameters
            if parameter.name is None or parameter.name.upper() == "TYPE"
            for value in parameter.values
            for word in value.split(",")
            if word.strip()
        )

    def with_value(self, value: str) -> "Property":
        """The same line with another canonical value and nothing else touched."""
        return replace(self, value=value)


def escape(text: str) -> str:
    """Plain text as a canonical value (RFC 6350 section 3.4)."""
    return _NEEDS_ESCAPE.sub(_escaped, text)


def unescape(value: str) -> str:
    """A canonical value as plain text; a lone backslash stays itself."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(_unescaped, value)


def join_items(items: Iterable[str]) -> str:
    """A list of texts as one canonical value."""
    return ",".join(escape(item) for item in items)


def join_components(components: Iterable[Iterable[str]]) -> str:
    """Components, each a list of texts, as one canonical value."""
    return ";".join(join_items(component) for component in components)


def _escaped(match: re.Match[str]) -> str:
    found = match.group()
    return "\\n" if found[0] in "\r\n" else "\\" + found


def _unescaped(match: re.Match[str]) -> str:
    found = match.group(1)
    return "\n" if found in "nN" else found


def _split(value: str, separator: str, pattern: re.Pattern[str]) -> list[str]:
    if "\\" not in value:
        return value.split(separator)
    parts: list[str] = []
    position = 0
    while True:
        match = pattern.match(value, position)
        if match is None:
            return [*parts, value[position:]]
        parts.append(match.group(1))
        position = match.end()
        if position >= len(value):
            if position > match.start() and value[position - 1] == separator and match.end(1) < position:
                parts.append("")
            return parts

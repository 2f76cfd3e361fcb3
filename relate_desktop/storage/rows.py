"""Properties as rows and back: parameters as JSON, each spelling encoded and decoded once."""

from collections.abc import Sequence
from functools import lru_cache
from json import loads
from typing import Any

from relate_desktop.domain.ids import PropertyId
from relate_desktop.domain.property import Parameter, Property
from relate_desktop.storage.journal import compact

PROPERTY_COLUMNS = "id,grp,name,parameters,value"
"""What ``property_of`` reads, in its order."""


def property_of(row: Sequence[Any]) -> Property:
    """A stored property, from a row of ``PROPERTY_COLUMNS``."""
    return Property(row[2], row[4], parameters_of(row[3]) if row[3] else (), row[1], PropertyId(row[0]))


@lru_cache(maxsize=4096)
def parameters_of(column: str) -> tuple[Parameter, ...]:
    """Parameters out of their column."""
    return tuple(Parameter(name, tuple(values)) for name, values in loads(column))


@lru_cache(maxsize=4096)
def parameters_column(parameters: tuple[Parameter, ...]) -> str | None:
    """Parameters as their column; None where there are none."""
    if not parameters:
        return None
    return storable(compact([[item.name, item.values] for item in parameters]))


@lru_cache(maxsize=4096)
def storable_name(name: str | None) -> str | None:
    """A property's or group's name as SQLite can hold it."""
    return storable(name) if name is not None else None


def storable(text: str) -> str:
    """The text as SQLite can hold it: a lone surrogate, which is no character, becomes U+FFFD."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text

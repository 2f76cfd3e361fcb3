"""What somebody's properties come to as rows: which is which, in which place, what each says."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from relate_desktop.domain.property import Property
from relate_desktop.storage.rows import parameters_column, storable, storable_name

SAID = ("grp", "name", "parameters", "value")
"""The columns that ``said`` fills, in its order."""


def said(item: Property) -> tuple[str | None, str | None, str | None, str]:
    """The columns that hold what a property says."""
    value = item.value
    return (
        storable_name(item.group),
        storable_name(item.name),
        parameters_column(item.parameters) if item.parameters else None,
        value if value.isascii() else storable(value),
    )


def identified(properties: Sequence[Property], old: Mapping[int, Any]) -> list[int | None]:
    """The stored row of each property; an id that is foreign or comes twice makes a new row."""
    seen: set[int] = set()
    found: list[int | None] = []
    for item in properties:
        known = item.id is not None and item.id in old and item.id not in seen
        found.append(item.id if known else None)
        if item.id is not None:
            seen.add(item.id)
    return found


def ordinals(present: Sequence[int | None]) -> list[int]:
    """Ascending places for properties in order, leaving those that stand right where they are."""
    kept = [number for number in present if number is not None]
    rising = all(one < other for one, other in pairwise(kept))
    if rising and all(number is None for number in present[len(kept) :]):
        following = kept[-1] + 1 if kept else 0
        return [*kept, *range(following, following + len(present) - len(kept))]
    return list(range(len(present)))

"""The relations of one person as they are shown: who it is, what they are, whose card says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from relate_desktop.domain.household import Household
from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.relation_kinds import OFFERED, plain_kind, same_relation


@dataclass(frozen=True, slots=True)
class Relation:
    """Somebody and what they are to the person asked about."""

    person: ContactSummary | None
    """None where the book does not know who is meant."""
    name: str
    """What they are called, or the name or address as the card has it."""
    kind: str
    """What they are: a key of ``RELATION_KINDS``, or the user's own word; empty without any."""
    back: str
    """What the person asked about is to them."""
    said_by: ContactId
    """Whose card says it."""
    line: PropertyId
    by_name: bool = False
    """Whether it is known only by the name on the card who is meant."""
    candidates: tuple[ContactId, ...] = ()
    """Where several go by the name: who they are."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everybody around one person."""

    relations: tuple[Relation, ...]
    household: Household | None = None
    members: tuple[ContactSummary, ...] = ()
    """The others of the household."""
    how_met: str = ""


def in_order(relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Each once, the nearest kind first: what both cards say is one relation, the own card's stands.

    ``relations`` come with those of the own card first.
    """
    kept: list[Relation] = []
    for one in relations:
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (_place(one.kind), one.name.casefold())))


def _same(one: Relation, other: Relation) -> bool:
    if one.person is None or other.person is None:
        return False
    return one.person.id == other.person.id and same_relation(one.kind, other.kind)


def _place(kind: str) -> int:
    plain = plain_kind(kind)
    return OFFERED.index(plain) if plain in OFFERED else len(OFFERED)

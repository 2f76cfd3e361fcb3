"""Which people may be joined at once, and who they were made of when many were."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from relate_desktop.domain.ids import ChangesetId, ContactId

Pair = tuple[ContactId, ContactId]
"""Two people, the smaller id first."""
Group = tuple[ContactId, ...]
"""People who are one, the one who is kept first."""


def ordered(one: ContactId, other: ContactId) -> Pair:
    """Two people as a pair."""
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True)
class JoinedPerson:
    """Somebody who became part of another, as they were called then."""

    id: ContactId
    called: str


@dataclass(frozen=True, slots=True)
class Joined:
    """One merge that somebody came out of, and who would return from it."""

    changeset: ChangesetId
    at: datetime
    kept: JoinedPerson
    others: tuple[JoinedPerson, ...]
    among_many: bool
    """Whether the same change joined others as well."""

    @property
    def group(self) -> Group:
        """Everybody who was joined, the one who was kept first."""
        return (self.kept.id, *(one.id for one in self.others))


def certain_groups(
    certain: Collection[Pair], likely: Collection[Pair], apart: Collection[Pair]
) -> tuple[list[Group], int]:
    """People who are certainly one, each in one group; and how many pairs that leaves to be looked at.

    Where three or more hang together, every two of them must be a pair worth a question at least:
    a chain of likenesses alone joins nobody. The one who has been in the book for longest is kept.
    """
    known = set(likely) | set(certain)
    groups = [
        group
        for group in _together(certain)
        if all(pair in known and pair not in apart for pair in combinations(group, 2))
    ]
    settled = {pair for group in groups for pair in combinations(group, 2)}
    return groups, len(known - settled)


def _together(pairs: Collection[Pair]) -> list[Group]:
    """Everybody who hangs together by pairs, in groups and in order."""
    leader: dict[ContactId, ContactId] = {}

    def first(one: ContactId) -> ContactId:
        while leader.get(one, one) != one:
            one = leader[one]
        return one

    for one, other in sorted(pairs):
        low, high = sorted((first(one), first(other)))
        leader[high] = leader[low] = low
    groups: dict[ContactId, list[ContactId]] = {}
    for person in sorted({person for pair in pairs for person in pair}):
        groups.setdefault(first(person), []).append(person)
    return [tuple(group) for _first, group in sorted(groups.items())]


def groups_text(groups: Sequence[Group]) -> str:
    """Groups as a fact of a change: ``3,41;7,9``."""
    return ";".join(",".join(map(str, group)) for group in groups)


def groups_of(facts: Mapping[str, str | int]) -> list[Group]:
    """The groups of a change, out of its facts."""
    text = facts.get("groups")
    if not isinstance(text, str) or not text:
        return []
    return [tuple(ContactId(int(one)) for one in group.split(",")) for group in text.split(";")]

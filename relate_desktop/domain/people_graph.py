"""Who knows whom around one person: people, the ties between them, and the way from the person to each."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary

MOST_PEOPLE = 200
FARTHEST = 3
"""So many steps from the person one still says something of the person."""


@dataclass(frozen=True, slots=True)
class GraphTie:
    """What joins two people; ``one`` has the smaller id."""

    one: ContactId
    other: ContactId
    kinds: tuple[str, ...] = ()
    """What ``other`` is to ``one``: each a kind of relation or the user's own word."""
    backs: tuple[str, ...] = ()
    """What ``one`` is to ``other``, in the same order."""
    household: str = ""
    """The name of the household both live in; else empty."""
    talks: int = 0
    """How often both took part in one conversation."""

    def kinds_of(self, contact: ContactId) -> tuple[str, ...]:
        """What this one of the two is to the other."""
        return self.kinds if contact == self.other else self.backs

    def beyond(self, contact: ContactId) -> ContactId:
        """The other one of the two."""
        return self.other if contact == self.one else self.one

    @property
    def told(self) -> bool:
        """Whether a relation or a household says so, and not only that they met."""
        return bool(self.kinds or self.household)


@dataclass(frozen=True, slots=True)
class GraphPerson:
    """Somebody around the person, who is ``steps`` ties away; ``by`` is who leads there."""

    person: ContactSummary
    steps: int
    by: ContactId | None

    @property
    def id(self) -> ContactId:
        """Who it is."""
        return self.person.id


@dataclass(frozen=True, slots=True)
class PeopleGraph:
    """The people nearest first, the person in the middle at the very first, and every tie among them."""

    people: tuple[GraphPerson, ...]
    ties: tuple[GraphTie, ...]
    left_out: int = 0
    """People as near as the farthest shown for whom there was no room."""

    @property
    def centre(self) -> GraphPerson:
        """Around whom it is."""
        return self.people[0]

    def ties_of(self, contact: ContactId) -> tuple[GraphTie, ...]:
        """The ties of one of the people."""
        return tuple(tie for tie in self.ties if contact in {tie.one, tie.other})

    def between(self, one: ContactId, other: ContactId) -> GraphTie | None:
        """What joins two of the people, if anything does."""
        wanted = {one, other}
        return next((tie for tie in self.ties if {tie.one, tie.other} == wanted), None)


def reached(
    centre: ContactId, ties: Iterable[GraphTie], most: int = MOST_PEOPLE
) -> tuple[Mapping[ContactId, tuple[int, ContactId | None]], int]:
    """Who is reached from the middle: steps and who leads there, and how many were left out.

    What is told leads before what only follows from meetings, and people met often before others.
    """
    around: dict[ContactId, list[GraphTie]] = {}
    for tie in ties:
        around.setdefault(tie.one, []).append(tie)
        around.setdefault(tie.other, []).append(tie)
    found: dict[ContactId, tuple[int, ContactId | None]] = {centre: (0, None)}
    left_out: set[ContactId] = set()
    waiting = deque([centre])
    while waiting:
        contact = waiting.popleft()
        steps = found[contact][0] + 1
        if steps > FARTHEST:
            break
        for tie in sorted(around.get(contact, ()), key=lambda one: _nearness(one, contact)):
            other = tie.beyond(contact)
            if other in found:
                continue
            if len(found) >= most:
                left_out.add(other)
                continue
            found[other] = (steps, contact)
            waiting.append(other)
    return found, len(left_out)


def _nearness(tie: GraphTie, contact: ContactId) -> tuple[bool, int, int]:
    return (not tie.told, -tie.talks, tie.beyond(contact))


def in_groups(people: Sequence[ContactId], ties: Iterable[GraphTie]) -> list[ContactId]:
    """The people in an order in which those who know each other stand side by side."""
    place = {contact: number for number, contact in enumerate(people)}
    near: dict[ContactId, list[ContactId]] = {contact: [] for contact in people}
    for tie in ties:
        if tie.one in place and tie.other in place:
            near[tie.one].append(tie.other)
            near[tie.other].append(tie.one)
    ordered: dict[ContactId, None] = {}
    for first in people:
        waiting = [first]
        while waiting:
            contact = waiting.pop()
            if contact in ordered:
                continue
            ordered[contact] = None
            waiting.extend(sorted(near[contact], key=lambda one: place[one], reverse=True))
    return list(ordered)

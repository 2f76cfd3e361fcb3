"""Where the people of a graph stand: rings around the middle, nobody over anybody else.

Whoever is reached over somebody stands in that one's direction, farther out. Every person has a
box for picture and name; a person whose box would cover another's moves outward or aside until it is free.
The same graph always comes to the same places.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people_graph import GraphPerson, PeopleGraph, in_groups

_STEP = 16.0
_RINGS = 40
_ASIDE = 16
_AWAY = 1.55
"""How many heights of a box somebody stands beyond whoever leads to them."""
_FAIRNESS = 0.6
_TURNS = 1.3
"""Rings are so much wider than high, as windows are."""
_AIR = 14.0
_FIRST = -pi / 2


@dataclass(frozen=True, slots=True)
class Box:
    """The room of one person, around the middle of it."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box", air: float = 0.0) -> bool:
        """Whether the two cover each other, or come nearer than ``air``."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width + 2 * air
            and abs(self.y - other.y) * 2 < self.height + other.height + 2 * air
        )


def laid_out(graph: PeopleGraph, sizes: Sequence[tuple[float, float]]) -> dict[ContactId, Box]:
    """The box of everybody; ``sizes`` are width and height by steps from the middle."""
    order = _by_steps(graph)
    angles = _angles(graph)
    placed: dict[ContactId, Box] = {}
    taken = _Taken(max(width for width, _height in sizes) + _AIR, max(height for _w, height in sizes) + _AIR)
    radii: dict[ContactId, float] = {}
    placed[graph.centre.id] = Box(0, 0, *_size(sizes, 0))
    radii[graph.centre.id] = 0
    taken.add(placed[graph.centre.id])
    for steps in sorted(order):
        size = _size(sizes, steps)
        for one in sorted(order[steps], key=lambda person: (angles[person.id], person.id)):
            behind = radii[one.by] if one.by is not None else 0.0
            box, radius = _free(taken, angles[one.id], behind + _AWAY * size[1], size)
            placed[one.id], radii[one.id] = box, radius
            taken.add(box)
    return placed


def extent(boxes: Mapping[ContactId, Box]) -> tuple[float, float, float, float]:
    """The room of all boxes together: left, top, width, height."""
    left = min(box.x - box.width / 2 for box in boxes.values())
    top = min(box.y - box.height / 2 for box in boxes.values())
    right = max(box.x + box.width / 2 for box in boxes.values())
    bottom = max(box.y + box.height / 2 for box in boxes.values())
    return left, top, right - left, bottom - top


_SEARCHED = tuple(
    sorted(
        ((ring * _STEP, place * _STEP) for ring in range(_RINGS) for place in range(-_ASIDE, _ASIDE + 1)),
        key=lambda one: (one[0] + 0.9 * abs(one[1]), one),
    )
)
"""How far out and aside of where somebody belongs is looked for room, the nearest first."""


class _Taken:
    """Boxes by where they stand, so that only those near by are looked at."""

    def __init__(self, width: float, height: float) -> None:
        self._width, self._height = width, height
        self._cells: dict[tuple[int, int], list[Box]] = {}

    def add(self, box: Box) -> None:
        """Remembers a box."""
        self._cells.setdefault(self._cell(box), []).append(box)

    def free(self, box: Box) -> bool:
        """Whether nothing is covered by a box."""
        return not any(box.meets(other, _AIR / 2) for other in self._near(box))

    def _near(self, box: Box) -> Iterator[Box]:
        column, row = self._cell(box)
        for x in (column - 1, column, column + 1):
            for y in (row - 1, row, row + 1):
                yield from self._cells.get((x, y), ())

    def _cell(self, box: Box) -> tuple[int, int]:
        return int(box.x // self._width), int(box.y // self._height)


def _free(taken: _Taken, angle: float, radius: float, size: tuple[float, float]) -> tuple[Box, float]:
    """The first free box near this direction, from this radius outward, and its radius."""
    beyond = 0.0
    while True:
        for away, aside in _SEARCHED:
            around = radius + beyond + away
            turned = angle + aside / around
            box = Box(cos(turned) * around * _TURNS, sin(turned) * around, *size)
            if taken.free(box):
                return box, around
        beyond += _STEP * _RINGS


def _by_steps(graph: PeopleGraph) -> dict[int, list[GraphPerson]]:
    order: dict[int, list[GraphPerson]] = {}
    for one in graph.people[1:]:
        order.setdefault(one.steps, []).append(one)
    return order


def _angles(graph: PeopleGraph) -> dict[ContactId, float]:
    """In which direction everybody stands: who leads to more gets a wider slice, but not at others' cost."""
    led: dict[ContactId, list[ContactId]] = {}
    for one in graph.people[1:]:
        if one.by is not None:
            led.setdefault(one.by, []).append(one.id)
    leaves: dict[ContactId, int] = {}
    for one in reversed(graph.people):
        leaves[one.id] = max(1, sum(leaves[child] for child in led.get(one.id, ())))
    angles: dict[ContactId, float] = {}
    slices: dict[ContactId, tuple[float, float]] = {graph.centre.id: (_FIRST, _FIRST + 2 * pi)}
    for one in graph.people:
        start, end = slices[one.id]
        children = in_groups(led.get(one.id, []), graph.ties)
        shares = [leaves[child] ** _FAIRNESS for child in children]
        for child, share in zip(children, shares, strict=True):
            width = (end - start) * share / sum(shares)
            slices[child] = (start, start + width)
            angles[child] = start + width / 2
            start += width
    return angles


def _size(sizes: Sequence[tuple[float, float]], steps: int) -> tuple[float, float]:
    return sizes[min(steps, len(sizes) - 1)]

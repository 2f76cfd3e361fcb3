"""Where the people of a graph stand: rings around the middle, nobody over anybody else.

Whoever is reached over somebody stands in that one's direction, farther out. Every person has a
box for picture and name; a person whose box would cover another's moves outward or aside until it is free.
The same graph always comes to the same places.
"""

from collections.abc import Mapping, Sequence
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

    def meets(self, other: "Box") -> bool:
        """Whether the two cover each other."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
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
        self._cells: dict[tuple[int, int], list[tuple[float, float, float, float]]] = {}

    def add(self, box: Box) -> None:
        """Remembers a box."""
        cell = int(box.x // self._width), int(box.y // self._height)
        self._cells.setdefault(cell, []).append((box.x, box.y, box.width + _AIR, box.height + _AIR))

    def free(self, x: float, y: float, size: tuple[float, float]) -> bool:
        """Whether a box there would cover none; asked thousands of times for one picture."""
        column, row = int(x // self._width), int(y // self._height)
        width, height = size
        for across in (column, column - 1, column + 1):
            for down in (row, row - 1, row + 1):
                for other_x, other_y, other_width, other_height in self._cells.get((across, down), ()):
                    if (
                        abs(x - other_x) * 2 < width + other_width
                        and abs(y - other_y) * 2 < height + other_height
                    ):
                        return False
        return True


def _free(taken: _Taken, angle: float, radius: float, size: tuple[float, float]) -> tuple[Box, float]:
    """The first free box near this direction, from this radius outward, and its radius."""
    beyond = 0.0
    while True:
        for away, aside in _SEARCHED:
            around = radius + beyond + away
            turned = angle + aside / around
            x, y = cos(turned) * around * _TURNS, sin(turned) * around
            if taken.free(x, y, size):
                return Box(x, y, *size), around
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

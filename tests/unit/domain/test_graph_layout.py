"""Nobody stands over anybody else, whatever the graph; the same graph comes to the same places."""

from datetime import UTC, datetime
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relate_desktop.domain.graph_layout import extent, laid_out
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.people_graph import GraphPerson, GraphTie, PeopleGraph, reached

SIZES = ((110, 96), (100, 84), (92, 72))
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def a_row(number: int) -> ContactSummary:
    return ContactSummary(
        id=ContactId(number),
        called=f"P{number}",
        full_name=f"P{number}",
        own_script="",
        organization="",
        role="",
        email="",
        phone="",
        photo=None,
        hue=0,
        is_organization=False,
        added_at=NOW,
        changed_at=NOW,
    )


def a_graph(pairs: set[tuple[int, int]]) -> PeopleGraph:
    ties = tuple(
        GraphTie(ContactId(one), ContactId(other), ("friend",), ("friend",)) for one, other in sorted(pairs)
    )
    found, left_out = reached(ContactId(1), ties)
    people = tuple(GraphPerson(a_row(one), steps, by) for one, (steps, by) in found.items())
    among = tuple(tie for tie in ties if tie.one in found and tie.other in found)
    return PeopleGraph(people, among, left_out)


pairs = st.tuples(st.integers(1, 60), st.integers(1, 60)).filter(lambda pair: pair[0] < pair[1])


@given(st.sets(pairs, max_size=90))
@settings(max_examples=40, deadline=None)
def test_nobody_covers_anybody(found: set[tuple[int, int]]) -> None:
    graph = a_graph(found)
    boxes = laid_out(graph, SIZES)
    assert set(boxes) == {one.id for one in graph.people}
    assert not any(one.meets(other) for one, other in combinations(boxes.values(), 2))
    assert laid_out(graph, SIZES) == boxes


@pytest.mark.parametrize(
    "found",
    [
        {(1, number) for number in range(2, 201)},
        {(1, number) for number in range(2, 16)} | {(2 + number % 14, number) for number in range(16, 201)},
        {(number, number + 1) for number in range(1, 5)} | {(3, number) for number in range(10, 206)},
    ],
    ids=["all at one", "a tree", "all behind one"],
)
def test_two_hundred_people_stand_free_and_near(found: set[tuple[int, int]]) -> None:
    graph = a_graph(found)
    boxes = laid_out(graph, SIZES)
    assert len(boxes) > 190
    assert not any(one.meets(other) for one, other in combinations(boxes.values(), 2))
    _left, _top, width, height = extent(boxes)
    covered = sum(box.width * box.height for box in boxes.values())
    assert covered / (width * height) > 0.1


def test_whoever_is_alone_stands_in_the_middle() -> None:
    boxes = laid_out(a_graph(set()), SIZES)
    assert extent(boxes) == (-55, -48, 110, 96)

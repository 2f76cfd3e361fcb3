from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.storage.ranges import Ranges, ranges_of

pairs = st.tuples(st.integers(0, 60), st.integers(0, 8)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(pairs, max_size=12))
def test_stretches_hold_exactly_the_numbers_added_and_never_touch(added: list[tuple[int, int]]) -> None:
    ranges = Ranges()
    expected: set[int] = set()
    for first, last in added:
        ranges.add(first, last)
        expected |= set(range(first, last + 1))
    assert list(ranges.numbers()) == sorted(expected)
    assert ranges.count == len(expected)
    assert all((number in ranges) == (number in expected) for number in range(-1, 80))
    stretches = list(ranges)
    assert all(one[1] + 1 < other[0] for one, other in pairwise(stretches))


@given(st.sets(st.integers(0, 50)))
def test_any_numbers_become_stretches(numbers: set[int]) -> None:
    assert set(ranges_of(numbers).numbers()) == numbers


def test_none_are_false() -> None:
    assert not Ranges()


def test_a_whole_stretch_is_covered_or_not() -> None:
    ranges = ranges_of([1, 2, 3, 7])
    assert ranges.covers(1, 3)
    assert ranges.covers(7, 7)
    assert not ranges.covers(3, 4)
    assert not Ranges().covers(1, 1)

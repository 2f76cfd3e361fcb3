from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.ids import PropertyId
from relate_desktop.domain.property import Property
from relate_desktop.storage.property_rows import SAID, identified, ordinals, said
from tests.unit.storage.books import a_property


def test_what_a_line_says_fills_its_columns() -> None:
    line = a_property("TEL", "\udc80", ("TYPE", "home"), group="item1")
    assert dict(zip(SAID, said(line), strict=True)) == {
        "grp": "item1",
        "name": "TEL",
        "parameters": '[["TYPE",["home"]]]',
        "value": "\ufffd",
    }


def test_a_line_is_known_once_by_an_id_of_its_own() -> None:
    lines = [Property("NOTE", "x", id=PropertyId(number)) for number in (3, 3, 9)]
    assert identified([*lines, Property("NOTE", "y")], {3: "row", 4: "row"}) == [3, None, None, None]


@given(st.lists(st.none() | st.integers(0, 9), max_size=8))
def test_places_always_rise(present: list[int | None]) -> None:
    found = ordinals(present)
    assert len(found) == len(present)
    assert all(one < other for one, other in pairwise(found))


def test_places_that_stand_right_stay() -> None:
    assert ordinals([3, 5, None, None]) == [3, 5, 6, 7]
    assert ordinals([None, 3]) == [0, 1]

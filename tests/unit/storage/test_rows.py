from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.property import Parameter, Property
from relate_desktop.storage.rows import (
    parameters_column,
    parameters_of,
    property_of,
    storable,
    storable_name,
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
parameters = st.lists(
    st.builds(Parameter, st.none() | texts, st.lists(texts, max_size=3).map(tuple)), max_size=3
).map(tuple)


@given(parameters)
def test_parameters_come_back_as_they_were(given_parameters: tuple[Parameter, ...]) -> None:
    column = parameters_column(given_parameters)
    assert (parameters_of(column) if column else ()) == given_parameters


def test_a_row_becomes_a_property() -> None:
    row = (7, "item1", "TEL", '[[null,["CELL"]]]', "+49")
    assert property_of(row) == Property("TEL", "+49", (Parameter(None, ("CELL",)),), "item1")
    assert property_of(row).id == 7


def test_lone_surrogates_become_replacement_characters_and_pairs_one_character() -> None:
    assert storable("a\udc80b") == "a�b"
    assert storable("\ud83d\ude00") == "😀"
    assert storable("Łódź") == "Łódź"


def test_names_are_storable_too() -> None:
    assert storable_name(None) is None
    assert storable_name("X-\udc80") == "X-�"

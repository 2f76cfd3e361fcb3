"""Records put aside on disk come back as they were."""

import gc
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.ids import PropertyId
from relate_desktop.domain.property import Parameter, Property
from relate_desktop.services import import_spool
from relate_desktop.services.import_spool import Spool
from tests.cards import a_contact

texts = st.text(max_size=20)


def test_pieces_come_back_in_any_order(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    numbers = [spool.put(piece) for piece in (b"one", b"", b"three")]
    assert [spool.get(number) for number in reversed(numbers)] == [b"three", b"", b"one"]


@given(texts, texts, st.none() | texts, st.lists(st.tuples(st.none() | texts, st.lists(texts, max_size=3))))
def test_every_property_comes_back_as_it_was(
    name: str, value: str, group: str | None, parameters: list[tuple[str | None, list[str]]]
) -> None:
    item = Property(
        name, value, tuple(Parameter(each, tuple(words)) for each, words in parameters), group, PropertyId(7)
    )
    spool = Spool()
    (back,) = spool.get_properties(spool.put_properties([item]))
    assert back == item
    assert back.id == item.id


def test_lone_surrogates_survive() -> None:
    spool = Spool()
    person = a_contact("FN:broken \udce4 name")
    assert spool.get_properties(spool.put_properties(person.properties)) == person.properties


def test_what_grows_large_goes_to_disk_and_leaves_with_its_holder(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    number = spool.put(b"x" * (import_spool.KEPT_IN_MEMORY + 1))
    assert len(spool.get(number)) == import_spool.KEPT_IN_MEMORY + 1
    del spool
    gc.collect()
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []

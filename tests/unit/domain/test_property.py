"""One line of a card and its canonical value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.property import Property, escape, join_components, join_items, unescape
from tests.cards import a_line


@given(st.text())
def test_escaped_text_reads_back_but_for_line_ends(text: str) -> None:
    assert unescape(escape(text)) == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.lists(st.text(st.characters(exclude_characters="\r")), min_size=1))
def test_a_list_reads_back(items: list[str]) -> None:
    assert Property("CATEGORIES", join_items(items)).items == tuple(items)


@given(st.lists(st.lists(st.text(st.characters(exclude_characters="\r")), min_size=1), min_size=1))
def test_components_read_back(components: list[list[str]]) -> None:
    value = join_components(components)
    assert Property("N", value).components == tuple(tuple(part) for part in components)


@given(st.text())
def test_no_value_breaks_reading(value: str) -> None:
    item = Property("X-FOO", value)
    assert isinstance(item.text, str)
    assert item.items
    assert item.components


@pytest.mark.parametrize("value", ["a\\", "\\", ";\\", "a,b\\;", "a\\;b;", "a\\,b,"])
def test_separators_behind_escapes_are_seen(value: str) -> None:
    assert len(Property("N", value).components) == value.replace("\\;", "").replace("\\\\", "").count(";") + 1


def test_types_hold_bare_words_and_split_commas() -> None:
    assert a_line("TEL;HOME;TYPE=cell,VOICE;PREF=1:1").types == ("home", "cell", "voice")


def test_a_media_value_tells_its_hash() -> None:
    assert Property("PHOTO", "media:abc").media == "abc"
    assert Property("PHOTO", "http://example.org/a.jpg").media is None


def test_equality_ignores_the_stored_id() -> None:
    assert a_line("TEL:1") == Property("TEL", "1", id=None)

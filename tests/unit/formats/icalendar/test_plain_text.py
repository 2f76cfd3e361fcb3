"""Descriptions without HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.formats.icalendar.plain_text import LONGEST_MARKED, plain


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("Bring the notes", "Bring the notes"),
        ("2 < 3 and 5 > 4", "2 < 3 and 5 > 4"),
        ("Ada <ada@example.org>", "Ada <ada@example.org>"),
        ("One<br>two<br/><br>three", "One\ntwo\n\nthree"),
        ("<p>Caf&eacute; &amp; bar</p><p>late</p>", "Café & bar\nlate"),
        ("<ul><li>milk</li><li>bread</li></ul>", "- milk\n- bread"),
        ('<a href="https://example.org/a">the plan</a>', "the plan (https://example.org/a)"),
        ('<a href="https://example.org">https://example.org</a>', "https://example.org"),
        ("<style>p {color: red}</style><p>Hello</p>", "Hello"),
        ("<b>never closed", "never closed"),
    ],
)
def test_what_is_marked_up_becomes_plain(marked: str, text: str) -> None:
    assert plain(marked) == text


def test_a_very_long_text_is_left_as_it_is() -> None:
    text = "<b>" * LONGEST_MARKED
    assert plain(text) == text


@given(st.text("<>/abp \"'=&;!-[]", max_size=60))
def test_no_text_raises(text: str) -> None:
    plain("<b>" + text)

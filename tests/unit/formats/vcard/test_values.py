"""Escapes of every version in one spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.property import escape, unescape
from relate_desktop.formats.vcard.spelling import Spelling
from relate_desktop.formats.vcard.values import canonical, cut


@pytest.mark.parametrize(
    ("text", "spelling", "value"),
    [
        ("a, b; c", Spelling.TEXT, "a\\, b\\; c"),
        ("a\\, b\\; c\\nd\\Ne\\\\f", Spelling.TEXT, "a\\, b\\; c\\nd\\ne\\\\f"),
        ("http\\://x \\q", Spelling.TEXT, "http://x \\\\q"),
        ("ends in \\", Spelling.TEXT, "ends in \\\\"),
        ("a,b;c", Spelling.LIST, "a,b\\;c"),
        ("a,b;c", Spelling.STRUCTURE, "a\\,b;c"),
        ("a,b;c", Spelling.LISTS, "a,b;c"),
        ("http\\://x\\,y\\;z", Spelling.PLAIN, "http://x,y;z"),
        ("\r\nhttp://x\r\n", Spelling.PLAIN, "http://x"),
        ("a\\:b,c;\\,", Spelling.AS_WRITTEN, "a\\:b,c;\\,"),
        ("one\r\ntwo\rthree\n", Spelling.TEXT, "one\\ntwo\\nthree\\n"),
        ("one\\\r\ntwo", Spelling.TEXT, "one\\ntwo"),
    ],
)
def test_version_3_and_4(text: str, spelling: Spelling, value: str) -> None:
    assert canonical(text, spelling, old=False) == value


@pytest.mark.parametrize(
    ("text", "spelling", "value"),
    [
        ("C:\\new\\folder", Spelling.TEXT, "C:\\\\new\\\\folder"),
        ("\\\\server\\share", Spelling.TEXT, "\\\\\\\\server\\\\share"),
        ("one\\ntwo\\, three", Spelling.TEXT, "one\\ntwo\\, three"),
        ("Home:\\n1 Main", Spelling.TEXT, "Home:\\n1 Main"),
        ("a\\;b;c", Spelling.LISTS, "a\\;b;c"),
        ("a,b;c", Spelling.LISTS, "a\\,b;c"),
        ("x\\y\\;z", Spelling.STRUCTURE, "x\\\\y\\;z"),
        ("ends in \\", Spelling.TEXT, "ends in \\\\"),
    ],
)
def test_version_2(text: str, spelling: Spelling, value: str) -> None:
    assert canonical(text, spelling, old=True) == value


@given(st.text(), st.booleans(), st.sampled_from([Spelling.TEXT, Spelling.LIST, Spelling.STRUCTURE]))
def test_canonical_value_stays_canonical(text: str, old: bool, spelling: Spelling) -> None:
    value = canonical(text, spelling, old=old)
    assert canonical(value, spelling, old=False) == value


@given(st.text().filter(lambda text: "\r" not in text))
def test_escaped_text_comes_back(text: str) -> None:
    assert unescape(canonical(escape(text), Spelling.TEXT, old=False)) == text


@given(st.text(alphabet="\\,n"), st.integers(0, 30))
def test_cut_value_ends_in_no_half_escape(value: str, limit: int) -> None:
    short = cut(canonical(value, Spelling.TEXT, old=False), limit)
    assert len(short) <= limit
    assert canonical(short, Spelling.TEXT, old=False) == short

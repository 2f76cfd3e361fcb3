"""Group, name and parameters before the colon."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.property import Parameter
from relate_desktop.formats.vcard.heads import PARAMETER_LIMIT, Head, colon_of, head_of
from relate_desktop.formats.vcard.spelling import Spelling


def the_head(text: str, version: str = "3.0") -> Head:
    head = head_of(text.encode(), version)
    assert head is not None
    return head


def parameters(text: str, version: str = "3.0") -> list[tuple[str | None, tuple[str, ...]]]:
    return [(one.name, one.values) for one in the_head(text, version).parameters]


def test_group_and_name_keep_their_case() -> None:
    head = the_head("Some.Item1.tel")
    assert (head.group, head.name, head.key) == ("Some.Item1", "tel", "TEL")


@pytest.mark.parametrize("name", ["X-GOOGLE TALK", "X-a/b", "X_Y", "x-y.z", "E-MAIL ADDRESS", "A+B", "1"])
def test_odd_names_are_names(name: str) -> None:
    assert head_of(name.encode(), "3.0") is not None


@pytest.mark.parametrize(
    "text", ["", " ", "# comment", "two words", "é", "a,b", ".x", "x..y", "<b>", ";HOME"]
)
def test_what_is_no_name_is_no_head(text: str) -> None:
    assert head_of(text.encode(), "3.0") is None


def test_bare_words_lists_and_quotes() -> None:
    assert parameters('TEL;HOME;type=CELL,"x,y";; ;PREF=1') == [
        (None, ("HOME",)),
        ("type", ("CELL", "x,y")),
        ("PREF", ("1",)),
    ]


def test_separators_in_quotes_separate_nothing() -> None:
    assert parameters('ADR;GEO="geo:1;u=2";X="a=b:c"') == [("GEO", ("geo:1;u=2",)), ("X", ("a=b:c",))]


def test_quote_that_never_ends_does_not_count() -> None:
    assert parameters('TEL;X="a;TYPE=HOME') == [("X", ("a",)), ("TYPE", ("HOME",))]


def test_carets_are_read_in_version_4_only() -> None:
    assert parameters("N;X=a^nb^'c^^d^x", "4.0") == [("X", ('a\nb"c^d^x',))]
    assert parameters("N;X=a^nb", "3.0") == [("X", ("a^nb",))]


def test_oddities_of_producers_are_forgiven() -> None:
    assert parameters('ADR;LABEL=\\"a\\nb\\";TYPE=A,TYPE=B;=x') == [
        ("LABEL", ("a\nb",)),
        ("TYPE", ("A", "B")),
        (None, ("=x",)),
    ]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("N;ENCODING=QUOTED-PRINTABLE", "q"),
        ("N;encoding=quoted-printable", "q"),
        ("N;QUOTED-PRINTABLE", "q"),
        ("PHOTO;ENCODING=b", "b"),
        ("PHOTO;BASE64;JPEG", "b"),
        ("N;ENCODING=8BIT", ""),
        ("N;B;Q", ""),
    ],
)
def test_encoding_is_a_parameter_or_a_bare_word(text: str, encoding: str) -> None:
    assert the_head(text).encoding == encoding


def test_charset_is_known_or_named() -> None:
    assert the_head("N;CHARSET=UTF-8").charset == "utf-8"
    assert the_head("N;CHARSET=UT?R8").unknown_charset == "UT?R8"


def test_parameters_beyond_the_limit_are_counted() -> None:
    head = the_head("TEL" + ";A=B" * 100_000)
    assert (len(head.parameters), head.overflow) == (PARAMETER_LIMIT, 100_000 - PARAMETER_LIMIT)
    quoted = the_head("TEL" + ';A="B"' * 1000)
    assert (len(quoted.parameters), quoted.overflow) == (PARAMETER_LIMIT, 1000 - PARAMETER_LIMIT)


def test_ordinary_head_is_simple() -> None:
    assert the_head("TEL;TYPE=CELL").simple
    assert not the_head("PHOTO").simple
    assert not the_head("N;CHARSET=UTF-8").simple
    assert the_head("N", "2.1").spelling is Spelling.LISTS


@pytest.mark.parametrize(
    ("line", "colon"),
    [(b"TEL:1", 3), (b'X;A="b:c":d', 9), (b'X;A="b:c', 6), (b"TEL", -1), (b'X;A="b"', -1), (b'N:"a:b"', 1)],
)
def test_colon_outside_quotes_ends_the_head(line: bytes, colon: int) -> None:
    assert colon_of(line, 0, len(line)) == colon


@pytest.mark.parametrize("unit", [b'a""', b'"', b'";', b',"x"', b"'"])
def test_hundred_thousand_quotes_end_soon(unit: bytes) -> None:
    line = b"TEL;X=" + unit * 100_000 + b":1"
    assert colon_of(line, 0, len(line)) >= 0
    head_of(line, "4.0")


@given(st.binary(max_size=300), st.sampled_from(["2.1", "3.0", "4.0"]))
def test_no_bytes_raise(raw: bytes, version: str) -> None:
    head = head_of(raw, version)
    assert head is None or all(isinstance(one, Parameter) for one in head.parameters)

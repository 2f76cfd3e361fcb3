from datetime import UTC, datetime

import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.asking import Got
from relate_desktop.lookups.json_answer import (
    LONGEST_LINE,
    LONGEST_TEXT,
    MOST_RECORDS,
    JsonObject,
    as_line,
    as_text,
    read_moment,
    read_object,
    read_objects,
)


def got(body: bytes) -> Got:
    return Got("https://example.org/x", 200, {}, body, datetime.now(UTC))


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"null", b'"x"', b"\xff\xfe", b"[" * 100_000, b'{"a":' * 100_000, b'{"a":' + b"9" * 10_000],
)
def test_what_is_no_object_and_no_list_is_broken(body: bytes) -> None:
    for read in (read_object, read_objects):
        with pytest.raises(NetworkError) as caught:
            read(got(body))
        assert (caught.value.kind, caught.value.facts["host"]) == (ErrorKind.ANSWER_BROKEN, "example.org")


def test_an_object_is_no_list_and_a_list_no_object() -> None:
    assert read_object(got(b'\xef\xbb\xbf{"a": "b"}')).line("a") == "b"
    assert [item.line("a") for item in read_objects(got(b'[{"a": "b"}, 7, null]'))] == ["b"]
    with pytest.raises(NetworkError):
        read_object(got(b"[]"))
    with pytest.raises(NetworkError):
        read_objects(got(b"{}"))


def test_a_field_of_another_type_is_not_there() -> None:
    item = JsonObject(
        {"a": 7, "b": True, "c": [1, "x", {"d": "y"}], "d": {"e": "z"}, "f": None, "g": "false"}
    )
    assert (item.line("a"), item.text("b"), item.raw("c"), item.line("none")) == ("", "", "", "")
    assert (item.number("a"), item.number("b"), item.number("g")) == (7, None, None)
    assert (item.says("b"), item.says("a"), item.says("g")) == (True, False, False)
    assert (item.denies("b"), item.denies("f"), item.denies("none")) == (False, False, False)
    assert item.lines("c") == ("x",)
    assert item.lines("d") == ()
    assert [inner.line("d") for inner in item.records("c")] == ["y"]
    assert item.record("d").line("e") == "z"
    assert item.record("c").values == {}


def test_numbers_are_of_the_size_that_ids_have() -> None:
    assert JsonObject({"id": 2**63}).number("id") is None
    assert JsonObject({"id": 2**63 - 1}).number("id") == 2**63 - 1


def test_lists_are_read_to_a_bound() -> None:
    item = JsonObject({"a": ["x"] * 5000, "b": [{}] * 5000})
    assert len(item.lines("a")) == len(item.records("b")) == MOST_RECORDS


def test_a_line_is_one_line_without_anything_hidden_in_it() -> None:
    assert as_line(" a\r\n\tb\x00c\u2028d\ud800 ") == "a b c d\ufffd"
    assert JsonObject({"a": "x" * (LONGEST_LINE + 1)}).line("a") == ""


def test_a_text_keeps_its_lines_and_is_cut_where_it_is_too_long() -> None:
    assert as_text(" a \r\nb\x07\n\n\n\n c\u2028d ") == "a\nb\n\n c\nd"
    assert len(as_text("x" * 100_000)) == LONGEST_TEXT
    as_text("\ud800" * 5).encode("utf-8")


def test_moments_have_a_time_and_a_zone() -> None:
    assert read_moment("2026-11-22T08:00:00+01:00") == datetime(2026, 11, 22, 7, tzinfo=UTC)
    assert read_moment("2026-11-22T07:00:00.000Z") == datetime(2026, 11, 22, 7, tzinfo=UTC)
    for text in (
        "",
        "2026-11-22",
        "2026-11-22T07:00:00",
        "2026-13-45T00:00:00Z",
        "0001-01-01T00:00:00+23:59",
    ):
        assert read_moment(text) is None
    assert JsonObject({"at": "2026-11-22T07:00:00Z"}).moment("at") is not None

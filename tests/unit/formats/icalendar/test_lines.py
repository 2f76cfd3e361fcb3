"""Content lines, whatever ends and folds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.formats.icalendar.lines import Line, content_lines, unescaped


def lines(raw: bytes) -> list[Line]:
    return list(content_lines(raw))


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r", b"\r\r\n"])
def test_lines_end_as_they_like(end: bytes) -> None:
    found = lines(end.join([b"SUMMARY:Coffee", b"LOCATION:Lis", b" bon", b""]))
    assert [(line.name, line.text[0]) for line in found] == [("SUMMARY", "Coffee"), ("LOCATION", "Lisbon")]
    assert [line.number for line in found] == [1, 2]


def test_parameters_are_found_by_any_spelling_of_their_name() -> None:
    line = lines(b'attendee;cn="Doe: Jane";Role=CHAIR:mailto:jane@example.org')[0]
    assert line.name == "ATTENDEE"
    assert line.parameter(b"CN") == "Doe: Jane"
    assert line.parameter(b"ROLE") == "CHAIR"
    assert line.parameter(b"TZID") == ""
    assert line.text == ("mailto:jane@example.org", False)


def test_spaces_around_the_parts_of_a_line_are_none_of_them() -> None:
    (line,) = lines(b"DTSTART ; VALUE = DATE ; TZID = Europe/Berlin : 20260701")
    assert (line.name, line.parameter(b"VALUE"), line.parameter(b"TZID")) == (
        "DTSTART",
        "DATE",
        "Europe/Berlin",
    )
    assert line.text[0].strip() == "20260701"
    assert [(one.name, one.text[0]) for one in lines(b"SUMMARY : Tea")] == [("SUMMARY", " Tea")]


def test_a_quote_that_never_ends_does_not_swallow_the_value() -> None:
    line = lines(b'ATTENDEE;CN="Doe:mailto:jane@example.org')[0]
    assert line.text[0] == "mailto:jane@example.org"


def test_a_zone_with_a_colon_needs_no_quotes() -> None:
    line = lines(b"DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin:20260701T120000")[0]
    assert (line.parameter(b"TZID"), line.text[0]) == ("(UTC+01:00) Amsterdam, Berlin", "20260701T120000")
    line = lines(b"EXDATE;VALUE=DATE-TIME;TZID=GMT-05:30:20260701T120000,20260702T120000")[0]
    assert (line.parameter(b"TZID"), line.text[0]) == ("GMT-05:30", "20260701T120000,20260702T120000")
    line = lines(b"DTSTART;TZID=Europe/Berlin:2026-07-01T12:00:00")[0]
    assert (line.parameter(b"TZID"), line.text[0]) == ("Europe/Berlin", "2026-07-01T12:00:00")


def test_a_quote_that_never_ends_leaves_its_parameter() -> None:
    line = lines(b'DTSTART;TZID="Europe/Berlin;X=1:20260701T120000')[0]
    assert line.parameter(b"TZID") == "Europe/Berlin"


def test_lines_that_are_all_set_in_are_lines() -> None:
    found = lines(b"  BEGIN:VEVENT\r\n  SUMMARY:Cof\r\n   fee\r\n  END:VEVENT\r\n")
    assert [(line.name, line.text[0]) for line in found][1] == ("SUMMARY", "Coffee")


def test_soft_breaks_of_quoted_printable_go_on_in_the_next_line() -> None:
    raw = b"SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:K=C3=A4se=\r\n und Brot\r\nLOCATION:x"
    found = lines(raw)
    assert found[0].text == ("Käse und Brot", False)
    assert found[1].name == "LOCATION"


def test_letters_without_a_charset_are_guessed_and_said_so() -> None:
    assert lines("SUMMARY:Käse".encode("latin-1"))[0].text == ("Käse", True)
    assert lines("SUMMARY;CHARSET=ISO-8859-1:Käse".encode("latin-1"))[0].text == ("Käse", False)
    assert lines("SUMMARY:Käse".encode())[0].text == ("Käse", False)


@pytest.mark.parametrize(
    ("charset", "title", "more"),
    [
        ("gb18030", "会议", "讨论下一季度的工作计划，请大家准时参加。"),
        ("koi8-r", "Чай", "Встреча с Ольгой в офисе, обсудим планы на осень."),
        ("iso8859-2", "Żak", "Święto w Łodzi, spotkanie przy źródle"),
    ],
)
def test_letters_are_guessed_from_all_that_stands_around_them(charset: str, title: str, more: str) -> None:
    raw = f"BEGIN:VEVENT\r\nSUMMARY:{title}\r\nDESCRIPTION:{more}\r\nEND:VEVENT\r\n"
    assert [line.text[0] for line in lines(raw.encode(charset))][1:3] == [title, more]


def test_what_is_no_line_has_no_name() -> None:
    assert [line.name for line in lines(b"hello\nSUMMARY:x\n\n")] == ["", "SUMMARY"]


@given(st.binary(max_size=200))
def test_no_bytes_raise_and_none_go_missing(raw: bytes) -> None:
    found = lines(raw)
    kept = sum(len(line.name) + len(line.parameters) + len(line.value) for line in found)
    assert kept <= len(raw)
    for line in found:
        assert isinstance(line.text[0], str)
        assert isinstance(line.parameter(b"TZID"), str)


@pytest.mark.parametrize(
    ("text", "plain"),
    [(r"a\, b\; c\nd", "a, b; c\nd"), (r"C:\temp", r"C:\temp"), (r"a\\nb", r"a\nb"), ("plain", "plain")],
)
def test_backslashes_that_escape_are_taken_out(text: str, plain: str) -> None:
    assert unescaped(text) == plain

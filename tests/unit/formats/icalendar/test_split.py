"""A calendar in pieces: nothing is lost, nothing is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.formats.icalendar.split import SplitCalendar, components
from tests.unit.formats.icalendar.calendars import a_calendar, an_event

COFFEE = an_event("UID:coffee", "DTSTART:20260701T120000Z", "SEQUENCE:3", "SUMMARY:Coffee")
ALARM = "BEGIN:VALARM\nUID:alarm\nTRIGGER:-PT15M\nEND:VALARM"


def whole(split: SplitCalendar) -> bytes:
    pieces = [(one.start, one.raw) for one in split.components] + [
        (one.start, one.raw) for one in split.texts
    ]
    return b"".join(raw for _, raw in sorted(pieces))


def balanced(split: SplitCalendar) -> bool:
    return split.begins == len(split.calendars) + sum(one.begins for one in split.components)


def test_each_component_is_kept_with_what_names_it() -> None:
    moved = an_event("UID:coffee", "RECURRENCE-ID;TZID=Europe/Berlin:20260708T120000", "SUMMARY:Tea")
    split = components(a_calendar("X-WR-CALNAME:Work\\, mostly", COFFEE, moved))
    first, second = split.components
    assert (first.kind, first.uid, first.sequence, first.line, first.calendar) == (
        "VEVENT",
        "coffee",
        3,
        4,
        0,
    )
    assert (second.uid, second.recurrence_id) == ("coffee", "20260708T120000")
    assert first.raw.decode() == COFFEE.replace("\n", "\r\n") + "\r\n"
    assert split.calendars[0].name == "Work, mostly"


def test_a_name_may_have_spaces_around_it() -> None:
    (event,) = components(
        a_calendar(an_event("UID : a", "SEQUENCE :4", "RECURRENCE-ID ;VALUE=DATE:20260701"))
    ).components
    assert (event.uid, event.sequence, event.recurrence_id) == ("a", 4, "20260701")


def test_a_name_may_be_folded_off_its_value() -> None:
    split = components(a_calendar("BEGIN:VEVENT\nUID\n :cof\n fee\nSEQUENCE\n :2\nEND:VEVENT"))
    assert [(one.uid, one.sequence) for one in split.components] == [("coffee", 2)]


def test_what_is_nested_belongs_to_its_component() -> None:
    split = components(a_calendar(an_event("UID:a", ALARM)))
    assert [(one.kind, one.begins, one.uid) for one in split.components] == [("VEVENT", 2, "a")]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\r\n"])
def test_line_ends_of_any_kind_are_kept(end: bytes) -> None:
    data = a_calendar(COFFEE, COFFEE).replace(b"\r\n", end)
    split = components(data)
    assert len(split.components) == 2
    assert whole(split) == data


def test_a_missing_end_costs_nothing() -> None:
    data = a_calendar("BEGIN:VEVENT\nUID:a\nBEGIN:VALARM", COFFEE, "BEGIN:VEVENT\nUID:c").replace(
        b"END:VCALENDAR", b""
    )
    split = components(data)
    assert [(one.uid, one.ended) for one in split.components] == [
        ("a", False),
        ("coffee", True),
        ("c", False),
    ]
    assert split.unended == 3
    assert balanced(split)
    assert whole(split) == data


def test_what_nobody_knows_and_never_ends_swallows_no_event() -> None:
    data = a_calendar("BEGIN:X-OWN\nUID:x", COFFEE, an_event("UID:b"), "BEGIN:X-OWN-TOO\nEND:X-OWN-TOO")
    split = components(data)
    found = [(one.kind, one.uid, one.ended) for one in split.components]
    assert found[:3] == [("X-OWN", "x", False), ("VEVENT", "coffee", True), ("VEVENT", "b", True)]
    assert (split.unended, balanced(split), whole(split)) == (1, True, data)
    closed = a_calendar("BEGIN:X-OWN\nUID:x", COFFEE, an_event("UID:b"), "END:X-OWN")
    assert [one.kind for one in components(closed).components] == ["X-OWN"]


def test_several_calendars_in_one_file_keep_their_names() -> None:
    split = components(a_calendar("NAME:One", COFFEE) + a_calendar("X-WR-CALNAME:Two", COFFEE))
    assert [head.name for head in split.calendars] == ["One", "Two"]
    assert [one.calendar for one in split.components] == [0, 1]


def test_an_event_outside_of_any_calendar_is_one_all_the_same() -> None:
    split = components(COFFEE.encode())
    assert (split.components[0].uid, split.components[0].calendar) == ("coffee", -1)


def test_a_begin_within_a_text_opens_nothing() -> None:
    folded = an_event("UID:a", "DESCRIPTION:He wrote:", " BEGIN:VEVENT", " END:VEVENT")
    assert [one.begins for one in components(a_calendar(folded)).components] == [1]


def test_a_file_that_is_set_in_as_a_whole_is_read() -> None:
    data = b"\n".join(b"  " + line for line in a_calendar(COFFEE).split(b"\r\n"))
    assert len(components(data).components) == 1


def test_what_is_set_in_has_a_name() -> None:
    found = components(
        b"  BEGIN:VCALENDAR\n  BEGIN:VEVENT\n  UID:a\n  SEQUENCE:3\n  END:VEVENT\n  END:VCALENDAR\n"
    )
    assert [(one.uid, one.sequence) for one in found.components] == [("a", 3)]


def test_text_around_calendars_is_told_of() -> None:
    split = components(b"\xef\xbb\xbf" + a_calendar(COFFEE) + b"\r\nand the rest of the mail\r\n")
    assert [text.raw for text in split.refused] == [b"\r\nand the rest of the mail\r\n"]


def test_a_file_of_sixteen_bits_is_read() -> None:
    data = a_calendar(COFFEE).decode().encode("utf-16")
    assert components(data).components[0].uid == "coffee"


def test_vcalendar_says_that_it_is_old() -> None:
    assert components(a_calendar(COFFEE, version="1.0")).components[0].old
    assert not components(a_calendar(COFFEE)).components[0].old


def test_twenty_thousand_begins_are_one_component() -> None:
    split = components(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + b"BEGIN:VALARM\n" * 20_000)
    assert [one.begins for one in split.components] == [20_001]


NAMES = ("VCALENDAR", "VEVENT", "VALARM", "VTIMEZONE", "DAYLIGHT", "X-Y")
PIECES = [
    *(f"{mark}:{name}".encode() for mark in ("BEGIN", "END") for name in NAMES),
    *(b"UID:1", b" folded", b"junk", b"\xef\xbb\xbf", b"", b"VERSION:1.0"),
]


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([b"\r\n", b"\n", b"\r", b""]))))
def test_whatever_a_file_is_made_of_nothing_is_lost(parts: list[tuple[bytes, bytes]]) -> None:
    data = b"x" + b"".join(piece + end for piece, end in parts)
    split = components(data)
    assert whole(split) == data
    assert balanced(split)


@given(st.binary(max_size=100))
def test_no_bytes_raise(data: bytes) -> None:
    components(data)


def test_thirty_thousand_nested_parts_are_one_component_soon() -> None:
    begun = b"".join(b"BEGIN:X%d\r\n" % (number % 500) for number in range(30_000))
    ended = b"".join(b"END:Y%d\r\n" % number for number in range(30_000))
    found = components(
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + begun + ended + b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert [one.kind for one in found.components] == ["VEVENT"]
    assert found.unended == 30_000


def test_thousands_of_kinds_that_never_end_are_told_apart_soon() -> None:
    begun = b"".join(b"BEGIN:X%d\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n" % number for number in range(4_000))
    found = components(begun)
    assert (len(found.components), found.unended) == (8_000, 4_000)
    assert balanced(found)

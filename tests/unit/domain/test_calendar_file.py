from relate_desktop.domain.calendar_file import ComponentKey, essence_of, key_of

EVENT = b"BEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Coffee\r\nEND:VEVENT\r\n"


def test_the_day_of_the_export_is_no_change() -> None:
    later = EVENT.replace(b"20260101T000000Z", b"20270101\r\n T000000Z")
    assert essence_of(later) == essence_of(EVENT)
    assert essence_of(EVENT.replace(b"DTSTAMP:20260101T000000Z\r\n", b"")) == essence_of(EVENT)


def test_the_kind_of_line_ends_is_no_change() -> None:
    assert essence_of(EVENT.replace(b"\r\n", b"\n")) == essence_of(EVENT)
    assert essence_of(EVENT.replace(b"\r\n", b"\r")) == essence_of(EVENT)
    assert essence_of(EVENT.rstrip()) == essence_of(EVENT)


def test_everything_else_is_a_change() -> None:
    assert essence_of(EVENT.replace(b"Coffee", b"Tea")) != essence_of(EVENT)
    assert essence_of(EVENT.replace(b"SUMMARY:", b"SUMMARY: ")) != essence_of(EVENT)
    assert essence_of(EVENT.replace(b"SUMMARY", b"X-DTSTAMP")) != essence_of(EVENT)


def test_a_component_without_uid_is_named_by_what_it_says() -> None:
    one, other = essence_of(b"one"), essence_of(b"other")
    assert key_of("VEVENT", "", "", one) != key_of("VEVENT", "", "", other)
    assert key_of("VEVENT", "a", "20260101", one) == ComponentKey("VEVENT", "a", "20260101")

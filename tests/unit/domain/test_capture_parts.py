"""What is made of a line can be saved only when nothing is left to ask."""

from datetime import date

from relate_desktop.domain.capture_parts import (
    Captured,
    CapturedDue,
    CapturedNote,
    Doubt,
    Mark,
    MarkKind,
    Unclear,
)

WHO = Mark(MarkKind.WHO, 0, 4)
NOTE = CapturedNote((), date(2026, 11, 24), "x", (Mark(MarkKind.NOTE, 0, 9), WHO))


def test_a_doubt_holds_everything_back() -> None:
    assert Captured("x", (NOTE,), ()).ready
    assert not Captured("x", (), ()).ready
    assert not Captured("x", (NOTE,), (Unclear(Doubt.WHO, "x", 0, 1, 0),)).ready


def test_marks_come_in_order_and_once() -> None:
    captured = Captured("x", (NOTE, NOTE), ())
    assert [mark.kind for mark in captured.marks] == [MarkKind.NOTE, MarkKind.WHO]


def test_without_a_day_there_is_room() -> None:
    assert CapturedDue(None).room
    assert not CapturedDue(date(2026, 11, 24)).room

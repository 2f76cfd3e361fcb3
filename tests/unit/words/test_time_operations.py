import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.words.operations import operation_name, summary
from relate_desktop.words.time_operations import TIME_WORDED, time_operation_names


def test_kinds_of_time_have_both_a_name_and_a_sentence() -> None:
    assert set(TIME_WORDED) == set(time_operation_names())
    assert all(operation_name(kind) for kind in TIME_WORDED)


@pytest.mark.parametrize("kind", InteractionKind)
def test_each_kind_of_conversation_is_said(kind: InteractionKind) -> None:
    said = summary(OperationKind.LOG, {"kind": kind.value, "name": "Ada"})
    assert said.startswith("Wrote down a ")
    assert said.endswith("with \u2068Ada\u2069.")


def test_entries_are_named_by_what_they_are() -> None:
    note = {"kind": "note", "name": "Ada"}
    assert summary(OperationKind.NOTE, note) == "Wrote a note about \u2068Ada\u2069."
    assert summary(OperationKind.ENTRY_EDIT, note) == "Edited a note about \u2068Ada\u2069."
    assert summary(OperationKind.ENTRY_REMOVE, note) == "Removed a note about \u2068Ada\u2069."
    assert (
        summary(OperationKind.ENTRY_EDIT, {"kind": "call", "contacts": 2})
        == "Edited a conversation with two people."
    )
    assert summary(OperationKind.ENTRY_REMOVE, {"kind": "call"}) == "Removed a conversation with one person."
    assert summary(OperationKind.ENTRY_REMOVE, {"entries": 1200}) == "Removed 1,200 conversations and notes."


def test_a_kind_that_nobody_knows_is_a_conversation() -> None:
    assert summary(OperationKind.LOG, {"kind": "fax"}) == "Wrote down a conversation with one person."


def test_reminders_and_promises_are_told_by_title_by_person_or_by_count() -> None:
    assert summary(OperationKind.REMIND, {"title": "Call"}) == "Added the reminder \u2068Call\u2069."
    assert summary(OperationKind.DONE, {"name": "Ada"}) == "Done: a reminder about \u2068Ada\u2069."
    assert summary(OperationKind.SNOOZE, {"count": 4}) == "Snoozed 4 reminders."
    assert summary(OperationKind.PROMISE_KEPT, {"title": "Draft"}) == "Promise kept: \u2068Draft\u2069."


def test_rhythms_name_the_person_or_the_circle() -> None:
    assert "\u2068Ada\u2069" in summary(OperationKind.RHYTHM, {"name": "Ada"})
    assert "\u2068Clients\u2069" in summary(OperationKind.CIRCLE_RHYTHM, {"circle": "Clients"})
    assert summary(OperationKind.CIRCLE_RHYTHM, {}).endswith("with a circle.")


def test_what_was_jotted_down_is_about_somebody_or_counted() -> None:
    assert summary(OperationKind.CAPTURE, {"name": "Ada"}) == "Written down for \u2068Ada\u2069."
    assert summary(OperationKind.CAPTURE, {"entries": 3}) == "Jotted down 3 things."
    assert summary(OperationKind.CAPTURE, {}) == "Jotted down one thing."


@pytest.mark.parametrize(
    ("until", "words"),
    [
        ("2026-11-25T08:30", "Snoozed until Wednesday 25 November, 08:30: \u2068the cover\u2069."),
        ("", "Waits until there is room: \u2068the cover\u2069."),
        ("some time", "Snoozed \u2068the cover\u2069."),
    ],
)
def test_a_snooze_says_until_when(until: str, words: str) -> None:
    assert summary(OperationKind.SNOOZE, {"title": "the cover", "until": until}) == words


def test_an_older_snooze_only_says_what() -> None:
    assert summary(OperationKind.SNOOZE, {"title": "the cover"}) == "Snoozed \u2068the cover\u2069."


def test_one_who_is_invited_is_said_of_as_one() -> None:
    one, two = {"contacts": 1}, {"contacts": 2}
    added, left = OperationKind.STRANGERS, OperationKind.STRANGERS_LEFT
    assert summary(added, one) == "Added one person who is invited to meetings."
    assert summary(added, two) == "Added two people who are invited to meetings."
    assert summary(left, one) == "Said that one person invited to meetings is nobody in the book."
    assert summary(left, two) == "Said that two people invited to meetings are nobody in the book."

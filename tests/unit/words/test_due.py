from dataclasses import replace
from datetime import date, datetime, time

import pytest

from relate_desktop.domain.due_list import DueGroup, DueRow, due_rows
from relate_desktop.domain.ids import EntryId, InteractionId
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.domain.typed_due import TypedDue
from relate_desktop.words.due import (
    asked_at,
    due_chip,
    due_in_field,
    due_in_full,
    group_fits,
    moved_quietly,
    repeats_chip,
    row_sentence,
    snooze_time,
    snoozed_words,
    unsaid,
    when_in_row,
    why_in_row,
)
from tests.present import TODAY, a_present, a_promise, a_reminder, a_rule, at

PRESENT = a_present()


def row(item: Reminder | Promise) -> DueRow:
    """The row of one reminder or promise."""
    reminders = [item] if isinstance(item, Reminder) else []
    promises = [item] if isinstance(item, Promise) else []
    return due_rows(reminders, promises, PRESENT)[0]


@pytest.mark.parametrize(
    ("until", "words", "inside"),
    [
        (at("2026-11-24 10:00"), "10:00", "today, 10:00"),
        (at("2026-11-25 08:30"), "Wed 08:30", "tomorrow, 08:30"),
        (at("2026-11-30 08:30"), "Mon 30 Nov", "Monday, 08:30"),
        (None, "no date", "there is room"),
    ],
)
def test_a_snooze_says_the_time_it_comes_to(until: datetime | None, words: str, inside: str) -> None:
    assert snooze_time(until, PRESENT) == words
    assert snoozed_words(until, PRESENT) == inside


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (None, "when there is room"),
        (DueTime(TODAY, time(14)), "today, 14:00"),
        (DueTime(date(2026, 11, 27)), "Friday"),
        (DueTime(date(2026, 12, 24)), "24 December 2026"),
        (DueTime(date(2026, 11, 20)), "20 November 2026"),
    ],
)
def test_a_field_shows_a_day_as_people_say_it(due: DueTime | None, words: str) -> None:
    assert due_in_field(due, TODAY) == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (TypedDue(None), "When there is room, no date"),
        (TypedDue(DueTime(date(2026, 11, 27), time(14))), "Friday 27 November 2026, 14:00"),
        (TypedDue(DueTime(date(2026, 11, 20))), "Friday 20 November 2026, which has passed"),
        (
            TypedDue(DueTime(date(2027, 2, 1)), other=date(2027, 1, 2)),
            "Monday 1 February 2027, not Saturday 2 January 2027",
        ),
        (
            TypedDue(DueTime(date(2026, 12, 8)), a_rule("FREQ=WEEKLY;INTERVAL=2")),
            "Every two weeks, first on Tuesday 8 December 2026",
        ),
    ],
)
def test_what_was_understood_is_said_in_full(typed: TypedDue, words: str) -> None:
    assert due_in_full(typed, TODAY) == words


@pytest.mark.parametrize(
    ("reminder", "words", "chip"),
    [
        (a_reminder(), "any time", "Today"),
        (a_reminder(hour="14:00"), "14:00", "Today, 14:00"),
        (a_reminder("2026-11-26"), "Thursday", "Thursday"),
        (a_reminder("2026-11-26", "09:30"), "Thursday, 09:30", "Thursday, 09:30"),
        (a_reminder("2026-12-24"), "24 Dec", "24 Dec"),
        (a_reminder(None), "no date", "No date"),
    ],
)
def test_a_row_says_when(reminder: Reminder, words: str, chip: str) -> None:
    assert when_in_row(row(reminder), PRESENT) == words
    assert due_chip(row(reminder), PRESENT) == chip


def test_a_row_says_why_it_is_there() -> None:
    plain = replace(a_reminder(), created_at=at("2026-11-09 12:00"))
    assert why_in_row(row(plain), (), PRESENT) == "Written down on 9 November"
    assert why_in_row(row(replace(plain, told_in=InteractionId(EntryId(3)))), ("Chidi",), PRESENT) == (
        "\u2068Chidi\u2069 · From your note of 9 November"
    )
    assert why_in_row(row(replace(plain, created_at=PRESENT.now)), (), PRESENT) == "Written down today"
    assert why_in_row(row(a_reminder(repeats="FREQ=YEARLY")), (), PRESENT) == "Every year"


def test_a_promise_says_who_owes_whom() -> None:
    assert why_in_row(row(a_promise()), ("Layla",), PRESENT) == "You promised \u2068Layla\u2069 · today"
    theirs = a_promise(owed_by=OwedBy.THEIRS)
    assert why_in_row(row(theirs), ("Layla",), PRESENT) == "\u2068Layla\u2069 promised you · today"
    assert why_in_row(row(theirs), (), PRESENT) == "somebody promised you · today"


def test_a_row_is_one_sentence_for_ears() -> None:
    assert (
        row_sentence("Send the cover", "Layla", "any time") == "Send the cover, \u2068Layla\u2069, any time"
    )
    assert row_sentence("Send the cover", "", "no date") == "Send the cover, no date"


def test_small_words() -> None:
    assert repeats_chip(None) == "Once"
    assert repeats_chip(a_rule("FREQ=YEARLY")) == "Every year"
    assert moved_quietly(2) == "two from before, moved here quietly"
    assert all(group_fits(group) for group in DueGroup)


def test_a_question_names_the_moment() -> None:
    assert asked_at(at("2026-11-24 14:00"), PRESENT) == "at 14:00"
    assert asked_at(at("2026-11-25 14:00"), PRESENT) == "tomorrow at 14:00"
    assert asked_at(at("2026-11-27 14:00"), PRESENT) == "on Friday at 14:00"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (("call", date(2026, 11, 20)), "From your call of 20 November"),
        (("meeting", date(2026, 11, 20)), "From when you met on 20 November"),
        (("note", date(2026, 11, 20)), "From your note of 20 November"),
    ],
)
def test_a_row_says_what_it_came_from(told: tuple[str, date], words: str) -> None:
    came = replace(a_reminder(), told_in=InteractionId(EntryId(3)))
    assert why_in_row(row(came), (), PRESENT, told) == words


def test_whom_a_row_is_about_is_said_where_its_text_does_not() -> None:
    assert unsaid(row(a_reminder(text="Ask about the contract")), ["Anna", "Ton"]) == ("Anna", "Ton")
    assert unsaid(row(a_reminder(text="Write to ANNA and Ton")), ["Anna", "Ton"]) == ()
    assert unsaid(row(a_reminder(text="Second note to Anna")), ["Anna Lindqvist"]) == ()
    assert unsaid(row(a_reminder(text="Annals of the fair")), ["Anna"]) == ("Anna",)
    assert unsaid(row(a_promise(text="Send Anna the cover")), ["Anna"]) == ("Anna",)

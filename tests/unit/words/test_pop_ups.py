"""The words of pop-ups."""

from dataclasses import replace
from datetime import date

import pytest

from relate_desktop.domain.due_reason import DueOrigin, DueReason
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.moment import days_in
from relate_desktop.domain.pop_ups import (
    PopUp,
    PopUpKind,
    Telling,
    single,
    telling_of_day,
    telling_of_due,
    telling_of_promise,
)
from relate_desktop.domain.recurrence import LeapDay
from relate_desktop.domain.reminder import Reminder, due_of
from relate_desktop.domain.snooze import Snooze
from relate_desktop.services.tellings import Answer, Tidings
from relate_desktop.system.notices import Notice, Shown
from relate_desktop.words.pop_ups import a_try, answer_name, delivery_words, notice_of, snooze_button
from tests.present import TODAY, a_moment, a_present, a_promise, a_reminder

LAYLA, CHIDI, ANNA, HOA = (ContactId(number) for number in range(1, 5))
CALLED = {LAYLA: "Layla", CHIDI: "Chidi", ANNA: "Anna", HOA: "Hoa"}
BARE = str.maketrans("", "", "\u2068\u2069")


def a_telling(reminder: Reminder) -> Telling:
    due = due_of(reminder, a_present())
    assert due is not None
    return telling_of_due(due)


def told(pop_up: PopUp, reason: DueReason | None = None, *, hidden: bool = False) -> Notice:
    return notice_of(Tidings(pop_up, CALLED, reason, a_present()), hidden=hidden)


def said(notice: Notice) -> tuple[str, str]:
    """Title and body without the isolates around names."""
    return notice.title.translate(BARE), notice.body.translate(BARE)


def several(kind: PopUpKind, *people: ContactId) -> PopUp:
    tellings = tuple(
        replace(a_telling(a_reminder(number=who)), people=(who,), key=f"{who}") for who in people
    )
    return PopUp(kind, "catch-up" if kind is PopUpKind.CATCH_UP else "summary/2026-11-24", tellings)


def test_a_reminder_is_titled_by_itself_and_says_whom_and_why() -> None:
    reason = DueReason(DueOrigin.CONVERSATION, date(2026, 11, 20), InteractionKind.CALL)
    notice = told(single(a_telling(a_reminder(hour="09:00"))), reason)
    assert said(notice) == (
        "Send the cover",
        "With Layla. From your call on Friday.",
    )
    assert [(button.key, button.label) for button in notice.buttons] == [
        ("done", "Done"),
        ("snooze", "Snooze 1 hour"),
        ("open", "Open"),
    ]
    assert notice.stays


def test_a_name_that_the_text_says_is_not_said_again() -> None:
    notice = told(single(a_telling(a_reminder(hour="09:00", text="Write to LAYLA"))))
    assert said(notice) == ("Write to LAYLA", "")


def test_what_is_told_ahead_says_when_it_is_due() -> None:
    notice = told(single(a_telling(a_reminder("2026-11-25", "14:00"))))
    assert said(notice)[1] == "With Layla. Due tomorrow, 14:00."


def test_the_morning_and_the_time_away_name_the_people() -> None:
    morning = told(several(PopUpKind.SUMMARY, LAYLA, CHIDI, ANNA))
    assert said(morning) == ("3 things for today", "Layla, Chidi and Anna.")
    away = told(several(PopUpKind.CATCH_UP, LAYLA, CHIDI, ANNA))
    assert said(away) == ("3 reminders while you were away", "Layla, Chidi and Anna. No hurry.")
    assert [[button.label for button in one.buttons] for one in (morning, away)] == [["Open"], ["Look"]]


def test_of_many_people_a_few_are_named() -> None:
    notice = told(several(PopUpKind.SUMMARY, LAYLA, CHIDI, ANNA, HOA))
    assert said(notice)[1] == "Layla, Chidi, Anna and 1 more."


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (DateKind.BIRTHDAY, ("Hoa’s birthday is today", "Turns 35.")),
        (DateKind.ANNIVERSARY, ("Hoa has an anniversary today", "35 years.")),
        (DateKind.DEATH, ("Hoa died on this day", "35 years ago.")),
        (DateKind.OTHER, ("A day of Hoa is today", "35 years.")),
    ],
)
def test_a_day_is_named_with_its_years(kind: DateKind, expected: tuple[str, str]) -> None:
    (day,) = days_in(a_moment("1991-11-24", HOA, kind=kind), TODAY, TODAY, LeapDay.FEBRUARY)
    telling = telling_of_day(day, a_present())
    assert telling is not None
    notice = told(single(telling))
    assert said(notice) == expected
    assert [button.label for button in notice.buttons] == ["Write", "Done"]


def test_a_year_that_nobody_knows_is_not_made_up() -> None:
    (day,) = days_in(a_moment("--1124", HOA), TODAY, TODAY, LeapDay.FEBRUARY)
    telling = telling_of_day(day, a_present())
    assert telling is not None
    assert told(single(telling)).body == ""


def test_a_promise_cannot_be_snoozed() -> None:
    telling = telling_of_promise(a_promise("2026-11-24"), a_present())
    assert telling is not None
    notice = told(single(telling))
    assert notice.title == "the contract"
    assert [button.label for button in notice.buttons] == ["Done", "Open"]


@pytest.mark.parametrize("kind", [PopUpKind.SUMMARY, PopUpKind.CATCH_UP])
def test_hidden_names_are_nowhere(kind: PopUpKind) -> None:
    one = told(single(a_telling(a_reminder(hour="09:00", text="Write to Layla"))), hidden=True)
    assert said(one) == ("A reminder is waiting", "Names are hidden in pop-ups.")
    more = told(several(kind, LAYLA, CHIDI), hidden=True)
    assert not any(name in more.title + more.body for name in CALLED.values())


def test_what_comes_from_outside_hides_nothing() -> None:
    hostile = a_reminder(hour="09:00", text="a\u202eb\nc\u2068")
    assert told(single(a_telling(hostile))).title == "a[RLO]b c[FSI]"


def test_the_snooze_button_says_what_it_does() -> None:
    assert {snooze_button(snooze) for snooze in Snooze} >= {"Snooze 1 hour", "Tomorrow"}
    assert {answer_name(answer) for answer in Answer} == {"Done", "Snooze 1 hour", "Open"}


def test_trouble_is_said_plainly() -> None:
    assert delivery_words(None) == delivery_words(Shown.ACCEPTED) == ""
    assert delivery_words(Shown.REFUSED) == (
        "Relate could not show pop-ups: the system refused. Reminders still appear here."
    )
    assert len({delivery_words(shown) for shown in Shown}) == 4


def test_a_try_needs_nobody() -> None:
    assert a_try().title

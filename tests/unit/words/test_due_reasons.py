from datetime import date

import pytest

from relate_desktop.domain.due_reason import DueOrigin, DueReason
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.services.reminders import ReminderView
from relate_desktop.words.due_reasons import due_reason_words, view_name

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (DueReason(DueOrigin.I_PROMISED, date(2026, 11, 20)), "You promised this on Friday"),
        (DueReason(DueOrigin.NOTE, date(2026, 11, 9)), "From your note of 9 November"),
        (DueReason(DueOrigin.CONVERSATION, TODAY, InteractionKind.MEETING), "From your meeting today"),
        (DueReason(DueOrigin.THEY_PROMISED, date(2026, 11, 23)), "This was promised to you yesterday"),
        (DueReason(DueOrigin.WRITTEN, TODAY), "You wrote this down today"),
    ],
)
def test_it_is_said_where_something_came_from(reason: DueReason, said: str) -> None:
    assert due_reason_words(reason, TODAY) == said


@pytest.mark.parametrize("kind", list(InteractionKind))
@pytest.mark.parametrize("origin", list(DueOrigin))
def test_every_reason_is_a_sentence(origin: DueOrigin, kind: InteractionKind) -> None:
    assert due_reason_words(DueReason(origin, TODAY, kind), TODAY)


def test_every_segment_has_a_name() -> None:
    assert [view_name(view) for view in ReminderView] == ["To do", "Repeating", "Done"]

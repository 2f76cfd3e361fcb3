from datetime import date

import pytest

from relate_desktop.domain.due_list import DueRow, due_rows
from relate_desktop.domain.due_reason import DueOrigin, DueReason, due_reason
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.promise import OwedBy
from tests.present import TODAY, a_present, a_promise, a_reminder

PRESENT = a_present()
TALKED = date(2026, 11, 20)


def a_row(owed_by: OwedBy | None = None) -> DueRow:
    """A row of a promise, or of a reminder."""
    if owed_by is None:
        return due_rows([a_reminder()], (), PRESENT)[0]
    return due_rows((), [a_promise(owed_by=owed_by)], PRESENT)[0]


@pytest.mark.parametrize(
    ("owed_by", "told", "expected"),
    [
        (OwedBy.MINE, None, DueReason(DueOrigin.I_PROMISED, TODAY)),
        (OwedBy.MINE, ("call", TALKED), DueReason(DueOrigin.I_PROMISED, TALKED, InteractionKind.CALL)),
        (OwedBy.THEIRS, ("note", TALKED), DueReason(DueOrigin.THEY_PROMISED, TALKED)),
        (None, ("mail", TALKED), DueReason(DueOrigin.CONVERSATION, TALKED, InteractionKind.MAIL)),
        (None, ("note", TALKED), DueReason(DueOrigin.NOTE, TALKED)),
        (None, None, DueReason(DueOrigin.WRITTEN, date(2026, 1, 1))),
    ],
)
def test_a_row_says_where_it_came_from(
    owed_by: OwedBy | None, told: tuple[str, date] | None, expected: DueReason
) -> None:
    assert due_reason(a_row(owed_by), told, PRESENT) == expected

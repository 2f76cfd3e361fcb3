"""The next reminder about each of several people, put into their list rows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present
from relate_desktop.domain.reminder import Due, Reminder, due_of, hour_matters


def with_next_dues(
    rows: Sequence[ContactSummary], reminders: Iterable[Reminder], present: Present
) -> list[ContactSummary]:
    """The rows with what is due next; ``reminders`` are the open ones about these people."""
    earliest: dict[ContactId, Due] = {}
    for reminder in reminders:
        due = due_of(reminder, present)
        for contact in reminder.people if due is not None else ():
            known = earliest.get(contact)
            if due is not None and (known is None or due.tell_at < known.tell_at):
                earliest[contact] = due
    return [_with(row, earliest.get(row.id)) for row in rows]


def _with(row: ContactSummary, due: Due | None) -> ContactSummary:
    if due is None:
        return row
    return replace(row, next_due_at=max(due.tell_at, due.due_at), next_hour_known=hour_matters(due))

"""Reminders, promises and rhythms as JSON and as rows of a table."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from relate_desktop.domain.due_list import DueRow
    from relate_desktop.domain.ids import ContactId
    from relate_desktop.domain.people import ContactSummary
    from relate_desktop.domain.person_rhythm import PersonRhythm
    from relate_desktop.domain.present import Present

Json = dict[str, Any]


def row_id(row: "DueRow") -> str:
    """The id by which ``done`` and ``snooze`` know a row: ``r7`` or ``p3``."""
    if row.promise is not None:
        return f"p{row.promise.id}"
    return f"r{row.reminder.id if row.reminder is not None else 0}"


def row_document(row: "DueRow", people: Mapping["ContactId", "ContactSummary"], present: "Present") -> Json:
    """A reminder or a promise."""
    from relate_desktop.domain.recurrence_text import write_rule

    names = [people[contact].full_name for contact in row.people if contact in people]
    rule = row.reminder.repeats if row.reminder is not None else None
    document: Json = {
        "id": row_id(row),
        "kind": "reminder" if row.promise is None else "promise",
        "contact": str(row.people[0]) if row.people else None,
        "contacts": [str(contact) for contact in row.people],
        "name": names[0] if names else "",
        "title": row.text,
        "due": due_text(row, present),
        "repeats": None if rule is None else write_rule(rule),
        "snoozed_until": None,
    }
    if row.reminder is not None and row.reminder.snoozed_until is not None:
        document["snoozed_until"] = moment_text(row.reminder.snoozed_until, present)
    if row.promise is not None:
        document["owed_by"] = "me" if row.promise.owed_by.value == "mine" else "them"
    return document


def due_text(row: "DueRow", present: "Present") -> str | None:
    """When a row is due: a day, a moment with offset, or None for when there is room."""
    item = row.reminder or row.promise
    due = None if item is None else item.due
    if due is None:
        return None
    if row.due is not None:
        return row.due.on.isoformat() if due.at is None else moment_text(row.due.due_at, present)
    return due.on.isoformat() if due.at is None else moment_text(due.moment(present), present)


def moment_text(moment: "datetime", present: "Present") -> str:
    """A moment as ISO 8601 with the offset of where the laptop is."""
    return moment.astimezone(present.here).isoformat(timespec="seconds")


def due_lines(rows: Sequence["DueRow"], present: "Present") -> list[Sequence[str]]:
    """Rows for a table: id, when, what, and how it repeats."""
    from relate_desktop.words.reminders import repeats

    return [
        (
            row_id(row),
            when_words(row, present),
            row.text,
            repeats(row.reminder.repeats) if row.reminder is not None and row.reminder.repeats else "",
        )
        for row in rows
    ]


def when_words(row: "DueRow", present: "Present") -> str:
    """When a row is due, for a person: ``Friday``, ``today, 14:00``, ``when there is room``."""
    from relate_desktop.words.dates import day_in_row
    from relate_desktop.words.translation import _

    if row.tell_at is None:
        return _("when there is room")
    day = day_in_row(present.day_of(row.tell_at), present.today)
    if not row.timed:
        return day
    return _("{day}, {time}").format(day=day, time=f"{row.tell_at.astimezone(present.here):%H:%M}")


def rhythm_document(rhythm: "PersonRhythm") -> Json:
    """How often to be in touch with somebody, and how one stands."""
    from relate_desktop.domain.cadence import write_gap

    cadence, keeping, learned, rest = rhythm.cadence, rhythm.keeping, rhythm.learned, rhythm.rest
    gap = rhythm.wishes.least_gap if cadence is None else cadence.no_sooner
    return {
        "every": None if cadence is None else write_gap(cadence.ideal),
        "every_days": None if cadence is None else cadence.ideal,
        "latest_days": None if cadence is None else cadence.latest,
        "no_sooner_than": None if gap is None else write_gap(gap),
        "no_sooner_than_days": gap,
        "from": None if keeping is None else keeping.source.value,
        "circle": keeping.circle or None if keeping is not None else None,
        "usual_days": keeping.usual if keeping is not None else None,
        "learned_days": None if learned is None else learned.usual,
        "last": None if rhythm.last is None else rhythm.last.on.isoformat(),
        "next": None if rhythm.next is None else rhythm.next.isoformat(),
        "late_on": None if rhythm.late_on is None else rhythm.late_on.isoformat(),
        "rest_until": None if rest is None else rest.until.isoformat(),
        "unanswered": 0 if rest is None else rest.unanswered,
        "paused_until": _iso(rhythm.wishes.paused_until),
        "no_more_contact": rhythm.wishes.no_more_contact,
    }


def _iso(day: Any) -> str | None:
    return None if day is None else str(day.isoformat())

"""Moments with a whole date as they stand on the timeline."""

from collections.abc import Sequence
from typing import Any

from relate_desktop.domain.ids import ContactId, MomentId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.timeline import moment_entry
from relate_desktop.storage.journal import compact

_WHOLE = "m.date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"
_NOON = "unixepoch(m.date || ' 12:00') * 1000000"


def dated_moments(connection: Any, contact: ContactId | None) -> list[tuple[int, int]]:
    """Place in order and id on the timeline of the moments of one person or of all, the latest first."""
    condition = "" if contact is None else " AND m.contact_id=?"
    rows = connection.execute(
        f"SELECT {_NOON}, m.id FROM moments m WHERE {_WHOLE}{condition} ORDER BY m.date DESC, m.id",
        () if contact is None else (contact,),
    )
    return [(at, moment_entry(number)) for at, number in rows]


def moments_by_id(connection: Any, numbers: Sequence[int]) -> dict[int, Moment]:
    """Moments with a whole date, by their own id."""
    if not numbers:
        return {}
    rows = connection.execute(
        "SELECT id, contact_id, kind, label, date, yearly, days_before FROM moments "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (compact(list(numbers)),),
    )
    found: dict[int, Moment] = {}
    for number, contact, kind, label, text, yearly, days_before in rows:
        day = PartialDate.parse(text)
        if day is not None:
            found[number] = Moment(
                DateKind(kind), day, ContactId(contact), label, bool(yearly), days_before, MomentId(number)
            )
    return found

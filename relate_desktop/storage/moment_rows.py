"""Moments with a whole date as they stand on the timeline."""

from collections.abc import Sequence
from typing import Any

from relate_desktop.domain.ids import ContactId, MomentId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.storage.journal import compact

MOMENTS_IN_ORDER = (
    "SELECT -m.id AS id, unixepoch(m.date || ' 12:00') * 1000000 AS sort_at FROM moments m "
    "WHERE m.date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"
)
"""Moments with a whole date under their ids on the timeline, with their place in its order."""


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

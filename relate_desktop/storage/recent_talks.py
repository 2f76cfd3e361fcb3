"""The last conversations with somebody, as many as rules about closeness in time look at."""

from datetime import date
from typing import Any

from relate_desktop.domain.cadence import GAPS
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, InteractionKind, Talk

_MOST = 500
"""Conversations that are looked at; more of mine in a row without an answer are counted no more."""

IS_ANSWER = frozenset({InteractionKind.CALL, InteractionKind.MEETING})
"""Kinds that are talk whoever began."""

_QUERY = (
    "SELECT e.on_day, e.kind, e.direction, e.sort_at, e.id FROM participants p "
    "JOIN entries e ON e.id=p.entry_id WHERE p.contact_id=? AND e.kind<>'note' AND e.on_day<=? "
    "ORDER BY p.sort_at DESC, p.entry_id DESC"
)


def recent_talks(connection: Any, contact: int, today: date) -> tuple[Talk, ...]:
    """The last conversations up to a day, earliest first.

    So many that the usual gap and the messages without an answer follow from them.
    """
    found: list[tuple[str, int, int, Talk]] = []
    days: set[str] = set()
    answered = False
    cursor = connection.execute(_QUERY, (contact, today.isoformat()))
    for on, kind, direction, sort_at, number in cursor:
        if len(found) == _MOST or (answered and on not in days and len(days) > GAPS):
            break
        days.add(on)
        talk = Talk(date.fromisoformat(on), InteractionKind(kind), Direction(direction))
        found.append((on, sort_at, number, talk))
        answered = answered or talk.direction is not Direction.MINE or talk.kind in IS_ANSWER
    cursor.close()
    return tuple(row[3] for row in sorted(found, key=lambda row: row[:3]))


def planned_days(connection: Any, contacts: str, today: date) -> dict[int, date]:
    """The day of the next conversation that is still to come; ``contacts`` are ids as JSON."""
    rows = connection.execute(
        "SELECT p.contact_id, min(e.on_day) FROM participants p JOIN entries e ON e.id=p.entry_id "
        "WHERE p.contact_id IN (SELECT value FROM json_each(?)) AND p.sort_at>? AND e.on_day>? "
        "AND e.kind<>'note' GROUP BY p.contact_id",
        (contacts, _before(today), today.isoformat()),
    )
    return {ContactId(row[0]): date.fromisoformat(row[1]) for row in rows}


def _before(day: date) -> int:
    """A place in the order of entries before which nothing of a later day stands."""
    return (day.toordinal() - date(1970, 1, 1).toordinal() - 1) * 86_400_000_000

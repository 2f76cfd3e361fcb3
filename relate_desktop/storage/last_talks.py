"""The latest conversation with each person, derived from entries and participants.

What was written down ahead counts from its day on, and no write happens then: the table is
true for the day noted in ``circumstances``, and whoever reads on another day looks again at
the few people whose conversations lie between.
"""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain
from json import dumps
from typing import Any

from relate_desktop.domain.interaction import Direction, InteractionKind, Talk
from relate_desktop.storage.moments import from_column, to_column
from relate_desktop.storage.ranges import Ranges

DAY = "talks_day"
"""The circumstance that names the day for which the table is true."""

_LATEST = (
    "SELECT p.entry_id FROM participants p JOIN entries x ON x.id=p.entry_id WHERE p.contact_id={contact} "
    "AND x.kind<>'note' AND x.on_day<={day} ORDER BY p.sort_at DESC, p.entry_id DESC LIMIT 1"
)
_FOUND = (
    "SELECT c.id, e.on_day, e.sort_at, e.kind, e.direction, e.id FROM contacts c JOIN entries e "
    f"ON e.id=({_LATEST.format(contact='c.id', day=':day')}) WHERE "
)
_KEPT = "contact_id, on_day, at, kind, direction, entry_id"
_MARGIN = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class LastTalk:
    """The latest conversation with somebody. ``timed`` says whether its hour is known."""

    talk: Talk
    at: datetime
    timed: bool


class LastTalks:
    """The table on one connection, as of the day ``today`` where the user is."""

    def __init__(self, connection: Any, today: date) -> None:
        self._raw = connection
        self._today = today.isoformat()

    # --------------------------------------------------------------- reading

    def of(self, contacts: Iterable[int]) -> dict[int, LastTalk]:
        """The latest conversation of each of these people who had one."""
        chosen = list(contacts)
        rows = self._raw.execute(
            f"SELECT {_KEPT} FROM last_talks WHERE contact_id IN (SELECT value FROM json_each(?))",
            (dumps(chosen),),
        ).fetchall()
        found = {row[0]: row for row in rows}
        for contact, row in self._otherwise(chosen).items():
            found.pop(contact, None)
            if row is not None:
                found[contact] = row
        return self._talks(found)

    def in_order(self) -> "array[int]":
        """Everybody there was a conversation with, the latest first."""
        rows = self._raw.execute("SELECT contact_id, at FROM last_talks ORDER BY at DESC, contact_id DESC")
        other = self._otherwise(None)
        if not other:
            return array("q", [row[0] for row in rows])
        kept = [(row[1], row[0]) for row in rows if row[0] not in other]
        kept += [(row[2], contact) for contact, row in other.items() if row is not None]
        return array("q", [contact for _at, contact in sorted(kept, reverse=True)])

    def corrections(self) -> dict[int, str | None]:
        """Of whom the table does not tell today's truth: the day of their latest conversation, if any."""
        found = self._otherwise(None)
        return {contact: None if row is None else str(row[1]) for contact, row in found.items()}

    def _otherwise(self, contacts: list[int] | None) -> Mapping[int, Any]:
        """People of whom the table does not tell today's truth, with their row if they have one."""
        day = self._day()
        if day is None or day == self._today:
            return {}
        people: Iterable[int] = self._between(day, self._today)
        if contacts is not None:
            people = set(people).intersection(contacts)
        return {contact: self._look(contact) for contact in people}

    def _look(self, contact: int) -> Any:
        return self._raw.execute(
            f"{_FOUND} c.id=:contact", {"day": self._today, "contact": contact}
        ).fetchone()

    def _between(self, one: str, other: str) -> list[int]:
        """People with conversations on the days after the earlier of two up to the later."""
        first, last = sorted((one, other))
        rows = self._raw.execute(
            "SELECT DISTINCT p.contact_id FROM entries e JOIN participants p ON p.entry_id=e.id "
            "WHERE e.sort_at BETWEEN ? AND ? AND e.kind<>'note' AND e.on_day>? AND e.on_day<=?",
            (_start(first) - _margin(), _start(last) + _margin(), first, last),
        )
        return list(chain.from_iterable(rows))

    def _talks(self, found: Mapping[int, Any]) -> dict[int, LastTalk]:
        timed = dict(
            self._raw.execute(
                "SELECT id, at IS NOT NULL FROM entries WHERE id IN (SELECT value FROM json_each(?))",
                (dumps([row[5] for row in found.values()]),),
            ).fetchall()
        )
        return {
            contact: LastTalk(
                Talk(date.fromisoformat(row[1]), InteractionKind(row[3]), Direction(row[4])),
                from_column(row[2]),
                bool(timed.get(row[5])),
            )
            for contact, row in found.items()
        }

    # --------------------------------------------------------------- writing

    def renew(self, contacts: Ranges) -> None:
        """Makes the rows of these people true, and with them all whose day has come since."""
        day = self._day()
        if day is not None and day != self._today:
            for contact in self._between(day, self._today):
                contacts.add(contact, contact)
        for first, last in contacts:
            self._raw.execute("DELETE FROM last_talks WHERE contact_id BETWEEN ? AND ?", (first, last))
            self._raw.execute(
                f"INSERT INTO last_talks ({_KEPT}) {_FOUND} c.id BETWEEN :first AND :last",
                {"day": self._today, "first": first, "last": last},
            )
        self._raw.execute(
            "INSERT INTO circumstances (name, value) VALUES (?,?) "
            "ON CONFLICT (name) DO UPDATE SET value=excluded.value",
            (DAY, self._today),
        )

    def _day(self) -> str | None:
        row = self._raw.execute("SELECT value FROM circumstances WHERE name=?", (DAY,)).fetchone()
        return str(row[0]) if row else None


def differing(connection: Any) -> int:
    """How many people the table tells something else of than the entries do."""
    row = connection.execute("SELECT value FROM circumstances WHERE name=?", (DAY,)).fetchone()
    parameters = {"day": row[0] if row else "0001-01-01"}
    true = f"{_FOUND} 1"
    kept = f"SELECT {_KEPT} FROM last_talks"
    query = f"SELECT count(*) FROM (SELECT * FROM ({true}) EXCEPT {kept})"
    lacking = connection.execute(query, parameters).fetchone()[0]
    query = f"SELECT count(*) FROM (SELECT * FROM ({kept}) EXCEPT {true})"
    return max(int(lacking), int(connection.execute(query, parameters).fetchone()[0]))


def _start(day: str) -> int:
    return to_column(datetime.fromisoformat(f"{day}T00:00:00+00:00"))


def _margin() -> int:
    return _MARGIN // timedelta(microseconds=1)

"""How near people are in time, kept true at the end of every write: next dues, lateness, moments.

A write says nothing of it: whom it concerned stands in the journal, and a rhythm of a circle
concerns everybody in it. ``lateness`` is for finding people quickly; it tells a while too early
rather than too late, and who is found is judged by the rules themselves.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.cadence import Cadence, kept_rhythm, rhythm_of
from relate_desktop.domain.interaction import Direction, InteractionKind, Talk
from relate_desktop.domain.person_rhythm import NOTHING_CHOSEN, Chosen, late_on
from relate_desktop.domain.rest import rest_of, unanswered
from relate_desktop.domain.wall_time import instant, zone_named
from relate_desktop.storage import schema
from relate_desktop.storage.due_rows import due_of_columns
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import Journal, compact, insert_rows
from relate_desktop.storage.linked_people import IN
from relate_desktop.storage.moment_days import renew_kept, those_who_died
from relate_desktop.storage.moments import from_column, to_column
from relate_desktop.storage.ranges import Ranges
from relate_desktop.storage.recent_talks import recent_talks
from relate_desktop.storage.rhythms import RhythmsRepository
from relate_desktop.storage.stretches import conditions

_CHUNK = 500
_MIDNIGHT = "00:00"

_LINES = frozenset({"properties", "property_lines"})

_CANDIDATES = (
    "SELECT c.id FROM contacts c WHERE c.id {which} AND c.trashed_at IS NULL AND ("
    "EXISTS (SELECT 1 FROM rhythms r WHERE r.contact_id=c.id) "
    "OR EXISTS (SELECT 1 FROM participants p WHERE p.contact_id=c.id) "
    "OR EXISTS (SELECT 1 FROM memberships m JOIN circle_rhythms r ON r.folded=m.folded "
    "WHERE m.contact_id=c.id)) ORDER BY c.id"
)
"""Those of some people who may have a rhythm or a rest."""

_DUES = (
    "SELECT p.contact_id, r.due_on, r.due_time, r.due_zone, r.snoozed_until FROM reminder_people p "
    "JOIN reminders r ON r.id=p.reminder_id JOIN contacts c ON c.id=p.contact_id "
    "WHERE p.contact_id {which} AND r.done_at IS NULL AND r.due_on IS NOT NULL "
    "AND c.trashed_at IS NULL"
)


class Closeness:
    """The derived tables of closeness on one write transaction, as of the day ``today``."""

    def __init__(self, connection: Connection, today: date) -> None:
        self._raw: Any = raw(connection)
        self._today = today
        self._rhythms = RhythmsRepository(connection)

    def finish(self, journal: Journal) -> None:
        """Makes the rows of everybody true whom a write concerned."""
        spared = journal.spared if journal.rows().keys() <= _LINES else set()
        concerned = Ranges()
        for first, last in journal.touched:
            if not all(number in spared for number in range(first, last + 1)):
                concerned.add(first, last)
        self.renew(concerned, moments=journal.wrote("moments") or self._any("moments"))
        others = [one for one in self._in_circles(self._circles(journal)) if one not in concerned]
        self._renew_lateness(others)

    def renew(self, contacts: Ranges, *, moments: bool = True) -> None:
        """Makes the rows of these people anew; those of people who are gone go."""
        for which, parameters in conditions(contacts):
            for table in ("next_dues", "lateness"):
                self._raw.execute(f"DELETE FROM {table} WHERE contact_id {which}", parameters)
            if moments:
                renew_kept(self._raw, which, parameters)
            self._add_dues(which, parameters)
            found = self._raw.execute(_CANDIDATES.format(which=which), parameters).fetchall()
            self._add_lateness(chain.from_iterable(found))

    def rebuild(self) -> None:
        """Makes every row of the book anew, but for the moments of cards, which people bring."""
        for table in ("next_dues", "lateness"):
            self._raw.execute(f"DELETE FROM {table}")
        row = self._raw.execute("SELECT coalesce(max(id),0) FROM contacts").fetchone()
        everybody = Ranges()
        everybody.add(0, row[0])
        self.renew(everybody, moments=True)

    def _any(self, table: str) -> bool:
        return self._raw.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None

    # --------------------------------------------------------------- circles

    def _circles(self, journal: Journal) -> set[str]:
        """The folded names of the circles whose rhythm was written."""
        written = journal.rows().get("circle_rhythms")
        names: set[str] = set()
        for first, last in written or ():
            rows = self._raw.execute(
                "SELECT folded FROM circle_rhythms WHERE id BETWEEN ? AND ?", (first, last)
            )
            names.update(chain.from_iterable(rows))
        images = self._raw.execute(
            "SELECT json_extract(before,'$[0]') FROM changes WHERE changeset_id=? "
            "AND table_name='circle_rhythms' AND before IS NOT NULL",
            (journal.changeset,),
        )
        names.update(chain.from_iterable(images))
        return names

    def _in_circles(self, folded: Iterable[str]) -> list[int]:
        rows = self._raw.execute(
            f"SELECT DISTINCT contact_id FROM memberships WHERE folded {IN} ORDER BY contact_id",
            (compact(sorted(folded)),),
        )
        return list(chain.from_iterable(rows))

    # ------------------------------------------------------------- next dues

    def _add_dues(self, which: str, parameters: Sequence[Any]) -> None:
        earliest: dict[int, int] = {}
        for contact, *due in self._raw.execute(_DUES.format(which=which), parameters):
            at = due_column(*due)
            earliest[contact] = min(at, earliest.get(contact, at))
        insert_rows(self._raw, schema.next_dues, sorted(earliest.items()))

    # -------------------------------------------------------------- lateness

    def _renew_lateness(self, contacts: Sequence[int]) -> None:
        self._raw.execute(f"DELETE FROM lateness WHERE contact_id {IN}", (compact(contacts),))
        self._add_lateness(iter(contacts))

    def _add_lateness(self, contacts: Iterable[int]) -> None:
        remaining = iter(contacts)
        while chunk := list(islice(remaining, _CHUNK)):
            died = those_who_died(self._raw, chunk)
            chosen = self._rhythms.of_people(chunk)
            circles = self._rhythms.circles_of(chunk)
            rows = self._raw.execute(
                "SELECT c.id, c.created_at, t.on_day, t.kind, t.direction FROM contacts c "
                f"LEFT JOIN last_talks t ON t.contact_id=c.id WHERE c.id {IN} ORDER BY c.id",
                (compact(chunk),),
            ).fetchall()
            found = (
                self._row(row, chosen.get(row[0], NOTHING_CHOSEN), circles.get(row[0], {}))
                for row in rows
                if row[0] not in died
            )
            insert_rows(self._raw, schema.lateness, [row for row in found if row is not None])

    def _row(
        self, head: Sequence[Any], chosen: Chosen, circles: Mapping[str, Cadence]
    ) -> tuple[object, ...] | None:
        contact, created_at, on, kind, direction = head
        set_by_hand = chosen.cadence is not None or bool(circles)
        talks: tuple[Talk, ...] = ()
        if on is not None:
            talks = (Talk(date.fromisoformat(on), InteractionKind(kind), Direction(direction)),)
        if talks and not (set_by_hand and _answered(talks[-1])):
            talks = recent_talks(self._raw, contact, self._today)
        rhythm = rhythm_of(talks)
        keeping = kept_rhythm(chosen.cadence, circles, rhythm, agreed=chosen.agreed)
        usual = keeping.usual if keeping is not None else rhythm.usual if rhythm is not None else None
        waiting = unanswered(talks)
        rest = rest_of(talks, usual, waiting[-1].on) if waiting else None
        if keeping is None and rest is None:
            return None
        since = talks[-1].on if talks else known_since(created_at)
        late = None if keeping is None else late_on(keeping, since).isoformat()
        return (contact, usual, since.isoformat(), late, None if rest is None else rest.until.isoformat())


def due_column(on: str, at: str | None, zone: str, snoozed_until: int | None) -> int:
    """The place in the order of what is due next; what floats stands as if the laptop were in UTC."""
    if snoozed_until is not None:
        return snoozed_until
    due = due_of_columns(on, at or _MIDNIGHT, zone)
    if due is None or due.at is None:
        raise ValueError(on)
    return to_column(instant(due.on, due.at, zone_named(zone if at else "", UTC)))


def known_since(created_at: int) -> date:
    """The day from which a gap counts with somebody one never talked to."""
    return from_column(created_at).date()


def _answered(last: Talk) -> bool:
    """Whether no message of mine can be without an answer after this last conversation."""
    return last.direction is not Direction.MINE or last.kind in {
        InteractionKind.CALL,
        InteractionKind.MEETING,
    }


_DATED = (
    "SELECT DISTINCT p.contact_id FROM reminder_people p JOIN reminders r ON r.id=p.reminder_id "
    "JOIN contacts c ON c.id=p.contact_id WHERE r.done_at IS NULL AND r.due_on IS NOT NULL "
    "AND c.trashed_at IS NULL"
)
_ALIVE = "SELECT id FROM contacts WHERE trashed_at IS NULL"
_DIFFERENCES = (
    f"SELECT count(*) FROM ({_DATED} EXCEPT SELECT contact_id FROM next_dues)",
    f"SELECT count(*) FROM (SELECT contact_id FROM next_dues EXCEPT {_DATED})",
    f"SELECT count(*) FROM lateness WHERE contact_id NOT IN ({_ALIVE})",
    f"SELECT count(DISTINCT contact_id) FROM moment_days WHERE contact_id NOT IN ({_ALIVE})",
)
"""People with a reminder that the table lacks or has too many; people who are gone and still told of."""


def differing(connection: Any) -> int:
    """How many people the tables tell something else of than what they follow from, as far as is quick."""
    return sum(int(connection.execute(query).fetchone()[0]) for query in _DIFFERENCES)

"""Events of calendars that somebody of the book may have to do with, found among very many."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.calendar_event import CalendarEvent
from relate_desktop.domain.event_series import Scheduled
from relate_desktop.domain.ids import CalendarId, ContactId, EntryId, EventId
from relate_desktop.storage.engine import raw
from relate_desktop.storage.event_rows import event_of
from relate_desktop.storage.journal import compact
from relate_desktop.storage.linked_people import IN

_EVENTS = (
    "SELECT c.id, c.calendar_id, t.reading, c.uid FROM calendar_components c "
    "JOIN calendar_texts t ON t.id=c.text_id WHERE c.event=1"
)
_TITLE, _ATTENDEES = "json_extract(t.reading,'$[2]')", "json_extract(t.reading,'$[8]')"
"""Where ``event_rows`` keeps them."""
_HIDDEN = "EXISTS (SELECT 1 FROM hidden_series h WHERE h.calendar_id={of}.calendar_id AND h.uid={of}.uid)"
_CHUNK = 2_000


class MetEvents:
    """Events on one transaction, each with everything of its UID in its calendar."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def addresses(self) -> list[str]:
        """Everybody who is invited to anything, by mail address."""
        return [row[0] for row in self._raw.execute("SELECT DISTINCT address FROM event_people")]

    def often_invited(self, limit: int) -> tuple[list[tuple[str, int]], int]:
        """Who is part of how many events with several people, most first; and how many such there are."""
        several = "SELECT component_id FROM event_people GROUP BY component_id HAVING count(*)>1"
        rows = self._raw.execute(
            f"SELECT address, count(*) FROM event_people WHERE component_id IN ({several}) "
            "GROUP BY address ORDER BY 2 DESC, 1 LIMIT ?",
            (limit,),
        ).fetchall()
        events = self._raw.execute(f"SELECT count(*) FROM ({several})").fetchone()[0]
        return [(row[0], row[1]) for row in rows], int(events)

    def invited(self) -> list[tuple[str, int, int]]:
        """Everybody invited: the address, to how many events, and one of these; most often first.

        To what the user does not want to see nobody is invited.
        """
        rows = self._raw.execute(
            "SELECT p.address, count(DISTINCT c.uid), max(c.id) FROM event_people p "
            "JOIN calendar_components c ON c.id=p.component_id WHERE c.event=1 "
            f"AND NOT {_HIDDEN.format(of='c')} GROUP BY p.address ORDER BY 2 DESC, 1"
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def some(self, events: Iterable[int]) -> list[CalendarEvent]:
        """Single events by their numbers, those that could be read."""
        rows = self._raw.execute(
            "SELECT c.id, c.calendar_id, t.reading FROM calendar_components c "
            f"JOIN calendar_texts t ON t.id=c.text_id WHERE c.id {IN} ORDER BY c.id",
            (compact(sorted(set(events))),),
        )
        found = (event_of(row[2], EventId(row[0]), CalendarId(row[1])) for row in rows)
        return [one.event for one in found if one is not None]

    def uids_with(self, addresses: Iterable[str]) -> set[str]:
        """The UIDs of events to which somebody with one of these addresses is invited."""
        return self._uids(
            "SELECT DISTINCT c.uid FROM event_people p JOIN calendar_components c ON c.id=p.component_id "
            f"WHERE p.address {IN}",
            list(addresses),
        )

    def uids_titled(self, wanted: Callable[[str], bool]) -> set[str]:
        """The UIDs of events whose title is one of those wanted; looks at every title."""
        rows = self._raw.execute(
            f"SELECT c.uid, {_TITLE} FROM calendar_components c JOIN calendar_texts t ON t.id=c.text_id "
            "WHERE c.event=1"
        )
        return {uid for uid, title in rows if isinstance(title, str) and wanted(title)}

    def uids_without_address(self) -> set[str]:
        """The UIDs of events with somebody invited of whom only a name is known."""
        rows = self._raw.execute(
            "SELECT DISTINCT c.uid FROM calendar_components c JOIN calendar_texts t ON t.id=c.text_id, "
            f"json_each({_ATTENDEES}) a WHERE c.event=1 AND json_extract(a.value,'$[0]')=''"
        )
        return {row[0] for row in rows}

    def uids(self) -> set[str]:
        """The UIDs of all events."""
        return set(chain.from_iterable(self._raw.execute("SELECT DISTINCT uid FROM event_spans")))

    def of(self, uids: Iterable[str]) -> Iterator[list[Scheduled]]:
        """The events of these UIDs, calendar by calendar, each with its overrides; no hidden ones."""
        wanted = sorted(uids)
        for start in range(0, len(wanted), _CHUNK):
            rows = self._raw.execute(
                f"{_EVENTS} AND (c.calendar_id, c.uid) IN (SELECT s.calendar_id, s.uid FROM event_spans s "
                f"WHERE s.uid {IN} AND NOT {_HIDDEN.format(of='s')}) ORDER BY c.calendar_id, c.uid, c.id",
                (compact(wanted[start : start + _CHUNK]),),
            ).fetchall()
            yield from _grouped(rows)

    def conversations(self, people: Iterable[ContactId], first: str, last: str) -> list[EntryId]:
        """Meetings and calls with these people from one day to another that no calendar wrote."""
        rows = self._raw.execute(
            "SELECT DISTINCT e.id FROM participants p JOIN entries e ON e.id=p.entry_id "
            f"WHERE p.contact_id {IN} AND e.kind IN ('meeting','call') AND e.on_day BETWEEN ? AND ? "
            "AND NOT EXISTS (SELECT 1 FROM held_meetings h WHERE h.entry_id=e.id) ORDER BY e.id",
            (compact(sorted(set(people))), first, last),
        )
        return [EntryId(row[0]) for row in rows]

    def told_in(self, entries: Iterable[EntryId]) -> set[EntryId]:
        """Those of these conversations in which something was promised or is to be remembered of."""
        chosen = compact(list(entries))
        rows = self._raw.execute(
            f"SELECT told_in FROM promises WHERE told_in {IN} "
            f"UNION SELECT told_in FROM reminders WHERE told_in {IN}",
            (chosen, chosen),
        )
        return {EntryId(row[0]) for row in rows}

    def changed_since(self, changeset: int, tables: Sequence[str]) -> bool:
        """Whether a later change than this one wrote any of these tables."""
        row = self._raw.execute(
            f"SELECT 1 FROM changes WHERE changeset_id>? AND table_name {IN} LIMIT 1",
            (changeset, compact(list(tables))),
        ).fetchone()
        return row is not None

    def last_changeset(self) -> int:
        """The number of the latest change."""
        return int(self._raw.execute("SELECT coalesce(max(id),0) FROM changesets").fetchone()[0])

    def _uids(self, query: str, values: Sequence[object]) -> set[str]:
        found: set[str] = set()
        for start in range(0, len(values), _CHUNK):
            rows = self._raw.execute(query, (compact(values[start : start + _CHUNK]),))
            found.update(chain.from_iterable(rows))
        return found


def _grouped(rows: Iterable[Sequence[Any]]) -> Iterator[list[Scheduled]]:
    group: list[Scheduled] = []
    place: tuple[int, str] | None = None
    for number, calendar, reading, uid in rows:
        kept = event_of(reading, EventId(number), CalendarId(calendar))
        if kept is None:
            continue
        if group and place != (calendar, uid):
            yield group
            group = []
        place = (calendar, uid)
        group.append(kept)
    if group:
        yield group

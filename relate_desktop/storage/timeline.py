"""The timeline read: ids in order for one person or all, pages of entries, talks."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from itertools import chain
from json import loads
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId, EntryId
from relate_desktop.domain.interaction import Balance, Direction, InteractionKind, Talk
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.timeline import (
    TimelineEntry,
    TimelineFilter,
    TimelineWhich,
    moment_entry,
    people_in,
)
from relate_desktop.domain.wall_time import moved
from relate_desktop.storage.engine import raw
from relate_desktop.storage.entry_rows import FIELDS, Kept, item_of
from relate_desktop.storage.held_meetings import HeldMeetingsRepository
from relate_desktop.storage.journal import compact
from relate_desktop.storage.last_talks import LastTalk, LastTalks
from relate_desktop.storage.moment_rows import MOMENTS_IN_ORDER, moments_by_id
from relate_desktop.storage.moments import from_column, to_column
from relate_desktop.storage.record import last_writers
from relate_desktop.storage.summaries import PeopleLists
from relate_desktop.storage.text_search import TextsRepository

_IN = "IN (SELECT value FROM json_each(?))"
_KINDS = {
    TimelineWhich.CONVERSATIONS: "kind<>'note'",
    TimelineWhich.NOTES: "kind='note'",
}
DAYS_A_YEAR = 365
EVERYTHING = TimelineFilter()
_IN_ORDER = "ORDER BY sort_at DESC, id DESC"


class TimelineRepository:
    """Entries on one transaction. ``today`` is the day where the user is."""

    def __init__(self, connection: Connection, people: PeopleLists, today: date) -> None:
        self._connection = connection
        self._raw: Any = raw(connection)
        self._people = people
        self._today = today

    # ------------------------------------------------------------- the lists

    def ids(self, which: TimelineFilter = EVERYTHING) -> "array[int]":
        """Entries, the latest first, planned ones on top; pinned notes lead a person's timeline.

        Moments stand among them with negative ids.
        """
        moments = self._raw.execute("SELECT 1 FROM moments LIMIT 1").fetchone() is not None
        query, parameters = _listing(which, moments=moments)
        found = self._numbers(query, parameters)
        if which.words.strip():
            wanted = TextsRepository(self._connection).entries(which.words)
            found = array("q", [number for number in found if number in wanted])
        if which.contact is None or not found:
            return found
        pinned = set(self._numbers("SELECT id FROM entries WHERE pinned=1", ())).intersection(found)
        if not pinned:
            return found
        first = [number for number in found if number in pinned]
        return array("q", [*first, *(number for number in found if number not in pinned)])

    def _numbers(self, query: str, parameters: Sequence[object]) -> "array[int]":
        """The numbers of a query's first column; as one text they come quicker than as a million rows."""
        row = self._raw.execute(f"SELECT json_group_array(id) FROM ({query})", parameters).fetchone()
        return array("q", loads(row[0]))

    def recent(self, contact: ContactId, limit: int) -> list[TimelineEntry]:
        """What happened last with somebody, the latest first; nothing planned, nothing put on top."""
        rows = self._raw.execute(
            "SELECT p.entry_id FROM participants p JOIN entries e ON e.id=p.entry_id "
            "WHERE p.contact_id=? AND e.on_day<=? ORDER BY p.sort_at DESC, p.entry_id DESC LIMIT ?",
            (contact, self._today.isoformat(), limit),
        ).fetchall()
        return self.page([row[0] for row in rows])

    def pinned(self, contact: ContactId, limit: int) -> list[TimelineEntry]:
        """The notes that stand above somebody's timeline, the latest first."""
        rows = self._raw.execute(
            "SELECT p.entry_id FROM participants p JOIN entries e ON e.id=p.entry_id "
            "WHERE p.contact_id=? AND e.pinned=1 ORDER BY p.sort_at DESC, p.entry_id DESC LIMIT ?",
            (contact, limit),
        ).fetchall()
        return self.page([row[0] for row in rows])

    # ------------------------------------------------------------- the rows

    def get(self, entry: EntryId) -> TimelineEntry:
        """One entry; raises NotFoundError(ENTRY_UNKNOWN)."""
        found = self.page([entry])
        if not found:
            raise NotFoundError(ErrorKind.ENTRY_UNKNOWN, entry=entry)
        return found[0]

    def page(self, ids: Sequence[int]) -> list[TimelineEntry]:
        """These entries in the order asked for, with their people; those that are gone are left out."""
        found: dict[int, TimelineEntry] = {}
        wanted = [number for number in ids if number > 0]
        items = self.items(wanted)
        moments = moments_by_id(self._raw, [-number for number in ids if number < 0])
        people = self._summaries(
            [*chain.from_iterable(people_in(item) for item in (*items.values(), *moments.values()))]
        )
        writers = last_writers(self._connection, "entries", wanted)
        calendars = HeldMeetingsRepository(self._connection).calendars_of(wanted)
        for row in self._raw.execute(
            f"SELECT id, sentence, created_at FROM entries WHERE id {_IN}", (compact(wanted),)
        ):
            number, item = row[0], items[row[0]]
            writer = writers.get(number)
            found[number] = TimelineEntry(
                id=EntryId(number),
                item=item,
                people=tuple(people[one] for one in people_in(item) if one in people),
                source=(writer.source if writer is not None else None) or calendars.get(EntryId(number)),
                created_at=from_column(row[2]),
                sentence=row[1] or "",
            )
        for number, moment in moments.items():
            about = tuple(people[one] for one in people_in(moment) if one in people)
            found[-number] = TimelineEntry(moment_entry(number), moment, about, None, None)
        return [found[number] for number in ids if number in found]

    def items(self, entries: Sequence[int]) -> dict[int, Kept]:
        """What these entries hold, by id, without anything about their people."""
        chosen = compact(list(entries))
        people: dict[int, list[ContactId]] = {}
        for entry, contact in self._raw.execute(
            f"SELECT entry_id, contact_id FROM participants WHERE entry_id {_IN} "
            "ORDER BY entry_id, ordinal, id",
            (chosen,),
        ):
            people.setdefault(entry, []).append(ContactId(contact))
        rows = self._raw.execute(f"SELECT {FIELDS}, id FROM entries WHERE id {_IN}", (chosen,))
        return {row[-1]: item_of(EntryId(row[-1]), row[:-1], tuple(people.get(row[-1], ()))) for row in rows}

    def counts(self) -> int:
        """How many conversations and notes there are."""
        return int(self._raw.execute("SELECT count(*) FROM entries").fetchone()[0])

    # --------------------------------------------------------------- talks

    def talks(self, contact: ContactId) -> tuple[Talk, ...]:
        """All conversations with somebody up to today, the earliest first."""
        rows = self._raw.execute(
            "SELECT e.on_day, e.kind, e.direction FROM participants p JOIN entries e ON e.id=p.entry_id "
            "WHERE p.contact_id=? AND e.kind<>'note' AND e.on_day<=? ORDER BY e.on_day, p.sort_at, e.id",
            (contact, self._today.isoformat()),
        )
        return tuple(
            Talk(date.fromisoformat(on), InteractionKind(kind), Direction(direction))
            for on, kind, direction in rows
        )

    def balance(self, contact: ContactId) -> Balance:
        """Who reached out how often in the year up to today, and since when there is anything."""
        today = self._today.isoformat()
        a_year_ago = moved(self._today, -DAYS_A_YEAR)
        # a day in some zone begins before that day here
        from_then = to_column(datetime.combine(moved(a_year_ago, -1), time(), UTC))
        mine, theirs = self._raw.execute(
            "SELECT coalesce(sum(e.direction='out'),0), coalesce(sum(e.direction='in'),0) "
            "FROM participants p JOIN entries e ON e.id=p.entry_id "
            "WHERE p.contact_id=? AND p.sort_at>=? AND e.kind<>'note' AND e.on_day BETWEEN ? AND ?",
            (contact, from_then, a_year_ago.isoformat(), today),
        ).fetchone()
        first = self._raw.execute(
            "SELECT e.on_day FROM participants p JOIN entries e ON e.id=p.entry_id "
            "WHERE p.contact_id=? AND e.kind<>'note' AND e.on_day<=? ORDER BY p.sort_at LIMIT 1",
            (contact, today),
        ).fetchone()
        return Balance(mine, theirs, date.fromisoformat(first[0]) if first is not None else None)

    def last_talks(self, contacts: Iterable[ContactId]) -> Mapping[int, LastTalk]:
        """The latest conversation with each of these people, up to today."""
        return LastTalks(self._raw, self._today).of(contacts)

    def _summaries(self, contacts: Iterable[int]) -> dict[int, ContactSummary]:
        return {row.id: row for row in self._people.summaries(list(dict.fromkeys(contacts)))}


def _listing(which: TimelineFilter, *, moments: bool) -> tuple[str, tuple[object, ...]]:
    """The query of a timeline's ids in order, and its parameters; ``moments`` says if there are any."""
    one = () if which.contact is None else (which.contact,)
    days = MOMENTS_IN_ORDER + (" AND m.contact_id=?" if one else "")
    if which.which is TimelineWhich.MOMENTS:
        return f"{days} {_IN_ORDER}", one
    kind = _KINDS.get(which.which)
    if not one:
        entries = "SELECT id, sort_at FROM entries" + (f" WHERE {kind}" if kind else "")
    elif kind:
        entries = (
            "SELECT p.entry_id AS id, p.sort_at AS sort_at FROM participants p "
            f"JOIN entries e ON e.id=p.entry_id WHERE p.contact_id=? AND e.{kind}"
        )
    else:
        entries = "SELECT entry_id AS id, sort_at FROM participants WHERE contact_id=?"
    if kind or not moments:
        return f"{entries} {_IN_ORDER}", one
    return f"{entries} UNION ALL {days} {_IN_ORDER}", one * 2

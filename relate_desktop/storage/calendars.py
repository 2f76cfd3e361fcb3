"""Calendars kept in the book: their files, their components, and the events of a window of time."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.calendar import Calendar
from relate_desktop.domain.calendar_file import CalendarComponent, ComponentKey
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.event_draft import RefusedEvent
from relate_desktop.domain.event_series import Scheduled
from relate_desktop.domain.ids import CalendarId, EventId
from relate_desktop.storage.component_bytes import unpacked
from relate_desktop.storage.engine import raw
from relate_desktop.storage.event_rows import draft_of, event_of, refusal_of
from relate_desktop.storage.journal import compact
from relate_desktop.storage.linked_people import IN
from relate_desktop.storage.moments import from_column, to_column
from relate_desktop.storage.rows import storable

LONG = 35 * 86_400_000_000
"""Microseconds: what lasts longer is looked for separately, so that the rest is found by its start alone."""
_UNKNOWN_ZONES = 20
"""So many names of unknown zones are told of one calendar."""

_CALENDARS = (
    "SELECT c.id, c.name, c.hue, c.shown, c.path, coalesce(l.read_at, c.created_at), coalesce(l.missing, 0), "
    "(SELECT count(*) FROM event_spans s WHERE s.calendar_id=c.id), "
    "(SELECT count(*) FROM calendar_components k WHERE k.calendar_id=c.id AND k.refused=1) "
    "FROM calendars c LEFT JOIN calendar_looks l ON l.path=c.path AND c.path<>''"
)
_EVENT = "SELECT c.id, c.calendar_id, t.reading, c.uid FROM calendar_components c "
_TEXT = "JOIN calendar_texts t ON t.id=c.text_id "
_READ = "c.event=1"
_VISIBLE = (
    "+s.calendar_id {calendars} AND NOT EXISTS "
    "(SELECT 1 FROM hidden_series h WHERE h.calendar_id=s.calendar_id AND h.uid=s.uid)"
)
_IN_WINDOW = (
    "SELECT c.id, c.calendar_id, t.reading, c.uid FROM (SELECT s.calendar_id, s.uid FROM event_spans s "
    "WHERE s.long=0 AND s.first_at>=:early AND s.first_at<:end AND s.last_at>:start AND {visible} UNION ALL "
    "SELECT s.calendar_id, s.uid FROM event_spans s WHERE s.long=1 AND s.last_at>:start AND s.first_at<:end "
    "AND {visible}) w CROSS JOIN calendar_components c ON c.calendar_id=w.calendar_id AND c.uid=w.uid "
    "JOIN calendar_texts t ON t.id=c.text_id WHERE c.event=1 ORDER BY c.calendar_id, c.uid, c.id"
)
"""A plus before a column keeps SQLite from walking through whole calendars by their keys."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that a calendar was read from, by the checksum of what was read."""

    id: int
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class KeptComponent:
    """What is known of a component without opening it."""

    id: int
    file: int
    essence: bytes
    unknown_zone: str
    refused: bool = False

    @property
    def clear(self) -> bool:
        """Whether nothing of it is in question: read once, it need not be read again."""
        return not (self.unknown_zone or self.refused)


@dataclass(frozen=True, slots=True)
class RefusedComponent:
    """A component that could not be read: why, and its bytes."""

    event: EventId
    why: RefusedEvent
    raw: bytes


class CalendarsRepository:
    """Calendars on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def all(self) -> list[Calendar]:
        """Every calendar, in order of arrival."""
        zones = self._unknown_zones()
        rows = self._raw.execute(f"{_CALENDARS} ORDER BY c.id").fetchall()
        return [_calendar(row, zones.get(row[0], ())) for row in rows]

    def find(self, calendar: CalendarId) -> Calendar | None:
        """The calendar, or None."""
        return next((one for one in self.all() if one.id == calendar), None)

    def get(self, calendar: CalendarId) -> Calendar:
        """The calendar; raises NotFoundError(CALENDAR_UNKNOWN)."""
        found = self.find(calendar)
        if found is None:
            raise NotFoundError(ErrorKind.CALENDAR_UNKNOWN, calendar=calendar)
        return found

    def answers(self, calendar: CalendarId) -> Mapping[str, str]:
        """The IANA names that the user gave for zones nobody could explain."""
        row = self._raw.execute("SELECT zones FROM calendars WHERE id=?", (calendar,)).fetchone()
        return dict(json.loads(row[0])) if row else {}

    def files(self, calendar: CalendarId) -> list[KeptFile]:
        """The files the calendar was read from."""
        rows = self._raw.execute(
            "SELECT id, path, sha256 FROM calendar_files WHERE calendar_id=? ORDER BY id", (calendar,)
        )
        return [KeptFile(*row) for row in rows]

    def present(self, calendar: CalendarId) -> dict[ComponentKey, list[KeptComponent]]:
        """What the calendar holds, by key; a key that came several times has several."""
        found: dict[ComponentKey, list[KeptComponent]] = {}
        rows = self._raw.execute(
            "SELECT c.kind, c.uid, c.recurrence, c.id, c.file_id, t.essence, c.unknown_zone, "
            "c.refused "
            f"FROM calendar_components c {_TEXT}WHERE c.calendar_id=? ORDER BY c.id",
            (calendar,),
        )
        for kind, uid, recurrence, *rest in rows:
            found.setdefault(ComponentKey(kind, uid, recurrence), []).append(KeptComponent(*rest))
        return found

    def over_before(self, calendar: CalendarId, uids: Iterable[str], others: datetime | None) -> set[str]:
        """Those of these events that were over before any other of the calendar begins.

        ``others`` is when the first of those begins that are not kept yet.
        """
        chosen = compact(sorted(uids))
        first = self._raw.execute(
            f"SELECT min(first_at) FROM event_spans WHERE calendar_id=? AND uid NOT {IN}", (calendar, chosen)
        ).fetchone()[0]
        begins = [one for one in (first, None if others is None else to_column(others)) if one is not None]
        if not begins:
            return set()
        rows = self._raw.execute(
            f"SELECT uid FROM event_spans WHERE calendar_id=? AND uid {IN} AND last_at<?",
            (calendar, chosen, min(begins)),
        )
        return {row[0] for row in rows}

    def between(
        self, start: datetime, end: datetime, calendars: Sequence[CalendarId] | None = None
    ) -> Iterator[list[Scheduled]]:
        """Events that may take place between two instants, each with its overrides.

        Of the calendars that are shown, or of these; what the user hid is not among them.
        """
        shown = (
            "IN (SELECT id FROM calendars WHERE shown=1)"
            if calendars is None
            else ("IN (SELECT value FROM json_each(:calendars))")
        )
        parameters = {
            "early": to_column(start) - LONG,
            "start": to_column(start),
            "end": to_column(end),
            "calendars": compact(list(calendars or ())),
        }
        yield from self._grouped(
            self._raw.execute(
                _IN_WINDOW.format(visible=_VISIBLE.format(calendars=shown)), parameters
            ).fetchall()
        )

    def series(self, event: EventId) -> list[Scheduled]:
        """An event with everything of the same UID; raises NotFoundError(EVENT_UNKNOWN)."""
        rows = self._raw.execute(
            f"{_EVENT}{_TEXT}JOIN calendar_components o ON o.calendar_id=c.calendar_id AND o.uid=c.uid "
            f"WHERE o.id=? AND {_READ} ORDER BY c.id",
            (event,),
        ).fetchall()
        if not rows:
            raise NotFoundError(ErrorKind.EVENT_UNKNOWN, event=event)
        return next(self._grouped(rows))

    def components(self, calendar: CalendarId) -> Iterator[tuple[ComponentKey, bytes]]:
        """Everything of a calendar as it came, in order of arrival."""
        rows = self._raw.execute(
            f"SELECT c.kind, c.uid, c.recurrence, t.raw FROM calendar_components c {_TEXT}"
            "WHERE c.calendar_id=? ORDER BY c.file_id, c.id",
            (calendar,),
        )
        for kind, uid, recurrence, packed in rows:
            yield ComponentKey(kind, uid, recurrence), unpacked(packed)

    def refused(self, calendar: CalendarId) -> list[RefusedComponent]:
        """The components that could not be read."""
        rows = self._raw.execute(
            f"SELECT c.id, t.reading, t.raw FROM calendar_components c {_TEXT}"
            "WHERE c.calendar_id=? AND c.refused=1 ORDER BY c.id",
            (calendar,),
        ).fetchall()
        refused = ((EventId(number), refusal_of(reading), packed) for number, reading, packed in rows)
        return [
            RefusedComponent(number, why, unpacked(raw)) for number, why, raw in refused if why is not None
        ]

    def events_named(self, uid: str, recurrence: str) -> list[tuple[int, int, CalendarComponent]]:
        """What any calendar tells of an event, or of one time of it: id, file, and the event."""
        rows = self._raw.execute(
            "SELECT c.id, c.file_id, c.kind, c.sequence, t.essence, t.reading, t.raw FROM calendars k "
            f"CROSS JOIN calendar_components c ON c.calendar_id=k.id AND c.uid=? {_TEXT}"
            f"WHERE c.recurrence=? AND {_READ} ORDER BY c.id",
            (storable(uid), storable(recurrence)),
        ).fetchall()
        return [
            (
                number,
                file,
                CalendarComponent(
                    ComponentKey(kind, uid, recurrence), unpacked(packed), essence, 0, sequence, draft
                ),
            )
            for number, file, kind, sequence, essence, reading, packed in rows
            if (draft := draft_of(reading)) is not None
        ]

    def of_kind(self, kind: str) -> list[bytes]:
        """The components of a kind as they came, in order of arrival."""
        rows = self._raw.execute(
            f"SELECT t.raw FROM calendar_components c {_TEXT}WHERE c.kind=? ORDER BY c.id", (kind,)
        ).fetchall()
        return [unpacked(packed) for (packed,) in rows]

    def of_unknown_zone(self, calendar: CalendarId, zone: str) -> list[tuple[int, int, bytes]]:
        """The components with a time zone that nobody could explain: id, file and bytes."""
        rows = self._raw.execute(
            f"SELECT c.id, c.file_id, t.raw FROM calendar_components c {_TEXT}"
            "WHERE c.calendar_id=? AND c.unknown_zone=? AND c.unknown_zone<>'' ORDER BY c.id",
            (calendar, zone),
        ).fetchall()
        return [(number, file, unpacked(packed)) for number, file, packed in rows]

    def around(self, file: int) -> bytes:
        """What the components of a file need to be understood: the head of its calendar, and its zones."""
        rows = self._raw.execute(
            f"SELECT t.raw FROM calendar_components c {_TEXT}WHERE c.file_id=? "
            "AND (c.kind='VTIMEZONE' OR (c.kind='' AND c.uid='text:0')) ORDER BY c.kind, c.id",
            (file,),
        )
        return b"\r\n".join([*(unpacked(packed) for (packed,) in rows), b""])

    def hidden(self) -> list[Scheduled]:
        """The events that the user hid, one component of each."""
        rows = self._raw.execute(
            f"{_EVENT}{_TEXT}JOIN hidden_series h ON h.calendar_id=c.calendar_id AND h.uid=c.uid "
            f"WHERE {_READ} ORDER BY c.calendar_id, c.uid, c.id"
        ).fetchall()
        return [group[0] for group in self._grouped(rows)]

    def _unknown_zones(self) -> dict[int, tuple[str, ...]]:
        found: dict[int, tuple[str, ...]] = {}
        for calendar, zone in self._raw.execute(
            "SELECT DISTINCT calendar_id, unknown_zone FROM calendar_components WHERE unknown_zone<>'' "
            "ORDER BY calendar_id, unknown_zone"
        ):
            known = found.get(calendar, ())
            if len(known) < _UNKNOWN_ZONES:
                found[calendar] = (*known, zone)
        return found

    def _grouped(self, rows: Iterable[Sequence[Any]]) -> Iterator[list[Scheduled]]:
        group: list[Scheduled] = []
        present: tuple[int, str] | None = None
        for number, calendar, reading, uid in rows:
            kept = event_of(reading, EventId(number), CalendarId(calendar))
            if kept is None:
                continue
            if group and present != (calendar, uid):
                yield group
                group = []
            present = (calendar, uid)
            group.append(kept)
        if group:
            yield group


def _calendar(row: Sequence[Any], zones: tuple[str, ...]) -> Calendar:
    return Calendar(
        id=CalendarId(row[0]),
        name=row[1],
        hue=row[2],
        shown=bool(row[3]),
        path=row[4],
        read_at=from_column(row[5]),
        missing=bool(row[6]),
        events=row[7],
        refused=row[8],
        unknown_zones=zones,
    )

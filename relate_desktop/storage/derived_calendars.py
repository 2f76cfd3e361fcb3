"""What follows from the components of calendars, kept true at the end of every write.

When an event takes place, roughly, so that a month is found among very many; and who is invited.
"""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from relate_desktop.domain.event_schedule import Schedule, span
from relate_desktop.storage import schema
from relate_desktop.storage.calendars import LONG
from relate_desktop.storage.event_rows import draft_of
from relate_desktop.storage.images import field_of
from relate_desktop.storage.journal import Journal, compact, insert_rows
from relate_desktop.storage.linked_people import IN
from relate_desktop.storage.moments import to_column

_CHUNK = 500
_TABLE = "calendar_components"
_READ = "c.event=1"
_PAIRS = (
    "SELECT json_extract(value,'$[0]') AS calendar_id, json_extract(value,'$[1]') AS uid FROM json_each(?)"
)

FOR_EVER = (1 << 62) - 1
"""The last instant of what has no end."""

Series = tuple[int, str]
"""A calendar and a UID in it."""


class DerivedCalendars:
    """Spans and invited people on one write transaction."""

    def __init__(self, connection: Any) -> None:
        self._raw = connection

    def finish(self, journal: Journal) -> None:
        """Makes the rows true of every event that this write concerned."""
        if not journal.wrote(_TABLE):
            return
        written = journal.rows().get(_TABLE, ())
        gone = self._gone(journal)
        self._drop_people(chain(gone, *(range(first, last + 1) for first, last in written)))
        for first, last in written:
            self._add_people("c.id BETWEEN ? AND ?", (first, last))
        series = set(self._series_before(journal))
        for first, last in written:
            series.update(
                self._raw.execute(
                    f"SELECT DISTINCT calendar_id, uid FROM {_TABLE} WHERE id BETWEEN ? AND ?", (first, last)
                )
            )
        self._renew(series)

    def rebuild(self) -> None:
        """Makes everything anew."""
        self._raw.execute("DELETE FROM event_people")
        self._add_people("1", ())
        self._raw.execute("DELETE FROM event_spans")
        self._renew(set(self._raw.execute(f"SELECT DISTINCT calendar_id, uid FROM {_TABLE}").fetchall()))

    def differing(self) -> int:
        """How many events are not where they belong."""
        query = "SELECT count(*) FROM (SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other}))"
        kept = f"SELECT DISTINCT calendar_id, uid FROM {_TABLE} c WHERE {_READ}"
        derived = "SELECT calendar_id, uid FROM event_spans"
        pairs = ((kept, derived), (derived, kept))
        numbers = (
            self._raw.execute(query.format(one=one, other=other)).fetchone()[0] for one, other in pairs
        )
        lost = self._raw.execute(
            f"SELECT count(*) FROM event_people WHERE component_id NOT IN (SELECT id FROM {_TABLE})"
        ).fetchone()[0]
        return int(sum(numbers) + lost)

    def _gone(self, journal: Journal) -> list[int]:
        """Components that were rewritten or removed; those of a range may not be named one by one."""
        rows = self._raw.execute(
            "SELECT row_id FROM changes WHERE changeset_id=? "
            f"AND table_name='{_TABLE}' AND before IS NOT NULL",
            (journal.changeset,),
        )
        return list(chain.from_iterable(rows.fetchall()))

    def _series_before(self, journal: Journal) -> list[Series]:
        rows = self._raw.execute(
            f"SELECT DISTINCT {field_of(_TABLE, 'calendar_id')}, {field_of(_TABLE, 'uid')} FROM changes "
            f"WHERE changeset_id=? AND table_name='{_TABLE}' AND before IS NOT NULL",
            (journal.changeset,),
        )
        return [(row[0], row[1]) for row in rows.fetchall()]

    def _drop_people(self, components: Iterable[int]) -> None:
        self._raw.execute(f"DELETE FROM event_people WHERE component_id {IN}", (compact(list(components)),))

    def _add_people(self, condition: str, parameters: tuple[int, ...]) -> None:
        query = (
            f"SELECT c.id, t.reading FROM {_TABLE} c JOIN calendar_texts t ON t.id=c.text_id "
            f"WHERE {_READ} AND {condition}"
        )
        cursor = self._raw.execute(query, parameters)
        while rows := cursor.fetchmany(_CHUNK):
            invited = {
                (one.address, number)
                for number, reading in rows
                if (draft := draft_of(reading)) is not None
                for one in draft.attendees
                if one.address
            }
            insert_rows(self._raw, schema.event_people, sorted(invited))

    def _renew(self, series: set[Series]) -> None:
        ordered = sorted(series)
        for start in range(0, len(ordered), _CHUNK):
            chosen = (compact(ordered[start : start + _CHUNK]),)
            self._raw.execute(
                f"DELETE FROM event_spans WHERE (calendar_id, uid) IN (SELECT * FROM ({_PAIRS}))", chosen
            )
            rows = self._raw.execute(
                f"SELECT c.calendar_id, c.uid, t.reading FROM ({_PAIRS}) p CROSS JOIN {_TABLE} c "
                "ON c.calendar_id=p.calendar_id AND c.uid=p.uid JOIN calendar_texts t ON t.id=c.text_id "
                f"WHERE {_READ}",
                chosen,
            )
            self._add_spans(rows.fetchall())

    def _add_spans(self, rows: Iterable[tuple[int, str, str]]) -> None:
        found: dict[Series, list[Schedule]] = {}
        for calendar, uid, reading in rows:
            draft = draft_of(reading)
            if draft is not None:
                found.setdefault((calendar, uid), []).append(draft.schedule)
        spans = [(*series, *_span(schedules)) for series, schedules in found.items()]
        insert_rows(self._raw, schema.event_spans, spans)


def _span(schedules: Iterable[Schedule]) -> tuple[int, int, int]:
    """First and last instant of an event with its overrides, and whether it is among the long ones."""
    spans = [span(schedule) for schedule in schedules]
    first = min(to_column(one.first) for one in spans)
    last = max(FOR_EVER if one.last is None else to_column(one.last) for one in spans)
    return first, last, int(last - first > LONG)

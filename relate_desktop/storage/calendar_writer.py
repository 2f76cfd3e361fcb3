"""Calendars on a write transaction: their components come, change and go through the journal."""

from collections.abc import Iterable, Mapping, Sequence

from relate_desktop.domain.calendar_file import CalendarComponent
from relate_desktop.domain.ids import CalendarId, EventId
from relate_desktop.storage import schema
from relate_desktop.storage.calendars import CalendarsRepository
from relate_desktop.storage.component_bytes import packed
from relate_desktop.storage.event_rows import reading_column
from relate_desktop.storage.journal import Journal, compact, insert_rows
from relate_desktop.storage.rows import storable

_CHILDREN = (schema.hidden_series, schema.calendar_components, schema.calendar_files)


class CalendarsWriter(CalendarsRepository):
    """Calendars on a write transaction."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal.connection)
        self._journal = journal

    def add(self, name: str, hue: int, path: str = "") -> CalendarId:
        """A new calendar, without anything in it."""
        values = (storable(name), hue, 1, storable(path), "{}", self._journal.at)
        return CalendarId(self._journal.insert(schema.calendars, *values))

    def save(
        self,
        calendar: CalendarId,
        *,
        name: str | None = None,
        hue: int | None = None,
        shown: bool | None = None,
        path: str | None = None,
    ) -> bool:
        """Writes what differs; whether anything did. Raises NotFoundError(CALENDAR_UNKNOWN)."""
        before = self.get(calendar)
        wanted = {
            "name": storable(name) if name is not None else before.name,
            "hue": before.hue if hue is None else hue,
            "shown": int(before.shown if shown is None else shown),
            "path": storable(path) if path is not None else before.path,
        }
        now = (before.name, before.hue, int(before.shown), before.path)
        values = {key: value for (key, value), old in zip(wanted.items(), now, strict=True) if value != old}
        if values:
            self._journal.update(schema.calendars, calendar, values)
        return bool(values)

    def answer(self, calendar: CalendarId, zones: Mapping[str, str]) -> None:
        """Keeps which zones are meant by names that nobody could explain."""
        self._journal.update(schema.calendars, calendar, {"zones": compact(dict(zones))})

    def remove(self, calendar: CalendarId) -> None:
        """Takes a calendar away with everything in it."""
        for table in _CHILDREN:
            rows = self._raw.execute(f"SELECT id FROM {table.name} WHERE calendar_id=?", (calendar,))
            self._journal.delete(table, [row[0] for row in rows.fetchall()])
        self._journal.delete(schema.calendars, [calendar])

    def add_file(self, calendar: CalendarId, path: str, sha256: str) -> int:
        """Notes a file that the calendar is read from."""
        return self._journal.insert(schema.calendar_files, calendar, storable(path), sha256)

    def save_file(self, file: int, path: str, sha256: str) -> None:
        """Notes that a file says something else now, or lies elsewhere."""
        values = (storable(path), sha256)
        row = self._raw.execute("SELECT path, sha256 FROM calendar_files WHERE id=?", (file,)).fetchone()
        if row != values:
            self._journal.update(schema.calendar_files, file, {"path": values[0], "sha256": sha256})

    def remove_files(self, files: Iterable[int]) -> None:
        """Forgets files of which nothing is left."""
        self._journal.delete(schema.calendar_files, files)

    def add_components(self, calendar: CalendarId, file: int, coming: Sequence[CalendarComponent]) -> None:
        """Keeps new components."""
        if not coming:
            return
        texts = self._add_texts(coming)
        first = self._journal.reserve(schema.calendar_components, len(coming))
        self._journal.insert_many(
            schema.calendar_components,
            [
                (first + place, calendar, file, *_columns(one), text, *_state(one))
                for place, (one, text) in enumerate(zip(coming, texts, strict=True))
            ],
        )

    def replace_components(self, file: int, coming: Mapping[int, CalendarComponent]) -> None:
        """Gives components, by their ids, what their file says now."""
        texts = self._add_texts(list(coming.values()))
        for (component, one), text in zip(coming.items(), texts, strict=True):
            values = {
                "file_id": file,
                "sequence": one.sequence,
                "text_id": text,
                **dict(zip(("event", "unknown_zone", "refused"), _state(one), strict=True)),
            }
            self._journal.update(schema.calendar_components, component, values)

    def remove_components(self, components: Iterable[int]) -> None:
        """Takes away what the file does not hold any more."""
        self._journal.delete(schema.calendar_components, components)

    def hide(self, event: EventId) -> bool:
        """Shows an event with all its occurrences no more; whether it was shown."""
        if self._hidden(event):
            return False
        calendar, uid = self._raw.execute(
            "SELECT calendar_id, uid FROM calendar_components WHERE id=?", (event,)
        ).fetchone()
        self._journal.insert(schema.hidden_series, calendar, uid)
        return True

    def unhide(self, event: EventId) -> bool:
        """Shows an event again; whether it was hidden."""
        rows = self._hidden(event)
        self._journal.delete(schema.hidden_series, rows)
        return bool(rows)

    def _hidden(self, event: EventId) -> list[int]:
        rows = self._raw.execute(
            "SELECT h.id FROM hidden_series h JOIN calendar_components c ON c.calendar_id=h.calendar_id "
            "AND c.uid=h.uid WHERE c.id=?",
            (event,),
        )
        return [row[0] for row in rows.fetchall()]

    def _add_texts(self, coming: Sequence[CalendarComponent]) -> range:
        first = self._journal.reserve(schema.calendar_texts, len(coming))
        rows = [
            (first + place, one.essence, reading_column(one), packed(one.raw))
            for place, one in enumerate(coming)
        ]
        insert_rows(self._journal.raw, schema.calendar_texts, rows)
        return range(first, first + len(coming))


def _columns(one: CalendarComponent) -> tuple[str, str, str, int]:
    return (one.key.kind, storable(one.key.uid), storable(one.key.recurrence), one.sequence)


def _state(one: CalendarComponent) -> tuple[int, str, int]:
    return (int(one.draft is not None), storable(one.unknown_zone), int(one.refused is not None))

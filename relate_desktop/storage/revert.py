"""Undo, redo and take back: images put back in a new changeset, row by row, three ways.

For a row of the old change there is the state before it (its image), the state after it (the
next image, or the row as it stands) and the state now. Where after and now agree, before
returns; a column changed since stays and is named as a conflict. Rows that no later change
wrote need no comparing and return in bulk.
"""

from typing import Any

from sqlalchemy import Table

from relate_desktop.domain.change import OperationKind, RevertConflict, Stays
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.storage import schema
from relate_desktop.storage.journal import Journal, column_names, image_sql
from relate_desktop.storage.ranges import Ranges
from relate_desktop.storage.row_states import ABSENT, Image, RowStates, image_of
from relate_desktop.storage.staying import Staying

SILENT = frozenset({"ordinal", "edited", "source_card_id", "first_byte", "byte_length"})
"""Columns that follow from what was typed: kept as they are since, without a word."""

_FOLLOWING = "sort_at"
"""A column that follows from others and goes with them, so that it is no word of its own."""

_PARENTS: dict[str, tuple[tuple[str, str], ...]] = {
    table.name: tuple(
        (str(key.parent.name), key.column.table.name)
        for key in sorted(table.foreign_keys, key=lambda key: str(key.parent.name))
        if key.column.table in schema.JOURNALLED
    )
    for table in schema.JOURNALLED
}
"""For each table its columns that refer to another journalled one."""

_REMOVAL = tuple(reversed(schema.JOURNALLED))
"""Children first, so that it is known what still hangs on a parent."""


_OLD = "o.changeset_id=:c AND o.table_name=:t"
_LATER = "n.table_name=:t AND n.changeset_id>:c"
_REWRITTEN = (
    f"SELECT o.row_id FROM changes o WHERE {_OLD} AND o.last_row_id IS NULL AND EXISTS "
    f"(SELECT 1 FROM changes n WHERE {_LATER} AND n.row_id=o.row_id AND n.last_row_id IS NULL)"
)
_NEW_REWRITTEN = (
    f"SELECT DISTINCT n.row_id FROM changes o CROSS JOIN changes n ON {_LATER} AND n.last_row_id IS NULL "
    f"AND n.row_id BETWEEN o.row_id AND o.last_row_id WHERE {_OLD} AND o.last_row_id IS NOT NULL"
)
_CAME_BACK = (
    f"SELECT o.row_id FROM changes n CROSS JOIN changes o ON {_OLD} AND o.last_row_id IS NULL "
    f"AND o.row_id BETWEEN n.row_id AND n.last_row_id WHERE {_LATER} AND n.last_row_id IS NOT NULL"
)
"""Rows of the change that were rewritten since, new rows rewritten since, rows that came back since."""

_WRITTEN = (
    "SELECT coalesce(max(o.last_row_id IS NULL),0), coalesce(max(o.last_row_id IS NOT NULL),0) "
    f"FROM changes o WHERE {_OLD}"
)
"""Whether the change replaced rows of a table, and whether it added any."""


_STILL_NEEDED = {
    "properties": "SELECT DISTINCT property_id FROM property_lines WHERE property_id BETWEEN ? AND ?",
    "contact_cards": "SELECT k.id FROM contact_cards k WHERE k.id BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM "
    "properties p WHERE p.contact_id=k.contact_id AND (p.source_card_id=k.source_card_id OR EXISTS "
    "(SELECT 1 FROM property_lines l WHERE l.property_id=p.id AND l.source_card_id=k.source_card_id)))",
}
"""A property that a later record said as well, a card that a property still stands on."""


_WHOLES = {
    "entries": ("participants", "entry_id"),
    "promises": ("promise_people", "promise_id"),
    "reminders": ("reminder_people", "reminder_id"),
}
"""Where the people of each are."""

_PARTS = frozenset(people for people, _column in _WHOLES.values())
_UNTOLD = frozenset({"property_lines", "contact_cards", "pairs"})
"""Rows of which it is no loss to anybody that they do not return without what they belong to."""

_TOGETHER: dict[str, tuple[frozenset[str], ...]] = {
    "entries": (frozenset({"kind", "direction"}), frozenset({"on_day", "at", "zone", "sort_at"})),
    "moments": (frozenset({"kind", "date", "yearly"}),),
    "promises": (frozenset({"due_on", "due_time", "due_zone"}),),
    "reminders": (
        frozenset({"due_on", "due_time", "due_zone", "repeats", "began_on", "rule_text", "snoozed_until"}),
    ),
    "rhythms": (frozenset({"ideal", "latest", "no_sooner"}), frozenset({"stretches", "days", "zone"})),
    "circle_rhythms": (frozenset({"ideal", "latest", "no_sooner"}),),
    "calendar_components": (frozenset({"sequence", "text_id", "event", "unknown_zone", "refused"}),),
}
"""Columns that mean something only together: when one was changed since, all of them stay."""


PART = "part"
"""The fact of a change that took only a part of another one back, so that the other still stands."""


class Revert:
    """Takes the changes of one changeset back, in the changeset of a journal."""

    def __init__(self, journal: Journal, changeset: ChangesetId) -> None:
        self._journal = journal
        self._raw: Any = journal.raw
        self._changeset = changeset
        self._states = RowStates(self._raw, changeset)
        self._conflicts: list[RevertConflict] = []
        self._kept: dict[str, set[int]] = {}
        self._doomed: dict[str, Ranges] = {table.name: Ranges() for table in schema.JOURNALLED}

    def apply(self) -> tuple[RevertConflict, ...]:
        """Returns what can return; answers what could not."""
        contested = {table.name: self._contested(table) for table in schema.JOURNALLED}
        for table in schema.JOURNALLED:
            self._return_changed(table, contested[table.name])
            self._return_removed(table, contested[table.name])
            for row_id in sorted(contested[table.name]):
                self._return_contested(table, row_id)
        new = {table.name: self._new_rows(table) for table in schema.JOURNALLED}
        for table in schema.JOURNALLED:
            for first, last in new[table.name]:
                for start, end in _without(first, last, contested[table.name]):
                    self._doomed[table.name].add(start, end)
        staying = Staying(self._raw, new, self._doomed)
        staying.find()
        self._kept = staying.rows
        for table in _REMOVAL:
            self._remove_new(table)
        return tuple(self._conflicts)

    # ------------------------------------------------------------- in bulk

    def _contested(self, table: Table) -> set[int]:
        """The rows of the change that a later change wrote as well."""
        parameters = {"c": self._changeset, "t": table.name}
        replaced, added = self._raw.execute(_WRITTEN, parameters).fetchone()
        found: set[int] = set()
        queries = [*((_REWRITTEN, _CAME_BACK) if replaced else ()), *((_NEW_REWRITTEN,) if added else ())]
        for query in queries:
            found.update(row[0] for row in self._raw.execute(query, parameters).fetchall())
        return found

    def _return_removed(self, table: Table, contested: set[int]) -> None:
        """Puts back rows the change removed and nobody brought back since."""
        gone = (
            f"SELECT c.row_id, c.before FROM changes c WHERE c.changeset_id=? "
            f"AND c.table_name='{table.name}' AND c.before IS NOT NULL "
            f"AND NOT EXISTS (SELECT 1 FROM {table.name} t WHERE t.id=c.row_id)"
        )
        if contested:
            marks = ",".join(str(int(row_id)) for row_id in contested)
            gone += f" AND c.row_id NOT IN ({marks})"
        source = gone
        for column, parent in _PARENTS[table.name]:
            position = column_names(table).index(column)
            value = f"json_extract(c.before,'$[{position}]')"
            source += f" AND ({value} IS NULL OR EXISTS (SELECT 1 FROM {parent} q WHERE q.id={value}))"
        self._journal.put_back_many(table, source, (self._changeset,))
        if source != gone and table.name not in _UNTOLD:
            for row_id, before in self._raw.execute(gone, (self._changeset,)).fetchall():
                self._conflict(table, row_id, image_of(table, before), (), Stays.GONE)

    def _return_changed(self, table: Table, contested: set[int]) -> None:
        """Gives rows that the change rewrote, and nobody since, their older columns."""
        rows = self._raw.execute(
            f"SELECT c.row_id, c.before, {image_sql(table)} FROM changes c "
            f"JOIN {table.name} t ON t.id=c.row_id WHERE c.changeset_id=? AND c.table_name=? "
            "AND c.before IS NOT NULL",
            (self._changeset, table.name),
        ).fetchall()
        for row_id, before, now in rows:
            if row_id not in contested and before != now:
                self._write(table, row_id, image_of(table, before), image_of(table, now))

    def _new_rows(self, table: Table) -> Ranges:
        """The stretches of rows the change added."""
        found = Ranges()
        for first, last in self._raw.execute(
            "SELECT row_id, last_row_id FROM changes WHERE changeset_id=? AND table_name=? "
            "AND last_row_id IS NOT NULL ORDER BY row_id",
            (self._changeset, table.name),
        ).fetchall():
            found.add(first, last)
        return found

    def _remove_new(self, table: Table) -> None:
        """Removes rows the change added, as far as nothing written since hangs on them."""
        doomed = self._doomed[table.name]
        kept = self._needed(table, doomed)
        for first, last in doomed:
            for start, end in _without(first, last, kept):
                self._journal.delete_range(table, start, end)

    def _needed(self, table: Table, doomed: Ranges) -> set[int]:
        """New rows that must stay, because something written since hangs on them."""
        if table.name == "contacts":
            return self._people_to_keep(doomed)
        if table.name == "calendars":
            self._empty_calendars(doomed)
        query = _STILL_NEEDED.get(table.name)
        kept = set(self._kept[table.name])
        for first, last in doomed if query else ():
            kept.update(row[0] for row in self._raw.execute(query, (first, last)).fetchall())
        if table.name in _WHOLES:
            self._conflicts += [
                RevertConflict(self._somebody(table.name, number), table.name, number, (), Stays.NEEDED)
                for number in sorted(kept)
                if number in doomed
            ]
        return kept

    def _people_to_keep(self, doomed: Ranges) -> set[int]:
        kept = set(self._kept["contacts"])
        for first, last in doomed:
            rows = self._raw.execute(
                "SELECT DISTINCT contact_id FROM properties WHERE contact_id BETWEEN ? AND ?", (first, last)
            )
            kept.update(row[0] for row in rows)
            for table, column in (
                ("contact_cards", "contact_id"),
                ("pairs", "one_id"),
                ("pairs", "other_id"),
                ("set_asides", "contact_id"),
                ("known_attendees", "contact_id"),
                ("declined", "contact_id"),
                ("kept_facts", "contact_id"),
            ):
                self._remove_leftovers(table, column, first, last, kept)
        for contact in sorted(kept):
            self._conflicts.append(RevertConflict(ContactId(contact), "contacts", contact, (), Stays.NEEDED))
        return kept

    def _empty_calendars(self, doomed: Ranges) -> None:
        """Lets everything go with a calendar that its files brought into it since."""
        for first, last in doomed:
            for table in ("hidden_series", "calendar_components", "calendar_files"):
                self._remove_leftovers(table, "calendar_id", first, last, set())

    def _remove_leftovers(self, table: str, column: str, first: int, last: int, kept: set[int]) -> None:
        rows = self._raw.execute(
            f"SELECT id, {column} FROM {table} WHERE {column} BETWEEN ? AND ?", (first, last)
        ).fetchall()
        gone = [row_id for row_id, contact in rows if contact not in kept]
        self._journal.delete(schema.metadata.tables[table], gone)

    # --------------------------------------------------------- three ways

    def _return_contested(self, table: Table, row_id: int) -> None:
        before = self._states.before(table, row_id)
        after = self._states.after(table, row_id)
        now = self._states.now(table, row_id)
        if now == before:
            return  # it is back already
        if now is ABSENT:
            if before is not ABSENT and after is ABSENT:
                self._put_back(table, row_id, before)
            elif before is not ABSENT:
                self._conflict(table, row_id, before, (), Stays.REMOVED_SINCE)
            return
        if after == now:
            if before is ABSENT:
                self._doomed[table.name].add(row_id, row_id)
            else:
                self._write(table, row_id, before, now)
            return
        if before is ABSENT or after is ABSENT:
            columns = () if after is ABSENT else self._differing(table, after, now)
            self._conflict(table, row_id, now, columns)
            return
        self._merge(table, row_id, before, after, now)

    def _merge(self, table: Table, row_id: int, before: Image, after: Image, now: Image) -> None:
        """Returns the columns that nobody wrote since."""
        wanted = list(now)
        stayed: list[str] = []
        changed = {name for index, name in enumerate(column_names(table)) if now[index] != after[index]}
        together = {name for group in _TOGETHER.get(table.name, ()) if group & changed for name in group}
        for index, name in enumerate(column_names(table)):
            if before[index] == after[index] or now[index] == before[index] or name in SILENT:
                continue
            if now[index] == after[index] and name not in together:
                wanted[index] = before[index]
            elif name != _FOLLOWING:
                stayed.append(name)
        if tuple(wanted) != now:
            self._write(table, row_id, tuple(wanted), now)
        if stayed:
            self._conflict(table, row_id, now, tuple(stayed))

    def _put_back(self, table: Table, row_id: int, image: Image) -> None:
        for column, parent in _PARENTS[table.name]:
            value = image[column_names(table).index(column)]
            if value is not None and not self._exists(parent, value):
                self._conflict(table, row_id, image, (), Stays.GONE)
                return
        self._journal.put_back(table, row_id, image)

    def _exists(self, table: str, row_id: object) -> bool:
        return self._raw.execute(f"SELECT 1 FROM {table} WHERE id=?", (row_id,)).fetchone() is not None

    def _write(self, table: Table, row_id: int, wanted: Image, now: Image) -> None:
        values = {
            name: wanted[index]
            for index, name in enumerate(column_names(table))
            if wanted[index] != now[index]
        }
        for column, parent in _PARENTS[table.name]:
            if values.get(column) is not None and not self._exists(parent, values[column]):
                del values[column]
        if values:
            self._journal.update(table, row_id, values)

    def _conflict(
        self,
        table: Table,
        row_id: int,
        image: Image,
        columns: tuple[str, ...],
        why: Stays = Stays.CHANGED_SINCE,
    ) -> None:
        contact: ContactId | None = None
        names = column_names(table)
        if table.name == "contacts":
            contact = ContactId(row_id)
        elif table.name in _WHOLES:
            contact = self._somebody(table.name, row_id)
        elif "contact_id" in names or table.name == "pairs":
            contact = ContactId(image[names.index("contact_id") if "contact_id" in names else 0])
        shown = tuple(name for name in columns if name not in SILENT and name != _FOLLOWING)
        if table.name in _PARTS and not shown:
            return  # what it is part of is told
        since = self._states.last_writer(table.name, row_id)
        by = ChangesetId(since) if since is not None and since != self._journal.changeset else None
        self._conflicts.append(RevertConflict(contact, table.name, row_id, shown, why, by))

    def _somebody(self, table: str, row_id: int) -> ContactId | None:
        """The first person an entry, promise or reminder is about."""
        people, column = _WHOLES[table]
        row = self._raw.execute(
            f"SELECT contact_id FROM {people} WHERE {column}=? ORDER BY ordinal, id LIMIT 1", (row_id,)
        ).fetchone()
        return ContactId(row[0]) if row is not None else None

    def _differing(self, table: Table, one: Image, other: Image) -> tuple[str, ...]:
        return tuple(name for index, name in enumerate(column_names(table)) if one[index] != other[index])


def _without(first: int, last: int, kept: set[int]) -> list[tuple[int, int]]:
    """A stretch with some numbers cut out."""
    found: list[tuple[int, int]] = []
    start = first
    for number in sorted(number for number in kept if first <= number <= last):
        if start < number:
            found.append((start, number - 1))
        start = number + 1
    return [*found, (start, last)] if start <= last else found


def touched_by(connection: Any, changeset: ChangesetId) -> Ranges:
    """Whom a changeset concerned."""
    found = Ranges()
    for first, last in connection.execute(
        "SELECT first_contact, last_contact FROM touched WHERE changeset_id=? ORDER BY 1", (changeset,)
    ).fetchall():
        found.add(first, last)
    return found


def mark(journal: Journal, kind: OperationKind, changeset: ChangesetId) -> None:
    """Moves the stack: the changeset is undone, or done again, by the journal's own."""
    connection = journal.raw
    row = connection.execute(
        f"SELECT operation, undoes FROM changesets WHERE id=? AND json_extract(facts,'$.{PART}') IS NULL",
        (changeset,),
    ).fetchone()
    undone = kind is not OperationKind.REDO
    connection.execute(
        "UPDATE changesets SET undone_by=? WHERE id=?", (journal.changeset if undone else None, changeset)
    )
    if row is not None and row[0] in {OperationKind.TAKE_BACK.value, OperationKind.SEPARATE.value}:
        connection.execute(
            "UPDATE changesets SET undone_by=? WHERE id=?", (None if undone else changeset, row[1])
        )

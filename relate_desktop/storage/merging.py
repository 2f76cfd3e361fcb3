"""Several people made one: every row of theirs moved through the journal, none copied.

Because rows move and keep their ids, taking the change back moves them home again, whatever was
edited meanwhile; what equal lines of several cards said stays with the one line that is left.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Table

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.lookup_gate import OVERRULED
from relate_desktop.domain.merge_plan import MergedLine
from relate_desktop.storage import schema
from relate_desktop.storage.contact_writer import ContactsWriter
from relate_desktop.storage.journal import Journal, column_names, compact
from relate_desktop.storage.ranges import Ranges
from relate_desktop.storage.rows import storable_name

_IN = "IN (SELECT value FROM json_each(?))"

_FOLLOWING: tuple[tuple[Table, str], ...] = (
    (schema.contact_cards, "source_card_id"),
    (schema.participants, "entry_id"),
    (schema.promise_people, "promise_id"),
    (schema.reminder_people, "reminder_id"),
    (schema.moments, "kind || char(31) || label || char(31) || date"),
    (schema.set_asides, "on_day"),
    (schema.declined, "kind || char(31) || key"),
    (schema.known_attendees, "known_by || char(31) || key"),
    (schema.kept_facts, "provider || char(31) || account || char(31) || line || char(31) || value"),
)
"""Tables whose rows follow their person, and by what two rows are the same for one person."""

_PAIRED = (schema.pairs, schema.kept_apart)


class PeopleMerger:
    """Merges on one write transaction."""

    def __init__(self, journal: Journal, contacts: ContactsWriter) -> None:
        self._journal = journal
        self._contacts = contacts
        self._raw: Any = journal.raw

    def merge(self, kept: ContactId, others: Sequence[ContactId], lines: Sequence[MergedLine]) -> None:
        """Makes the others part of ``kept``, who then has exactly these lines, in this order.

        Lines of theirs that are not among them go; taking the change back brings them home.
        Raises NotFoundError(CONTACT_UNKNOWN).
        """
        everybody = (kept, *others)
        for contact in everybody:
            if not self._contacts.exists(contact):
                raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, contact=contact)
        touched = Ranges()
        for contact in sorted(everybody):
            touched.add(contact, contact)
        self._contacts.stale(touched)
        self._own_lines(everybody)
        self._ask_anew(everybody)
        self._merge_lines(kept, everybody, lines)
        for table, sameness in _FOLLOWING:
            self._follow(table, sameness, kept, others)
        for table in _PAIRED:
            self._pair_anew(table, kept, others)
        self._merge_rhythm(kept, everybody)
        self._journal.delete(schema.contacts, others)

    def hand_over(self, giver: ContactId, taker: ContactId, since: int) -> None:
        """Gives to ``taker`` what was added to ``giver`` by changes later than changeset ``since``."""
        last = self._raw.execute(
            "SELECT coalesce(max(ordinal),-1) FROM properties WHERE contact_id=?", (taker,)
        ).fetchone()[0]
        for number, row_id in enumerate(self._added_since(schema.properties, giver, since), last + 1):
            self._journal.update(schema.properties, row_id, {"contact_id": taker, "ordinal": number})
        for table, _sameness in _FOLLOWING:
            for row_id in self._added_since(table, giver, since):
                self._journal.update(table, row_id, {"contact_id": taker})
        touched = Ranges()
        for contact in sorted((giver, taker)):
            touched.add(contact, contact)
        self._contacts.stale(touched)

    # ------------------------------------------------------------------ lines

    def _merge_lines(
        self, kept: ContactId, everybody: Sequence[ContactId], lines: Sequence[MergedLine]
    ) -> None:
        rows = self._raw.execute(
            f"SELECT id, contact_id, ordinal, grp FROM properties WHERE contact_id {_IN}",
            (compact(list(everybody)),),
        ).fetchall()
        present = {row[0]: row for row in rows}
        for line in lines:
            for same in line.same:
                self._say_as_well(line.id, same)
        wanted = {line.id for line in lines}
        gone = [row_id for row_id in present if row_id not in wanted]
        doomed = chain.from_iterable(
            self._raw.execute(f"SELECT id FROM property_lines WHERE property_id {_IN}", (compact(gone),))
        )
        self._journal.delete(schema.property_lines, list(doomed))
        self._journal.delete(schema.properties, gone)
        for ordinal, line in enumerate(lines):
            _id, contact, old, group = present[line.id]
            values: dict[str, object] = {}
            if contact != kept:
                values["contact_id"] = kept
            if old != ordinal:
                values["ordinal"] = ordinal
            if line.group != group:
                values["grp"] = storable_name(line.group)
            if values:
                self._journal.update(schema.properties, line.id, values)

    def _say_as_well(self, kept: PropertyId, same: PropertyId) -> None:
        """The lines on which an equal property stood become further lines of the one that is left."""
        rows = self._raw.execute(
            "SELECT source_card_id, first_byte, byte_length, edited FROM properties "
            "WHERE id=? AND source_card_id IS NOT NULL UNION ALL "
            "SELECT source_card_id, first_byte, byte_length, edited FROM property_lines WHERE property_id=?",
            (same, same),
        ).fetchall()
        for row in rows:
            self._journal.insert(schema.property_lines, kept, *row)

    def _own_lines(self, everybody: Sequence[ContactId]) -> None:
        """Lines that a look-up wrote for one of them and the user for another are the user's from now on."""
        together = compact(list(everybody))
        rows = self._raw.execute(
            "SELECT DISTINCT f.id FROM kept_facts f JOIN properties p ON p.name=f.line AND p.value=f.value "
            f"WHERE f.added=1 AND f.contact_id {_IN} AND p.contact_id {_IN} AND NOT EXISTS (SELECT 1 FROM "
            "kept_facts o WHERE o.contact_id=p.contact_id AND o.line=p.name AND o.value=p.value "
            "AND o.added=1) ORDER BY f.id",
            (together, together),
        ).fetchall()
        for (row_id,) in rows:
            self._journal.update(schema.kept_facts, row_id, {"added": 0})

    def _ask_anew(self, everybody: Sequence[ContactId]) -> None:
        """Why one of them was looked up all the same says nothing of the one who is left: it goes."""
        rows = self._raw.execute(
            f"SELECT id FROM declined WHERE kind=? AND contact_id {_IN} ORDER BY id",
            (OVERRULED, compact(list(everybody))),
        )
        self._journal.delete(schema.declined, list(chain.from_iterable(rows.fetchall())))

    # ------------------------------------------------- what follows a person

    def _follow(self, table: Table, sameness: str, kept: ContactId, others: Sequence[ContactId]) -> None:
        seen = {
            row[0]
            for row in self._raw.execute(f"SELECT {sameness} FROM {table.name} WHERE contact_id=?", (kept,))
        }
        rows = self._raw.execute(
            f"SELECT id, {sameness} FROM {table.name} WHERE contact_id {_IN} ORDER BY id",
            (compact(list(others)),),
        ).fetchall()
        doubled = []
        for row_id, same in rows:
            if same in seen:
                doubled.append(row_id)
                continue
            seen.add(same)
            self._journal.update(table, row_id, {"contact_id": kept})
        self._journal.delete(table, doubled)

    def _pair_anew(self, table: Table, kept: ContactId, others: Sequence[ContactId]) -> None:
        """Pairs of the others become pairs of the one who is left; pairs within the merge go."""
        chosen = compact([kept, *others])
        rows = self._raw.execute(
            f"SELECT id, one_id, other_id FROM {table.name} WHERE one_id {_IN} OR other_id {_IN} ORDER BY id",
            (chosen, chosen),
        ).fetchall()
        known: set[tuple[int, int]] = set()
        gone = []
        for row_id, one, other in rows:
            first, second = sorted(kept if who in others else who for who in (one, other))
            if first == second or (first, second) in known:
                gone.append(row_id)
                continue
            known.add((first, second))
            if (first, second) != (one, other):
                self._journal.update(table, row_id, {"one_id": first, "other_id": second})
        self._journal.delete(table, gone)

    def _merge_rhythm(self, kept: ContactId, everybody: Sequence[ContactId]) -> None:
        """The rhythm of the one who is left stands, else the first of the others'."""
        found = dict(
            self._raw.execute(
                f"SELECT contact_id, id FROM rhythms WHERE contact_id {_IN}", (compact(list(everybody)),)
            ).fetchall()
        )
        standing = next((found[contact] for contact in everybody if contact in found), None)
        self._journal.delete(schema.rhythms, [row_id for row_id in found.values() if row_id != standing])
        if standing is not None and kept not in found:
            self._journal.update(schema.rhythms, standing, {"contact_id": kept})

    def _added_since(self, table: Table, contact: ContactId, since: int) -> Iterable[int]:
        """Rows of somebody that are newer than a change, but for those a later merge brought from another."""
        theirs = column_names(table).index("contact_id")
        rows = self._raw.execute(
            f"SELECT t.id FROM {table.name} t WHERE t.contact_id=? AND EXISTS (SELECT 1 FROM changes c "
            "WHERE c.table_name=? AND c.last_row_id IS NOT NULL AND t.id BETWEEN c.row_id AND c.last_row_id "
            "AND c.changeset_id>? AND c.changeset_id<?) AND NOT EXISTS (SELECT 1 FROM changes c WHERE "
            "c.table_name=? AND c.last_row_id IS NOT NULL AND t.id BETWEEN c.row_id AND c.last_row_id "
            "AND c.changeset_id<=?) AND NOT EXISTS (SELECT 1 FROM changes c JOIN changesets s ON "
            "s.id=c.changeset_id WHERE c.table_name=? AND c.row_id=t.id AND c.changeset_id>? AND "
            f"c.before IS NOT NULL AND s.operation IN (?,?) AND json_extract(c.before,'$[{theirs}]')<>?) "
            "ORDER BY t.id",
            (
                *(contact, table.name, since, self._journal.changeset, table.name, since),
                *(table.name, since, OperationKind.MERGE, OperationKind.MERGE_ALL, contact),
            ),
        )
        return list(chain.from_iterable(rows.fetchall()))

"""One edit of many people at once: each is read, changed by a pure function, and what differs is written."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.property import Property
from relate_desktop.storage import schema
from relate_desktop.storage.journal import Journal, compact
from relate_desktop.storage.linked_people import IN
from relate_desktop.storage.property_rows import SAID, identified, ordinals, said
from relate_desktop.storage.rows import parameters_of

Change = Callable[[Contact], Contact]
Step = Callable[[int, int], None]
Wrote = Callable[[Contact, Contact, Collection[str]], None]

CHUNK = 500
"""People in memory at once."""

_COLUMNS = "id,ordinal,grp,name,parameters,value,source_card_id,edited"
_WRITTEN = ("ordinal", *SAID, "edited")


class ContactEdits:
    """Writes the difference that a change makes to people, all of it typed by hand."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._raw: Any = journal.raw
        self._updates: list[tuple[int, tuple[Any, ...]]] = []
        self._reworded: list[int] = []
        self._gone: list[int] = []
        self._new: list[tuple[Any, ...]] = []
        self.trashed: set[int] = set()
        """Those of the people seen who wait in the trash."""

    def apply(
        self,
        contacts: Sequence[int],
        change: Change,
        step: Step | None = None,
        wrote: Wrote | None = None,
    ) -> list[ContactId]:
        """Changes these people, each once; answers who differs now, in ascending order.

        Who does not exist is passed over. ``step`` hears how many are done of how many, ``wrote``
        of everybody changed as they were and are, with the names of the lines that differ.
        """
        changed: list[ContactId] = []
        wanted = sorted(set(contacts))
        for start in range(0, len(wanted), CHUNK):
            for contact, rows in self._people(wanted[start : start + CHUNK]):
                before = Contact(tuple(map(_property, rows)), contact)
                after = change(before)
                names = self._differing(before, after, rows) if after is not before else ()
                if names:
                    changed.append(contact)
                    if wrote is not None:
                        wrote(before, after, names)
            self._flush()
            if step is not None:
                step(min(start + CHUNK, len(wanted)), len(wanted))
        return changed

    def _people(self, part: Sequence[int]) -> Iterator[tuple[ContactId, list[Any]]]:
        chosen = (compact(list(part)),)
        heads = self._raw.execute(
            f"SELECT id, trashed_at IS NOT NULL FROM contacts WHERE id {IN} ORDER BY id", chosen
        ).fetchall()
        self.trashed.update(row[0] for row in heads if row[1])
        found: dict[int, list[Any]] = {row[0]: [] for row in heads}
        for contact, *row in self._raw.execute(
            f"SELECT contact_id,{_COLUMNS} FROM properties WHERE contact_id {IN} "
            "ORDER BY contact_id, ordinal, id",
            chosen,
        ):
            found[contact].append(row)
        for contact, rows in found.items():
            yield ContactId(contact), rows

    def _differing(self, before: Contact, after: Contact, rows: Sequence[Any]) -> set[str]:
        """Notes what of a person is to be written; the names of those lines."""
        old: Mapping[int, Any] = {row[0]: row for row in rows}
        known: Mapping[int | None, Property] = {item.id: item for item in before.properties}
        ids = identified(after.properties, old)
        places = ordinals([None if row_id is None else old[row_id][1] for row_id in ids])
        gone = old.keys() - set(ids)
        self._gone += sorted(gone)
        names = {known[row_id].key for row_id in gone}
        for item, row_id, place in zip(after.properties, ids, places, strict=True):
            if row_id is None:
                self._new.append((before.id, place, *said(item), None, None, None, 0))
                names.add(item.key)
            elif (item is not known[row_id] or place != old[row_id][1]) and self._rewrite(
                old[row_id], place, item
            ):
                names |= {item.key, known[row_id].key}
        return names

    def _rewrite(self, old: Any, place: int, item: Property) -> bool:
        columns = said(item)
        reworded = tuple(old[2:6]) != columns
        if not reworded and place == old[1]:
            return False
        edited = 1 if reworded and old[6] is not None else old[7]
        self._updates.append((old[0], (place, *columns, edited)))
        if reworded:
            self._reworded.append(old[0])
        return True

    def _flush(self) -> None:
        """Writes what was noted, in few statements."""
        journal = self._journal
        lines = self._lines(self._gone, "")
        journal.delete(schema.property_lines, lines)
        journal.delete(schema.properties, self._gone)
        journal.update_many(schema.properties, _WRITTEN, self._updates)
        further = self._lines(self._reworded, " AND edited=0")
        journal.update_many(schema.property_lines, ("edited",), [(row_id, (1,)) for row_id in further])
        first = journal.reserve(schema.properties, len(self._new))
        journal.insert_many(schema.properties, [(first + place, *row) for place, row in enumerate(self._new)])
        for noted in (self._updates, self._reworded, self._gone, self._new):
            noted.clear()

    def _lines(self, properties: Sequence[int], more: str) -> list[int]:
        """The further lines of these properties."""
        if not properties:
            return []
        rows = self._raw.execute(
            f"SELECT id FROM property_lines WHERE property_id {IN}{more} ORDER BY id",
            (compact(list(properties)),),
        )
        return [row[0] for row in rows]


def _property(row: Sequence[Any]) -> Property:
    return Property(row[3], row[5], parameters_of(row[4]) if row[4] else (), row[2], PropertyId(row[0]))

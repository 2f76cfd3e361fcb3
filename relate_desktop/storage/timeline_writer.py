"""The timeline written: entries and who they are about, every row through the journal."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId, EntryId
from relate_desktop.domain.timeline import people_in
from relate_desktop.storage import schema
from relate_desktop.storage.entry_rows import FIELDS, Kept, fields_of, sort_column
from relate_desktop.storage.journal import Journal, compact
from relate_desktop.storage.rows import storable
from relate_desktop.storage.summaries import PeopleLists
from relate_desktop.storage.timeline import TimelineRepository

_IN = "IN (SELECT value FROM json_each(?))"
_TOLD_IN = (schema.promises, schema.reminders)


class TimelineWriter(TimelineRepository):
    """Entries on one write transaction."""

    def __init__(self, journal: Journal, people: PeopleLists, today: date) -> None:
        super().__init__(journal.connection, people, today)
        self._journal = journal

    def add(self, item: Kept, sentence: str = "") -> EntryId:
        """A new conversation or note; ``sentence`` is the line it was jotted down as.

        Raises NotFoundError(CONTACT_UNKNOWN).
        """
        return EntryId(self.add_many([item], sentence)[0])

    def add_many(self, items: Sequence[Kept], sentence: str = "") -> range:
        """New entries, in order; answers their ids. Raises NotFoundError(CONTACT_UNKNOWN)."""
        journal = self._journal
        people = [people_in(item) for item in items]
        self._require(chain.from_iterable(people))
        first = journal.reserve(schema.entries, len(items))
        link = journal.reserve(schema.participants, sum(map(len, people)))
        kept = storable(sentence) or None
        entries, links = [], []
        for number, (item, about) in enumerate(zip(items, people, strict=True), first):
            place = sort_column(item.happened)
            entries.append((number, *fields_of(item), kept, place, journal.at))
            for ordinal, contact in enumerate(about):
                links.append((link, number, contact, ordinal, place))
                link += 1
        journal.insert_many(schema.entries, entries)
        journal.insert_many(schema.participants, links)
        return range(first, first + len(items))

    def save(self, entry: EntryId, item: Kept) -> bool:
        """Makes an entry hold this; False when nothing differs.

        Raises NotFoundError (ENTRY_UNKNOWN, CONTACT_UNKNOWN).
        """
        old = self._raw.execute(f"SELECT {FIELDS},sort_at FROM entries WHERE id=?", (entry,)).fetchone()
        if old is None:
            raise NotFoundError(ErrorKind.ENTRY_UNKNOWN, entry=entry)
        place = sort_column(item.happened)
        new = (*fields_of(item), place)
        names = (*FIELDS.split(","), "sort_at")
        values = {name: new[index] for index, name in enumerate(names) if new[index] != old[index]}
        if values:
            self._journal.update(schema.entries, entry, values)
        about = people_in(item)
        moved = self._write_people(entry, about, place)
        if values or moved:
            self._journal.touch(about)
        return bool(values) or moved

    def remove(self, entries: Iterable[int]) -> int:
        """Removes entries; what was told in them stays, without them. Answers how many there were."""
        chosen = compact(list(entries))
        rows = self._raw.execute(
            f"SELECT id, entry_id, contact_id FROM participants WHERE entry_id {_IN}", (chosen,)
        ).fetchall()
        known = [row[0] for row in self._raw.execute(f"SELECT id FROM entries WHERE id {_IN}", (chosen,))]
        for table in _TOLD_IN:
            told = self._raw.execute(f"SELECT id FROM {table.name} WHERE told_in {_IN}", (chosen,)).fetchall()
            for (row_id,) in told:
                self._journal.update(table, row_id, {"told_in": None})
        self._journal.delete(schema.participants, [row[0] for row in rows])
        self._journal.delete(schema.entries, known)
        self._journal.touch(sorted({row[2] for row in rows}))
        return len(known)

    def _write_people(self, entry: EntryId, about: Sequence[ContactId], place: int) -> bool:
        rows = self._raw.execute(
            "SELECT contact_id, id, ordinal, sort_at FROM participants WHERE entry_id=? ORDER BY id",
            (entry,),
        ).fetchall()
        old = {row[0]: row[1:] for row in rows}
        self._require(contact for contact in about if contact not in old)
        gone = [contact for contact in old if contact not in about]
        self._journal.delete(schema.participants, [old[contact][0] for contact in gone])
        self._journal.touch(sorted(ContactId(contact) for contact in gone))
        written = bool(gone)
        for ordinal, contact in enumerate(about):
            if contact not in old:
                self._journal.insert(schema.participants, entry, contact, ordinal, place)
                written = True
            elif old[contact][1:] != (ordinal, place):
                self._journal.update(
                    schema.participants, old[contact][0], {"ordinal": ordinal, "sort_at": place}
                )
                written = True
        return written

    def _require(self, contacts: Iterable[ContactId]) -> None:
        """Notes these people as concerned; raises NotFoundError for one there is not."""
        wanted = sorted(set(contacts))
        chosen = compact(wanted)
        known = self._raw.execute(f"SELECT count(*) FROM contacts WHERE id {_IN}", (chosen,)).fetchone()[0]
        if known < len(wanted):
            rows = self._raw.execute(f"SELECT id FROM contacts WHERE id {_IN}", (chosen,))
            there = set(chain.from_iterable(rows))
            missing = next(contact for contact in wanted if contact not in there)
            raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, contact=missing)
        self._journal.touch(wanted)

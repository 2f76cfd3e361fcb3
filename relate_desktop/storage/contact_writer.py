"""People written: every journalled row through the journal, derived rows made true at the end."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from relate_desktop.domain.circle import CATEGORIES, folded_circles
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.draft import ContactDraft
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.gist import Gist
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.property import Property
from relate_desktop.domain.summary import hue_of, summarise
from relate_desktop.storage import schema
from relate_desktop.storage.contact_edits import Change, ContactEdits, Step
from relate_desktop.storage.contacts import ContactsRepository
from relate_desktop.storage.derived import DEEPER, DerivedTables, Moved, Person
from relate_desktop.storage.forget import Eraser
from relate_desktop.storage.joined import JoinedRepository
from relate_desktop.storage.journal import Journal, compact
from relate_desktop.storage.linked_people import IN
from relate_desktop.storage.media import MediaWriter
from relate_desktop.storage.name_order import NameOrder
from relate_desktop.storage.property_rows import SAID, identified, ordinals, said
from relate_desktop.storage.ranges import Ranges
from relate_desktop.storage.sources import store_cards

Place = tuple[int, int, int, int]
"""Source card, first byte, length, and whether the property was edited by hand since."""

DEATHDATE = "DEATHDATE"
_PLACE = ("source_card_id", "first_byte", "byte_length", "edited")
_NOWHERE = (None, None, None, 0)


class ContactsWriter(ContactsRepository):
    """People on one write transaction."""

    def __init__(self, journal: Journal, media: MediaWriter, order: NameOrder, today: date) -> None:
        super().__init__(journal.connection, order, today)
        self._journal = journal
        self._media = media
        self._derived = DerivedTables(journal.raw)
        self._stale = Ranges()
        self.eraser = Eraser(journal)

    # ------------------------------------------------------------------- new

    def add(self, properties: Iterable[Property]) -> ContactId:
        """A new person with these properties, typed by hand."""
        lines = tuple(properties)
        journal = self._journal
        hue = hue_of(summarise(lines).full_name)
        contact = ContactId(journal.insert(schema.contacts, hue, journal.at, None))
        first = journal.reserve(schema.properties, len(lines))
        journal.insert_many(
            schema.properties,
            [
                (first + index, contact, index, *said(item), None, None, None, 0)
                for index, item in enumerate(lines)
            ],
        )
        self._changed(contact)
        return contact

    def add_many(self, drafts: Sequence[ContactDraft], file: int | None = None) -> list[ContactId]:
        """New people as a file tells of them, with their cards; ``file`` is from ``batches``."""
        if not drafts:
            return []
        journal = self._journal
        self._media.add_many(item for draft in drafts for item in draft.media)
        card = store_cards(journal, drafts, file)
        first = journal.reserve(schema.contacts, len(drafts))
        links = journal.reserve(schema.contact_cards, len(drafts))
        line = journal.reserve(schema.properties, sum(len(draft.properties) for draft in drafts))
        heads, lines = [], []
        for index, draft in enumerate(drafts):
            contact = first + index
            gist = draft.gist
            hue = hue_of(gist.fields.full_name)
            heads.append((contact, hue, journal.at, None))
            for ordinal, (item, span) in enumerate(zip(draft.properties, draft.spans, strict=True)):
                lines.append((line, contact, ordinal, *said(item), card + index, span[0], span[1], 0))
                line += 1
            self._derived.add(_new_person((contact, hue, journal.at), draft, gist))
        journal.insert_many(schema.contacts, heads)
        journal.insert_many(schema.properties, lines)
        journal.insert_many(
            schema.contact_cards,
            [(links + index, first + index, card + index) for index in range(len(drafts))],
        )
        self._derived.flush()
        journal.touch_range(first, first + len(drafts) - 1)
        return [ContactId(first + index) for index in range(len(drafts))]

    # --------------------------------------------------------------- changed

    def save(self, contact: Contact) -> bool:
        """Makes the person's properties those given, row by row; False when nothing differs.

        A property is known by its id; one without id, or with a foreign one, is new. Raises
        NotFoundError(CONTACT_UNKNOWN).
        """
        return self._save(contact, {}, by_hand=True)[0]

    def edit_many(self, contacts: Sequence[int], change: Change, step: Step | None = None) -> list[ContactId]:
        """Changes these people by a pure function; answers who differs now.

        Unlike ``save`` it does not ask whether somebody is there: who is not is passed over.
        """
        edits, stale = ContactEdits(self._journal), set(self._stale.numbers())
        kept = set(chain.from_iterable(self._raw.execute("SELECT folded FROM circle_rhythms")))

        def wrote(before: Contact, after: Contact, names: Collection[str]) -> None:
            number = _stored(after)
            circles = _circles(before, after) if CATEGORIES in names else None
            known = number not in edits.trashed and number not in stale
            if known and DEEPER.isdisjoint(names):
                listed = not {CATEGORIES}.issuperset(names)
                self._derived.reword(number, after.properties, circles=circles, listed=listed)
            else:
                self._stale.add(number, number)
            moved = circles is not None and bool(kept & (circles[0].keys() ^ circles[1].keys()))
            self._journal.spare(number, near=moved or DEATHDATE in names)

        changed = edits.apply(contacts, change, step, wrote)
        self._derived.flush()
        self._journal.touch(changed)
        return changed

    def absorb(
        self, contact: Contact, draft: ContactDraft, sources: Sequence[int | None], file: int | None = None
    ) -> bool:
        """Saves a person as merged with a record, and keeps the record's card with them.

        ``sources[i]`` is the position in ``contact.properties`` of what line i of the draft
        became; None where the line was left out. A property that now says what the line says
        counts as coming from it. The lines of older cards stay as they came: what a newer card
        says is no edit by hand.
        """
        self._media.add_many(draft.media)
        left_out = [span for span, at in zip(draft.spans, sources, strict=True) if at is None]
        card = store_cards(self._journal, (draft,), file, left_out)
        placed: dict[int, Place] = {}
        for line, span, position in zip(draft.properties, draft.spans, sources, strict=True):
            if position is None:
                continue
            said = contact.properties[position]
            if said == line or said.id is None:
                placed.setdefault(position, (card, *span, 0))
        _, ids = self._save(contact, placed, by_hand=False)
        contact_id = _stored(contact)
        self._journal.insert(schema.contact_cards, contact_id, card)
        for span, position in zip(draft.spans, sources, strict=True):
            if position is not None and not self._stands_on(ids[position], (card, *span)):
                self._journal.insert(schema.property_lines, ids[position], card, *span, 0)
        self._changed(contact_id)
        return True

    # ------------------------------------------------------------- put away

    def trash(self, contacts: Iterable[ContactId]) -> int:
        """Puts people away; those already there are passed over. Returns how many."""
        return self._set_trashed(contacts, self._journal.at)

    def removed(self, contacts: Iterable[ContactId]) -> list[ContactId]:
        """Those of the people who are in the trash now."""
        return [contact for contact in dict.fromkeys(contacts) if self.trashed(contact)]

    def put_back(self, contacts: Iterable[ContactId]) -> int:
        """Brings people back out of the trash; returns how many."""
        return self._set_trashed(contacts, None)

    def forget(self, contacts: Iterable[ContactId]) -> int:
        """Erases people for good, images, cards and media of theirs included; this has no undo.

        Whoever was made part of them and not separated since goes with them.
        """
        known = [contact for contact in dict.fromkeys(contacts) if self.exists(contact)]
        if known:
            parts = JoinedRepository(self._journal.connection).became_part_of(known)
            self.eraser.erase((*known, *parts))
            for contact in self.eraser.told_otherwise:
                self._changed(contact)
        return len(known)

    def finish(self) -> None:
        """Makes the derived rows of everybody changed true."""
        self._derived.renew(self._stale, self._journal.at)

    def stale(self, contacts: Ranges) -> None:
        """Notes people whose rows somebody else wrote through the journal."""
        for first, last in contacts:
            self._stale.add(first, last)
            self._journal.touch_range(first, last)

    def _changed(self, contact: ContactId) -> None:
        self._stale.add(contact, contact)
        self._journal.touch((contact,))
        self._journal.spare(contact, near=True)

    def _set_trashed(self, contacts: Iterable[ContactId], moment: int | None) -> int:
        wanted = list(dict.fromkeys(contacts))
        rows = self._raw.execute(
            f"SELECT id, trashed_at IS NULL FROM contacts WHERE id {IN} ORDER BY id", (compact(wanted),)
        ).fetchall()
        for contact in set(wanted).difference(row[0] for row in rows):
            raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, contact=contact)
        turning = [ContactId(row[0]) for row in rows if bool(row[1]) != (moment is None)]
        self._journal.update_many(schema.contacts, ("trashed_at",), [(one, (moment,)) for one in turning])
        for contact in turning:
            self._changed(contact)
        return len(turning)

    # ----------------------------------------------------------- row by row

    def _save(
        self, contact: Contact, placed: Mapping[int, Place], *, by_hand: bool
    ) -> tuple[bool, list[int]]:
        contact_id = _stored(contact)
        if not self.exists(contact_id):
            raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, contact=contact_id)
        rows = self._raw.execute(
            "SELECT id,ordinal,grp,name,parameters,value,source_card_id FROM properties WHERE contact_id=?",
            (contact_id,),
        ).fetchall()
        old = {row[0]: row for row in rows}
        ids = identified(contact.properties, old)
        written = self._remove(old.keys() - {row_id for row_id in ids if row_id is not None})
        places = ordinals([old[row_id][1] if row_id is not None else None for row_id in ids])
        stored: list[int] = []
        for index, (item, row_id) in enumerate(zip(contact.properties, ids, strict=True)):
            place = placed.get(index)
            if row_id is None:
                stored.append(self._insert_line(contact_id, places[index], item, place))
                written = True
                continue
            stored.append(row_id)
            written |= self._update_line(old[row_id], places[index], item, place, by_hand=by_hand)
        if written:
            self._changed(contact_id)
        return written, stored

    def _insert_line(self, contact: ContactId, ordinal: int, item: Property, place: Place | None) -> int:
        return self._journal.insert(schema.properties, contact, ordinal, *said(item), *(place or _NOWHERE))

    def _update_line(
        self,
        old: Any,
        ordinal: int,
        item: Property,
        place: Place | None,
        *,
        by_hand: bool,
    ) -> bool:
        values: dict[str, object] = {}
        if old[1] != ordinal:
            values["ordinal"] = ordinal
        columns = said(item)
        if tuple(old[2:6]) != columns:
            values |= dict(zip(SAID, columns, strict=True))
            if place is not None and not by_hand:
                self._keep_old_line(old[0])
                values |= dict(zip(_PLACE, place, strict=True))
            elif by_hand:
                if old[6] is not None:
                    values["edited"] = 1
                self._mark_lines_edited(old[0])
        if values:
            self._journal.update(schema.properties, old[0], values)
        return bool(values)

    def _keep_old_line(self, row_id: int) -> None:
        """Moves the line a property came from to its further lines, before it gets a newer one."""
        row = self._raw.execute(
            "SELECT source_card_id, first_byte, byte_length, edited FROM properties WHERE id=?", (row_id,)
        ).fetchone()
        if row[0] is not None:
            self._journal.insert(schema.property_lines, row_id, *row)

    def _mark_lines_edited(self, row_id: int) -> None:
        rows = self._raw.execute(
            "SELECT id FROM property_lines WHERE property_id=? AND edited=0", (row_id,)
        ).fetchall()
        for (line,) in rows:
            self._journal.update(schema.property_lines, line, {"edited": 1})

    def _stands_on(self, row_id: int, where: tuple[int, int, int]) -> bool:
        row = self._raw.execute(
            "SELECT 1 FROM properties WHERE id=? AND source_card_id=? AND first_byte=? AND byte_length=?",
            (row_id, *where),
        ).fetchone()
        return row is not None

    def _remove(self, row_ids: Iterable[int]) -> bool:
        gone = sorted(row_ids)
        for row_id in gone:
            lines = self._raw.execute(
                "SELECT id FROM property_lines WHERE property_id=?", (row_id,)
            ).fetchall()
            self._journal.delete(schema.property_lines, [line[0] for line in lines])
        self._journal.delete(schema.properties, gone)
        return bool(gone)


def _new_person(head: tuple[int, int, int], draft: ContactDraft, gist: Gist) -> Person:
    contact, hue, at = head
    return Person(
        id=contact,
        hue=hue,
        created_at=at,
        changed_at=at,
        trashed=False,
        properties=draft.properties,
        cards=(draft.source.sha256,),
        producer=draft.producer,
        gist=gist,
    )


def _circles(before: Contact, after: Contact) -> Moved:
    """The circles somebody was in and is in."""
    return folded_circles(before.properties), folded_circles(after.properties)


def _stored(contact: Contact) -> ContactId:
    if contact.id is None:
        raise ValueError("a contact without id is added, not saved")
    return contact.id

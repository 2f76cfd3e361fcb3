"""Erasing people for good: their rows, every image of them, their cards and media, every index.

The one write that leaves no image and cannot be undone; history keeps the bare fact.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from relate_desktop.domain.household import LIVING_APART
from relate_desktop.domain.ids import ContactId
from relate_desktop.storage.forget_calendars import CalendarEraser
from relate_desktop.storage.forget_lookups import LookupEraser, drop_emptied
from relate_desktop.storage.forget_ties import forget_ties
from relate_desktop.storage.forget_time import TimeEraser
from relate_desktop.storage.images import field_of
from relate_desktop.storage.journal import Journal, compact

_IN = "IN (SELECT value FROM json_each(?))"
_MEDIA = "media:"
_MOVED = frozenset({"properties", "contact_cards", "declined", "kept_facts"})
"""Tables whose rows go over to whom somebody is made part of, and come back."""
_NO_WORDS = frozenset({"undone_kind", "kind", "direction", "groups"})
"""Facts that say nothing of anybody."""


class Eraser:
    """Erases people within one write transaction; ``media`` says what to erase after its commit."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._raw: Any = journal.raw
        self.media: set[str] = set()
        self.erased = False
        self.told_otherwise: tuple[ContactId, ...] = ()
        """People whose lines pointed to the erased ones, and are rid of those."""

    def erase(self, contacts: Iterable[ContactId]) -> None:
        """Erases everything the book knows and knew of these people."""
        people = list(contacts)
        chosen = compact(people)
        properties = self._ever("properties", "id", "contact_id", chosen)
        cards = self._ever("contact_cards", "source_card_id", "contact_id", chosen)
        cards |= self._ever("properties", "source_card_id", "contact_id", chosen)
        values = self._ever("properties", "value", "contact_id", chosen)
        named = {value for value in values if _is_media(value)}
        media = {value[len(_MEDIA) :] for value in named}
        self.told_otherwise = forget_ties(self._raw, chosen)
        self._strip_facts(chosen)
        TimeEraser(self._raw).erase(people)
        LookupEraser(self._raw).erase(chosen)
        self._delete_rows(chosen, compact(sorted(properties)))
        CalendarEraser(self._raw).erase(values)
        gone = sorted(card for card in cards if card is not None and not self._card_used(card))
        media |= self._media_of_cards(gone)
        self._delete_cards(gone)
        self.media |= {name for name in media if not self._media_used(name)}
        self._drop_emptied(chosen)
        self._raw.execute("INSERT INTO search (search) VALUES ('optimize')")
        self._journal.changed = True
        self._journal.touch(sorted(people))
        self.erased = True

    def _ever(self, table: str, column: str, owner: str, chosen: str) -> set[Any]:
        """Every value of a column that rows of these people have or had."""
        found = {
            row[0]
            for row in self._raw.execute(f"SELECT {column} FROM {table} WHERE {owner} {_IN}", (chosen,))
        }
        value = "row_id" if column == "id" else field_of(table, column)
        condition = f"table_name=? AND before IS NOT NULL AND {field_of(table, owner)} {_IN}"
        query = f"SELECT {value} FROM changes WHERE {condition}"
        found.update(row[0] for row in self._raw.execute(query, (table, chosen)))
        return found

    def _delete_rows(self, chosen: str, properties: str) -> None:
        for table, owner, owners in (
            ("property_lines", "property_id", properties),
            ("properties", "contact_id", chosen),
            ("contact_cards", "contact_id", chosen),
            ("pairs", "one_id", chosen),
            ("pairs", "other_id", chosen),
            ("kept_apart", "one_id", chosen),
            ("kept_apart", "other_id", chosen),
            ("declined", "contact_id", chosen),
            ("kept_facts", "contact_id", chosen),
            ("contacts", "id", chosen),
        ):
            theirs = self._ever(table, "id", owner, owners) if table in _MOVED else set()
            self._raw.execute(f"DELETE FROM {table} WHERE {owner} {_IN}", (owners,))
            self._forget_where_they_stood(table, theirs)
            value = "row_id" if owner == "id" else field_of(table, owner)
            self._raw.execute(
                f"DELETE FROM changes WHERE table_name=? AND before IS NOT NULL AND {value} {_IN}",
                (table, owners),
            )
        self._raw.execute(
            f"DELETE FROM declined WHERE kind=? AND CAST(key AS INTEGER) {_IN}", (LIVING_APART, chosen)
        )
        kind, key = field_of("declined", "kind"), field_of("declined", "key")
        self._raw.execute(
            "DELETE FROM changes WHERE table_name='declined' AND before IS NOT NULL "
            f"AND {kind}=? AND CAST({key} AS INTEGER) {_IN}",
            (LIVING_APART, chosen),
        )
        for table in ("summaries", "keys", "memberships", "ties"):
            self._raw.execute(f"DELETE FROM {table} WHERE contact_id {_IN}", (chosen,))
        self._raw.execute(f"DELETE FROM search WHERE rowid {_IN}", (chosen,))

    def _forget_where_they_stood(self, table: str, rows: set[Any]) -> None:
        """Rows of theirs that are nobody's now: what they said while somebody else had them goes as well."""
        there = compact(sorted(rows))
        left = {row[0] for row in self._raw.execute(f"SELECT id FROM {table} WHERE id {_IN}", (there,))}
        self._raw.execute(
            f"DELETE FROM changes WHERE table_name=? AND before IS NOT NULL AND row_id {_IN}",
            (table, compact(sorted(rows - left))),
        )

    def _drop_emptied(self, chosen: str) -> None:
        """Lets changes of which nothing is left say so: there is nothing in them to undo."""
        ranges = self._raw.execute(
            "SELECT id, table_name, row_id, last_row_id FROM changes WHERE last_row_id IS NOT NULL "
            "AND changeset_id IN (SELECT t.changeset_id FROM touched t JOIN json_each(?) j "
            "ON j.value BETWEEN t.first_contact AND t.last_contact)",
            (chosen,),
        ).fetchall()
        drop_emptied(self._raw, ranges)

    def _card_used(self, card: int) -> bool:
        """Whether somebody else stands on a card, or did and may again."""
        for table in ("contact_cards", "properties", "property_lines"):
            query = (
                f"SELECT 1 FROM {table} WHERE source_card_id=:card UNION ALL SELECT 1 FROM changes "
                f"WHERE table_name='{table}' AND before IS NOT NULL "
                f"AND {field_of(table, 'source_card_id')}=:card"
            )
            if self._raw.execute(query, {"card": card}).fetchone() is not None:
                return True
        return False

    def _media_of_cards(self, cards: Sequence[int]) -> set[str]:
        rows = self._raw.execute(f"SELECT spans FROM source_cards WHERE id {_IN}", (compact(cards),))
        return {span[2] for row in rows if row[0] for span in json.loads(row[0])}

    def _delete_cards(self, cards: Sequence[int]) -> None:
        chosen = compact(cards)
        files = {
            row[0]
            for row in self._raw.execute(
                f"SELECT DISTINCT import_file_id FROM source_cards WHERE id {_IN}", (chosen,)
            )
            if row[0] is not None
        }
        self._raw.execute(f"DELETE FROM source_cards WHERE id {_IN}", (chosen,))
        for file in files:
            self._raw.execute(
                "UPDATE import_files SET name='', loose_text=NULL, sha256=NULL WHERE id=? AND NOT EXISTS "
                "(SELECT 1 FROM source_cards WHERE import_file_id=?)",
                (file, file),
            )

    def _media_used(self, name: str) -> bool:
        value = _MEDIA + name
        if self._raw.execute("SELECT 1 FROM properties WHERE value=?", (value,)).fetchone() is not None:
            return True
        pattern = f"%{name}%"
        return (
            self._raw.execute("SELECT 1 FROM source_cards WHERE spans LIKE ?", (pattern,)).fetchone()
            is not None
            or self._raw.execute("SELECT 1 FROM changes WHERE before LIKE ?", (pattern,)).fetchone()
            is not None
        )

    def _strip_facts(self, chosen: str) -> None:
        """Takes names out of the sentences of history that concern these people."""
        rows = self._raw.execute(
            "SELECT id, facts FROM changesets WHERE id IN (SELECT t.changeset_id FROM touched t JOIN "
            "json_each(?) j ON j.value BETWEEN t.first_contact AND t.last_contact)",
            (chosen,),
        ).fetchall()
        for changeset, text in rows:
            facts = json.loads(text)
            kept = {
                name: value
                for name, value in facts.items()
                if not isinstance(value, str) or name in _NO_WORDS
            }
            if kept != facts:
                self._raw.execute("UPDATE changesets SET facts=? WHERE id=?", (compact(kept), changeset))


def _is_media(value: object) -> bool:
    return isinstance(value, str) and value.startswith(_MEDIA)

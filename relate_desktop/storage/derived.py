"""The derived tables kept true: list rows, match keys, circles, days of cards and the search index.

Nothing here is journalled: all of it follows from contacts, properties and cards, and can be
made anew. People in the trash keep their list row and nothing else.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, repeat
from typing import Any

from relate_desktop.domain.circle import circles_in
from relate_desktop.domain.matching import card_key, match_keys
from relate_desktop.domain.property import Property
from relate_desktop.domain.summary import SummaryFields, summarise
from relate_desktop.domain.text import fold
from relate_desktop.storage import schema
from relate_desktop.storage.journal import compact, insert_rows
from relate_desktop.storage.keys import key_number
from relate_desktop.storage.linked_people import IN
from relate_desktop.storage.moment_days import CARDS, Row, add_days, card_days, drop_days
from relate_desktop.storage.ranges import Ranges
from relate_desktop.storage.rows import PROPERTY_COLUMNS, property_of, storable
from relate_desktop.storage.search_words import document
from relate_desktop.storage.stretches import conditions
from relate_desktop.storage.ties import TieRow, tie_rows

_CHUNK = 500
_KEYS_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Person:
    """What the derived rows of one person are made of.

    ``producer`` is where the UID came from; after a merge ``other_uids`` hold those of other
    producers. ``cards`` are the checksums of the cards as they came.
    """

    id: int
    hue: int
    created_at: int
    changed_at: int
    trashed: bool
    properties: Sequence[Property]
    cards: Sequence[str]
    producer: str = ""
    other_uids: Sequence[tuple[Property, str]] = ()
    fields: SummaryFields | None = None
    """The list row, where somebody has computed it already."""
    key_numbers: Sequence[int] | None = None
    """The match keys' numbers, likewise."""


class DerivedTables:
    """Writes derived rows on one write transaction."""

    def __init__(self, connection: Any) -> None:
        self._raw = connection
        self._summaries: list[tuple[object, ...]] = []
        self._key_numbers = array("q")
        self._key_holders = array("q")
        self._memberships: set[tuple[str, int, str]] = set()
        self._search: list[tuple[int, str, str]] = []
        self._days: list[Row] = []
        self._recircled: list[int] = []
        self._ties: list[TieRow] = []

    def add(self, person: Person) -> None:
        """Prepares the rows of somebody who has none yet; ``flush`` writes them."""
        row = person.fields or summarise(person.properties)
        texts = (row.called, row.full_name, row.own_script, row.organization, row.role, row.email, row.phone)
        self._summaries.append(
            (
                person.id,
                *(storable(text) for text in texts),
                row.photo,
                person.hue,
                int(row.is_organization),
                storable(row.sort_key),
                person.created_at,
                person.changed_at,
                int(person.trashed),
            )
        )
        if person.trashed:
            return
        self._add_keys(person)
        self._days += card_days(person.id, person.properties)
        self._add_circles_and_words(person.id, person.properties)
        self._ties += tie_rows(person.id, person.properties, person.producer)

    def _add_circles_and_words(self, contact: int, properties: Sequence[Property]) -> None:
        for circle in circles_in(properties):
            self._memberships.add((storable(fold(circle)), contact, storable(circle)))
        name, rest = document(properties)
        self._search.append((contact, storable(name), storable(rest)))

    def flush(self) -> None:
        """Writes what was prepared, all but the match keys."""
        for table, column in (("memberships", "contact_id"), ("search", "rowid")) if self._recircled else ():
            self._raw.execute(f"DELETE FROM {table} WHERE {column} {IN}", (compact(self._recircled),))
        self._recircled.clear()
        insert_rows(self._raw, schema.summaries, self._summaries)
        insert_rows(self._raw, schema.memberships, sorted(self._memberships))
        self._raw.executemany("INSERT INTO search (rowid, name, rest) VALUES (?,?,?)", self._search)
        add_days(self._raw, self._days)
        insert_rows(self._raw, schema.ties, sorted(self._ties))
        for prepared in (self._summaries, self._memberships, self._search, self._days, self._ties):
            prepared.clear()

    def settle(self) -> None:
        """Writes the match keys of everybody added so far, in their order.

        They scatter over the whole table: written with each batch, a large import would touch
        every page of it again and again.
        """
        numbers, holders = self._key_numbers, self._key_holders
        order = sorted(range(len(numbers)), key=numbers.__getitem__)
        for start in range(0, len(order), _KEYS_AT_ONCE):
            part = order[start : start + _KEYS_AT_ONCE]
            insert_rows(self._raw, schema.keys, [(numbers[place], holders[place]) for place in part])
        del numbers[:], holders[:]

    def renew(self, contacts: Ranges, changed_at: int | None = None, *, keys: bool = True) -> None:
        """Makes the rows of these people anew; rows of those who are gone go.

        ``changed_at`` is the moment of the present change; None takes it out of the record. Without
        ``keys`` the match keys stay as they are: nothing changed that they follow from.
        """
        self.settle()
        for which, parameters in conditions(contacts):
            self._drop(which, parameters, keys=keys)
        numbers = contacts.numbers()
        while chunk := list(islice(numbers, _CHUNK)):
            for person in self._people(chunk, changed_at, keys=keys):
                self.add(person)
            self.flush()
        self.settle()

    def recircle(self, contact: int, properties: Sequence[Property]) -> None:
        """Prepares circles and words of somebody of whom nothing but their circles changed."""
        self._recircled.append(contact)
        self._add_circles_and_words(contact, properties)
        if len(self._recircled) == _CHUNK:
            self.flush()

    def rebuild(self) -> None:
        """Makes every derived row of people anew."""
        for table in (schema.summaries, schema.keys, schema.memberships, schema.ties, schema.moment_days):
            self._raw.execute(f"DELETE FROM {table.name}")
        self._raw.execute("INSERT INTO search (search) VALUES ('delete-all')")
        everybody = Ranges()
        for (contact,) in self._raw.execute("SELECT id FROM contacts ORDER BY id").fetchall():
            everybody.add(contact, contact)
        self.renew(everybody)

    def _drop(self, which: str, parameters: tuple[Any, ...], *, keys: bool) -> None:
        for table in ("summaries", "memberships", "ties", *(("keys",) if keys else ())):
            self._raw.execute(f"DELETE FROM {table} WHERE contact_id {which}", parameters)
        self._raw.execute(f"DELETE FROM search WHERE rowid {which}", parameters)
        drop_days(self._raw, CARDS, which, parameters)

    def _add_keys(self, person: Person) -> None:
        if person.key_numbers is not None:
            self._note_keys(person.id, set(person.key_numbers))
            return
        keys = [*match_keys(person.properties, person.producer), *map(card_key, person.cards)]
        for item, producer in person.other_uids:
            keys += match_keys((item,), producer)
        self._note_keys(person.id, {key_number(key) for key in keys})

    def _note_keys(self, contact: int, numbers: set[int]) -> None:
        self._key_numbers.extend(numbers)
        self._key_holders.extend(repeat(contact, len(numbers)))

    def _people(self, contacts: Sequence[int], changed_at: int | None, *, keys: bool) -> Iterable[Person]:
        chosen = compact(list(contacts))
        heads = self._raw.execute(
            f"SELECT id, hue, created_at, trashed_at FROM contacts WHERE id {IN}", (chosen,)
        ).fetchall()
        lines: dict[int, list[Property]] = {head[0]: [] for head in heads}
        uids: dict[int, list[tuple[Property, str]]] = {head[0]: [] for head in heads}
        cards: dict[int, list[str]] = {head[0]: [] for head in heads}
        columns = ",".join(f"p.{name}" for name in PROPERTY_COLUMNS.split(","))
        for row in self._raw.execute(
            f"SELECT {columns},p.contact_id,s.producer FROM properties p LEFT JOIN source_cards s "
            f"ON s.id=p.source_card_id WHERE p.contact_id {IN} ORDER BY p.contact_id, p.ordinal",
            (chosen,),
        ):
            item = property_of(row)
            lines[row[5]].append(item)
            if row[6] and item.key == "UID":
                uids[row[5]].append((item, row[6]))
        for contact, sha256 in self._cards(chosen) if keys else ():
            cards[contact].append(sha256)
        for contact, hue, created_at, trashed_at in heads:
            yield Person(
                id=contact,
                hue=hue,
                created_at=created_at,
                changed_at=changed_at if changed_at is not None else self._last_touched(contact, created_at),
                trashed=trashed_at is not None,
                properties=lines[contact],
                cards=cards[contact],
                producer=uids[contact][0][1] if uids[contact] else "",
                other_uids=uids[contact][1:],
                key_numbers=None if keys else (),
            )

    def _cards(self, chosen: str) -> Iterable[tuple[int, str]]:
        """The checksums of the cards of these people, by person."""
        rows: Iterable[tuple[int, str]] = self._raw.execute(
            "SELECT c.contact_id, lower(hex(s.sha256)) FROM contact_cards c JOIN source_cards s "
            f"ON s.id=c.source_card_id WHERE c.contact_id {IN}",
            (chosen,),
        )
        return rows

    def _last_touched(self, contact: int, created_at: int) -> int:
        row = self._raw.execute(
            "SELECT max(at) FROM changesets WHERE id IN (SELECT changeset_id FROM touched WHERE "
            "first_contact=:c AND last_contact=:c UNION SELECT changeset_id FROM touched WHERE "
            "last_contact>first_contact AND last_contact>=:c AND first_contact<=:c)",
            {"c": contact},
        ).fetchone()
        return int(row[0]) if row[0] is not None else created_at

"""The derived tables kept true: list rows, match keys, circles, days of cards and the search index.

Nothing here is journalled: all of it follows from contacts, properties and cards, and can be
made anew. People in the trash keep their list row and nothing else.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, repeat
from typing import Any

from relate_desktop.domain.circle import folded_circles
from relate_desktop.domain.contact import GROUP_LABELS
from relate_desktop.domain.gist import Gist
from relate_desktop.domain.important_date import DATE_NAMES
from relate_desktop.domain.matching import KEYED, card_key, key_number, match_keys
from relate_desktop.domain.moment import days_of_the_year
from relate_desktop.domain.property import Property
from relate_desktop.domain.search_marks import indexed
from relate_desktop.domain.summary import SummaryFields, summarise
from relate_desktop.storage import schema
from relate_desktop.storage.circle_hues import give_hues
from relate_desktop.storage.journal import compact, insert_rows
from relate_desktop.storage.linked_people import IN
from relate_desktop.storage.moment_days import CARDS, Row, add_days, card_days, drop_days
from relate_desktop.storage.ranges import Ranges
from relate_desktop.storage.rows import PROPERTY_COLUMNS, property_of, storable
from relate_desktop.storage.stretches import conditions
from relate_desktop.storage.ties import TELLING, TieRow, tie_rows

_CHUNK = 500
_KEYS_AT_ONCE = 20_000
_REWORDED_AT_ONCE = 5_000
"""People whose words alone are made anew, in memory at once."""


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
    gist: Gist | None = None
    """Of somebody new, for whom there is but the one card."""


Moved = tuple[Mapping[str, str], Mapping[str, str]]
"""The circles somebody was in and is in, by their folded names."""

_RELIST = (
    "UPDATE summaries SET called=?, full_name=?, own_script=?, organization=?, role=?, email=?, phone=?, "
    "photo=?, is_organization=?, sort_key=? WHERE contact_id=?"
)

DEEPER = KEYED | DATE_NAMES | TELLING | GROUP_LABELS
"""Lines from which more follows than a list row, circles and words."""


class DerivedTables:
    """Writes derived rows on one write transaction."""

    def __init__(self, connection: Any) -> None:
        self._raw = connection
        self._summaries: list[tuple[object, ...]] = []
        self._key_numbers = array("q")
        self._key_holders = array("q")
        self._memberships: set[tuple[str, int, str]] = set()
        self._left: list[tuple[str, int]] = []
        self._search: list[tuple[int, str, str]] = []
        self._days: list[Row] = []
        self._reworded: list[int] = []
        self._lists: list[tuple[object, ...]] = []
        self._ties: list[TieRow] = []

    def add(self, person: Person) -> None:
        """Prepares the rows of somebody who has none yet; ``flush`` writes them."""
        gist = person.gist
        row = gist.fields if gist is not None else summarise(person.properties)
        self._summaries.append(
            (
                person.id,
                *_texts(row),
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
        self._note_keys(person.id, set(gist.keys.values()) if gist is not None else _key_numbers(person))
        days = gist.days if gist is not None else days_of_the_year(person.properties)
        self._days += card_days(person.id, days)
        self._enter(person.id, folded_circles(person.properties))
        self._add_words(person.id, gist.words if gist is not None else indexed(person.properties))
        self._ties += tie_rows(person.id, person.properties, person.producer)

    def _enter(self, contact: int, circles: Mapping[str, str]) -> None:
        for folded, circle in circles.items():
            self._memberships.add((storable(folded), contact, storable(circle)))

    def _add_words(self, contact: int, words: tuple[str, str]) -> None:
        name, rest = words
        self._search.append((contact, storable(name), storable(rest)))

    def flush(self) -> None:
        """Writes what was prepared, all but the match keys."""
        self._raw.executemany("DELETE FROM memberships WHERE folded=? AND contact_id=?", sorted(self._left))
        self._raw.executemany(_RELIST, self._lists)
        insert_rows(self._raw, schema.summaries, self._summaries)
        if self._memberships:
            insert_rows(self._raw, schema.memberships, sorted(self._memberships))
            self._colour_circles()
        add_days(self._raw, self._days)
        insert_rows(self._raw, schema.ties, sorted(self._ties))
        # the index begins a new part of itself whenever anything else is written between its rows
        if self._reworded:
            self._raw.execute(f"DELETE FROM search WHERE rowid {IN}", (compact(self._reworded),))
        self._raw.executemany("INSERT INTO search (rowid, name, rest) VALUES (?,?,?)", self._search)
        for prepared in (self._summaries, self._memberships, self._search, self._days, self._ties):
            prepared.clear()
        for noted in (self._reworded, self._left, self._lists):
            noted.clear()

    def _colour_circles(self) -> None:
        first: dict[str, int] = {}
        for folded, contact, _name in self._memberships:
            first[folded] = min(contact, first.get(folded, contact))
        give_hues(self._raw, sorted(first, key=lambda folded: (first[folded], folded)))

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

    def renew(self, contacts: Ranges, changed_at: int | None = None) -> None:
        """Makes the rows of these people anew; rows of those who are gone go.

        ``changed_at`` is the moment of the present change; None takes it out of the record.
        """
        self.settle()
        for which, parameters in conditions(contacts):
            self._drop(which, parameters)
        numbers = contacts.numbers()
        while chunk := list(islice(numbers, _CHUNK)):
            for person in self._people(chunk, changed_at):
                self.add(person)
            self.flush()
        self.settle()

    def reword(
        self, contact: int, properties: Sequence[Property], *, circles: Moved | None, listed: bool
    ) -> None:
        """Prepares the words of somebody outside the trash, and where ``listed`` their list row.

        With the ``circles`` they were in and are in, where those are others, that is all that follows
        from their lines as far as none of ``DEEPER`` changed.
        """
        self._reworded.append(contact)
        if listed:
            row = summarise(properties)
            self._lists.append(
                (*_texts(row), row.photo, int(row.is_organization), storable(row.sort_key), contact)
            )
        if circles is not None:
            were, are = circles
            self._left += [
                (storable(folded), contact) for folded, name in were.items() if are.get(folded) != name
            ]
            self._enter(contact, {one: name for one, name in are.items() if were.get(one) != name})
        self._add_words(contact, indexed(properties))
        if len(self._reworded) == _REWORDED_AT_ONCE:
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

    def reindex(self) -> None:
        """Makes the search index of people anew, and nothing else."""
        self._raw.execute("INSERT INTO search (search) VALUES ('delete-all')")
        living = self._raw.execute("SELECT id FROM contacts WHERE trashed_at IS NULL ORDER BY id").fetchall()
        for start in range(0, len(living), _CHUNK):
            lines: dict[int, list[Property]] = {row[0]: [] for row in living[start : start + _CHUNK]}
            rows = self._raw.execute(
                f"SELECT {PROPERTY_COLUMNS},contact_id FROM properties WHERE contact_id IN "
                "(SELECT value FROM json_each(?)) ORDER BY contact_id, ordinal",
                (compact(list(lines)),),
            )
            for row in rows:
                lines[row[5]].append(property_of(row))
            for contact, properties in lines.items():
                self._add_words(contact, indexed(properties))
            self.flush()

    def _drop(self, which: str, parameters: tuple[Any, ...]) -> None:
        for table in ("summaries", "keys", "memberships", "ties"):
            self._raw.execute(f"DELETE FROM {table} WHERE contact_id {which}", parameters)
        self._raw.execute(f"DELETE FROM search WHERE rowid {which}", parameters)
        drop_days(self._raw, CARDS, which, parameters)

    def _note_keys(self, contact: int, numbers: set[int]) -> None:
        self._key_numbers.extend(numbers)
        self._key_holders.extend(repeat(contact, len(numbers)))

    def _people(self, contacts: Sequence[int], changed_at: int | None) -> Iterable[Person]:
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
        for contact, sha256 in self._raw.execute(
            "SELECT c.contact_id, lower(hex(s.sha256)) FROM contact_cards c JOIN source_cards s "
            f"ON s.id=c.source_card_id WHERE c.contact_id {IN}",
            (chosen,),
        ):
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
            )

    def _last_touched(self, contact: int, created_at: int) -> int:
        row = self._raw.execute(
            "SELECT max(at) FROM changesets WHERE id IN (SELECT changeset_id FROM touched WHERE "
            "first_contact=:c AND last_contact=:c UNION SELECT changeset_id FROM touched WHERE "
            "last_contact>first_contact AND last_contact>=:c AND first_contact<=:c)",
            {"c": contact},
        ).fetchone()
        return int(row[0]) if row[0] is not None else created_at


def _key_numbers(person: Person) -> set[int]:
    keys = [*match_keys(person.properties, person.producer), *map(card_key, person.cards)]
    for item, producer in person.other_uids:
        keys += match_keys((item,), producer)
    return {key_number(key) for key in keys}


def _texts(row: SummaryFields) -> tuple[str, ...]:
    """The texts of a list row, in the order of their columns."""
    texts = (row.called, row.full_name, row.own_script, row.organization, row.role, row.email, row.phone)
    return tuple(storable(text) for text in texts)

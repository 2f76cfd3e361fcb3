"""Who is tied to whom, derived from what cards say: by an own id, by the other's UID, or by name.

A tie says by what the other can be found; who that is now is looked up when it is asked. So
nothing has to be rewritten when somebody comes, goes, gets another name or is joined with another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.household import HOUSEHOLD, Home, Household, home_in
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.matching import KeyKind, MatchKey, key_number, name_key, source_of
from relate_desktop.domain.property import Property
from relate_desktop.domain.relationship import OWN_ID, TIE_NAMES, Relationship, relationships
from relate_desktop.storage import schema
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import Journal, compact, insert_rows
from relate_desktop.storage.rows import PROPERTY_COLUMNS, property_of, storable

TieRow = tuple[int, int, int, int, str, str, str]

POINTS, NAMES, IS, LIVES = range(4)
"""Points to an own id; names by a key of ``keys``; is this own id; lives in this household."""

TELLING = TIE_NAMES | {OWN_ID, HOUSEHOLD}
_IN = "IN (SELECT value FROM json_each(?))"
_MOST_MEMBERS = 200
_LARGEST_ROUND = 12
"""Who was at a conversation of more people need not know each other."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie between two people of the book: ``other`` is ``kind`` to ``one``, whose card says it."""

    one: ContactId
    other: ContactId
    place: int
    """Which of the card's ``relationships`` it is."""
    kind: str
    inverse: str
    by_name: bool
    """Whether only the name leads to them."""


def tie_rows(contact: int, properties: Sequence[Property], producer: str = "") -> list[TieRow]:
    """The rows that the card of somebody comes to; ``producer`` is where its UID came from.

    A card without a UID is of no program's people: its references lead nowhere.
    """
    telling = [item for item in properties if (item.name if item.name.isupper() else item.key) in TELLING]
    if not telling:
        return []
    if not any(item.key == "UID" for item in properties):
        producer = ""
    rows: list[TieRow] = []
    for item in telling:
        if item.key == OWN_ID and (given := item.text.strip()):
            rows.append((_number("is", given), contact, IS, 0, "", "", ""))
        elif item.key == HOUSEHOLD and (home := home_in(item)) is not None:
            rows.append(
                (_number("lives", home.id), contact, LIVES, 0, "", storable(home.id), storable(home.name))
            )
    labelled = any(item.group is not None for item in telling)
    said = relationships(Contact(tuple(properties if labelled else telling)))
    for place, tie in enumerate(said):
        found = _leading(tie, producer)
        if found is not None:
            words = storable(tie.kind), storable(tie.inverse), storable(tie.name)
            rows.append((found[0], contact, found[1], place, *words))
    return list(dict.fromkeys(rows))


def fill_ties(connection: Any) -> None:
    """Makes the rows of all cards, in a book where there are none yet."""
    for _contact, rows in list(_all_rows(connection)):
        insert_rows(connection, schema.ties, sorted(rows))


def _all_rows(connection: Any) -> Iterator[tuple[int, list[TieRow]]]:
    """What the cards of everybody who is not in the trash come to."""
    names = ",".join(f"'{name}'" for name in sorted(TELLING))
    telling = connection.execute(
        "SELECT DISTINCT p.contact_id FROM properties p JOIN contacts c ON c.id=p.contact_id "
        f"WHERE upper(p.name) IN ({names}) AND c.trashed_at IS NULL ORDER BY 1"
    )
    for (contact,) in telling.fetchall():
        lines = connection.execute(
            f"SELECT {PROPERTY_COLUMNS} FROM properties WHERE contact_id=? ORDER BY ordinal", (contact,)
        ).fetchall()
        producer = connection.execute(
            "SELECT s.producer FROM properties p JOIN source_cards s ON s.id=p.source_card_id "
            "WHERE p.contact_id=? AND upper(p.name)='UID' AND s.producer<>'' ORDER BY p.ordinal LIMIT 1",
            (contact,),
        ).fetchone()
        yield contact, tie_rows(contact, [property_of(row) for row in lines], producer[0] if producer else "")


class TiesRepository:
    """Ties on one transaction; people in the trash have none."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def of(self, contacts: Iterable[ContactId]) -> list[Tie]:
        """All ties that these people's cards tell, and that others' tell of them, each once."""
        chosen = compact(list(contacts))
        found = {
            Tie(ContactId(one), ContactId(other), place, kind, inverse, bool(by_name))
            for query in _QUERIES
            for one, other, place, kind, inverse, by_name in self._raw.execute(query, (chosen,))
            if one != other
        }
        return sorted(found, key=lambda tie: (tie.one, tie.place, tie.other))

    def meant(self, name: str) -> list[ContactId]:
        """Everybody of this full name."""
        rows = self._raw.execute(
            "SELECT contact_id FROM keys WHERE key=? ORDER BY 1",
            (key_number(MatchKey(KeyKind.NAME, name_key(name))),),
        )
        return [ContactId(row[0]) for row in rows]

    def household(self, home: Home) -> Household:
        """The household with everybody who lives there, by name."""
        rows = self._raw.execute(
            "SELECT t.contact_id FROM ties t JOIN summaries s ON s.contact_id=t.contact_id "
            "WHERE t.key=? AND t.role=? ORDER BY s.sort_key, s.contact_id LIMIT ?",
            (_number("lives", home.id), LIVES, _MOST_MEMBERS),
        )
        return Household(home, tuple(ContactId(row[0]) for row in rows))

    def households(self) -> list[Household]:
        """All households, by name."""
        found: dict[Home, list[ContactId]] = {}
        rows = self._raw.execute(
            "SELECT t.name, t.inverse, t.contact_id FROM ties t "
            "JOIN summaries s ON s.contact_id=t.contact_id WHERE t.role=? "
            "ORDER BY t.key, s.sort_key, s.contact_id",
            (LIVES,),
        )
        homes: dict[str, Home] = {}
        for name, given, contact in rows:
            home = homes.setdefault(given, Home(name, given))
            found.setdefault(home, []).append(ContactId(contact))
        ordered = sorted(found.items(), key=lambda one: (one[0].name.casefold(), one[1]))
        return [Household(home, tuple(members)) for home, members in ordered]

    def lives_with(self, contacts: Iterable[ContactId]) -> list[tuple[ContactId, ContactId, str]]:
        """Pairs of people of one household, of whom the first is among these, and what it is called."""
        rows = self._raw.execute(
            "SELECT t.contact_id, o.contact_id, t.name FROM ties t "
            f"JOIN ties o ON o.key=t.key AND o.role={LIVES} "
            f"WHERE t.role={LIVES} AND t.contact_id {_IN} AND o.contact_id<>t.contact_id ORDER BY 1, 2",
            (compact(list(contacts)),),
        )
        return [(ContactId(row[0]), ContactId(row[1]), str(row[2])) for row in rows]

    def met_together(self, contacts: Iterable[ContactId]) -> list[tuple[ContactId, ContactId, int]]:
        """Who took part in how many conversations with these people; large rounds say nothing."""
        rows = self._raw.execute(
            "SELECT a.contact_id, b.contact_id, count(DISTINCT a.entry_id) FROM participants a "
            "JOIN participants b ON b.entry_id=a.entry_id AND b.contact_id<>a.contact_id "
            "JOIN entries e ON e.id=a.entry_id AND e.kind<>'note' "
            "JOIN contacts c ON c.id=b.contact_id AND c.trashed_at IS NULL "
            f"WHERE a.contact_id {_IN} AND "
            "(SELECT count(*) FROM participants n WHERE n.entry_id=a.entry_id)<=? "
            "GROUP BY 1, 2 ORDER BY 1, 2",
            (compact(list(contacts)), _LARGEST_ROUND),
        )
        return [(ContactId(row[0]), ContactId(row[1]), int(row[2])) for row in rows]


class TiesWriter(TiesRepository):
    """Ties on a write transaction: they are lines of cards, and this notes whom else a change concerns."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal.connection)
        self._journal = journal

    def concern(self, contacts: Iterable[ContactId]) -> None:
        """The change is about these people as well, although no line of theirs may be another."""
        self._journal.touch(sorted(set(contacts)))


def differing(connection: Any) -> int:
    """Of how many people the table tells something else than their cards do."""
    there: dict[int, list[TieRow]] = {}
    for row in connection.execute("SELECT * FROM ties ORDER BY 1, 2, 3, 4"):
        there.setdefault(row[1], []).append(tuple(row))
    told = {contact: sorted(rows) for contact, rows in _all_rows(connection) if rows}
    return sum(there.get(contact) != told.get(contact) for contact in there.keys() | told.keys())


def _leading(tie: Relationship, producer: str) -> tuple[int, int] | None:
    """By what the other is found, and how; None where the line says nothing that leads to anybody."""
    if tie.person:
        return _number("is", tie.person), POINTS
    if tie.reference:
        uid = f"{source_of(producer)}\x1f{tie.reference}"
        return (key_number(MatchKey(KeyKind.UID, uid)), NAMES) if producer else None
    name = name_key(tie.name)
    return (key_number(MatchKey(KeyKind.NAME, name)), NAMES) if name else None


def _number(kind: str, text: str) -> int:
    return key_number(MatchKey(KeyKind.CARD, f"tie {kind}\x1f{text}"))


_QUERIES = (
    # whom their cards point to, and who points to them
    (
        f"SELECT t.contact_id, min(i.contact_id), t.place, t.kind, t.inverse, 0 FROM ties t "
        f"JOIN ties i ON i.key=t.key AND i.role={IS} WHERE t.contact_id {_IN} AND t.role={POINTS} "
        "GROUP BY t.contact_id, t.place"
    ),
    (
        f"SELECT t.contact_id, min(i.contact_id), t.place, t.kind, t.inverse, 0 FROM ties o "
        f"CROSS JOIN ties t ON t.key=o.key AND t.role={POINTS} JOIN ties i ON i.key=t.key AND i.role={IS} "
        f"WHERE o.contact_id {_IN} AND o.role={IS} GROUP BY t.contact_id, t.place"
    ),
    # whom their cards name, where only one other person has the name, and who names them
    (
        "SELECT t.contact_id, min(k.contact_id), t.place, t.kind, t.inverse, 1 FROM ties t "
        f"JOIN keys k ON k.key=t.key AND k.contact_id<>t.contact_id "
        f"WHERE t.contact_id {_IN} AND t.role={NAMES} GROUP BY t.contact_id, t.place HAVING count(*)=1"
    ),
    (
        "SELECT t.contact_id, min(k.contact_id), t.place, t.kind, t.inverse, 1 FROM keys o "
        f"CROSS JOIN ties t ON t.key=o.key AND t.role={NAMES} AND t.contact_id<>o.contact_id "
        f"JOIN keys k ON k.key=t.key AND k.contact_id<>t.contact_id WHERE o.contact_id {_IN} "
        "GROUP BY t.contact_id, t.place HAVING count(*)=1"
    ),
)

"""Who knows whom around a person: relations, households, and who was met together."""

from collections.abc import Iterable

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people_graph import (
    FARTHEST,
    MOST_PEOPLE,
    GraphPerson,
    GraphTie,
    PeopleGraph,
    reached,
)
from relate_desktop.domain.relation_kinds import inverse_of, same_relation
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database

Pair = tuple[ContactId, ContactId]


class AcquaintancesService:
    """Every method may be called on any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def around(self, contact: ContactId, *, met: bool = True, most: int = MOST_PEOPLE) -> PeopleGraph:
        """The people around somebody and how they know each other; ``met``: also by conversations shared.

        Raises NotFoundError(CONTACT_UNKNOWN).
        """
        with self._database.read() as book:
            book.contacts.get(contact)
            ties = _gathered(book, contact, most, met=met)
            found, left_out = reached(contact, ties.values(), most)
            rows = {row.id: row for row in book.contacts.summaries(list(found))}
            people = tuple(
                GraphPerson(rows[one], steps, by) for one, (steps, by) in found.items() if one in rows
            )
            among = _gathered_among(book, list(found), ties, met=met)
        return PeopleGraph(people, among, left_out)


def _gathered(book: BookReader, centre: ContactId, most: int, *, met: bool) -> dict[Pair, GraphTie]:
    """The ties step by step from the middle, until there are people enough."""
    ties: dict[Pair, GraphTie] = {}
    seen: set[ContactId] = {centre}
    edge = [centre]
    for _step in range(FARTHEST):
        _tell(book, ties, edge)
        if met:
            _meet(book, ties, edge)
        edge = sorted({one for pair in ties for one in pair} - seen)
        seen.update(edge)
        if not edge or len(seen) > most:
            break
    return ties


def _gathered_among(
    book: BookReader, people: list[ContactId], ties: dict[Pair, GraphTie], *, met: bool
) -> tuple[GraphTie, ...]:
    """Every tie among these people, those between the outermost as well."""
    chosen = set(people)
    kept = {pair: tie for pair, tie in ties.items() if chosen.issuperset(pair)}
    fresh: dict[Pair, GraphTie] = {}
    _tell(book, fresh, people)
    if met:
        _meet(book, fresh, people)
    for pair, tie in fresh.items():
        if pair not in kept and chosen.issuperset(pair):
            kept[pair] = tie
    return tuple(kept[pair] for pair in sorted(kept))


def _tell(book: BookReader, ties: dict[Pair, GraphTie], people: Iterable[ContactId]) -> None:
    """What cards say of these people: relations, then households."""
    asked = list(people)
    for tie in book.ties.of(asked):
        back = inverse_of(tie.kind, tie.inverse)
        swapped = tie.other < tie.one
        pair = (tie.other, tie.one) if swapped else (tie.one, tie.other)
        known = ties.get(pair, GraphTie(*pair))
        kind, inverse = (back, tie.kind) if swapped else (tie.kind, back)
        if any(same_relation(kind, there) for there in known.kinds):
            continue
        ties[pair] = GraphTie(
            *pair, (*known.kinds, kind), (*known.backs, inverse), known.household, known.talks
        )
    for one, other, name in book.ties.lives_with(asked):
        pair = (min(one, other), max(one, other))
        known = ties.get(pair, GraphTie(*pair))
        ties[pair] = GraphTie(*pair, known.kinds, known.backs, name, known.talks)


def _meet(book: BookReader, ties: dict[Pair, GraphTie], people: Iterable[ContactId]) -> None:
    """Who took part in conversations with these people."""
    for one, other, count in book.ties.met_together(people):
        pair = (min(one, other), max(one, other))
        known = ties.get(pair, GraphTie(*pair))
        ties[pair] = GraphTie(*pair, known.kinds, known.backs, known.household, count)

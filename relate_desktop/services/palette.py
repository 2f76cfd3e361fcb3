"""What Find or do finds in the book while one types: people, best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary, TextHit
from relate_desktop.domain.ranking import FEWEST_LETTERS, Nearness, nearness, ranked, spoken
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database

PEOPLE = 9
"""People found for one list of results."""
TEXTS = 4
"""Notes and reminders found for one list of results."""
_TEXTS_FROM = 2
"""One letter is in every other note: it says nothing of which is meant."""
_HITS = 40
"""Hits of the search that are looked at more closely."""
_LATELY = 20
"""People used lately who are looked at whatever was typed."""
_NAMES = frozenset({"fn", "n", "nickname", "x-relate-call", "phonetic"})


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody who answers what was typed, and how."""

    person: ContactSummary
    nearness: Nearness
    snippet: str = ""
    """The piece of the card that matched, when no name did."""


class PaletteService:
    """Every method may be called on any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def warm(self) -> None:
        """Makes ready what the first keystroke would have to wait for."""
        with self._database.read() as book:
            book.names.beginning("", 0)

    def people(
        self, wanted: str, recent: Sequence[ContactId] = (), limit: int = PEOPLE
    ) -> tuple[FoundPerson, ...]:
        """The people nearest to what was typed; ``recent`` are those used last, the last first."""
        text = spoken(wanted)
        if not text:
            return ()
        with self._database.read() as book:
            found = _found(book, wanted, text, recent, limit)
        order = ranked([(one.person.id, one.nearness) for one in found], recent)
        by_id = {one.person.id: one for one in found}
        return tuple(by_id[contact] for contact in order[:limit])

    def texts(self, wanted: str, limit: int = TEXTS) -> tuple[TextHit, ...]:
        """What was written that holds what was typed, the latest first."""
        if len(spoken(wanted)) < _TEXTS_FROM:
            return ()
        with self._database.read() as book:
            return book.texts.latest(wanted, limit)

    def recent(self, contacts: Sequence[ContactId], limit: int) -> tuple[ContactSummary, ...]:
        """The first of these people who are still in the book."""
        with self._database.read() as book:
            living = book.names.living(list(contacts))[:limit]
            return tuple(book.contacts.summaries([ContactId(contact) for contact in living]))


def _found(
    book: BookReader, wanted: str, text: str, recent: Sequence[ContactId], limit: int
) -> list[FoundPerson]:
    """Everybody who may stand among the first, each once: the index is only asked when names are few."""
    candidates = book.names.living(list(recent[:_LATELY]))
    beginning = book.names.beginning(text, limit)
    candidates += beginning
    snippets: dict[int, str] = {}
    if len(beginning) < limit:
        hits = book.search.some(wanted, _HITS)
        candidates += [hit.contact for hit in hits]
        snippets = {hit.contact: "" if hit.field in _NAMES else hit.snippet for hit in hits}
        if len(hits) < limit and len(text) >= FEWEST_LETTERS:
            candidates += book.names.with_letters(text, limit)
    rows = book.contacts.summaries([ContactId(one) for one in dict.fromkeys(candidates)])
    return list(_judged(wanted, rows, snippets))


def _judged(wanted: str, rows: Iterable[ContactSummary], snippets: dict[int, str]) -> Iterable[FoundPerson]:
    for row in rows:
        near = nearness(wanted, row.called, (row.full_name, row.own_script))
        snippet = snippets.get(row.id)
        if snippet is not None and (near is None or near > Nearness.ELSEWHERE):
            # the index knows more names than the row does
            near = Nearness.ELSEWHERE if snippet else Nearness.WORDS
            yield FoundPerson(row, near, snippet)
        elif near is not None:
            yield FoundPerson(row, near)

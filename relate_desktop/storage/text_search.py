"""Search in what was written: notes, conversations, reminders and promises, the latest first."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.markdown import plain
from relate_desktop.domain.people import TextHit
from relate_desktop.domain.search_words import WORD, Term, answerer, expression, folded_text, terms_of
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import compact
from relate_desktop.storage.moments import from_column
from relate_desktop.storage.numbers import numbers
from relate_desktop.storage.search_match import piece_of
from relate_desktop.storage.text_index import TextKind, row_of, text_id

_IN = "IN (SELECT value FROM json_each(?))"
"""A plus before a column below keeps SQLite from walking a million rows in its order."""
_MATCH = "SELECT rowid FROM text_search WHERE text_search MATCH ?"
_LATEST_FIRST = "SELECT rowid AS number FROM text_search WHERE text_search MATCH ? ORDER BY rowid DESC"
_LATEST = 1_000
"""So many of the last written are put in order by their day; of more, the rest is only counted."""
_COUNTED = 10_000
"""So many texts are counted; who types a word that more have need not wait for their number."""
_NAMESAKES = 50
"""People whose name is part of what was typed."""
_FEWEST_LETTERS = 3
_LONGEST_PLAIN = 20_000
_READ = 300_000
"""Characters of texts that are read rather than looked for in the index."""

_ROWS = {
    TextKind.ENTRY: ("entries", "kind, text, on_day", "sort_at"),
    TextKind.REMINDER: ("reminders", "'reminder', text, due_on", "created_at"),
    TextKind.PROMISE: ("promises", "'promise', text, coalesce(due_on, made_on)", "created_at"),
}
"""The table of each kind; what it is, says and when; and its place in order."""

_PEOPLE = {
    TextKind.ENTRY: ("participants", "entry_id"),
    TextKind.REMINDER: ("reminder_people", "reminder_id"),
    TextKind.PROMISE: ("promise_people", "promise_id"),
}


class TextsRepository:
    """What was written, on one transaction. What is about people in the trash alone is not found."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def find(self, words: str, limit: int = 50) -> tuple[int, tuple[TextHit, ...]]:
        """How many match, counted up to ten thousand, and the latest of them.

        A name may stand among the words: then what is about that person need say only the rest.
        """
        terms = terms_of(words)
        if not terms:
            return 0, ()
        found, more = self._found(terms, limit, _COUNTED)
        return len(found) + len(more), tuple(self._hits([*found[:_LATEST], *more], terms, limit))

    def hits(self, words: str, limit: int = 50) -> tuple[TextHit, ...]:
        """The latest that match, without counting how many there are."""
        terms = terms_of(words)
        if not terms:
            return ()
        found, more = self._found(terms, limit, _LATEST)
        return tuple(self._hits([*found, *more], terms, limit))

    def _found(self, terms: Sequence[Term], limit: int, most: int) -> tuple[list[int], set[int]]:
        """The last written that match, and as far as they are too few, what else does by a name."""
        hidden = self._hidden()
        latest = self._latest(expression(terms), most)
        found = [number for number in latest if number not in hidden]
        if len(found) >= limit or len(latest) == most:
            return found, set()
        return found, set(self._with_names(terms)).difference(found, hidden)

    def latest(self, words: str, limit: int) -> tuple[TextHit, ...]:
        """A few of those written last that match, without counting all of them."""
        terms = terms_of(words)
        if not terms:
            return ()
        hidden = self._hidden()
        found = [number for number in self._latest(expression(terms), limit * 8) if number not in hidden]
        if len(found) < limit:
            found += set(self._with_names(terms)).difference(found, hidden)
        return tuple(self._hits(found, terms, limit))

    def people(self, terms: Sequence[Term]) -> list[int]:
        """Those of whom something that matches was written, of the last written first."""
        words = chain.from_iterable(side for term in terms for side in term.alternatives)
        if max(map(len, words), default=0) < _FEWEST_LETTERS:
            return []
        found: dict[int, None] = {}
        latest = self._latest(expression(terms))
        by_kind = {kind: [row for each, row in map(row_of, latest) if each is kind] for kind in TextKind}
        for kind, rows in by_kind.items():
            table, column = _PEOPLE[kind]
            query = f"SELECT contact_id FROM {table} WHERE {column} {_IN} ORDER BY {column} DESC, ordinal"
            found.update(dict.fromkeys(chain.from_iterable(self._raw.execute(query, (compact(rows),)))))
        return list(found)

    def entries(self, words: str) -> set[int]:
        """Entries that match, and those about people who are called so."""
        terms = terms_of(words)
        if not terms:
            return set()
        texts = chain(
            chain.from_iterable(self._raw.execute(_MATCH, (expression(terms),))), self._with_names(terms)
        )
        found = {row for kind, row in map(row_of, texts) if kind is TextKind.ENTRY}
        people = compact(self._named(terms))
        rows = self._raw.execute(f"SELECT entry_id FROM participants WHERE contact_id {_IN}", (people,))
        found.update(chain.from_iterable(rows))
        return found

    def _latest(self, wanted: str, limit: int = _LATEST) -> list[int]:
        return numbers(self._raw, f"{_LATEST_FIRST} LIMIT {limit}", (wanted,))

    def _hidden(self) -> set[int]:
        """Texts about nobody but people in the trash."""
        found: set[int] = set()
        rows = self._raw.execute("SELECT contact_id FROM summaries WHERE trashed=1")
        trash = compact(list(chain.from_iterable(rows)))
        for kind, (table, column) in _PEOPLE.items() if trash != "[]" else ():
            rows = self._raw.execute(
                f"SELECT DISTINCT p.{column} FROM {table} p WHERE p.contact_id {_IN} AND NOT EXISTS "
                f"(SELECT 1 FROM {table} o WHERE o.{column}=p.{column} AND o.contact_id NOT {_IN})",
                (trash, trash),
            )
            found.update(text_id(kind, row) for row in chain.from_iterable(rows))
        return found

    def _with_names(self, terms: Sequence[Term]) -> Iterator[int]:
        """Texts that match the words but for a name in front or at the end, of people called so."""
        for cut in range(1, len(terms)):
            for name, rest in ((terms[:cut], terms[cut:]), (terms[cut:], terms[:cut])):
                people = self._named(name)
                if people:
                    yield from self._about(people, rest)

    def _named(self, terms: Sequence[Term]) -> list[int]:
        rows = self._raw.execute(
            "SELECT rowid FROM search WHERE search MATCH ? LIMIT ?",
            (f"{{name}} : ({expression(terms)})", _NAMESAKES),
        )
        return list(chain.from_iterable(rows))

    def about(self, people: Sequence[int], terms: Sequence[Term]) -> dict[int, TextHit]:
        """For each of these people the last text about them by which ``people`` finds them, if any."""
        found: dict[int, TextHit] = {}
        places = list(map(row_of, self._latest(expression(terms)))) if people else []
        for kind, (table, column) in _PEOPLE.items() if places else ():
            rows = self._raw.execute(
                f"SELECT contact_id, max({column}) FROM {table} WHERE {column} {_IN} AND contact_id {_IN} "
                "GROUP BY contact_id",
                (compact([row for each, row in places if each is kind]), compact(list(people))),
            )
            latest = dict(rows.fetchall())
            hits = {hit.number: hit for hit in self._of_kind(kind, sorted(set(latest.values())), terms)}
            for contact, row in latest.items():
                found.setdefault(contact, hits[row])
        return found

    def _about(self, people: Sequence[int], terms: Sequence[Term]) -> list[int]:
        """The last texts about these people that match.

        They are few: read, unless they are very long, they take less time than every match of the index.
        """
        chosen = compact(list(people))
        theirs: list[int] = []
        read: list[tuple[int, str]] = []
        for kind, (table, column) in _PEOPLE.items():
            rows = self._raw.execute(
                f"SELECT DISTINCT {column} FROM {table} WHERE contact_id {_IN} "
                f"ORDER BY +{column} DESC LIMIT {_LATEST}",
                (chosen,),
            )
            found = list(chain.from_iterable(rows))
            theirs += [text_id(kind, row) for row in found]
            texts = self._raw.execute(
                f"SELECT id, substr(text,1,{_READ}) FROM {kind.table} WHERE id {_IN}", (compact(found),)
            )
            read += [(text_id(kind, row), text) for row, text in texts]
        if sum(len(text) for _, text in read) < _READ:
            return [number for number, text in read if _answered(terms, text)]
        rows = self._raw.execute(f"{_MATCH} AND +rowid {_IN}", (expression(terms), compact(theirs)))
        return list(chain.from_iterable(rows))

    def _hits(self, texts: Iterable[int], terms: Sequence[Term], limit: int) -> list[TextHit]:
        """The hits of these texts, the latest first."""
        places = list(map(row_of, texts))
        ordered: list[tuple[int, TextKind, int]] = []
        for kind, (table, _fields, place) in _ROWS.items():
            chosen = compact([row for each, row in places if each is kind])
            rows = self._raw.execute(f"SELECT id, {place} FROM {table} WHERE id {_IN}", (chosen,))
            ordered += [(at, kind, row) for row, at in rows]
        ordered.sort(reverse=True)
        found: dict[tuple[TextKind, int], TextHit] = {}
        for kind in TextKind:
            shown = [row for _at, each, row in ordered[:limit] if each is kind]
            found.update(((kind, hit.number), hit) for hit in self._of_kind(kind, shown, terms))
        return [found[kind, row] for _at, kind, row in ordered[:limit]]

    def _of_kind(self, kind: TextKind, rows: Sequence[int], terms: Sequence[Term]) -> Iterator[TextHit]:
        table, fields, place = _ROWS[kind]
        names = self._first_people(kind, rows)
        query = f"SELECT id, {fields}, {place} FROM {table} WHERE id {_IN}"
        for row, what, text, day, at in self._raw.execute(query, (compact(list(rows)),)).fetchall():
            contact, name = names.get(row, (None, ""))
            on = date.fromisoformat(day) if day else from_column(at).date()
            yield TextHit(what, row, contact, name, piece_of(_shown(text), terms), on)

    def _first_people(self, kind: TextKind, rows: Sequence[int]) -> dict[int, tuple[ContactId, str]]:
        """The first living person of each, with the name."""
        table, column = _PEOPLE[kind]
        found = self._raw.execute(
            f"SELECT p.{column}, p.contact_id, CASE s.full_name WHEN '' THEN s.called ELSE s.full_name END "
            f"FROM {table} p CROSS JOIN summaries s ON s.contact_id=p.contact_id AND s.trashed=0 "
            f"WHERE p.{column} {_IN} ORDER BY p.{column}, p.ordinal DESC, p.id DESC",
            (compact(list(rows)),),
        )
        return {row: (ContactId(contact), name) for row, contact, name in found}


def _answered(terms: Iterable[Term], text: str) -> bool:
    """Whether the index would find a text."""
    words = WORD.findall(folded_text(text))
    return all(answerer(term)(words) for term in terms)


def _shown(text: str) -> str:
    """A text without its signs, unless it is so long that nobody would wait for that."""
    return plain(text) if len(text) <= _LONGEST_PLAIN else text

"""Of whom a query holds, over the whole book: one flag for every id there may be.

Each part of a query is one list of ids, which SQLite hands over in one piece; ``and``, ``or`` and
``not`` are arithmetic of flags, a byte each in one large number.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import and_, or_
from typing import Any as Anything

from relate_desktop.domain.field_words import index_terms
from relate_desktop.domain.query import (
    All,
    Any,
    BirthdayIn,
    BirthdayWithin,
    Feature,
    Field,
    FromSource,
    Has,
    LastTalk,
    Not,
    OfField,
    Query,
    Words,
)
from relate_desktop.domain.query_answer import FEATURE_LINES, Day, answers, before, days_ahead, days_of_month
from relate_desktop.domain.search_marks import UNREAD, born_on, having
from relate_desktop.domain.search_words import expression
from relate_desktop.storage.journal import compact
from relate_desktop.storage.last_talks import LastTalks
from relate_desktop.storage.numbers import numbers
from relate_desktop.storage.query_sql import QuerySql
from relate_desktop.storage.text_search import TextsRepository

_MATCH = "SELECT rowid AS number FROM search WHERE search MATCH ?"
_JSON = "IN (SELECT value FROM json_each(?))"
_SOURCE = (
    "SELECT l.contact_id AS number FROM source_cards c JOIN contact_cards l ON l.source_card_id=c.id "
    f"WHERE c.import_file_id {_JSON} OR c.producer {_JSON}"
)
_NOTED = (
    "SELECT l.contact_id AS number FROM entries e INDEXED BY entries_in_order CROSS JOIN participants l "
    "ON l.entry_id=e.id WHERE e.kind='note'"
)
"""From the notes to their people: asked person by person, it would take three times as long."""
_OPEN = (
    "SELECT l.contact_id AS number FROM {table} o CROSS JOIN {people} l ON l.{column}=o.id "
    "WHERE o.{done} IS NULL"
)
_FACTS: Mapping[Feature, str] = {
    Feature.CIRCLE: "SELECT DISTINCT contact_id AS number FROM memberships",
    Feature.REMINDER: _OPEN.format(
        people="reminder_people", table="reminders", column="reminder_id", done="done_at"
    ),
    Feature.PROMISE: _OPEN.format(
        people="promise_people", table="promises", column="promise_id", done="kept_at"
    ),
    Feature.RHYTHM: "SELECT contact_id AS number FROM rhythms WHERE ideal IS NOT NULL UNION ALL "
    "SELECT m.contact_id FROM circle_rhythms r JOIN memberships m ON m.folded=r.folded",
}


class Flags:
    """Flags of the people of one transaction, and which of them a query sets.

    The trash is in no index; who is there is asked line by line.
    """

    def __init__(
        self, connection: Anything, texts: TextsRepository, day: Day, *, trashed: bool = False
    ) -> None:
        self._raw = connection
        self._texts = texts
        self._day = day
        self._trashed = trashed
        self._sql = QuerySql(connection, texts, day)
        self._size = _highest(connection) + 1
        self._all = int.from_bytes(bytes([1]) * self._size, "little")

    def of(self, query: Query) -> int:
        """Of whom a query holds; people whom the other state of the trash has may be among them."""
        if isinstance(query, Not):
            return self.others(self.of(query.query))
        if isinstance(query, All):
            return reduce(and_, map(self.of, query.queries), self._all)
        if isinstance(query, Any):
            return reduce(or_, map(self.of, query.queries), 0)
        if isinstance(query, LastTalk):
            return self._last(query)
        return self.flagged(self._people(query))

    def matching(self, wanted: str) -> int:
        """Whom the index finds."""
        return self.flagged(numbers(self._raw, _MATCH, (wanted,)))

    def others(self, flags: int) -> int:
        """Everybody whose flag is not set."""
        return self._all ^ flags

    def flagged(self, people: Iterable[int]) -> int:
        """The flags of these people."""
        found = bytearray(self._size)
        for contact in people:
            found[contact] = 1
        return int.from_bytes(found, "little")

    def each(self, flags: int) -> bytes:
        """One byte for every id there may be."""
        return flags.to_bytes(self._size, "little")

    def _people(self, query: Query) -> Iterable[int]:
        listed = _LISTS.get(type(query))
        if listed is not None and not self._trashed:
            return listed(self, query)
        condition, parameters = self._sql.condition(query)
        # in the order of their ids the rows lie side by side; the order by name is kept already
        rows = f"SELECT contact_id AS number FROM summaries WHERE +trashed=? AND ({condition})"
        return numbers(self._raw, rows, (int(self._trashed), *parameters))

    def words(self, query: Words) -> list[int]:
        """On the card, or in a text that was written about them."""
        terms = query.terms
        if not terms:
            return []
        people = numbers(self._raw, _MATCH, (expression(terms),))
        return people if query.own_lines else people + self._texts.people(terms)

    def has(self, query: Has) -> list[int]:
        """By what stands on the card, or by what is kept of them."""
        if query.feature in FEATURE_LINES:
            found = numbers(self._raw, _MATCH, (having(query.feature),))
            return found + numbers(self._raw, _NOTED) if query.feature is Feature.NOTE else found
        if query.feature is Feature.CONVERSATION:
            return self._talked("")
        return numbers(self._raw, _FACTS[query.feature])

    def _last(self, query: LastTalk) -> int:
        """By the latest conversation there was; those who had none have had none for long."""
        day = "" if query.span is None else before(query.span, self._day.today).isoformat()
        within = self.flagged(self._talked(day))
        return self.others(within) if query.span is None or query.longer else within

    def birthday(self, query: BirthdayWithin | BirthdayIn) -> list[int]:
        """Of the living, by day and month."""
        days = (
            days_of_month(query.month) if isinstance(query, BirthdayIn) else days_ahead(query.span, self._day)
        )
        return numbers(self._raw, _MATCH, (born_on(days),))

    def _talked(self, day: str) -> list[int]:
        """Those whose latest conversation was on a day or later."""
        corrected = LastTalks(self._raw, self._day.today).corrections()
        rows = "SELECT contact_id AS number FROM last_talks WHERE on_day>=?"
        found = numbers(self._raw, rows, (day,))
        if not corrected:
            return found
        lately = [contact for contact, on in corrected.items() if on is not None and on >= day]
        return [one for one in found if one not in corrected] + lately

    def of_field(self, query: OfField) -> list[int]:
        """Whom the index finds with these words anywhere, as far as a line of the field has them all."""
        named = query.field is Field.NAME
        terms = index_terms(query.text)
        if not terms:
            return []
        column = "name" if named else "rest"
        found = numbers(self._raw, _MATCH, (f"({{{column}}} : ({expression(terms)})) OR {UNREAD}",))
        condition, parameters = self._sql.condition(query)
        rows = f"SELECT contact_id AS number FROM summaries WHERE contact_id {_JSON} AND {condition}"
        return numbers(self._raw, rows, (compact(found), *parameters)) if found else []

    def from_source(self, query: FromSource) -> list[int]:
        """By the names of files and programs, of which there are few."""
        files = self._raw.execute("SELECT id, name FROM import_files").fetchall()
        programs = self._raw.execute("SELECT DISTINCT producer FROM source_cards").fetchall()
        chosen = compact([number for number, name in files if answers(name, query.text)])
        known = compact([producer for (producer,) in programs if answers(producer, query.text)])
        return numbers(self._raw, _SOURCE, (chosen, known))


def _highest(connection: Anything) -> int:
    """The highest id that a person ever had."""
    rows = "SELECT max(coalesce(max(contact_id),0), coalesce((SELECT seq FROM sqlite_sequence "
    return int(connection.execute(f"{rows} WHERE name='contacts'),0)) FROM summaries").fetchone()[0])


_LISTS: Mapping[type, Callable[[Flags, Anything], list[int]]] = {
    Words: Flags.words,
    Has: Flags.has,
    BirthdayWithin: Flags.birthday,
    BirthdayIn: Flags.birthday,
    OfField: Flags.of_field,
    FromSource: Flags.from_source,
}
"""Parts of a query of which the index or a table has the list."""

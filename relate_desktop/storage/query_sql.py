"""A query as one condition of SQL over the rows of the people list.

Every text that came from outside is a parameter. What SQLite cannot compare as people do, words of
a line and days of a year, is asked of the same functions that answer for one person (``engine``).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any as Anything

from relate_desktop.domain.query import (
    Added,
    AddedThisMonth,
    All,
    Any,
    BirthdayIn,
    BirthdayWithin,
    Everybody,
    Feature,
    Field,
    FromSource,
    Has,
    InCircle,
    LastTalk,
    Not,
    OfField,
    Query,
    Words,
)
from relate_desktop.domain.query_answer import (
    BLANK,
    COMPONENT_OF,
    FEATURE_LINES,
    LINES_OF,
    Day,
    before,
    days_ahead,
    days_of_month,
    month_begins,
    since,
)
from relate_desktop.domain.search_words import expression
from relate_desktop.domain.text import fold, squeezed
from relate_desktop.storage.journal import compact
from relate_desktop.storage.last_talks import LastTalks
from relate_desktop.storage.moments import to_column
from relate_desktop.storage.text_search import TextsRepository

Condition = tuple[str, list[object]]

_JSON = "IN (SELECT value FROM json_each(?))"
_LINE = "EXISTS (SELECT 1 FROM properties p WHERE p.contact_id=summaries.contact_id AND upper(p.name) "
_NAMED = (
    "EXISTS (SELECT 1 FROM properties p WHERE p.contact_id=summaries.contact_id AND p.name=? COLLATE NOCASE"
)
_OPEN = (
    "EXISTS (SELECT 1 FROM {people} l JOIN {table} o ON o.id=l.{column} "
    "WHERE l.contact_id=summaries.contact_id AND o.{done} IS NULL)"
)
_WRITTEN_NOTE = (
    "EXISTS (SELECT 1 FROM participants l JOIN entries e ON e.id=l.entry_id "
    "WHERE l.contact_id=summaries.contact_id AND e.kind='note')"
)
_SOURCE = (
    "EXISTS (SELECT 1 FROM contact_cards l JOIN source_cards c ON c.id=l.source_card_id "
    "LEFT JOIN import_files f ON f.id=c.import_file_id WHERE l.contact_id=summaries.contact_id "
    "AND (answers(coalesce(f.name,''),?,-1,0) OR answers(coalesce(c.producer,''),?,-1,0)))"
)
_FACTS: Mapping[Feature, str] = {
    Feature.CIRCLE: "EXISTS (SELECT 1 FROM memberships m WHERE m.contact_id=summaries.contact_id)",
    Feature.REMINDER: _OPEN.format(
        people="reminder_people", table="reminders", column="reminder_id", done="done_at"
    ),
    Feature.PROMISE: _OPEN.format(
        people="promise_people", table="promises", column="promise_id", done="kept_at"
    ),
    Feature.RHYTHM: "(EXISTS (SELECT 1 FROM rhythms r WHERE r.contact_id=summaries.contact_id "
    "AND r.ideal IS NOT NULL) OR EXISTS (SELECT 1 FROM memberships m JOIN circle_rhythms r "
    "ON r.folded=m.folded WHERE m.contact_id=summaries.contact_id))",
}


_IN_ROW: Mapping[Feature, str] = {
    Feature.EMAIL: "trim(email)<>''",
    Feature.PHONE: "trim(phone)<>''",
    Feature.REACH: "trim(email)<>'' OR trim(phone)<>''",
}


class QuerySql:
    """Makes conditions on one transaction, at one moment."""

    def __init__(self, connection: Anything, texts: TextsRepository, day: Day) -> None:
        self._raw = connection
        self._texts = texts
        self._day = day

    def condition(self, query: Query) -> Condition:
        """The condition on ``summaries`` under which the query holds, and its parameters."""
        return _CONDITIONS[type(query)](self, query)

    def words(self, query: Words) -> Condition:
        """On the card, or in a text that was written about them."""
        terms = query.terms
        if not terms:
            return "0", []
        if query.own_lines:
            return "contact_id IN (SELECT rowid FROM search WHERE search MATCH ?)", [expression(terms)]
        return (
            f"(contact_id IN (SELECT rowid FROM search WHERE search MATCH ?) OR contact_id {_JSON})",
            [expression(terms), compact(self._texts.people(terms))],
        )

    def last_talk(self, query: LastTalk) -> Condition:
        """By the latest conversation there was."""
        talks = LastTalks(self._raw, self._day.today)
        corrected = talks.corrections()
        day = "" if query.span is None else before(query.span, self._day.today).isoformat()
        lately = compact([contact for contact, on in corrected.items() if on is not None and on >= day])
        within = (
            f"(contact_id IN (SELECT contact_id FROM last_talks WHERE on_day>=?) AND contact_id NOT {_JSON} "
            f"OR contact_id {_JSON})"
        )
        parameters: list[object] = [day, compact(list(corrected)), lately]
        return (f"NOT {within}" if query.span is None or query.longer else within), parameters

    def birthday(self, days: Iterable[str]) -> Condition:
        """Of the living, by day and month."""
        chosen = compact(sorted(days))
        born = f"{_LINE}='BDAY' AND month_day(p.value) {_JSON})"
        died = f"{_LINE}='DEATHDATE' AND trim(p.value,?)<>'')"
        return f"({born} AND NOT {died})", [chosen, BLANK]

    def ahead(self, query: BirthdayWithin) -> Condition:
        """From today on."""
        return self.birthday(days_ahead(query.span, self._day))

    def added(self, query: Added) -> Condition:
        """By when the person came into the book."""
        sign = "<" if query.longer else ">="
        return f"added_at{sign}?", [to_column(since(query.span, self._day))]

    def added_this_month(self, _query: AddedThisMonth) -> Condition:
        """Since the first of the month."""
        return "added_at>=?", [to_column(month_begins(self._day))]

    def joined(self, queries: Sequence[Query], word: str, otherwise: str) -> Condition:
        """Several conditions with a word between them."""
        parts = [self.condition(one) for one in queries]
        sql = f" {word} ".join(f"({part})" for part, _values in parts) or otherwise
        return f"({sql})", [value for _part, values in parts for value in values]

    def turned(self, query: Not) -> Condition:
        """What must not hold."""
        sql, parameters = self.condition(query.query)
        return f"NOT ({sql})", parameters


def _has(query: Has) -> Condition:
    if query.feature in FEATURE_LINES:
        names = compact(sorted(FEATURE_LINES[query.feature]))
        line = f"{_LINE}{_JSON} AND trim(p.value,?)<>'')"
        found = f"({line} OR {_WRITTEN_NOTE})" if query.feature is Feature.NOTE else line
        if query.feature in _IN_ROW:
            # the row of the list knows it of nearly everybody, without a look at the lines
            found = f"({_IN_ROW[query.feature]} OR {line})"
        return found, [names, BLANK]
    return _FACTS[query.feature], []


def _of_field(query: OfField) -> Condition:
    names = sorted(LINES_OF[query.field])
    component = COMPONENT_OF.get(query.field, -1)
    asked = [query.text, component, int(query.field is Field.NAME)]
    if len(names) == 1:
        return f"{_NAMED} AND answers(p.value,?,?,?))", [*names, *asked]
    return f"{_LINE}{_JSON} AND answers(p.value,?,?,?))", [compact(names), *asked]


def _in_circle(query: InCircle) -> Condition:
    sql = "contact_id IN (SELECT contact_id FROM memberships WHERE folded=?)"
    return sql, [fold(squeezed(query.name))]


_CONDITIONS: Mapping[type, Callable[[QuerySql, Anything], Condition]] = {
    Everybody: lambda _sql, _query: ("1", []),
    Words: QuerySql.words,
    Has: lambda sql, query: (
        sql.turned(Not(LastTalk(None))) if query.feature is Feature.CONVERSATION else _has(query)
    ),
    InCircle: lambda _sql, query: _in_circle(query),
    OfField: lambda _sql, query: _of_field(query),
    FromSource: lambda _sql, query: (_SOURCE, [query.text, query.text]),
    LastTalk: QuerySql.last_talk,
    BirthdayWithin: QuerySql.ahead,
    BirthdayIn: lambda sql, query: sql.birthday(days_of_month(query.month)),
    Added: QuerySql.added,
    AddedThisMonth: QuerySql.added_this_month,
    Not: QuerySql.turned,
    All: lambda sql, query: sql.joined(query.queries, "AND", "1"),
    Any: lambda sql, query: sql.joined(query.queries, "OR", "0"),
}
"""The condition of each kind of query."""

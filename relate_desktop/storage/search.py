"""Search as one types: who answers a query, names first, and where they matched."""

from array import array
from collections.abc import Collection, Iterable, Sequence
from itertools import chain, compress, islice
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain import search_words
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import PeopleFilter, SearchHit, SearchResults, TextHit
from relate_desktop.domain.property import Property
from relate_desktop.domain.query import Everybody, Query, Words, forgiving, of_own_lines, words_in
from relate_desktop.domain.query_answer import Day
from relate_desktop.domain.query_text import parse
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import compact
from relate_desktop.storage.name_order import NameOrder
from relate_desktop.storage.numbers import numbers
from relate_desktop.storage.query_flags import Flags
from relate_desktop.storage.query_match import where_answered, with_a_typo
from relate_desktop.storage.rows import PROPERTY_COLUMNS, property_of
from relate_desktop.storage.search_match import ShownMatch
from relate_desktop.storage.summaries import PeopleLists, filter_sql
from relate_desktop.storage.text_search import TextsRepository

FORGIVEN_BELOW = 50
"""Where fewer people answer as it was typed, those follow whom one typo kept away."""

_FEW = 200
"""Up to so many hits are sorted; for more, the list in order is walked."""

_IN_TRASH = 40
"""Hits read beyond those wanted, for those among them who are in the trash."""


class SearchRepository:
    """Search on one transaction. People in the trash are never found."""

    def __init__(self, connection: Connection, order: NameOrder, day: Day) -> None:
        self._raw: Any = raw(connection)
        self._order = order
        self._lists = PeopleLists(connection, order, day.today)
        self._texts = TextsRepository(connection)
        self._day = day

    def find(self, text: str, limit: int = 50) -> SearchResults:
        """How many people answer, and the first of them: those whose name begins so, then by name.

        Behind them come those whom one typo kept away, where there are few.
        """
        query = parse(text)
        if not isinstance(query, Words):
            total, page = self._first(query, limit)
            return SearchResults(text, total, tuple(self._hits(page, query)))
        results = self._found(text, query, limit)
        if results.total >= FORGIVEN_BELOW:
            return results
        loose = forgiving(query)
        known = set(self._people(query.terms, PeopleFilter()))
        more = [one for one in self._people(_terms(loose), PeopleFilter()) if one not in known]
        hits = self._hits(more[: max(limit - len(results.hits), 0)], loose)
        return SearchResults(text, results.total + len(more), (*results.hits, *hits))

    def _first(self, query: Query, limit: int) -> tuple[int, list[int]]:
        """How many answer a query that is more than words, and the first of them."""
        people = self._order.of(self._raw)
        flags = self._flags()
        answering = flags.of(query) & flags.flagged(people)
        total = answering.bit_count()
        if isinstance(query, Everybody):
            return 0, []
        if total < FORGIVEN_BELOW:
            named_first = self._named_first(_met(people, flags.each(answering)), words_in(query))
            found = self._forgiven(named_first, query, PeopleFilter())
            return len(found), list(found[:limit])
        parts = [answering]
        terms = search_words.terms_of(words_in(query))
        if _may_be_names(terms):
            named = flags.matching(f"{{name}} : ({search_words.expression(terms)})")
            parts = [answering & named, answering & flags.others(named)]
        walks = (compress(people, map(flags.each(part).__getitem__, people)) for part in parts if part)
        return total, list(islice(chain.from_iterable(walks), limit))

    def _found(self, text: str, query: Words, limit: int) -> SearchResults:
        """Those whose own lines have these words as they stand."""
        terms = query.terms
        wanted = search_words.expression(terms)
        page: list[int] = []
        if _may_be_names(terms):
            page = self._page(self._matching(f"{{name}} : ({wanted})"), limit, [])
        if len(page) >= limit:
            total = self._total(wanted)
        else:
            matching = self._matching(wanted)
            total = len(matching)
            page += self._page(matching, limit - len(page), page)
        return SearchResults(text, total, tuple(self._hits(page, query)))

    def some(self, words: str, limit: int) -> list[SearchHit]:
        """A few who match, those who are called so first, without counting or ordering all of them.

        Nothing is said of where a name matched.
        """
        terms = search_words.terms_of(words)
        if not terms:
            return []
        wanted = search_words.expression(terms)
        named: list[int] = []
        if _may_be_names(terms):
            named = self._living(f"{{name}} : ({wanted})", limit)
        others: list[int] = []
        if len(named) < limit:
            known = set(named)
            others = [one for one in self._living(wanted, limit) if one not in known]
        hits = [SearchHit(ContactId(contact), "", "fn", "") for contact in named]
        return hits + self._hits(others[: limit - len(named)], Words(words))

    def ids(self, text: str, which: PeopleFilter = PeopleFilter()) -> "array[int]":  # noqa: B008 - frozen
        """Everybody who answers, in the order of ``find``; nobody for a text that says nothing.

        Behind them come those of whom something was lately written that has the words, and then
        those whom one typo kept away, where there are few.
        """
        query = parse(text)
        if not isinstance(query, Words):
            return self._answering(query, which)
        terms = query.terms
        found = self._people(terms, which)
        few = len(found) < FORGIVEN_BELOW
        found = self._with_more(found, self._texts.people(terms), which)
        return self._with_more(found, self._people(_terms(forgiving(query)), which), which) if few else found

    def exactly(self, text: str, which: PeopleFilter = PeopleFilter()) -> "array[int]":  # noqa: B008 - frozen
        """Everybody whose own lines answer as it was typed, in the order of ``find``.

        No typo is forgiven, and what was written about somebody is not looked at: for whatever is done
        to everybody found, and for searches that are kept.
        """
        query = of_own_lines(parse(text))
        if isinstance(query, Everybody):
            return array("q")
        return self._named_first(self.holding(query, which), words_in(query))

    def holding(self, query: Query, which: PeopleFilter = PeopleFilter()) -> "array[int]":  # noqa: B008 - frozen
        """Everybody of whom a query holds exactly as it stands, by name."""
        flags = self._flags(trashed=which.trashed)
        people = self._order.of(self._raw) if which == PeopleFilter() else self._lists.ids(which)
        return _met(people, flags.each(flags.of(query)))

    def _answering(self, query: Query, which: PeopleFilter) -> "array[int]":
        """Everybody who answers a query that is more than words: those who are called so first."""
        if isinstance(query, Everybody):
            return array("q")
        return self._forgiven(self._named_first(self.holding(query, which), words_in(query)), query, which)

    def _forgiven(self, found: "array[int]", query: Query, which: PeopleFilter) -> "array[int]":
        """Behind few who answer those whom one typo kept away."""
        if len(found) >= FORGIVEN_BELOW or (loose := forgiving(query)) == query:
            return found
        return self._with_more(found, self.holding(loose, which), which)

    def _named_first(self, people: "array[int]", words: str) -> "array[int]":
        terms = search_words.terms_of(words)
        if not people or not terms or not _may_be_names(terms):
            return people
        flags = self._flags()
        named = flags.matching(f"{{name}} : ({search_words.expression(terms)})")
        return _met(people, flags.each(named)) + _met(people, flags.each(flags.others(named)))

    def _with_more(self, found: "array[int]", more: Iterable[int], which: PeopleFilter) -> "array[int]":
        """Others behind those who were found, as far as the filter lets them through."""
        known = set(found)
        others = [contact for contact in more if contact not in known]
        if not others:
            return found
        allowed = set(self._sorted(others, *filter_sql(which)))
        return found + array("q", [contact for contact in others if contact in allowed])

    def _people(self, terms: Sequence[search_words.Term], which: PeopleFilter) -> "array[int]":
        """Everybody whose own lines match, those who are called so first."""
        wanted = search_words.expression(terms)
        if self._total(wanted) <= _FEW:
            everybody = array("q", self._sorted(self._matching(wanted), *filter_sql(which)))
        else:
            people = self._order.of(self._raw) if which == PeopleFilter() else self._lists.ids(which)
            flags = self._flags()
            everybody = _met(people, flags.each(flags.matching(wanted)))
        if not everybody or not _may_be_names(terms):
            return everybody
        flags = self._flags()
        named = flags.matching(f"{{name}} : ({wanted})")
        first = _met(everybody, flags.each(named))
        if not first or len(first) == len(everybody):
            return everybody
        return first + _met(everybody, flags.each(flags.others(named)))

    def _page(self, matching: Collection[int], limit: int, known: Sequence[int]) -> list[int]:
        """The first by name of those who match and are not known yet; all of the known match as well."""
        if len(matching) <= len(known):
            return []
        if len(matching) <= _FEW:
            found: Iterable[int] = self._sorted(matching, "trashed=0", ())
        else:
            flags = self._flags()
            people = self._order.of(self._raw)
            found = compress(people, map(flags.each(flags.flagged(matching)).__getitem__, people))
        return list(islice((contact for contact in found if contact not in known), limit))

    def _living(self, wanted: str, limit: int) -> list[int]:
        """The first to be found who are not in the trash."""
        # asked together, the people of the book would be walked, and not those who match
        matched = self._raw.execute(
            "SELECT rowid FROM search WHERE search MATCH ? LIMIT ?", (wanted, limit + _IN_TRASH)
        )
        # the plus keeps the index of names from being walked instead of these few being looked up
        return self._sorted(chain.from_iterable(matched), "+trashed=0", ())[:limit]

    def _flags(self, *, trashed: bool = False) -> Flags:
        return Flags(self._raw, self._texts, self._day, trashed=trashed)

    def _total(self, wanted: str) -> int:
        row = self._raw.execute("SELECT count(*) FROM search WHERE search MATCH ?", (wanted,)).fetchone()
        return int(row[0])

    def _matching(self, wanted: str) -> list[int]:
        return numbers(self._raw, "SELECT rowid AS number FROM search WHERE search MATCH ?", (wanted,))

    def _sorted(self, contacts: Iterable[int], condition: str, parameters: Sequence[object]) -> list[int]:
        rows = self._raw.execute(
            "SELECT contact_id FROM summaries WHERE contact_id IN (SELECT value FROM json_each(?)) "
            f"AND {condition} ORDER BY sort_key, contact_id",
            (compact(list(contacts)), *parameters),
        ).fetchall()
        return list(chain.from_iterable(rows))

    def matches(self, text: str, people: Sequence[int]) -> dict[int, SearchHit | TextHit]:
        """Where those who were found answer: on a line of theirs, with a typo forgiven, or in a text.

        Whoever answers by what stands on no line, or by what everybody found has alike, is left out.
        """
        query = parse(text)
        if isinstance(query, Everybody):
            return {}
        lines = self._lines(people)
        shown = {contact: where_answered(query, said, briefly=True) for contact, said in lines.items()}
        unexplained = [contact for contact, match in shown.items() if match is None]
        terms = search_words.terms_of(words_in(query))
        texts = self._texts.about(unexplained, terms) if terms else {}
        found: dict[int, SearchHit | TextHit] = {**texts}
        for contact in lines.keys() - texts.keys():
            match = shown[contact] or with_a_typo(query, lines[contact])
            if match is not None:
                found[contact] = SearchHit(ContactId(contact), "", match.field, match.snippet)
        return found

    def _hits(self, page: Sequence[int], query: Query) -> list[SearchHit]:
        chosen = compact(list(page))
        names = dict(
            self._raw.execute(
                "SELECT contact_id, CASE full_name WHEN '' THEN called ELSE full_name END FROM summaries "
                "WHERE contact_id IN (SELECT value FROM json_each(?))",
                (chosen,),
            ).fetchall()
        )
        gathered = self._lines(page)
        hits = []
        for contact in page:
            name = names.get(contact, "")
            match = where_answered(query, gathered[contact]) or with_a_typo(query, gathered[contact])
            if match is None or match.field == "fn":
                match = ShownMatch("fn", name)
            hits.append(SearchHit(ContactId(contact), name, match.field, match.snippet))
        return hits

    def _lines(self, people: Sequence[int]) -> dict[int, list[Property]]:
        """The lines of each of these people, in their order."""
        gathered: dict[int, list[Property]] = {contact: [] for contact in people}
        rows = self._raw.execute(
            f"SELECT {PROPERTY_COLUMNS},contact_id FROM properties WHERE contact_id IN "
            "(SELECT value FROM json_each(?)) ORDER BY contact_id, ordinal",
            (compact(list(people)),),
        )
        for row in rows:
            gathered[row[5]].append(property_of(row))
        return gathered


def _terms(query: Query) -> Sequence[search_words.Term]:
    return query.terms if isinstance(query, Words) else ()


def _may_be_names(terms: Sequence[search_words.Term]) -> bool:
    """Whether any name can match: nobody is called by a number alone."""
    return not all(term.number for term in terms)


def _met(people: "array[int]", flags: bytes) -> "array[int]":
    """Those of the people whose flag is set, in their order."""
    return array("q", compress(people, map(flags.__getitem__, people)))

"""One box that finds people by whatever is known of them."""

from array import array
from collections.abc import Sequence
from dataclasses import replace

from relate_desktop.domain.people import PeopleFilter, SearchHit, SearchResults, TextHit
from relate_desktop.domain.query import Words
from relate_desktop.domain.query_text import parse
from relate_desktop.services.contacts import EVERYBODY
from relate_desktop.storage.database import Database

PAGE = 200
"""How many hits are worth wording at once."""


class SearchService:
    """Every method may be called on any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, words: str, limit: int = PAGE) -> SearchResults:
        """The best hits, each with the line that matched, and how many people match in all.

        Behind the people come notes, conversations, reminders and promises, unless it is asked for
        people with filters: those look through what was written about each by themselves.
        """
        with self._database.read() as book:
            people = book.search.find(words, limit)
            if not isinstance(parse(words), Words):
                return people
            total, texts = book.texts.find(words, limit)
            return replace(people, texts_total=total, texts=texts)

    def matches(self, words: str, people: Sequence[int]) -> dict[int, SearchHit | TextHit]:
        """Where each of these people answers a search, as far as it asks for words; for a page of them."""
        if not words.strip():
            return {}
        with self._database.read() as book:
            return book.search.matches(words, people)

    def texts(self, words: str, limit: int = PAGE) -> tuple[TextHit, ...]:
        """Notes, conversations, reminders and promises that match, the latest first."""
        with self._database.read() as book:
            return book.texts.hits(words, limit)

    def ids(self, words: str, wanted: PeopleFilter = EVERYBODY) -> "array[int]":
        """Everybody who matches and whom the filter lets through, best first.

        Those of whom something was written that matches come last.
        """
        with self._database.read() as book:
            return book.search.ids(words, wanted)

    def exactly(self, words: str, wanted: PeopleFilter = EVERYBODY) -> "array[int]":
        """Everybody whose own lines answer as it was typed: whom one edits, takes out or keeps a list of."""
        with self._database.read() as book:
            return book.search.exactly(words, wanted)

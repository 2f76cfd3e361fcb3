"""Smart lists as they are kept: a name, what was typed, and a place among the others."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import SavedSearchId
from relate_desktop.domain.saved_search import SavedSearch
from relate_desktop.domain.text import fold, squeezed
from relate_desktop.storage import schema
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import Journal
from relate_desktop.storage.rows import storable


class SavedSearchesRepository:
    """Smart lists on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def all(self) -> list[SavedSearch]:
        """Every one, in the user's order."""
        rows = self._raw.execute("SELECT id, name, query FROM saved_searches ORDER BY ordinal, id")
        return [SavedSearch(SavedSearchId(number), name, query) for number, name, query in rows.fetchall()]

    def find(self, name: str) -> SavedSearch | None:
        """The one of that name, however it is written."""
        wanted = fold(squeezed(name))
        return next((one for one in self.all() if fold(one.name) == wanted), None)


class SavedSearchesWriter(SavedSearchesRepository):
    """Smart lists on a write transaction."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal.connection)
        self._journal = journal

    def add(self, name: str, query: str) -> SavedSearchId:
        """A new one, behind the others."""
        row = self._raw.execute("SELECT coalesce(max(ordinal)+1,0) FROM saved_searches").fetchone()
        values = (storable(squeezed(name)), storable(query), row[0])
        return SavedSearchId(self._journal.insert(schema.saved_searches, *values))

    def save(self, search: SavedSearch) -> None:
        """Keeps another name or other words; nothing is recorded where nothing differs."""
        name, query = storable(squeezed(search.name)), storable(search.query)
        present = next((one for one in self.all() if one.id == search.id), None)
        if present is not None and (present.name, present.query) != (name, query):
            self._journal.update(schema.saved_searches, search.id, {"name": name, "query": query})

    def remove(self, number: SavedSearchId) -> None:
        """Takes one away; nobody is changed by that."""
        self._journal.delete(schema.saved_searches, [number])

    def arrange(self, numbers: Sequence[SavedSearchId]) -> None:
        """Gives every one its place; all of them must be named."""
        rows = self._raw.execute("SELECT id, ordinal FROM saved_searches").fetchall()
        present = dict(rows)
        for place, number in enumerate(numbers):
            if present[number] != place:
                self._journal.update(schema.saved_searches, number, {"ordinal": place})

"""Smart lists: searches kept under a name, which show whoever answers them now."""

from dataclasses import dataclass

from relate_desktop.domain.ids import SavedSearchId

LONGEST_NAME = 200
LONGEST_QUERY = 1_000
"""Characters of a search that are read; a longer one would be kept for nothing."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """One smart list: what it is called, and whom it asks for as it was typed."""

    id: SavedSearchId
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class SmartList:
    """A smart list with how many people answer it now."""

    search: SavedSearch
    count: int

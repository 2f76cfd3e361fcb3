import dataclasses

import pytest

from relate_desktop.domain.ids import SavedSearchId
from relate_desktop.domain.saved_search import SavedSearch, SmartList


def test_a_smart_list_is_a_value() -> None:
    search = SavedSearch(SavedSearchId(3), "Quiet clients", "circle:clients last:>3m")
    assert SmartList(search, 2) == SmartList(dataclasses.replace(search), 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        search.name = "Other"  # type: ignore[misc]

import dataclasses

import pytest

from relate_desktop.domain.ids import SavedSearchId
from relate_desktop.domain.property import Property
from relate_desktop.domain.saved_search import SavedSearch, SmartList, lists_naming


def test_a_smart_list_is_a_value() -> None:
    search = SavedSearch(SavedSearchId(3), "Quiet clients", "circle:clients last:>3m")
    assert SmartList(search, 2) == SmartList(dataclasses.replace(search), 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        search.name = "Other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("ada", True),
        ("circle:clients -name:mueller", True),
        ("email:ADA@example.org", True),
        ("0151 2345678", True),
        ("нина", True),
        ("circle:clients last:>3m", False),
        ("adalbert", False),
        ("name:smith", False),
    ],
)
def test_a_list_names_somebody_by_a_word_of_their_names_a_number_or_an_address(
    query: str, named: bool
) -> None:
    lines = [
        Property("FN", "Ada Müller"),
        Property("X-RELATE-CALL", "Нина"),
        Property("EMAIL", "ada@example.org"),
        Property("TEL", "+49 151 2345678"),
        Property("ORG", "Smith"),
    ]
    search = SavedSearch(SavedSearchId(1), "Somebody", query)
    assert lists_naming([search], lines) == ([search] if named else [])
    assert lists_naming([dataclasses.replace(search, name="For Ada")], lines)

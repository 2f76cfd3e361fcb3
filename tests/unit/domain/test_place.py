"""Addresses of places."""

import pytest

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place


@pytest.mark.parametrize("address", ["today", "people", "people/17", "import"])
def test_an_address_reads_back(address: str) -> None:
    assert Place.parse(f" /{address}/ ").address == address


def test_a_person_has_a_place() -> None:
    assert Place.person(ContactId(17)).address == "people/17"
    assert Place.parse("people/17/edit").contact == 17
    assert Place.parse("people").contact is None
    assert Place.parse("import/17").contact is None
    assert Place.parse("people/x").contact is None

"""People who live together, as their cards tell it."""

from relate_desktop.domain.household import Home, home_addresses, home_of, with_home
from tests.cards import a_contact, written


def test_a_household_is_told_on_the_card_and_read_back() -> None:
    home = Home("The O’Briens; all", "4711")
    contact = with_home(a_contact("FN:x"), home)
    assert home_of(contact) == home
    assert with_home(contact, home) == contact
    assert written(with_home(contact, None)) == ["FN:x"]


def test_moving_changes_the_one_line() -> None:
    contact = with_home(
        a_contact("X-RELATE-HOUSEHOLD:One", "FN:x", "X-RELATE-HOUSEHOLD:Two"), Home("New", "9")
    )
    assert written(contact) == ["X-RELATE-HOUSEHOLD;X-RELATE-ID=9:New", "FN:x"]


def test_a_card_without_an_id_is_known_by_the_name() -> None:
    assert home_of(a_contact("X-RELATE-HOUSEHOLD:The  Müllers")) == Home("The Müllers", "the mullers")
    assert home_of(a_contact("X-RELATE-HOUSEHOLD: ")) is None
    assert home_of(a_contact("FN:x")) is None


def test_people_live_at_their_postal_addresses_but_not_at_work() -> None:
    one = home_addresses(
        a_contact("FN:x", "ADR:;;Hauptstr. 5;Köln;;50667;", "ADR;TYPE=WORK:;;Markt 1;Bonn;;;")
    )
    other = home_addresses(a_contact("FN:y", "ADR;TYPE=HOME:;;Hauptstraße 5;Koeln;;50667;"))
    assert one.keys() == other.keys()
    assert list(one.values()) == ["hauptstr 5 50667"]
    assert home_addresses(a_contact("FN:z", "KIND:org", "ADR:;;Hauptstr. 5;Köln;;50667;")) == {}

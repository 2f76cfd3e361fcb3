"""Numbers, addresses and handles as they are compared."""

import pytest

from relate_desktop.domain.likeness_keys import (
    handle_key,
    mailbox_key,
    number_key,
    other_key,
    read_by_several,
    same_numbers,
    without_extension,
)
from relate_desktop.services.contacts import line_of_card


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rosa.Lindt@gmail.com", "rosalindt@googlemail.com"),
        ("rosa+shop@example.org", "mailto:rosa@example.org"),
        ("r.o.s.a+news@googlemail.com", "rosa@gmail.com"),
    ],
)
def test_two_spellings_of_an_address_lead_to_one_mailbox(one: str, other: str) -> None:
    assert mailbox_key(one) == mailbox_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("rosa.lindt@example.org", "rosalindt@example.org"), ("a@gmail.com", "a@example.org")],
)
def test_full_stops_count_with_everybody_else(one: str, other: str) -> None:
    assert mailbox_key(one) != mailbox_key(other)


def test_what_is_no_address_has_no_mailbox() -> None:
    assert mailbox_key("rosa") == ""
    assert mailbox_key("+shop@example.org") == "+shop@example.org"


@pytest.mark.parametrize(
    "text",
    [
        "(415) 555-0196 x11",
        "415 555 0196 ext. 11",
        "415-555-0196 extn 11",
        "tel:415-555-0196;ext=11",
        "4155550196,11",
        "415 555 0196 #11",
        "0415 555 0196 Durchwahl 11",
    ],
)
def test_an_extension_stands_behind_its_number(text: str) -> None:
    assert number_key(text) == "4155550196x11"
    assert without_extension(number_key(text)) == "4155550196"


def test_two_extensions_of_one_number_are_two_telephones() -> None:
    bare, eleven, twelve = (number_key(f"+1 415 555 0196{more}") for more in ("", " x11", " x12"))
    assert not same_numbers([eleven], [twelve])
    assert same_numbers([bare], [eleven])
    assert same_numbers([eleven], [number_key("415 555 0196 ext 11")])


@pytest.mark.parametrize(
    ("home", "abroad"),
    [
        ("011 15 5555-0217", "+54 9 11 5555-0217"),
        ("(0351) 15 555-0217", "0054 9 351 555 0217"),
        ("02944 15 50-0217", "+54 2944 50 0217"),
    ],
)
def test_a_mobile_of_argentina_is_one_however_it_is_called(home: str, abroad: str) -> None:
    assert same_numbers([number_key(home)], [number_key(abroad)])


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("0151 23456789", "15123456789"),
        ("0721 15 123456", "72115123456"),
        ("0049 15 123456789", "4915123456789"),
        ("0043 15 1234567890", "43151234567890"),
    ],
)
def test_a_fifteen_in_any_other_number_belongs_to_it(number: str, key: str) -> None:
    assert number_key(number) == key


def test_several_people_read_what_a_house_is_written_to() -> None:
    assert all(map(read_by_several, ("info@x.example", "segreteria@x.example", "team.sued@x.example")))
    assert not any(map(read_by_several, ("ada@x.example", "infanta@x.example")))


def test_the_sign_before_a_handle_does_not_count() -> None:
    one, other = (handle_key(line_of_card(f"IMPP:telegram:{name}")) for name in ("@tariqk", "tariqk"))
    assert one == other != ""


def test_how_a_page_is_fetched_does_not_count() -> None:
    pages = ("https://zenz.example/xaver", "http://www.zenz.example/xaver/")
    assert len({other_key(line_of_card(f"URL:{page}")) for page in pages}) == 1

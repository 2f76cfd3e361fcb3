"""A card may name a crowd: the first of it are asked, and how many are not is told before."""

from pathlib import Path

import pytest

from relate_desktop.domain.lookup import MOST_TARGETS, Provider
from tests.looking_up import a_connected_book, somebody
from tests.servers.authority import Authority


def test_a_card_full_of_addresses_asks_no_crowd_of_hosts(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        book.lookups.consent.agree(Provider.WEBSITE)
        contact = somebody(book, *(f"URL:https://a{number}.example.org/" for number in range(300)))
        asked = book.lookups.requests(contact, Provider.WEBSITE)
        assert [one.target.handle for one in asked] == [
            f"https://a{number}.example.org/" for number in range(MOST_TARGETS)
        ]


@pytest.mark.parametrize(("named", "left"), [(0, 0), (MOST_TARGETS, 0), (MOST_TARGETS + 1, 1), (300, 290)])
def test_whoever_is_left_out_is_counted_to_the_last(
    tmp_path: Path, authority: Authority, named: int, left: int
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        sites = [f"URL:https://a{number}.example.org/" for number in range(named)]
        contact = somebody(book, "URL:https://github.com/ada", *sites)
        assert book.lookups.left_out(contact) == 0
        assert book.lookups.left_out(contact, Provider.WEBSITE) == left
        book.lookups.consent.agree(Provider.WEBSITE)
        assert book.lookups.left_out(contact) == left

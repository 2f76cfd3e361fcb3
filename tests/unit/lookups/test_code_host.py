import pytest

from relate_desktop.domain.lookup import LookupTarget, Provider
from relate_desktop.lookups.code_host import code_targets, is_account

KNOWN, TYPED, USUAL = {"codeberg.org"}, ("https://git.house.example:8443",), "https://codeberg.org"


def targets(*addresses: str) -> tuple[LookupTarget, ...]:
    return code_targets(Provider.FORGEJO, addresses, KNOWN, TYPED, USUAL)


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("https://codeberg.org/ada", USUAL),
        ("http://www.codeberg.org/Ada/", USUAL),
        ("forgejo:@ada", USUAL),
        ("https://git.house.example:8443/ada", TYPED[0]),
    ],
)
def test_accounts_are_known_on_known_and_on_typed_servers(address: str, server: str) -> None:
    assert targets(address) == (LookupTarget(Provider.FORGEJO, server, "ada"),)


@pytest.mark.parametrize(
    "address",
    [
        *("https://git.house.example/ada", "https://git.example.org/ada", "https://codeberg.org/ada/engine"),
        *(
            "https://codeberg.org/",
            "https://codeberg.org/explore",
            "https://codeberg.org/ada.git",
            "gitlab:ada",
        ),
        *(
            "gitlab:ada",
            "forgejo:../admin",
            "forgejo:ada?x=1",
            "forgejo:",
            "https://codeberg.org/..%2fadmin",
            "",
        ),
    ],
)
def test_anything_else_is_no_account(address: str) -> None:
    assert targets(address) == ()


def test_names_of_accounts_hold_nothing_that_leads_elsewhere() -> None:
    assert all(map(is_account, ("ada", "ada.l", "ada-l_2", "_ada", "a")))
    assert not any(map(is_account, ("", ".", "..", "a..b", "ada.", "a/b", "a b", "a%2fb", "ä", "a" * 300)))

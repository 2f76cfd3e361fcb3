import pytest

from relate_desktop.lookups.networks import network_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("https://github.com/ada", "GitHub"),
        ("https://www.linkedin.com/in/ada", "LinkedIn"),
        ("https://uk.linkedin.com/in/ada", "LinkedIn"),
        ("https://x.com/ada", "X"),
        ("https://notx.com/ada", ""),
        ("https://com/", ""),
        ("ada", ""),
    ],
)
def test_a_page_is_of_the_network_whose_host_it_is_on(address: str, network: str) -> None:
    assert network_of(address) == network

import pytest

from relate_desktop.lookups.addresses import is_loopback, is_public, is_servers


@pytest.mark.parametrize(
    "text",
    ["93.184.215.14", "1.1.1.1", "172.15.0.1", "172.32.0.1", "2606:4700:4700::1111", "64:ff9b::5db8:d70e"],
)
def test_an_address_on_the_net_is_public(text: str) -> None:
    assert is_public(text)
    assert is_servers(text)


@pytest.mark.parametrize(
    "text",
    [
        *("127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1"),
        *("100.64.0.1", "fd00::1"),
    ],
)
def test_a_server_that_was_typed_may_be_at_home_and_nobody_else(text: str) -> None:
    assert is_servers(text)
    assert not is_public(text)


@pytest.mark.parametrize(
    "text",
    [
        *("0.0.0.0", "0.1.2.3", "169.254.169.254", "::ffff:169.254.169.254", "224.0.0.1", "255.255.255.255"),
        *("240.0.0.1", "192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "192.0.0.1", "192.88.99.1"),
        *("::", "fe80::1", "fe80::1%eth0", "::1%1", "ff02::1", "fec0::1", "::7f00:1", "::ffff:0:7f00:1"),
        *("64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::1"),
        *("2001::1", "2001:db8::1", "3fff::1", "100::1", "5f00::1"),
        *("2130706433", "0x7f.1", "0", "127.1", "0177.0.0.1", "localhost", "", "127.0.0.1:80", "[::1]"),
    ],
)
def test_nobody_is_asked_at_an_address_that_is_no_host(text: str) -> None:
    assert not is_public(text)
    assert not is_servers(text)


def test_loopback_is_known_in_all_its_spellings() -> None:
    assert all(is_loopback(text) for text in ("127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"))
    assert not any(
        is_loopback(text) for text in ("10.0.0.1", "::", "0.0.0.0", "localhost", "64:ff9b::7f00:1")
    )

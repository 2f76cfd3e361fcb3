"""Which addresses are out on the net and which are at home, by the registries of IANA."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_NOT_PUBLIC_4 = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8",  # this host
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared with the provider of the line
        "127.0.0.0/8",
        "169.254.0.0/16",  # this link; 169.254.169.254 tells a cloud machine its keys
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
_PUBLIC_6 = ip_network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    ip_network(text)
    for text in (
        "2001::/23",  # Teredo, ORCHID and other protocols: some carry an IPv4 address inside
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: carries an IPv4 address inside
        "3fff::/20",  # documentation
    )
)
_TRANSLATED = ip_network("64:ff9b::/96")
"""NAT64: how networks without IPv4 reach it. The IPv4 address inside is judged."""

_AT_HOME = tuple(
    ip_network(text)
    for text in ("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
)


def is_public(text: str) -> bool:
    """Whether an address is out on the net. What is no plain address is not."""
    address = _read(text)
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_4)
    if isinstance(address, IPv6Address):
        if address in _TRANSLATED:
            return is_public(str(IPv4Address(int(address) & 0xFFFFFFFF)))
        return address in _PUBLIC_6 and not any(address in network for network in _NOT_PUBLIC_6)
    return False


def is_loopback(text: str) -> bool:
    """Whether an address is this very machine."""
    address = _read(text)
    return address is not None and address.is_loopback


def is_servers(text: str) -> bool:
    """Whether a server that the user typed may stand there: this machine, the network at home, or the net."""
    address = _read(text)
    if address is None:
        return False
    return address.is_loopback or any(address in network for network in _AT_HOME) or is_public(text)


def _read(text: str) -> IPv4Address | IPv6Address | None:
    """The address a text spells; one of IPv4 inside IPv6 as the IPv4 it is."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return None
        return address.ipv4_mapped or address
    return address

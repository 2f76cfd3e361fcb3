"""Addresses of pages as the fetcher takes them: exactly one way to read each, or none."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import quote, urljoin, urlsplit

import idna

HTTPS_PORT = 443
_PORTS = {"https": HTTPS_PORT, "http": 80}
_LONGEST = 4096
"""Characters of an address; browsers and servers take few more."""

_LONGEST_NAME = 253
_ASCII = "".join(map(chr, range(0x21, 0x7F)))

_BREAKS = re.compile(r"[\x00-\x20\x7f\\]")
"""What readers of addresses disagree about: blanks, control characters, and the backslash."""
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_HERE = {
    "localhost",
    "local",
    "internal",
    "intranet",
    "private",
    "lan",
    "home",
    "corp",
    "onion",
    "alt",
    "arpa",
}
"""Ends of names that never mean a host on the net; they are not even asked for."""


class AddressMalformed(ValueError):  # noqa: N818 - what it is about an address
    """A text is no address that the fetcher could ask."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and port: to whom a key belongs. The host is in lower case and ASCII."""

    scheme: str
    host: str
    port: int

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host and port as they stand in an address and in the header Host."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def is_public(self) -> bool:
        """Whether anybody's page may have the origin: https, the usual port, a name of the net."""
        return self.scheme == "https" and self.port == HTTPS_PORT and is_public_name(self.host)


@dataclass(frozen=True, slots=True)
class Page:
    """An address taken apart; ``target`` is path and query, and there is no fragment."""

    origin: Origin
    target: str

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"


def read_page(text: str) -> Page:
    """Take an address apart. Raises AddressMalformed."""
    if len(text) > _LONGEST or _BREAKS.search(text):
        raise AddressMalformed
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise AddressMalformed from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not parts.hostname or "@" in parts.netloc or port == 0:
        raise AddressMalformed
    origin = Origin(scheme, read_host(parts.hostname), _PORTS[scheme] if port is None else port)
    path = quote(parts.path or "/", safe="/:@!$&'()*+,;=~%-._")
    query = quote(parts.query, safe="/:@!$&'()*+,;=~%-._?")
    return Page(origin, f"{path}?{query}" if query else path)


def read_origin(text: str) -> Origin:
    """The origin of a server as it was typed, with or without a path. Raises AddressMalformed."""
    return read_page(text).origin


def read_redirect(here: Page, location: str) -> Page:
    """Where a redirect leads, by a header read as Latin-1. Raises AddressMalformed."""
    if len(location) > _LONGEST or _BREAKS.search(location):
        raise AddressMalformed
    try:
        there = urljoin(str(here), quote(location.encode("latin-1"), safe=_ASCII))
    except ValueError:
        raise AddressMalformed from None
    return read_page(there)


def is_public_name(host: str) -> bool:
    """Whether a host looks like a name out on the net: no number, and no name of a house's own network."""
    labels = host.split(".")
    return _is_name(host) and len(labels) > 1 and labels[-1] not in _HERE


def is_asked_for(host: str) -> bool:
    """Whether somebody has to be asked where a host stands: it is a name, and not this machine's own."""
    return _is_name(host) and host.rsplit(".", 1)[-1] != "localhost"


def read_host(text: str) -> str:
    """A host in lower case and ASCII: a name, or an address in its one plain spelling.

    Raises AddressMalformed.
    """
    try:
        return str(ip_address(text))
    except ValueError:
        pass
    try:
        name = text if text.isascii() else idna.encode(text, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        raise AddressMalformed from None
    name = name.lower()
    if not _is_name(name):
        raise AddressMalformed
    return name


def _is_name(text: str) -> bool:
    """Whether a text in lower case is a name and could not be taken for a number."""
    labels = text.split(".")
    whole = len(text) <= _LONGEST_NAME and all(_LABEL.fullmatch(label) for label in labels)
    return whole and not _NUMBER.fullmatch(labels[-1])

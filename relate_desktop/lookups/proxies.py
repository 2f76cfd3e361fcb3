"""The proxy that the system says questions should go through."""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.origins import Origin, read_host

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class SystemProxy:
    """A proxy that speaks HTTP, and how one signs in to it."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)


def system_proxy(origin: Origin) -> SystemProxy | None:
    """The proxy for an origin, or None when it is asked directly.

    Raises PROXY_REFUSED for a proxy that cannot be used: going around it would show the user's
    address to somebody from whom they hide it.
    """
    named = getproxies()
    text = named.get(origin.scheme) or named.get("all")
    if not text or proxy_bypass(origin.host):
        return None
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        port = parts.port or _PORTS.get(parts.scheme, 0)
        host = read_host(parts.hostname or "")
    except ValueError:
        raise NetworkError(ErrorKind.PROXY_REFUSED, host=origin.host) from None
    if parts.scheme not in _PORTS:
        raise NetworkError(ErrorKind.PROXY_REFUSED, host=origin.host)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return SystemProxy(parts.scheme, host, port, user, password)

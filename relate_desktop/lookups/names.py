"""What the net knows of names: addresses, texts and services; each asked for with an end in sight."""

import socket

import dns.exception
import dns.rdatatype
import dns.rdtypes.ANY.TXT
import dns.rdtypes.IN.SRV
import dns.resolver

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.pace import Pace

Place = tuple[str, int]
"""An address and a port."""

_MOST = 20
"""Addresses and records of one name that are looked at."""
_NOBODY = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class Names:
    """The system's resolver."""

    def __init__(self, resolver: dns.resolver.Resolver | None = None) -> None:
        self._resolver = resolver

    def places(self, host: str, port: int, pace: Pace) -> tuple[Place, ...]:
        """Where a host stands. Raises HOST_UNKNOWN, OFFLINE, TOO_SLOW and Cancelled."""
        return pace.wait_for(lambda: _system_places(host, port))

    def texts(self, name: str, pace: Pace) -> tuple[str, ...]:
        """The TXT records of a name, each joined to one text; none where there are none."""
        records = self._records(name, dns.rdatatype.TXT, pace)
        found = (record for record in records if isinstance(record, dns.rdtypes.ANY.TXT.TXT))
        return tuple(b"".join(record.strings).decode("utf-8", "replace") for record in found)

    def services(self, name: str, pace: Pace) -> tuple[Place, ...]:
        """The SRV records of a name, best first; none where there are none or the service is not offered."""
        records = self._records(name, dns.rdatatype.SRV, pace)
        found = [record for record in records if isinstance(record, dns.rdtypes.IN.SRV.SRV)]
        found.sort(key=lambda record: (record.priority, -record.weight))
        pairs = ((record.target.to_text(omit_final_dot=True).lower(), record.port) for record in found)
        return tuple((host, port) for host, port in pairs if host not in {"", "."})

    def _records(self, name: str, kind: dns.rdatatype.RdataType, pace: Pace) -> list[object]:
        return pace.wait_for(lambda: self._ask(name, kind, pace.left))

    def _ask(self, name: str, kind: dns.rdatatype.RdataType, seconds: float) -> list[object]:
        try:
            resolver = self._resolver or dns.resolver.Resolver()
            answer = resolver.resolve(name, kind, lifetime=max(seconds, 0.1), search=False)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return []
        except dns.exception.Timeout:
            raise NetworkError(ErrorKind.TOO_SLOW, host=name) from None
        except (dns.exception.DNSException, OSError):
            raise NetworkError(ErrorKind.OFFLINE, host=name) from None
        return list(answer)[:_MOST]


def _system_places(host: str, port: int) -> tuple[Place, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    except socket.gaierror as error:
        kind = ErrorKind.HOST_UNKNOWN if error.errno in _NOBODY else ErrorKind.OFFLINE
        raise NetworkError(kind, host=host) from None
    places = dict.fromkeys((str(address[0]), int(address[1])) for *_, address in found)
    return tuple(places)[:_MOST]

"""A name server on loopback: TXT and SRV records as a test gives them, in the real protocol."""

import contextlib
import socket
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.resolver
import dns.rrset

from relate_desktop.lookups.names import Names

Records = Mapping[str, Sequence[str]]
"""By ``TXT name`` or ``SRV name``, each as a zone file spells it: ``"did=…"``, ``0 5 443 host.``."""


class NameServer:
    """Answers for the records it has, says of others that there are none, or says nothing at all."""

    def __init__(self, records: Records, code: int | None, *, silent: bool) -> None:
        self._records = records
        self._code = code
        self._silent = silent
        self._line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._line.bind(("127.0.0.1", 0))
        self._line.settimeout(0.02)
        self._over = threading.Event()
        self.asked: list[str] = []
        self.reached = threading.Event()

    def names(self) -> Names:
        """The real names of the program, which ask this server."""
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers = ["127.0.0.1"]
        resolver.port = self._line.getsockname()[1]
        return Names(resolver)

    @contextmanager
    def running(self) -> Iterator[None]:
        thread = threading.Thread(target=self._serve, name="test-records")
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            thread.join()
            self._line.close()

    def _serve(self) -> None:
        while not self._over.is_set():
            with contextlib.suppress(TimeoutError):
                wire, asker = self._line.recvfrom(4096)
                answer = self._answer(dns.message.from_wire(wire))
                self.reached.set()
                if not self._silent:
                    self._line.sendto(answer.to_wire(), asker)

    def _answer(self, query: dns.message.Message) -> dns.message.Message:
        (question,) = query.question
        kind = dns.rdatatype.to_text(question.rdtype)
        asked = f"{kind} {question.name.to_text(omit_final_dot=True)}"
        self.asked.append(asked)
        response = dns.message.make_response(query)
        response.flags |= dns.flags.RA
        found = self._records.get(asked)
        if self._code is not None:
            response.set_rcode(dns.rcode.Rcode(self._code))
        elif found is None:
            response.set_rcode(dns.rcode.NXDOMAIN)
        elif found:
            response.answer.append(dns.rrset.from_text(question.name, 60, "IN", kind, *found))
        return response


@contextmanager
def a_name_server(
    records: Records | None = None, *, code: int | None = None, silent: bool = False
) -> Iterator[NameServer]:
    """A name server with records; or one that answers every question with a code, or none."""
    server = NameServer(records or {}, code, silent=silent)
    with server.running():
        yield server

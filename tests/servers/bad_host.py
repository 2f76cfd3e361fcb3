"""Hosts that mean harm: each does one bad thing, byte by byte, to whoever connects.

with a_bad_host(authority, answering(b"HTTP/1.1 200 OK\\r\\n\\r\\n")) as host:
    host.door().get(host.ask())
"""

import contextlib
import math
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.asking import Ask, Secret, TypedServer
from relate_desktop.lookups.fetcher import Fetcher
from relate_desktop.lookups.names import Names, Place
from relate_desktop.lookups.pace import Pace, Stop
from tests.clock import a_clock
from tests.servers.authority import Authority
from tests.servers.ledger import ListedLedger

NAME = "example.org"
LIMIT = 100_000
DRIP = 0.002
"""Seconds between two bytes of a host that drips; no outcome hangs on them."""
_PATIENCE = 30.0


class Line:
    """One connection, as the host has it."""

    def __init__(self, line: socket.socket, host: "BadHost") -> None:
        self._line = line
        self._host = host

    def begin_tls(self) -> None:
        """Prove a name, or try to."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._host.certificate)
        self._line = context.wrap_socket(self._line, server_side=True)

    def read_question(self) -> bytes:
        """Everything up to the blank line."""
        question = b""
        while b"\r\n\r\n" not in question:
            piece = self._line.recv(4096)
            if not piece:
                break
            question += piece
        self._host.questions.append(question)
        return question

    def send(self, data: bytes) -> None:
        """Send at once."""
        self._line.sendall(data)

    def drip(self, data: bytes) -> None:
        """Send the same bytes one by one for as long as somebody listens."""
        self._host.reached.set()
        while not self._host.over.is_set():
            for byte in data:
                if self._host.over.wait(DRIP):
                    return
                self._line.sendall(bytes([byte]))

    def pour(self, data: bytes) -> None:
        """Send the same bytes again and again for as long as somebody listens."""
        self._host.reached.set()
        while not self._host.over.is_set():
            self._line.sendall(data)

    def hold(self) -> None:
        """Say nothing more, and hang up only when the test is over."""
        self._host.reached.set()
        self._host.over.wait(_PATIENCE)

    def say_goodbye(self) -> None:
        """End TLS as one should."""
        if isinstance(self._line, ssl.SSLSocket):
            with contextlib.suppress(OSError):
                self._line.unwrap()

    def close(self) -> None:
        """Hang up without a word."""
        self._line.close()


Behaviour = Callable[[Line], None]


def answering(data: bytes, *, goodbye: bool = True) -> Behaviour:
    """Prove the name, read the question, and answer with these very bytes."""

    def behave(line: Line) -> None:
        line.begin_tls()
        line.read_question()
        line.send(data)
        if goodbye:
            line.say_goodbye()

    return behave


class GivenNames(Names):
    """Names that a test answers for: each question of a name gets the next answer, the last one again."""

    def __init__(self, answers: dict[str, list[Sequence[Place]]]) -> None:
        super().__init__()
        self._answers = answers
        self.asked: list[str] = []

    def places(self, host: str, port: int, pace: Pace) -> tuple[Place, ...]:
        del port, pace
        self.asked.append(host)
        if host not in self._answers:
            raise NetworkError(ErrorKind.HOST_UNKNOWN, host=host)
        answers = self._answers[host]
        return tuple(answers.pop(0) if len(answers) > 1 else answers[0])


class BadHost:
    """A host on loopback, whom it answered, and how to get there."""

    def __init__(self, authority: Authority, behave: Behaviour, certificate: Path | None) -> None:
        self._authority = authority
        self._behave = behave
        self.certificate = certificate or authority.certify(NAME)
        self.questions: list[bytes] = []
        self.over = threading.Event()
        self.reached = threading.Event()
        self.ledger = ListedLedger()
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0.02)
        self._threads: list[threading.Thread] = []

    @property
    def place(self) -> Place:
        """Where it stands."""
        address, port = self._server.getsockname()
        return address, port

    def ask(self, path: str = "/", *, limit: int = LIMIT, secret: Secret | None = None) -> Ask:
        """A question for this host."""
        return Ask(f"https://{NAME}{path}", "text/html", limit, secret=secret)

    def door(
        self,
        stop: Stop = lambda: None,
        *,
        names: Names | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        authority: Authority | None = None,
        by_the_system: bool = False,
        typed: Sequence[str] = (f"https://{NAME}",),
    ) -> Fetcher:
        """The real fetcher before this host, with another authority or the system's own where asked."""
        return Fetcher(
            self.ledger,
            stop,
            typed=tuple(TypedServer(origin) for origin in typed),
            authorities=None if by_the_system else (authority or self._authority).path,
            names=names or GivenNames({NAME: [[self.place]]}),
            clock=a_clock(),
            monotonic=monotonic,
        )

    @contextmanager
    def running(self) -> Iterator[None]:
        """Take connections until the test is over; nothing is left behind."""
        self._start(self._accept)
        try:
            yield
        finally:
            self.over.set()
            for thread in self._threads:
                thread.join()
            self._server.close()

    def _accept(self) -> None:
        while not self.over.is_set():
            with contextlib.suppress(TimeoutError):
                line, _ = self._server.accept()
                line.settimeout(_PATIENCE)
                self._start(partial(self._serve, line))

    def _serve(self, taken: socket.socket) -> None:
        line = Line(taken, self)
        with contextlib.suppress(OSError):  # the other side hung up, which is what it should do
            self._behave(line)
        line.close()
        taken.close()

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, name="test-bad-host")
        self._threads.append(thread)
        thread.start()


@contextmanager
def a_bad_host(
    authority: Authority, behave: Behaviour, *, certificate: Path | None = None
) -> Iterator[BadHost]:
    """A host that proves to be ``example.org``, or shows another certificate, and then behaves badly."""
    host = BadHost(authority, behave, certificate)
    with host.running():
        yield host


class Watch:
    """A watch whose hand moves whenever the fetcher looks whether it is still wanted.

    So that a deadline comes after so many looks, and no test waits for it. It stops at ``until``.
    """

    def __init__(self, step: float = 1.0, until: float = math.inf) -> None:
        self.now = 0.0
        self._step, self._until = step, until

    def __call__(self) -> float:
        return self.now

    def look(self) -> None:
        """What the fetcher calls to be stopped; nobody stops it, but time passes."""
        self.now = min(self.now + self._step, self._until)

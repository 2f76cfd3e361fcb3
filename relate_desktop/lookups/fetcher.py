"""The fetcher: the one place from which Relate reaches the net, and every rule of it.

Of a question: https to a public name on the usual port, or the very origin of a server that the
user typed; no name and password in an address; no cookies; a key to one origin alone. Of a
connection: to an address that was looked at, with TLS proving the name. Of an answer: so many bytes
and seconds and not more, redirects one by one. Of manners: one question at a time to a host, waits
kept. Everything stands in the ledger before it is sent.
"""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from relate_desktop.domain.clock import Clock
from relate_desktop.domain.errors import ErrorKind, NetworkError, UserError
from relate_desktop.lookups.addresses import is_loopback, is_public, is_servers
from relate_desktop.lookups.asking import Ask, Got, Secret, TypedServer
from relate_desktop.lookups.engine import Answered, Question, Row, Way, exchange
from relate_desktop.lookups.ledger import ANSWERED, CANCELLED, Ledger
from relate_desktop.lookups.names import Names, Place
from relate_desktop.lookups.origins import (
    AddressMalformed,
    Origin,
    Page,
    is_asked_for,
    is_public_name,
    read_host,
    read_origin,
    read_page,
    read_redirect,
)
from relate_desktop.lookups.pace import Pace, Stop
from relate_desktop.lookups.proxies import system_proxy
from relate_desktop.lookups.trust import trust
from relate_desktop.lookups.turns import Turns
from relate_desktop.lookups.unpacking import ACCEPTED
from relate_desktop.lookups.waits import LONGEST, asked_wait, spent_until

TOTAL_SECONDS = 15.0
"""For a question with all its redirects; waiting for one's turn not counted."""
REDIRECTS = 3
USER_AGENT = "Relate"
"""Without a version: it would tell hosts more about the user than they need."""

_DNS_PORT = 53
_MOVED = {301, 302, 303, 307, 308}
_RESERVED = {
    *("host", "connection", "user-agent", "accept", "accept-encoding", "content-length", "transfer-encoding"),
    *("authorization", "proxy-authorization", "cookie", "private-token", "x-api-key", "te", "upgrade"),
    *("if-none-match", "if-modified-since"),
}
"""Headers that providers do not set by hand: keys travel as a ``Secret`` only, the rest is the fetcher's."""

_LONGEST_VALUE = 4096
"""Characters of a header that is sent: a host may have made its tag as long as it liked."""
_SHOWN = 80
"""Characters of an address that is told of in an error."""

Record = TypeVar("Record")

_log = logging.getLogger("relate")


class Fetcher:
    """The door for the questions of one look-up.

    ``why`` is what the ledger says they are for. ``typed`` are the servers of the accounts that are
    asked, no others: a redirect leads to one of them only from another. ``names`` and ``turns`` are
    shared by all fetchers of the program.
    """

    def __init__(
        self,
        ledger: Ledger,
        stop: Stop,
        *,
        why: str = "",
        typed: Sequence[TypedServer] = (),
        authorities: Path | None = None,
        names: Names | None = None,
        turns: Turns | None = None,
        clock: Clock = lambda: datetime.now(UTC),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ledger = ledger
        self._stop = stop
        self._why = why
        self._typed = {read_origin(server.origin) for server in typed}
        self._trusted = trust(authorities)
        self._names = names or Names()
        self._turns = turns or Turns()
        self._clock = clock
        self._monotonic = monotonic

    def get(self, ask: Ask) -> Got:
        """Ask once; see ``asking.Door``."""
        page = self._first(ask.url)
        pace = self._pace(page.origin.host)
        home, typed, sender = True, page.origin in self._typed, ""
        for _ in range(REDIRECTS + 1):
            question = _question(ask, page, at_home=home)
            answered = self._ask(question, pace, sender, typed=typed)
            location = answered.first("location")
            if not (ask.follow and answered.status in _MOVED and location):
                return Got(str(page), answered.status, answered.by_name(), answered.body, self._clock())
            there = self._next(page, location, typed=typed)
            if ask.onward is not None:
                ask.onward(str(page), str(there))
            home = home and there.origin == page.origin  # who left does not come back with the key
            typed = typed and there.origin in self._typed  # nor is let off again
            sender, page = page.origin.host, there
            pace.host = page.origin.host
        raise NetworkError(ErrorKind.REDIRECT_REFUSED, host=sender)

    def text_records(self, name: str) -> tuple[str, ...]:
        """The TXT records of a name; see ``asking.Door``."""
        return self._records("TXT", name, self._names.texts)

    def service_records(self, name: str) -> tuple[tuple[str, int], ...]:
        """The SRV records of a name; see ``asking.Door``."""
        return self._records("SRV", name, self._names.services)

    def _records(
        self, kind: str, name: str, ask: Callable[[str, Pace], tuple[Record, ...]]
    ) -> tuple[Record, ...]:
        try:
            asked = read_host(name)
        except AddressMalformed:
            raise NetworkError(ErrorKind.ADDRESS_REFUSED, host=_shown(name)) from None
        if not is_public_name(asked):
            raise NetworkError(ErrorKind.ADDRESS_REFUSED, host=asked)
        pace = self._pace(asked)
        with self._written(asked, _DNS_PORT, f"{kind} {asked}"):
            return ask(asked, pace)

    def _pace(self, host: str) -> Pace:
        return Pace(host, TOTAL_SECONDS, self._stop, self._monotonic)

    def _first(self, url: str) -> Page:
        """The page a question is about. Raises ADDRESS_REFUSED."""
        try:
            page = read_page(url)
        except AddressMalformed:
            raise NetworkError(ErrorKind.ADDRESS_REFUSED, host=_shown(url)) from None
        if page.origin not in self._typed and not page.origin.is_public:
            raise NetworkError(ErrorKind.ADDRESS_REFUSED, host=page.origin.host)
        return page

    def _next(self, here: Page, location: str, *, typed: bool) -> Page:
        """Where a redirect leads: from servers that were typed to others too. Raises REDIRECT_REFUSED."""
        try:
            there = read_redirect(here, location)
        except AddressMalformed:
            raise NetworkError(ErrorKind.REDIRECT_REFUSED, host=here.origin.host) from None
        downwards = there.origin.scheme != "https" and here.origin.scheme == "https"
        if downwards or not (there.origin.is_public or (typed and there.origin in self._typed)):
            raise NetworkError(ErrorKind.REDIRECT_REFUSED, host=here.origin.host)
        return there

    def _ask(self, question: Question, pace: Pace, sender: str, *, typed: bool) -> Answered:
        """Ask one host, once it is free and where it has not asked for a wait."""
        origin = question.page.origin
        with self._turns.at(origin.host, pace):
            self._heed(origin.host)
            found = self._found(origin.host, origin.port, pace)
            with self._written(origin.host, origin.port, question.told) as row:
                places = _allowed(found, origin, sender, typed=typed)
                answered = exchange(question, self._way(origin, places, pace), self._trusted, pace, row)
                self._obey(origin.host, answered)
        _log.info("a host answered %d", answered.status)
        return answered

    def _heed(self, host: str) -> None:
        """Raises SLOW_DOWN. A wait longer than any that is taken was noted by a clock that was wrong."""
        now, until = self._clock(), self._ledger.next_allowed(host)
        if until is not None and now < until <= now + LONGEST:
            raise NetworkError(ErrorKind.SLOW_DOWN, host=host, until=until)

    def _obey(self, host: str, answered: Answered) -> None:
        """Remember the wait that a host asks for. Raises SLOW_DOWN where it refused."""
        now = self._clock()
        if until := asked_wait(answered.status, answered.headers, answered.body, now):
            self._ledger.wait(host, until)
            raise NetworkError(ErrorKind.SLOW_DOWN, host=host, until=until)
        if until := spent_until(answered.headers, now):
            self._ledger.wait(host, until)

    def _found(self, host: str, port: int, pace: Pace) -> tuple[Place, ...]:
        """Where a host stands; whoever answers for names learns of it, so that is written down as well."""
        if not is_asked_for(host):
            return self._names.places(host, port, pace)
        with self._written(host, _DNS_PORT, f"A, AAAA {host}"):
            return self._names.places(host, port, pace)

    def _way(self, origin: Origin, places: tuple[Place, ...], pace: Pace) -> Way:
        """The connection to make: to the host, or to the system's proxy; never a proxy to this machine."""
        if all(is_loopback(address) for address, _ in places):
            return Way(places)
        proxy = pace.wait_for(lambda: system_proxy(origin))
        if proxy is None:
            return Way(places)
        return Way(self._found(proxy.host, proxy.port, pace), proxy)

    @contextmanager
    def _written(self, host: str, port: int, sent: str) -> Iterator[Row]:
        """One row of the ledger, begun before anything is sent and ended whatever happens."""
        row = Row()
        entry = self._ledger.begin(host, port, sent, self._why)
        outcome = ANSWERED
        try:
            yield row
        except UserError as error:
            outcome = error.kind.value
            raise
        except BaseException:
            outcome = CANCELLED
            raise
        finally:
            self._ledger.end(entry, row.status, row.received, outcome)


def _allowed(places: tuple[Place, ...], origin: Origin, sender: str, *, typed: bool) -> tuple[Place, ...]:
    """Where a host stands, if all of it is where it may be: one address at home refuses the name."""
    allowed = is_servers if typed else is_public
    if typed and origin.scheme == "http":
        allowed = is_loopback
    if not places or not all(allowed(address) for address, _ in places):
        if sender:
            raise NetworkError(ErrorKind.REDIRECT_REFUSED, host=sender)
        raise NetworkError(ErrorKind.ADDRESS_REFUSED, host=origin.host)
    return places


def _question(ask: Ask, page: Page, *, at_home: bool) -> Question:
    """What is sent to one host: a host that somebody sent us on to gets the least."""
    headers = {
        "Host": page.origin.authority,
        "User-Agent": USER_AGENT,
        "Accept": ask.accept,
        "Accept-Encoding": ACCEPTED,
        "Connection": "close",
    }
    if ask.etag:
        headers["If-None-Match"] = ask.etag
    if ask.last_modified:
        headers["If-Modified-Since"] = ask.last_modified
    telling = ["If-None-Match", "If-Modified-Since"]
    if at_home:
        if reserved := {name.lower() for name in ask.headers} & _RESERVED:
            message = f"not for providers to set: {sorted(reserved)}"
            raise ValueError(message)
        headers |= ask.headers
        if ask.secret is not None and _belongs(ask.secret, page.origin):
            headers[ask.secret.header] = _key(ask.secret, page.origin.host)
            telling.insert(0, ask.secret.header)
    kept = {name: value for name, value in headers.items() if _sendable(value)}
    told = (f"GET {page.target}", *(name for name in telling if name in kept))
    return Question(page, tuple(kept.items()), ask.limit, " + ".join(told))


def _belongs(secret: Secret, origin: Origin) -> bool:
    """Whether a key is for this very origin. One that cannot be read is for nobody."""
    if not secret.origin:
        return True
    try:
        return read_origin(secret.origin) == origin
    except AddressMalformed:
        return False


def _key(secret: Secret, host: str) -> str:
    """A key as it stands in its header. Raises KEY_REFUSED for one that no header can hold."""
    text = f"{secret.scheme} {secret.value}" if secret.scheme else secret.value
    if not secret.value or not _sendable(text):
        raise NetworkError(ErrorKind.KEY_REFUSED, host=host)
    return text


def _sendable(value: str) -> bool:
    """Whether a header can hold a text: visible letters of ASCII, and blanks between them; not too many."""
    return value.isascii() and value.isprintable() and value == value.strip() and len(value) <= _LONGEST_VALUE


def _shown(url: str) -> str:
    """What the user is told an address was that cannot be read."""
    return url[:_SHOWN]

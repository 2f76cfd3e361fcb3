"""The one door to the network: what a provider asks of it, and what it gets.

Providers build an ``Ask`` and know nothing of sockets; the fetcher behind the door keeps every rule
(origin of secrets, addresses, redirects, sizes, deadlines, the ledger). Tests put a server on
loopback behind the same door, never another door.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from relate_desktop.domain.lookup import Answer, LookupRequest, LookupTarget, Provider
from relate_desktop.lookups.ledger import Ledger

JSON_LIMIT = 1024 * 1024
HTML_LIMIT = 2 * 1024 * 1024
FEED_LIMIT = 2 * 1024 * 1024
PICTURE_LIMIT = 1024 * 1024
"""The most bytes of an answer, unpacked."""
LONGEST_MARK = 1000
"""Characters of a mark (ETag, Last-Modified) that is kept and sent back: hosts may make it without end."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A key for one account. It never shows itself: not in a repr, not in a traceback."""

    value: str = field(repr=False)
    header: str = "Authorization"
    scheme: str = "Bearer"
    """Word before the key in the header; empty for none."""
    origin: str = ""
    """The one origin it may be sent to, such as ``https://codeberg.org``; whoever sends it must look.

    Empty, as tests of one provider make it: that of the address asked."""


@dataclass(frozen=True, slots=True)
class TypedServer:
    """The origin of a server that the user typed for an account: may be private, with another port.

    Plain http is for loopback alone. Only this very origin is let off, no redirect from it elsewhere.
    """

    origin: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One GET. ``secret`` goes to the origin of ``url`` alone, whatever is answered."""

    url: str
    accept: str
    limit: int
    """Bytes of the unpacked body."""
    headers: Mapping[str, str] = field(default_factory=dict)
    secret: Secret | None = None
    etag: str = ""
    last_modified: str = ""
    follow: bool = True
    """Whether redirects to other public https addresses are followed (three at the most)."""
    onward: Callable[[str, str], None] | None = None
    """Called before a redirect is followed, with the address that sends on and the one it leads to; may
    refuse by raising REDIRECT_REFUSED. Nobody was asked at the second one then."""


@dataclass(frozen=True, slots=True)
class Got:
    """What came back. A status of 4xx or 5xx is no error here: providers say what it means.

    429 and 403 or 503 that name a wait are raised by the fetcher as SLOW_DOWN, though.
    """

    url: str
    """Where it came from in the end."""
    status: int
    headers: Mapping[str, str]
    """Names in lower case; of repeated ones the first."""
    body: bytes = field(repr=False)
    at: datetime
    """Aware, UTC."""

    @property
    def etag(self) -> str:
        """As it came, to be sent back with the next question; empty for one too long for that."""
        return self._mark("etag")

    @property
    def last_modified(self) -> str:
        """As it came; empty for one too long to be sent back."""
        return self._mark("last-modified")

    @property
    def media_type(self) -> str:
        """``text/html`` and the like, in lower case; empty when it is not said."""
        return self.headers.get("content-type", "").split(";", 1)[0].strip().lower()

    def _mark(self, name: str) -> str:
        value = self.headers.get(name, "")
        return value if len(value) <= LONGEST_MARK else ""


class Door(Protocol):
    """What a provider may do with the network."""

    def get(self, ask: Ask) -> Got:
        """Ask once.

        Raises UserError: OFFLINE, HOST_UNKNOWN, ADDRESS_REFUSED, TLS_REFUSED, REDIRECT_REFUSED,
        TOO_SLOW, ANSWER_TOO_LARGE, SLOW_DOWN (fact ``until``), ANSWER_BROKEN; and Cancelled.
        """
        ...

    def text_records(self, name: str) -> tuple[str, ...]:
        """The TXT records of a name, by the system's resolver; empty for none. Raises as ``get`` does."""
        ...

    def service_records(self, name: str) -> tuple[tuple[str, int], ...]:
        """The SRV records of a name as host and port, best first; empty when there are none."""
        ...


class Network(Protocol):
    """The net as the program has it: who looks somebody up gets a door of their own."""

    def door(
        self, ledger: Ledger, stop: Callable[[], None], *, why: str, typed: Sequence[TypedServer]
    ) -> Door:
        """A door for one look-up, which writes into its ledger.

        ``stop`` is called often, on the asking thread, and raises Cancelled when the look-up is no longer
        wanted. ``why`` is what the ledger says it is for; ``typed`` are the servers of the accounts that
        are asked, no others.
        """
        ...


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier look-up of a target left: to be asked again with less."""

    account_id: str = ""
    etag: str = ""
    last_modified: str = ""


class Source(Protocol):
    """One provider: one file each, behind this protocol; one contract class of tests for all."""

    @property
    def provider(self) -> Provider:
        """Whom it asks."""
        ...

    def targets(self, addresses: tuple[str, ...]) -> tuple[LookupTarget, ...]:
        """The targets that lines of a card name: values of URL, SOCIALPROFILE, IMPP, EMAIL and their like.

        A handle whose line names its network is given as ``github:ada``. Never guesses from a name; what
        is not certainly an account of this provider is left out.
        """
        ...

    def request(self, target: LookupTarget) -> LookupRequest:
        """What ``ask`` would do, told before it does; touches no network."""
        ...

    def ask(self, target: LookupTarget, door: Door, secret: Secret | None, known: Known) -> Answer:
        """Ask and map.

        Raises what the door raises, and UserError: PROFILE_MISSING, KEY_NEEDED (none was given),
        KEY_REFUSED, OPTED_OUT, ANSWER_BROKEN, REDIRECT_REFUSED.
        """
        ...

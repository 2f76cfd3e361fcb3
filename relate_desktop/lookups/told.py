"""The door, opened only as far as the user was told: no host is asked that the question did not name.

What a provider's servers answer decides where one goes next, so that answer must not lead anywhere else
than the question before the look-up said: a host told, or the one more that some of them may name.
"""

from dataclasses import replace

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.domain.lookup import LookupRequest
from relate_desktop.lookups.asking import Ask, Door, Got
from relate_desktop.lookups.origins import AddressMalformed, Origin, Page, read_page


class ToldDoor:
    """A door for one request. The fetcher behind asks here before it follows a redirect."""

    def __init__(self, door: Door, request: LookupRequest) -> None:
        self._door = door
        self._told = set(request.hosts)
        self._may_name = set(request.named_by)

    def get(self, ask: Ask, *, naming: bool = False) -> Got:
        """Ask once. Raises as the door does, and REDIRECT_REFUSED for a host that nobody was told of.

        With ``naming`` a redirect to another host names it; without, redirects stay among those told.
        """

        def onward(here: str, there: str) -> None:
            by, origin = read_page(here).origin, read_page(there).origin
            if naming:
                self.name(origin, by=by)
            if not self.tells(origin):
                raise NetworkError(ErrorKind.REDIRECT_REFUSED, host=by.authority)

        origin = _page(ask.url).origin
        if not self.tells(origin):
            raise NetworkError(ErrorKind.REDIRECT_REFUSED, host=origin.authority)
        return self._door.get(replace(ask, onward=onward))

    def name(self, origin: Origin, *, by: Origin) -> None:
        """Take in that a host named another one. Raises REDIRECT_REFUSED where it may not, or not twice."""
        if origin.authority in self._told:
            return
        if by.authority not in self._may_name:
            raise NetworkError(ErrorKind.REDIRECT_REFUSED, host=by.authority)
        self._may_name.remove(by.authority)
        self._told.add(origin.authority)

    def tells(self, origin: Origin) -> bool:
        """Whether a host may be asked."""
        return origin.authority in self._told

    def text_records(self, name: str) -> tuple[str, ...]:
        """The TXT records of a name that belongs to a host told."""
        self._demand_name(name)
        return self._door.text_records(name)

    def service_records(self, name: str) -> tuple[tuple[str, int], ...]:
        """The SRV records of a name that belongs to a host told, or to one that may name others."""
        self._demand_name(name)
        return self._door.service_records(name)

    def _demand_name(self, name: str) -> None:
        if not any(name.endswith(f".{host}") for host in self._told | self._may_name):
            raise NetworkError(ErrorKind.REDIRECT_REFUSED, host=name)


def _page(url: str) -> Page:
    try:
        return read_page(url)
    except AddressMalformed:
        raise NetworkError(ErrorKind.ADDRESS_REFUSED, host=url[:80]) from None

"""The net of this machine, for services: nothing that talks to it is loaded before somebody is looked up."""

from collections.abc import Callable, Sequence

from relate_desktop.domain.clock import Clock
from relate_desktop.lookups.asking import Door, TypedServer
from relate_desktop.lookups.ledger import Ledger
from relate_desktop.lookups.turns import Turns


class SystemNetwork:
    """Doors to the real net. One of these serves the whole program: hosts are asked one by one."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._turns = Turns()

    def door(
        self, ledger: Ledger, stop: Callable[[], None], *, why: str, typed: Sequence[TypedServer]
    ) -> Door:
        """A door for one look-up; see ``asking.Network``."""
        from relate_desktop.lookups.fetcher import Fetcher  # noqa: PLC0415 - only when it is wanted

        return Fetcher(ledger, stop, why=why, typed=typed, turns=self._turns, clock=self._clock)

"""Doors to the network: what all of them share, so that hosts are asked one question at a time."""

from collections.abc import Sequence
from pathlib import Path

from relate_desktop.domain.clock import Clock
from relate_desktop.lookups.asking import Door, TypedServer
from relate_desktop.lookups.fetcher import Fetcher
from relate_desktop.lookups.ledger import Ledger
from relate_desktop.lookups.names import Names
from relate_desktop.lookups.pace import Stop
from relate_desktop.lookups.turns import Turns


class Doors:
    """Opens a door for each target that is asked. One for a whole program."""

    def __init__(self, clock: Clock, authorities: Path | None = None) -> None:
        self._clock = clock
        self._authorities = authorities
        self._names = Names()
        self._turns = Turns()

    def open(self, ledger: Ledger, stop: Stop, why: str, typed: Sequence[TypedServer]) -> Door:
        """A door that writes into this ledger; ``typed`` are the servers of the account that is asked."""
        return Fetcher(
            ledger,
            stop,
            why=why,
            typed=typed,
            authorities=self._authorities,
            names=self._names,
            turns=self._turns,
            clock=self._clock,
        )

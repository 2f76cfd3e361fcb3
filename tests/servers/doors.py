"""Doors of the service that lead to a small net on loopback, with every rule of the fetcher."""

from collections.abc import Sequence

from relate_desktop.lookups.asking import Door, TypedServer
from relate_desktop.lookups.doors import Doors
from relate_desktop.lookups.ledger import Ledger
from relate_desktop.lookups.pace import Stop
from tests.servers.net import Net


class NetDoors(Doors):
    """Opens doors to one net; what is asked goes to the ledger of the service."""

    def __init__(self, net: Net) -> None:
        super().__init__(net.clock, net.authority.path)
        self._net = net

    def open(self, ledger: Ledger, stop: Stop, why: str, _typed: Sequence[TypedServer]) -> Door:
        """A door to the net, whatever servers the user typed."""
        return self._net.door(stop, why=why, ledger=ledger)

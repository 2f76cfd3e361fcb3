import subprocess
import sys

import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.asking import Ask, Network
from relate_desktop.lookups.network import SystemNetwork
from tests.clock import a_clock
from tests.servers.authority import Authority
from tests.servers.ledger import ListedLedger
from tests.servers.net import a_net, a_page

LOADED = """
import sys
from relate_desktop.lookups.network import SystemNetwork
assert not {"httpcore2", "dns", "ssl", "h11", "truststore", "mf2py", "feedparser"} & set(sys.modules)
SystemNetwork(None).door(None, lambda: None, why="", typed=())
assert "httpcore2" in sys.modules
"""


def test_nothing_of_the_net_is_loaded_before_it_is_wanted() -> None:
    subprocess.run([sys.executable, "-c", LOADED], check=True, timeout=60)


def test_the_real_net_has_the_fetchers_rules() -> None:
    ledger = ListedLedger()
    network: Network = SystemNetwork(a_clock())
    with pytest.raises(NetworkError) as refused:
        network.door(ledger, lambda: None, why="", typed=()).get(Ask("https://localhost/", "text/html", 100))
    assert refused.value.kind is ErrorKind.ADDRESS_REFUSED
    assert not ledger.rows


def test_services_get_the_small_net_of_tests_in_its_place(authority: Authority) -> None:
    ledger = ListedLedger()
    with a_net(authority, {"example.org": {"/": a_page("hi")}}) as net:
        network = net.network(a_clock())
        got = network.door(ledger, lambda: None, why="website", typed=()).get(
            Ask("https://example.org/", "text/html", 100)
        )
    assert got.body == b"hi"
    assert {(row.why, row.outcome) for row in ledger.rows} == {("website", "answered")}
    assert not net.ledger.rows

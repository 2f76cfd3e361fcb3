from datetime import UTC, datetime

import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.asking import Ask, TypedServer
from relate_desktop.lookups.doors import Doors
from tests.servers.ledger import ListedLedger
from tests.servers.net import a_free_port


def test_only_the_servers_that_were_typed_may_be_at_home() -> None:
    doors = Doors(lambda: datetime(2026, 11, 24, tzinfo=UTC))
    ledger = ListedLedger()
    here = f"https://127.0.0.1:{a_free_port()}"
    with pytest.raises(NetworkError) as told:
        doors.open(ledger, lambda: None, "Ada", ()).get(Ask(f"{here}/ada", "*/*", 10))
    assert told.value.kind is ErrorKind.ADDRESS_REFUSED
    assert ledger.rows == []
    with pytest.raises(NetworkError):
        doors.open(ledger, lambda: None, "Ada", (TypedServer(here),)).get(Ask(f"{here}/ada", "*/*", 10))
    assert [row.why for row in ledger.rows] == ["Ada"]

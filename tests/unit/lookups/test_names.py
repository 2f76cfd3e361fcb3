import dns.rcode
import pytest

from relate_desktop.domain.errors import Cancelled, ErrorKind, NetworkError
from relate_desktop.lookups.fetcher import Fetcher
from relate_desktop.lookups.names import Names
from relate_desktop.lookups.pace import Pace
from tests.patience import SECONDS
from tests.servers.bad_host import Watch
from tests.servers.ledger import ListedLedger
from tests.servers.records import a_name_server

pytestmark = pytest.mark.usefixtures("loopback")

RECORDS = {
    "TXT _atproto.ada.example": ['"did=did:plc:abc"', '"in two " "parts"'],
    "TXT empty.example": [],
    "TXT letters.example": ['"\\255\\254"'],
    "TXT many.example": [f'"{number}"' for number in range(100)],
    "SRV _avatars-sec._tcp.ada.example": [
        "20 0 443 c.example.",
        "10 1 8443 b.example.",
        "10 9 443 A.example.",
    ],
    "SRV _none._tcp.ada.example": ["0 0 0 ."],
}


def a_pace() -> Pace:
    return Pace("localhost", 15, lambda: None)


def test_this_machine_is_found_by_its_name() -> None:
    assert ("127.0.0.1", 8443) in Names().places("localhost", 8443, a_pace())


def test_texts_are_read_each_as_one() -> None:
    with a_name_server(RECORDS) as server:
        names = server.names()
        assert set(names.texts("_atproto.ada.example", a_pace())) == {"did=did:plc:abc", "in two parts"}
        assert names.texts("letters.example", a_pace()) == ("\ufffd\ufffd",)
        assert len(names.texts("many.example", a_pace())) == 20


def test_services_are_read_best_first() -> None:
    with a_name_server(RECORDS) as server:
        found = server.names().services("_avatars-sec._tcp.ada.example", a_pace())
        assert found == (("a.example", 443), ("b.example", 8443), ("c.example", 443))
        assert server.names().services("_none._tcp.ada.example", a_pace()) == ()


def test_a_name_without_records_has_none() -> None:
    with a_name_server(RECORDS) as server:
        assert server.names().texts("empty.example", a_pace()) == ()
        assert server.names().texts("nobody.example", a_pace()) == ()
        assert server.names().services("nobody.example", a_pace()) == ()


def test_a_name_server_that_fails_is_no_connection() -> None:
    with a_name_server(code=dns.rcode.SERVFAIL) as server, pytest.raises(NetworkError) as failed:
        server.names().texts("ada.example", a_pace())
    assert failed.value.kind is ErrorKind.OFFLINE


def test_a_name_server_that_says_nothing_is_given_up() -> None:
    watch = Watch(0.1)
    with a_name_server(silent=True) as server, pytest.raises(NetworkError) as slow:
        server.names().texts("ada.example", Pace("ada.example", 0.3, watch.look, watch))
    assert slow.value.kind is ErrorKind.TOO_SLOW


def test_a_name_server_that_says_nothing_can_be_left() -> None:
    with a_name_server(silent=True) as server:

        def stop() -> None:
            if server.reached.is_set():
                raise Cancelled

        with pytest.raises(Cancelled):
            server.names().texts("ada.example", Pace("ada.example", SECONDS, stop))


def test_questions_for_records_stand_in_the_ledger() -> None:
    ledger = ListedLedger()
    with a_name_server(RECORDS) as server:
        fetcher = Fetcher(ledger, lambda: None, why="bluesky", names=server.names())
        assert "did=did:plc:abc" in fetcher.text_records("_atproto.Ada.example")
        assert fetcher.service_records("nobody.example") == ()
        assert server.asked == ["TXT _atproto.ada.example", "SRV nobody.example"]
    assert [(row.host, row.port, row.sent, row.why, row.outcome) for row in ledger.rows] == [
        ("_atproto.ada.example", 53, "TXT _atproto.ada.example", "bluesky", "answered"),
        ("nobody.example", 53, "SRV nobody.example", "bluesky", "answered"),
    ]


@pytest.mark.parametrize(
    "name", ["printer.local", "localhost", "a b.example", "1.2.3.4", "", "a..b", "x" * 300]
)
def test_nobody_is_asked_for_records_of_what_is_no_public_name(name: str) -> None:
    with a_name_server() as server:
        fetcher = Fetcher(ListedLedger(), lambda: None, names=server.names())
        for ask in (fetcher.text_records, fetcher.service_records):
            with pytest.raises(NetworkError) as refused:
                ask(name)
            assert refused.value.kind is ErrorKind.ADDRESS_REFUSED
        assert not server.asked

from datetime import UTC, datetime

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.request_ledger import AskedHost, LookupId, LookupMade

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_each_host_of_a_look_up_is_named_once_in_the_order_asked() -> None:
    asked = tuple(AskedHost(NOW, host, 443, "GET /", "") for host in ("b.example", "a.example", "b.example"))
    assert LookupMade(LookupId(1), ContactId(1), NOW, 0, None, asked).hosts == ("b.example", "a.example")


def test_questions_about_names_are_told_from_those_to_hosts() -> None:
    sent = ("A, AAAA a.example", "TXT _atproto.a.example", "SRV _x._tcp.a.example", "GET /TXT a")
    assert [AskedHost(NOW, "a.example", 53, one, "").is_name for one in sent] == [True, True, True, False]

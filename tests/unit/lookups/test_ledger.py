from datetime import UTC, datetime

from relate_desktop.lookups.ledger import ANSWERED, Ledger
from tests.servers.ledger import ListedLedger


def test_a_question_stands_in_the_ledger_before_it_has_ended() -> None:
    kept = ListedLedger()
    ledger: Ledger = kept
    entry = ledger.begin("example.org", 443, "GET /", "website")
    assert kept.rows[entry].outcome == ""
    ledger.end(entry, 200, 12, ANSWERED)
    assert (kept.rows[entry].status, kept.rows[entry].outcome) == (200, "answered")


def test_a_wait_is_remembered_by_host() -> None:
    ledger: Ledger = ListedLedger()
    until = datetime(2026, 3, 14, tzinfo=UTC)
    ledger.wait("example.org", until)
    assert ledger.next_allowed("example.org") == until
    assert ledger.next_allowed("other.example") is None

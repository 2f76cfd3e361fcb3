from datetime import timedelta
from pathlib import Path

from relate_desktop.services.lookup_ledger import LookupLedger, asked_lately
from tests.clock import a_clock
from tests.open_book import a_book, a_person


def test_a_question_stands_there_before_it_is_answered(tmp_path: Path) -> None:
    clock = a_clock()
    with a_book(tmp_path, clock) as book:
        ada = book.contacts.add(a_person())
        ledger = LookupLedger(book.database, clock, ada)
        entry = ledger.begin("a.example", 443, "GET /ada", "Ada")
        ((asked,),) = [made.asked for made in asked_lately(book.database, 1)]
        assert (asked.host, asked.sent, asked.outcome, asked.received) == ("a.example", "GET /ada", "", 0)
        ledger.end(entry, 200, 512, "answered")
        ((asked,),) = [made.asked for made in asked_lately(book.database, 1)]
        assert (asked.status, asked.received, asked.outcome) == (200, 512, "answered")


def test_look_ups_are_read_a_page_at_a_time_the_latest_first(tmp_path: Path) -> None:
    clock = a_clock()
    with a_book(tmp_path, clock) as book:
        ada = book.contacts.add(a_person())
        made = [LookupLedger(book.database, clock, ada).lookup for _ in range(5)]
        first = asked_lately(book.database, 2)
        assert [one.id for one in first] == made[:-3:-1]
        assert [one.id for one in asked_lately(book.database, 9, first[-1].id)] == made[2::-1]


def test_a_host_that_asked_for_a_wait_is_remembered_until_that_is_over(tmp_path: Path) -> None:
    clock = a_clock()
    with a_book(tmp_path, clock) as book:
        ada = book.contacts.add(a_person())
        until = clock() + timedelta(minutes=5)
        LookupLedger(book.database, clock, ada).wait("a.example", until)
        later = LookupLedger(book.database, clock, ada)
        assert later.next_allowed("a.example") == until
        assert later.next_allowed("b.example") is None
        clock.pass_time(timedelta(minutes=6))
        assert later.next_allowed("a.example") is None

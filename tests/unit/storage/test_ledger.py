from datetime import UTC, datetime

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.request_ledger import AskedHost, LookupId
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, added

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_a_look_up_tells_what_it_asked_and_what_came_of_it(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.aside() as aside:
        lookup = aside.ledger.open_lookup(ada, NOW)
        assert lookup is not None
        first = aside.ledger.begin(lookup, AskedHost(NOW, "a.example", 443, "GET /", "Ada"))
        aside.ledger.begin(lookup, AskedHost(NOW, "b.example", 53, "TXT b.example", "Ada"))
        aside.ledger.end(first, 404, 12, "answered")
        aside.ledger.found(lookup, 3)
        aside.ledger.kept(lookup, 2)
        aside.ledger.wait("a.example", NOW)
        aside.ledger.wait("a.example", NOW)
    with book.read() as reader:
        (made,) = reader.ledger.page(10)
        assert (made.contact, made.found, made.kept) == (ada, 3, 2)
        assert [(one.host, one.status, one.received, one.outcome) for one in made.asked] == [
            ("a.example", 404, 12, "answered"),
            ("b.example", None, 0, ""),
        ]
        assert reader.ledger.next_allowed("a.example") == NOW


def test_of_whom_the_book_does_not_know_there_is_no_look_up(book: Database) -> None:
    with book.aside() as aside:
        assert aside.ledger.open_lookup(ContactId(9), NOW) is None
        assert not aside.ledger.stands(LookupId(1))

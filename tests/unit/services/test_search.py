from pathlib import Path

from relate_desktop.domain.people import PeopleFilter
from tests.open_book import a_book, a_person


def test_people_are_found_with_the_line_that_matched(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada", "TEL:+44 20 7946 0142", "CATEGORIES:Clients"))
        book.contacts.add(a_person("Zoë"))
        found = book.search.find("0142")
        assert (found.total, [(hit.contact, hit.field) for hit in found.hits]) == (1, [(ada, "tel")])
        assert list(book.search.ids("ada", PeopleFilter(circle="Clients"))) == [ada]
        assert list(book.search.ids("zoe", PeopleFilter(circle="Clients"))) == []

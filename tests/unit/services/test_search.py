from datetime import date
from pathlib import Path

from relate_desktop.domain.interaction import Happened
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


def test_where_each_of_a_page_answers_is_told_by_line_text_or_with_a_typo(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        lines = ("ORG:Kite Museum", "NOTE:oboe"), ("TITLE:Harbour master",), (), ()
        ada, bo, cy, dee = (
            book.contacts.add(a_person(name, *said))
            for name, said in zip(("Ada", "Bo", "Cy", "Dee"), lines, strict=True)
        )
        book.timeline.note((cy, dee), "walked along the harbour", Happened(date(2026, 3, 1)))
        everybody = [ada, bo, cy, dee]

        def told(words: str) -> dict[int, tuple[str, str]]:
            found = book.search.matches(words, everybody)
            return {one: (hit.field, hit.snippet) for one, hit in found.items()}

        text = ("note", "walked along the harbour")
        assert told("harbour") == {bo: ("title", "Harbour master"), cy: text, dee: text}
        assert told("musuem") == {ada: ("org", "Kite Museum")}
        assert told("org:kite -has:phone") == {ada: ("org", "Kite Museum")}
        assert told("has:note") == told("last:never") == told(" ") == {}

from pathlib import Path

from relate_desktop.services.time_facts import facts_about
from tests.open_book import a_book, a_person


def test_one_person_is_named_and_several_are_counted(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada, bob = (book.contacts.add(a_person(name)) for name in ("Ada", "Bob"))
        with book.database.read() as reader:
            assert facts_about(reader, [ada]) == {"contact": ada, "name": "Ada"}
            assert facts_about(reader, [ada, bob], " two\n lines ", reminder=3) == {
                "contacts": 2,
                "title": "two lines",
                "reminder": 3,
            }
            assert facts_about(reader, []) == {}


def test_a_long_title_is_cut_short(tmp_path: Path) -> None:
    with a_book(tmp_path) as book, book.database.read() as reader:
        title = str(facts_about(reader, [], "x" * 500)["title"])
        assert len(title) == 80
        assert title.endswith("…")

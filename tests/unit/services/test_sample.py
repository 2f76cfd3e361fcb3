from pathlib import Path

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.name import call_them
from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import InlineRunner, JobKind, Lane
from tests.open_book import a_book, a_person


def add(book: OpenBook) -> int:
    report = InlineRunner().submit(Lane.WRITE, book.sample.add, JobKind.SAMPLE).result()
    assert all(not file.skipped and not file.properties.refused for file in report.files)
    return sum(file.created for file in report.files)


def test_twelve_people_come_in_as_one_change(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        assert add(book) == 12
        (entry,) = book.history.entries()
        assert (entry.kind, entry.contact_count) == (OperationKind.SAMPLE, 12)
        assert {circle.name for circle in book.contacts.circles()} == {
            "Clients",
            "Collaborators",
            "Studio friends",
            "Family",
        }


def test_they_write_their_names_in_many_scripts(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        add(book)
        misaki = book.contacts.get(book.contacts.named("misaki@example.com"))
        assert call_them(misaki) == "Misaki-san"
        rows = {
            row.called: row
            for row in book.contacts.summaries([ContactId(one) for one in book.contacts.ids()])
        }
        assert rows["Misaki-san"].own_script == "田中 美咲"
        assert rows["Layla"].own_script == "ليلى حداد"
        assert all(row.photo is None and row.email and row.phone for row in rows.values())


def test_they_are_not_added_twice(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        add(book)
        assert add(book) == 0
        assert book.contacts.count() == 12


def test_they_leave_in_one_step_and_everything_else_stays(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        assert book.sample.remove() is None
        add(book)
        own = book.contacts.add(a_person("Somebody real"))
        assert book.sample.present() is not None
        book.sample.remove()
        assert list(book.contacts.ids()) == [own]
        assert book.sample.present() is None

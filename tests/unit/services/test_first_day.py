"""The first day of a book."""

from pathlib import Path

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.first_day import Hint
from tests.open_book import a_book, a_person


def test_those_who_may_be_close_are_suggested_with_why(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada", "TEL:+49 30 1"))
        book.contacts.add(a_person("Bertha", "BDAY:--0704", "NOTE:Likes tea"))
        found = book.first_day.suggested()
        assert [(one.person.called, one.hints) for one in found] == [
            ("Bertha", frozenset({Hint.BIRTHDAY, Hint.NOTE})),
            ("Ada", frozenset()),
        ]


def test_chosen_people_get_their_rhythms_in_one_change(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada"))
        bertha = book.contacts.add(a_person("Bertha"))
        book.first_day.keep({bertha: Cadence(30), ada: Cadence(21)})
        assert book.first_day.chosen() == [bertha, ada]
        assert book.rhythms.of(ada).cadence == Cadence(21)
        newest = book.history.entries(limit=1)[0]
        assert newest.kind is OperationKind.RHYTHM
        book.history.undo()
        assert book.first_day.chosen() == []


def test_choosing_nobody_changes_nothing(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada"))
        before = book.history.entries()
        book.first_day.keep({})
        assert book.history.entries() == before


def test_who_is_removed_is_asked_about_no_more(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada"))
        book.first_day.keep({ada: Cadence(30)})
        book.contacts.trash([ada])
        assert book.first_day.chosen() == []
        assert book.first_day.doubtful() == 0

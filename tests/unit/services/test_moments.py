from dataclasses import replace
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.partial_date import PartialDate
from tests.open_book import a_book, a_person
from tests.present import a_moment


def test_those_of_the_card_come_before_those_beside_it(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada", "BDAY:18151210"))
        number = book.moments.add(
            replace(a_moment("2026-11-30", ada, kind=DateKind.OTHER, yearly=False), label="moves")
        )
        card, own = book.moments.of(ada)
        assert (card.kind, card.date, card.id) == (DateKind.BIRTHDAY, PartialDate(1815, 12, 10), None)
        assert (own.label, own.id) == ("moves", number)
        book.moments.remove([number])
        assert book.moments.of(ada) == (card,)
        book.history.undo()
        assert book.moments.of(ada) == (card, own)


@pytest.mark.parametrize(("day", "yearly"), [("1985-04", True), ("1985", True), ("--04-15", False)])
def test_a_moment_that_never_comes_is_refused(tmp_path: Path, day: str, yearly: bool) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada"))
        with pytest.raises(UsageError) as caught:
            book.moments.add(a_moment(day, ada, yearly=yearly))
    assert caught.value.kind is ErrorKind.MOMENT_WITHOUT_DAY


def test_nobody_has_none(tmp_path: Path) -> None:
    with a_book(tmp_path) as book, pytest.raises(NotFoundError):
        book.moments.of(ContactId(9))

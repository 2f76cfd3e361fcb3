import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from relate_desktop.domain.errors import BookBusyError, ErrorKind
from relate_desktop.services.later import BookToCome
from relate_desktop.services.preferences import PreferencesService
from tests.open_book import a_book, a_person
from tests.patience import SECONDS


def test_whoever_asks_before_the_book_is_open_waits_for_it(tmp_path: Path) -> None:
    coming = BookToCome()
    service = coming.as_book().contacts
    counted: list[int] = []
    waiting = threading.Thread(target=lambda: counted.append(service.count()))
    waiting.start()
    assert counted == []
    with a_book(tmp_path) as book:
        book.contacts.add(a_person())
        coming.opened(book)
        waiting.join(SECONDS)
        assert counted == [1]
        assert coming.as_book().contacts.count() == 1


def test_a_book_that_cannot_be_opened_is_everybodys_error() -> None:
    coming = BookToCome()
    failed = BookBusyError(ErrorKind.BOOK_BUSY)
    coming.failed(failed)
    with pytest.raises(BookBusyError) as raised:
        coming.as_book().history.entries(limit=3)
    assert raised.value is failed


def test_a_later_opening_helps_those_who_ask_again(tmp_path: Path) -> None:
    coming = BookToCome()
    coming.failed(BookBusyError(ErrorKind.BOOK_BUSY))
    with a_book(tmp_path) as book:
        coming.opened(book)
        assert coming.as_book().contacts.count() == 0


@pytest.mark.parametrize(
    "read", [bool, len, iter, str, "{}".format, lambda read: read == 3, lambda read: read > 3]
)
def test_a_property_read_before_the_book_is_open_fails_instead_of_being_true(
    read: Callable[[object], object],
) -> None:
    with pytest.raises(TypeError, match=r"preferences\.current is read before the book is open"):
        read(BookToCome().as_book().preferences.current)


def test_what_is_preferred_is_known_before_the_book_is_open(tmp_path: Path) -> None:
    preferences = PreferencesService(tmp_path)
    book = BookToCome(preferences).as_book()
    preferences.change(lookups=True)
    assert book.preferences.current.lookups
    assert book.preferences.current == preferences.current

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.ids import PromiseId
from relate_desktop.domain.reminder import DueTime
from relate_desktop.domain.typed_due import zone_name
from relate_desktop.words.operations import summary
from tests.clock import a_clock
from tests.open_book import a_book, a_person
from tests.unit.storage.due import a_due, a_promise


def test_a_promise_is_kept_in_both_senses(tmp_path: Path) -> None:
    clock = a_clock()
    with a_book(tmp_path, clock) as book:
        ada = book.contacts.add(a_person("Ada"))
        number = book.promises.add(a_promise(ada), "I owe Ada the contract")
        assert [item.id for item in book.promises.open(ada)] == [number]
        assert book.promises.save(replace(book.promises.get(number), due=a_due("2026-04-01")))
        assert not book.promises.save(book.promises.get(number))
        assert book.promises.keep(number).kept_at == clock()
        assert book.promises.keep(number).kept_at == clock()
        assert book.promises.open() == ()
        book.history.undo()
        assert [item.due for item in book.promises.open()] == [a_due("2026-04-01")]


def test_a_promise_put_off_keeps_the_hour_where_it_was_meant(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        number = book.promises.add(a_promise())
        present = book.present()
        moment = present.now.replace(hour=14, minute=23, second=45, microsecond=7)
        due = book.promises.put_off(number, moment).due
        local = moment.astimezone(present.here)
        assert due == DueTime(local.date(), time(local.hour, 23), zone_name(present.here))
        start = present.hours.start_of(present.today, present.here)
        assert book.promises.put_off(number, start).due == DueTime(present.today)
        assert book.promises.put_off(number, None).due is None
        assert book.promises.get(number).due is None
        book.promises.keep(number)
        with pytest.raises(UsageError) as caught:
            book.promises.put_off(number, moment)
        assert caught.value.kind is ErrorKind.DUE_OVER


def test_history_says_what_became_of_it(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        one, two = (book.promises.add(a_promise(text=text)) for text in ("the draft", "the tea"))
        book.promises.keep(one)
        book.promises.remove([two])
        book.promises.remove([one, two])
        said = [summary(entry.kind, entry.facts) for entry in book.history.entries()]
    assert len(said) == 5
    assert "draft" in said[2]


def test_a_promise_needs_words(tmp_path: Path) -> None:
    with a_book(tmp_path) as book, pytest.raises(UsageError) as caught:
        book.promises.add(a_promise(text=" "))
    assert caught.value.kind is ErrorKind.PROMISE_EMPTY


def test_what_was_never_promised_cannot_be_kept(tmp_path: Path) -> None:
    with a_book(tmp_path) as book, pytest.raises(NotFoundError):
        book.promises.keep(PromiseId(5))

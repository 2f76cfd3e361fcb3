from pathlib import Path

import pytest

from relate_desktop.domain.change import Changes, OperationKind
from relate_desktop.domain.errors import ErrorKind, UserError
from relate_desktop.services.book import open_book
from tests.clock import a_clock
from tests.open_book import a_book, a_person


def test_a_book_is_begun_only_when_asked(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        open_book(tmp_path / "none", clock=a_clock())
    assert caught.value.kind is ErrorKind.BOOK_MISSING
    assert caught.value.facts["path"] == str(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_what_was_written_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        added = book.contacts.add(a_person())
        assert book.folder == tmp_path / "book"
    with a_book(tmp_path, create=False) as book:
        assert book.contacts.named("Ada Lovelace") == added


def test_listeners_hear_of_changes_until_they_leave(tmp_path: Path) -> None:
    heard: list[Changes] = []
    with a_book(tmp_path) as book:
        leave = book.listen(heard.append)
        added = book.contacts.add(a_person())
        leave()
        book.contacts.trash([added])
    assert [(news.operation, news.contacts) for news in heard] == [(OperationKind.ADD, frozenset({added}))]


def test_another_process_is_noticed_by_asking(tmp_path: Path) -> None:
    heard: list[Changes] = []
    with a_book(tmp_path) as book, a_book(tmp_path) as other:
        book.listen(heard.append)
        book.poll()
        assert heard == []
        other.contacts.add(a_person())
        book.poll()
        assert [news.everything for news in heard] == [True]
        assert book.contacts.count() == 1


def test_a_whole_book_has_no_problems(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada", "NOTE:x"))
        health = book.health()
    assert (health.problems, health.contacts, health.properties) == ((), 1, 2)


def test_repair_closes_the_book_to_others(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person())
        (book.folder / "relate.db").chmod(0o644)
        assert [code for code, _facts in book.health().problems] == ["open_to_others"]
        assert "closed_to_others" in book.repair()
        assert book.health().problems == ()


def test_changes_are_noted_without_anybodys_name(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.count()
        assert not (book.folder / "logs").exists()
        book.contacts.add(a_person("ZZCANARY"))
        text = (book.folder / "logs" / "relate.log").read_text("utf-8")
    assert "change 1: add" in text
    assert "ZZCANARY" not in text

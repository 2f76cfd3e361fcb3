"""What was told, as it is kept: claimed, shown, answered."""

from datetime import timedelta
from pathlib import Path

import pytest

from relate_desktop.domain.pop_ups import PopUp, PopUpKind, single, telling_of_due
from relate_desktop.domain.reminder import due_of
from relate_desktop.storage import tellings
from relate_desktop.storage.database import Database
from relate_desktop.storage.tellings import KEPT_FOR
from tests.clock import START, a_clock
from tests.present import a_present, a_reminder


def a_pop_up(number: int = 7) -> PopUp:
    due = due_of(a_reminder(number=number), a_present())
    assert due is not None
    return single(telling_of_due(due))


def together(*numbers: int) -> PopUp:
    tellings = tuple(one for number in numbers for one in a_pop_up(number).tellings)
    return PopUp(PopUpKind.CATCH_UP, "catch-up", tellings)


def open_database(folder: Path) -> Database:
    return Database.open(folder / "book", clock=a_clock(), create=True)


def test_a_claim_is_unfinished_until_it_is_shown(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.aside() as aside:
        aside.tellings.claim(a_pop_up(), START)
    with database.read() as book:
        assert book.tellings.unfinished() == {"7/2026-11-24": ("7/2026-11-24",)}
        assert book.tellings.told(["7/2026-11-24", "8/2026-11-24"]) == {"7/2026-11-24"}
    with database.aside() as aside:
        aside.tellings.show("7/2026-11-24", START)
    with database.read() as book:
        assert book.tellings.unfinished() == {}
        assert book.tellings.showing() == {"7/2026-11-24": ("7/2026-11-24",)}
    database.close()


def test_only_the_first_answer_counts(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.aside() as aside:
        aside.tellings.claim(together(1, 2), START)
        aside.tellings.show("catch-up", START)
        assert aside.tellings.answer("catch-up", START) == ("1/2026-11-24", "2/2026-11-24")
        assert aside.tellings.answer("catch-up", START) == ()
        assert aside.tellings.showing() == {}
    database.close()


def test_a_pop_up_that_takes_the_place_of_another_ends_it(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.aside() as aside:
        aside.tellings.claim(together(1, 2), START)
        aside.tellings.show("catch-up", START)
        aside.tellings.claim(together(3, 4), START)
        assert aside.tellings.showing() == {}
        assert aside.tellings.unfinished() == {"catch-up": ("3/2026-11-24", "4/2026-11-24")}
    database.close()


def test_what_was_told_is_remembered_whatever_the_clock_says(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.aside() as aside:
        for number, at in enumerate((START, START + 5 * KEPT_FOR, START), 1):
            aside.tellings.claim(a_pop_up(number), at)
        keys = [a_pop_up(number).tellings[0].key for number in (1, 2, 3)]
        assert aside.tellings.told(keys) == set(keys)
    database.close()


def test_of_very_much_only_the_latest_is_remembered_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tellings, "ALWAYS_KEPT", 2)
    database = open_database(tmp_path)
    with database.aside() as aside:
        for number in (1, 2, 3):
            aside.tellings.claim(a_pop_up(number), START + timedelta(hours=number))
        keys = [a_pop_up(number).tellings[0].key for number in (1, 2, 3, 4)]
        assert aside.tellings.told(keys) == set(keys[:3])
        aside.tellings.claim(a_pop_up(4), START + 2 * KEPT_FOR)
        assert aside.tellings.told(keys) == set(keys[2:])
    database.close()


def test_telling_is_no_change_of_the_book(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    heard: list[object] = []
    database.listen(heard.append)
    with database.aside() as aside:
        aside.tellings.claim(a_pop_up(), START)
    with database.read() as book:
        assert book.history.entries() == []
    assert heard == []
    database.close()

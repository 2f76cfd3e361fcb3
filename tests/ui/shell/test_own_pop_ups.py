"""Relate's own pop-ups without its window, on a desktop that shows none."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from relate_desktop.services.book import OpenBook, open_book
from relate_desktop.services.preferences import HideNames
from relate_desktop.services.watch import Watch
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.shell import own_pop_ups
from relate_desktop.ui.shell.own_pop_ups import OwnPopUps
from tests.clock import a_clock
from tests.open_book import a_person
from tests.present import BERLIN, a_reminder, at

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    """A book with a reminder about Layla that is due."""
    clock = a_clock(at("2026-11-24 14:00"))
    with open_book(tmp_path / "book", clock=clock, create=True, here=lambda: BERLIN) as book:
        book.contacts.add(a_person("Layla Rahimi"))
        book.reminders.add(replace(a_reminder(hour="14:00"), id=None))
        yield book


@contextmanager
def shown(book: OpenBook, qtbot: QtBot) -> Iterator[OwnPopUps]:
    pop_ups = OwnPopUps(book)
    watch = Watch(book, pop_ups, window=True)
    pop_ups.window.answered.connect(watch.answered)
    watch.start()
    try:
        qtbot.waitUntil(pop_ups.window.isVisible)
        yield pop_ups
    finally:
        pop_ups.end()
        watch.stop()
        pop_ups.deleteLater()


def texts(pop_ups: OwnPopUps) -> list[str]:
    return [label.text() for label in pop_ups.window.findChildren(SafeLabel) if label.isVisible()]


def press(pop_ups: OwnPopUps, name: str) -> None:
    buttons = pop_ups.window.findChildren(Button)
    next(one for one in buttons if one.objectName() == name and one.isVisible()).click()


def test_what_is_due_is_shown_answered_and_that_is_the_end(book: OpenBook, qtbot: QtBot) -> None:
    with shown(book, qtbot) as pop_ups:
        assert "Send the cover" in texts(pop_ups)
        with qtbot.waitSignal(pop_ups.emptied):
            press(pop_ups, "popup.done")
        qtbot.waitUntil(lambda: book.reminders.open() == ())


def test_an_answer_in_the_last_moment_is_not_lost(book: OpenBook, qtbot: QtBot) -> None:
    with shown(book, qtbot) as pop_ups:
        press(pop_ups, "popup.snooze")
    assert book.reminders.open()[0].snoozed_until == at("2026-11-24 15:00")


def test_what_is_done_elsewhere_goes_away(book: OpenBook, qtbot: QtBot) -> None:
    (reminder,) = book.reminders.open()
    assert reminder.id is not None
    with shown(book, qtbot) as pop_ups, qtbot.waitSignal(pop_ups.emptied):
        book.reminders.done(reminder.id)


def test_hidden_names_are_nowhere_here_either(book: OpenBook, qtbot: QtBot) -> None:
    book.preferences.change(hide_names=HideNames.ALWAYS)
    with shown(book, qtbot) as pop_ups:
        assert not any("Layla" in text or "cover" in text for text in texts(pop_ups))


def test_where_nothing_comes_it_ends(book: OpenBook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_pop_ups, "LONGEST_MS", 10)
    pop_ups = OwnPopUps(book)
    with qtbot.waitSignal(pop_ups.emptied):
        pass
    pop_ups.end()
    pop_ups.deleteLater()

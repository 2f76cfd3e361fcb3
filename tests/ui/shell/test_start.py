"""A whole run of the window, from the first paint to the end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QListView
from pytestqt.qtbot import QtBot

from relate_desktop.services.preferences import PreferencesService
from relate_desktop.system.clock import machine_clock
from relate_desktop.ui.shell import first_paint
from relate_desktop.ui.shell.instance import Instance
from relate_desktop.ui.shell.jot import JotWindow
from relate_desktop.ui.shell.start import Session
from relate_desktop.ui.shell.trouble import TroublePage
from tests.open_book import a_book, a_person

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@contextmanager
def a_session(folder: Path, *asks: str) -> Iterator[Session]:
    """A run of the window on the book below this folder."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    lock = first_paint.claim(folder / "book")
    assert lock is not None
    window = first_paint.make_window(folder / "book")
    session = Session(app, folder / "book", window, lock, asks, create=True, clock=machine_clock)
    try:
        yield session
    finally:
        window.leave()
        session.end()
        window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.unfreeze()


def people_list(session: Session) -> QListView:
    found = session.window.findChild(QListView, "people.list")
    assert isinstance(found, QListView)
    return found


def test_an_empty_book_begins_with_the_welcome(qtbot: QtBot, tmp_path: Path) -> None:
    with a_session(tmp_path) as session:
        qtbot.waitUntil(lambda: session.window.windowTitle() == "Welcome")
        assert not session.frame.side.isVisible()


def test_today_greets_before_the_book_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada Lovelace"))
    with a_session(tmp_path) as session:
        assert session.book is None
        assert session.window.windowTitle() == "Today"
        title = session.window.findChild(QLabel, "today.title")
        assert isinstance(title, QLabel)
        assert title.text().startswith("Good ")
        nothing = session.window.findChild(QLabel, "today.nothing")
        assert isinstance(nothing, QLabel)
        assert not nothing.isVisible()
        qtbot.waitUntil(nothing.isVisible)


def test_people_stand_in_the_list_before_the_book_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        for number in range(150):
            book.contacts.add(a_person(f"Person {number:03}"))
    with a_session(tmp_path, "people") as session:
        assert session.book is None
        model = people_list(session).model()
        assert model.rowCount() == 60
        assert model.index(0, 0).data() == "Person 000"
        qtbot.waitUntil(lambda: session.book is not None)
        qtbot.waitUntil(lambda: model.rowCount() == 150)
        assert model.index(149, 0).data() == "Person 149"


def test_a_later_start_that_is_only_to_jot_leaves_the_window_where_it_is(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada Lovelace"))
    with a_session(tmp_path) as session:
        qtbot.waitUntil(lambda: session.book is not None)
        session.window.hide()
        session._asked(["jot"])
        (panel,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, JotWindow)]
        assert panel.isVisible()
        assert not session.window.isVisible()


def test_what_was_asked_for_is_opened(qtbot: QtBot, tmp_path: Path) -> None:
    with a_session(tmp_path, "settings/about") as session:
        qtbot.waitUntil(lambda: session.window.windowTitle() == "Settings")


def test_a_second_start_raises_the_first_window_and_is_opened_there(qtbot: QtBot, tmp_path: Path) -> None:
    with a_session(tmp_path) as session:
        qtbot.waitUntil(lambda: session.book is not None and session.instance is not None)
        session.window.showMinimized()
        session._asked(["history"])
        qtbot.waitUntil(lambda: session.window.windowTitle() == "History")
        assert not session.window.isMinimized()
        assert first_paint.claim(tmp_path / "book") is None


def test_the_next_start_after_the_end_is_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    with a_session(tmp_path) as session:
        qtbot.waitUntil(lambda: session.instance is not None)
    assert first_paint.claim(tmp_path / "book") is not None
    assert not Instance(tmp_path / "book").tell_first([], patience_ms=50)


def test_a_book_that_cannot_be_opened_is_explained(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "relate.db").write_bytes(b"this is no book" * 1000)
    with a_session(tmp_path) as session:
        qtbot.waitUntil(lambda: isinstance(session.frame.stack.currentWidget(), TroublePage))
        assert session.crash.notice is None


def test_changes_from_outside_refresh_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada Lovelace"))
    with a_session(tmp_path, "people") as session:
        qtbot.waitUntil(lambda: session.book is not None)
        model = people_list(session).model()
        with a_book(tmp_path, create=False) as other:
            other.contacts.add(a_person("Bertha von Suttner"))
        session._look_outside()
        qtbot.waitUntil(lambda: model.rowCount() == 2)
        assert session.frame.snackbar.message is None


def test_closing_before_the_book_is_open_harms_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person())
    with a_session(tmp_path):
        pass
    with a_book(tmp_path, create=False) as book:
        assert book.contacts.count() == 1


def test_what_another_process_prefers_holds_in_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada Lovelace"))
    with a_session(tmp_path, "people") as session:
        qtbot.waitUntil(lambda: session.book is not None)
        PreferencesService(tmp_path / "book").change(lookups=True)
        session._look_outside()
        assert session.preferences.current.lookups

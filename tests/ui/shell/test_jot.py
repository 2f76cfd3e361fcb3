from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relate_desktop.services.jobs import JobRunner
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell.jot import JotOverlay, JotWindow
from tests.open_book import a_book, a_person
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, "Anna Lindqvist", "Olena Bondar") as desk:
        desk.window.activateWindow()
        qtbot.waitUntil(desk.window.isActiveWindow)
        yield desk


def an_overlay(desk: Desk) -> JotOverlay:
    found = desk.window.findChild(JotOverlay)
    assert found is not None
    return found


def test_ctrl_j_opens_it_and_enter_writes_it_down(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.menus.actions["jot"].trigger()
    overlay = an_overlay(desk)
    assert overlay.isVisible()
    assert overlay.field.line.hasFocus()
    QTest.keyClicks(overlay.field.line, "called Anna about the oven")
    QTest.keyClick(overlay.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(overlay.isHidden)
    qtbot.waitUntil(lambda: desk.frame.snackbar.message is not None)
    message = desk.frame.snackbar.message
    assert message is not None
    assert message.text.startswith("Written down for ")
    assert message.action == "Undo"


def test_the_snackbar_adds_the_one_useful_thing(desk: Desk, qtbot: QtBot) -> None:
    overlay = an_overlay(desk)
    for line in ("I owe Anna the contract by Friday", "called Anna about the oven"):
        overlay.open_with(line, None)
        QTest.keyClick(overlay.field.line, Qt.Key.Key_Return)
        qtbot.waitUntil(overlay.isHidden)
    shown = desk.frame.snackbar
    qtbot.waitUntil(lambda: shown.message is not None and "the contract" in shown.message.text)


def test_escape_keeps_what_was_typed_for_the_next_time(desk: Desk) -> None:
    overlay = an_overlay(desk)
    overlay.open_with("", None)
    QTest.keyClicks(overlay.field.line, "called Anna")
    QTest.keyClick(overlay.field.line, Qt.Key.Key_Escape)
    assert overlay.isHidden()
    overlay.open_with("", None)
    assert overlay.field.line.text() == "called Anna"


def test_on_the_page_of_somebody_it_is_about_them(desk: Desk, qtbot: QtBot) -> None:
    anna = desk.book.contacts.named("Anna")
    overlay = an_overlay(desk)
    overlay.open_with("likes liquorice", anna)
    QTest.keyClick(overlay.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(overlay.isHidden)
    (entry,) = desk.book.timeline.page(desk.book.timeline.ids())
    assert [person.id for person in entry.people] == [anna]


def test_alone_it_says_what_was_written_down_and_takes_it_back(qtbot: QtBot, tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Anna Lindqvist"))
        runner = JobRunner()
        work = Work(runner)
        panel = JotWindow(book.captures, book.history, work)
        qtbot.addWidget(panel)
        panel.show()
        panel.field.start("called Anna")
        QTest.keyClick(panel.field.line, Qt.Key.Key_Return)
        qtbot.waitUntil(panel.told.isVisible)
        assert len(book.timeline.ids()) == 1
        undo = next(button for button in panel.told.children() if button.objectName() == "jot.undo")
        with qtbot.waitSignal(panel.closed):
            undo.click()  # type: ignore[attr-defined]
        assert len(book.timeline.ids()) == 0
        work.close()
        runner.close()

"""Names to get right: taken, left, a whole kind at once, by mouse and keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.ui.names.page import SHOWN, NamesRoom
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(tmp_path, "ANNA LIND", "BO BERG", "JÃ¶rg Ey", "Cy Right") as opened:
        yield opened


def room(desk: Desk, qtbot: QtBot, rest: str = "") -> NamesRoom:
    desk.frame.navigator.go(Place("names", rest))
    found = desk.frame.navigator.room
    assert isinstance(found, NamesRoom)
    qtbot.waitUntil(lambda: found._job is None and not found._stale)
    return found


def button(page: NamesRoom, identifier: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, identifier)
    assert isinstance(found, QAbstractButton), identifier
    return found


def asked(page: NamesRoom) -> list[str]:
    return [row.objectName() for row in page._rows]


def names(desk: Desk) -> list[str]:
    ids = [ContactId(one) for one in desk.book.contacts.ids()]
    return sorted(row.full_name for row in desk.book.contacts.summaries(ids))


def test_every_doubtful_name_has_a_row_and_taking_one_is_one_change(desk: Desk, qtbot: QtBot) -> None:
    page = room(desk, qtbot)
    assert asked(page) == ["names.3.garbled", "names.1.capitals", "names.2.capitals"]
    assert page.summary.text() == "3 names to look at."
    take = button(page, "names.1.capitals.take")
    assert "Anna Lind" in take.accessibleName()
    take.click()
    qtbot.waitUntil(lambda: asked(page) == ["names.3.garbled", "names.2.capitals"])
    assert "Anna Lind" in names(desk)
    desk.book.history.undo()
    qtbot.waitUntil(lambda: len(asked(page)) == 3)


def test_a_whole_kind_is_put_right_at_once(desk: Desk, qtbot: QtBot) -> None:
    page = room(desk, qtbot, "capitals")
    assert asked(page) == ["names.1.capitals", "names.2.capitals"]
    assert page.take_all.text() == "Put 2 names right"
    page.acts()["save"]()
    qtbot.waitUntil(lambda: asked(page) == ["names.3.garbled"])
    assert names(desk) == ["Anna Lind", "Bo Berg", "Cy Right", "JÃ¶rg Ey"]
    assert not page.take_all.isVisible()
    button(page, "names.3.garbled.take").click()
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.none)


def test_what_is_left_goes_and_can_be_asked_again(desk: Desk, qtbot: QtBot) -> None:
    page = room(desk, qtbot)
    button(page, "names.1.capitals.leave").click()
    qtbot.waitUntil(lambda: page.kinds.offers("left"))
    assert "names.1.capitals" not in asked(page)
    page.kinds.button("left").click()
    (row,) = page._rows
    row.stops()[0].click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not page.kinds.offers("left"))
    assert "names.1.capitals" in asked(page)


def test_the_focus_is_on_the_first_name_once_the_names_are_there(desk: Desk, qtbot: QtBot) -> None:
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    desk.frame.navigator.go(Place("history"))
    desk.frame.navigator.go(Place("names"))
    page = room(desk, qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.default_focus())


def test_the_focus_goes_to_the_next_name_and_arrows_walk(desk: Desk, qtbot: QtBot) -> None:
    page = room(desk, qtbot)
    first = page._rows[0].stops()[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert page._place_of_focus() == (1, 0)
    here = page._rows[1].stops()[0]
    QTest.keyClick(here, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(asked(page)) == 2)
    assert page._place_of_focus() == (1, 0)
    assert page._rows[1].objectName() == "names.2.capitals"


def test_a_short_form_is_chosen_and_a_missing_name_is_written(desk: Desk, qtbot: QtBot) -> None:
    steve = desk.book.contacts.add(a_person("Stephen Marlow", "N:Marlow;Stephen;;;"))
    number = desk.book.contacts.add(a_person("+49 151 234"))
    page = room(desk, qtbot)
    write = button(page, f"names.{number}.missing.edit")
    with qtbot.waitSignal(page.asked) as gone:
        write.click()
    assert gone.args == [Place("people", f"{number}/edit")]
    button(page, f"names.{steve}.called.take1").click()
    qtbot.waitUntil(lambda: desk.book.contacts.summaries([steve])[0].called == "Steve")


def test_long_lists_come_in_parts_and_hostile_names_as_they_are(desk: Desk, qtbot: QtBot) -> None:
    for number in range(SHOWN + 3):
        desk.book.contacts.add(a_person(f"<B>EVIL \u202eNAME {number}"))
    page = room(desk, qtbot, "capitals")
    assert len(page._rows) == SHOWN
    assert page.more.isVisible()
    page.more.click()
    assert len(page._rows) == SHOWN + 5
    assert not page.more.isVisible()
    assert not any("\u202e" in label.text() for label in page.findChildren(QLabel))


def test_who_comes_back_while_nothing_changed_finds_the_rows_that_stood_there(
    desk: Desk, qtbot: QtBot
) -> None:
    page = room(desk, qtbot)
    rows = list(page._rows)
    desk.frame.navigator.go(Place("history"))
    desk.frame.navigator.go(Place("names"))
    assert page._rows == rows
    assert rows

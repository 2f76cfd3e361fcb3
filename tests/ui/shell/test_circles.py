"""Circles in the side bar of a whole window: made, named, joined, coloured, moved, taken away, filled."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QListView, QMenu
from pytestqt.qtbot import QtBot

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.circle import LONGEST_CIRCLE, circles_of
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.domain.property import Property, escape
from relate_desktop.ui.kit.circle_form import CircleForm
from relate_desktop.ui.kit.people_drag import with_people
from relate_desktop.ui.kit.short_list import ROW
from relate_desktop.ui.shell.circles import CirclesDesk
from relate_desktop.ui.shell.side_bar import SideBar
from tests.bare import bare
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, "Ada Lovelace", "Bertha von Suttner") as desk:
        desk.book.contacts.add(a_person("Chidinma Eze", "CATEGORIES:Clients"))
        qtbot.waitUntil(lambda: names(desk) == ["Clients", "Friends"])
        yield desk


def names(desk: Desk) -> list[str]:
    return [entry.key for entry in desk.frame.side.circles.entries.entries]


def in_book(desk: Desk) -> dict[str, int]:
    return {circle.name: circle.count for circle in desk.book.circles.all()}


def form(desk: Desk) -> CircleForm:
    made = desk.frame.findChild(CirclesDesk)
    assert isinstance(made, CirclesDesk)
    assert made.form.isVisible()
    return made.form


def at(desk: Desk, name: str) -> QPoint:
    """Makes the circle the current one; where it is."""
    circles = desk.frame.side.circles
    index = circles.entries.index(names(desk).index(name), 0)
    circles.setCurrentIndex(index)
    return circles.visualRect(index).center()


def press(desk: Desk, name: str, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    at(desk, name)
    QTest.keyClick(desk.frame.side.circles, key, held)


def offered(desk: Desk, name: str) -> dict[str, QAction]:
    """The menu of a circle, submenus with their titles before a slash."""
    circles = desk.frame.side.circles
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at(desk, name), QPoint(0, 0))
    QApplication.sendEvent(circles.viewport(), event)
    menu = circles.findChild(QMenu, "circles.menu")
    assert isinstance(menu, QMenu)
    assert menu.isVisible()
    menu.close()
    return dict(found(menu, ""))


def found(menu: QMenu, before: str) -> Iterator[tuple[str, QAction]]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from found(inner, f"{inner.title()}/")
        elif not action.isSeparator():
            yield before + bare(action.text()), action


NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


def test_who_presses_while_the_book_is_opening_is_answered_once_it_is_open(qtbot: QtBot) -> None:
    side = SideBar()
    qtbot.addWidget(side)
    asked: list[str] = []
    side.add_circle.click()
    side.add_circle.click()
    side.offer_circles(lambda: asked.append("new"))
    assert asked == ["new"]
    side.add_circle.click()
    assert asked == ["new", "new"]


def test_a_new_circle_is_made_beside_its_button(desk: Desk, qtbot: QtBot) -> None:
    button = desk.frame.side.add_circle
    assert (button.accessibleName(), button.objectName()) == ("New circle", "circles.add")
    button.click()
    asked = form(desk)
    assert (asked.panel.objectName(), asked.panel.accessibleName()) == ("circle", "New circle")
    assert not asked.answer.isEnabled()
    used = {circle.hue for circle in desk.book.circles.all()}
    assert asked.colours.hue not in used
    QTest.keyClicks(asked.field.editor, "Book club")
    asked.colours.button("4").click()
    QTest.keyClick(asked.field.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(desk) == ["Book club", "Clients", "Friends"])
    made = desk.book.circles.find("Book club")
    assert made is not None
    assert (made.count, made.hue) == (0, 4)
    message = desk.frame.snackbar.message
    assert message is None or "Book club" in message.text


def test_a_new_circle_of_a_name_that_is_there_shows_that_one(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.menus.actions["circle.new"].trigger()
    asked = form(desk)
    asked.field.set_text(" friends")
    assert "already" in asked.field.editor.accessibleDescription()
    QTest.keyClick(asked.field.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.frame.navigator.history.current == Place("people", "circle/Friends"))
    assert in_book(desk) == {"Clients": 1, "Friends": 2}


def test_escape_changes_nothing(desk: Desk) -> None:
    press(desk, "Clients", Qt.Key.Key_F2, NONE)
    asked = form(desk)
    asked.field.set_text("Other")
    QTest.keyClick(asked.field.editor, Qt.Key.Key_Escape)
    assert not asked.isVisible()
    assert in_book(desk) == {"Clients": 1, "Friends": 2}


def test_f2_renames_and_who_looks_at_the_circle_goes_along(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.navigator.go(Place("people", "circle/Clients"))
    press(desk, "Clients", Qt.Key.Key_F2, NONE)
    asked = form(desk)
    assert (asked.field.text(), asked.answer.isEnabled()) == ("Clients", True)
    asked.field.set_text("Customers")
    asked.colours.button("9").click()
    asked.answer.click()
    qtbot.waitUntil(lambda: names(desk) == ["Customers", "Friends"])
    qtbot.waitUntil(lambda: desk.frame.navigator.history.current == Place("people", "circle/Customers"))
    renamed = desk.book.circles.find("customers")
    assert renamed is not None
    assert (renamed.count, renamed.hue) == (1, 9)


def test_renaming_to_a_name_that_is_there_joins_the_two(desk: Desk, qtbot: QtBot) -> None:
    press(desk, "Clients", Qt.Key.Key_F2, NONE)
    asked = form(desk)
    asked.field.set_text("FRIENDS")
    assert "Join with" in asked.answer.text()
    asked.answer.click()
    qtbot.waitUntil(lambda: in_book(desk) == {"Friends": 3})
    desk.book.history.undo()
    assert in_book(desk) == {"Clients": 1, "Friends": 2}


def test_delete_takes_the_circle_away_and_its_people_stay(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.navigator.go(Place("people", "circle/Clients"))
    press(desk, "Clients", Qt.Key.Key_Delete, NONE)
    qtbot.waitUntil(lambda: names(desk) == ["Friends"])
    assert desk.book.contacts.count() == 3
    qtbot.waitUntil(lambda: desk.frame.navigator.history.current == Place("people"))
    view = desk.window.findChild(QListView, "people.list")
    assert isinstance(view, QListView)
    qtbot.waitUntil(lambda: view.model().rowCount() == 3)


def test_alt_and_an_arrow_move_a_circle_which_stays_the_current_one(desk: Desk, qtbot: QtBot) -> None:
    press(desk, "Friends", Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: names(desk) == ["Friends", "Clients"])
    press(desk, "Friends", Qt.Key.Key_Up, ALT)
    press(desk, "Friends", Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: names(desk) == ["Clients", "Friends"])


def test_the_menu_offers_it_all(desk: Desk, qtbot: QtBot) -> None:
    menu = offered(desk, "Clients")
    assert [words for words in menu if "/" not in words] == [
        "Rename…",
        "Move up",
        "Move down",
        "Export…",
        "Remove circle (people stay)",
    ]
    assert not menu["Move up"].isEnabled()
    assert [words for words, action in menu.items() if action.isChecked()] == [
        "Colour/Sky",
        "Default rhythm/No rhythm",
    ]
    menu["Colour/Plum"].trigger()
    menu["Default rhythm/Every two months"].trigger()
    menu["Move down"].trigger()
    qtbot.waitUntil(lambda: names(desk) == ["Friends", "Clients"])
    qtbot.waitUntil(lambda: desk.book.rhythms.circles() == {"Clients": Cadence(61)})
    clients = desk.book.circles.find("Clients")
    assert clients is not None
    assert clients.hue == 4
    again = offered(desk, "Clients")
    assert again["Colour/Plum"].isChecked()
    assert again["Default rhythm/Every two months"].isChecked()
    again["Join into/Friends"].trigger()
    qtbot.waitUntil(lambda: in_book(desk) == {"Friends": 3})


def test_only_the_circle_is_exported(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    offered(desk, "Clients")["Export…"].trigger()
    qtbot.waitUntil(lambda: desk.window.findChild(QFileDialog) is not None)
    dialog = desk.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / "clients.vcf"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(target.exists)
    assert target.read_text("utf-8").count("BEGIN:VCARD") == 1


def dropped(desk: Desk, data: QMimeData, where: QPoint) -> bool:
    """Drags data over the circles and lets go; whether it was taken."""
    circles, act = desk.frame.side.circles, Qt.DropAction.CopyAction
    buttons, held = Qt.MouseButton.LeftButton, NONE
    for event in (
        QDragEnterEvent(where, act, data, buttons, held),
        QDragMoveEvent(where, act, data, buttons, held),
    ):
        QApplication.sendEvent(circles.viewport(), event)
    drop = QDropEvent(QPointF(where), act, data, buttons, held, QEvent.Type.Drop)
    drop.ignore()
    QApplication.sendEvent(circles.viewport(), drop)
    return drop.isAccepted()


def said(desk: Desk) -> str:
    """What the snackbar says."""
    message = desk.frame.snackbar.message
    return "" if message is None else message.text


def test_people_dropped_onto_a_circle_come_into_it(desk: Desk, qtbot: QtBot) -> None:
    people = [ContactId(1), ContactId(2)]
    assert dropped(desk, with_people(QMimeData(), people), at(desk, "Clients"))
    qtbot.waitUntil(lambda: in_book(desk)["Clients"] == 3)
    assert circles_of(desk.book.contacts.get(people[0])) == ("Friends", "Clients")
    assert desk.frame.side.circles.look.target == -1
    assert len(desk.book.history.entries()) == 4
    qtbot.waitUntil(lambda: "two people" in said(desk))  # said before the next deed has something to say
    assert dropped(desk, with_people(QMimeData(), people), at(desk, "Clients"))
    qtbot.waitUntil(lambda: "Already" in said(desk))
    assert len(desk.book.history.entries()) == 4


def test_what_is_nobody_or_falls_beside_is_not_taken(desk: Desk) -> None:
    text, hostile = QMimeData(), QMimeData()
    text.setText("Ada")
    hostile.setData("application/x-relate-people", b'{"a": 1}')
    assert not dropped(desk, text, at(desk, "Clients"))
    assert not dropped(desk, hostile, at(desk, "Clients"))
    below = QPoint(10, desk.frame.side.circles.viewport().height() - 2)
    assert not dropped(desk, with_people(QMimeData(), [1]), below)
    assert in_book(desk) == {"Clients": 1, "Friends": 2}


def test_a_circle_is_dragged_to_another_place(desk: Desk, qtbot: QtBot) -> None:
    circles = desk.frame.side.circles
    assert names(desk) == ["Clients", "Friends"]
    clients = circles.entries.mimeData([circles.entries.index(0, 0)])
    last = circles.visualRect(circles.entries.index(1, 0))
    assert dropped(desk, clients, last.topLeft() + QPoint(20, 2))  # where it is already
    assert dropped(desk, clients, last.bottomLeft() + QPoint(20, -2))
    qtbot.waitUntil(lambda: names(desk) == ["Friends", "Clients"])
    assert circles.look.gap == -1
    assert dropped(desk, clients, QPoint(20, 2))
    qtbot.waitUntil(lambda: names(desk) == ["Clients", "Friends"])
    assert len(desk.book.history.entries()) == 5


def test_rows_of_other_lists_are_not_taken(desk: Desk) -> None:
    other = QMimeData()
    other.setData(ROW, b"lists\nClients")
    assert not dropped(desk, other, at(desk, "Friends"))
    assert in_book(desk) == {"Clients": 1, "Friends": 2}


def test_while_people_are_over_a_circle_it_is_marked(desk: Desk) -> None:
    circles, where = desk.frame.side.circles, at(desk, "Friends")
    held = (Qt.DropAction.CopyAction, with_people(QMimeData(), [1]), Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(circles.viewport(), QDragEnterEvent(where, *held))
    QApplication.sendEvent(circles.viewport(), QDragMoveEvent(where, *held))
    assert circles.look.target == names(desk).index("Friends")
    QApplication.sendEvent(circles.viewport(), QDragLeaveEvent())
    assert circles.look.target == -1


HOSTILE = ("<b>Bold</b> & co", "\u202eevil\u202c.exe", "x" * 3000, "a/b?c#d", "\x01\x02 control", "&File")


def test_hostile_names_are_shown_as_they_are_and_change_nothing(desk: Desk, qtbot: QtBot) -> None:
    for number, name in enumerate(HOSTILE):
        desk.book.contacts.add((*a_person(f"P{number}"), Property("CATEGORIES", escape(name))))
    qtbot.waitUntil(lambda: set(HOSTILE) <= set(names(desk)))
    spoken = Qt.ItemDataRole.AccessibleTextRole
    for name in HOSTILE:
        said = desk.frame.side.circles.entries.index(names(desk).index(name), 0).data(spoken)
        assert "\u202e" not in said
        assert len(said) < 200
        assert "Rename…" in offered(desk, name)
        desk.frame.side.circles.opened.emit(name)
        assert desk.frame.navigator.history.current == Place("people", f"circle/{name}")
        press(desk, name, Qt.Key.Key_F2, NONE)
        asked = form(desk)
        other = "3" if asked.colours.hue != 3 else "4"
        asked.colours.button(other).click()
        assert asked.answer.isEnabled()
        asked.answer.click()
        qtbot.waitUntil(lambda name=name, other=other: hue(desk, name) == int(other))  # type: ignore[misc]
    assert set(in_book(desk)) == {"Clients", "Friends", *HOSTILE}
    assert {in_book(desk)[name] for name in HOSTILE} == {1}


def hue(desk: Desk, name: str) -> int:
    found = desk.book.circles.find(name)
    return -1 if found is None else found.hue


def test_a_name_that_is_too_long_is_said_to_be_so(desk: Desk) -> None:
    press(desk, "Clients", Qt.Key.Key_F2, NONE)
    asked = form(desk)
    asked.field.set_text("x" * (LONGEST_CIRCLE + 1))
    assert not asked.answer.isEnabled()
    assert str(LONGEST_CIRCLE) in asked.field.editor.accessibleDescription()
    QTest.keyClick(asked.field.editor, Qt.Key.Key_Return)
    assert asked.isVisible()
    asked.close_overlay()

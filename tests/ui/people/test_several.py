"""Several people at once: who they are, and everything that can be done with all of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.circle import circles_of
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.organization import organizations
from relate_desktop.domain.place import Place
from relate_desktop.ui.kit.circle_form import CircleForm
from relate_desktop.ui.kit.people_drag import people_of
from relate_desktop.ui.people.bulk_editor import ADD, CLEAR, BulkEditor
from relate_desktop.ui.people.page import PeopleRoom
from relate_desktop.ui.people.removal import MANY, RemovalPanel
from tests.bare import bare
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk
from tests.unit.services.going import a_job

LONG = 400


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, "Ada Lovelace", "Bertha von Suttner") as desk:
        desk.book.contacts.add(a_person("Chidinma Eze", "CATEGORIES:Clients", "ORG:Kite Museum"))
        desk.frame.navigator.go(Place("people"))
        qtbot.waitUntil(lambda: room(desk).list.model.rowCount() == 3)
        yield desk


def room(desk: Desk) -> PeopleRoom:
    found = desk.frame.navigator.room
    assert isinstance(found, PeopleRoom)
    return found


def choose(desk: Desk, qtbot: QtBot, *rows: int) -> None:
    """Chooses rows as Ctrl and clicks do, and sees the page know them."""
    selection, model = room(desk).list.view.selectionModel(), room(desk).list.model
    selection.clearSelection()
    for row in rows:
        selection.select(model.index(row, 0), QItemSelectionModel.SelectionFlag.Select)
    known(desk, qtbot, len(rows))


def choose_all(desk: Desk, qtbot: QtBot, count: int) -> None:
    room(desk).list.view.selectAll()
    known(desk, qtbot, count)


def known(desk: Desk, qtbot: QtBot, count: int) -> None:
    qtbot.waitUntil(lambda: room(desk).several.view.count == count and bool(room(desk).several.view.faces))


def offered(menu: QMenu) -> dict[str, QAction]:
    menu.aboutToShow.emit()
    return {bare(action.text()): action for action in menu.actions() if not action.isSeparator()}


def button(desk: Desk, name: str) -> QPushButton:
    found = desk.window.findChild(QPushButton, f"people.several.{name}")
    assert isinstance(found, QPushButton)
    return found


def circles(desk: Desk) -> dict[str, int]:
    return {circle.name: circle.count for circle in desk.book.circles.all()}


def test_the_page_says_who_and_in_which_circles(desk: Desk, qtbot: QtBot) -> None:
    choose_all(desk, qtbot, 3)
    page = room(desk).several
    assert (page.objectName(), page.title.text()) == ("people.several", "3 people")
    shown = bare(page.names.text())
    assert shown == "Ada Lovelace, Bertha von Suttner and Chidinma Eze"
    in_circles = bare(page.circles.text())
    assert in_circles == "In circles: Clients (1), Friends (2)"
    choose(desk, qtbot, 0, 1)
    qtbot.waitUntil(lambda: "Clients" not in page.circles.text())
    assert "(" not in page.circles.text()


def test_all_are_added_to_a_circle_and_taken_out_as_one_change(desk: Desk, qtbot: QtBot) -> None:
    choose_all(desk, qtbot, 3)
    page = room(desk).several
    menu = offered(page.enter_menu)
    assert list(menu) == ["Clients, 1 of 3", "Friends, 2 of 3", "New circle…"]
    menu["Clients, 1 of 3"].trigger()
    qtbot.waitUntil(lambda: circles(desk) == {"Clients": 3, "Friends": 2})
    qtbot.waitUntil(lambda: list(offered(page.enter_menu)) == ["Friends, 2 of 3", "New circle…"])
    offered(page.leave_menu)["Friends, 2 of 3"].trigger()
    qtbot.waitUntil(lambda: circles(desk) == {"Clients": 3})
    assert len(room(desk).list.chosen()) == 3
    desk.book.history.undo()
    desk.book.history.undo()
    assert circles(desk) == {"Clients": 1, "Friends": 2}


def test_where_nobody_is_in_a_circle_nobody_can_be_taken_out(desk: Desk, qtbot: QtBot) -> None:
    desk.book.circles.remove("Friends")
    choose(desk, qtbot, 0, 1)
    qtbot.waitUntil(lambda: not button(desk, "leave").isEnabled())
    assert not room(desk).several.circles.isVisible()


def test_they_come_into_a_new_circle_with_its_colour_as_one_change(desk: Desk, qtbot: QtBot) -> None:
    choose(desk, qtbot, 0, 2)
    before = len(desk.book.history.entries())
    offered(room(desk).several.enter_menu)["New circle…"].trigger()
    form = next(one for one in desk.window.findChildren(CircleForm) if one.isVisible())
    form.field.set_text("Book club")
    form.colours.button("9").click()
    QTest.keyClick(form.field.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: circles(desk).get("Book club") == 2)
    made = desk.book.circles.find("Book club")
    assert made is not None
    assert made.hue == 9
    assert len(desk.book.history.entries()) == before + 1
    desk.book.history.undo()
    assert desk.book.circles.find("Book club") is None


def test_all_get_a_rhythm(desk: Desk, qtbot: QtBot) -> None:
    choose_all(desk, qtbot, 3)
    offered(room(desk).several.rhythm_menu)["Every 2 months"].trigger()
    qtbot.waitUntil(lambda: desk.book.rhythms.of(ContactId(3)).cadence == Cadence(61))
    assert desk.book.rhythms.of(ContactId(1)).cadence == Cadence(61)


def editor(desk: Desk, qtbot: QtBot) -> BulkEditor:
    # one that was answered goes once its change is written
    qtbot.waitUntil(lambda: desk.window.findChild(BulkEditor) is None)
    button(desk, "change").click()
    found = desk.window.findChild(BulkEditor)
    assert isinstance(found, BulkEditor)
    return found


def ready(asked: BulkEditor, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(asked.preview.text()))


def test_a_line_of_all_is_changed_after_it_is_said_of_how_many(desk: Desk, qtbot: QtBot) -> None:
    choose_all(desk, qtbot, 3)
    asked = editor(desk, qtbot)
    assert (asked.panel.objectName(), asked.panel.accessibleName()) == (
        "people.change",
        "Change several people",
    )
    assert not asked.answer.isEnabled()
    asked.value.set_text("Kite Museum")
    ready(asked, qtbot)
    assert asked.preview.text() == "Changes two of three people. One is as wished already."
    assert asked.answer.text() == "Change two people"
    QTest.keyClick(asked.value.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(organizations(desk.book.contacts.get(ContactId(1)))) == 1)
    assert [one.name for one in organizations(desk.book.contacts.get(ContactId(1)))] == ["Kite Museum"]
    assert len(room(desk).list.chosen()) == 3


def test_what_is_typed_anew_must_be_counted_anew(desk: Desk, qtbot: QtBot) -> None:
    choose_all(desk, qtbot, 3)
    asked = editor(desk, qtbot)
    asked.value.set_text("Kite Museum")
    ready(asked, qtbot)
    asked.value.set_text("Kite Museums")
    assert not asked.answer.isEnabled()
    QTest.keyClick(asked.value.editor, Qt.Key.Key_Return)
    assert asked.isVisible()
    ready(asked, qtbot)
    assert asked.preview.text() == "Changes three people."
    QTest.keyClick(asked.value.editor, Qt.Key.Key_Escape)
    assert not asked.isVisible()
    assert len(desk.book.history.entries()) == 3


def test_any_line_is_added_or_taken_away(desk: Desk, qtbot: QtBot) -> None:
    choose_all(desk, qtbot, 3)
    asked = editor(desk, qtbot)
    asked.which.editor.setCurrentIndex(asked.which.editor.count() - 1)
    assert asked.name.isVisible()
    asked.name.set_text("X-TEAM")
    asked.act.button(ADD).click()
    asked.value.set_text("red")
    ready(asked, qtbot)
    asked.answer.click()
    qtbot.waitUntil(lambda: desk.book.contacts.get(ContactId(2)).first("X-TEAM") is not None)
    asked = editor(desk, qtbot)
    asked.which.set_value("org")
    asked.act.button(CLEAR).click()
    assert not asked.value.isVisible()
    ready(asked, qtbot)
    assert asked.preview.text() == "Changes one of three people. Two are as wished already."
    asked.answer.click()
    qtbot.waitUntil(lambda: not organizations(desk.book.contacts.get(ContactId(3))))


@pytest.mark.parametrize(("line", "value"), [("BDAY", "some day"), ("UID", "urn:uuid:1")])
def test_a_value_that_makes_no_sense_is_said_at_the_field(
    desk: Desk, qtbot: QtBot, line: str, value: str
) -> None:
    choose_all(desk, qtbot, 3)
    asked = editor(desk, qtbot)
    asked.which.editor.setCurrentIndex(asked.which.editor.count() - 1)
    asked.name.set_text(line)
    asked.value.set_text(value)
    qtbot.waitUntil(lambda: bool(asked.value.editor.property("wrong")))
    assert not asked.answer.isEnabled()


def test_a_name_that_no_line_can_have_is_said_at_the_name(desk: Desk, qtbot: QtBot) -> None:
    choose_all(desk, qtbot, 3)
    asked = editor(desk, qtbot)
    asked.which.editor.setCurrentIndex(asked.which.editor.count() - 1)
    asked.name.set_text("X TEAM")
    asked.value.set_text("red")
    qtbot.waitUntil(lambda: bool(asked.name.editor.property("wrong")))
    assert not asked.value.editor.property("wrong")
    assert not asked.answer.isEnabled()


def test_of_few_nobody_is_asked_and_of_very_many_it_is_said_how_many(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    many = MANY + 1
    grown(desk, tmp_path, many - 3)
    qtbot.waitUntil(lambda: room(desk).list.model.rowCount() == many)
    choose(desk, qtbot, 0, 1)
    button(desk, "remove").click()
    qtbot.waitUntil(lambda: room(desk).list.model.rowCount() == many - 2)
    desk.book.history.undo()
    qtbot.waitUntil(lambda: room(desk).list.model.rowCount() == many)
    choose_all(desk, qtbot, many)
    QTest.keyClick(room(desk).list.view, Qt.Key.Key_Delete)
    panel = desk.window.findChild(RemovalPanel)
    assert isinstance(panel, RemovalPanel)
    assert panel.cancel.hasFocus() or not desk.window.isActiveWindow()
    panel.cancel.click()
    assert desk.book.contacts.count() == many
    button(desk, "remove").click()
    asked = desk.window.findChildren(RemovalPanel)[-1]
    assert asked.answer.text() == f"Remove {many} people"
    asked.answer.click()
    qtbot.waitUntil(lambda: desk.book.contacts.count() == 0)
    desk.book.history.undo()
    assert desk.book.contacts.count() == many


def grown(desk: Desk, folder: Path, count: int) -> None:
    cards = folder / "phone.vcf"
    cards.write_text(
        "".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:Person {number:04}\nEND:VCARD\n" for number in range(count)),
        encoding="utf-8",
    )
    desk.book.imports.run([cards], job=a_job())


def test_hundreds_stay_chosen_from_one_change_to_the_next(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    grown(desk, tmp_path, LONG)
    qtbot.waitUntil(lambda: room(desk).list.model.rowCount() == LONG + 3)
    choose_all(desk, qtbot, LONG + 3)
    page = room(desk).several
    assert "395 more" in page.names.text()
    room(desk).desk.fill_circles(room(desk).list.circles_menu)
    offered(page.enter_menu)[f"Clients, 1 of {LONG + 3}"].trigger()
    qtbot.waitUntil(lambda: circles(desk)["Clients"] == LONG + 3)
    desk.book.contacts.add(a_person("Aaron First"))
    qtbot.waitUntil(lambda: room(desk).list.model.rowCount() == LONG + 4)
    assert len(room(desk).list.chosen()) == LONG + 3
    assert ContactId(LONG + 4) not in room(desk).list.chosen()


def test_the_menu_of_one_person_ticks_their_circles_and_turns_them(desk: Desk, qtbot: QtBot) -> None:
    room(desk).go(Place("people", "3"))
    qtbot.waitUntil(lambda: room(desk).person.view is not None)
    for menu in (room(desk).list.circles_menu, room(desk).person.header.circles_menu):
        found = offered(menu)
        assert {words: action.isChecked() for words, action in found.items()} == {
            "Clients": True,
            "Friends": False,
            "New circle…": False,
        }
    found["Friends"].trigger()
    qtbot.waitUntil(lambda: circles_of(desk.book.contacts.get(ContactId(3))) == ("Clients", "Friends"))
    offered(room(desk).list.circles_menu)["Clients"].trigger()
    qtbot.waitUntil(lambda: circles_of(desk.book.contacts.get(ContactId(3))) == ("Friends",))


def test_dragged_people_say_who_they_are_and_few_of_them_as_cards(desk: Desk, qtbot: QtBot) -> None:
    model = room(desk).list.model
    data = model.mimeData([model.index(0, 0), model.index(2, 0)])
    assert people_of(data) == [1, 3]
    assert bytes(data.data("text/vcard").data()).count(b"BEGIN:VCARD") == 2
    many = model.mimeData([model.index(0, 0)] * 201)
    assert len(people_of(many)) == 201
    assert not many.hasFormat("text/vcard")


def test_what_changes_nobody_is_said(desk: Desk, qtbot: QtBot) -> None:
    choose(desk, qtbot, 0, 1)
    menu = offered(room(desk).several.rhythm_menu)
    menu["No rhythm of their own"].trigger()
    qtbot.waitUntil(
        lambda: (message := desk.frame.snackbar.message) is not None and "Nobody changed" in message.text
    )


def test_nobody_is_offered_to_be_changed_who_is_chosen_no_more(desk: Desk, qtbot: QtBot) -> None:
    choose_all(desk, qtbot, 3)
    room(desk).list.search.setText("anaa")
    qtbot.waitUntil(lambda: not room(desk).list.chosen())
    qtbot.waitUntil(lambda: not room(desk).several.isVisible())


def test_escape_leaves_one_of_several(desk: Desk, qtbot: QtBot) -> None:
    people = room(desk).list
    people.view.setFocus()
    people.view.setCurrentIndex(people.model.index(1, 0))
    people.view.selectAll()
    known(desk, qtbot, 3)
    QTest.keyClick(people.view, Qt.Key.Key_Escape)
    assert [row.row() for row in people.view.selectionModel().selectedRows()] == [1]
    QTest.keyClick(people.view, Qt.Key.Key_Escape)
    assert len(people.chosen()) == 1

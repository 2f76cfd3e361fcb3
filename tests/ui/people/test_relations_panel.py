"""The people around somebody on their page, and the panel where they are noted."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import Job, JobKind
from relate_desktop.ui.people.page import PeopleRoom
from relate_desktop.ui.people.relations_panel import KindBox, RelationsPanel
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(tmp_path, "Robin") as opened:
        yield opened


def add(desk: Desk, *names: str) -> list[ContactId]:
    return [desk.book.contacts.add(a_person(name)) for name in names]


def panel(desk: Desk, qtbot: QtBot, contact: ContactId) -> RelationsPanel:
    desk.frame.navigator.go(Place("people", f"{contact}/relations"))
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(RelationsPanel)))
    found = desk.window.findChildren(RelationsPanel)[0]
    qtbot.waitUntil(lambda: found._known is not None)
    return found


def around(desk: Desk, contact: ContactId) -> list[tuple[str, str]]:
    return [(one.name, one.kind) for one in desk.book.relations.around(contact).relations]


def lines(desk: Desk) -> list[str]:
    room = desk.frame.navigator.room
    assert isinstance(room, PeopleRoom)
    model = room.person.details.sections["relations"][1].lines
    return [line.text for line in model.rows]


def test_somebody_is_picked_and_stands_on_both_pages(desk: Desk, qtbot: QtBot) -> None:
    ada, byron = add(desk, "Ada", "Byron")
    shown = panel(desk, qtbot, ada)
    shown.kind.setEditText("father")
    shown.pick.click()
    picker = shown.picker
    QTest.keyClicks(picker.field, "byr")
    qtbot.waitUntil(lambda: picker.results.entries.rowCount() == 1)
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: around(desk, ada) == [("Byron", "father")])
    qtbot.waitUntil(lambda: lines(desk) == ["Byron"])
    desk.frame.navigator.go(Place.person(byron))
    qtbot.waitUntil(lambda: lines(desk) == ["Ada"])


def test_own_words_ask_for_the_other_side_and_known_ones_do_not(desk: Desk, qtbot: QtBot) -> None:
    (ada,) = add(desk, "Ada")
    shown = panel(desk, qtbot, ada)
    shown.kind.setEditText("Landlord")
    assert shown.inverse.isVisible()
    shown.kind.setEditText("Sister")
    assert not shown.inverse.isVisible()


def test_somebody_who_is_not_in_the_book_is_a_name(desk: Desk, qtbot: QtBot) -> None:
    (ada,) = add(desk, "Ada")
    shown = panel(desk, qtbot, ada)
    shown.kind.setEditText("sister")
    QTest.keyClicks(shown.name, "Emi")
    QTest.keyClick(shown.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: around(desk, ada) == [("Emi", "sister")])
    remove = "person.around.0.remove"
    qtbot.waitUntil(lambda: shown.findChild(QAbstractButton, remove) is not None)
    found = shown.findChild(QAbstractButton, remove)
    assert isinstance(found, QAbstractButton)
    assert "Emi" in found.accessibleName()
    found.click()
    qtbot.waitUntil(lambda: around(desk, ada) == [])
    desk.book.history.undo()
    qtbot.waitUntil(lambda: shown.findChild(QAbstractButton, remove) is not None)


def test_what_the_other_card_says_can_be_worded_from_here(desk: Desk, qtbot: QtBot) -> None:
    ada, byron = add(desk, "Ada", "Byron")
    desk.book.relations.relate(byron, ada, "child")
    shown = panel(desk, qtbot, ada)
    qtbot.waitUntil(lambda: shown.findChild(KindBox, "person.around.0.kind") is not None)
    box = shown.findChild(KindBox, "person.around.0.kind")
    assert isinstance(box, KindBox)
    assert box.currentText() == "parent"
    box.setEditText("friend")
    edit = box.lineEdit()
    assert edit is not None
    asked: set[Job[Any]] = set()
    stop = desk.runner.listen(lambda job: asked.add(job) if job.kind is JobKind.EDIT else None)
    edit.editingFinished.emit()
    edit.editingFinished.emit()  # as the field does once more when it loses the focus to its successor
    qtbot.waitUntil(lambda: around(desk, byron) == [("Ada", "friend")])
    desk.settle(qtbot)
    stop()
    assert len(asked) == 1
    assert desk.book.relations.reword_back(
        byron, desk.book.relations.around(byron).relations[0].line, "Landlord"
    )
    assert around(desk, ada) == [("Byron", "Landlord")]


def test_household_and_how_one_met_are_kept_when_one_leaves_the_field(desk: Desk, qtbot: QtBot) -> None:
    (ada,) = add(desk, "Ada")
    shown = panel(desk, qtbot, ada)
    for field, text in ((shown.home.editor, "The Kings"), (shown.met.editor, "At a fair")):
        field.setFocus()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.book.relations.around(ada).how_met == "At a fair")
    home = desk.book.relations.around(ada).household
    assert home is not None
    assert home.home.name == "The Kings"
    qtbot.waitUntil(shown.leave.isVisible)
    shown.leave.click()
    qtbot.waitUntil(lambda: desk.book.relations.around(ada).household is None)


def test_a_line_leads_to_the_other_page_and_who_is_doubtful_is_said(desk: Desk, qtbot: QtBot) -> None:
    (byron,) = add(desk, "Byron")
    ada = desk.book.contacts.add(a_person("Ada", "X-SPOUSE:William King"))
    add(desk, "William King", "William King")
    desk.book.relations.relate(ada, byron, "father")
    desk.frame.navigator.go(Place.person(ada))
    qtbot.waitUntil(lambda: len(lines(desk)) == 2)
    room = desk.frame.navigator.room
    assert isinstance(room, PeopleRoom)
    details = room.person.details
    model = details.sections["relations"][1].lines
    assert "two people" in model.rows[0].detail
    view = details.sections["relations"][1]
    view.setCurrentIndex(view.lines.index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.person.view is not None and room.person.view.id == byron)
    assert details.graph.isVisible()


def test_hostile_names_are_shown_as_they_are(desk: Desk, qtbot: QtBot) -> None:
    ada, _other = add(desk, "Ada", "<b>Tom</b> & \u202eevil " + "x" * 3000)
    desk.book.relations.relate_name(ada, "<img src=x> & \u202eevil", "<b>kind</b>")
    desk.book.relations.relate(ada, _other, "friend")
    desk.book.relations.met(ada, "<a href='x'>fair</a>\nline " * 50)
    shown = panel(desk, qtbot, ada)
    qtbot.waitUntil(lambda: len(lines(desk)) == 3)
    assert not any("\u202e" in label.text() for label in shown.findChildren(QLabel))
    assert shown.panel.width() <= 620


def test_a_shared_address_proposes_a_household_and_makes_none_by_itself(desk: Desk, qtbot: QtBot) -> None:
    cy, dee = (desk.book.contacts.add(a_person(name, "ADR:;;Gasse 5;Bonn;;;")) for name in ("Cy", "Dee"))
    shown = panel(desk, qtbot, cy)
    qtbot.waitUntil(shown.together.isVisible)
    assert "Dee" in shown.shared.text()
    assert desk.book.relations.households() == []
    shown.together.click()
    qtbot.waitUntil(lambda: [one.members for one in desk.book.relations.households()] == [(cy, dee)])
    qtbot.waitUntil(lambda: not shown.together.isVisible())


def test_a_household_that_is_none_is_declined_and_can_be_asked_about_again(desk: Desk, qtbot: QtBot) -> None:
    cy, _dee = (desk.book.contacts.add(a_person(name, "ADR:;;Gasse 5;Bonn;;;")) for name in ("Cy", "Dee"))
    shown = panel(desk, qtbot, cy)
    qtbot.waitUntil(shown.apart.isVisible)
    shown.apart.click()
    qtbot.waitUntil(shown.again.isVisible)
    assert not shown.together.isVisible()
    assert "Dee" in shown.lives_apart.text()
    shown.again.click()
    qtbot.waitUntil(shown.apart.isVisible)
    assert not shown.again.isVisible()

"""All who are certain at once; somebody removed meanwhile; separating somebody of many."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.ui.duplicates.page import DuplicatesRoom
from relate_desktop.ui.kit.labels import ElidedLabel, SafeLabel
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk

TWICE = ("Ada King", "Grace Hopper", "Emmy Noether")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(tmp_path) as opened:
        for name in TWICE:
            for spelled in (name, name.upper()):
                opened.book.contacts.add(a_person(spelled, f"EMAIL:{name[:3]}@example.org"))
        opened.frame.navigator.go(Place("duplicates"))
        qtbot.waitUntil(lambda: room(opened).asking.question is not None)
        yield opened


def room(desk: Desk) -> DuplicatesRoom:
    found = desk.frame.navigator.room
    assert isinstance(found, DuplicatesRoom)
    return found


def certain(desk: Desk, qtbot: QtBot) -> DuplicatesRoom:
    qtbot.waitUntil(room(desk).asking.all_certain.isVisible)
    room(desk).asking.all_certain.click()
    qtbot.waitUntil(room(desk).all.isVisible)
    return room(desk)


def test_those_who_are_ticked_are_joined_in_one_step(desk: Desk, qtbot: QtBot) -> None:
    assert room(desk).asking.all_certain.text() == "Join all 3 who are certain…"
    here = certain(desk, qtbot)
    assert here.all.heading.text() == "3 people are certainly here twice"
    tick = here.findChild(QAbstractButton, "duplicates.certain.3")
    assert isinstance(tick, QAbstractButton)
    assert tick.accessibleName() == "Join Grace Hopper, GRACE HOPPER"
    tick.click()
    assert here.all.join.text() == "Join 2 people"
    here.acts()["save"]()
    qtbot.waitUntil(lambda: desk.book.contacts.count() == 4)
    qtbot.waitUntil(lambda: here.asking.isVisible() and here.asking.question is not None)
    assert here.asking.question is not None
    assert here.asking.question.pair.one == 3
    desk.book.history.undo()
    assert desk.book.contacts.count() == 6


def test_one_can_look_at_each_instead(desk: Desk, qtbot: QtBot) -> None:
    here = certain(desk, qtbot)
    here.all.back.click()
    qtbot.waitUntil(here.asking.isVisible)
    assert desk.book.contacts.count() == 6


def test_a_second_page_that_was_removed_is_told_and_left_behind(desk: Desk, qtbot: QtBot) -> None:
    here = room(desk)
    qtbot.waitUntil(here.asking.all_certain.isVisible)  # all pairs have been found by then
    desk.book.contacts.trash([ContactId(2)])
    qtbot.waitUntil(here.next_pair.isVisible)
    assert here.acts() == {}
    here.next_pair.click()
    qtbot.waitUntil(lambda: here.asking.isVisible() and here.asking.question is not None)
    assert here.asking.question is not None
    assert here.asking.question.pair.one in {3, 5}


def test_a_change_of_those_asked_about_before_leaves_the_page_of_all_in_front(
    desk: Desk, qtbot: QtBot
) -> None:
    here = certain(desk, qtbot)
    assert here.asking.question is not None
    desk.book.contacts.trash([here.asking.question.pair.other])
    qtbot.waitUntil(lambda: here.all.heading.text() == "2 people are certainly here twice")
    assert here.all.isVisible()


def test_one_of_many_is_separated_and_the_others_stay(desk: Desk, qtbot: QtBot) -> None:
    certain(desk, qtbot).acts()["save"]()
    qtbot.waitUntil(lambda: desk.book.contacts.count() == 3)
    desk.frame.navigator.go(Place("duplicates", "separate/3"))
    here = room(desk)
    qtbot.waitUntil(lambda: here.parting.view is not None)
    assert here.title == "Separate again"
    other = here.findChild(QAbstractButton, "duplicates.separate.4")
    assert isinstance(other, QAbstractButton)
    assert other.accessibleName() == "What was written since goes to GRACE HOPPER"
    here.acts()["save"]()
    qtbot.waitUntil(lambda: desk.book.contacts.count() == 4)
    assert desk.book.contacts.find(ContactId(4)) is not None


def test_a_press_on_the_name_of_whoever_gets_what_was_written_since_chooses_them(
    desk: Desk, qtbot: QtBot
) -> None:
    certain(desk, qtbot).acts()["save"]()
    qtbot.waitUntil(lambda: desk.book.contacts.count() == 3)
    desk.frame.navigator.go(Place("duplicates", "separate/3"))
    page = room(desk).parting
    qtbot.waitUntil(lambda: page.isVisible() and page.view is not None)
    assert page.newer_to is None
    name = next(label for label in page.findChildren(ElidedLabel) if label.text() == "GRACE HOPPER")
    QTest.mouseClick(name, Qt.MouseButton.LeftButton)
    assert page.newer_to == ContactId(4)


def test_nobody_who_was_never_joined_is_asked_about(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.navigator.go(Place("duplicates", "separate/1"))
    qtbot.waitUntil(room(desk).asking.isVisible)
    assert room(desk).parting.view is None


def test_the_longest_names_stay_inside_the_page_that_separates_them(qtbot: QtBot, tmp_path: Path) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff " * 5
    with a_desk(tmp_path) as desk:
        one, other = (desk.book.contacts.add(a_person(f"{name}{which}")) for which in "AB")
        desk.book.merges.merge(one, [other])
        desk.frame.navigator.go(Place("duplicates", f"separate/{one}"))
        page = room(desk).parting
        qtbot.waitUntil(lambda: page.isVisible() and page.view is not None)
        words = [label for label in page.findChildren(SafeLabel) if label.isVisible()]

        def whole() -> bool:
            inside = all(one.mapTo(page, one.rect().topRight()).x() <= page.width() for one in words)
            return inside and page.heading.height() >= page.heading.heightForWidth(page.heading.width())

        qtbot.waitUntil(whole)

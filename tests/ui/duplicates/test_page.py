"""Possible duplicates: decide once, with the reasons in view."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.place import Place
from relate_desktop.ui.duplicates.comparison import Comparison
from relate_desktop.ui.duplicates.page import DuplicatesRoom
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(tmp_path) as opened:
        add = opened.book.contacts.add
        add(a_person("Lupe Ríos", "TEL:+52 55 0000 0118", "EMAIL:lupe@example.com", "ORG:Kite Museum"))
        add(a_person("Guadalupe Ríos Santiago", "TEL:+52 55 0000 0118", "EMAIL:g@example.org", "ORG:Cometa"))
        opened.frame.navigator.go(Place("duplicates"))
        yield opened


def room(desk: Desk) -> DuplicatesRoom:
    found = desk.frame.navigator.room
    assert isinstance(found, DuplicatesRoom)
    return found


def button(desk: Desk, identifier: str) -> QAbstractButton:
    found = room(desk).findChild(QAbstractButton, identifier)
    assert isinstance(found, QAbstractButton), identifier
    return found


def wait_for_question(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: room(desk).findChild(QAbstractButton, "duplicates.fn.a") is not None)


def test_a_pair_is_shown_with_its_reasons_and_what_would_stand(desk: Desk, qtbot: QtBot) -> None:
    wait_for_question(desk, qtbot)
    assert room(desk).asking.position.text() == "1 of 1"
    assert (
        room(desk).asking.reasons.accessibleDescription()
        == "Same phone number, \u2068Lupe\u2069 is short for \u2068Guadalupe\u2069"
    )
    result = room(desk).findChild(QLabel, "duplicates.email.result")
    assert isinstance(result, QLabel)
    assert result.text() == "lupe@example.com\ng@example.org"
    assert button(desk, "duplicates.fn.b").isChecked()
    assert button(desk, "duplicates.fn.a").accessibleName() == "Full name: Lupe Ríos, from Lupe Ríos"


def test_joining_keeps_what_was_chosen_and_can_be_undone(desk: Desk, qtbot: QtBot) -> None:
    wait_for_question(desk, qtbot)
    button(desk, "duplicates.fn.a").click()
    button(desk, "duplicates.email.b").click()
    room(desk).acts()["save"]()
    qtbot.waitUntil(lambda: desk.book.contacts.count() == 1)
    (left,) = desk.book.contacts.ids()
    person = desk.book.contacts.get(left)  # type: ignore[arg-type]
    assert [item.text for item in person.all("FN", "EMAIL")] == ["Lupe Ríos", "lupe@example.com"]
    qtbot.waitUntil(lambda: any("twice" in label.text() for label in room(desk).findChildren(QLabel)))
    desk.book.history.undo()
    wait_for_question(desk, qtbot)


def test_two_different_people_are_never_asked_about_again(desk: Desk, qtbot: QtBot) -> None:
    wait_for_question(desk, qtbot)
    button(desk, "duplicates.different").click()
    kinds = desk.book.history.entries
    qtbot.waitUntil(lambda: kinds(limit=1)[0].kind is OperationKind.KEEP_APART)
    one, other = (desk.book.contacts.named(word) for word in ("1", "2"))
    assert not desk.book.merges.keep_apart(one, other)


def test_the_keyboard_chooses_a_side(desk: Desk, qtbot: QtBot) -> None:
    wait_for_question(desk, qtbot)
    second = button(desk, "duplicates.org.b")
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_2)
    assert second.isChecked()
    QTest.keyClick(second, Qt.Key.Key_1)
    assert button(desk, "duplicates.org.a").isChecked()


def test_a_person_removed_meanwhile_leaves_the_pair(desk: Desk, qtbot: QtBot) -> None:
    wait_for_question(desk, qtbot)
    desk.book.contacts.trash([desk.book.contacts.named("1")])
    qtbot.waitUntil(lambda: room(desk).acts() == {})


def test_what_would_stand_is_seen_whole_with_large_text(desk: Desk, qtbot: QtBot) -> None:
    desk.preferences.change(text_size=150)
    desk.window.resize(960, 640)
    wait_for_question(desk, qtbot)
    table = room(desk).findChild(Comparison)
    assert table is not None
    page = room(desk)

    def is_seen_whole() -> bool:
        laid_out = table.isVisible() and table.width() > page.width() // 2
        return laid_out and table.mapTo(page, table.rect().topRight()).x() < page.width()

    qtbot.waitUntil(is_seen_whole)

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.services.contacts import line_of_card
from relate_desktop.services.drafts import DraftsService
from relate_desktop.ui.people.editor_drafts import KEPT_AFTER_MS
from tests.ui.window import Desk, a_desk

ADA = Place("people", "1/edit")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, "Ada Lovelace") as desk:
        yield desk


def field(desk: Desk, qtbot: QtBot, name: str, wanted: str) -> QLineEdit:
    """A field of the form, once it shows what it is to."""

    def there() -> bool:
        found = desk.window.findChild(QLineEdit, name)
        return isinstance(found, QLineEdit) and found.text() == wanted

    qtbot.waitUntil(there)
    found = desk.window.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def retype(line: QLineEdit, text: str) -> None:
    line.selectAll()
    QTest.keyClicks(line, text)


def test_what_is_typed_is_on_the_disk_within_two_seconds(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.navigator.go(ADA)
    retype(field(desk, qtbot, "edit.full", "Ada Lovelace"), "Ada King")

    def kept() -> bool:
        draft = DraftsService(desk.book.folder).person(ContactId(1))
        return draft is not None and any("Ada King" in one.value for one in draft.now.properties)

    qtbot.waitUntil(kept)
    assert KEPT_AFTER_MS <= 1_000, "and a disk may take a second more"


def test_a_form_that_was_left_is_offered_again_and_goes_on_where_it_was(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.navigator.go(ADA)
    retype(field(desk, qtbot, "edit.full", "Ada Lovelace"), "Ada Lovelace, Countess")
    desk.frame.navigator.go(Place("settings"))
    strip = desk.frame.draft_strip
    qtbot.waitUntil(strip.isVisible)
    button = strip.findChild(QPushButton, "draft.action")
    assert isinstance(button, QPushButton)
    assert "Continue editing" in button.text()
    button.click()
    field(desk, qtbot, "edit.full", "Ada Lovelace, Countess")
    assert not strip.isVisible()


def test_after_the_next_start_it_is_offered_too(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path, "Ada Lovelace") as desk:
        desk.frame.navigator.go(ADA)
        retype(field(desk, qtbot, "edit.full", "Ada Lovelace"), "Ada Lovelace, Countess")
    with a_desk(tmp_path) as desk:
        desk.frame.navigator.go(Place("people"))
        qtbot.waitUntil(desk.frame.draft_strip.isVisible)
        desk.frame.navigator.go(ADA)
        field(desk, qtbot, "edit.full", "Ada Lovelace, Countess")


def test_what_was_typed_goes_on_beside_what_somebody_else_changed(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.navigator.go(ADA)
    retype(field(desk, qtbot, "edit.full", "Ada Lovelace"), "Ada Lovelace, Countess")
    desk.frame.navigator.go(Place("settings"))
    ada = desk.book.contacts.get(ContactId(1))
    desk.book.contacts.save(ada.added(line_of_card("EMAIL:ada@example.com")))
    desk.frame.navigator.go(ADA)
    field(desk, qtbot, "edit.full", "Ada Lovelace, Countess")

    def saved_at_last() -> bool:
        desk.frame.menus.actions["save"].trigger()
        return desk.book.contacts.get(ContactId(1)).first("FN") != ada.first("FN")

    qtbot.waitUntil(saved_at_last)
    saved = desk.book.contacts.get(ContactId(1))
    assert saved.first("EMAIL") is not None


def test_once_saved_nothing_is_offered(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.navigator.go(ADA)
    retype(field(desk, qtbot, "edit.full", "Ada Lovelace"), "Ada Lovelace, Countess")
    desk.frame.menus.actions["save"].trigger()
    qtbot.waitUntil(lambda: desk.frame.navigator.history.current == Place("people", "1"))
    assert desk.book.drafts.people() == []
    desk.frame.navigator.go(Place("settings"))
    assert not desk.frame.draft_strip.isVisible()

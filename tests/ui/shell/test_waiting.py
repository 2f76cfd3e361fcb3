from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from relate_desktop.domain.place import Place
from relate_desktop.ui.shell.background import Background
from tests.ui.window import Desk, a_desk
from tests.unit.storage.due import a_promise, a_reminder


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, "Ada Lovelace") as desk:
        yield desk


def tray_words(desk: Desk) -> list[str]:
    found = desk.window.findChild(Background)
    assert isinstance(found, Background)
    return [item.words for item in found.tray.items]


def test_what_is_for_today_stands_in_the_tray_and_follows_the_book(desk: Desk, qtbot: QtBot) -> None:
    number = desk.book.reminders.add(a_reminder(text="Send the cover", due="2026-03-14"))
    desk.book.promises.add(a_promise(text="the contract", due="2026-03-14"))
    qtbot.waitUntil(lambda: sorted(tray_words(desk)) == ["Send the cover", "the contract"])
    desk.book.reminders.done(number)
    qtbot.waitUntil(lambda: tray_words(desk) == ["the contract"])


def test_a_thing_of_today_leads_to_its_person_or_its_reminder(desk: Desk, qtbot: QtBot) -> None:
    ada = desk.book.contacts.named("Ada Lovelace")
    number = desk.book.reminders.add(a_reminder(text="Alone", due="2026-03-14T09:00"))
    desk.book.reminders.add(a_reminder(ada, text="With Ada", due="2026-03-14T10:00"))
    found = desk.window.findChild(Background)
    assert isinstance(found, Background)
    qtbot.waitUntil(lambda: len(found.tray.items) == 2)
    assert {item.words: item.place for item in found.tray.items} == {
        "Alone": Place("reminders", str(number)),
        "With Ada": Place.person(ada),
    }


def test_the_count_is_beside_today(desk: Desk, qtbot: QtBot) -> None:
    desk.book.reminders.add(a_reminder(text="Send the cover", due="2026-03-14"))
    model = desk.frame.side.navigation.entries
    qtbot.waitUntil(lambda: model.entries[0].count == "1")
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said == "1 for today"

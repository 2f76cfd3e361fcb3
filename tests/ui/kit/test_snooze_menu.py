from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from relate_desktop.services.typed_words import TypedWords
from relate_desktop.ui.kit.another_time import AnotherTime
from relate_desktop.ui.kit.snooze_menu import SnoozeMenu
from tests.present import a_present, at


@pytest.fixture
def menu() -> Iterator[tuple[SnoozeMenu, list[datetime | None]]]:
    host = QWidget()
    host.resize(600, 400)
    host.show()
    words = TypedWords(a_present, lambda: "en")
    snooze = SnoozeMenu(a_present, words.due, host)
    chosen: list[datetime | None] = []
    snooze.chosen.connect(chosen.append)
    yield snooze, chosen
    host.close()
    host.deleteLater()


def panel_of(snooze: SnoozeMenu) -> AnotherTime:
    """The panel over the window the menu belongs to."""
    host = snooze.parentWidget()
    panel = host.findChild(AnotherTime) if host is not None else None
    assert isinstance(panel, AnotherTime)
    return panel


def names(menu: SnoozeMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_each_choice_has_the_time_it_comes_to(menu: tuple[SnoozeMenu, list[datetime | None]]) -> None:
    assert names(menu[0]) == [
        "In one hour, 10:00",
        "This evening, 18:00",
        "Tomorrow, Wed 08:30",
        "Next week, Mon 30 Nov",
        "When there is room, no date",
        "Another time…",
    ]


def test_a_choice_tells_the_moment(menu: tuple[SnoozeMenu, list[datetime | None]]) -> None:
    actions = {action.text().split(",")[0]: action for action in menu[0].actions()}
    actions["Tomorrow"].trigger()
    actions["When there is room"].trigger()
    assert menu[1] == [at("2026-11-25 08:30"), None]


def test_another_time_is_asked_for_in_words(menu: tuple[SnoozeMenu, list[datetime | None]]) -> None:
    snooze, chosen = menu
    snooze.ask_another_time()
    panel = panel_of(snooze)
    field = panel.when.editor
    assert field.text() == "tomorrow"
    QTest.keyClicks(field, "in 10 days")
    assert field.accessibleDescription() == "Friday 4 December 2026"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen == [at("2026-12-04 08:30")]
    assert panel.isHidden()


@pytest.mark.parametrize("text", ["bananas", "yesterday", "2020-01-01"])
def test_a_time_that_cannot_be_stays_to_be_mended(
    menu: tuple[SnoozeMenu, list[datetime | None]], text: str
) -> None:
    snooze, chosen = menu
    snooze.ask_another_time()
    panel = panel_of(snooze)
    QTest.keyClicks(panel.when.editor, text)
    QTest.keyClick(panel.when.editor, Qt.Key.Key_Return)
    assert chosen == []
    assert panel.isVisible()
    assert panel.when.editor.text() == text
    assert panel.when.editor.property("wrong") is True
    panel.close_overlay()

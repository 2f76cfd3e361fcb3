from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.system.notices import Button as NoticeButton
from relate_desktop.system.notices import Notice
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.snooze_menu import SnoozeMenu
from relate_desktop.ui.kit.theme import Appearance, theme
from relate_desktop.ui.shell.pop_up import Card, PopUpWindow
from tests.present import a_present, at

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NOW = datetime(2026, 11, 24, 14, tzinfo=UTC)
ANNA = ContactSummary(
    ContactId(1), "Anna", "Anna Lindqvist", "", "", "", "", "", None, 3, is_organization=False, added_at=NOW,
    changed_at=NOW,
)  # fmt: skip
BUTTONS = (
    NoticeButton("done", "Done"),
    NoticeButton("snooze", "Snooze 1 hour"),
    NoticeButton("open", "Open"),
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[PopUpWindow]:
    theme().apply(Appearance(scheme="light"))
    window = PopUpWindow(lambda host: SnoozeMenu(a_present, lambda _text: None, host))
    yield window
    window.hide()
    window.deleteLater()


def a_card(key: str = "a", title: str = "Second note to Anna", **more: object) -> Card:
    notice = Notice(key, title, "About invoice 0312.", BUTTONS)
    return Card(notice, "14:00", **more)  # type: ignore[arg-type]


def button(window: PopUpWindow, name: str) -> Button:
    found = [one for one in window.findChildren(Button) if one.objectName() == name and one.isVisible()]
    return found[-1]


def labels(window: PopUpWindow) -> list[str]:
    return [one.text() for one in window.findChildren(SafeLabel) if one.isVisible() and one.text()]


def test_it_says_what_it_is_about_and_how_to_answer(window: PopUpWindow) -> None:
    window.show_card(a_card(person=ANNA))
    assert window.isVisible()
    assert window.accessibleName() == "Reminder: Second note to Anna"
    assert window.accessibleIdentifier() == "popup"
    assert {"Second note to Anna", "About invoice 0312.", "14:00"} <= set(labels(window))
    names = [button(window, f"popup.{key}").accessibleName() for key in ("done", "snooze", "open")]
    assert names == ["Done", "Snooze 1 hour", "Open Anna"]


def test_it_never_takes_the_keyboard_by_itself(window: PopUpWindow) -> None:
    flags = window.windowFlags()
    for wanted in (
        Qt.WindowType.WindowDoesNotAcceptFocus,
        Qt.WindowType.WindowStaysOnTopHint,
        Qt.WindowType.FramelessWindowHint,
    ):
        assert flags & wanted
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_asked_for_by_its_keys_it_takes_the_keyboard_and_gives_it_back(
    window: PopUpWindow, qtbot: QtBot
) -> None:
    assert not window.take_focus()
    window.show_card(a_card())
    assert window.take_focus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button(window, "popup.done"))
    QTest.keyClick(button(window, "popup.done"), Qt.Key.Key_Escape)
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.isVisible()


def test_an_answer_is_told_once_and_the_next_card_comes(window: PopUpWindow, qtbot: QtBot) -> None:
    window.show_card(a_card("a", "First"))
    window.show_card(a_card("b", "Second"))
    window.show_card(a_card("c", "Third"))
    assert "+2 more" in labels(window)
    with qtbot.waitSignal(window.answered) as answered:
        button(window, "popup.done").click()
    assert answered.args == ["a", "done"]
    assert "Second" in labels(window)
    assert "+1 more" in labels(window)


def test_what_was_handled_elsewhere_is_taken_back(window: PopUpWindow) -> None:
    window.show_card(a_card("a", "First"))
    window.show_card(a_card("b", "Second"))
    window.withdraw("a")
    window.withdraw("nothing of the kind")
    assert "Second" in labels(window)
    window.withdraw("b")
    assert not window.isVisible()


def test_the_same_thing_again_takes_its_own_place(window: PopUpWindow) -> None:
    window.show_card(a_card("a", "First"))
    window.show_card(a_card("a", "First, changed"))
    assert [card.notice.title for card in window.cards] == ["First, changed"]


def test_snoozing_offers_times_and_carries_the_one_chosen(window: PopUpWindow, qtbot: QtBot) -> None:
    window.show_card(a_card("a", puts_off=True))
    menu = button(window, "popup.snooze").menu()
    assert isinstance(menu, QMenu)
    tomorrow = next(action for action in menu.actions() if action.text().startswith("Tomorrow"))
    with qtbot.waitSignal(window.put_off) as put_off:
        tomorrow.trigger()
    assert put_off.args == ["a", at("2026-11-25 08:30")]
    assert not window.isVisible()


def test_text_from_outside_stays_text(window: PopUpWindow) -> None:
    window.show_card(a_card(title="<b>bold</b> & R&D \u202eevil"))
    title = next(text for text in labels(window) if "bold" in text)
    assert title.startswith("<b>bold</b> & R&D ")
    assert "\u202e" not in title


def test_it_stands_inside_the_screen_however_long_the_words(window: PopUpWindow) -> None:
    window.show_card(a_card(title="word " * 60))
    screen = window.screen().availableGeometry()
    assert screen.contains(window.geometry().bottomRight())
    assert window.height() > 150


@pytest.mark.parametrize("text_size", [100, 150])
def test_no_word_of_a_button_is_cut(window: PopUpWindow, text_size: int) -> None:
    theme().apply(Appearance(scheme="light", text_size=text_size))
    window.show_card(a_card(hidden=True))
    for key in ("done", "snooze", "open"):
        shown = button(window, f"popup.{key}")
        assert shown.width() >= shown.sizeHint().width()
        assert window.rect().contains(shown.rect().translated(shown.mapTo(window, QPoint(0, 0))))

"""What assistive tools need, on every page of the window (the guard of the names table)."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QMainWindow,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.domain.recurrence import Frequency, Recurrence
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.ui.kit.theme import Appearance, theme
from relate_desktop.ui.shell.rooms import ROOMS
from tests.clock import START
from tests.ui.window import Desk, a_desk

HOSTILE = (
    'Anna <img src="file:///etc/hostname">',
    "<table><tr><td>" * 20,
    "<b>Tom</b> & Jerry",
    "\u202eevil\u202c txt.exe",
    "x" * 3000,
)
ADDRESSES = [
    *ROOMS,
    "settings/appearance",
    "settings/reminders",
    "settings/touch",
    "settings/about",
    "relations/6",
    "history/people/6",
    "past/2026-03-14/6",
    "names/left",
    "people/6/relations",
    "reminders/repeating",
    "reminders/done",
    *(("people/1", "people/1/edit", "people/new") if "people" in ROOMS else ()),
]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, *HOSTILE, "Ada Lovelace") as desk:
        about = tuple(ContactId(number) for number in range(1, len(HOSTILE) + 1))
        due = DueTime(START.date())
        for text in HOSTILE:
            desk.book.reminders.add(Reminder(text, about, due, START, Recurrence(Frequency.WEEKLY)))
        yield desk


class Strays(QObject):
    """Notes what becomes a window of its own: a widget that is shown before it has a parent."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(where(watched))
        return False


def shown(desk: Desk, address: str, qtbot: QtBot) -> QMainWindow:
    strays, app = Strays(), QApplication.instance()
    assert app is not None
    app.installEventFilter(strays)
    assert desk.frame.navigator.go(Place.parse(address))
    desk.settle(qtbot)
    app.removeEventFilter(strays)
    assert strays.seen == [], "they flash on the screen and take the focus away"
    return desk.window


def focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisibleTo(window)
        and not isinstance(widget, QScrollArea)
        and not isinstance(widget.parent(), QComboBox | QAbstractScrollArea)
        and not widget.objectName().startswith("qt_")
    ]


def where(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleIdentifier()!r} {widget.accessibleName()!r}"


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_control_has_a_name_and_an_identifier(desk: Desk, address: str, qtbot: QtBot) -> None:
    window = shown(desk, address, qtbot)
    buddies = {label.buddy() for label in window.findChildren(QLabel) if label.buddy()}
    for widget in focusable(window):
        named = widget.accessibleName() or (isinstance(widget, QComboBox) and widget in buddies)
        assert named, where(widget)
        assert widget.accessibleIdentifier(), where(widget)
        assert widget.accessibleIdentifier() == widget.objectName(), where(widget)
        assert widget.accessibleName() != widget.accessibleDescription() or not widget.accessibleName()


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_identifier_is_there_twice(desk: Desk, address: str, qtbot: QtBot) -> None:
    window = shown(desk, address, qtbot)
    visible = (one for one in window.findChildren(QWidget) if one.isVisibleTo(window))
    counted = Counter(one.accessibleIdentifier() for one in visible if one.accessibleIdentifier())
    assert {name: count for name, count in counted.items() if count > 1} == {}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_button_without_words_has_a_tooltip(desk: Desk, address: str, qtbot: QtBot) -> None:
    window = shown(desk, address, qtbot)
    for button in window.findChildren(QAbstractButton):
        icon_only = button.accessibleIdentifier() and not button.text() and not button.icon().isNull()
        if icon_only and button.isVisibleTo(window):
            assert button.toolTip(), where(button)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_label_is_plain_text(desk: Desk, address: str, qtbot: QtBot) -> None:
    window = shown(desk, address, qtbot)
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, where(label)


def named_buttons(window: QWidget) -> list[QAbstractButton]:
    return [
        button
        for button in window.findChildren(QAbstractButton)
        if button.isVisibleTo(window) and button.accessibleIdentifier()
    ]


def is_cut(button: QAbstractButton, window: QWidget) -> bool:
    left = button.mapTo(window, button.rect().topLeft()).x()
    narrow = button.width() < button.minimumSizeHint().width() - 1
    return narrow or left < 0 or left + button.width() > window.width()


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_control_is_cut_in_the_smallest_window(
    desk: Desk, address: str, text_size: int, qtbot: QtBot
) -> None:
    theme().apply(Appearance(scheme="light", text_size=text_size))
    desk.window.resize(960, 640)
    window = shown(desk, address, qtbot)
    assert window.width() == 960

    def nothing_is_cut() -> None:
        assert not [where(button) for button in named_buttons(window) if is_cut(button, window)]

    qtbot.waitUntil(nothing_is_cut)

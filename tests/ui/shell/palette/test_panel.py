from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.place import Place
from relate_desktop.ui.kit.theme import Appearance, theme
from relate_desktop.ui.shell.palette.panel import Palette
from tests.bare import bare
from tests.clock import START
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk
from tests.unit.storage.due import a_reminder


class Finder:
    """Somebody who types into Find or do and reads it."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        desk.frame.menus.actions["palette"].trigger()
        self.palette = desk.window.findChildren(Palette)[0]
        self.field: QLineEdit = self.palette.field.text

    def type(self, text: str) -> None:
        self.field.selectAll()
        QTest.keyClicks(self.field, text)
        if not text:
            QTest.keyClick(self.field, Qt.Key.Key_Backspace)
        self.qtbot.waitUntil(lambda: not self.palette.waiting)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.field, key)

    def read(self) -> list[str]:
        """Every row, headings in brackets."""
        model = self.palette.results
        rows = range(model.rowCount())
        shown = [(model.heading(row), model.entry(row)) for row in rows]
        return [bare(entry.title if entry is not None else f"[{heading}]") for heading, entry in shown]

    @property
    def chosen(self) -> str:
        entry = self.palette.results.entry(self.palette.list.currentIndex().row())
        return bare(entry.title) if entry is not None else ""


class Desktop(QObject):
    """What addresses are handed to."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, "Anna Lindqvist", "Johanna Vale") as desk:
        desk.window.activateWindow()
        qtbot.waitUntil(desk.window.isActiveWindow)
        desk.frame.jot = None
        yield desk


@pytest.fixture
def finder(desk: Desk, qtbot: QtBot) -> Finder:
    return Finder(desk, qtbot)


def test_people_actions_commands_and_the_last_row_stand_in_their_order(finder: Finder) -> None:
    finder.type("anna")
    assert finder.read() == [
        "[People]",
        "Anna Lindqvist",
        "Johanna Vale",
        "[About Anna Lindqvist]",
        "Remind me about Anna Lindqvist…",
        "Edit Anna Lindqvist",
        "[]",
        "Add “anna” as a new person",
    ]
    assert finder.chosen == "Anna Lindqvist"


def test_enter_opens_who_is_highlighted_and_closes_the_panel(finder: Finder, qtbot: QtBot) -> None:
    finder.type("anna")
    finder.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert finder.palette.isHidden()
    assert finder.desk.frame.navigator.history.current == Place.person(ContactId(2))


def test_enter_right_behind_a_name_waits_for_what_is_found(finder: Finder, qtbot: QtBot) -> None:
    QTest.keyClicks(finder.field, "johanna")
    finder.press(Qt.Key.Key_Return)
    johanna = Place.person(ContactId(2))
    qtbot.waitUntil(lambda: finder.desk.frame.navigator.history.current == johanna)


def test_nothing_found_still_leaves_something_to_do(finder: Finder) -> None:
    finder.type("xyzzy")
    assert finder.read() == ["[]", "Add “xyzzy” as a new person"]
    finder.press(Qt.Key.Key_Return)
    assert finder.desk.frame.navigator.history.current == Place("people", "new/xyzzy")


def test_what_is_typed_can_be_jotted_down(desk: Desk, qtbot: QtBot) -> None:
    jotted: list[tuple[str, ContactId | None]] = []
    desk.frame.offer_jot(lambda text, about: jotted.append((text, about)))
    finder = Finder(desk, qtbot)
    finder.type("Rang about the oven")
    assert finder.chosen == "Jot down “Rang about the oven”"
    finder.press(Qt.Key.Key_Return)
    assert jotted == [("Rang about the oven", None)]


def test_tab_goes_on_to_what_can_be_done_and_escape_comes_back(finder: Finder) -> None:
    finder.type("johanna")
    finder.press(Qt.Key.Key_Tab)
    assert finder.read() == ["[About Johanna Vale]", "Remind me about Johanna Vale…", "Edit Johanna Vale"]
    assert finder.field.text() == ""
    assert finder.palette.field.chip.text() == "Johanna Vale"
    finder.press(Qt.Key.Key_Escape)
    assert finder.palette.isVisible()
    assert finder.field.text() == "johanna"


def test_erasing_beyond_the_beginning_leaves_the_person_too(finder: Finder) -> None:
    finder.type("johanna")
    finder.press(Qt.Key.Key_Tab, Qt.Key.Key_Backspace)
    assert finder.palette.field.chip.text() == ""


def test_a_prefix_narrows_to_commands_circles_or_people(finder: Finder) -> None:
    finder.type(">compact")
    assert finder.read() == ["[Do]", "Compact rows"]
    finder.type("#")
    finder.qtbot.waitUntil(lambda: finder.read() == ["[Circles]", "Friends"])
    finder.type("@vale")
    assert finder.read() == ["[People]", "Johanna Vale", "[]", "Add “vale” as a new person"]
    finder.type("+Ben")
    assert finder.read() == ["[]", "Add “Ben” as a new person"]


def test_a_place_that_begins_with_it_goes_before_people_who_only_contain_it(desk: Desk, qtbot: QtBot) -> None:
    desk.book.contacts.add(a_person("Sven Etting"))
    finder = Finder(desk, qtbot)
    finder.type("setting")
    assert finder.read()[:4] == ["[People]", "Sven Etting", "[Go to]", "Settings"]
    assert finder.chosen == "Settings"


def test_before_anything_is_typed_it_offers_who_was_in_hand_and_common_commands(
    desk: Desk, qtbot: QtBot
) -> None:
    for contact in (1, 2):
        desk.frame.navigator.go(Place.person(ContactId(contact)))
    desk.frame.navigator.go(Place("settings"))
    finder = Finder(desk, qtbot)
    wanted = ["[People]", "Johanna Vale", "Anna Lindqvist", "[Do]"]
    qtbot.waitUntil(lambda: _again(finder)[:4] == wanted)
    desk.frame.navigator.go(Place.person(ContactId(1)))
    about = ["[About Anna Lindqvist]", "Remind me about Anna Lindqvist…", "Edit Anna Lindqvist", "[People]"]
    qtbot.waitUntil(lambda: _again(finder)[:4] == about)


def _again(finder: Finder) -> list[str]:
    finder.desk.frame.menus.actions["palette"].trigger()
    return finder.read()


def test_there_are_never_more_than_eleven_rows(desk: Desk, qtbot: QtBot) -> None:
    for number in range(30):
        desk.book.contacts.add(a_person(f"Seth {number}", "EMAIL:seth@example.com", "TEL:1234567"))
    finder = Finder(desk, qtbot)
    finder.type("se")
    assert len(finder.palette.results.places()) == 11
    desk.window.resize(960, 640)
    finder.type("set")
    assert finder.palette.panel.geometry().bottom() < 640


def test_the_arrows_go_round(finder: Finder) -> None:
    finder.type("anna")
    finder.press(Qt.Key.Key_Up)
    assert finder.chosen.startswith("Add")
    finder.press(Qt.Key.Key_Down)
    assert finder.chosen == "Anna Lindqvist"


def test_escape_gives_the_focus_back(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.navigator.go(Place("settings"))
    before = QApplication.focusWidget()
    finder = Finder(desk, qtbot)
    assert finder.field.hasFocus()
    finder.press(Qt.Key.Key_Escape)
    assert finder.palette.isHidden()
    assert QApplication.focusWidget() is before


def test_writing_asks_for_the_address_of_whom_it_is_about(desk: Desk, qtbot: QtBot) -> None:
    desktop = Desktop()
    QDesktopServices.setUrlHandler("mailto", desktop, "open")  # type: ignore[arg-type]
    desk.book.contacts.add(a_person("Zoe Berg", "EMAIL:zoe@example.com"))
    finder = Finder(desk, qtbot)
    finder.type("zoe")
    finder.press(Qt.Key.Key_Down)
    assert finder.chosen == "Write to Zoe Berg"
    finder.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.opened == ["mailto:zoe@example.com"])
    QDesktopServices.unsetUrlHandler("mailto")
    assert desk.frame.navigator.history.current == Place.person(ContactId(3))


def test_a_command_given_by_its_keys_closes_it(finder: Finder) -> None:
    finder.desk.frame.menus.actions["compact"].trigger()
    assert finder.palette.isHidden()


def test_commands_used_last_are_offered_first(desk: Desk, qtbot: QtBot) -> None:
    finder = Finder(desk, qtbot)
    finder.type(">all shortcuts")
    finder.press(Qt.Key.Key_Return)
    assert desk.frame.shortcuts is not None
    desk.frame.shortcuts.close_overlay()
    rows = _again(finder)
    assert rows[rows.index("[Do]") + 1] == "All shortcuts"


def test_what_was_written_is_found_and_leads_to_where_it_stands(desk: Desk, qtbot: QtBot) -> None:
    johanna = ContactId(2)
    day = Happened(START.date())
    desk.book.timeline.log([johanna], InteractionKind.CALL, Direction.MINE, day, "The new oven is late")
    number = desk.book.reminders.add(a_reminder(text="Ask about the oven"))
    finder = Finder(desk, qtbot)
    finder.type("oven")
    rows = finder.read()
    found = rows[rows.index("[Found in your notes]") + 1 :][:2]
    assert found == ["“The new oven is late”", "“Ask about the oven”"]
    finder.press(Qt.Key.Key_Return)
    assert desk.frame.navigator.history.current == Place.person(johanna)
    finder = Finder(desk, qtbot)
    finder.type("oven")
    finder.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert desk.frame.navigator.history.current == Place("reminders", str(number))


def test_people_alone_are_looked_for_behind_the_sign_for_them(desk: Desk, qtbot: QtBot) -> None:
    desk.book.reminders.add(a_reminder(text="Ask Anna"))
    finder = Finder(desk, qtbot)
    finder.type("@anna")
    assert "[Found in your notes]" not in finder.read()


def test_made_ready_ahead_it_is_there_when_it_is_asked_for(desk: Desk, qtbot: QtBot) -> None:
    desk.following.palette.warm()
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(Palette)))
    assert desk.window.findChildren(Palette)[0].isHidden()
    finder = Finder(desk, qtbot)
    finder.type("anna")
    assert finder.chosen == "Anna Lindqvist"


def test_editing_from_here_is_a_place_one_can_come_back_to(finder: Finder) -> None:
    finder.type("johanna")
    finder.press(Qt.Key.Key_Tab)
    finder.type("edit")
    finder.press(Qt.Key.Key_Return)
    assert finder.desk.frame.navigator.history.current == Place("people", "2/edit")


@pytest.mark.parametrize("text_size", [100, 200])
def test_everything_fits_into_the_smallest_window(desk: Desk, qtbot: QtBot, text_size: int) -> None:
    for number in range(20):
        desk.book.contacts.add(a_person(f"Seth {number}", "EMAIL:seth@example.com"))
    theme().apply(Appearance(scheme="light", text_size=text_size))
    desk.window.resize(960, 640)
    finder = Finder(desk, qtbot)
    finder.type("se")
    panel, view = finder.palette.panel, finder.palette.list
    assert panel.geometry().bottom() < 640
    assert view.verticalScrollBar().maximum() == 0
    hints = [label for label in finder.palette.foot.findChildren(QLabel) if label.isVisible()]
    assert hints
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in hints if one.isVisible()))

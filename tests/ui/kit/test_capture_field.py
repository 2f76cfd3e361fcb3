from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.domain.interaction import Direction, Interaction, InteractionKind
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.domain.text import isolate
from relate_desktop.services.book import OpenBook
from relate_desktop.services.captures import Saved
from relate_desktop.services.jobs import JobRunner
from relate_desktop.ui.kit.capture_chip import Chip
from relate_desktop.ui.kit.capture_field import CaptureField
from relate_desktop.ui.kit.toggles import CheckBox
from relate_desktop.ui.kit.work import Work
from tests.clock import START
from tests.open_book import a_book, a_person


@dataclass
class Jotting:
    qtbot: QtBot
    book: OpenBook
    field: CaptureField

    def read(self, text: str) -> None:
        """Type a line and wait until it is understood."""
        self.field.start()
        self.field.line.set_text(text)
        self.qtbot.waitUntil(lambda: self.field.reads == text)

    def save(self) -> Saved:
        with self.qtbot.waitSignal(self.field.saved) as told:
            QTest.keyClick(self.field.line, Qt.Key.Key_Return)
        saved = told.args[0]
        assert isinstance(saved, Saved)
        return saved

    def chip(self, name: str) -> Chip:
        found = self.field.findChild(Chip, f"jot.{name}")
        assert found is not None
        return found

    def choose(self, name: str, words: str) -> None:
        """Choose in the menu of a chip or sign."""
        button = self.field.findChild(QPushButton, f"jot.{name}")
        assert button is not None
        menu = button.menu()
        assert menu is not None
        menu.aboutToShow.emit()
        action = next(action for action in menu.actions() if action.text().startswith(words))
        action.trigger()

    def only_talk(self) -> Interaction:
        (entry,) = self.book.timeline.page(self.book.timeline.ids())
        assert isinstance(entry.item, Interaction)
        return entry.item


@contextmanager
def a_jotting(qtbot: QtBot, folder: Path, *names: str) -> Iterator[Jotting]:
    with a_book(folder) as book:
        for name in names or ("Anna Lindqvist", "Olena Bondar"):
            book.contacts.add(a_person(name))
        runner = JobRunner()
        work = Work(runner)
        field = CaptureField(book.captures, work, "jot.text", "Jot something down", prefix="jot")
        qtbot.addWidget(field)
        field.resize(680, 400)
        field.show()
        try:
            yield Jotting(qtbot, book, field)
        finally:
            work.close()
            runner.close()


def test_a_line_is_shown_as_what_will_be_kept_and_saved_with_enter(qtbot: QtBot, tmp_path: Path) -> None:
    with a_jotting(qtbot, tmp_path) as jotting:
        jotting.read("called Anna yesterday about the invoice, remind me in two weeks")
        preview = jotting.field.findChild(QWidget, "jot.preview")
        assert preview is not None
        sentences = [row.accessibleName() for row in preview.children() if isinstance(row, QWidget)]
        assert sentences[0].startswith(f"You called {isolate('Anna Lindqvist')}: ")
        assert [tint.colour for tint in jotting.field.line.tints] == ["accent", "plum", "blue", "amber"]
        saved = jotting.save()
        assert len(saved.written) == 2
        assert jotting.only_talk().text == "about the invoice"
        assert jotting.field.line.text() == ""
        assert [item.text for item in jotting.book.reminders.open()] == ["about the invoice"]


def test_chips_put_right_what_was_read(qtbot: QtBot, tmp_path: Path) -> None:
    with a_jotting(qtbot, tmp_path) as jotting:
        jotting.read("called Anna")
        jotting.choose("kind", "Meeting")
        jotting.choose("direction", "Both")
        jotting.choose("when", "Yesterday")
        jotting.save()
        talk = jotting.only_talk()
        assert (talk.kind, talk.direction) == (InteractionKind.MEETING, Direction.BOTH)
        assert talk.happened.on.isoformat() == "2026-03-13"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_two_annas_are_asked_about_before_anything_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    with a_jotting(qtbot, tmp_path, "Anna Lindqvist", "Anna Berg") as jotting:
        jotting.read("called anna")
        QTest.keyClick(jotting.field.line, Qt.Key.Key_Return)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [action.text() for action in menu.actions()][:2] == ["Anna Berg", "Anna Lindqvist"]
        menu.actions()[0].trigger()
        menu.close()
        assert len(jotting.book.timeline.ids()) == 0
        jotting.save()
        (who,) = jotting.only_talk().participants
        assert jotting.book.contacts.get(who).id == jotting.book.contacts.named("Anna Berg")


def test_an_unknown_name_becomes_a_new_person(qtbot: QtBot, tmp_path: Path) -> None:
    with a_jotting(qtbot, tmp_path) as jotting:
        jotting.read("called Johanna about the fitting")
        jotting.choose("person", f"Add {isolate('Johanna')}")
        jotting.save()
        assert jotting.only_talk().participants == (jotting.book.contacts.named("Johanna"),)


def test_a_part_can_be_left_out_and_a_suggestion_ticked(qtbot: QtBot, tmp_path: Path) -> None:
    with a_jotting(qtbot, tmp_path) as jotting:
        jotting.read("met Anna, likes liquorice, remind me tomorrow")
        jotting.choose("kind.2", "Leave this out")
        box = jotting.field.findChild(CheckBox, "jot.suggestion")
        assert box is not None
        assert not box.isChecked()
        box.click()
        jotting.save()
        assert jotting.book.reminders.open() == ()
        anna = jotting.book.contacts.get(jotting.book.contacts.named("Anna"))
        assert "likes liquorice" in [item.text for item in anna.properties]


def test_a_due_reminder_that_is_answered_is_ticked_and_done(qtbot: QtBot, tmp_path: Path) -> None:
    with a_jotting(qtbot, tmp_path) as jotting:
        anna = jotting.book.contacts.named("Anna")
        due = DueTime(jotting.book.present().today)
        jotting.book.reminders.add(Reminder("Second, gentle note to Anna", (anna,), due, START))
        jotting.read("called Anna")
        box = jotting.field.findChild(CheckBox, "jot.also_done")
        assert box is not None
        assert box.isChecked()
        assert box.accessibleName().startswith("Mark done: ")
        jotting.save()
        assert jotting.book.reminders.open() == ()


def test_what_was_put_right_stays_while_typing_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    with a_jotting(qtbot, tmp_path) as jotting:
        jotting.read("called Anna")
        jotting.choose("direction", "They")
        jotting.read("called Anna about the oven")
        jotting.save()
        talk = jotting.only_talk()
        assert (talk.direction, talk.text) == (Direction.THEIRS, "about the oven")


def test_the_kind_can_be_preset_on_the_page_of_somebody(qtbot: QtBot, tmp_path: Path) -> None:
    with a_jotting(qtbot, tmp_path) as jotting:
        jotting.field.set_about(jotting.book.contacts.named("Anna"))
        jotting.field.set_kind(InteractionKind.CALL)
        jotting.read("the proofs are late")
        jotting.save()
        assert jotting.only_talk().kind is InteractionKind.CALL


def test_escape_forgets_the_line(qtbot: QtBot, tmp_path: Path) -> None:
    with a_jotting(qtbot, tmp_path) as jotting:
        jotting.read("called Anna")
        with jotting.qtbot.waitSignal(jotting.field.cancelled):
            QTest.keyClick(jotting.field.line, Qt.Key.Key_Escape)
        assert jotting.field.line.text() == ""
        assert not jotting.field.panel.isVisible()


def test_pressing_enter_twice_writes_it_down_once(qtbot: QtBot, tmp_path: Path) -> None:
    with a_jotting(qtbot, tmp_path) as jotting:
        jotting.read("called Anna")
        with jotting.qtbot.waitSignal(jotting.field.saved):
            QTest.keyClick(jotting.field.line, Qt.Key.Key_Return)
            QTest.keyClick(jotting.field.line, Qt.Key.Key_Return)
            QTest.keyClicks(jotting.field.line, "more")
        assert len(jotting.book.timeline.ids()) == 1
        assert jotting.field.line.text() == ""


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_focus_stays_on_the_chip_that_was_changed(qtbot: QtBot, tmp_path: Path) -> None:
    with a_jotting(qtbot, tmp_path) as jotting:
        jotting.read("called Anna")
        jotting.chip("when").open_menu()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: jotting.chip("when").text() == "yesterday")
        qtbot.waitUntil(jotting.chip("when").hasFocus)


def test_enter_before_the_line_was_read_saves_it_as_soon_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    with a_jotting(qtbot, tmp_path) as jotting:
        jotting.field.start("called Anna about the oven")
        jotting.save()
        assert jotting.only_talk().text == "about the oven"


def test_it_is_said_softly_when_it_is_night_for_them_then(qtbot: QtBot, tmp_path: Path) -> None:
    with a_jotting(qtbot, tmp_path) as jotting:
        jotting.book.contacts.add(a_person("Misaki Tanaka", "TZ:Asia/Tokyo"))
        here = jotting.book.present().here
        hour = START.replace(day=15, hour=18, minute=10).astimezone(here)
        jotting.read(f"remind me tomorrow at {hour:%H:%M} to call Misaki")
        words = [label.text() for label in jotting.field.panel.findChildren(QLabel)]
        assert f"It is 03:10 for {isolate('Misaki Tanaka')} then." in words

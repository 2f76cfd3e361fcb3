"""The question at the first reminder with an hour, and what is offered once one is done."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.services.at_login import AtLogin
from relate_desktop.services.jobs import InlineRunner, JobKind, Lane
from relate_desktop.services.preferences import OpenAtLogin
from relate_desktop.system.notices import Button, Notice
from relate_desktop.ui.shell.jot import JotOverlay
from relate_desktop.ui.shell.pop_up_question import PopUpPanel, PopUpQuestion
from tests.clock import START
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, "Chidi Eze") as desk:
        yield desk


def remind(desk: Desk, *, timed: bool, text: str = "Ask Chidi how it went") -> None:
    """A reminder for tomorrow, about Chidi."""
    present = desk.book.present()
    at = present.now.astimezone(present.here).time().replace(second=0) if timed else None
    due = DueTime(present.today + timedelta(days=1), at)
    desk.book.reminders.add(Reminder(text, (ContactId(1),), due, START))


def be_done(desk: Desk, qtbot: QtBot) -> None:
    """Mark the reminder done, once it is said that it was added."""
    text = desk.frame.snackbar.text
    qtbot.waitUntil(lambda: text.text().startswith("Added"))
    (reminder,) = desk.book.reminders.open()
    assert reminder.id is not None
    desk.book.reminders.done(reminder.id)
    qtbot.waitUntil(lambda: text.text().startswith("Done"))


def asked(desk: Desk, qtbot: QtBot) -> PopUpPanel:
    """The panel, once it is there."""
    question = desk.window.findChild(PopUpQuestion)
    assert isinstance(question, PopUpQuestion)
    qtbot.waitUntil(lambda: question.panel is not None and question.panel.isVisible())
    assert question.panel is not None
    return question.panel


def test_the_first_reminder_with_an_hour_asks_whether_to_pop_up(desk: Desk, qtbot: QtBot) -> None:
    remind(desk, timed=True)
    panel = asked(desk, qtbot)
    assert panel.yes.hasFocus()
    panel.no.click()
    now = desk.preferences.current
    assert (now.popups, now.popups_agreed) == (False, True)
    assert panel.isHidden()


def test_it_is_asked_once(desk: Desk, qtbot: QtBot) -> None:
    remind(desk, timed=True)
    panel = asked(desk, qtbot)
    panel.yes.click()
    remind(desk, timed=True, text="Another")
    qtbot.waitUntil(lambda: "Another" in desk.frame.snackbar.text.text())
    assert panel.isHidden()
    assert desk.preferences.current.popups


def test_a_reminder_without_an_hour_asks_nothing(desk: Desk, qtbot: QtBot) -> None:
    remind(desk, timed=False)
    qtbot.waitUntil(lambda: "Ask Chidi" in desk.frame.snackbar.text.text())
    question = desk.window.findChild(PopUpQuestion)
    assert isinstance(question, PopUpQuestion)
    assert question.panel is None


def test_it_may_wait_in_the_background_from_login_on(desk: Desk, qtbot: QtBot) -> None:
    remind(desk, timed=True)
    panel = asked(desk, qtbot)
    panel.at_login.click()
    panel.yes.click()
    assert AtLogin(desk.book.folder, desk.preferences).on
    assert desk.preferences.current.open_at_login is OpenAtLogin.YES


def test_after_a_conversation_that_is_done_it_asks_what_was_said(desk: Desk, qtbot: QtBot) -> None:
    remind(desk, timed=False)
    be_done(desk, qtbot)
    snackbar = desk.frame.snackbar
    assert snackbar.then.text() == "What did you say?"
    snackbar.then.click()
    overlay = desk.window.findChild(JotOverlay)
    assert isinstance(overlay, JotOverlay)
    assert overlay.isVisible()
    assert overlay.field.line.text() == "Talked to Chidi Eze: "
    overlay.close_overlay()


def test_after_anything_else_it_asks_nothing(desk: Desk, qtbot: QtBot) -> None:
    remind(desk, timed=False, text="Buy flowers for Chidi")
    be_done(desk, qtbot)
    assert not desk.frame.snackbar.then.isVisible()


def test_the_settings_try_the_own_window_where_the_desktop_shows_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.navigator.go(Place("settings", "reminders"))
    room = desk.frame.navigator.room
    assert room is not None
    room.notice_asked.emit(Notice("trial", "What a reminder looks like", "", (Button("done", "Done"),)))
    window = desk.following.pop_ups.window
    qtbot.waitUntil(lambda: len(window.cards) == 1)
    window.withdraw("trial")


def test_the_sample_people_ask_nothing(desk: Desk, qtbot: QtBot) -> None:
    InlineRunner().submit(Lane.WRITE, desk.book.sample.add, JobKind.SAMPLE).result()
    text = desk.frame.snackbar.text
    qtbot.waitUntil(lambda: "invented" in text.text())
    question = desk.window.findChild(PopUpQuestion)
    assert isinstance(question, PopUpQuestion)
    assert question.panel is None

"""Who is invited to events: who is asked about, who is only named, and who becomes a person."""

from dataclasses import replace
from threading import Thread, current_thread, main_thread

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from relate_desktop.domain.calendar_event import Attendee
from relate_desktop.domain.meeting_people import Standing
from relate_desktop.ui.calendar.strangers import MOST_SHOWN, StrangersPanel
from relate_desktop.ui.kit.labels import SafeLabel
from tests.ui.calendar.board import Board, meeting
from tests.unit.services.calendars import a_calendar
from tests.unit.storage.events import an_event


def test_whom_nobody_knows_is_asked_about_and_remembered(board: Board, qtbot: QtBot) -> None:
    a_calendar(board.desk.book, meeting(who="lindqvist.a@else.example"))
    board.go()
    qtbot.waitUntil(lambda: "Crane catalogue" in board.titles)
    board.stand_on("Crane catalogue")
    QTest.keyClick(board.room.agenda, Qt.Key.Key_Return)
    panel = board.room.panel
    qtbot.waitUntil(lambda: panel.people.findChild(QPushButton, "calendar.event.who.0.pick") is not None)
    pick = panel.people.findChild(QPushButton, "calendar.event.who.0.pick")
    assert pick is not None
    pick.click()
    (anna,) = board.desk.book.contacts.summaries([board.anna])
    panel.picker.picked.emit(anna)
    qtbot.waitUntil(lambda: panel.people.findChild(QPushButton, "calendar.event.person.0") is not None)
    view = board.room.agenda.lines.view
    assert view is not None
    (event,) = [line.occurrence.event for line in view.lines if line.occurrence is not None]
    people = board.desk.book.meeting_people.of_event(event)
    assert [(one.standing, one.contact) for one in people.people] == [(Standing.KNOWN, board.anna)]


def test_that_somebody_is_the_user_is_heard_on_the_window_s_thread(board: Board, qtbot: QtBot) -> None:
    a_calendar(board.desk.book, meeting(who="robin@me.example"))
    heard_on = list[Thread]()
    board.desk.book.preferences.listen(lambda _now: heard_on.append(current_thread()))
    board.go()
    qtbot.waitUntil(lambda: "Crane catalogue" in board.titles)
    board.stand_on("Crane catalogue")
    QTest.keyClick(board.room.agenda, Qt.Key.Key_Return)
    people = board.room.panel.people
    qtbot.waitUntil(lambda: people.findChild(QPushButton, "calendar.event.who.0.me") is not None)
    me = people.findChild(QPushButton, "calendar.event.who.0.me")
    assert me is not None
    me.click()
    qtbot.waitUntil(lambda: heard_on == [main_thread()])
    assert board.desk.book.preferences.current.your_addresses == "robin@me.example"


def test_rooms_and_lists_are_named_with_an_event_and_not_asked_about(board: Board, qtbot: QtBot) -> None:
    event = meeting()
    assert event.draft is not None
    things = (Attendee("team@x.org", "Team", person=False), Attendee("", "Attic", person=False))
    invited = (*event.draft.attendees, *things)
    a_calendar(board.desk.book, replace(event, draft=replace(event.draft, place="Attic", attendees=invited)))
    board.go()
    qtbot.waitUntil(lambda: "Crane catalogue" in board.titles)
    board.stand_on("Crane catalogue")
    QTest.keyClick(board.room.agenda, Qt.Key.Key_Return)
    panel = board.room.panel
    qtbot.waitUntil(lambda: panel.isVisible() and panel.brief.isVisible())
    said = [label.text() for label in panel.findChildren(SafeLabel) if label.isVisible()]
    assert "Also invited: \u2068Team\u2069" in said
    assert not [text for text in said if text.startswith("Who is")]


def test_of_very_many_guests_the_most_frequent_are_shown_and_that_there_are_more(
    board: Board, qtbot: QtBot
) -> None:
    crowd = [f"{number}@fair.example" for number in range(MOST_SHOWN + 1)]
    a_calendar(board.desk.book, an_event("Fair", uid="fair", addresses=crowd))
    board.go()
    strangers = board.room.strangers
    qtbot.waitUntil(strangers.button.isVisible)
    assert strangers.words.text() == f"{MOST_SHOWN + 1} people invited are not in your book."
    strangers.button.click()
    panel = board.desk.window.findChild(StrangersPanel)
    assert panel is not None
    assert len(panel.boxes) == MOST_SHOWN
    said = [label.text() for label in panel.findChildren(SafeLabel)]
    assert "These 100 are invited most often. The others come once these are answered." in said


def test_who_is_invited_and_not_in_the_book_are_told_of_and_become_people(board: Board, qtbot: QtBot) -> None:
    a_calendar(board.desk.book, meeting(who="m.tanaka@work.example"), meeting("Two", who="bob@b.example"))
    board.go()
    strangers = board.room.strangers
    button = strangers.button
    qtbot.waitUntil(button.isVisible)
    assert strangers.words.text() == "Two people invited are not in your book."
    button.click()
    panel = board.desk.window.findChild(StrangersPanel)
    assert panel is not None
    assert not panel.add.isEnabled()
    panel.boxes[1].click()
    assert panel.add.text() == "Add one person"
    panel.add.click()
    qtbot.waitUntil(lambda: strangers.words.text() == "One person invited is not in your book.")
    assert board.desk.book.contacts.named("m.tanaka@work.example")
    button.click()
    (panel,) = [one for one in board.desk.window.findChildren(StrangersPanel) if one.isVisible()]
    panel.all.click()
    panel.nobody.click()
    qtbot.waitUntil(lambda: not button.isVisible())

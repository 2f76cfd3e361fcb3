"""The room of the calendar on a real book."""

import threading
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.event_rule import EventRule, Step
from relate_desktop.domain.event_series import MOST_A_DAY
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.meeting_people import Standing
from relate_desktop.domain.place import Place
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.calendar.event_people import EventPeople
from relate_desktop.ui.calendar.event_view import PersonLine
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.name_form import NameForm
from tests.bare import bare
from tests.open_book import a_person
from tests.ui.calendar.board import ANNAS, TODAY, Board, meeting, on
from tests.unit.services.calendars import a_calendar
from tests.unit.storage.books import doing
from tests.unit.storage.events import a_refused_event, a_schedule, an_event


def test_without_anything_the_room_invites(board: Board, qtbot: QtBot) -> None:
    board.desk.preferences.change(calendar_moments=False)
    board.go()
    qtbot.waitUntil(board.room.empty.isVisible)
    assert "No calendar yet" in board.room.empty.heading.text()


def test_while_the_first_calendar_is_read_the_room_says_so(board: Board, qtbot: QtBot) -> None:
    board.desk.preferences.change(calendar_moments=False)
    board.go()
    empty = board.room.empty
    qtbot.waitUntil(empty.isVisible)
    gate = threading.Semaphore(0)
    work = board.desk.work
    for _reader in range(2):
        work.run(Lane.READ, lambda _job: gate.acquire(timeout=30))
    a_calendar(board.desk.book, meeting())
    qtbot.waitUntil(lambda: "Reading" in empty.heading.text())
    assert not empty.add.isVisible()
    gate.release(2)
    qtbot.waitUntil(lambda: "Crane catalogue" in board.titles)
    assert not empty.isVisible()


def test_while_a_file_is_brought_in_the_room_says_so(board: Board, qtbot: QtBot) -> None:
    board.desk.preferences.change(calendar_moments=False)
    board.go()
    empty = board.room.empty
    qtbot.waitUntil(empty.isVisible)
    gate = threading.Semaphore(0)
    board.desk.work.run(Lane.WRITE, lambda _job: gate.acquire(timeout=30), kind=JobKind.IMPORT)
    qtbot.waitUntil(lambda: "Reading" in empty.heading.text())
    gate.release()
    qtbot.waitUntil(lambda: "No calendar yet" in empty.heading.text())
    assert empty.add.isVisible()


def test_the_agenda_lists_events_reminders_and_moments_by_day(board: Board, qtbot: QtBot) -> None:
    book = board.desk.book
    a_calendar(book, meeting())
    book.reminders.add(
        Reminder("Write to Anna", (board.anna,), DueTime(TODAY + timedelta(days=1)), book.clock())
    )
    board.go()
    qtbot.waitUntil(lambda: "Crane catalogue" in board.titles)
    assert board.titles[:3] == ["Crane catalogue", "Write to Anna", ANNAS]
    index = board.room.agenda.lines.index(0, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Saturday 14 March 2026, 14:00, Crane catalogue, with Anna Lindqvist"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole).startswith("Studio")


def test_free_days_of_the_week_are_named_and_later_ones_are_not(board: Board, qtbot: QtBot) -> None:
    a_calendar(board.desk.book, meeting(), meeting("Fair", days=30))
    board.go()
    qtbot.waitUntil(lambda: "Fair" in board.titles)
    view = board.room.agenda.lines.view
    assert view is not None
    days = [line.on for line in view.lines]
    assert set(days) >= {TODAY + timedelta(days=ahead) for ahead in range(7)}
    assert TODAY + timedelta(days=12) not in days


def test_enter_shows_an_event_with_what_to_know_and_escape_closes_it(board: Board, qtbot: QtBot) -> None:
    book = board.desk.book
    a_calendar(book, meeting())
    yesterday = Happened(TODAY - timedelta(days=1))
    book.timeline.log([board.anna], InteractionKind.CALL, Direction.BOTH, yesterday, "She likes warm paper.")
    board.go()
    qtbot.waitUntil(lambda: "Crane catalogue" in board.titles)
    board.stand_on("Crane catalogue")
    QTest.keyClick(board.room.agenda, Qt.Key.Key_Return)
    panel = board.room.panel
    qtbot.waitUntil(lambda: panel.isVisible() and panel.brief.isVisible())
    assert panel.heading.text() == "Crane catalogue"
    said = [label.text() for label in panel.brief.findChildren(SafeLabel)]
    assert any("She likes warm paper." in text for text in said)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert board.room.rail.isVisible()
    assert board.room.agenda.hasFocus()


def test_the_useful_line_stands_beside_a_meeting(board: Board, qtbot: QtBot) -> None:
    book = board.desk.book
    a_calendar(book, meeting())
    yesterday = Happened(TODAY - timedelta(days=1))
    book.timeline.log([board.anna], InteractionKind.CALL, Direction.BOTH, yesterday, "She likes warm paper.")
    board.go()
    qtbot.waitUntil(lambda: "Crane catalogue" in board.titles)
    line = board.room.agenda.lines.line(board.room.agenda.lines.index(0, 0))
    assert line is not None
    assert "She likes warm paper." in line.beside


def test_a_calendar_that_is_not_ticked_is_not_shown(board: Board, qtbot: QtBot) -> None:
    a_calendar(board.desk.book, meeting())
    board.go()
    qtbot.waitUntil(lambda: "Crane catalogue" in board.titles)
    shown = board.room.rail.shown
    shown.setCurrentIndex(shown.entries.index(0, 0))
    QTest.keyClick(shown, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Crane catalogue" not in board.titles)
    moments = shown.entries.entries[1]
    assert moments.preference == "calendar_moments"
    assert ANNAS in board.titles
    shown.setCurrentIndex(shown.entries.index(1, 0))
    QTest.keyClick(shown, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: ANNAS not in board.titles)


def test_a_calendar_with_nothing_to_show_has_no_tick(board: Board, qtbot: QtBot) -> None:
    with board.desk.book.database.write(doing(OperationKind.IMPORT)) as writer:
        writer.calendars.add("Messages", 1)
    a_calendar(board.desk.book, meeting())
    board.go()
    qtbot.waitUntil(lambda: "Crane catalogue" in board.titles)
    entries = board.room.rail.shown.entries.entries
    assert [entry.words for entry in entries if entry.calendar is not None] == ["Studio"]


def test_a_month_shows_its_days_and_a_day_leads_to_the_agenda(board: Board, qtbot: QtBot) -> None:
    a_calendar(board.desk.book, meeting(days=5))
    board.go("calendar/month/2026-03-14")
    table = board.room.month
    day = TODAY + timedelta(days=5)
    qtbot.waitUntil(lambda: bool(table.days.lines(table.days.index_of(day))))
    said = table.days.index_of(day).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "1 thing: Crane catalogue" in said
    table.setCurrentIndex(table.days.index_of(day))
    QTest.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: board.room.agenda.isVisible() and "Crane catalogue" in board.titles)
    line = board.room.agenda.line
    assert line is not None
    assert line.title == "Crane catalogue"


def test_the_small_month_turns_and_its_days_are_gone_to(board: Board, qtbot: QtBot) -> None:
    a_calendar(board.desk.book, meeting("Later", days=40))
    board.go()
    qtbot.waitUntil(lambda: board.room.rail.heading.text() == "March 2026")
    board.room.rail.next.click()
    qtbot.waitUntil(lambda: board.room.rail.heading.text() == "April 2026")
    board.room.rail.month.opened.emit(TODAY + timedelta(days=40))
    qtbot.waitUntil(lambda: board.room.agenda.line is not None and board.room.agenda.line.title == "Later")


def test_days_come_as_one_goes_on(board: Board, qtbot: QtBot) -> None:
    weekly = an_event("Review", a_schedule(on(0, 9), zone="UTC", rules=(EventRule(Step.DAILY),)), uid="r")
    a_calendar(board.desk.book, weekly)
    board.go()
    qtbot.waitUntil(lambda: "Review" in board.titles)
    before = len(board.titles)
    agenda = board.room.agenda
    agenda.setFocus()
    QTest.keyClick(agenda, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: len(board.titles) > before)
    view = agenda.lines.view
    assert view is not None
    days = [line.on for line in view.lines if line.title == "Review"]
    assert days == [TODAY + timedelta(days=ahead) for ahead in range(len(days))]


def test_what_could_not_be_read_is_told_with_its_line(board: Board, qtbot: QtBot) -> None:
    a_calendar(board.desk.book, meeting(), a_refused_event())
    board.go()
    qtbot.waitUntil(board.room.strip.isVisible)
    assert "1 event Relate could not read" in board.room.strip._text.text()


def test_a_reminder_in_the_agenda_leads_to_the_reminders(board: Board, qtbot: QtBot) -> None:
    book = board.desk.book
    number = book.reminders.add(Reminder("Write to Anna", (board.anna,), DueTime(TODAY), book.clock()))
    board.go()
    qtbot.waitUntil(lambda: "Write to Anna" in board.titles)
    board.stand_on("Write to Anna")
    QTest.keyClick(board.room.agenda, Qt.Key.Key_Return)
    history = board.desk.frame.navigator.history
    assert history.current == Place("reminders", str(number))


def test_a_note_for_a_meeting_goes_to_everybody_known_of_it(board: Board, qtbot: QtBot) -> None:
    a_calendar(board.desk.book, meeting())
    board.go()
    qtbot.waitUntil(lambda: "Crane catalogue" in board.titles)
    board.stand_on("Crane catalogue")
    QTest.keyClick(board.room.agenda, Qt.Key.Key_Return)
    panel = board.room.panel
    qtbot.waitUntil(panel.note.isVisible)
    panel.note.editor.setFocus()
    QTest.keyClicks(panel.note.editor, "Bring the samples")
    panel.keep_note.click()
    qtbot.waitUntil(lambda: panel.note.text() == "")
    (entry, *_rest) = board.desk.book.timeline.recent(board.anna, 5)
    assert getattr(entry.item, "text", "") == "Bring the samples"


def test_a_calendar_is_renamed_from_its_menu(board: Board, qtbot: QtBot) -> None:
    calendar = a_calendar(board.desk.book, meeting())
    board.go()
    qtbot.waitUntil(lambda: "Crane catalogue" in board.titles)
    room = board.room
    room.calendar_menu.open_for(room.rail.shown.entries.entries[0], room.mapToGlobal(room.rect().center()))
    rename = next(action for action in room.calendar_menu.actions() if action.text() == "Rename…")
    room.calendar_menu.close()
    rename.trigger()
    form = board.desk.window.findChild(NameForm)
    assert form is not None
    form.field.editor.setText("Work")
    QTest.keyClick(form.field.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: board.desk.book.calendars.get(calendar).name == "Work")


def test_an_event_is_hidden_from_its_menu_with_its_whole_series(board: Board, qtbot: QtBot) -> None:
    weekly = an_event("Review", a_schedule(on(0, 9), zone="UTC", rules=(EventRule(Step.WEEKLY),)), uid="r")
    a_calendar(board.desk.book, weekly)
    board.go()
    qtbot.waitUntil(lambda: "Review" in board.titles)
    board.stand_on("Review")
    line = board.room.agenda.line
    assert line is not None
    board.room.menu.open_for(line, lambda: None, board.room.mapToGlobal(board.room.rect().center()))
    hide = next(action for action in board.room.menu.actions() if action.text() == "Hide this series")
    board.room.menu.close()
    hide.trigger()
    qtbot.waitUntil(lambda: "Review" not in board.titles)


def test_what_comes_every_second_is_told_a_few_times_and_that_there_are_more(
    board: Board, qtbot: QtBot
) -> None:
    endless = a_schedule(on(0, 0), zone="UTC", rules=(EventRule(Step.SECONDLY),))
    a_calendar(board.desk.book, an_event("Endless", endless, uid="endless"), meeting())
    board.go()
    qtbot.waitUntil(lambda: "Crane catalogue" in board.titles)
    assert board.titles.count("Endless") % MOST_A_DAY == 0
    assert "\u2068Endless\u2069, and many more times that day" in board.titles


def test_the_days_keep_their_words_with_large_text_in_a_small_window(board: Board, qtbot: QtBot) -> None:
    board.desk.preferences.change(text_size=150)
    board.desk.window.resize(960, 640)
    board.go()
    qtbot.waitUntil(lambda: board.room.agenda.width() > 640)


def test_whoever_may_be_meant_is_offered_inside_the_event_however_long_they_are_called(
    board: Board, qtbot: QtBot
) -> None:
    long = "A company of a very long name that goes on"
    board.desk.book.contacts.add(a_person("Misaki Tanaka", f"ORG:{long}"))
    everybody = [ContactId(one) for one in board.desk.book.contacts.ids()]
    who = tuple(board.desk.book.contacts.summaries(everybody))
    asked = PersonLine(Standing.UNKNOWN, "Who is this?", candidates=who)
    people = EventPeople(lambda _hash: None)
    qtbot.addWidget(people)
    people.show_people([asked])
    people.resize(240, 400)
    people.show()
    assert people.minimumSizeHint().width() <= 240
    offered = next(one for one in people.findChildren(QPushButton) if "…" in one.text())
    assert long in bare(offered.accessibleName())

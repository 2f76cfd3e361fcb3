from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from relate_desktop.domain.outgoing_event import CalendarProgram
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.shell.calendar_export import CalendarExport
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk


def an_export(desk: Desk) -> CalendarExport:
    (found,) = desk.window.findChildren(CalendarExport)
    return found


def test_the_file_menu_asks_where_to_and_for_which_program(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path, "Ada Lovelace") as desk:
        desk.frame.menus.actions["export.calendar"].trigger()
        (dialog,) = desk.window.findChildren(QFileDialog)
        assert len(dialog.nameFilters()) == len(CalendarProgram)
        assert dialog.nameFilters()[1] == "Calendar for Google (*.ics)"
        assert dialog.accessibleName() == "Export days and reminders"
        dialog.reject()


def test_days_and_reminders_are_written_and_what_has_no_place_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path, "Ada Lovelace") as desk:
        book = desk.book
        grace = book.contacts.add(a_person("Grace Hopper", "BDAY:19061209"))
        book.reminders.add(Reminder("Write", (grace,), DueTime(date(2026, 3, 20)), book.clock()))
        book.reminders.add(Reminder("Some day", (grace,), None, book.clock()))
        export = an_export(desk)
        told: list[Message] = []
        export.said.connect(told.append)
        export.write(tmp_path / "days.ics", CalendarProgram.GOOGLE)
        qtbot.waitUntil(lambda: bool(told))
        assert told[0].text.startswith("Two events and no tasks written to \u2068days.ics\u2069, read back")
        written = (tmp_path / "days.ics").read_text(encoding="utf-8")
        assert "Birthday of Grace Hopper" in written
        assert written.count("BEGIN:VEVENT") == 2
        assert not desk.frame.strip.isHidden()

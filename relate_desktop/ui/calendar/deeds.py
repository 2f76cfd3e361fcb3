"""What is done to calendars and their events from the room, each as one change on the writing lane."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from relate_desktop.domain.calendar import Calendar
from relate_desktop.domain.calendar_event import Attendee, CalendarEvent
from relate_desktop.domain.ids import CalendarId, ContactId
from relate_desktop.domain.interaction import Happened
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.calendar.shown import ShownEntry
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


class CalendarDeeds(QObject):
    """Every method returns at once; the news of the book tells when it is done."""

    said = Signal(object)
    """A Message."""

    def __init__(self, book: "OpenBook", work: Work, host: QWidget) -> None:
        super().__init__(host)
        self._book, self._work, self._host = book, work, host

    def turn(self, entry: ShownEntry, shown: bool) -> None:
        """Show a calendar, or what Relate itself puts among the events, or hide it."""
        calendar, preference = entry.calendar, entry.preference
        if calendar is not None:
            self._write(lambda: self._book.calendars.show(calendar, shown=shown))
        elif preference:
            self._book.preferences.change(**{preference: shown})

    def rename(self, calendar: CalendarId, name: str) -> None:
        """Give a calendar another name."""
        self._write(lambda: self._book.calendars.rename(calendar, name))

    def colour(self, calendar: CalendarId, hue: int) -> None:
        """Show a calendar in another colour."""
        self._write(lambda: self._book.calendars.colour(calendar, hue))

    def remove(self, calendar: CalendarId) -> None:
        """Take a calendar away with its events; undo brings it back."""
        self._write(lambda: self._book.calendars.remove(calendar))

    def hide_series(self, event: CalendarEvent) -> None:
        """Show an event, with all its occurrences, no more."""
        self._write(lambda: self._book.calendars.hide_series(event.id))

    def this_is(self, attendee: Attendee, contact: ContactId | None) -> None:
        """Remember who an attendee is; None: nobody of the book."""
        self._write(lambda: self._book.meeting_people.this_is(attendee, contact))

    def this_is_me(self, attendee: Attendee) -> None:
        """Remember that an attendee is the user: a preference, heard of on the thread that sets it."""
        self._book.meeting_people.this_is_me(attendee)

    def title_is(self, event: CalendarEvent, contact: ContactId | None) -> None:
        """Remember whom the title of an event means."""
        self._write(lambda: self._book.meeting_people.title_is(event, contact))

    def link(self, event: CalendarEvent, contact: ContactId) -> None:
        """Remember that an event is with this person as well."""
        self._write(lambda: self._book.meeting_people.link(event, contact))

    def unlink(self, event: CalendarEvent, contact: ContactId) -> None:
        """Take that back."""
        self._write(lambda: self._book.meeting_people.unlink(event, contact))

    def make_person(self, attendee: Attendee) -> None:
        """Make an attendee a person of the book."""
        self._write(lambda: self._book.meeting_people.make_person(attendee))

    def keep_note(
        self, contacts: Sequence[ContactId], text: str, happened: Happened, kept: Callable[[], object]
    ) -> None:
        """Write a note about the people of a meeting; ``kept`` is called when it stands in the book."""
        self._work.run(
            Lane.WRITE,
            lambda _job: self._book.timeline.note(contacts, text, happened),
            lambda _id: kept(),
            kind=JobKind.EDIT,
            owner=self,
        )

    def read_again(self) -> None:
        """Look at all watched files, whether they changed or not."""
        self._work.run(Lane.WRITE, self._book.calendars.read_again, None, kind=JobKind.IMPORT, owner=self)

    def find_file(self, calendar: Calendar) -> None:
        """Ask where a file has gone, and watch it there."""
        dialog = QFileDialog(self._host, _("Where is the calendar’s file now?"))
        named(dialog, "calendar.find_file", _("Where is the calendar’s file now?"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Calendar files (*.ics *.vcs *.zip *.gz)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda name: self._moved(calendar.id, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _moved(self, calendar: CalendarId, path: Path) -> None:
        self._write(lambda: self._book.calendars.find_file(calendar, path))

    def _write(self, do: Callable[[], Any]) -> None:
        self._work.run(Lane.WRITE, lambda _job: do(), None, kind=JobKind.EDIT, owner=self)

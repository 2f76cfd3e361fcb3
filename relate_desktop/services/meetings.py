"""Whom one meets today, as it was written down ahead, with what to know before."""

from dataclasses import replace

from relate_desktop.domain.ids import InteractionId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.domain.meetings import Meeting
from relate_desktop.domain.timeline import TimelineEntry
from relate_desktop.domain.wall_time import moved, start_of
from relate_desktop.services.present import PresentSource
from relate_desktop.services.useful import useful_about
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database

MOST = 6
_LATELY = 5


class MeetingsService:
    """May be asked on any thread."""

    def __init__(self, database: Database, present: PresentSource) -> None:
        self._database = database
        self._present = present

    def today(self) -> tuple[Meeting, ...]:
        """The meetings and calls of today that have an hour, in their order."""
        present = self._present()
        start = start_of(present.today, present.here)
        end = start_of(moved(present.today, 1), present.here)
        with self._database.read() as book:
            entries = book.timeline.page(book.meetings.planned(start, end, MOST))
            found = (self._meeting(book, entry) for entry in entries)
            return tuple(meeting for meeting in found if meeting is not None)

    def _meeting(self, book: BookReader, entry: TimelineEntry) -> Meeting | None:
        item = entry.item
        if not isinstance(item, Interaction) or item.happened.at is None or not entry.people:
            return None
        contact = entry.people[0].id
        useful = useful_about(book, contact, self._present(), besides=item.id)
        meeting = Meeting(InteractionId(entry.id), item, item.happened.at, entry.people, useful)
        written = (one.created_at for one in book.timeline.recent(contact, _LATELY))
        told = any(moment is not None and moment >= meeting.ends_at for moment in written)
        return replace(meeting, told=told)

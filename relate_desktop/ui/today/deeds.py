"""What is done to the book from Today, each as one change on the writing lane."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.errors import UserError
from relate_desktop.domain.first_day import LastTalk, rough_day
from relate_desktop.domain.ids import ContactId, InteractionId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.name import with_call
from relate_desktop.domain.present import Present
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.addresses import safe_address
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.today.view import DueLine, Face
from relate_desktop.words.first_day import last_talk_answer
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


class Deeds(QObject):
    """Every method returns at once; the news of the book tells when it is done."""

    said = Signal(object)
    """A Message."""

    def __init__(
        self, book: "OpenBook", work: Work, present: Callable[[], Present], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._book, self._work, self._present = book, work, present
        self._talks: dict[ContactId, InteractionId] = {}
        """The rough answers so far; touched on the writing lane alone, which does one thing at a time."""

    def done(self, line: DueLine, untick: Callable[[], object]) -> None:
        """Mark a reminder done or a promise kept; ``untick`` is called when it could not be."""
        reminder, promise = line.reminder, line.promise

        def failed(error: BaseException) -> None:
            untick()
            if isinstance(error, UserError):
                self._work.failed.emit(error)

        if reminder is not None:
            self._work.run(
                Lane.WRITE,
                lambda _job: self._book.reminders.done(reminder),
                on_failed=failed,
                kind=JobKind.EDIT,
                owner=self,
            )
        elif promise is not None:
            self._work.run(
                Lane.WRITE,
                lambda _job: self._book.promises.keep(promise),
                on_failed=failed,
                kind=JobKind.EDIT,
                owner=self,
            )

    def snooze(self, line: DueLine, until: datetime | None) -> None:
        """Put something off until a moment, or until there is room."""
        reminder, promise = line.reminder, line.promise
        if reminder is not None:
            self._write(lambda: self._book.reminders.snooze(reminder, until))
        elif promise is not None:
            self._write(lambda: self._book.promises.put_off(promise, until))

    def not_now(self, contact: ContactId) -> None:
        """Suggest somebody again after a while only."""
        self._write(lambda: self._book.rhythms.not_now(contact))

    def set_rhythm(self, contact: ContactId, days: int) -> None:
        """Give somebody a rhythm of so many days."""
        self._write(lambda: self._book.rhythms.set(contact, Cadence(days)))

    def stop_suggesting(self, contact: ContactId) -> None:
        """Keep no eye on somebody any more."""
        self._write(lambda: self._book.rhythms.stop(contact))

    def write(self, face: Face) -> None:
        """Open what one writes to them with; nothing is ever sent."""
        address = safe_address(face.address)
        if address is None:
            self.said.emit(Message(_("Relate does not open this kind of address. It can be copied."), "open"))
            return
        QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))

    def talked(self, contact: ContactId, answer: LastTalk) -> None:
        """Keep a rough answer as a conversation; another answer takes its place."""
        self._write(lambda: self._keep_talk(contact, answer))

    def call_them(self, contact: ContactId, name: str) -> None:
        """Remember what somebody likes to be called."""
        contacts = self._book.contacts
        self._write(lambda: contacts.save(with_call(contacts.get(contact), name)))

    def _keep_talk(self, contact: ContactId, answer: LastTalk) -> None:
        timeline, happened = self._book.timeline, Happened(rough_day(answer, self._present().today))
        before = self._talks.get(contact)
        if before is not None:
            entry = timeline.get(before)
            if isinstance(entry.item, Interaction):
                timeline.save(replace(entry, item=replace(entry.item, happened=happened)))
            return
        self._talks[contact] = timeline.log(
            (contact,), InteractionKind.OTHER, Direction.BOTH, happened, sentence=last_talk_answer(answer)
        )

    def _write(self, do: Callable[[], object]) -> None:
        self._work.run(Lane.WRITE, lambda _job: do(), kind=JobKind.EDIT, owner=self)

"""Quick capture: what a jotted line means, and keeping it as one change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from relate_desktop.domain.answered import answered_by
from relate_desktop.domain.capture import understand
from relate_desktop.domain.capture_corrections import about_nobody, doubted, people_of, place_of_newcomer
from relate_desktop.domain.capture_parts import (
    Captured,
    CapturedConversation,
    CapturedPart,
    CapturedPerson,
)
from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.domain.ids import ChangesetId, ContactId, ReminderId
from relate_desktop.domain.languages import LANGUAGES, language_for, language_of
from relate_desktop.domain.payback import Payback
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present
from relate_desktop.domain.reminder import Reminder
from relate_desktop.domain.their_hour import TheirHour, hour_ahead, their_hour
from relate_desktop.services.capture_write import CaptureWriter, Written
from relate_desktop.services.known_names import KnownNames
from relate_desktop.services.present import PresentSource
from relate_desktop.services.reminders import mark_done
from relate_desktop.services.time_facts import facts_about
from relate_desktop.services.useful import useful_about
from relate_desktop.storage.book import BookReader, BookWriter
from relate_desktop.storage.database import Database

_REMEMBERED = 8
_LATELY = 20
"""Entries of a timeline that are looked through for what somebody told last."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line means, with what showing it needs: today, and the people it may be about."""

    captured: Captured
    today: date
    people: Mapping[ContactId, ContactSummary]
    answered: tuple[Reminder, ...] = ()
    """Open reminders that the line obviously answers."""
    at_night: tuple[TheirHour, ...] = ()
    """For whom it is night at an hour that is still to come."""


@dataclass(frozen=True, slots=True)
class CaptureChoice:
    """What is to be written down: the reading put right, the places of the parts kept, reminders done."""

    captured: Captured
    kept: frozenset[int]
    done: tuple[ReminderId, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written down, by the place of its part, about whom, and the useful thing to say after it."""

    changeset: ChangesetId
    written: Mapping[int, Written]
    people: tuple[ContactSummary, ...]
    payback: Payback | None = None


class CaptureService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(
        self, database: Database, origin: Origin, present: PresentSource, spoken: Callable[[], str]
    ) -> None:
        self._database = database
        self._origin = origin
        self._present = present
        self._spoken = spoken
        self._lately: dict[ChangesetId, Saved] = {}

    def understand(self, sentence: str, about: ContactId | None = None) -> Captured:
        """What a line means; ``about`` is the person whose page is open, meant by a bare pronoun.

        The line is read in whichever language knows more of its words, the machine's on a tie.
        """
        with self._database.read() as book:
            return self._understood(book, sentence, about)

    def read(self, sentence: str, about: ContactId | None = None) -> Reading:
        """What a line means, with what showing it needs."""
        with self._database.read() as book:
            captured = self._understood(book, sentence, about)
            met = [person for part in captured.parts for person in people_of(part)]
            met += [person for unclear in captured.unclear for person in unclear.candidates]
            rows = book.contacts.summaries(list(dict.fromkeys(person.contact for person in met)))
            answered = self._answered(book, captured)
            at_night = _at_night(book, captured, self._present())
        return Reading(captured, self._present().today, {row.id: row for row in rows}, answered, at_night)

    def whom(self, beginning: str, limit: int = 8) -> list[ContactSummary]:
        """People whose name begins so, to pick from behind an ``@``."""
        with self._database.read() as book:
            found = [hit.contact for hit in book.search.find(beginning, limit).hits]
            return book.contacts.summaries(found)

    def done_by(self, captured: Captured) -> tuple[Reminder, ...]:
        """The open reminders that a line obviously answers."""
        with self._database.read() as book:
            return self._answered(book, captured)

    def save(self, choice: CaptureChoice) -> Saved:
        """Writes down the parts kept and marks reminders done, all as one change.

        Raises UsageError(CAPTURE_UNCLEAR) where a part that is kept still asks something, and
        NotFoundError(CONTACT_UNKNOWN, REMINDER_UNKNOWN).
        """
        captured, present = choice.captured, self._present()
        parts = {place: captured.parts[place] for place in sorted(choice.kept)}
        if not parts or doubted(captured) & choice.kept or any(map(about_nobody, parts.values())):
            raise UsageError(ErrorKind.CAPTURE_UNCLEAR)
        with self._database.write(Operation(OperationKind.CAPTURE, self._origin)) as book:
            useful = _payback(book, parts, present)
            writer = CaptureWriter(book, captured.sentence, present)
            written = writer.write(parts)
            for reminder in choice.done:
                mark_done(book, reminder, present)
            people = writer.people(parts)
            facts = facts_about(book, people, entries=len(written), sentence=captured.sentence)
            if len(people) == 1:
                facts.setdefault("name", _new_name(parts))
            book.note(**facts)
            changeset = book.changeset
        with self._database.read() as reader:
            rows = reader.contacts.summaries(people)
        saved = Saved(changeset, written, tuple(rows), useful)
        self._lately = dict([*self._lately.items(), (changeset, saved)][-_REMEMBERED:])
        return saved

    def saved_lately(self, changeset: ChangesetId) -> Saved | None:
        """What was written down by a change of this start of the program, if it was one of the last."""
        return self._lately.get(changeset)

    def _understood(self, book: BookReader, sentence: str, about: ContactId | None) -> Captured:
        language = language_of(sentence, language_for(self._spoken()))
        people = KnownNames(book)
        return understand(sentence, language, people, self._present(), people.whole(about))

    def _answered(self, book: BookReader, captured: Captured) -> tuple[Reminder, ...]:
        talked = [part for part in captured.parts if isinstance(part, CapturedConversation)]
        people = {person.contact for part in talked for person in part.people}
        waiting = book.reminders.of_people(people) if people else ()
        return answered_by(captured, waiting, LANGUAGES.values(), self._present())


def _at_night(book: BookReader, captured: Captured, present: Present) -> tuple[TheirHour, ...]:
    found: dict[ContactId, TheirHour] = {}
    for part in captured.parts:
        ahead = hour_ahead(part, present)
        for person in people_of(part) if ahead is not None else ():
            contact = book.contacts.find(person.contact)
            zone = contact.first("TZ") if contact is not None else None
            hour = (
                their_hour(person.contact, zone.text.strip(), ahead, present.here) if zone and ahead else None
            )
            if hour is not None:
                found.setdefault(person.contact, hour)
    return tuple(found.values())


def _new_name(parts: Mapping[int, CapturedPart]) -> str:
    """What the new person of a line is called, who has no row in any list yet."""
    return next((part.name for part in parts.values() if isinstance(part, CapturedPerson)), "")


def _payback(book: BookWriter, parts: Mapping[int, CapturedPart], present: Present) -> Payback | None:
    """The useful thing about the first person in it, as the book stood before."""
    known = (
        person.contact
        for part in parts.values()
        for person in people_of(part)
        if place_of_newcomer(person.contact) is None
    )
    contact = next(known, None)
    if contact is None:
        return None
    return useful_about(book, contact, present)

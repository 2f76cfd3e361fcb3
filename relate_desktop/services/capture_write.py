"""The parts of a jotted line written into the book, all in one transaction."""

from collections.abc import Mapping
from datetime import date, time

from relate_desktop.domain.capture_corrections import newcomer, people_of, place_of_newcomer
from relate_desktop.domain.capture_parts import (
    Candidate,
    CapturedConversation,
    CapturedDue,
    CapturedMoment,
    CapturedNote,
    CapturedPart,
    CapturedPerson,
    CapturedPromise,
    CapturedReminder,
)
from relate_desktop.domain.ids import ContactId, EntryId, InteractionId, MomentId, PromiseId, ReminderId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Happened, Interaction
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.note import notes_of, with_notes
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import Promise
from relate_desktop.domain.property import Property, escape
from relate_desktop.domain.reminder import DueTime, Reminder, first_due
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.domain.typed_due import zone_name
from relate_desktop.domain.wall_time import instant
from relate_desktop.storage.book import BookWriter

Written = EntryId | PromiseId | ReminderId | MomentId | ContactId


class CaptureWriter:
    """One jotted line on its way into the book. New people come first: the others may be about them."""

    def __init__(self, book: BookWriter, sentence: str, present: Present) -> None:
        self._book, self._sentence, self._present = book, sentence, present
        self._newcomers: dict[ContactId, ContactId] = {}
        self._told_in: InteractionId | None = None

    def write(self, parts: Mapping[int, CapturedPart]) -> dict[int, Written]:
        """Writes the parts, by their places; answers what each became."""
        written: dict[int, Written] = {}
        for place, part in parts.items():
            if isinstance(part, CapturedPerson):
                written[place] = self._newcomers[newcomer(place)] = self._person(part)
        for place, part in parts.items():
            if not isinstance(part, CapturedPerson):
                written[place] = self._one(part)
        return written

    def people(self, parts: Mapping[int, CapturedPart]) -> list[ContactId]:
        """Everybody the parts are about, new ones among them, in order."""
        met = [contact for part in parts.values() for contact in self._ids(people_of(part))]
        return list(dict.fromkeys((*met, *self._newcomers.values())))

    def _one(self, part: CapturedPart) -> Written:
        """Writes one part; of a moment or something to remember of several people, for each of them."""
        people = self._ids(people_of(part))
        if isinstance(part, CapturedConversation):
            return self._talk(part, people)
        if isinstance(part, CapturedNote):
            note = TimelineNote(part.text or self._sentence, Happened(part.on), people)
            return self._book.timeline.add(note, self._sentence)
        if isinstance(part, CapturedPromise):
            return self._book.promises.add(self._promise(part, people), self._sentence)
        if isinstance(part, CapturedReminder):
            return self._book.reminders.add(self._reminder(part, people), self._sentence)
        if isinstance(part, CapturedMoment):
            label = part.text if part.kind is DateKind.OTHER else ""
            moments = [Moment(part.kind, part.date, one, label, part.yearly) for one in people]
            kept = [self._book.moments.add(moment) for moment in moments]
            return kept.pop(0)
        remembered = [self._remember(one, part.text) for one in people]
        return remembered.pop(0)

    def _talk(self, part: CapturedConversation, people: tuple[ContactId, ...]) -> EntryId:
        happened = self._happened(part.on, part.at)
        talk = Interaction(part.kind, part.direction, happened, people, part.text, part.minutes)
        entry = self._book.timeline.add(talk, self._sentence)
        self._told_in = self._told_in or InteractionId(entry)
        return entry

    def _promise(self, part: CapturedPromise, people: tuple[ContactId, ...]) -> Promise:
        due = None if part.due is None else self._due(part.due)
        today = self._present.today
        return Promise(part.owed_by, self._said(part), people, today, due, told_in=self._told_in)

    def _reminder(self, part: CapturedReminder, people: tuple[ContactId, ...]) -> Reminder:
        due, rule = self._due(part.due), part.due.repeats
        begun = None if due is None or rule is None else first_due(due, rule, self._present.leap_day)
        return Reminder(
            self._said(part),
            people,
            begun or due,
            self._present.now,
            repeats=rule,
            began_on=None if begun is None else begun.on,
            told_in=self._told_in,
        )

    def _remember(self, contact: ContactId, text: str) -> ContactId:
        known = self._book.contacts.get(contact)
        self._book.contacts.save(with_notes(known, (*notes_of(known), text)))
        return contact

    def _person(self, part: CapturedPerson) -> ContactId:
        lines = [Property("FN", escape(part.name))]
        if part.organization:
            lines.append(Property("ORG", escape(part.organization)))
        lines += [Property("TEL", phone) for phone in part.phones]
        lines += [Property("EMAIL", escape(email)) for email in part.emails]
        if part.text:
            lines.append(Property("NOTE", escape(part.text)))
        return self._book.contacts.add(lines)

    def _ids(self, people: tuple[Candidate, ...]) -> tuple[ContactId, ...]:
        real = [
            person.contact if place_of_newcomer(person.contact) is None else self._newcomers[person.contact]
            for person in people
        ]
        return tuple(dict.fromkeys(real))

    def _happened(self, on: date, at: time | None) -> Happened:
        if at is None:
            return Happened(on)
        here = self._present.here
        return Happened(on, instant(on, at, here), zone_name(here))

    def _due(self, due: CapturedDue) -> DueTime | None:
        if due.on is None:
            return None
        zone = zone_name(self._present.here) if due.at is not None else ""
        return DueTime(due.on, due.at, zone)

    def _said(self, part: CapturedPromise | CapturedReminder) -> str:
        """The words of a promise or reminder; whom it is about, or the whole line, where it has none."""
        names = ", ".join(person.called for person in part.people)
        return part.text.strip() or names or self._sentence.strip()

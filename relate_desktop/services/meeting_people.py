"""Who the people of meetings are, and the user's word on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from relate_desktop.domain.calendar_event import Attendee, CalendarEvent
from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.ids import ContactId, EventId
from relate_desktop.domain.languages import language_for, language_of
from relate_desktop.domain.matching import KeyKind, MatchKey, email_key, name_key
from relate_desktop.domain.meeting_people import (
    Acquainted,
    KnownAttendee,
    KnownBy,
    MeetingPerson,
    People,
    Standing,
    Stranger,
    Strangers,
    address_key,
    gathered,
    match_key,
    perhaps_mine,
    spoken_name,
    title_key,
    word_for,
)
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.property import Property, escape
from relate_desktop.domain.text import display, fold, squeezed
from relate_desktop.services.known_names import KnownNames
from relate_desktop.services.preferences import Preferences, PreferencesService
from relate_desktop.storage.book import BookReader, BookWriter
from relate_desktop.storage.database import Database
from relate_desktop.system.language import spoken

PeopleOf = Mapping[EventId, tuple[MeetingPerson, ...]]
_MOST_CANDIDATES = 8
MOST_STRANGERS = 500
"""So many of those invited and not in the book are told of by name."""


@dataclass(frozen=True, slots=True)
class EventPeople:
    """Everybody of one event, with the rows of those who are or may be in the book."""

    people: tuple[MeetingPerson, ...]
    rows: Mapping[ContactId, ContactSummary]


class MeetingPeopleService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(self, database: Database, origin: Origin, preferences: PreferencesService) -> None:
        self._database = database
        self._origin = origin
        self._preferences = preferences

    # --------------------------------------------------------------- reading

    def of(self, events: Iterable[CalendarEvent]) -> PeopleOf:
        """Who the people of these events are, as far as it is known; titles are not looked into."""
        with self._database.read() as book:
            return people_of(book, events, self._preferences.current)

    def of_event(self, event: CalendarEvent) -> EventPeople:
        """Everybody of one event, with whom its title names and whom an unknown name may mean."""
        with self._database.read() as book:
            people = people_of(book, (event,), self._preferences.current, titles=True)[event.id]
            names = KnownNames(book)
            people = tuple(_with_candidates(one, names) for one in people)
            wanted = [who for one in people for who in (one.contact, *one.candidates) if who is not None]
            rows = book.contacts.summaries(list(dict.fromkeys(wanted)))
        return EventPeople(people, {row.id: row for row in rows})

    def perhaps_mine(self) -> tuple[str, ...]:
        """Addresses that may be the user's own, to be asked about."""
        own = own_addresses(self._preferences.current)
        with self._database.read() as book:
            invited, events = book.met_events.often_invited(2)
            names = [one.name for one in book.calendars.all()]
        return perhaps_mine(invited, events, names, own)

    def strangers(self) -> Strangers:
        """Who is invited and not in the book, as far as addresses tell, most often first."""
        with self._database.read() as book:
            return _strangers(book, self._preferences.current)

    # --------------------------------------------------------------- writing

    def this_is(self, attendee: Attendee, contact: ContactId | None) -> bool:
        """Remembers who an attendee is, by address or else by name; None: nobody of the book.

        False when it was known. Raises NotFoundError(CONTACT_UNKNOWN), and UsageError(NAME_MISSING)
        for an attendee with neither address nor name.
        """
        word = word_for(attendee, contact)
        if word is None:
            raise UsageError(ErrorKind.NAME_MISSING)
        return self._say(word, spoken_name(attendee) or attendee.address)

    def title_is(self, event: CalendarEvent, contact: ContactId | None) -> bool:
        """Remembers whom the title of an event means, here and wherever something is called so."""
        key = title_key(event.title)
        if not key:
            raise UsageError(ErrorKind.NAME_MISSING)
        return self._say(KnownAttendee(KnownBy.TITLE, key, contact), event.title)

    def link(self, event: CalendarEvent, contact: ContactId) -> bool:
        """Remembers that an event, with all its occurrences, is with this person as well."""
        return self._say(KnownAttendee(KnownBy.EVENT, event.uid, contact), event.title)

    def unlink(self, event: CalendarEvent, contact: ContactId) -> bool:
        """Takes back ``link``, and what was said of the title or of an attendee of this event."""
        words = [KnownAttendee(KnownBy.EVENT, event.uid, contact)]
        words.append(KnownAttendee(KnownBy.TITLE, title_key(event.title), contact))
        words += [word for one in gathered(event.attendees) if (word := word_for(one, contact)) is not None]
        with self._database.write(Operation(OperationKind.MEETING_PEOPLE, self._origin)) as book:
            book.note(title=display(event.title, 80))
            return sum(book.known_attendees.unsay(word) for word in words) > 0

    def this_is_me(self, attendee: Attendee) -> bool:
        """Adds the attendee's address to the user's own; False when it is there or there is none."""
        address = email_key(attendee.address)
        own = own_addresses(self._preferences.current)
        if not address or address in own:
            return False
        self._preferences.change(your_addresses=" ".join((*sorted(own), address)))
        return True

    def make_person(self, attendee: Attendee) -> ContactId:
        """A new person of an attendee's name and address; they are known by that address from now on.

        Raises UsageError(NAME_MISSING) for an attendee with neither.
        """
        name, address = spoken_name(attendee), address_key(attendee.address)
        if not name and not address:
            raise UsageError(ErrorKind.NAME_MISSING)
        with self._database.write(
            Operation(OperationKind.ADD, self._origin, {"name": name or attendee.number or address})
        ) as book:
            return _made(book, attendee)

    def make_people(self, attendees: Sequence[Attendee]) -> tuple[ContactId, ...]:
        """New people of names and addresses, as one change; who has neither is left out."""
        wanted = [one for one in attendees if spoken_name(one) or address_key(one.address)]
        with self._database.write(Operation(OperationKind.STRANGERS, self._origin)) as book:
            made = tuple(_made(book, one) for one in wanted)
            book.note(contacts=len(made))
            return made

    def are_nobody(self, attendees: Sequence[Attendee]) -> int:
        """Remembers that these are nobody of the book, as one change; how many were not known to be."""
        words = [word for one in attendees if (word := word_for(one, None)) is not None]
        with self._database.write(Operation(OperationKind.STRANGERS_LEFT, self._origin)) as book:
            count = sum(book.known_attendees.say(word) for word in words)
            book.note(contacts=count)
            return count

    def _say(self, word: KnownAttendee, called: str) -> bool:
        with self._database.write(Operation(OperationKind.MEETING_PEOPLE, self._origin)) as book:
            _require(book, word.contact)
            book.note(title=squeezed(called)[:80])
            if word.contact is not None:
                for row in book.contacts.summaries((word.contact,)):
                    book.note(contact=row.id, name=row.called)
            return book.known_attendees.say(word)


def _made(book: BookWriter, attendee: Attendee) -> ContactId:
    """A new person of an attendee's name and address."""
    name, address = spoken_name(attendee), address_key(attendee.address)
    lines = [Property("FN", escape(name or attendee.number or address.partition("@")[0]))]
    if attendee.number:
        lines.append(Property("TEL", attendee.number))
    elif address:
        lines.append(Property("EMAIL", address))
    contact = book.contacts.add(lines)
    word = word_for(attendee, contact)
    if word is not None and (not address or book.known_attendees.of((address,))):
        book.known_attendees.say(word)  # an earlier word would say otherwise
    return contact


def _strangers(book: BookReader, preferred: Preferences) -> Strangers:
    invited = book.met_events.invited()
    mine = own_addresses(preferred)
    keys = {address: address_key(address) for address, _meetings, _event in invited}
    held = book.keys.matching([match_key(key) for key in keys.values() if key])
    taken = {key for key in keys.values() if match_key(key) in held} | mine
    taken |= {word.key for word in book.known_attendees.of(keys.values()) if word.by is KnownBy.ADDRESS}
    meetings: dict[str, int] = {}
    example: dict[str, int] = {}
    for address, number, event in invited:
        key = keys[address]
        if key and key not in taken:  # a number may be written in several ways
            meetings[key] = meetings.get(key, 0) + number
            example.setdefault(key, event)
    left = sorted(meetings, key=lambda key: -meetings[key])
    more, left = len(left) > MOST_STRANGERS, left[:MOST_STRANGERS]
    events = book.met_events.some(example[key] for key in left)
    standing = {
        address_key(one.attendee.address): one
        for people in people_of(book, events, preferred).values()
        for one in people
        if one.attendee is not None and one.standing in {Standing.UNKNOWN, Standing.PROPOSED}
    }
    people = tuple(
        Stranger(one.attendee, meetings[key], one.candidates)
        for key in left
        if (one := standing.get(key)) is not None and one.attendee is not None
    )
    return Strangers(people, more)


def own_addresses(preferred: Preferences) -> frozenset[str]:
    """The user's own addresses as they are compared."""
    text = preferred.your_addresses.replace(",", " ").replace(";", " ")
    return frozenset(key for word in text.split() if (key := email_key(word)))


def people_of(
    book: BookReader | BookWriter,
    events: Iterable[CalendarEvent],
    preferred: Preferences,
    *,
    titles: bool = False,
) -> PeopleOf:
    """Who the people of these events are; with ``titles`` also whom a title names, to be asked about."""
    wanted = list(events)
    invited = [one for event in wanted for one in gathered(event.attendees)]
    addresses = {key for one in invited if (key := address_key(one.address))}
    names = {key for one in invited if (key := name_key(spoken_name(one)))}
    by_title = {title_key(event.title) for event in wanted}
    uids = {event.uid for event in wanted}
    holders = book.keys.matching(
        [match_key(key) for key in addresses] + [MatchKey(KeyKind.NAME, key) for key in names if key]
    )
    people = People(
        Acquainted(
            mine=own_addresses(preferred),
            my_names=frozenset({fold(squeezed(preferred.your_name))} - {""}),
            by_address={key: holders[match_key(key)] for key in addresses if match_key(key) in holders},
            by_name={key.value: found for key, found in holders.items() if key.kind is KeyKind.NAME},
            said=book.known_attendees.of({*addresses, *names, *by_title, *uids} - {""}),
            in_title=_named_in(book, wanted) if titles and isinstance(book, BookReader) else None,
        )
    )
    return {event.id: people.of(event) for event in wanted}


def _named_in(book: BookReader, events: Sequence[CalendarEvent]) -> dict[str, Sequence[ContactId]]:
    names = KnownNames(book)
    usual = language_for(spoken())
    return {
        title_key(event.title): names.in_text(event.title, language_of(event.title, usual))
        for event in events
        if event.title.strip()
    }


def _with_candidates(one: MeetingPerson, names: KnownNames) -> MeetingPerson:
    """With whom an unknown name may mean by any part of it: ``M. Tanaka``, ``Olena``."""
    if one.standing is not Standing.UNKNOWN or one.candidates or one.attendee is None:
        return one
    name = spoken_name(one.attendee)
    tries = (name, name.split()[-1] if name else "")
    found = next((people for text in tries if text and (people := names.named(text))), ())
    return replace(one, candidates=tuple(person.contact for person in found[:_MOST_CANDIDATES]))


def _require(book: BookWriter, contact: ContactId | None) -> None:
    if contact is not None and not book.contacts.exists(contact):
        raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, contact=contact)

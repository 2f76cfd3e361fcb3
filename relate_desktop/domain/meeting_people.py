"""Whom the people of a meeting are: by address, by the user's word, and by name only as a question.

An address that one person has is certain. A name never is: it is proposed, the user says yes or
no, and that word is remembered. What a calendar says of rooms and of the user is nobody.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from relate_desktop.domain.calendar_event import TEL, Attendee, CalendarEvent, Occurrence, Participation
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.matching import KeyKind, MatchKey, email_key, name_key, phone_key
from relate_desktop.domain.text import fold, squeezed

MOST_MET = 40
"""People of one gathering; with more it is no conversation, and nobody is told of each."""

FEW_EVENTS, NEARLY_ALL, MOST_OF = 5, 0.8, 0.6
"""From so few events nothing follows of whose calendar it is; the shares of ``perhaps_mine``."""


_BEHIND = re.compile(r"(?<=\S) ?[(\[][^()\[\]]{1,60}[)\]]\Z")


class KnownBy(StrEnum):
    """What the user's word is about."""

    ADDRESS = "address"
    NAME = "name"
    TITLE = "title"
    """Every event that is called so."""
    EVENT = "event"
    """One event with all its occurrences, by its UID."""


@dataclass(frozen=True, slots=True)
class KnownAttendee:
    """The user's word: this is that person, or nobody of the book where ``contact`` is None."""

    by: KnownBy
    key: str
    contact: ContactId | None


class Standing(StrEnum):
    """How sure it is who somebody is."""

    KNOWN = "known"
    """By an address, or because the user said so."""
    PROPOSED = "proposed"
    """The name is that of one person; the user has not said anything."""
    UNKNOWN = "unknown"
    NOBODY = "nobody"
    """The user said that it is nobody of the book."""
    ME = "me"


@dataclass(frozen=True, slots=True)
class MeetingPerson:
    """Somebody of a meeting. ``attendee`` is None for whom only the title or the user's word brings in.

    ``candidates`` are all who may be meant while that is not known; ``contact`` is the one who is
    known or proposed.
    """

    standing: Standing
    attendee: Attendee | None = None
    contact: ContactId | None = None
    candidates: tuple[ContactId, ...] = ()

    @property
    def comes(self) -> bool:
        """Whether nobody said that they do not."""
        return self.attendee is None or self.attendee.participation is not Participation.DECLINED


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody who is invited to meetings by an address that nobody of the book is known by."""

    attendee: Attendee
    meetings: int
    """To how many events, each counted once with all its occurrences."""
    candidates: tuple[ContactId, ...] = ()
    """Who may be meant, as far as the name tells."""


@dataclass(frozen=True, slots=True)
class Strangers:
    """Those invited most often of whom the book knows nothing; ``more`` if they are not all."""

    people: tuple[Stranger, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Acquainted:
    """What the book and the user know of the people of some events.

    ``mine`` are the user's own addresses in lower case, ``my_names`` their folded names.
    ``by_address`` and ``by_name`` say who has an address (``address_key``) or a full name
    (``name_key``), ``said`` what the user said, ``in_title`` whom the title names, if anybody was
    looked for there, by the folded title.
    """

    mine: frozenset[str] = frozenset()
    my_names: frozenset[str] = frozenset()
    by_address: Mapping[str, Sequence[ContactId]] | None = None
    by_name: Mapping[str, Sequence[ContactId]] | None = None
    said: Collection[KnownAttendee] = ()
    in_title: Mapping[str, Sequence[ContactId]] | None = None


class People:
    """Answers who the people of events are, from what was looked up for all of them at once."""

    def __init__(self, known: Acquainted) -> None:
        self._known = known
        self._by_address = known.by_address or {}
        self._by_name = known.by_name or {}
        self._in_title = known.in_title or {}
        self._said: dict[tuple[KnownBy, str], list[ContactId | None]] = {}
        for word in known.said:
            self._said.setdefault((word.by, word.key), []).append(word.contact)

    def of(self, event: CalendarEvent) -> tuple[MeetingPerson, ...]:
        """Everybody of an event, the known ones first, nobody twice; the user is among them as ``ME``."""
        found = [self._attendee(one) for one in gathered(event.attendees)]
        found += self._brought_in(event, found)
        return _once(found)

    def _attendee(self, attendee: Attendee) -> MeetingPerson:
        address, name = address_key(attendee.address), spoken_name(attendee)
        if self._is_me(address, name):
            return MeetingPerson(Standing.ME, attendee)
        said = self._said.get((KnownBy.ADDRESS, address)) if address else None
        if said is None and name and not address:
            said = self._said.get((KnownBy.NAME, name_key(name)))
        if said is not None:
            return _as_said(said[0], attendee)
        holders = tuple(self._by_address.get(address, ())) if address else ()
        namesakes = tuple(self._by_name.get(name_key(name), ())) if name else ()
        if len(holders) == 1:
            return MeetingPerson(Standing.KNOWN, attendee, holders[0])
        both = tuple(one for one in holders if one in namesakes)
        if len(both) == 1:  # an address of a household, and the name of one of them
            return MeetingPerson(Standing.KNOWN, attendee, both[0])
        return _perhaps(holders or namesakes, attendee, by_name=not holders)

    def _is_me(self, address: str, name: str) -> bool:
        if address:
            return address in self._known.mine
        return bool(name) and fold(squeezed(name)) in self._known.my_names

    def _brought_in(self, event: CalendarEvent, found: Sequence[MeetingPerson]) -> list[MeetingPerson]:
        """Those the user linked to the event, and whom its title names where nobody else is invited."""
        said = self._said.get((KnownBy.EVENT, event.uid), []) if event.uid else []
        linked = [MeetingPerson(Standing.KNOWN, contact=one) for one in said if one is not None]
        title = title_key(event.title)
        if not title:
            return linked
        confirmed = self._said.get((KnownBy.TITLE, title))
        if confirmed is not None:
            return [
                *linked,
                *(MeetingPerson(Standing.KNOWN, contact=one) for one in confirmed if one is not None),
            ]
        named = tuple(self._in_title.get(title, ()))
        there = {person.contact for person in (*found, *linked) if person.contact is not None}
        if len(named) != 1 or named[0] in there or linked:
            return linked
        return [MeetingPerson(Standing.PROPOSED, contact=named[0], candidates=named)]


def gathered(attendees: Iterable[Attendee]) -> tuple[Attendee, ...]:
    """Each human attendee once, in order: the organiser is often named a second time."""
    found: dict[str, Attendee] = {}
    for number, one in enumerate(attendees):
        if not one.person:
            continue
        key = address_key(one.address) or fold(squeezed(one.name)) or str(number)
        known = found.get(key)
        if known is None:
            found[key] = one
            continue
        answered = known if one.organizer and not known.organizer else one
        found[key] = replace(
            answered,
            name=known.name or one.name,
            organizer=known.organizer or one.organizer,
            participation=_stronger(known, one),
        )
    return tuple(found.values())


def met_in(people: Iterable[MeetingPerson]) -> tuple[ContactId, ...]:
    """The people of the book who are known to come; none of a gathering that is too large to meet them."""
    found = [one.contact for one in people if one.standing is Standing.KNOWN and one.comes]
    known = tuple(contact for contact in found if contact is not None)
    return known if len(known) <= MOST_MET else ()


def takes_part(occurrence: Occurrence, people: Iterable[MeetingPerson], owner: str = "") -> bool:
    """Whether it takes place, and neither the user nor whose calendar it is (``owner_of``) declined it."""
    return occurrence.takes_place and not any(
        one.standing is Standing.ME or (owner and _address(one) == owner) for one in people if not one.comes
    )


def owner_of(calendar: str) -> str:
    """Whose calendar it is, where it is called by an address as Google calls one; empty for other names."""
    key = email_key(calendar)
    return "" if " " in key else key


def _address(one: MeetingPerson) -> str:
    return email_key(one.attendee.address) if one.attendee is not None else ""


def address_key(address: str) -> str:
    """An attendee's address as it is compared: of mail, or of a phone with ``tel:`` before it."""
    if not address.startswith(TEL):
        return email_key(address)
    number = phone_key(address.removeprefix(TEL))
    return f"{TEL}{number}" if number else ""


def match_key(key: str) -> MatchKey:
    """By what people are looked up who have this address (``address_key``)."""
    if key.startswith(TEL):
        return MatchKey(KeyKind.PHONE, key.removeprefix(TEL))
    return MatchKey(KeyKind.EMAIL, key)


def spoken_name(attendee: Attendee) -> str:
    """The attendee's name; empty where a program put the address in its place.

    What Exchange adds behind it in brackets, of where somebody belongs, is no part of it.
    """
    name = squeezed(attendee.name).strip("'\"")
    name = _BEHIND.sub("", name) or name
    return "" if "@" in name and " " not in name else name


def word_for(attendee: Attendee, contact: ContactId | None) -> KnownAttendee | None:
    """What to remember when the user says who an attendee is; None where nothing names them."""
    if address := address_key(attendee.address):
        return KnownAttendee(KnownBy.ADDRESS, address, contact)
    name = name_key(spoken_name(attendee))
    return KnownAttendee(KnownBy.NAME, name, contact) if name else None


def perhaps_mine(
    invited: Sequence[tuple[str, int]], events: int, names: Iterable[str] = (), known: Collection[str] = ()
) -> tuple[str, ...]:
    """Addresses that may be the user's own, to be asked about; ``known`` are not asked about again.

    ``invited`` says who is part of how many events with several people, the most frequent first, and
    ``events`` how many such there are: whose calendar it is stands in nearly all of them, and nobody
    else does. ``names`` are those of the calendars; programs name one by the address it belongs to.
    """
    found = list(map(owner_of, names))
    if events >= FEW_EVENTS and invited:
        (address, count), *others = invited
        rivals = others[0][1] if others else 0
        if count >= NEARLY_ALL * events and rivals <= MOST_OF * count:
            found.append(email_key(address))
    return tuple(key for key in dict.fromkeys(found) if key and key not in known)


def title_key(title: str) -> str:
    """A title as it is compared."""
    return fold(squeezed(title))


def _as_said(contact: ContactId | None, attendee: Attendee) -> MeetingPerson:
    if contact is None:
        return MeetingPerson(Standing.NOBODY, attendee)
    return MeetingPerson(Standing.KNOWN, attendee, contact)


def _perhaps(found: tuple[ContactId, ...], attendee: Attendee, *, by_name: bool) -> MeetingPerson:
    """Somebody who may be one of these; one alone is proposed."""
    if len(found) == 1 and by_name:
        return MeetingPerson(Standing.PROPOSED, attendee, found[0], found)
    return MeetingPerson(Standing.UNKNOWN, attendee, candidates=found)


def _once(found: Iterable[MeetingPerson]) -> tuple[MeetingPerson, ...]:
    """Nobody twice, not by two addresses nor by title and address; who is known comes first."""
    people: dict[object, MeetingPerson] = {}
    for number, one in enumerate(found):
        key: object = one.contact if one.contact is not None else f"unknown {number}"
        known = people.get(key)
        if known is None or _rank(one) < _rank(known):
            people[key] = one
    return tuple(sorted(people.values(), key=lambda one: _ORDER[one.standing]))


def _rank(one: MeetingPerson) -> tuple[int, bool]:
    return (_ORDER[one.standing], not one.comes)


_ORDER = {
    Standing.KNOWN: 0,
    Standing.PROPOSED: 1,
    Standing.UNKNOWN: 2,
    Standing.NOBODY: 3,
    Standing.ME: 4,
}


def _stronger(one: Attendee, other: Attendee) -> Participation:
    """What somebody answered who is named twice: an answer goes before none."""
    if one.participation is Participation.UNANSWERED:
        return other.participation
    return one.participation

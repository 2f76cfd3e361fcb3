"""Past meetings of calendars become conversations, once, and follow their calendar."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from relate_desktop.domain.calendar_event import Occurrence
from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.event_series import Scheduled, occurrences
from relate_desktop.domain.held_meetings import (
    Held,
    conversation_of,
    each_once,
    event_key,
    followed,
    moved,
    occurrence_key,
    says,
    stands_for,
    untouched,
)
from relate_desktop.domain.ids import ContactId, EntryId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.domain.meeting_people import KnownBy, address_key, match_key, owner_of, title_key
from relate_desktop.domain.present import Present
from relate_desktop.services.meeting_people import PeopleOf, own_addresses, people_of
from relate_desktop.services.preferences import Preferences, PreferencesService
from relate_desktop.services.present import PresentSource
from relate_desktop.storage.book import BookReader, BookWriter
from relate_desktop.storage.database import Database
from relate_desktop.storage.entry_rows import Kept

NOTED = "held_meetings"
"""The circumstance that says up to which change and moment the meetings were looked at."""
LATELY = timedelta(days=2)
"""Meetings that ended so lately are looked at each time: one may have written down how they went."""
_ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)
_A_YEAR = timedelta(days=366)
_OF_CALENDARS = (
    "calendars",
    "calendar_components",
    "known_attendees",
    "contacts",
    "properties",
)
"""Tables from which it follows who was met when."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What one look came to, in conversations."""

    written: int = 0
    changed: int = 0
    gone: int = 0


@dataclass(slots=True)
class _Plan:
    """What is to be done about the conversations, and what is noted of it."""

    new: list[tuple[Held, Interaction]] = field(default_factory=list)
    changed: list[tuple[Held, Interaction]] = field(default_factory=list)
    gone: list[Held] = field(default_factory=list)
    """What is noted of them afterwards: no entry."""
    adopted: list[Held] = field(default_factory=list)
    """What the user wrote down stands for them."""

    @property
    def writes(self) -> bool:
        return bool(self.new or self.changed or self.gone)


class HeldMeetingsService:
    """Looks again whenever it is asked; cheap when there is nothing new. Never on the window's thread."""

    def __init__(self, database: Database, present: PresentSource, preferences: PreferencesService) -> None:
        self._database = database
        self._present = present
        self._preferences = preferences

    def follow(self) -> Followed:
        """Writes down what has taken place, and makes what stands follow its calendar."""
        preferred, present = self._preferences.current, self._present()
        if not preferred.meetings_held:
            return Followed()
        with self._database.read() as book:
            changeset = book.met_events.last_changeset()
            noted = _noted(book.circumstances.get(NOTED))
            whole = _wants_all(book, noted, preferred)
            since = _ALWAYS if whole else min(noted.until, present.now) - LATELY
            plan = _Planner(book, preferred, present).look(since, whole=whole)
        followed = self._carry_out(plan)
        with self._database.aside() as aside:
            aside.held_meetings.put(plan.adopted)
            aside.circumstances.put(NOTED, _Noted(changeset, present.now, _mine(preferred)).text)
        return followed

    def _carry_out(self, plan: _Plan) -> Followed:
        if not plan.writes:
            return Followed()
        with self._database.write(Operation(OperationKind.HELD_MEETINGS, Origin.CALENDAR)) as book:
            written, changed, gone = _write(book, plan), _change(book, plan), _take_back(book, plan)
            book.note(written=written, changed=changed, gone=gone)
            return Followed(written, changed, gone)


@dataclass(frozen=True, slots=True)
class _Noted:
    """Up to which change and moment all meetings were looked at, and as whose."""

    changeset: int
    until: datetime
    mine: str

    @property
    def text(self) -> str:
        return json.dumps([self.changeset, self.until.isoformat(), self.mine])


class _Planner:
    """Works out on one snapshot what is to be done."""

    def __init__(self, book: BookReader, preferred: Preferences, present: Present) -> None:
        self._book = book
        self._preferred = preferred
        self._present = present
        self._entries: Mapping[int, Kept] = {}
        self._by_hand: dict[ContactId, list[Interaction]] = {}
        self.plan = _Plan()

    def look(self, since: datetime, *, whole: bool) -> _Plan:
        """The plan for the meetings since then; with ``whole`` for all that ever were."""
        groups = self._groups() if whole else list(self._near(since))
        found = each_once(self._expanded(groups, _ALWAYS if whole else since))
        events = {one.event.id: one.event for one in found.values()}
        people = people_of(self._book, events.values(), self._preferred)
        held = self._book.held_meetings.of(found)
        self._entries = self._book.timeline.items([one.entry for one in held.values() if one.entry])
        wanted = self._wanted(found, people, held)
        here = {event_key(group[0].event.uid) for group in groups}
        stand = self._book.held_meetings.all() if whole else list(held.values())
        new = {key: found[key] for key in wanted if key not in held or held[key].entry is None}
        stale = [one for one in stand if one.key not in found and one.event in here]
        for before, now in moved(self._users_word(stale), new):
            self.plan.adopted += (before, now)
            del wanted[now.key]
        self._by_hand = self._written_by_hand(found, wanted)
        for key, item in wanted.items():
            self._decide(found[key], item, held.get(key))
        self._withdraw([one for one in stand if one.key not in wanted], here)
        return self.plan

    # ------------------------------------------------------------ the events

    def _groups(self) -> list[list[Scheduled]]:
        """Every event that somebody of the book may have to do with."""
        events = self._book.met_events
        keys = {address: key for address in events.addresses() if (key := address_key(address))}
        held = self._book.keys.matching(map(match_key, keys.values()))
        said = self._book.known_attendees.every()
        words = {one.key for one in said if one.by is KnownBy.ADDRESS}
        addresses = [address for address, key in keys.items() if key in words or match_key(key) in held]
        uids = events.uids_with(addresses) | {one.key for one in said if one.by is KnownBy.EVENT}
        titles = {one.key for one in said if one.by is KnownBy.TITLE}
        if titles:
            uids |= events.uids_titled(lambda title: title_key(title) in titles)
        if any(one.by is KnownBy.NAME for one in said):
            uids |= events.uids_without_address()
        stand = {one.event for one in self._book.held_meetings.all()} - set(map(event_key, uids))
        if stand:
            uids |= {uid for uid in events.uids() if event_key(uid) in stand}
        return list(events.of(uids))

    def _near(self, since: datetime) -> Iterable[list[Scheduled]]:
        """What took place lately, with all that any calendar says of the same event."""
        calendars = [one.id for one in self._book.calendars.all()]
        near = self._book.calendars.between(since, self._present.now, calendars)
        return self._book.met_events.of({group[0].event.uid for group in near})

    def _expanded(self, groups: Sequence[Sequence[Scheduled]], since: datetime) -> Iterable[Occurrence]:
        """What took place since then; where several calendars tell of an event, all that ever did.

        They may put one occurrence at different times, and one of them only goes.
        """
        calendars = Counter(group[0].event.uid for group in groups)
        for group in groups:
            from_then = since if calendars[group[0].event.uid] == 1 else _ALWAYS
            for start, end in _stretches(group, from_then, self._present):
                yield from occurrences(group, start, end, self._present.here)

    # ----------------------------------------------------- the conversations

    def _wanted(
        self, found: Mapping[str, Occurrence], people: PeopleOf, held: Mapping[str, Held]
    ) -> dict[str, Interaction]:
        wanted = {}
        owners = {one.id: owner_of(one.name) for one in self._book.calendars.all()}
        for key, one in found.items():
            before = self._met_before(held[key]) if key in held else ()
            owner = owners.get(one.event.calendar, "")
            item = conversation_of(one, people[one.event.id], self._present.now, before, owner)
            if item is not None:
                wanted[key] = item
        return wanted

    def _met_before(self, held: Held) -> tuple[ContactId, ...]:
        """With whom it was written down, as far as they still stand there."""
        present = self._entries.get(held.entry or 0)
        if not isinstance(present, Interaction):
            return ()
        return tuple(who for who in held.people if who in present.participants)

    def _users_word(self, stale: Sequence[Held]) -> list[Held]:
        """Those of which the user changed or removed what was written."""
        items = self._book.timeline.items([one.entry for one in stale if one.entry is not None])
        return [
            one
            for one in stale
            if one.entry is not None
            and not (isinstance(item := items.get(one.entry), Interaction) and untouched(one, item))
        ]

    def _written_by_hand(
        self, found: Mapping[str, Occurrence], wanted: Mapping[str, Interaction]
    ) -> dict[ContactId, list[Interaction]]:
        """What was written down by hand on the days of these meetings, by person."""
        if not wanted:
            return {}
        people = {who for item in wanted.values() for who in item.participants}
        first = min(found[key].first_on for key in wanted).isoformat()
        last = max(found[key].last_on for key in wanted).isoformat()
        ids = self._book.met_events.conversations(people, first, last)
        by_person: dict[ContactId, list[Interaction]] = {}
        for item in self._book.timeline.items(ids).values():
            if isinstance(item, Interaction):
                for who in item.participants:
                    by_person.setdefault(who, []).append(item)
        return by_person

    def _decide(self, occurrence: Occurrence, item: Interaction, held: Held | None) -> None:
        """What is to be done about one meeting that took place."""
        entry = held.entry if held is not None else None
        present = self._entries.get(entry) if entry is not None else None
        stands = isinstance(present, Interaction)
        if held is not None and entry is not None and (held.users_own or not stands):
            return  # it is the user's own, or the user removed it or took it back
        own = stands_for(occurrence, item.participants, self._own_of(item.participants))
        note = Held(
            occurrence_key(occurrence), entry, says(item), item.participants, occurrence.event.calendar
        )
        if own is not None and own.id is not None:
            self._adopt(replace(note, entry=own.id, says="", people=()), held, present)
        elif held is None or not isinstance(present, Interaction):
            self.plan.new.append((note, item))
        else:
            following = followed(held, present, item)
            if following is not None:
                self.plan.changed.append((replace(note, says=says(following)), following))

    def _adopt(self, note: Held, held: Held | None, present: Kept | None) -> None:
        """Lets what the user wrote stand for a meeting, instead of what was written down bare."""
        for items in self._by_hand.values():
            items[:] = [item for item in items if item.id != note.entry]  # it stands for no other
        if held is None or present is None:
            self.plan.adopted.append(note)
        elif isinstance(present, Interaction) and untouched(held, present):
            self.plan.gone.append(replace(held, entry=None))
            self.plan.adopted.append(note)

    def _own_of(self, people: Iterable[ContactId]) -> list[Interaction]:
        return [item for who in people for item in self._by_hand.get(who, ())]

    def _withdraw(self, stale: Sequence[Held], events: Collection[str]) -> None:
        """Takes back what its calendar says has not been, and what came from a calendar that is gone.

        ``events`` are those that were looked at: one that a file merely does not name any more has
        been all the same.
        """
        calendars = {one.id for one in self._book.calendars.all()}
        stale = [one for one in stale if one.event in events or one.calendar not in calendars]
        entries = self._book.timeline.items([one.entry for one in stale if one.entry is not None])
        told = self._book.met_events.told_in(EntryId(number) for number in entries)
        for one in stale:
            item = entries.get(one.entry or 0)
            if one.entry not in told and isinstance(item, Interaction) and untouched(one, item):
                self.plan.gone.append(replace(one, entry=None))


def _write(book: BookWriter, plan: _Plan) -> int:
    known = book.held_meetings.of(note.key for note, _item in plan.new)
    new = [(note, item) for note, item in plan.new if note.key not in known or known[note.key].entry is None]
    ids = book.timeline.add_many([item for _note, item in new])
    book.held_meetings.put(
        replace(note, entry=EntryId(number)) for number, (note, _item) in zip(ids, new, strict=True)
    )
    return len(new)


def _change(book: BookWriter, plan: _Plan) -> int:
    present = book.timeline.items([note.entry for note, _item in plan.changed if note.entry])
    changed = [(note, item) for note, item in plan.changed if note.entry in present]
    for note, item in changed:
        if note.entry is not None:
            book.timeline.save(note.entry, item)
    book.held_meetings.put(note for note, _item in changed)
    return len(changed)


def _take_back(book: BookWriter, plan: _Plan) -> int:
    held = book.held_meetings.of(one.key for one in plan.gone)
    gone = book.timeline.remove([one.entry for one in held.values() if one.entry is not None])
    book.held_meetings.put(plan.gone)
    return gone


def _stretches(
    group: Sequence[Scheduled], since: datetime, present: Present
) -> Iterable[tuple[datetime, datetime]]:
    """The time up to now in parts, so that a series of many years is not cut short."""
    if not any(one.schedule.repeats for one in group):
        yield since, present.now
        return
    first = min(one.schedule.starts for one in group).replace(tzinfo=UTC)
    start = max(max(first, _ALWAYS) - LATELY, since)
    while start < present.now:
        end = min(start + _A_YEAR, present.now)
        yield start, end
        start = end


def _wants_all(book: BookReader, noted: _Noted, preferred: Preferences) -> bool:
    """Whether something was changed since from which it follows who was met."""
    return noted.mine != _mine(preferred) or book.met_events.changed_since(noted.changeset, _OF_CALENDARS)


def _noted(text: str) -> _Noted:
    if not text:
        return _Noted(-1, _ALWAYS, "\0")
    changeset, until, mine = json.loads(text)
    return _Noted(changeset, datetime.fromisoformat(until), mine)


def _mine(preferred: Preferences) -> str:
    return " ".join((*sorted(own_addresses(preferred)), preferred.your_name))

"""Past meetings as conversations: what each is to say, and when what is written is left alone.

A conversation that a calendar brought follows the calendar for as long as nobody touched it. Whoever
edits it, takes it back or removes it has the last word; who was added to it or taken out of it by
hand stays so. A meeting that was written down by hand is not written down again.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from relate_desktop.domain.calendar_event import Occurrence
from relate_desktop.domain.ids import CalendarId, ContactId, EntryId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.meeting_people import MeetingPerson, Standing, met_in, takes_part
from relate_desktop.domain.text import squeezed

LONGEST_TITLE = 500
NEAR = timedelta(hours=2)
"""So far from its hours somebody may say that a meeting was."""
AHEAD = timedelta(minutes=45)
"""So far from its beginning somebody may have written it down ahead."""
MOVED = timedelta(days=4)
"""So far a series is taken to have moved, rather than to have begun anew."""
_MEETINGS = frozenset({InteractionKind.MEETING, InteractionKind.CALL})
_USERS_OWN = ""


@dataclass(frozen=True, slots=True)
class Held:
    """What was done about an occurrence.

    ``entry`` is the conversation that stands for it, None once the calendar took it back.
    ``says`` is what it was made to say and ``people`` with whom; empty where it is the user's own.
    ``calendar`` is the one it stood in.
    """

    key: str
    entry: EntryId | None
    says: str
    people: tuple[ContactId, ...]
    calendar: CalendarId

    @property
    def event(self) -> str:
        """The key of its event."""
        return self.key.partition("/")[0]

    @property
    def users_own(self) -> bool:
        """Whether the user wrote it."""
        return self.says == _USERS_OWN


def event_key(uid: str) -> str:
    """An event without its words."""
    return blake2b(uid.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def occurrence_key(occurrence: Occurrence) -> str:
    """An occurrence for good, in whatever calendars it stands; nothing of it can be read there."""
    return f"{event_key(occurrence.event.uid)}/{occurrence.key}"


def each_once(found: Iterable[Occurrence]) -> dict[str, Occurrence]:
    """Each occurrence once by its key, in however many calendars it stands.

    The latest version goes before an earlier one, then one that takes place before one that was
    called off, then the first.
    """
    once: dict[str, Occurrence] = {}
    for one in found:
        key = occurrence_key(one)
        if key not in once or _word(one) > _word(once[key]):
            once[key] = one
    return once


def _word(one: Occurrence) -> tuple[int, bool]:
    return (one.event.sequence, one.takes_place)


def conversation_of(
    occurrence: Occurrence,
    people: Sequence[MeetingPerson],
    now: datetime,
    before: Sequence[ContactId] = (),
    owner: str = "",
) -> Interaction | None:
    """What a past occurrence becomes; None for one that is not over, or with nobody of the book.

    ``before`` are those with whom it was written down: who is not known by their address any more
    was met all the same. ``owner`` is the address by which its calendar is called.
    """
    if occurrence.often or occurrence.ends_at > now or not takes_part(occurrence, people, owner):
        return None
    met = _met(people, before)
    if not met:
        return None
    minutes = None if occurrence.all_day else round(occurrence.lasts / timedelta(minutes=1))
    happened = Happened(occurrence.first_on, None if occurrence.all_day else occurrence.starts_at)
    text = squeezed(occurrence.event.title)[:LONGEST_TITLE]
    return Interaction(InteractionKind.MEETING, Direction.BOTH, happened, met, text, minutes or None)


def _met(people: Sequence[MeetingPerson], before: Sequence[ContactId]) -> tuple[ContactId, ...]:
    known = met_in(people)
    if not any(one.standing in {Standing.UNKNOWN, Standing.PROPOSED} for one in people):
        return known
    declined = {one.contact for one in people if not one.comes}
    return (*known, *(who for who in before if who not in known and who not in declined))


def moved(stale: Iterable[Held], new: Mapping[str, Occurrence]) -> Iterator[tuple[Held, Held]]:
    """What stands for new occurrences of series that moved: the user's word on the nearest that is no more.

    Each as it was and as it is to be. Without it a meeting that the user told of would be written down
    a second time beside it.
    """
    free: dict[str, dict[str, datetime]] = {}
    for key, occurrence in new.items():
        free.setdefault(key.partition("/")[0], {})[key] = occurrence.starts_at
    for one in sorted(stale, key=lambda one: one.key):
        was, keys = _when(one.key), free.get(one.event)
        if was is None or not keys:
            continue
        nearest = _nearest(keys, was)
        if abs(keys.pop(nearest) - was) <= MOVED:
            calendar = new[nearest].event.calendar
            yield replace(one, entry=None), replace(one, key=nearest, calendar=calendar)


def _nearest(keys: Mapping[str, datetime], was: datetime) -> str:
    return min(keys, key=lambda key: abs(keys[key] - was))


def _when(key: str) -> datetime | None:
    """When an occurrence is by its key, to the day at least."""
    try:
        return datetime.fromisoformat(key.partition("/")[2].removesuffix("Z")).replace(tzinfo=UTC)
    except ValueError:
        return None


def says(item: Interaction) -> str:
    """What a conversation says, without whom it is with, as one short mark."""
    happened = item.happened
    when = happened.on.isoformat() if happened.at is None else happened.at.isoformat()
    parts = (item.kind.value, item.direction.value, when, happened.zone, str(item.minutes), item.text)
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def untouched(held: Held, item: Interaction) -> bool:
    """Whether nobody changed a word of it since it was written."""
    return not held.users_own and held.says == says(item)


def followed(held: Held, item: Interaction, wanted: Interaction) -> Interaction | None:
    """The conversation as it is to be now; None where it stays as it is.

    Who was added by hand stays, who was taken out stays out. The day stays with the hour, wherever
    the laptop has travelled since.
    """
    if not untouched(held, item):
        return None
    removed = set(held.people) - set(item.participants)
    added = [who for who in item.participants if who not in held.people]
    people = [who for who in wanted.participants if who not in removed]
    happened = wanted.happened
    if happened.at is not None and happened.at == item.happened.at:
        happened = item.happened
    following = replace(
        wanted,
        happened=happened,
        participants=tuple(dict.fromkeys((*people, *added))),
        id=item.id,
    )
    if not following.participants or following == item:
        return None
    return following


def stands_for(
    occurrence: Occurrence, people: Collection[ContactId], written: Iterable[Interaction]
) -> Interaction | None:
    """The conversation that somebody wrote down by hand about this meeting, if there is one."""
    return next((item for item in written if _tells_of(item, occurrence, people)), None)


def _tells_of(item: Interaction, occurrence: Occurrence, people: Collection[ContactId]) -> bool:
    if item.kind not in _MEETINGS or not set(item.participants) & set(people):
        return False
    at = item.happened.at
    if occurrence.all_day or at is None:
        return occurrence.first_on <= item.happened.on <= occurrence.last_on
    until = max(occurrence.ends_at, occurrence.starts_at) + NEAR
    return occurrence.starts_at - NEAR <= at <= until


def planned_as(
    item: Interaction, held: Iterable[tuple[Occurrence, Collection[ContactId]]]
) -> Occurrence | None:
    """The one meeting of a calendar that somebody wrote down ahead: the nearest with anybody in common."""
    at = item.happened.at
    if at is None:
        return None
    shared = [found for found, people in held if set(item.participants) & set(people)]
    nearest = min(shared, key=lambda one: abs(one.starts_at - at), default=None)
    return nearest if nearest is not None and abs(nearest.starts_at - at) <= AHEAD else None

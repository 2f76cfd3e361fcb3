"""A calendar's file as components that a book can keep: cut, read one by one, and counted."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from relate_desktop.domain.calendar_file import CalendarComponent, ComponentKey, essence_of, key_of
from relate_desktop.domain.draft import Accounting, Remark, RemarkKind
from relate_desktop.domain.event_draft import EventDraft, EventRemark, RefusedEvent
from relate_desktop.domain.invitation_message import InvitationMessage, MessageKind
from relate_desktop.domain.meeting_people import spoken_name
from relate_desktop.formats.icalendar.messages import message_in
from relate_desktop.formats.icalendar.read import interpret
from relate_desktop.formats.icalendar.split import (
    SHOWN,
    CalendarHead,
    LooseText,
    RawComponent,
    SplitCalendar,
    components,
)
from relate_desktop.formats.icalendar.zones import Zones, world_zone

TEXT = ""
"""The kind of what a calendar says of itself."""
ZONE = "VTIMEZONE"

_STEP = 100
"""So many components are read between two looks whether to stop."""
_LINE = re.compile(rb"(?:\A|[\r\n])(?=[^ \t\r\n])")
_UNDERSTOOD = re.compile(
    rb"(?:\A|[\r\n])(?:UID|SUMMARY|DTSTART|DTEND|DURATION|RRULE|EXRULE|RDATE|EXDATE|RECURRENCE-ID|SEQUENCE|"
    rb"LOCATION|DESCRIPTION|URL|STATUS|CLASS|TRANSP|ORGANIZER|ATTENDEE|FREEBUSY)(?=[;:])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CalendarRecord:
    """One component of a file as it came, with its number among the records, from 1.

    0 is the number of what is no record of its own: what the calendar says of itself, its zones.
    """

    number: int
    component: CalendarComponent
    accounting: Accounting = field(default_factory=Accounting)
    remarks: tuple[Remark, ...] = ()
    message: InvitationMessage | None = None

    @property
    def counts(self) -> bool:
        """Whether it is a record."""
        return self.number > 0


@dataclass(frozen=True, slots=True)
class CalendarText:
    """A file in its pieces. ``name`` is what it calls itself, ``loose`` what is in no calendar."""

    name: str
    split: SplitCalendar
    loose: tuple[Remark, ...] = ()

    @property
    def one_event(self) -> bool:
        """Whether there is one event in it, with its overrides or without, as in a folder of events."""
        uids = {one.uid for one in self.split.components if one.kind != ZONE}
        return len(uids) == 1

    @property
    def messages_alone(self) -> bool:
        """Whether there is nothing in it but messages about invitations."""
        named = [one for one in self.split.components if one.kind != ZONE]
        return bool(named) and all(message_in(one) is not None for one in named)

    @property
    def uids(self) -> tuple[str, ...]:
        """What names its events, tasks and entries, each once."""
        named = (one for one in self.split.components if one.kind != ZONE)
        return tuple(dict.fromkeys(key_of(one.kind, one.uid, "", _unnamed(one)).uid for one in named))


def _unnamed(one: RawComponent) -> bytes:
    return b"" if one.uid else essence_of(one.raw)


def calendar_text(content: bytes) -> CalendarText:
    """The pieces of a file; never raises."""
    split = components(content)
    name = next((head.name for head in split.calendars if head.name), "")
    loose = tuple(Remark(RemarkKind.OUTSIDE_CALENDAR, text.line) for text in split.refused)
    return CalendarText(name, split, loose)


def records_of(
    text: CalendarText,
    answers: Mapping[str, str],
    tick: Callable[[], None],
    known: Iterable[bytes] = (),
) -> Iterator[CalendarRecord]:
    """Everything of a file, in its order. ``answers`` are the zones that the user gave names for.

    ``known`` are the essences of what is kept already and not in question: it is not read again.
    """
    split = text.split
    pieces: list[RawComponent | LooseText] = sorted(
        [*split.components, *split.texts], key=lambda piece: piece.start
    )
    zones = Zones(split.components, answers)
    left = Counter(known)
    met: set[ComponentKey] = set()
    number = texts = 0
    for place, piece in enumerate(pieces):
        if place % _STEP == 0:
            tick()
        if isinstance(piece, LooseText):
            yield _of_text(piece, texts)
            texts += 1
            continue
        number += piece.kind != ZONE
        essence = essence_of(piece.raw, zones.explained_for(piece))
        left[essence] -= 1
        message = message_in(piece)
        read = _read(piece, zones) if left[essence] < 0 and message is None else None
        record = _record(0 if piece.kind == ZONE else number, piece, essence, read, message)
        key = record.component.key
        again = key.kind in SHOWN and bool(piece.uid) and key in met and piece.method != "ADD"
        met.add(key)
        yield replace(record, remarks=(*record.remarks, _same_uid(piece))) if again else record


def reader_anew(answers: Mapping[str, str], around: bytes = b"") -> Callable[[bytes], CalendarComponent]:
    """Reads kept components of one file once more, with what is known of zones now.

    ``around`` is what they need to be understood: the head of their calendar and the zones of the file.
    """
    split = components(around)
    zones = Zones(split.components, answers)
    head = next(iter(split.calendars), CalendarHead(0))

    def read(raw: bytes) -> CalendarComponent:
        (piece, *_) = components(raw).components
        piece = replace(piece, calendar=0, old=head.old, old_zone=head.old_zone, method=head.method)
        essence = essence_of(raw, zones.explained_for(piece))
        return _record(0, piece, essence, _read(piece, zones)).component

    return read


def message_kept(raw: bytes, kind: MessageKind) -> InvitationMessage | None:
    """A kept message once more."""
    (piece, *_) = components(raw).components
    return message_in(replace(piece, method=kind.value))


def zone_said(around: bytes) -> str:
    """The zone of the world of which a calendar says in its head that it is; empty without one."""
    heads = components(around).calendars
    return next((zone for head in heads if (zone := world_zone(head.first("X-WR-TIMEZONE")))), "")


def _of_text(text: LooseText, place: int) -> CalendarRecord:
    key = ComponentKey(TEXT, f"text:{place}")
    return CalendarRecord(0, CalendarComponent(key, text.raw, essence_of(text.raw), text.line))


def _read(piece: RawComponent, zones: Zones) -> EventDraft | RefusedEvent | None:
    """What a component says; None of one that takes place at no time."""
    return interpret(piece, zones) if piece.kind in SHOWN else None


def _record(
    number: int,
    piece: RawComponent,
    essence: bytes,
    read: EventDraft | RefusedEvent | None,
    message: InvitationMessage | None = None,
) -> CalendarRecord:
    draft = read if isinstance(read, EventDraft) else None
    kind = piece.kind if message is None else message.kind.value
    component = CalendarComponent(
        key_of(kind, piece.uid, piece.recurrence_id, _unnamed(piece)),
        piece.raw,
        essence,
        piece.line,
        piece.sequence,
        draft,
        read if isinstance(read, RefusedEvent) else None,
    )
    remarks = tuple(_remarks(piece, component, message))
    return CalendarRecord(number, component, _accounting(component), remarks, message)


def _remarks(
    piece: RawComponent, component: CalendarComponent, message: InvitationMessage | None
) -> Iterator[Remark]:
    if message is not None:
        sender = message.sender
        said = {"who": spoken_name(sender) or sender.address, "answer": sender.participation.value}
        facts = {"message": message.kind.value, "title": message.title, **said}
        yield Remark(RemarkKind.INVITATION_MESSAGE, piece.line, facts)
    elif piece.kind not in SHOWN and piece.kind != ZONE:
        yield Remark(RemarkKind.COMPONENT_KEPT, piece.line, {"kind": piece.kind})
    if not piece.ended:
        yield Remark(RemarkKind.END_MISSING, piece.line)
    if component.draft is not None:
        for remark in component.draft.remarks:
            facts = {"what": remark.value, "zone": component.draft.unknown_zone}
            yield Remark(RemarkKind.EVENT_REMARK, piece.line, facts)


def _same_uid(piece: RawComponent) -> Remark:
    return Remark(RemarkKind.EVENT_REMARK, piece.line, {"what": EventRemark.SAME_UID.value, "zone": ""})


def _accounting(component: CalendarComponent) -> Accounting:
    """Where the lines of a component went; nested ones, such as alarms, are kept as they are."""
    lines = len(_LINE.findall(component.raw))
    if component.refused is not None or component.key.kind not in SHOWN:
        refused = int(component.refused is not None)
        return Accounting(0, max(lines - refused, 0), refused)
    understood = min(len(_UNDERSTOOD.findall(component.raw)), lines)
    return Accounting(understood, lines - understood)


def refusal_remark(why: RefusedEvent) -> Remark:
    """Why a component is kept and shown nowhere, as a report tells it."""
    return Remark(RemarkKind.EVENT_REFUSED, why.line, {"reason": why.reason.value, "amount": why.amount})

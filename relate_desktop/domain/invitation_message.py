"""What is sent about an invitation and is no event of its own (RFC 5546): answers above all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from relate_desktop.domain.calendar_event import Attendee, Participation
from relate_desktop.domain.event_draft import EventDraft


class MessageKind(StrEnum):
    """What is sent."""

    REPLY = "REPLY"
    """Somebody answers."""
    COUNTER = "COUNTER"
    """Somebody proposes another time."""
    DECLINED_COUNTER = "DECLINECOUNTER"
    """Whoever invites does not take what was proposed."""
    REFRESH = "REFRESH"
    """Somebody asks for the invitation as it is now."""


@dataclass(frozen=True, slots=True)
class InvitationMessage:
    """One message about an event, or about one time of it: then ``recurrence`` says which, as it stands."""

    kind: MessageKind
    uid: str
    people: tuple[Attendee, ...]
    recurrence: str = ""
    sequence: int = 0
    title: str = ""

    @property
    def sender(self) -> Attendee:
        """Who sends it, or is sent it by whoever invites."""
        return self.people[0]


def with_answers(
    event: EventDraft, messages: Iterable[InvitationMessage], *, unanswered: bool = False
) -> EventDraft:
    """The event with what those who are invited answered to it.

    An answer to an earlier version says nothing of this one. With ``unanswered`` only of those of
    whom the event itself tells no answer.
    """
    given: dict[str, Participation] = {}
    for message in messages:
        if message.kind is MessageKind.REPLY and message.sequence >= event.schedule.sequence:
            given.update((one.address, one.participation) for one in message.people if one.address)
    if not given:
        return event
    return replace(event, attendees=tuple(_answered(one, given, unanswered) for one in event.attendees))


def _answered(one: Attendee, given: dict[str, Participation], unanswered: bool) -> Attendee:
    answer = given.get(one.address, one.participation)
    if answer is one.participation or (unanswered and one.participation is not Participation.UNANSWERED):
        return one
    return replace(one, participation=answer)

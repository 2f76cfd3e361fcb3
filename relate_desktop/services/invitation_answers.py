"""What people answered to invitations, brought into the events of the book."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from relate_desktop.domain.calendar_file import CalendarComponent
from relate_desktop.domain.invitation_message import InvitationMessage, MessageKind, with_answers
from relate_desktop.services.calendar_reading import message_kept
from relate_desktop.storage.calendar_writer import CalendarsWriter
from relate_desktop.storage.calendars import CalendarsRepository

_Time = tuple[str, str]
"""An event, or one time of it: the UID and the RECURRENCE-ID as it stands."""


class InvitationAnswers:
    """Answers of one import; whatever comes first, the event or the answer."""

    def __init__(self, calendars: CalendarsRepository, writer: CalendarsWriter | None) -> None:
        self._calendars = calendars
        self._writer = writer
        self._given: dict[_Time, list[InvitationMessage]] | None = None

    def arrived(self, messages: Sequence[InvitationMessage]) -> int:
        """Brings answers into the events that are kept; how many events say something else now."""
        of_event: dict[_Time, list[InvitationMessage]] = defaultdict(list)
        for one in messages:
            of_event[one.uid, one.recurrence].append(one)
            if self._given is not None:
                self._given.setdefault((one.uid, one.recurrence), []).append(one)
        changed = 0
        for (uid, recurrence), said in of_event.items():
            for number, file, component in self._calendars.events_named(uid, recurrence):
                answered = _with(component, said, unanswered=False)
                if answered is not component:
                    changed += 1
                    if self._writer is not None:
                        self._writer.replace_components(file, {number: answered})
        return changed

    def put(self, coming: Iterable[CalendarComponent]) -> list[CalendarComponent]:
        """Events as they come in, with the answers that are kept of those whom they show without one."""
        given = self._kept()
        if not given:
            return list(coming)
        return [
            _with(one, given.get((one.key.uid, one.key.recurrence), ()), unanswered=True) for one in coming
        ]

    def _kept(self) -> dict[_Time, list[InvitationMessage]]:
        if self._given is None:
            self._given = {}
            for raw in self._calendars.of_kind(MessageKind.REPLY.value):
                message = message_kept(raw, MessageKind.REPLY)
                if message is not None:
                    self._given.setdefault((message.uid, message.recurrence), []).append(message)
        return self._given


def _with(
    one: CalendarComponent, said: Sequence[InvitationMessage], *, unanswered: bool
) -> CalendarComponent:
    if one.draft is None or not said:
        return one
    draft = with_answers(one.draft, said, unanswered=unanswered)
    return one if draft == one.draft else replace(one, draft=draft)

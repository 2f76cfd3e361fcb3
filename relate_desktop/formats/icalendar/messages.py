"""Messages about invitations: events by their looks, sent with a METHOD that makes none (RFC 5546)."""

from collections.abc import Iterator
from itertools import islice

from relate_desktop.domain.invitation_message import InvitationMessage, MessageKind
from relate_desktop.formats.icalendar.lines import LINE_LIMIT, Line, content_lines, unescaped
from relate_desktop.formats.icalendar.people import MOST_PEOPLE, attendees
from relate_desktop.formats.icalendar.split import RawComponent

_SENT = {kind.value: kind for kind in MessageKind}
_SAID = frozenset({"SUMMARY", "ATTENDEE"})


def message_in(component: RawComponent) -> InvitationMessage | None:
    """The message that a component is; None where it is none, or nobody is named who would send it."""
    kind = _SENT.get(component.method)
    if kind is None or component.kind != "VEVENT" or not component.uid:
        return None
    lines = list(islice(_lines(component), MOST_PEOPLE))
    people = attendees(line for line in lines if line.name == "ATTENDEE")
    if not people:
        return None
    title = next((unescaped(line.text[0]) for line in lines if line.name == "SUMMARY"), "")
    return InvitationMessage(
        kind, component.uid, people, component.recurrence_id, component.sequence, " ".join(title.split())
    )


def _lines(component: RawComponent) -> Iterator[Line]:
    depth = 0
    for line in content_lines(component.raw):
        if line.name in {"BEGIN", "END"}:
            depth += 1 if line.name == "BEGIN" else -1
        elif depth == 1 and line.name in _SAID and len(line.value) + len(line.parameters) <= LINE_LIMIT:
            yield line

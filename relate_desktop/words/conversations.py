"""Conversations, and who began them."""

from relate_desktop.domain.interaction import Direction, InteractionKind
from relate_desktop.domain.text import isolate
from relate_desktop.domain.timeline import TimelineWhich
from relate_desktop.words.translation import _


def kind_name(kind: InteractionKind) -> str:
    """The kind of a conversation by itself: ``Call``."""
    return {
        InteractionKind.CALL: _("Call"),
        InteractionKind.MEETING: _("Meeting"),
        InteractionKind.MESSAGE: _("Message"),
        InteractionKind.MAIL: _("Mail"),
        InteractionKind.OTHER: _("Conversation"),
    }[kind]


def direction_name(direction: Direction) -> str:
    """Who reached out, as a choice."""
    return {
        Direction.MINE: _("You"),
        Direction.THEIRS: _("They"),
        Direction.BOTH: _("Both"),
    }[direction]


def which_name(which: TimelineWhich) -> str:
    """A part of the timeline, as a choice of what is shown."""
    return {
        TimelineWhich.ALL: _("All"),
        TimelineWhich.CONVERSATIONS: _("Conversations"),
        TimelineWhich.NOTES: _("Notes"),
        TimelineWhich.MOMENTS: _("Moments"),
    }[which]


def text_name(field: str) -> str:
    """What a written thing found is: a kind of conversation, a note, a reminder or a promise."""
    if field in set(InteractionKind):
        return kind_name(InteractionKind(field))
    return {"note": _("Note"), "reminder": _("Reminder"), "promise": _("Promise")}.get(field, field)


def talked(kind: InteractionKind, direction: Direction, called: str) -> str:
    """What happened, in one sentence: ``You called Anna``, ``Anna wrote``, ``You met Anna``."""
    name = isolate(called)
    mine = {
        InteractionKind.CALL: _("You called {name}"),
        InteractionKind.MEETING: _("You visited {name}"),
        InteractionKind.MESSAGE: _("You wrote to {name}"),
        InteractionKind.MAIL: _("You mailed {name}"),
        InteractionKind.OTHER: _("You reached out to {name}"),
    }
    theirs = {
        InteractionKind.CALL: _("{name} called"),
        InteractionKind.MEETING: _("{name} came by"),
        InteractionKind.MESSAGE: _("{name} wrote"),
        InteractionKind.MAIL: _("{name} mailed"),
        InteractionKind.OTHER: _("{name} reached out"),
    }
    both = {
        InteractionKind.CALL: _("You talked to {name} on the phone"),
        InteractionKind.MEETING: _("You met {name}"),
        InteractionKind.MESSAGE: _("You and {name} wrote to each other"),
        InteractionKind.MAIL: _("You and {name} mailed each other"),
        InteractionKind.OTHER: _("You talked to {name}"),
    }
    said = {Direction.MINE: mine, Direction.THEIRS: theirs, Direction.BOTH: both}[direction]
    return said[kind].format(name=name)

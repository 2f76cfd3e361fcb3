"""Who somebody of a meeting is, as far as it is known."""

from relate_desktop.domain.calendar_event import Attendee
from relate_desktop.domain.meeting_people import MeetingPerson, Standing, spoken_name
from relate_desktop.domain.text import display, isolate
from relate_desktop.words.translation import _

_LONGEST = 80


def attendee_name(attendee: Attendee) -> str:
    """How a calendar calls somebody: the name, else the address."""
    return display(spoken_name(attendee) or attendee.address or _("somebody"), _LONGEST)


def standing_words(person: MeetingPerson, called: str) -> str:
    """How sure it is who somebody is; ``called`` is the one who is known or proposed.

    Empty where it is known.
    """
    name = "" if person.attendee is None else attendee_name(person.attendee)
    return {
        Standing.KNOWN: "",
        Standing.PROPOSED: _("Is this {name}?"),
        Standing.UNKNOWN: _("Who is “{attendee}”?"),
        Standing.NOBODY: _("{attendee} is nobody in your book."),
        Standing.ME: _("This is you."),
    }[person.standing].format(name=isolate(called), attendee=name)

"""Who somebody of a meeting is, as far as it is known."""

from collections.abc import Sequence

from relate_desktop.domain.calendar_event import Attendee
from relate_desktop.domain.meeting_people import MeetingPerson, Standing, spoken_name
from relate_desktop.domain.text import display, isolate
from relate_desktop.words.numbers import listed, people, sentence
from relate_desktop.words.translation import _, ngettext

_LONGEST = 80
_MOST_NAMED = 12


def attendee_name(attendee: Attendee) -> str:
    """How a calendar calls somebody: the name, else the address."""
    return display(spoken_name(attendee) or attendee.number or attendee.address or _("somebody"), _LONGEST)


def also_invited(attendees: Sequence[Attendee]) -> str:
    """Who or what is invited besides those who are told of one by one; empty for nobody."""
    if not attendees:
        return ""
    named = listed([attendee_name(one) for one in attendees[:_MOST_NAMED]])
    return _("Also invited: {names}").format(names=named)


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


def strangers_words(count: int, *, more: bool = False) -> str:
    """How many of those who are invited are not in the book; nothing for nobody.

    ``more`` if these are not all.
    """
    if not count:
        return ""
    if more:
        return _("More than {people} invited are not in your book.").format(people=people(count))
    said = ngettext("{people} invited is not in your book.", "{people} invited are not in your book.", count)
    return sentence(said.format(people=people(count)))


def most_frequent(count: int) -> str:
    """That a list has those invited most often and not everybody."""
    said = _("These {count} are invited most often. The others come once these are answered.")
    return said.format(count=f"{count:,}")


def in_meetings(count: int) -> str:
    """To how many meetings somebody is invited."""
    return ngettext("in {count} meeting", "in {count} meetings", count).format(count=f"{count:,}")

"""What calendars say of an event and of the people in it."""

from relate_desktop.domain.calendar_event import EventStatus, Participation
from relate_desktop.words.translation import _


def participation_name(participation: Participation) -> str:
    """What somebody answered to an invitation."""
    return {
        Participation.UNANSWERED: _("has not answered"),
        Participation.ACCEPTED: _("comes"),
        Participation.DECLINED: _("does not come"),
        Participation.TENTATIVE: _("may come"),
        Participation.DELEGATED: _("sends somebody else"),
    }[participation]


def status_name(status: EventStatus) -> str:
    """How sure an event is, where that is worth a word; empty of a confirmed one."""
    return {
        EventStatus.CONFIRMED: "",
        EventStatus.TENTATIVE: _("not settled yet"),
        EventStatus.CANCELLED: _("cancelled"),
    }[status]

"""What calendars say of an event and of the people in it."""

from relate_desktop.domain.calendar_event import EventStatus, Participation
from relate_desktop.domain.event_draft import EventRefusal, EventRemark
from relate_desktop.domain.invitation_message import MessageKind
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


def message_name(kind: MessageKind) -> str:
    """What is sent about an invitation."""
    return {
        MessageKind.REPLY: _("an answer to an invitation"),
        MessageKind.COUNTER: _("a proposal of another time"),
        MessageKind.DECLINED_COUNTER: _("a no to a proposal of another time"),
        MessageKind.REFRESH: _("a request for the newest invitation"),
    }[kind]


def message_words(kind: MessageKind, who: str, title: str, answer: Participation) -> str:
    """Who sent what about which event; the names as they are shown."""
    said = {
        MessageKind.REPLY: _("{name} {answer}: {title}"),
        MessageKind.COUNTER: _("{name} proposes another time: {title}"),
        MessageKind.DECLINED_COUNTER: _("{name} proposed another time, and it was declined: {title}"),
        MessageKind.REFRESH: _("{name} asks for the newest invitation: {title}"),
    }[kind]
    words = said.format(name=who or _("somebody"), answer=participation_name(answer), title=title)
    return words if title else words.removesuffix(": ")


def status_name(status: EventStatus) -> str:
    """How sure an event is, where that is worth a word; empty of a confirmed one."""
    return {
        EventStatus.CONFIRMED: "",
        EventStatus.TENTATIVE: _("not settled yet"),
        EventStatus.CANCELLED: _("cancelled"),
    }[status]


def event_remark(remark: EventRemark) -> str:
    """What of an event could not be read as it was meant."""
    return {
        EventRemark.RULE: _("It repeats in a way that Relate does not follow; only its first time is shown."),
        EventRemark.DATES: _("Some dates on which it repeats, or does not, could not be read."),
        EventRemark.END: _("Its end could not be read or lies before its start."),
        EventRemark.ZONE: _("Nobody knows its time zone; its hours are taken as those of where you are."),
        EventRemark.LINE: _("A line could not be read; it is kept as it is."),
        EventRemark.CHARSET: _("It does not say how its letters are written; they were guessed."),
        EventRemark.SAME_UID: _(
            "Another event of the file bears the same identifier; only the latest of them is shown."
        ),
    }[remark]


def event_refusal(refusal: EventRefusal) -> str:
    """Why a part of a calendar is kept and not shown."""
    return {
        EventRefusal.NOT_AN_EVENT: _("Not an event, such as a task or a time zone; kept as it is."),
        EventRefusal.NO_START: _("An event without a start; kept as it is."),
        EventRefusal.BAD_START: _("An event whose start is no date; kept as it is."),
        EventRefusal.NOT_BUSY: _("Free and busy times, of which none is busy; kept as it is."),
        EventRefusal.TOO_MANY_DATES: _(
            "An event with more single dates than anybody could attend; kept as it is."
        ),
    }[refusal]

"""Where something due came from, and what the segments of the Reminders page are called."""

from datetime import date

from relate_desktop.domain.due_reason import DueOrigin, DueReason
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.services.reminders import ReminderView
from relate_desktop.words.dates import day_in_row
from relate_desktop.words.translation import _, pgettext


def due_reason_words(reason: DueReason, today: date) -> str:
    """One sentence without its full stop: ``You promised it in a call, Friday``."""
    day = day_in_row(reason.on, today)
    said = {
        DueOrigin.I_PROMISED: _("You promised it"),
        DueOrigin.THEY_PROMISED: _("They promised it"),
        DueOrigin.CONVERSATION: _("From what you talked about"),
        DueOrigin.NOTE: _("From your note"),
        DueOrigin.WRITTEN: _("Written down"),
    }[reason.origin]
    if reason.kind is not None:
        return _("{what} {means} {day}").format(what=said, means=_means(reason.kind), day=day)
    return _("{what} {day}").format(what=said, day=day)


def view_name(view: ReminderView) -> str:
    """A segment of the Reminders page."""
    return {
        ReminderView.TO_DO: _("To do"),
        ReminderView.REPEATING: _("Repeating"),
        ReminderView.DONE: pgettext("reminders", "Done"),
    }[view]


def _means(kind: InteractionKind) -> str:
    return {
        InteractionKind.CALL: _("on the phone"),
        InteractionKind.MEETING: _("when you met"),
        InteractionKind.MESSAGE: _("in a message"),
        InteractionKind.MAIL: _("in a mail"),
        InteractionKind.OTHER: _("in a conversation"),
    }[kind]

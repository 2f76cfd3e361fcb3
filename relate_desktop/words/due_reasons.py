"""Where something due came from, and what the segments of the Reminders page are called."""

from datetime import date

from relate_desktop.domain.due_reason import DueReason
from relate_desktop.services.reminders import ReminderView
from relate_desktop.words.today import whence
from relate_desktop.words.translation import _, pgettext


def due_reason_words(reason: DueReason, today: date) -> str:
    """One sentence without its full stop: ``You promised this on Friday``."""
    return whence(reason, "", today)


def view_name(view: ReminderView) -> str:
    """A segment of the Reminders page."""
    return {
        ReminderView.TO_DO: _("To do"),
        ReminderView.REPEATING: _("Repeating"),
        ReminderView.DONE: pgettext("reminders", "Done"),
    }[view]

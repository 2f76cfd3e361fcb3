"""Whether pop-ups can be shown here, and what to do about it."""

import sys

from relate_desktop.system.notices import Capabilities, Shown
from relate_desktop.words.translation import _


def ability_words(found: Capabilities) -> str:
    """What the desktop's pop-ups can do."""
    if not found.working:
        return _("This desktop shows no pop-ups now. Relate shows reminders in a small window of its own.")
    if not found.buttons:
        return _("This desktop shows pop-ups without buttons. A click on one opens Relate.")
    return _("This desktop shows pop-ups with buttons.")


def shown_words(shown: Shown) -> str:
    """What became of a pop-up that was tried."""
    return {
        Shown.ACCEPTED: _("The desktop has taken it. If you see nothing, it may be set to not disturb."),
        Shown.ABSENT: _("Nothing on this desktop shows pop-ups. Relate uses a small window of its own."),
        Shown.SILENT: _("The desktop did not answer. Relate uses a small window of its own."),
        Shown.REFUSED: _("The system refused. Relate uses a small window of its own."),
    }[shown]


def how_to_allow() -> str:
    """Where pop-ups are allowed on this system."""
    if sys.platform == "darwin":
        return _("System Settings ▸ Notifications ▸ Relate ▸ Allow notifications.")
    if sys.platform == "win32":
        return _("Settings ▸ System ▸ Notifications ▸ Relate ▸ On.")
    return _(
        "GNOME: Settings ▸ Notifications ▸ Relate. KDE: System Settings ▸ Notifications ▸ Relate. "
        "Other desktops need a notification service, such as dunst or mako."
    )

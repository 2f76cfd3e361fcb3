"""Which way to the desktop's pop-ups the system has."""

import sys

from relate_desktop.system.notices import Answered, Notifier


def system_notifier(answered: Answered) -> Notifier:
    """The notifier of the system this runs on. ``answered`` must return at once."""
    if sys.platform in {"win32", "darwin"}:
        from relate_desktop.system.native_notifier import NativeNotifier  # noqa: PLC0415 - only there

        return NativeNotifier(answered)
    from relate_desktop.system.freedesktop_notifier import FreedesktopNotifier  # noqa: PLC0415 - only here

    return FreedesktopNotifier(answered)

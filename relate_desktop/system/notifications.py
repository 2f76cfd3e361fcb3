"""Which way to the desktop's pop-ups the system has."""

import sys

from relate_desktop.system.notices import RETRY_AFTER, Answered, Notifier


def system_notifier(answered: Answered, *, retry_after: float = RETRY_AFTER) -> Notifier:
    """The notifier of the system this runs on. ``answered`` must return at once.

    ``retry_after`` are the seconds for which a service that failed is left alone, where it can hang.
    """
    if sys.platform in {"win32", "darwin"}:
        from relate_desktop.system.native_notifier import NativeNotifier  # noqa: PLC0415 - only there

        return NativeNotifier(answered)
    from relate_desktop.system.freedesktop_notifier import FreedesktopNotifier  # noqa: PLC0415 - only here

    return FreedesktopNotifier(answered, retry_after=retry_after)

"""Whether the screen is locked, as far as the desktop tells."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relate_desktop.system.session_bus import SessionBus

_PATIENCE = 0.5
"""Seconds a screen saver has to answer; there are two to ask."""
_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)


class ScreenLock:
    """Asks the screen savers of the session. Not to be asked on the window's thread."""

    def __init__(self, patience: float = _PATIENCE) -> None:
        self._patience = patience
        self._bus: SessionBus | None = None

    def locked(self) -> bool:
        """Whether one of them says that the screen is locked; False where nobody can tell."""
        if sys.platform in {"win32", "darwin"}:
            return False
        from jeepney import DBusAddress  # noqa: PLC0415 - only on Linux

        from relate_desktop.system.session_bus import BusError, SessionBus, call_to  # noqa: PLC0415

        if self._bus is None:
            self._bus = SessionBus(lambda _message: None)
        for name, path in _SAVERS:
            saver = DBusAddress(path, bus_name=name, interface=name)
            try:
                answer = self._bus.call(call_to(saver, "GetActive", start=False), self._patience)
            except BusError:
                continue
            if answer and answer[0] is True:
                return True
        return False

    def close(self) -> None:
        """Leaves the bus."""
        if self._bus is not None:
            self._bus.close()
            self._bus = None

"""Whether Relate waits in the background from login on, as the user prefers."""

from pathlib import Path

from relate_desktop.domain.errors import ErrorKind, StorageError
from relate_desktop.services.preferences import OpenAtLogin, PreferencesService
from relate_desktop.system.autostart import LoginEntry
from relate_desktop.system.this_program import this_program


class AtLogin:
    """The entry at login of one book, and the preference that asks for it."""

    def __init__(self, folder: Path, preferences: PreferencesService) -> None:
        self._preferences = preferences
        self._entry = LoginEntry(folder, [*this_program(), "--book", str(folder), "agent"])

    @property
    def on(self) -> bool:
        """Whether the system will start it."""
        return self._entry.there

    def set(self, *, on: bool) -> None:
        """Has the system start it at login, or not, and keeps that as preferred.

        Raises StorageError(AT_LOGIN) when the system's entry cannot be written or removed.
        """
        self._preferences.change(open_at_login=OpenAtLogin.YES if on else OpenAtLogin.NO)
        try:
            if on:
                self._entry.write()
            else:
                self._entry.remove()
        except OSError as error:
            raise StorageError(ErrorKind.AT_LOGIN) from error

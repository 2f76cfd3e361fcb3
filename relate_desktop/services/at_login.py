"""Whether Relate waits in the background from login on, as the user prefers."""

from collections.abc import Callable
from pathlib import Path

from relate_desktop.domain.errors import ErrorKind, StorageError
from relate_desktop.services.preferences import OpenAtLogin, Preferences, PreferencesService
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
        self._bring_about(self._preferences.current)

    def follow(self) -> Callable[[], None]:
        """Brings the entry about whenever the preference changes; returns how to stop.

        An entry that cannot be written is left for the next change: ``on`` tells.
        """
        return self._preferences.listen(self._try)

    def _try(self, preferred: Preferences) -> None:
        try:
            self._bring_about(preferred)
        except StorageError:
            return

    def _bring_about(self, preferred: Preferences) -> None:
        wanted = preferred.open_at_login
        try:
            if wanted is OpenAtLogin.YES and not self.on:
                self._entry.write()
            elif wanted is OpenAtLogin.NO and self.on:
                self._entry.remove()
        except OSError as error:
            raise StorageError(ErrorKind.AT_LOGIN) from error

"""The settings about running: at login, and after the window is closed."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from relate_desktop.domain.errors import StorageError
from relate_desktop.services.at_login import AtLogin
from relate_desktop.services.preferences import KeepRunning, Preferences, PreferencesService
from relate_desktop.ui.kit.fields import ComboBox
from relate_desktop.ui.kit.toggles import Switch
from relate_desktop.ui.preferences.rows import SettingRow
from relate_desktop.words.errors import tell
from relate_desktop.words.preferences import choice_name, preference_name
from relate_desktop.words.translation import _


class RunningSettings(QObject):
    """Makes ``rows`` and keeps them true to the preferences."""

    def __init__(self, preferences: PreferencesService, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.keep_running = ComboBox("settings.keep_running", quiet=True)
        self.keep_running.setAccessibleName(preference_name("keep_running"))
        for choice in KeepRunning:
            self.keep_running.addItem(choice_name(choice), choice)
        self._at_login = AtLogin(folder, preferences)
        self.open_at_login = Switch("settings.open_at_login", preference_name("open_at_login"))
        self._login_row = SettingRow(
            preference_name("open_at_login"),
            _("Reminders come at their hour without a window, for this book."),
            self.open_at_login,
        )
        self.rows = [
            self._login_row,
            SettingRow(
                preference_name("keep_running"),
                _("In the tray, where the desktop has one, reminders still come at their hour."),
                self.keep_running,
            ),
        ]
        self.open_at_login.clicked.connect(self._turn)
        self.keep_running.activated.connect(
            lambda: preferences.change(keep_running=KeepRunning(self.keep_running.currentData()))
        )

    def show(self, now: Preferences) -> None:
        """Show what is preferred, and what the system will do."""
        self.open_at_login.setChecked(self._at_login.on)
        self.keep_running.setCurrentIndex(self.keep_running.findData(now.keep_running))

    def _turn(self) -> None:
        try:
            self._at_login.set(on=self.open_at_login.isChecked())
        except StorageError as error:
            self._login_row.say(tell(error).line)
        self.open_at_login.setChecked(self._at_login.on)

"""The settings about running: at login, and after the window is closed."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from relate_desktop.services.preferences import KeepRunning, Preferences, PreferencesService
from relate_desktop.ui.kit.fields import ComboBox
from relate_desktop.ui.preferences.rows import SettingRow
from relate_desktop.words.preferences import choice_name, preference_name
from relate_desktop.words.translation import _


class RunningSettings(QObject):
    """Makes ``rows`` and keeps them true to the preferences."""

    def __init__(self, preferences: PreferencesService, parent: QWidget) -> None:
        super().__init__(parent)
        self.keep_running = ComboBox("settings.keep_running", quiet=True)
        self.keep_running.setAccessibleName(preference_name("keep_running"))
        for choice in KeepRunning:
            self.keep_running.addItem(choice_name(choice), choice)
        self.rows = [
            SettingRow(
                preference_name("keep_running"),
                _("In the tray, where the desktop has one, reminders still come at their hour."),
                self.keep_running,
            )
        ]
        self.keep_running.activated.connect(
            lambda: preferences.change(keep_running=KeepRunning(self.keep_running.currentData()))
        )

    def show(self, now: Preferences) -> None:
        """Show what is preferred."""
        self.keep_running.setCurrentIndex(self.keep_running.findData(now.keep_running))

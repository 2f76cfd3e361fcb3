"""The settings page General: who uses Relate, its messages and menus, and about running."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from relate_desktop.services.preferences import Preferences, PreferencesService
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.toggles import Switch
from relate_desktop.ui.preferences.rows import SettingRow, SettingSection
from relate_desktop.ui.preferences.running import RunningSettings
from relate_desktop.words.preferences import preference_name
from relate_desktop.words.translation import _


class GeneralSettings(QObject):
    """Makes ``section`` and keeps it true to the preferences."""

    def __init__(self, preferences: PreferencesService, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.running = RunningSettings(preferences, folder, parent)
        self.you = QLineEdit()
        named(self.you, "settings.you", preference_name("your_name"))
        self.you.setMinimumWidth(180)
        self.keep_messages = Switch("settings.keep_messages", preference_name("keep_messages"))
        self.menu_bar = Switch("settings.menu_bar", preference_name("show_menu_bar"))
        self.section = SettingSection(
            "general",
            _("General"),
            [
                SettingRow(preference_name("your_name"), _("Used where Relate speaks to you."), self.you),
                SettingRow(
                    preference_name("keep_messages"),
                    _("For people who need more than eight seconds to read them."),
                    self.keep_messages,
                ),
                SettingRow(
                    preference_name("show_menu_bar"), _("Otherwise Alt shows it when needed."), self.menu_bar
                ),
                *self.running.rows,
            ],
        )
        change = preferences.change
        self.you.editingFinished.connect(lambda: change(your_name=self.you.text().strip()))
        self.keep_messages.clicked.connect(lambda: change(keep_messages=self.keep_messages.isChecked()))
        self.menu_bar.clicked.connect(lambda: change(show_menu_bar=self.menu_bar.isChecked()))

    def show(self, now: Preferences) -> None:
        """Show what is preferred."""
        self.keep_messages.setChecked(now.keep_messages)
        self.menu_bar.setChecked(now.show_menu_bar)
        if not self.you.hasFocus():
            self.you.setText(now.your_name)
        self.running.show(now)

    def look(self) -> None:
        """Everything here follows the preferences."""

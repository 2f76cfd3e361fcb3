"""The settings page Appearance: light or dark, rows, the size of text, motion."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from relate_desktop.services.preferences import Density, Motion, Preferences, PreferencesService, Theme
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.choices import Segments
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.toggles import Switch
from relate_desktop.ui.preferences.rows import SettingRow, SettingSection
from relate_desktop.words.preferences import choice_name
from relate_desktop.words.translation import _


class AppearanceSettings(QObject):
    """Makes ``section`` and keeps it true to the preferences."""

    def __init__(self, preferences: PreferencesService, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.theme = Segments("settings.theme", _("Theme"), [(one.value, choice_name(one)) for one in Theme])
        self.density = Segments(
            "settings.density", _("Rows in lists"), [(one.value, choice_name(one)) for one in Density]
        )
        self.text_size = TextSize()
        self.motion = Switch("settings.motion", _("Reduce motion"))
        self.section = SettingSection(
            "appearance",
            _("Appearance"),
            [
                SettingRow(
                    _("Theme"), _("System follows light and dark as your desktop has it."), self.theme
                ),
                SettingRow(_("Rows in lists"), _("Compact shows more people at once."), self.density),
                SettingRow(_("Text size"), _("Of your system’s own size."), self.text_size),
                SettingRow(
                    _("Reduce motion"), _("Nothing slides; things only fade, and shortly."), self.motion
                ),
            ],
        )
        change = preferences.change
        self.theme.chosen.connect(lambda key: change(theme=Theme(key)))
        self.density.chosen.connect(lambda key: change(density=Density(key)))
        self.text_size.slider.valueChanged.connect(self._text_size_moved)
        self.text_size.slider.sliderReleased.connect(self._keep_text_size)
        self.motion.clicked.connect(
            lambda: change(motion=Motion.REDUCED if self.motion.isChecked() else Motion.FULL)
        )

    def show(self, now: Preferences) -> None:
        """Show what is preferred."""
        self.theme.choose(now.theme.value)
        self.density.choose(now.density.value)
        self.text_size.show_value(now.text_size)
        self.motion.setChecked(theme().appearance.reduce_motion)

    def look(self) -> None:
        """Everything here follows the preferences."""

    def _text_size_moved(self, percent: int) -> None:
        self.text_size.say(percent)
        if not self.text_size.slider.isSliderDown():
            self._keep_text_size()

    def _keep_text_size(self) -> None:
        self._preferences.change(text_size=self.text_size.slider.value())


class TextSize(Frame):
    """A slider with its value in words beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        named(self.slider, "settings.text_size", _("Text size"))
        self.slider.setRange(90, 150)
        self.slider.setSingleStep(5)
        self.slider.setPageStep(10)
        self.slider.setMinimumWidth(160)
        self._value = SafeLabel(tone="text2")
        self._value.setMinimumWidth(48)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.slider, 1)
        row.addWidget(self._value)
        self.setFocusProxy(self.slider)

    def show_value(self, percent: int) -> None:
        """Show a size without telling anybody."""
        self.slider.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.slider.setValue(percent)
        self.slider.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.say(percent)

    def say(self, percent: int) -> None:
        """Say a size while the slider still moves."""
        words = _("{percent} %").format(percent=percent)
        self._value.setText(words)
        self.slider.setAccessibleDescription(words)

"""Settings: a list of pages left, the chosen one right; what is changed holds at once."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSlider, QVBoxLayout, QWidget

from relate_desktop import __version__
from relate_desktop.domain.change import Changes
from relate_desktop.domain.place import Place
from relate_desktop.services.preferences import Density, Motion, Preferences, PreferencesService, Theme
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.cards import Frame, Page
from relate_desktop.ui.kit.choices import Segments
from relate_desktop.ui.kit.fields import SearchField
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.room import Message, Room
from relate_desktop.ui.kit.short_list import ShortEntry, ShortList
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.toggles import Switch
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.preferences.about import about_rows
from relate_desktop.ui.preferences.calendars import CalendarSettings
from relate_desktop.ui.preferences.lookups import LookupSettings
from relate_desktop.ui.preferences.reminders import ReminderSettings
from relate_desktop.ui.preferences.rows import SettingRow, SettingSection
from relate_desktop.ui.preferences.running import RunningSettings
from relate_desktop.ui.preferences.touch import TouchSettings
from relate_desktop.words.preferences import choice_name, preference_name
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

_BEFORE = 28
"""Pixels before the list of pages."""
LIST_WIDTH = 210


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


class PreferencesRoom(Room):
    """Places: ``settings``, and ``settings/`` with general, appearance, reminders, touch,
    lookups, calendars or about."""

    def __init__(
        self,
        preferences: PreferencesService,
        book: "OpenBook",
        folder: Path,
        work: Work,
        news: News,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.running = RunningSettings(preferences, folder, self)
        self.reminders = ReminderSettings(preferences, book.present, work, self)
        self.touch = TouchSettings(preferences, book, work, self)
        self.lookups = LookupSettings(preferences, book, work, self)
        self.lookups.asked.connect(self.asked)
        self.lookups.said.connect(self.said)
        self.calendars = CalendarSettings(preferences, book, work, self)
        self.reminders.own_window_asked.connect(self.notice_asked)
        self.pages = ShortList("settings.pages", _("Settings pages"), 34)
        self.search = SearchField("settings.search", _("Search settings"), _("A word of it"))
        self._make_controls()
        self._sections = self._made_sections(folder)
        self.pages.entries.show(
            [
                ShortEntry("general", _("General"), "sliders-horizontal"),
                ShortEntry("appearance", _("Appearance"), "palette"),
                ShortEntry("reminders", _("Reminders"), "bell-simple"),
                ShortEntry("touch", _("Staying in touch"), "heart"),
                ShortEntry("lookups", _("Look-ups"), "globe-simple"),
                ShortEntry("calendars", _("Calendars"), "calendar-blank"),
                ShortEntry("about", _("About"), "info"),
            ]
        )
        self.pages.fit()
        self._lay_out()
        self._connect()
        self._show(preferences.current)
        self.destroyed.connect(preferences.listen(self._show))
        news.changed.connect(self._news)
        self._choose("general")

    @property
    def title(self) -> str:
        """The place's name."""
        return _("Settings")

    def go(self, place: Place) -> None:
        """Show one of the pages."""
        self.search.clear()
        self._choose(place.rest or self._chosen)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """Ctrl+F searches the settings."""
        return {"find": lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)}

    def regions(self) -> Sequence[QWidget]:
        """The list of pages, then the page."""
        return [self.pages, self._page]

    def default_focus(self) -> QWidget | None:
        """The list of pages."""
        return self.pages

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What the page shows of the book and the desktop is read again."""
        super().showEvent(event)
        self._choose(self._chosen)

    # making

    def _make_controls(self) -> None:
        self.theme = Segments("settings.theme", _("Theme"), [(one.value, choice_name(one)) for one in Theme])
        self.density = Segments(
            "settings.density", _("Rows in lists"), [(one.value, choice_name(one)) for one in Density]
        )
        self.text_size = TextSize()
        self.motion = Switch("settings.motion", _("Reduce motion"))
        self.keep_messages = Switch("settings.keep_messages", preference_name("keep_messages"))
        self.menu_bar = Switch("settings.menu_bar", preference_name("show_menu_bar"))
        self.you = QLineEdit()
        named(self.you, "settings.you", preference_name("your_name"))
        self.you.setMinimumWidth(180)

    def _made_sections(self, folder: Path) -> Sequence[SettingSection]:
        general = [
            SettingRow(preference_name("your_name"), _("Used where Relate speaks to you."), self.you),
            SettingRow(
                preference_name("keep_messages"),
                _("For people who need more than eight seconds to read them."),
                self.keep_messages,
            ),
            SettingRow(
                preference_name("show_menu_bar"),
                _("Otherwise Alt shows it when needed."),
                self.menu_bar,
            ),
            *self.running.rows,
        ]
        appearance = [
            SettingRow(_("Theme"), _("System follows light and dark as your desktop has it."), self.theme),
            SettingRow(_("Rows in lists"), _("Compact shows more people at once."), self.density),
            SettingRow(_("Text size"), _("Of your system’s own size."), self.text_size),
            SettingRow(_("Reduce motion"), _("Nothing slides; things only fade, and shortly."), self.motion),
        ]
        return (
            SettingSection("general", _("General"), general),
            SettingSection("appearance", _("Appearance"), appearance),
            self.reminders.section,
            self.touch.section,
            self.lookups.section,
            self.calendars.section,
            SettingSection("about", _("About"), about_rows(__version__, folder, self._copied)),
        )

    def _lay_out(self) -> None:
        left = Frame()
        self._left = left
        self._fit()
        theme().changed.connect(self._fit)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 28, 0, 28)
        column.setSpacing(14)
        heading = Heading(_("Settings"), "settings.title")
        column.addWidget(heading)
        column.addWidget(self.search)
        column.addWidget(self.pages)
        column.addStretch(1)
        self._page = Page("page", max_width=740)
        for section in self._sections:
            self._page.body.addWidget(section)
        self._none = SafeLabel(_("No setting has these words."), tone="text2")
        self._page.body.addWidget(self._none)
        self._page.body.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(_BEFORE)  # not a margin: those stay on their side in a mirrored window
        row.addWidget(left)
        row.addWidget(self._page, 1)

    def _fit(self) -> None:
        self._left.setFixedWidth(theme().scaled(LIST_WIDTH) - _BEFORE)
        self.pages.fit()

    def _connect(self) -> None:
        change = self._preferences.change
        self.pages.opened.connect(self._choose)
        self.pages.selectionModel().currentChanged.connect(
            lambda index: self._turn_to(self.pages.key_at(index)) if index.isValid() else None
        )
        self.search.textChanged.connect(self._narrow)
        self.theme.chosen.connect(lambda key: change(theme=Theme(key)))
        self.density.chosen.connect(lambda key: change(density=Density(key)))
        self.text_size.slider.valueChanged.connect(self._text_size_moved)
        self.text_size.slider.sliderReleased.connect(self._keep_text_size)
        self.motion.clicked.connect(
            lambda: change(motion=Motion.REDUCED if self.motion.isChecked() else Motion.FULL)
        )
        self.keep_messages.clicked.connect(lambda: change(keep_messages=self.keep_messages.isChecked()))
        self.menu_bar.clicked.connect(lambda: change(show_menu_bar=self.menu_bar.isChecked()))
        self.you.editingFinished.connect(lambda: change(your_name=self.you.text().strip()))

    # showing

    def _news(self, changes: Changes) -> None:
        if self._chosen == "lookups" and self.isVisible():
            self.lookups.follow(changes)

    def _show(self, now: Preferences) -> None:
        self.theme.choose(now.theme.value)
        self.density.choose(now.density.value)
        self.text_size.show_value(now.text_size)
        self.motion.setChecked(theme().appearance.reduce_motion)
        self.keep_messages.setChecked(now.keep_messages)
        self.menu_bar.setChecked(now.show_menu_bar)
        if not self.you.hasFocus():
            self.you.setText(now.your_name)
        for part in (self.running, self.reminders, self.touch, self.lookups, self.calendars):
            part.show(now)

    def _turn_to(self, key: str) -> None:
        if key != self._chosen:  # the list follows what was chosen elsewhere, and is heard doing so
            self._choose(key)

    def _choose(self, key: str) -> None:
        known = {section.key for section in self._sections}
        self._chosen = key if key in known else "general"
        self.pages.mark(self._chosen)
        looks = {
            "reminders": self.reminders.look,
            "touch": self.touch.look,
            "lookups": self.lookups.look,
            "calendars": self.calendars.look,
        }
        if self._chosen in looks and self.isVisible():
            looks[self._chosen]()
        if not self.search.text():
            self._narrow("")

    def _narrow(self, wanted: str) -> None:
        """Show the chosen page, or whatever rows of any page have the words."""
        words = wanted.casefold().split()
        found = False
        for section in self._sections:
            fits = section.narrow_to(words) and (bool(words) or section.key == self._chosen)
            section.setVisible(fits)
            found = found or fits
        self._none.setVisible(not found)

    def _text_size_moved(self, percent: int) -> None:
        self.text_size.say(percent)
        if not self.text_size.slider.isSliderDown():
            self._keep_text_size()

    def _keep_text_size(self) -> None:
        self._preferences.change(text_size=self.text_size.slider.value())

    def _copied(self) -> None:
        self.said.emit(Message(_("Copied"), "copied"))

"""Settings: a list of pages left, the chosen one right; what is changed holds at once.

A page is loaded and made when it is first looked at. A search has the others made, one a turn.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.place import Place
from relate_desktop.services.preferences import Preferences, PreferencesService
from relate_desktop.ui.kit.cards import Frame, Page
from relate_desktop.ui.kit.fields import SearchField
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.room import Message, Room
from relate_desktop.ui.kit.short_list import ShortEntry, ShortList
from relate_desktop.ui.kit.tab_order import order_tabs
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook
    from relate_desktop.ui.preferences.about import AboutSettings
    from relate_desktop.ui.preferences.appearance import AppearanceSettings
    from relate_desktop.ui.preferences.calendars import CalendarSettings
    from relate_desktop.ui.preferences.general import GeneralSettings
    from relate_desktop.ui.preferences.lookups import LookupSettings
    from relate_desktop.ui.preferences.reminders import ReminderSettings
    from relate_desktop.ui.preferences.rows import SettingSection
    from relate_desktop.ui.preferences.touch import TouchSettings

# ruff: noqa: PLC0415

_BEFORE = 28
"""Pixels before the list of pages."""
LIST_WIDTH = 210


class SettingPage(Protocol):
    """One of the pages."""

    section: "SettingSection"

    def show(self, now: Preferences) -> None:
        """Show what is preferred."""

    def look(self) -> None:
        """Read again what it shows of the book and the desktop: somebody looks at it."""


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
        self._preferences, self._book, self._folder, self._work = preferences, book, folder, work
        self._pages: Mapping[str, Callable[[], SettingPage]] = {
            "general": lambda: self.general,
            "appearance": lambda: self.appearance,
            "reminders": lambda: self.reminders,
            "touch": lambda: self.touch,
            "lookups": lambda: self.lookups,
            "calendars": lambda: self.calendars,
            "about": lambda: self.about,
        }
        self._made: dict[str, SettingPage] = {}
        self.pages = ShortList("settings.pages", _("Settings pages"), 34)
        self.search = SearchField("settings.search", _("Search settings"), _("A word of it"))
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
        self._chosen = "general"
        self._lay_out()
        self.pages.opened.connect(self._choose)
        self.pages.selectionModel().currentChanged.connect(
            lambda index: self._turn_to(self.pages.key_at(index)) if index.isValid() else None
        )
        self.search.textChanged.connect(self._search)
        self.destroyed.connect(preferences.listen(self._show))
        news.changed.connect(self._news)

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
        if self._made:  # the first time it is told where to go
            self._choose(self._chosen)

    # the pages, each made when it is first asked for

    @cached_property
    def general(self) -> "GeneralSettings":
        """Who uses Relate, its messages and menus, about running."""
        from relate_desktop.ui.preferences.general import GeneralSettings

        return GeneralSettings(self._preferences, self._folder, self)

    @cached_property
    def appearance(self) -> "AppearanceSettings":
        """How it looks."""
        from relate_desktop.ui.preferences.appearance import AppearanceSettings

        return AppearanceSettings(self._preferences, self)

    @cached_property
    def reminders(self) -> "ReminderSettings":
        """Pop-ups, quiet, the shape of the day."""
        from relate_desktop.ui.preferences.reminders import ReminderSettings

        made = ReminderSettings(self._preferences, self._book.present, self._work, self)
        made.own_window_asked.connect(self.notice_asked)
        return made

    @cached_property
    def touch(self) -> "TouchSettings":
        """How often Relate speaks of whom."""
        from relate_desktop.ui.preferences.touch import TouchSettings

        return TouchSettings(self._preferences, self._book, self._work, self)

    @cached_property
    def lookups(self) -> "LookupSettings":
        """Whom Relate may ask."""
        from relate_desktop.ui.preferences.lookups import LookupSettings

        made = LookupSettings(self._preferences, self._book, self._work, self)
        made.asked.connect(self.asked)
        made.said.connect(self.said)
        return made

    @cached_property
    def calendars(self) -> "CalendarSettings":
        """Calendar files, and what becomes of them."""
        from relate_desktop.ui.preferences.calendars import CalendarSettings

        return CalendarSettings(self._preferences, self._book, self._work, self)

    @cached_property
    def about(self) -> "AboutSettings":
        """Which Relate this is."""
        from relate_desktop.ui.preferences.about import AboutSettings

        return AboutSettings(self._folder, self._copied)

    def _page_of(self, key: str) -> SettingPage:
        """A page, in its place among those that are there already, and not shown yet."""
        if key not in self._made:
            page = self._made[key] = self._pages[key]()
            page.section.hide()
            self._page.body.insertWidget(self._there().index(key), page.section)
            page.show(self._preferences.current)
        return self._made[key]

    def _there(self) -> list[str]:
        """The pages that are made, in their order."""
        return [key for key in self._pages if key in self._made]

    def _make_next(self) -> None:
        """Make one more of the pages that a search looks into."""
        missing = next((key for key in self._pages if key not in self._made), None)
        if missing is None or not self.search.text():
            return
        self._page_of(missing)
        order_tabs(self._made[key].section for key in self._there())
        self._narrow()
        QTimer.singleShot(0, self, self._make_next)

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
        self._none = SafeLabel(_("No setting has these words."), tone="text2")
        self._none.hide()
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

    # showing

    def _news(self, changes: Changes) -> None:
        if self._chosen == "lookups" and self.isVisible():
            self.lookups.follow(changes)

    def _show(self, now: Preferences) -> None:
        for page in self._made.values():
            page.show(now)

    def _turn_to(self, key: str) -> None:
        if key != self._chosen:  # the list follows what was chosen elsewhere, and is heard doing so
            self._choose(key)

    def _choose(self, key: str) -> None:
        self._chosen = key if key in self._pages else "general"
        self.pages.mark(self._chosen)
        page = self._page_of(self._chosen)
        if self.isVisible():
            page.look()
        if not self.search.text():
            self._narrow()

    def _search(self) -> None:
        self._narrow()
        self._make_next()

    def _narrow(self) -> None:
        """Show the chosen page, or whatever rows of any page have the words that are searched."""
        words = self.search.text().casefold().split()
        found = False
        for key, page in self._made.items():
            fits = page.section.narrow_to(words) and (bool(words) or key == self._chosen)
            page.section.setVisible(fits)
            found = found or fits
        self._none.setVisible(not found and len(self._made) == len(self._pages))

    def _copied(self) -> None:
        self.said.emit(Message(_("Copied"), "copied"))

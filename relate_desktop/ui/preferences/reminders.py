"""The settings page Reminders: pop-ups, quiet, the shape of the day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.domain.present import Present
from relate_desktop.domain.recurrence import LeapDay
from relate_desktop.domain.snooze import Snooze, snoozed_until
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.services.pop_up_trial import PopUpTrial
from relate_desktop.services.preferences import HideNames, Preferences, PreferencesService
from relate_desktop.system.notices import Capabilities, Notice, Shown
from relate_desktop.ui.kit.accessibility import announce
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.fields import ComboBox
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.spin_boxes import HourBox
from relate_desktop.ui.kit.toggles import Switch
from relate_desktop.ui.kit.weekdays import Weekdays
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.preferences.rows import SettingCard, SettingRow, SettingSection
from relate_desktop.words.delivery import ability_words, how_to_allow, shown_words
from relate_desktop.words.due import snoozed_words
from relate_desktop.words.pop_ups import a_try
from relate_desktop.words.preferences import choice_name, preference_name
from relate_desktop.words.translation import _


class ReminderSettings(QObject):
    """Makes ``section`` and keeps it true to the preferences."""

    own_window_asked = Signal(object)
    """A Notice that the desktop did not show."""
    _pressed = Signal(str)

    def __init__(
        self,
        preferences: PreferencesService,
        present: Callable[[], Present],
        work: Work,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._present, self._work = preferences, present, work
        self._trial = PopUpTrial(lambda _key, button: self._pressed.emit(button))
        self._trials = 0
        self._make_controls()
        self.section = SettingSection(
            "reminders", _("Reminders"), [self._pop_ups(), self._quiet(), self._day()]
        )
        self._connect()
        self.destroyed.connect(self._trial.close)

    @property
    def state(self) -> str:
        """What is said of the desktop's pop-ups."""
        return self._test_row.sentence

    def show(self, now: Preferences) -> None:
        """Show what is preferred."""
        self.popups.setChecked(now.popups)
        self.hide_names.setChecked(now.hide_names is HideNames.ALWAYS)
        self.hide_names_locked.setChecked(now.hide_names is not HideNames.NEVER)
        self.hide_names_locked.setEnabled(now.hide_names is not HideNames.ALWAYS)
        self.sound.setChecked(now.sound)
        self.summary.setChecked(now.morning_summary)
        for combo, value in ((self.snooze, now.default_snooze), (self.leap_day, now.leap_day)):
            combo.setCurrentIndex(combo.findData(value))
        for box, minutes in (
            (self.day_start, now.day_start),
            (self.evening, now.evening),
            (self.quiet_from, now.quiet_from),
            (self.quiet_to, now.quiet_to),
        ):
            box.show_minutes(minutes)
        self.working_days.show_days(frozenset(int(day) for day in now.working_days))
        self._show_pause()

    def look(self) -> None:
        """Find out what the desktop's pop-ups can do; called when the page is looked at."""
        self._show_pause()
        trials = self._trials
        self._work.run(
            Lane.READ,
            lambda _job: self._trial.capabilities(),
            lambda found: self._show_capabilities(found, trials),
            kind=JobKind.DETAIL,
            owner=self,
        )

    def close(self) -> None:
        """End the work with the desktop's pop-ups."""
        self._trial.close()

    # making

    def _make_controls(self) -> None:
        self.popups = Switch("settings.popups", preference_name("popups"))
        self.test = Button(_("Show a test pop-up"), "settings.test_popup", small=True)
        self.hide_names = Switch("settings.hide_names", preference_name("hide_names"))
        self.hide_names_locked = Switch(
            "settings.hide_names_locked", _("Hide names while the screen is locked")
        )
        self.sound = Switch("settings.sound", preference_name("sound"))
        self.summary = Switch("settings.morning_summary", preference_name("morning_summary"))
        self.snooze = _choices("settings.default_snooze", preference_name("default_snooze"), tuple(Snooze))
        self.leap_day = _choices("settings.leap_day", preference_name("leap_day"), tuple(LeapDay))
        self.pause = Button("", "settings.pause", small=True)
        self.day_start = HourBox("settings.day_start", preference_name("day_start"))
        self.evening = HourBox("settings.evening", preference_name("evening"))
        self.quiet_from = HourBox("settings.quiet_from", preference_name("quiet_from"))
        self.quiet_to = HourBox("settings.quiet_to", preference_name("quiet_to"))
        self.working_days = Weekdays("settings.working_days", preference_name("working_days"))

    def _pop_ups(self) -> SettingCard:
        self._test_row = SettingRow(_("Do they work here?"), "", self.test)
        return SettingCard(
            _("Pop-ups"),
            [
                SettingRow(
                    preference_name("popups"),
                    _("At their hour, also while the window is closed. Otherwise they wait in Today."),
                    self.popups,
                ),
                self._test_row,
                SettingRow(
                    preference_name("hide_names"),
                    _("Pop-ups only say that something waits."),
                    self.hide_names,
                ),
                SettingRow(
                    _("Hide names while the screen is locked"),
                    _("Where Relate can see that it is."),
                    self.hide_names_locked,
                ),
                SettingRow(preference_name("sound"), _("The desktop’s own sound for messages."), self.sound),
                SettingRow(
                    preference_name("default_snooze"), _("The button in the pop-up itself."), self.snooze
                ),
                SettingRow(
                    preference_name("morning_summary"),
                    _("One for everything that has no hour, at the start of your day."),
                    self.summary,
                ),
            ],
        )

    def _quiet(self) -> SettingCard:
        hours = Frame()
        row = QHBoxLayout(hours)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.quiet_from)
        row.addWidget(SafeLabel(_("to"), tone="text2"))
        row.addWidget(self.quiet_to)
        hours.setFocusProxy(self.quiet_from)
        self._pause_row = SettingRow(_("Pause"), "", self.pause)
        return SettingCard(
            _("Quiet"),
            [
                SettingRow(
                    _("Quiet hours"),
                    _("Nothing pops up, it waits for the start of your day. Two hours alike: never quiet."),
                    hours,
                ),
                self._pause_row,
            ],
        )

    def _day(self) -> SettingCard:
        return SettingCard(
            _("Your day"),
            [
                SettingRow(preference_name("day_start"), _("When what has no hour is told."), self.day_start),
                SettingRow(preference_name("evening"), _("What “this evening” means."), self.evening),
                SettingRow(
                    preference_name("working_days"),
                    _("“Next week” is the first of them. On other days Relate suggests nobody."),
                    self.working_days,
                ),
                SettingRow(
                    preference_name("leap_day"),
                    _("For those born on it, three years of four."),
                    self.leap_day,
                ),
            ],
        )

    def _connect(self) -> None:
        change = self._preferences.change
        self.popups.clicked.connect(lambda: change(popups=self.popups.isChecked(), popups_agreed=True))
        self.test.clicked.connect(self._try)
        self.hide_names.clicked.connect(self._hide_names)
        self.hide_names_locked.clicked.connect(self._hide_names)
        self.sound.clicked.connect(lambda: change(sound=self.sound.isChecked()))
        self.summary.clicked.connect(lambda: change(morning_summary=self.summary.isChecked()))
        self.snooze.activated.connect(lambda: change(default_snooze=Snooze(self.snooze.currentData())))
        self.leap_day.activated.connect(lambda: change(leap_day=LeapDay(self.leap_day.currentData())))
        self.pause.clicked.connect(self._turn_pause)
        self.day_start.timeChanged.connect(lambda: change(day_start=self.day_start.minutes))
        self.evening.timeChanged.connect(lambda: change(evening=self.evening.minutes))
        self.quiet_from.timeChanged.connect(lambda: change(quiet_from=self.quiet_from.minutes))
        self.quiet_to.timeChanged.connect(lambda: change(quiet_to=self.quiet_to.minutes))
        self.working_days.changed.connect(
            lambda: change(working_days="".join(str(day) for day in sorted(self.working_days.days)))
        )
        self._pressed.connect(self._answered)

    # doing

    def _hide_names(self) -> None:
        chosen = HideNames.LOCKED if self.hide_names_locked.isChecked() else HideNames.NEVER
        always = self.hide_names.isChecked()
        self._preferences.change(hide_names=HideNames.ALWAYS if always else chosen)

    def _show_pause(self) -> None:
        until = self._present().hours.paused_until
        if until is None:
            self._pause_row.say(_("Everything waits until tomorrow, and nothing is lost."))
            self.pause.set_words(_("Pause until tomorrow"))
        else:
            words = snoozed_words(until, self._present())
            self._pause_row.say(_("Nothing pops up until {day}.").format(day=words))
            self.pause.set_words(_("Go on now"))

    def _turn_pause(self) -> None:
        present = self._present()
        until: datetime | None = None
        if present.hours.paused_until is None:
            until = snoozed_until(Snooze.TOMORROW, present)
        self._preferences.change(paused_until="" if until is None else until.isoformat())

    def _try(self) -> None:
        notice = replace(a_try(), sound=self._preferences.current.sound)
        self.test.setEnabled(False)
        self._trials += 1
        self._work.run(
            Lane.READ,
            lambda _job: (notice, self._trial.show(notice)),
            self._tried,
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _tried(self, found: tuple[Notice, Shown]) -> None:
        notice, shown = found
        self.test.setEnabled(True)
        self._say(
            shown_words(shown) if shown is not Shown.REFUSED else f"{shown_words(shown)} {how_to_allow()}"
        )
        if shown is not Shown.ACCEPTED:
            self.own_window_asked.emit(notice)

    def _answered(self, _button: str) -> None:
        self._say(_("You answered it: pop-ups work here, and so do their buttons."))

    def _show_capabilities(self, found: Capabilities, trials: int) -> None:
        if trials != self._trials:  # what was tried meanwhile says more
            return
        words = ability_words(found)
        self._test_row.say(words if found.working else f"{words} {how_to_allow()}")

    def _say(self, sentence: str) -> None:
        self._test_row.say(sentence)
        announce(self.test, sentence)


def _choices(identifier: str, name: str, choices: tuple[Snooze, ...] | tuple[LeapDay, ...]) -> ComboBox:
    combo = ComboBox(identifier, quiet=True)
    combo.setAccessibleName(name)
    for choice in choices:
        combo.addItem(choice_name(choice), choice)
    return combo

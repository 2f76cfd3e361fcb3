"""The settings page Calendars: files and colours, zones that are not known, the user's own addresses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from relate_desktop.domain.calendar import Calendar
from relate_desktop.domain.calendar_event import Attendee, CalendarEvent
from relate_desktop.domain.ids import CalendarId
from relate_desktop.domain.present import Present
from relate_desktop.domain.text import isolate, squeezed, visible
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.services.preferences import Preferences, PreferencesService
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.fields import ComboBox
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.toggles import Switch
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.preferences.rows import SettingCard, SettingRow, SettingSection, side_by_side
from relate_desktop.words.calendar_days import calendar_facts, zone_proposed
from relate_desktop.words.circles import colour_name
from relate_desktop.words.preferences import preference_name
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

COLOURS = 10
LONGEST = 120


@dataclass(frozen=True, slots=True)
class _Known:
    """What the page shows of the book."""

    calendars: Sequence[Calendar] = ()
    hidden: Sequence[CalendarEvent] = ()
    perhaps_mine: Sequence[str] = ()
    present: Present | None = None


class CalendarSettings(QObject):
    """Makes ``section`` and keeps it true to preferences and book."""

    def __init__(
        self, preferences: PreferencesService, book: "OpenBook", work: Work, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._preferences, self._book, self._work = preferences, book, work
        self._known: _Known | None = None
        self._newest = Fresh(work, self, lambda: self._known_now, self._show_known)
        self.addresses = QLineEdit()
        named(self.addresses, "settings.your_addresses", preference_name("your_addresses"))
        self.addresses.setMinimumWidth(240)
        self.moments = Switch("settings.calendar_moments", preference_name("calendar_moments"))
        self.reminders = Switch("settings.calendar_reminders", preference_name("calendar_reminders"))
        self.popups = Switch("settings.meeting_popups", preference_name("meeting_popups"))
        self.held = Switch("settings.meetings_held", preference_name("meetings_held"))
        self.read = Button(_("Read again"), "settings.calendars.read", small=True)
        self.mine = SettingCard(_("Is this you?"), [])
        self.calendars = SettingCard(_("Calendars"), [])
        self.zones = SettingCard(_("Time zones that nobody explains"), [])
        self.hidden = SettingCard(_("Hidden events"), [])
        self.section = SettingSection(
            "calendars", _("Calendars"), [self._own(), self.mine, self.calendars, self.zones, self.hidden]
        )
        change = preferences.change
        self.addresses.editingFinished.connect(lambda: change(your_addresses=self.addresses.text().strip()))
        self.moments.clicked.connect(lambda: change(calendar_moments=self.moments.isChecked()))
        self.reminders.clicked.connect(lambda: change(calendar_reminders=self.reminders.isChecked()))
        self.popups.clicked.connect(lambda: change(meeting_popups=self.popups.isChecked()))
        self.held.clicked.connect(lambda: change(meetings_held=self.held.isChecked()))
        self.read.clicked.connect(self._read_files)
        self._show_known(_Known())

    def show(self, now: Preferences) -> None:
        """Show what is preferred."""
        if not self.addresses.hasFocus():
            self.addresses.setText(now.your_addresses)
        self.moments.setChecked(now.calendar_moments)
        self.reminders.setChecked(now.calendar_reminders)
        self.popups.setChecked(now.meeting_popups)
        self.held.setChecked(now.meetings_held)

    def look(self) -> None:
        """Read the calendars again from the book."""
        self._newest.ask()

    def _own(self) -> SettingCard:
        return SettingCard(
            "",
            [
                SettingRow(
                    preference_name("your_addresses"),
                    _("By these calendars know you: your own meetings are not with yourself."),
                    self.addresses,
                ),
                SettingRow(
                    preference_name("meeting_popups"),
                    _("A quarter of an hour ahead, with the one thing to know."),
                    self.popups,
                ),
                SettingRow(
                    preference_name("meetings_held"),
                    _("Once they are over, with those who came. What you change yourself stays as it is."),
                    self.held,
                ),
                SettingRow(preference_name("calendar_moments"), "", self.moments),
                SettingRow(preference_name("calendar_reminders"), "", self.reminders),
                SettingRow(
                    _("Read calendar files again"),
                    _("Relate looks at them by itself when they change. F5 does it at once."),
                    self.read,
                ),
            ],
        )

    def _perhaps(self, number: int, address: str) -> SettingRow:
        name = visible(address, LONGEST)
        yes = Button(
            _("This is me"),
            f"settings.perhaps_mine.{number}",
            small=True,
            name=_("{address} is me").format(address=isolate(name)),
        )
        yes.clicked.connect(lambda: self._this_is_me(address))
        return SettingRow(name, _("This address is part of nearly everything in your calendars."), yes)

    def _known_now(self) -> _Known:
        book = self._book
        mine = book.meeting_people.perhaps_mine()
        return _Known(book.calendars.all(), book.calendars.hidden(), mine, book.present())

    def _show_known(self, known: _Known) -> None:
        before = self._known
        if before is not None and replace(before, present=None) == replace(known, present=None):
            return
        self._known = known
        none = SettingRow(_("No calendar yet"), _("Drop an .ics file on the window, or import one."), None)
        self.calendars.set_rows([self._calendar(one, known.present) for one in known.calendars] or [none])
        self.mine.set_rows([self._perhaps(number, one) for number, one in enumerate(known.perhaps_mine)])
        self.mine.setVisible(bool(known.perhaps_mine))
        zones = [(one, zone) for one in known.calendars for zone in one.unknown_zones]
        self.zones.set_rows([self._zone(number, *of) for number, of in enumerate(zones)])
        self.zones.setVisible(bool(zones))
        self.hidden.set_rows([self._hidden(one) for one in known.hidden])
        self.hidden.setVisible(bool(known.hidden))

    def _calendar(self, calendar: Calendar, present: Present | None) -> SettingRow:
        name = visible(calendar.name, LONGEST)
        colour = ComboBox(f"settings.calendar.{calendar.id}.colour", quiet=True)
        for hue in range(COLOURS):
            colour.addItem(colour_name(hue), hue)
        colour.setCurrentIndex(calendar.hue % COLOURS)
        colour.setAccessibleName(_("Colour of {name}").format(name=isolate(name)))
        colour.activated.connect(
            lambda hue: self._write(lambda: self._book.calendars.colour(calendar.id, hue))
        )
        remove = Button(
            _("Remove"),
            f"settings.calendar.{calendar.id}.remove",
            small=True,
            name=_("Remove {name}").format(name=isolate(name)),
        )
        remove.clicked.connect(lambda: self._write(lambda: self._book.calendars.remove(calendar.id)))
        return SettingRow(isolate(name), calendar_facts(calendar, present), _beside(colour, remove))

    def _zone(self, number: int, calendar: Calendar, zone: str) -> SettingRow:
        named_zone = visible(zone, LONGEST)
        choice = ComboBox(f"settings.zone.{number}")
        choice.setEditable(True)
        choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        choice.addItems(["", *sorted(name for name in available_timezones() if "/" in name)])
        completer = QCompleter(choice.model(), choice)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        choice.setCompleter(completer)
        choice.setAccessibleName(_("What {zone} means").format(zone=isolate(named_zone)))
        choice.activated.connect(lambda: self._explain(calendar.id, zone, choice.currentText()))
        said = _("In {calendar}. Its hours are shown as they are written.")
        words = [said.format(calendar=isolate(visible(calendar.name, LONGEST))), zone_proposed(calendar.zone)]
        return SettingRow(
            isolate(named_zone),
            " ".join(filter(None, words)),
            _beside(*self._proposal(number, calendar, zone), choice),
        )

    def _proposal(self, number: int, calendar: Calendar, zone: str) -> list[Button]:
        """A press for the zone that the calendar's own file tells of."""
        if not calendar.zone:
            return []
        take = Button(
            _("Take {zone}").format(zone=visible(calendar.zone, LONGEST)),
            f"settings.zone.{number}.take",
            small=True,
        )
        take.clicked.connect(lambda: self._explain(calendar.id, zone, calendar.zone))
        return [take]

    def _hidden(self, event: CalendarEvent) -> SettingRow:
        title = visible(squeezed(event.title), LONGEST) or _("No title")
        button = Button(
            _("Show again"),
            f"settings.hidden.{event.id}",
            small=True,
            name=_("Show {name} again").format(name=isolate(title)),
        )
        button.clicked.connect(
            lambda: self._write(lambda: self._book.calendars.hide_series(event.id, hidden=False))
        )
        return SettingRow(isolate(title), "", button)

    def _explain(self, calendar: CalendarId, zone: str, means: str) -> None:
        if means:
            self._write(lambda: self._book.calendars.explain_zone(calendar, zone, means))

    def _read_files(self) -> None:
        self._work.run(
            Lane.WRITE,
            self._book.calendars.read_again,
            lambda _done: self.look(),
            kind=JobKind.IMPORT,
            owner=self,
        )

    def _this_is_me(self, address: str) -> None:
        """On this thread, as every preference: who listens has widgets to change."""
        self._book.meeting_people.this_is_me(Attendee(address))
        self.look()

    def _write(self, do: Callable[[], object]) -> None:
        self._work.run(
            Lane.WRITE, lambda _job: do(), lambda _done: self.look(), kind=JobKind.EDIT, owner=self
        )


def _beside(*controls: QWidget) -> Frame:
    """Controls in a line, the first of which takes the focus for all."""
    frame = side_by_side(*controls)
    frame.setFocusProxy(controls[0])
    return frame

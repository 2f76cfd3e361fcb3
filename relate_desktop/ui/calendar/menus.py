"""What can be done with a calendar of the rail, and with an event of the agenda."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from relate_desktop.domain.calendar_event import Occurrence
from relate_desktop.domain.ids import CalendarId, ContactId
from relate_desktop.domain.place import Place
from relate_desktop.domain.text import isolate, visible
from relate_desktop.ui.calendar.deeds import CalendarDeeds
from relate_desktop.ui.calendar.lines import AgendaLine
from relate_desktop.ui.calendar.shown import ShownEntry
from relate_desktop.ui.kit.buttons import rounded
from relate_desktop.ui.kit.name_form import NameForm
from relate_desktop.ui.kit.tooltips import menu_text
from relate_desktop.words.circles import colour_name
from relate_desktop.words.translation import _

COLOURS = 10
LONGEST = 60


class CalendarMenu(QMenu):
    """Rename, colour, read again, remove."""

    def __init__(self, deeds: CalendarDeeds, parent: QWidget) -> None:
        super().__init__(parent)
        self._deeds, self._host = deeds, parent
        rounded(self)
        self.setAccessibleName(_("More for this calendar"))

    def open_for(self, entry: ShownEntry, position: QPoint) -> None:
        """Offer what can be done with a calendar; nothing for what Relate itself puts there."""
        calendar = entry.calendar
        if calendar is None:
            return
        self.clear()
        self.addAction(_("Rename…"), lambda: self._rename(calendar, entry.words))
        colours = rounded(QMenu(_("Colour"), self))
        for hue in range(COLOURS):
            action = colours.addAction(colour_name(hue), _choosing(self._deeds, calendar, hue))
            action.setCheckable(True)
            action.setChecked(hue == entry.hue)
        self.addMenu(colours)
        self.addSeparator()
        self.addAction(_("Read calendar files again"), self._deeds.read_again)
        self.addAction(_("Remove this calendar"), lambda: self._deeds.remove(calendar))
        self.popup(position)

    def _rename(self, calendar: CalendarId, name: str) -> None:
        form = NameForm(self._host, "calendar.rename", _("Name of the calendar"), _("Save"))
        form.answered.connect(lambda given: self._deeds.rename(calendar, given))
        form.closed.connect(form.deleteLater)
        form.ask(_("Rename the calendar"), name, (), "")


def _choosing(deeds: CalendarDeeds, calendar: CalendarId, hue: int) -> Callable[[], object]:
    return lambda: deeds.colour(calendar, hue)


class EventMenu(QMenu):
    """Open the event or its people, link somebody, hide the series."""

    asked = Signal(object)
    """A Place."""
    link_asked = Signal(object)
    """The Occurrence with which somebody is to be linked."""

    def __init__(self, deeds: CalendarDeeds, parent: QWidget) -> None:
        super().__init__(parent)
        self._deeds = deeds
        rounded(self)
        self.setAccessibleName(_("More for this event"))

    def open_for(self, line: AgendaLine, open_event: Callable[[], object], position: QPoint) -> None:
        """Offer what can be done with an event."""
        found = line.occurrence
        if found is None:
            return
        self.clear()
        self.addAction(_("Open"), open_event)
        for person in line.people:
            words = _("Open {name}").format(name=isolate(visible(person.called, LONGEST)))
            self.addAction(menu_text(words), self._going(person.id))
        self.addSeparator()
        self.addAction(_("This is with…"), lambda: self.link_asked.emit(found))
        self.addAction(_hide_words(found), lambda: self._deeds.hide_series(found.event))
        self.popup(position)

    def _going(self, contact: ContactId) -> Callable[[], object]:
        return lambda: self.asked.emit(Place.person(contact))


def _hide_words(found: Occurrence) -> str:
    return _("Hide this series") if found.event.repeats else _("Hide this event")

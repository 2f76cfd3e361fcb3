"""The room of the calendar in a window, on a real book with one person in it."""

from dataclasses import dataclass
from datetime import date, timedelta

from relate_desktop.domain.calendar_file import CalendarComponent
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.ui.calendar.page import CalendarRoom
from tests.ui.window import Desk
from tests.unit.storage.events import a_schedule, an_event

TODAY = date(2026, 3, 14)
ANNAS = "\u2068Anna Lindqvist\u2069’s birthday"


@dataclass(frozen=True)
class Board:
    """The room and the book behind it."""

    desk: Desk
    anna: ContactId

    @property
    def room(self) -> CalendarRoom:
        """The room in front."""
        room = self.desk.frame.navigator.room
        assert isinstance(room, CalendarRoom)
        return room

    @property
    def titles(self) -> list[str]:
        """What the agenda lists."""
        view = self.room.agenda.lines.view
        return [line.title for line in view.lines] if view is not None else []

    def go(self, place: str = "calendar") -> None:
        """Show a place."""
        self.desk.frame.navigator.go(Place.parse(place))

    def stand_on(self, title: str) -> None:
        """Go to a line of the agenda."""
        agenda = self.room.agenda
        agenda.setCurrentIndex(agenda.lines.index(self.titles.index(title), 0))
        agenda.setFocus()


def on(days: int, hour: int) -> str:
    return f"{TODAY + timedelta(days=days)}T{hour:02}:00"


def meeting(
    title: str = "Crane catalogue", *, days: int = 0, who: str = "anna@example.com"
) -> CalendarComponent:
    """A meeting at two o'clock some days from today."""
    return an_event(title, a_schedule(on(days, 14), zone="UTC"), uid=title, addresses=[who] if who else [])

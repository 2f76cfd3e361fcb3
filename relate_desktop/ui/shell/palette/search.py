"""What Find or do looks for in the book on a worker, and how what was found reads in a row."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from relate_desktop.domain.clock import Clock
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary, TextHit
from relate_desktop.domain.place import Place
from relate_desktop.domain.ranking import Nearness
from relate_desktop.domain.text import visible
from relate_desktop.services.jobs import Stepping
from relate_desktop.services.recent_use import RecentUse
from relate_desktop.ui.people.model import context_line
from relate_desktop.ui.shell.palette.entries import Entry
from relate_desktop.ui.shell.palette.offers import Go, called_name
from relate_desktop.words.conversations import text_name
from relate_desktop.words.dates import day_in_row
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.palette import FoundPerson, PaletteService

_LONGEST, _LONGEST_NAME = 120, 40
_TEXT_ICONS = {
    "note": "note",
    "call": "phone",
    "mail": "envelope-simple",
    "meeting": "coffee",
    "reminder": "bell-simple",
    "promise": "handshake",
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What the book holds of what was typed."""

    people: "tuple[FoundPerson, ...]" = ()
    texts: tuple[TextHit, ...] = ()

    @property
    def nearest(self) -> ContactSummary | None:
        """The person meant, when one is meant by name."""
        if self.people and self.people[0].nearness <= Nearness.WORDS:
            return self.people[0].person
        return None


class PaletteSearch:
    """Finds on any thread; words rows on the window's."""

    def __init__(self, service: Callable[[], "PaletteService"], recent: RecentUse, clock: Clock) -> None:
        self._service, self._recent, self._clock = service, recent, clock

    def find(self, text: str, job: Stepping, *, texts: bool) -> Answers:
        """Everything that answers what was typed; what was written only if asked for."""
        recent = [ContactId(int(key)) for key in self._recent.beginning("people/") if key.isdecimal()]
        service = self._service()
        people = service.people(text, recent)
        job.step(1, 2)  # another letter may have been typed meanwhile
        return Answers(people, service.texts(text) if texts else ())

    def found_entry(self, found: "FoundPerson", go: Go) -> Entry:
        """A person found; what matched is said where it was no name."""
        return self._entry(found.person, go, found.nearness, found.snippet)

    def person_entry(self, person: ContactSummary, go: Go) -> Entry:
        """A person offered without being asked for."""
        return self._entry(person, go, Nearness.CALLED, "")

    def text_entry(self, found: TextHit, go: Go) -> Entry:
        """Something that was written, with what it is and when."""
        when = day_in_row(found.on, self._clock().astimezone().date())
        what = text_name(found.field)
        about = [part for part in (visible(found.name, _LONGEST_NAME), f"{when}, {what}") if part]
        return Entry(
            title=_("“{text}”").format(text=visible(found.snippet, _LONGEST)),
            run=partial(go, _text_place(found)),
            subtitle=" · ".join(about),
            icon=_TEXT_ICONS.get(found.field, "chat-circle-text"),
            opens=True,
            nearness=Nearness.ELSEWHERE,
        )

    def _entry(self, person: ContactSummary, go: Go, near: Nearness, snippet: str) -> Entry:
        return Entry(
            title=called_name(person),
            run=partial(go, Place.person(person.id)),
            subtitle=visible(snippet, _LONGEST) or context_line(person, self._clock()),
            person=person,
            opens=True,
            nearness=near,
        )


def _text_place(found: TextHit) -> Place:
    """Where what was written is to be seen."""
    if found.field == "reminder":
        return Place("reminders", str(found.number))
    if found.field == "promise":
        return Place("reminders", f"p{found.number}")
    return Place("timeline") if found.contact is None else Place.person(found.contact)

"""What Find or do looks for in the book on a worker, and how what was found reads in a row."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from relate_desktop.domain.clock import Clock
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.place import Place
from relate_desktop.domain.ranking import Nearness
from relate_desktop.domain.text import visible
from relate_desktop.services.jobs import Stepping
from relate_desktop.services.recent_use import RecentUse
from relate_desktop.ui.shell.palette.entries import Entry
from relate_desktop.ui.shell.palette.offers import Go, called_name
from relate_desktop.words.dates import elapsed

if TYPE_CHECKING:
    from relate_desktop.services.palette import FoundPerson, PaletteService

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Answers:
    """What the book holds of what was typed."""

    people: "tuple[FoundPerson, ...]" = ()

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

    def find(self, text: str, job: Stepping) -> Answers:
        """Everything that answers what was typed."""
        recent = [ContactId(int(key)) for key in self._recent.beginning("people/") if key.isdecimal()]
        people = self._service().people(text, recent)
        job.step(1, 2)
        return Answers(people)

    def found_entry(self, found: "FoundPerson", go: Go) -> Entry:
        """A person found; what matched is said where it was no name."""
        return self._entry(found.person, go, found.nearness, found.snippet)

    def person_entry(self, person: ContactSummary, go: Go) -> Entry:
        """A person offered without being asked for."""
        return self._entry(person, go, Nearness.CALLED, "")

    def _entry(self, person: ContactSummary, go: Go, near: Nearness, snippet: str) -> Entry:
        return Entry(
            title=called_name(person),
            run=partial(go, Place.person(person.id)),
            subtitle=visible(snippet, _LONGEST) or about_person(person, self._clock()),
            person=person,
            opens=True,
            nearness=near,
        )


def about_person(person: ContactSummary, now: datetime) -> str:
    """What a row says beside a name: where they belong, and how long ago one was in touch."""
    belongs = person.organization or person.role or person.email or person.phone
    parts = [visible(belongs, _LONGEST)]
    if person.last_contact_at is not None:
        parts.append(elapsed(person.last_contact_at, now))
    return ", ".join(part for part in parts if part)

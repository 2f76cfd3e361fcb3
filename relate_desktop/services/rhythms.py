"""How often to be in touch: per person, per circle, and what people wish for themselves."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from relate_desktop.domain.cadence import Cadence, kept_rhythm, offered, rhythm_of
from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.meetings import Meeting
from relate_desktop.domain.person_rhythm import Chosen, PersonRhythm, late_on
from relate_desktop.domain.present import Present
from relate_desktop.domain.rest import rest_of
from relate_desktop.domain.wishes import Wishes
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.services.present import PresentSource
from relate_desktop.services.time_facts import facts_about
from relate_desktop.storage.database import Database

Coming = Callable[[ContactId], Sequence[Meeting]]
"""The next meetings with somebody."""


def _nobody(_contact: ContactId) -> Sequence[Meeting]:
    return ()


class RhythmService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(
        self,
        database: Database,
        origin: Origin,
        present: PresentSource,
        preferences: PreferencesService,
        coming: Coming = _nobody,
    ) -> None:
        self._database = database
        self._origin = origin
        self._present = present
        self._preferences = preferences
        self._coming = coming

    def of(self, contact: ContactId) -> PersonRhythm:
        """How one stands with a person. Raises NotFoundError(CONTACT_UNKNOWN)."""
        present, preferred = self._present(), self._preferences.current
        with self._database.read() as book:
            if not book.contacts.exists(contact):
                raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, contact=contact)
            chosen = book.rhythms.of(contact)
            person = book.agenda.acquaintance(contact, present.today)
        learned = rhythm_of(person.talks)
        keeping = None
        if not person.died:
            keeping = kept_rhythm(chosen.cadence, person.circles, learned, agreed=chosen.agreed)
        usual = keeping.usual if keeping is not None else learned.usual if learned is not None else None
        last = person.talks[-1] if person.talks else None
        since = person.known_since if last is None else last.on
        rests = preferred.rest_after_unanswered and not person.died
        asked = chosen.asked or person.died or not preferred.offer_rhythms
        return PersonRhythm(
            cadence=chosen.cadence,
            wishes=chosen.wishes,
            agreed=chosen.agreed,
            asked=chosen.asked,
            keeping=keeping,
            learned=learned,
            rest=rest_of(person.talks, usual, present.today) if rests else None,
            last=last,
            next=self._next(contact, person.meeting_on, present),
            late_on=None if keeping is None else late_on(keeping, since),
            offer=offered(chosen.cadence, person.circles, person.talks, asked=asked),
        )

    def _next(self, contact: ContactId, planned: date | None, present: Present) -> date | None:
        """The day of the next meeting, whether it was written down ahead or stands in a calendar."""
        days = [present.day_of(one.at) for one in self._coming(contact)]
        return min([*days, *(() if planned is None else (planned,))], default=None)

    def set(self, contact: ContactId, cadence: Cadence | None) -> bool:
        """Sets how often to be in touch with a person; None takes it away. Whether anything differed."""
        return self._choose(contact, lambda chosen: replace(chosen, cadence=cadence))

    def agree(self, contact: ContactId, agreed: bool) -> bool:
        """Keeps the answer to whether to keep an eye on the learned rhythm; it is asked once."""
        return self._choose(contact, lambda chosen: replace(chosen, agreed=agreed, asked=True))

    def stop(self, contact: ContactId) -> bool:
        """Keeps no eye on a person any more: neither by a rhythm of their own nor by a learned one."""
        return self._choose(contact, lambda chosen: replace(chosen, cadence=None, agreed=False, asked=True))

    def wish(self, contact: ContactId, wishes: Wishes) -> bool:
        """Keeps how a person likes to be reached; whether anything differed."""
        return self._choose(contact, lambda chosen: replace(chosen, wishes=wishes))

    def choose(self, contact: ContactId, cadence: Cadence | None, wishes: Wishes) -> bool:
        """Rhythm and wishes in one change; whether anything differed."""
        return self._choose(contact, lambda chosen: replace(chosen, cadence=cadence, wishes=wishes))

    def set_circle(self, name: str, cadence: Cadence | None) -> bool:
        """Sets how often to be in touch with everybody in a circle; None takes it away."""
        operation = Operation(OperationKind.CIRCLE_RHYTHM, self._origin, {"circle": name})
        with self._database.write(operation) as book:
            return book.rhythms.choose_for_circle(name, cadence)

    def paused(self) -> dict[ContactId, Wishes]:
        """Who is left alone for a while or for good, with what they wish; pauses that are over are not."""
        today = self._present().today
        with self._database.read() as book:
            found = book.rhythms.paused()
        return {
            contact: wishes
            for contact, wishes in found.items()
            if wishes.no_more_contact or (wishes.paused_until is not None and today < wishes.paused_until)
        }

    def circles(self) -> dict[str, Cadence]:
        """The rhythm of every circle that has one, by name."""
        with self._database.read() as book:
            return book.rhythms.circles()

    def not_now(self, contact: ContactId) -> bool:
        """Sets somebody aside who was suggested, for half their usual gap."""
        today = self._present().today
        with self._database.write(Operation(OperationKind.NOT_NOW, self._origin)) as book:
            book.note(**facts_about(book, (contact,)))
            return book.rhythms.set_aside(contact, today)

    def _choose(self, contact: ContactId, change: Callable[[Chosen], Chosen]) -> bool:
        with self._database.write(Operation(OperationKind.RHYTHM, self._origin)) as book:
            if not book.contacts.exists(contact):
                raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, contact=contact)
            book.note(**facts_about(book, (contact,)))
            return book.rhythms.choose(contact, change(book.rhythms.of(contact)))

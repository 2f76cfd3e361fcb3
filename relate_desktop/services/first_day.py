"""The first day of a book: whom to suggest, and the rhythm of those who are chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.first_day import Hint
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.services.time_facts import facts_about
from relate_desktop.storage.database import Database

SUGGESTED = 12
ASKED = 12
"""People who are asked about at most."""


@dataclass(frozen=True, slots=True)
class LikelyClose:
    """Somebody one may not want to lose touch with, and why."""

    person: ContactSummary
    hints: frozenset[Hint]


class FirstDayService:
    """Reads may be called on any thread, writes on any but the window's."""

    def __init__(self, database: Database, origin: Origin) -> None:
        self._database = database
        self._origin = origin

    def suggested(self, limit: int = SUGGESTED) -> tuple[LikelyClose, ...]:
        """People who are starred, or have a birthday or a note, the likeliest first."""
        with self._database.read() as book:
            likely = dict(book.first_day.likely(limit))
            rows = book.contacts.summaries(list(likely))
            return tuple(LikelyClose(row, likely[row.id]) for row in rows)

    def keep(self, rhythms: Mapping[ContactId, Cadence]) -> None:
        """Gives the chosen people their rhythms, as one change."""
        if not rhythms:
            return
        with self._database.write(Operation(OperationKind.RHYTHM, self._origin)) as book:
            book.note(**facts_about(book, tuple(rhythms)))
            for contact, cadence in rhythms.items():
                book.rhythms.choose(contact, replace(book.rhythms.of(contact), cadence=cadence))

    def chosen(self) -> list[ContactId]:
        """Those who have a rhythm of their own, in the order in which they got it."""
        with self._database.read() as book:
            return book.first_day.chosen(ASKED)

    def doubtful(self) -> int:
        """How many pairs of people wait to be looked at because they may be one."""
        with self._database.read() as book:
            return book.pairs.count()

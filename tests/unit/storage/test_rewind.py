"""A past book is what the book was: compared with what was seen at the time, over any work."""

from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant

from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.people import PeopleFilter, PeopleSort
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database
from relate_desktop.storage.past import PastDatabase
from tests.clock import FixedClock
from tests.unit.storage.books import a_book
from tests.unit.storage.test_reverting_time import TimeSequence

SECOND = timedelta(seconds=1)


class TickingClock(FixedClock):
    """Goes on by a second whenever it is looked at."""

    def __call__(self) -> Any:
        return self.pass_time(SECOND)


def seen(reader: BookReader) -> dict[str, Any]:
    """All that can be asked of a book, without the problems of its surroundings."""
    living = [*reader.contacts.ids()]
    removed = [*reader.contacts.ids(PeopleFilter(trashed=True))]
    people = [ContactId(one) for one in (*living, *removed)]
    entries = [*reader.timeline.ids()]
    health = reader.health()
    return {
        "digest": health.digest,
        "problems": [kind for kind, _facts in health.problems if kind != "changes_missing"],
        "counts": (health.contacts, health.properties, health.entries, health.reminders),
        "living": living,
        "removed": removed,
        "recent": [*reader.contacts.ids(sort=PeopleSort.RECENT)],
        "due": [*reader.contacts.ids(sort=PeopleSort.DUE)],
        "rows": reader.contacts.summaries(people),
        "circles": reader.circles.all(),
        "whole": [reader.contacts.get(one) for one in people],
        "origins": [reader.contacts.provenance(one) for one in people],
        "entries": entries,
        "timelines": reader.timeline.page([number for number in entries if number > 0]),
        "history": reader.history.entries(),
        "own": [reader.history.entries(one) for one in people],
        "undoable": reader.history.last_undoable(),
        "redoable": reader.history.last_redoable(),
        "names": reader.names.beginning("a", 50),
        "found": [*reader.search.ids("a")],
    }


def past(book: Database, changeset: int) -> dict[str, Any]:
    """What a book right after a changeset can be asked."""
    with book.read() as reader:
        moment = reader.history.entry(ChangesetId(changeset)).at
    taken_back = PastDatabase(book, moment.date(), moment + timedelta(microseconds=1), lambda *_: None)
    try:
        with taken_back.read() as reader:
            return seen(reader)
    finally:
        taken_back.close()


class PastSequence(TimeSequence):
    """Random work, undone and done again at every step; each moment of it can be seen again."""

    def __init__(self) -> None:
        super().__init__()
        self.book.close()
        self.clock = TickingClock()
        self.book = a_book(self.folder, self.clock)
        self.remembered: dict[int, dict[str, Any]] = {}

    def restart(self) -> None:
        """The book is opened again with its own clock."""
        self.book.close()
        self.book = a_book(self.folder, self.clock)

    @invariant()
    def remember(self) -> None:
        if not hasattr(self, "start"):
            return
        with self.book.read() as reader:
            newest = reader.history.entries(limit=1)
            self.remembered[newest[0].changeset] = seen(reader)

    def teardown(self) -> None:
        for changeset in self.remembered:
            assert past(self.book, changeset) == self.remembered[changeset]
        super().teardown()


TestPastSequence = PastSequence.TestCase
TestPastSequence.settings = settings(
    max_examples=20, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck)
)

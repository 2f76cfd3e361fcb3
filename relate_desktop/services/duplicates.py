"""Who seems to be in the book twice, with plain reasons; found over the whole book at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from relate_desktop.domain.certainty import ASKED, certainty
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.joining import Group, certain_groups, ordered
from relate_desktop.domain.likeness import compare, profile_of
from relate_desktop.domain.matching import match_keys
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.property import Property
from relate_desktop.services.duplicate_search import FoundPair, Search
from relate_desktop.services.jobs import Stepping
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database

_LOOKED, _COUNT, _TOLD = "twice_looked", "twice_count", "twice_told_on"
_MOST_LIKE = 20


@dataclass(frozen=True, slots=True)
class CertainPeople:
    """Who may be joined at once: the groups, and how many pairs are left for the user to look at."""

    groups: tuple[Group, ...]
    left: int


class DuplicatesService:
    """Looks for people who are there twice. May take long on a large book: belongs into a job."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._latest: tuple[ChangesetId | None, list[FoundPair]] | None = None

    def find(self, job: Stepping) -> list[FoundPair]:
        """Every pair likely enough to be one person for a question, the surest first.

        Pairs that an import left for the user are among them unless they are one household, pairs of
        whom the user said that they are two people never. Nothing changed since the last look means
        its answer.
        """
        with self._database.read() as book:
            newest = book.history.newest()
            latest = self._latest
            if latest is not None and latest[0] == newest:
                return latest[1]
            apart = book.pairs.kept_apart()
            waiting = {ordered(pair.one, pair.other) for pair in book.pairs.all()}
            found = list(Search(book, job).pairs(waiting, apart))
        found.sort(key=lambda pair: (-pair.certainty, pair.one, pair.other))
        self._latest = (newest, found)
        return found

    def certain(self, pairs: Sequence[FoundPair]) -> CertainPeople:
        """Of the pairs found, who may be joined without a look at each."""
        with self._database.read() as book:
            apart = book.pairs.kept_apart()
        likely = [(pair.one, pair.other) for pair in pairs]
        certain = [(pair.one, pair.other) for pair in pairs if pair.certain]
        groups, left = certain_groups(certain, likely, apart)
        return CertainPeople(tuple(groups), left)

    def between(self, one: ContactId, other: ContactId) -> FoundPair:
        """Two people beside each other, whatever speaks for it. Raises NotFoundError(CONTACT_UNKNOWN)."""
        first, second = ordered(one, other)
        with self._database.read() as book:
            people = [profile_of(book.contacts.get(contact).properties) for contact in (first, second)]
        reasons = compare(*people)
        return FoundPair(first, second, reasons, certainty(reasons))

    def like(self, properties: Sequence[Property], besides: ContactId | None = None) -> ContactSummary | None:
        """Who of the book somebody being typed seems to be; None while nobody does.

        Asked at every pause in typing: only people with the same number, address or name are looked at,
        and nobody of whom the user said that ``besides`` is somebody else.
        """
        mine = profile_of(properties)
        best: tuple[float, ContactId] | None = None
        with self._database.read() as book:
            apart = book.pairs.kept_apart() if besides is not None else set()
            for contact in _candidates(book, properties):
                if contact != besides and (besides is None or ordered(contact, besides) not in apart):
                    likely = certainty(compare(mine, profile_of(book.contacts.get(contact).properties)))
                    best = max(best or (0.0, contact), (likely, contact))
            if best is None or best[0] < ASKED:
                return None
            return next(iter(book.contacts.summaries([best[1]])), None)

    # what the window does by itself, kept outside the record

    def waits(self) -> bool:
        """Whether people came in since somebody last looked through the book."""
        with self._database.read() as book:
            last = book.history.newest(OperationKind.IMPORT)
            return last is not None and last > int(book.circumstances.get(_LOOKED) or 0)

    def look(self, job: Stepping) -> int:
        """Looks through the book behind an import, and notes how many pairs there are to tell of."""
        found = self.find(job)
        with self._database.read() as book:
            newest = book.history.newest()
        with self._database.aside() as aside:
            aside.circumstances.put(_LOOKED, str(newest or 0))
            aside.circumstances.put(_COUNT, str(len(found)))
            aside.circumstances.put(_TOLD, "")
        return len(found)

    def to_tell(self, today: date) -> int:
        """How many pairs Today tells of: those of the last import, on the first day somebody looks."""
        with self._database.read() as book:
            count, told = int(book.circumstances.get(_COUNT) or 0), book.circumstances.get(_TOLD)
        if count and not told:
            with self._database.aside() as aside:
                aside.circumstances.put(_TOLD, today.isoformat())
        return count if not told or told == today.isoformat() else 0

    def seen(self) -> None:
        """Somebody has looked at the pairs: Today need not tell of them any more."""
        with self._database.read() as book:
            known = book.circumstances.get(_COUNT)
        if known not in {"", "0"}:
            with self._database.aside() as aside:
                aside.circumstances.put(_COUNT, "0")


def _candidates(book: BookReader, properties: Sequence[Property]) -> list[ContactId]:
    """People who share a number, an address or a name with a record, few enough to compare."""
    found: dict[ContactId, None] = {}
    for holders in book.keys.matching(match_keys(properties)).values():
        if len(holders) <= _MOST_LIKE:
            found.update(dict.fromkeys(holders))
    return list(found)[:_MOST_LIKE]

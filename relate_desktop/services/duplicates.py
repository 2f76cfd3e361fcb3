"""Who seems to be in the book twice, with plain reasons; found over the whole book at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from relate_desktop.domain.certainty import certainty
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.matching import REASONS_AGAINST, MatchReason, Saying, judge, match_keys
from relate_desktop.services.jobs import Stepping
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database

MOST_HOLDERS = 20
"""What more people share is a switchboard's number or a common name, and says nothing by itself."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class FoundPair:
    """Two people who may be one, the smaller id first."""

    one: ContactId
    other: ContactId
    reasons: tuple[MatchReason, ...]
    certainty: float


class DuplicatesService:
    """Looks for people who are there twice. May take long on a large book: belongs into a job."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, job: Stepping) -> list[FoundPair]:
        """Every pair of which something speaks for being one person and nothing against it, surest first.

        Pairs of whom the user said that they are two people are left out.
        """
        with self._database.read() as book:
            apart = book.pairs.kept_apart()
            found = {(pair.one, pair.other): pair for pair in _waiting(book)}
            candidates = sorted(set(_candidates(book)) - apart)
            for one, other, reasons in _judged(book, candidates, job):
                found[one, other] = FoundPair(one, other, reasons, certainty(reasons))
        return sorted(found.values(), key=lambda pair: (-pair.certainty, pair.one, pair.other))


def _waiting(book: BookReader) -> Iterator[FoundPair]:
    """Pairs that an import left for the user."""
    for pair in book.pairs.all():
        one, other = sorted((pair.one, pair.other))
        yield FoundPair(ContactId(one), ContactId(other), pair.reasons, pair.certainty)


def _candidates(book: BookReader) -> Iterator[tuple[ContactId, ContactId]]:
    for holders in book.keys.shared(MOST_HOLDERS):
        yield from combinations(sorted(holders), 2)


def _judged(
    book: BookReader, candidates: list[tuple[ContactId, ContactId]], job: Stepping
) -> Iterator[tuple[ContactId, ContactId, tuple[MatchReason, ...]]]:
    done = 0
    for part in _parts(candidates):
        job.step(done, len(candidates))
        done += len(part)
        sayings = {
            person.id: (Saying(person.properties), frozenset(match_keys(person.properties)))
            for person in book.contacts.iterate(sorted({one for pair in part for one in pair}))
            if person.id is not None
        }
        for one, other in part:
            (mine, my_keys), (theirs, their_keys) = sayings[one], sayings[other]
            verdict = judge(mine, theirs, my_keys & their_keys)
            if verdict is not None and REASONS_AGAINST.isdisjoint(verdict.reasons):
                yield one, other, verdict.reasons


def _parts(
    candidates: list[tuple[ContactId, ContactId]],
) -> Iterator[list[tuple[ContactId, ContactId]]]:
    for start in range(0, len(candidates), _AT_ONCE):
        yield candidates[start : start + _AT_ONCE]

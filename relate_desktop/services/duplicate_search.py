"""One look through a whole book for people who are there twice: blocks first, then pair by pair."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from relate_desktop.domain.blocking import UNVOWELLED, VOWELLED, Key, block_keys
from relate_desktop.domain.certainty import ASKED, certainty, is_certain, of_one_household
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.joining import Pair, ordered
from relate_desktop.domain.likeness import Profile, compare, profile_of
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.services.jobs import Stepping
from relate_desktop.storage.book import BookReader

MOST_HOLDERS = 12
"""What more people share is a switchboard's number or a common name, and says nothing by itself."""
_AT_ONCE = 500
_KEPT = 120_000
"""Profiles kept at hand, of about 1 KB each: in a book of so many people everybody is read once."""
_SLOTS = 1 << 22
_BY_CHANCE = 0.05
"""Namesakes to expect by the words of a name above which the name alone is no question."""
_SMALL_BOOK = 1_000
_NAME_ALONE = frozenset(
    {
        MatchReason.SAME_NAME,
        MatchReason.SWAPPED_NAME,
        MatchReason.OTHER_SCRIPT,
        MatchReason.SPELLED_NAME,
        MatchReason.CLOSE_NAME,
        MatchReason.SHORT_NAME,
    }
)


@dataclass(frozen=True, slots=True)
class FoundPair:
    """Two people who may be one, the smaller id first."""

    one: ContactId
    other: ContactId
    reasons: tuple[MatchReason, ...]
    certainty: float

    @property
    def certain(self) -> bool:
        """Whether the two may be joined without a look at each."""
        return is_certain(self.reasons)


class _Blocks:
    """People by the keys they have, in little memory: a key is a number, and most are nobody else's."""

    def __init__(self) -> None:
        self._keys = array("q")
        self._holders = array("q")
        self._seen = bytearray(_SLOTS)
        self._unvowelled: dict[int, list[ContactId]] = {}
        self._vowelled = array("q")
        self._vowelled_holders = array("q")

    def add(self, person: ContactId, keys: Iterable[Key]) -> None:
        """Notes the keys of somebody."""
        for kind, value in set(keys):
            if kind == UNVOWELLED:
                self._unvowelled.setdefault(hash(value), []).append(person)
            elif kind == VOWELLED:
                self._vowelled.append(hash(value))
                self._vowelled_holders.append(person)
            else:
                number = hash((kind, value))
                self._keys.append(number)
                self._holders.append(person)
                self._seen[number % _SLOTS] = min(self._seen[number % _SLOTS] + 1, 2)

    def pairs(self) -> set[Pair]:
        """Everybody who shares a key that few have."""
        blocks: dict[int, list[ContactId]] = {}
        for number, person in zip(self._keys, self._holders, strict=True):
            if self._seen[number % _SLOTS] > 1:
                blocks.setdefault(number, []).append(ContactId(person))
        found: set[Pair] = set()
        for holders in blocks.values():
            if 1 < len(holders) <= MOST_HOLDERS:
                found.update(combinations(sorted(holders), 2))
        return found | self._across_alphabets()

    def _across_alphabets(self) -> set[Pair]:
        """Names written without vowels beside the same consonants of other alphabets."""
        blocks: dict[int, list[ContactId]] = {}
        for number, person in zip(self._vowelled, self._vowelled_holders, strict=True):
            if number in self._unvowelled:
                blocks.setdefault(number, []).append(ContactId(person))
        return {
            ordered(one, other)
            for number, holders in blocks.items()
            if len(holders) + len(self._unvowelled[number]) <= MOST_HOLDERS
            for one in holders
            for other in self._unvowelled[number]
            if one != other
        }


class Search:
    """One look through a book: blocks of people who share something, then pair by pair."""

    def __init__(self, book: BookReader, job: Stepping) -> None:
        self._book, self._job = book, job
        self._people: list[ContactId] = [ContactId(one) for one in book.contacts.ids()]
        self._profiles: dict[ContactId, Profile] = {}
        self._blocks = _Blocks()
        self._words: Counter[str] = Counter()

    def pairs(self, waiting: set[Pair], apart: set[Pair]) -> Iterator[FoundPair]:
        """Compares whoever shares a key, and the pairs that wait."""
        self._gather()
        candidates = sorted((self._blocks.pairs() | waiting) - apart)
        steps = len(self._people)
        for start in range(0, len(candidates), _AT_ONCE):
            part = candidates[start : start + _AT_ONCE]
            self._job.step(steps + steps * start // len(candidates), 2 * steps)
            self._read({one for pair in part for one in pair})
            for one, other in part:
                reasons = compare(self._profiles[one], self._profiles[other])
                likely = certainty(reasons)
                asked = likely >= ASKED and not self._by_chance(one, reasons)
                if asked or ((one, other) in waiting and not of_one_household(reasons)):
                    yield FoundPair(one, other, reasons, likely)

    def _gather(self) -> None:
        """Everybody's keys."""
        for start in range(0, len(self._people), _AT_ONCE):
            self._job.step(start, 2 * len(self._people))
            for person, profile in self._profiled(self._people[start : start + _AT_ONCE]):
                if len(self._profiles) < _KEPT:
                    self._profiles[person] = profile
                self._words.update({word for form in profile.forms for word in form.sounds})
                self._blocks.add(person, block_keys(profile))

    def _read(self, people: set[ContactId]) -> None:
        """Has the profiles of these people at hand."""
        missing = people - self._profiles.keys()
        if len(self._profiles) + len(missing) > _KEPT:
            self._profiles, missing = {}, people
        self._profiles.update(self._profiled(sorted(missing)))

    def _by_chance(self, one: ContactId, reasons: Sequence[MatchReason]) -> bool:
        """Whether nothing but the name speaks for a pair, and a book of that size has namesakes anyway."""
        if not _NAME_ALONE.issuperset(reasons):
            return False
        people = max(len(self._people), _SMALL_BOOK)
        expected = float(people)
        for word in self._profiles[one].forms[0].sounds:
            expected *= max(self._words[word] - 1, 1) / people
        return expected > _BY_CHANCE

    def _profiled(self, people: Sequence[ContactId]) -> Iterator[tuple[ContactId, Profile]]:
        for person in self._book.contacts.iterate(people):
            if person.id is not None:
                yield person.id, profile_of(person.properties)

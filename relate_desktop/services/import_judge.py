"""Who each record of an import is: against the book, and against earlier records of the same import.

People of the book and people that this import brings are told apart by sign: a ``Target`` is the
contact's id, or minus the number (counted from 1) of the record that brings somebody new. So one
judgement serves a plan, which writes nothing, and a run, which does.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NewType

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.draft import ContactDraft
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.matching import Match, MatchKey, MatchReason, Saying, draft_keys, matches

Target = NewType("Target", int)

MOST_HOLDERS = 20
"""How many people of this import are remembered for one key: a shared switchboard has thousands."""

MOST_SAYINGS = 8_192


@dataclass(frozen=True, slots=True)
class Judged:
    """One record and who it seems to be."""

    number: int
    """Counted from 1 over all files of the import."""
    draft: ContactDraft
    keys: tuple[MatchKey, ...]
    target: Target | None = None
    reasons: tuple[MatchReason, ...] = ()
    certain: bool = False
    stored: bool = False
    """Whether the very same bytes are kept with the target already."""

    @property
    def as_new(self) -> Target:
        """The target that this record becomes when it is added."""
        return Target(-self.number)

    @property
    def match(self) -> Match | None:
        """The same as a match."""
        if self.target is None:
            return None
        return Match(ContactId(self.target), None, self.reasons, self.certain)


class KeyOverlay:
    """Who of this import has which key. Keys are kept as numbers, 70 bytes each at 100,000 people."""

    def __init__(self) -> None:
        self._holders: dict[int, Target | list[Target]] = {}

    def note(self, keys: Iterable[MatchKey], target: Target) -> None:
        """From now on these keys lead to the target."""
        holders = self._holders
        for key in keys:
            held = holders.setdefault(hash(key), target)
            if held is target or held == target:
                continue
            if not isinstance(held, list):
                holders[hash(key)] = [held, target]
            elif target not in held and len(held) < MOST_HOLDERS:
                held.append(target)

    def holders(self, key: MatchKey) -> Sequence[Target]:
        """Everybody of this import who has the key, in order of arrival."""
        held = self._holders.get(hash(key))
        if held is None:
            return ()
        return held if isinstance(held, list) else (held,)


class Judge:
    """Judges records in the order in which they come; what came in is noted with ``settled``."""

    def __init__(
        self,
        look_up: Callable[[Iterable[MatchKey]], Mapping[MatchKey, Sequence[ContactId]]],
        get: Callable[[Target], Contact],
        prepare: Callable[[Iterable[Target]], None],
    ) -> None:
        self._look_up = look_up
        self._get = get
        self._prepare = prepare
        self._overlay = KeyOverlay()
        self._sayings: dict[Target, Saying] = {}
        self._number = 0

    def judged(self, drafts: Sequence[ContactDraft]) -> Iterable[Judged]:
        """One judgement a record; the next is made only after the last was settled."""
        keys = [draft_keys(draft) for draft in drafts]
        found = self._look_up({key for each in keys for key in each})
        self._prepare(
            dict.fromkeys(
                Target(contact)
                for each in keys
                if each[0] not in found
                for key in each
                for contact in found.get(key, ())[:MOST_HOLDERS]
            )
        )
        for draft, own in zip(drafts, keys, strict=True):
            self._number += 1
            yield self._judge(draft, own, found)

    def pass_over(self) -> None:
        """Give a number to a record that cannot be judged."""
        self._number += 1

    def settled(self, judged: Judged, target: Target) -> None:
        """The record's facts are now the target's."""
        self._overlay.note(judged.keys, target)
        self._sayings.pop(target, None)

    def _judge(
        self,
        draft: ContactDraft,
        keys: tuple[MatchKey, ...],
        found: Mapping[MatchKey, Sequence[ContactId]],
    ) -> Judged:
        holders = {key: those for key in keys if (those := self._holders(key, found))}
        if not holders:
            return Judged(self._number, draft, keys)
        stored = holders.get(keys[0])
        if stored:
            reasons = (MatchReason.IDENTICAL,)
            return Judged(self._number, draft, keys, Target(stored[0]), reasons, certain=True, stored=True)
        ranked = matches(draft.properties, holders, self._saying)
        if not ranked or ranked[0].contact is None:
            return Judged(self._number, draft, keys)
        best = ranked[0]
        target = Target(best.contact) if best.contact is not None else None
        return Judged(self._number, draft, keys, target, best.reasons, best.certain)

    def _saying(self, contact: ContactId) -> Saying:
        """What somebody says, remembered: people with a common name are compared again and again."""
        target = Target(contact)
        if (known := self._sayings.get(target)) is not None:
            return known
        if len(self._sayings) >= MOST_SAYINGS:
            self._sayings.clear()
        made = self._sayings[target] = Saying(self._get(target).properties)
        return made

    def _holders(self, key: MatchKey, found: Mapping[MatchKey, Sequence[ContactId]]) -> list[ContactId]:
        here = found.get(key, ())
        coming = self._overlay.holders(key)
        if not coming:
            return list(here)
        return list(dict.fromkeys([*here, *(ContactId(one) for one in coming)]))


_WEIGHTS = {
    MatchReason.IDENTICAL: 0.99,
    MatchReason.SAME_UID: 0.9,
    MatchReason.SAME_EMAIL: 0.85,
    MatchReason.SAME_PHONE: 0.8,
    MatchReason.SAME_NAME: 0.6,
    MatchReason.SAME_BIRTHDAY: 0.6,
    MatchReason.SAME_ADDRESS: 0.4,
    MatchReason.SAME_ORGANIZATION: 0.3,
    MatchReason.SAME_OTHER: 0.2,
}
_AGAINST = {MatchReason.DIFFERENT_GIVEN_NAME: 0.4, MatchReason.EVERYTHING_ELSE_DIFFERS: 0.5}


def certainty(reasons: Iterable[MatchReason]) -> float:
    """How likely two are one person by these reasons, from 0 to 1: each reason adds to the others."""
    doubt, held_back = 1.0, 1.0
    for reason in reasons:
        doubt *= 1.0 - _WEIGHTS.get(reason, 0.0)
        held_back *= _AGAINST.get(reason, 1.0)
    return round((1.0 - doubt) * held_back, 4)

"""Who each record of an import is: against the book, and against earlier records of the same import.

People of the book and people that this import brings are told apart by sign: a ``Target`` is the
contact's id, or minus the number (counted from 1) of the record that brings somebody new. So one
judgement serves a plan, which writes nothing, and a run, which does.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from relate_desktop.domain.certainty import of_one_household
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.draft import ContactDraft
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.likeness import compare, profile_of
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.matching import KeyKind, Match, MatchKey, Saying, matches
from relate_desktop.services.import_namesakes import Namesakes
from relate_desktop.services.import_target import Target

MOST_HOLDERS = 20
"""How many people of this import are remembered for one key: a shared switchboard has thousands."""

MOST_SAYINGS = 8_192


@dataclass(frozen=True, slots=True)
class Judged:
    """One record and who it seems to be."""

    number: int
    """Counted from 1 over all files of the import."""
    draft: ContactDraft
    keys: Mapping[MatchKey, int]
    """Those of the draft, each with its number."""
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
    """Who of this import has which key, by the keys' numbers."""

    def __init__(self) -> None:
        self._holders: dict[int, Target | list[Target]] = {}

    def note(self, numbers: Iterable[int], target: Target) -> None:
        """From now on these keys lead to the target."""
        holders = self._holders
        for number in numbers:
            held = holders.setdefault(number, target)
            if held is target or held == target:
                continue
            if not isinstance(held, list):
                holders[number] = [held, target]
            elif target not in held and len(held) < MOST_HOLDERS:
                held.append(target)

    def holders(self, number: int) -> Sequence[Target]:
        """Everybody of this import who has the key, in order of arrival."""
        held = self._holders.get(number)
        if held is None:
            return ()
        return held if isinstance(held, list) else (held,)


class Judge:
    """Judges records in the order in which they come; what came in is noted with ``settled``."""

    def __init__(
        self,
        look_up: Callable[[Iterable[int]], Mapping[int, Sequence[ContactId]]],
        get: Callable[[Target], Contact],
        prepare: Callable[[Iterable[Target]], None],
    ) -> None:
        self._look_up = look_up
        self._get = get
        self._prepare = prepare
        self._overlay = KeyOverlay()
        self._namesakes = Namesakes()
        self._sayings: dict[Target, Saying] = {}
        self._current = Saying(())
        self._number = 0

    def judged(self, drafts: Sequence[ContactDraft]) -> Iterable[Judged]:
        """One judgement a record; the next is made only after the last was settled."""
        keys = [draft.keys for draft in drafts]
        numbers = [tuple(each.values()) for each in keys]
        found = self._look_up({number for each in numbers for number in each})
        self._prepare(
            dict.fromkeys(
                Target(contact)
                for each in numbers
                if each[0] not in found
                for number in each
                for contact in found.get(number, ())[:MOST_HOLDERS]
            )
        )
        for draft, own in zip(drafts, keys, strict=True):
            self._number += 1
            self._current = Saying(draft.properties)
            yield self._judge(Judged(self._number, draft, own), found)

    def pass_over(self) -> None:
        """Give a number to a record that cannot be judged."""
        self._number += 1

    def settled(self, judged: Judged, target: Target) -> None:
        """The record's facts are now the target's."""
        for key, number in judged.keys.items():
            if key.kind is KeyKind.NAME and (holders := self._overlay.holders(number)):
                self._note_namesake(number, holders, target)
        self._overlay.note(judged.keys.values(), target)
        if target == judged.as_new:
            self._remember(target, self._current)
        else:
            self._sayings.pop(target, None)

    def _judge(self, judged: Judged, found: Mapping[int, Sequence[ContactId]]) -> Judged:
        holders = {
            key: those for key, number in judged.keys.items() if (those := self._holders(number, found))
        }
        if not holders:
            return judged
        if stored := holders.get(next(iter(judged.keys))):
            reasons = (MatchReason.IDENTICAL,)
            return replace(judged, target=Target(stored[0]), reasons=reasons, certain=True, stored=True)
        holders = self._namesakes_told_apart(judged, holders, found)
        for best in matches(self._current, holders, self._saying):
            if best.contact is None or self._lives_with(best):
                continue
            return replace(judged, target=Target(best.contact), reasons=best.reasons, certain=best.certain)
        return judged

    def _lives_with(self, match: Match) -> bool:
        """Whether it is somebody of one household: two people, as a look through the book says as well.

        Who has the very same name needs no closer look: they are told apart by other given names.
        """
        if match.certain or match.contact is None or MatchReason.SAME_NAME in match.reasons:
            return False
        mine, theirs = self._current.properties, self._saying(match.contact).properties
        return of_one_household(compare(profile_of(mine), profile_of(theirs)))

    def _namesakes_told_apart(
        self,
        judged: Judged,
        holders: dict[MatchKey, Sequence[ContactId]],
        found: Mapping[int, Sequence[ContactId]],
    ) -> dict[MatchKey, Sequence[ContactId]]:
        """The holders without those of this import who have the name and nothing else in common.

        Only where nothing but names leads to anybody: then most of them are strangers.
        """
        if any(key.kind is not KeyKind.NAME for key in holders):
            return holders
        kept: dict[MatchKey, Sequence[ContactId]] = {}
        for key, number in judged.keys.items():
            if key in holders:
                alike = self._namesakes.alike(number, self._current.besides)
                if alike is None or number in found:
                    kept[key] = holders[key]
                elif alike:
                    kept[key] = [ContactId(one) for one in alike]
        return kept

    def _note_namesake(self, number: int, holders: Sequence[Target], target: Target) -> None:
        if not self._namesakes.known(number):
            for holder in holders:
                self._namesakes.note(number, self._saying(ContactId(holder)).besides, holder)
        self._namesakes.note(number, self._current.besides, target)

    def _saying(self, contact: ContactId) -> Saying:
        """What somebody says, remembered: people with a common name are compared again and again."""
        target = Target(contact)
        known = self._sayings.pop(target, None)
        if known is None:
            return self._remember(target, Saying(self._get(target).properties))
        self._sayings[target] = known
        return known

    def _remember(self, target: Target, saying: Saying) -> Saying:
        """Keep what somebody says; whoever was not asked for longest is forgotten."""
        if len(self._sayings) >= MOST_SAYINGS:
            del self._sayings[next(iter(self._sayings))]
        self._sayings[target] = saying
        return saying

    def _holders(self, number: int, found: Mapping[int, Sequence[ContactId]]) -> Sequence[ContactId]:
        here = found.get(number, ())
        coming = self._overlay.holders(number)
        if not coming:
            return here
        return list(dict.fromkeys([*here, *(ContactId(one) for one in coming)]))

"""Takes the records of an import one after another and does with each what is to be done.

The same steps serve a plan, which only looks, and a run, which writes: what differs is the ``World``
they act on. That is why ``--dry-run`` answers the very report that the import would give.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.draft import ContactDraft, LooseText, Record, Refusal, Remark, RemarkKind
from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.importing import Choice, FieldChoices, Finding
from relate_desktop.domain.merging import Difference, difference, finding_of, merged
from relate_desktop.services.import_judge import Judge, Judged
from relate_desktop.services.import_tally import Tally
from relate_desktop.services.import_target import Target

BATCH_RECORDS = 500
BATCH_BYTES = 16 << 20

_ADDING = frozenset({Choice.ADD, Choice.ADD_SEPARATE, Choice.KEEP_BOTH})
_MERGING = frozenset({Choice.ADD_NEW_BITS, Choice.REPLACE, Choice.KEEP_MINE, Choice.TAKE_THEIRS})


class World(Protocol):
    """What an import acts on: the book itself, or a plan that only remembers what would be."""

    def look_up(self, numbers: Iterable[int]) -> Mapping[int, Sequence[ContactId]]:
        """Living people of the book with the keys of these numbers, as they were before the import."""

    def prepare(self, targets: Iterable[Target]) -> None:
        """Fetch these people together: they will be asked for one after another."""

    def contact(self, target: Target) -> Contact:
        """The person as they are now, everything of this import included."""

    def stored(self, target: Target) -> Contact:
        """The same person with the ids of their properties, so that they can be changed."""

    def hand_edited(self, target: Target) -> frozenset[PropertyId]:
        """Which of the person's properties were typed or edited by hand."""

    def add(self, judged: Judged) -> None:
        """Bring in somebody new, under ``judged.as_new``."""

    def absorb(
        self, target: Target, contact: Contact, draft: ContactDraft, places: Sequence[int | None]
    ) -> None:
        """Make the person as ``contact`` has them and keep the card with them."""

    def pair(self, one: Target, other: Target, judged: Judged) -> None:
        """Remember that these two may be one person."""

    def loose(self, text: LooseText) -> None:
        """Keep what stood between the records of the present file."""

    def finish_batch(self) -> None:
        """A batch is through: what was held back for speed may be done now."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One record, what was found and what is done with it."""

    judged: Judged
    finding: Finding
    choice: Choice
    found: Difference | None


Choosing = Callable[[Judged, Finding], Choice]
ChoosingFields = Callable[[Judged], FieldChoices]
Noting = Callable[[Outcome], None]


class ImportRun:
    """One import under way: judges, chooses, acts and counts, record after record."""

    def __init__(
        self,
        world: World,
        choose: Choosing,
        note: Noting | None = None,
        refused: Callable[[Refusal], None] | None = None,
        fields: ChoosingFields | None = None,
    ) -> None:
        self._world = world
        self._choose = choose
        self._note = note
        self._refused = refused
        self._fields = fields
        self._judge = Judge(world.look_up, world.contact, world.prepare)

    def take_file(self, records: Iterable[Record], tally: Tally, tick: Callable[[], None]) -> None:
        """Take all records of one file. ``tick`` is called after each batch and may raise Cancelled."""
        for batch in _batches(records):
            drafts = [record for record in batch if isinstance(record, ContactDraft)]
            judgements = iter(self._judge.judged(drafts))
            for record in batch:
                if isinstance(record, ContactDraft):
                    tally.account(record.accounting)
                    tally.note(record.record, record.remarks)
                    self._settle(next(judgements), tally)
                elif isinstance(record, Refusal):
                    tally.account(record.accounting)
                    tally.skip(record.record, record.line, record.remark)
                    self.pass_over()
                    if self._refused is not None:
                        self._refused(record)
                else:
                    self._world.loose(record)
            self._world.finish_batch()
            tick()

    def pass_over(self) -> None:
        """Give a number to something that cannot be judged, as it has a row in a plan."""
        self._judge.pass_over()

    def _settle(self, judged: Judged, tally: Tally) -> None:
        outcome = self._outcome(judged)
        choice = outcome.choice
        if choice in _ADDING:
            self._add(outcome, tally)
        elif choice in _MERGING and judged.target is not None:
            self._merge(judged.target, outcome, tally)
        elif outcome.finding is Finding.SAME:
            self._keep_card(outcome, tally)
        else:
            asked = choice is Choice.LEAVE_OUT and outcome.finding is Finding.NEW
            kind = RemarkKind.LEFT_OUT if asked else RemarkKind.ALREADY_HERE
            remark = Remark(kind, judged.draft.line)
            tally.skip(judged.draft.record, judged.draft.line, remark)
        if self._note is not None:
            self._note(outcome)

    def _outcome(self, judged: Judged) -> Outcome:
        found = None
        # Where nobody looks at the rows, an uncertain match is decided without comparing lines.
        if judged.target is not None and not judged.stored and (judged.certain or self._note is not None):
            found = self._difference(judged.target, judged.draft)
        finding = finding_of(judged.match, found)
        return Outcome(judged, finding, self._choose(judged, finding), found)

    def _difference(self, target: Target, draft: ContactDraft) -> Difference:
        contact, keep = self._world.contact(target), self._world.hand_edited(target)
        return difference(contact, draft.properties, keep)

    def _add(self, outcome: Outcome, tally: Tally) -> None:
        judged = outcome.judged
        self._world.add(judged)
        self._judge.settled(judged, judged.as_new)
        if outcome.choice is Choice.KEEP_BOTH and judged.target is not None:
            self._world.pair(judged.target, judged.as_new, judged)
            tally.review += 1
        else:
            tally.created += 1

    def _merge(self, target: Target, outcome: Outcome, tally: Tally) -> None:
        contact, draft = self._world.stored(target), outcome.judged.draft
        keep = self._world.hand_edited(target)
        fields = self._fields(outcome.judged) if self._fields is not None else FieldChoices()
        after, places = merged(contact, draft.properties, keep, outcome.choice, fields)
        self._world.absorb(target, after, draft, places)
        self._judge.settled(outcome.judged, target)
        if after.properties == contact.properties:
            tally.same += 1
        else:
            tally.updated += 1

    def _keep_card(self, outcome: Outcome, tally: Tally) -> None:
        """Somebody in the book of whom nothing is new; a card in other bytes is kept all the same."""
        judged = outcome.judged
        tally.same += 1
        if judged.stored or judged.target is None:
            return
        contact = self._world.stored(judged.target)
        held = dict(outcome.found.same) if outcome.found is not None else {}
        places = tuple(held.get(place) for place in range(len(judged.draft.properties)))
        self._world.absorb(judged.target, contact, judged.draft, places)
        self._judge.settled(judged, judged.target)


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Records in lists of at most 500, smaller where cards are large."""
    batch: list[Record] = []
    held = 0
    for record in records:
        batch.append(record)
        held += _weight(record)
        if len(batch) >= BATCH_RECORDS or held >= BATCH_BYTES:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _weight(record: Record) -> int:
    if isinstance(record, ContactDraft):
        return len(record.source.skeleton) + sum(len(media.content) for media in record.media)
    return len(record.raw)

"""What an import found, what it will do about each record, and what it did."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from relate_desktop.domain.draft import Accounting, Remark, RemarkKind
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.match_reason import REASONS_AGAINST, MatchReason


class Finding(StrEnum):
    """What a record is to the book."""

    NEW = "new"
    SAME = "same"
    """Surely somebody in the book, and nothing in it is news."""
    UPDATE = "update"
    """Surely somebody in the book, with something new."""
    LOOK = "look"
    """Perhaps somebody in the book: a person has to decide."""
    UNREADABLE = "unreadable"


class Choice(StrEnum):
    """What to do with a record."""

    ADD = "add"
    LEAVE_OUT = "leave_out"
    ADD_NEW_BITS = "add_new_bits"
    """Add what is missing and bring up to date what nobody typed by hand."""
    REPLACE = "replace"
    """Make the person as the record has it."""
    LEAVE_AS_IS = "leave_as_is"
    KEEP_MINE = "keep_mine"
    """Add what is missing; where both say something, the book's stays."""
    TAKE_THEIRS = "take_theirs"
    """Add what is missing; where both say something, the record's wins."""
    KEEP_BOTH = "keep_both"
    """A person of its own, and the two wait in possible duplicates."""
    ADD_SEPARATE = "add_separate"
    """A person of its own, surely another."""


class Side(StrEnum):
    """Whose value of a property stands, where the book and the record say something else."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    """The book's stays, and the record's is kept beside it."""


@dataclass(frozen=True, slots=True)
class FieldChoices:
    """What was decided line by line of one record; every other line follows the row's choice.

    Numbers are places of the record's lines, from 0. ``notes`` say the record's value in words,
    for BOTH of a property of which a person can have only one: it is then kept as a note.
    """

    sides: Mapping[int, Side] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()
    """New lines that are not wanted."""
    notes: Mapping[int, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.sides or self.left_out)


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided of the rows of a plan, by their numbers from 0, apart from what was proposed."""

    choices: Mapping[int, Choice] = field(default_factory=dict)
    fields: Mapping[int, FieldChoices] = field(default_factory=dict)


class OnMatch(StrEnum):
    """What happens with a record that seems to be somebody already in the book."""

    REVIEW = "review"
    """Update where the match is certain, else add and remember the pair for review."""
    MERGE = "merge"
    SKIP = "skip"
    NEW = "new"


CHOICES: Mapping[Finding, tuple[Choice, ...]] = {
    Finding.NEW: (Choice.ADD, Choice.LEAVE_OUT),
    Finding.SAME: (Choice.LEAVE_AS_IS,),
    Finding.UPDATE: (Choice.ADD_NEW_BITS, Choice.REPLACE, Choice.LEAVE_AS_IS),
    Finding.LOOK: (
        Choice.KEEP_BOTH,
        Choice.KEEP_MINE,
        Choice.TAKE_THEIRS,
        Choice.ADD_SEPARATE,
        Choice.LEAVE_OUT,
    ),
    Finding.UNREADABLE: (Choice.LEAVE_OUT,),
}
"""What one may choose for each finding; the first is the default."""

CALENDAR = "icalendar"
"""The format of files whose records are events and not people."""

EVENT_CHOICE: Mapping[Finding, Choice] = {
    Finding.NEW: Choice.ADD,
    Finding.SAME: Choice.LEAVE_AS_IS,
    Finding.UPDATE: Choice.REPLACE,
    Finding.UNREADABLE: Choice.LEAVE_OUT,
}
"""What is done with an event of a calendar: calendars come in as a whole."""

_ON_MATCH: Mapping[OnMatch, Mapping[Finding, Choice]] = {
    OnMatch.REVIEW: {finding: choices[0] for finding, choices in CHOICES.items()},
    OnMatch.MERGE: {Finding.UPDATE: Choice.ADD_NEW_BITS, Finding.LOOK: Choice.KEEP_MINE},
    OnMatch.SKIP: {Finding.UPDATE: Choice.LEAVE_AS_IS, Finding.LOOK: Choice.LEAVE_OUT},
    OnMatch.NEW: {
        Finding.SAME: Choice.ADD_SEPARATE,
        Finding.UPDATE: Choice.ADD_SEPARATE,
        Finding.LOOK: Choice.ADD_SEPARATE,
    },
}


def default_choice(
    finding: Finding, on_match: OnMatch = OnMatch.REVIEW, reasons: Collection[MatchReason] = ()
) -> Choice:
    """What is done with a record when nobody chooses.

    Where something speaks against the match, as between people of one household, the record
    is neither merged nor skipped: both are kept and wait for review.
    """
    doubted = finding is Finding.LOOK and not REASONS_AGAINST.isdisjoint(reasons)
    if doubted and on_match is not OnMatch.NEW:
        return Choice.KEEP_BOTH
    return _ON_MATCH[on_match].get(finding, CHOICES[finding][0])


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """One row of an import plan. Kept small: an import may have 100,000 of them."""

    record: int
    """Counted from 1 in its file."""
    line: int
    """The first line of the record in its file, counted from 1."""
    path_index: int
    """Which of the plan's files it is from, counted from 0."""
    name: str
    own_script: str
    finding: Finding
    contact: ContactId | None = None
    """Who it seems to be; None for new records and for twins within the import."""
    reasons: tuple[MatchReason, ...] = ()
    new_names: tuple[str, ...] = ()
    """Names of the properties it would add, in upper case."""
    conflicting: tuple[str, ...] = ()
    """Names of the properties where both say something else, in upper case."""
    choice: Choice = Choice.ADD
    twin: int | None = None
    """The row (counted from 0) of the same import it repeats or resembles, if any."""
    remark: Remark | None = None
    """Why it could not be read, for UNREADABLE."""
    calendar: str = ""
    """The name of the calendar, for one of its records; ``name`` is then the event's title."""
    kept: str = ""
    """What kind of record of a calendar it is, for one that is no event."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What one may choose for it."""
        return (self.choice,) if self.calendar else CHOICES[self.finding]


@dataclass(frozen=True, slots=True)
class Skipped:
    """One record that did not come in, and why."""

    record: int
    line: int
    remark: Remark


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing the reader had to say of a record that it could read."""

    record: int
    remark: Remark


@dataclass(frozen=True, slots=True)
class OtherEntries:
    """Tasks and journal entries of a calendar: kept as they are, and shown nowhere."""

    records: int = 0
    created: int = 0
    updated: int = 0


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: ``records`` is the sum of the five counts that follow it."""

    path: str
    format: str
    records: int
    created: int = 0
    updated: int = 0
    same: int = 0
    review: int = 0
    skipped: tuple[Skipped, ...] = ()
    properties: Accounting = field(default_factory=Accounting)
    removed: int = 0
    """Events of a calendar that its file holds no more; they are none of its records."""
    others: OtherEntries = field(default_factory=OtherEntries)
    """Those of its records that are in a calendar and no events; they are in the five counts too."""
    noted: tuple[Noted, ...] = ()
    """What was refused, cut or guessed inside records: the first of it where there is very much."""

    @property
    def of_events(self) -> bool:
        """Whether its records are those of a calendar and not people."""
        return self.format == CALENDAR

    @property
    def unreadable(self) -> Remark | None:
        """Why the file could not be read at all, if that is so."""
        whole = self.skipped[0] if len(self.skipped) == self.records == 1 else None
        return whole.remark if whole is not None and whole.record == 0 else None

    @property
    def balanced(self) -> bool:
        """Whether every record is accounted for exactly once."""
        told = self.created + self.updated + self.same + self.review + len(self.skipped)
        return told == self.records


_ON_REQUEST = frozenset({RemarkKind.LEFT_OUT, RemarkKind.ALREADY_HERE})


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or with ``dry_run`` would do. ``changeset`` is None when nothing was written."""

    changeset: ChangesetId | None
    dry_run: bool
    files: tuple[FileReport, ...]

    @property
    def in_part(self) -> bool:
        """Whether something was refused or waits for a decision; what was left out on request is neither."""
        refused = (skipped for file in self.files for skipped in file.skipped)
        return any(file.review for file in self.files) or any(
            skipped.remark.kind not in _ON_REQUEST for skipped in refused
        )


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file as it was when the plan was made; it must still be the same when the plan is applied."""

    path: str
    format: str
    size: int
    sha256: str
    properties: Accounting = field(default_factory=Accounting)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do, row for row; nothing is written yet."""

    files: tuple[PlannedFile, ...]
    rows: Sequence[PlannedRecord]
    counts: Mapping[Finding, int]

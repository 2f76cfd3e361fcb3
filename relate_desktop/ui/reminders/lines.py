"""What the list of reminders shows: rows under headings, each row with its own address."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import groupby

from relate_desktop.domain.due_list import DueGroup, DueRow
from relate_desktop.domain.ids import ContactId, PromiseId, ReminderId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present
from relate_desktop.domain.text import visible
from relate_desktop.words.dates import day_in_row
from relate_desktop.words.due import moved_quietly, unsaid, why_in_row
from relate_desktop.words.numbers import sentence
from relate_desktop.words.reminders import group_name
from relate_desktop.words.translation import _

MOST_NAMES = 3
LONGEST = 400
"""Letters of a text that a row shows at most."""


class BoardView(StrEnum):
    """The three segments; the values are the ends of their addresses."""

    TO_DO = "to-do"
    REPEATING = "repeating"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class RowKey:
    """Which reminder or promise a row is; its text is the end of the row's address."""

    reminder: ReminderId | None = None
    promise: PromiseId | None = None

    @property
    def text(self) -> str:
        """``12`` for a reminder, ``p12`` for a promise."""
        return f"p{self.promise}" if self.promise is not None else f"{self.reminder}"

    @classmethod
    def parse(cls, text: str) -> "RowKey | None":
        """The key an address names; None for anything else."""
        number = text.removeprefix("p")
        if not (number.isascii() and number.isdecimal() and len(number) <= 18):
            return None
        if text.startswith("p"):
            return cls(promise=PromiseId(int(number)))
        return cls(reminder=ReminderId(int(number)))


@dataclass(frozen=True, slots=True)
class Line:
    """A heading when ``row`` is None, with what is said beside it; else a row."""

    words: str = ""
    aside: str = ""
    group: DueGroup | None = None
    row: DueRow | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """The rows of one segment at one moment, with whom they are about."""

    view: BoardView
    rows: tuple[DueRow, ...]
    present: Present
    people: Mapping[ContactId, ContactSummary] = field(default_factory=dict)
    origins: Mapping[int, tuple[str, date]] = field(default_factory=dict)
    """Kind and day of the entries that rows came from."""
    lines: tuple["Line", ...] = ()
    """The rows under their headings, where whoever read them has put them there."""

    def first_of(self, row: DueRow) -> ContactSummary | None:
        """Whose picture stands beside a row."""
        return next((self.people[one] for one in row.people if one in self.people), None)

    def why(self, row: DueRow) -> str:
        """Why a row is there."""
        item = row.reminder or row.promise
        told = self.origins.get(item.told_in or 0) if item is not None else None
        return why_in_row(row, self.unsaid(row), self.present, told)

    def called(self, row: DueRow) -> tuple[str, ...]:
        """What the first of those a row is about are called."""
        people = [self.people[one] for one in row.people if one in self.people]
        return tuple(visible(person.called, LONGEST) or _("No name") for person in people[:MOST_NAMES])

    def unsaid(self, row: DueRow) -> tuple[str, ...]:
        """The first of those a row is about, where its own text does not name them."""
        people = [self.people[one] for one in row.people if one in self.people]
        return self.called(row) if unsaid(row, [person.called for person in people]) else ()


def key_of(row: DueRow) -> RowKey:
    """Which reminder or promise a row is."""
    if row.promise is not None:
        return RowKey(promise=row.promise.id)
    return RowKey(reminder=row.reminder.id if row.reminder is not None else None)


def is_row(row: DueRow | None, key: RowKey | None) -> bool:
    """Whether a row is that reminder or promise; asked of thousands in a turn of the window."""
    if row is None or key is None:
        return False
    if row.promise is not None:
        return row.promise.id == key.promise
    return key.promise is None and row.reminder is not None and row.reminder.id == key.reminder


def may_tick(row: DueRow) -> bool:
    """Whether a row can be done, or not done after all; one that came back again stays as it was."""
    return row.reminder is None or row.reminder.open or not row.reminder.repeating


def lines_of(board: Board, *, targets: bool = False) -> tuple[Line, ...]:
    """The rows under their headings; ``targets`` shows empty groups too, to drop rows on."""
    if board.view is BoardView.DONE:
        return tuple(_done(board))
    if board.view is BoardView.REPEATING:
        return tuple(Line(row=row, group=row.group) for row in board.rows)
    return tuple(_groups(board, targets=targets))


def _groups(board: Board, *, targets: bool) -> Iterable[Line]:
    found: dict[DueGroup, Sequence[DueRow]] = {
        group: tuple(rows) for group, rows in groupby(board.rows, key=lambda row: row.group)
    }
    for group in DueGroup:
        rows = found.get(group, ())
        if not rows and not targets:
            continue
        back = sum(row.tell_at is not None for row in rows) if group is DueGroup.ROOM else 0
        yield Line(group_name(group), moved_quietly(back) if back else "", group)
        yield from (Line(row=row, group=group) for row in rows)


def _done(board: Board) -> Iterable[Line]:
    for words, rows in groupby(board.rows, key=lambda row: _done_when(row, board)):
        yield Line(words)
        yield from (Line(row=row) for row in rows)


def _done_when(row: DueRow, board: Board) -> str:
    """The heading for something done: a day of this week, or earlier."""
    done = row.promise.kept_at if row.promise is not None else None
    done = row.reminder.done_at if row.reminder is not None else done
    if done is None:
        return _("Earlier")
    day = board.present.day_of(done)
    near = 0 <= (board.present.today - day).days < 7
    return sentence(day_in_row(day, board.present.today)) if near else _("Earlier")

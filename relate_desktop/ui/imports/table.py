"""The rows of an import plan as a table: who, what Relate found, what to do (mock 04)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.importing import (
    Choice,
    Decisions,
    FieldChoices,
    Finding,
    ImportPlan,
    PlannedRecord,
)
from relate_desktop.domain.text import fold, squeezed, visible
from relate_desktop.words.findings import choice_name, event_finding, finding_sentence
from relate_desktop.words.imports import Amount
from relate_desktop.words.numbers import sentence
from relate_desktop.words.remarks import kept_name, record_sentence
from relate_desktop.words.translation import _

Index = QModelIndex | QPersistentModelIndex
NAME, FOUND, CHOICE = range(3)
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
LONGEST = 160
KEEPING_OUT = frozenset({Choice.LEAVE_OUT, Choice.LEAVE_AS_IS})
TAKING = {Finding.NEW: Choice.ADD, Finding.UPDATE: Choice.ADD_NEW_BITS, Finding.LOOK: Choice.KEEP_BOTH}


def part_of(row: PlannedRecord) -> int:
    """Among which part of an Amount a row counts: people, events, other entries of a calendar."""
    return (1 if not row.kept else 2) if row.calendar else 0


@dataclass(frozen=True, slots=True)
class Taken:
    """What would be added and what would be updated."""

    added: Amount
    updated: Amount


class PlanTable(QAbstractTableModel):
    """The plan's rows of one tab, with the user's choices. Rows are known by their place in the plan."""

    chosen = Signal()
    """A choice was made."""

    def __init__(self, called: Callable[[ContactId], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._called = called
        self._names: dict[ContactId, str] = {}
        self._folded: list[str] = []
        self._plan: ImportPlan | None = None
        self._shown: Sequence[int] = ()
        self.choices: dict[int, Choice] = {}
        self._fields: dict[int, FieldChoices] = {}

    # filling

    def show_plan(self, plan: ImportPlan) -> None:
        """Begin with a new plan and its own choices."""
        self.choices.clear()
        self._fields.clear()
        self._names.clear()
        self._folded.clear()
        self._plan = plan
        self.show_findings(frozenset(Finding))

    def show_findings(self, findings: frozenset[Finding], words: str = "") -> None:
        """Show only the rows with these findings, and with these words in the name."""
        self.beginResetModel()
        rows = self._plan.rows if self._plan is not None else ()
        if findings == frozenset(Finding):
            self._shown = range(len(rows))
        else:
            self._shown = [number for number, row in enumerate(rows) if row.finding in findings]
        if wanted := fold(words).split():
            names = self._folded_names()
            self._shown = [place for place in self._shown if all(word in names[place] for word in wanted)]
        self.endResetModel()

    def _folded_names(self) -> Sequence[str]:
        """Every name of the plan as it is searched, folded once."""
        if not self._folded and self._plan is not None:
            self._folded += [fold(self._words(place, NAME)) for place in range(len(self._plan.rows))]
        return self._folded

    # asking

    def place(self, index: Index) -> int | None:
        """The row's place in the plan."""
        return self._shown[index.row()] if 0 <= index.row() < len(self._shown) else None

    def record(self, place: int) -> PlannedRecord:
        """The row at a place of the plan."""
        if self._plan is None:
            raise IndexError(place)
        return self._plan.rows[place]

    def choice(self, place: int) -> Choice:
        """What will be done with a row."""
        return self.choices.get(place, self.record(place).choice)

    def fields(self, place: int) -> FieldChoices:
        """What was decided line by line of a row."""
        return self._fields.get(place, FieldChoices())

    def decisions(self) -> Decisions:
        """Everything that was decided differently from what was proposed."""
        return Decisions(dict(self.choices), dict(self._fields))

    def index_of(self, place: int) -> QModelIndex:
        """Where a row of the plan is shown; an invalid index when it is not."""
        try:
            return self.index(self._shown.index(place), NAME)
        except ValueError:
            return QModelIndex()

    def found(self, place: int) -> str:
        """What Relate found, in words."""
        row = self.record(place)
        if row.remark is not None:
            if not row.record:
                return _("The file could not be read")
            return record_sentence(row.record, row.remark, event=bool(row.calendar))
        if row.calendar:
            return event_finding(row.finding, row.calendar, shown=not row.kept)
        return finding_sentence(row.finding, self.likeness(row), row.new_names, row.conflicting)

    def likeness(self, row: PlannedRecord) -> str:
        """Who the record seems to be."""
        if row.contact is None:
            return visible(self.record(row.twin).name, LONGEST) if row.twin is not None else ""
        if row.contact not in self._names:
            self._names[row.contact] = visible(self._called(row.contact), LONGEST)
        return self._names[row.contact]

    def count_taken(self) -> Taken:
        """What would come in. Costs a look at every row."""
        added, updated = [0, 0, 0], [0, 0, 0]
        rows = self._plan.rows if self._plan is not None else ()
        for place, row in enumerate(rows):
            choice = self.choices.get(place, row.choice)
            if choice in KEEPING_OUT:
                continue
            adds = choice in {Choice.ADD, Choice.KEEP_BOTH, Choice.ADD_SEPARATE}
            (added if adds else updated)[part_of(row)] += 1
        return Taken(Amount(*added), Amount(*updated))

    # choosing

    def choose_fields(self, place: int, fields: FieldChoices, choice: Choice) -> None:
        """Decide a row line by line; ``choice`` is what holds for its other lines."""
        if self.choice(place) is not choice:
            self.choose([place], choice)
        self._fields[place] = fields

    def choose(self, places: Sequence[int], choice: Choice) -> None:
        """Do this with these rows, as far as it can be done with each; lines follow their row again."""
        for place in places:
            row = self.record(place)
            if choice in row.choices:
                self._fields.pop(place, None)
                if choice is row.choice:
                    self.choices.pop(place, None)
                else:
                    self.choices[place] = choice
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, CHOICE))
        self.chosen.emit()

    def take(self, places: Sequence[int], *, taken: bool) -> None:
        """Tick rows or take their ticks away."""
        for place in places:
            row = self.record(place)
            options = row.choices
            out = next((choice for choice in options if choice in KEEPING_OUT), None)
            wanted = TAKING.get(row.finding) if taken and len(options) > 1 else out
            if wanted is None:
                continue
            if taken and row.choice not in KEEPING_OUT:
                wanted = row.choice
            if wanted is row.choice:
                self.choices.pop(place, None)
            else:
                self.choices[place] = wanted
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, CHOICE))
        self.chosen.emit()

    def taken(self, place: int) -> bool:
        """Whether something of the row comes in."""
        return self.choice(place) not in KEEPING_OUT

    def shown_places(self) -> Sequence[int]:
        """The places of all rows of the tab."""
        return self._shown

    def all_taken(self) -> Qt.CheckState:
        """Whether all, some or none of the shown rows are ticked, as far as they can be."""
        states = {self.taken(place) for place in self._shown if self._may_tick(place)}
        if states == {True}:
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if True in states else Qt.CheckState.Unchecked

    def _may_tick(self, place: int) -> bool:
        """Whether one may say that a row shall not come in."""
        row = self.record(place)
        return row.finding in TAKING and len(row.choices) > 1

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many rows the tab has."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Name, finding, choice."""
        return 0 if parent.isValid() else 3

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The columns' headings."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Name"), _("What Relate found"), _("What to do"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names can be ticked, choices edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        place = self.place(index)
        if place is None:
            return Qt.ItemFlag.NoItemFlags
        if index.column() == NAME and self._may_tick(place):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() == CHOICE and len(self.record(place).choices) > 1:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell is for a role."""
        place = self.place(index)
        if place is None:
            return None
        if role == ROW_ROLE:
            return self.record(place)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(place, index.column())
        return self._of_name(place, role) if index.column() == NAME else None

    def _of_name(self, place: int, role: int) -> object:
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{self.found(place)}, {choice_name(self.choice(place))}"
        if role != Qt.ItemDataRole.CheckStateRole or not self._may_tick(place):
            return None
        return Qt.CheckState.Checked if self.taken(place) else Qt.CheckState.Unchecked

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Tick a row or choose for it."""
        place = self.place(index)
        if place is None:
            return False
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME:
            self.take([place], taken=Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() == CHOICE:
            self.choose([place], Choice(str(value)))
            return True
        return False

    def _words(self, place: int, column: int) -> str:
        if column == NAME:
            row = self.record(place)
            if row.kept:
                return sentence(kept_name(row.kept))
            return visible(squeezed(row.name), LONGEST) or (
                _("Line {line}").format(line=row.line) if row.remark else _("No name")
            )
        return self.found(place) if column == FOUND else choice_name(self.choice(place))

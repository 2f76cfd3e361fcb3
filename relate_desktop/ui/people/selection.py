"""Who is chosen in a long list: read and set by stretches of rows, for thousands as for one."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView

from relate_desktop.domain.ids import ContactId
from relate_desktop.ui.people.model import PeopleModel

_FEW = 50
"""So many are looked for one by one; for more, all places are noted at once."""


def chosen_in(selection: QItemSelectionModel, ids: Sequence[int]) -> list[ContactId]:
    """The selected people, from top to bottom."""
    rows: list[int] = []
    for stretch in selection.selection().toList():
        rows.extend(range(stretch.top(), min(stretch.bottom() + 1, len(ids))))
    return [ContactId(ids[row]) for row in sorted(rows)]


def selection_of(model: PeopleModel, people: Sequence[ContactId]) -> QItemSelection:
    """The rows of these people, as far as they are there."""
    if len(people) <= _FEW:
        rows = sorted(index.row() for one in people if (index := model.index_of(one)).isValid())
    else:
        places = {identity: row for row, identity in enumerate(model.ids())}
        rows = sorted(places[one] for one in people if one in places)
    found = QItemSelection()
    start = 0
    for position, row in enumerate(rows):
        if position + 1 == len(rows) or rows[position + 1] != row + 1:
            found.select(model.index(rows[start], 0), model.index(row, 0))
            start = position + 1
    return found


def leave_one(view: QAbstractItemView) -> bool:
    """Leaves the current row alone selected; False where there are not several."""
    selection, current = view.selectionModel(), view.currentIndex()
    several = sum(stretch.height() for stretch in selection.selection().toList()) > 1
    if several and current.isValid():
        selection.select(current, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    return several and current.isValid()

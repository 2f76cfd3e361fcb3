"""What can be done with a row: the same in the ⋯ menu and under the right mouse button."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from relate_desktop.domain.due_list import DueRow
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.present import Present
from relate_desktop.domain.recurrence import Recurrence
from relate_desktop.domain.repeating import Repeats, choice_of, usual
from relate_desktop.domain.text import isolate, visible
from relate_desktop.ui.kit.buttons import rounded
from relate_desktop.ui.kit.snooze_menu import SnoozeMenu
from relate_desktop.ui.kit.tooltips import menu_text
from relate_desktop.ui.reminders.lines import LONGEST, Board
from relate_desktop.words.repeating import repeats_name
from relate_desktop.words.translation import _

_OFFERED = (
    Repeats.ONCE,
    Repeats.DAILY,
    Repeats.WORKING_DAYS,
    Repeats.WEEKLY,
    Repeats.MONTHLY,
    Repeats.YEARLY,
)


@dataclass(frozen=True, slots=True)
class RowActs:
    """What the room does for the menu."""

    tick: Callable[[], object]
    edit: Callable[[], object]
    open: Callable[[ContactId], object]
    repeat: Callable[[Recurrence | None], object]
    own_rule: Callable[[], object]
    remove: Callable[[], object]


class RowMenu(QMenu):
    """Done, Snooze, Edit, Open, Repeat, Remove, as far as they fit the row.

    ``asked`` is sent before it opens: ``fill`` it then.
    """

    asked = Signal()

    def __init__(self, snooze: SnoozeMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self._snooze = snooze
        self._repeat: QMenu | None = None
        rounded(self)
        self.setAccessibleName(_("More for this reminder"))
        self.aboutToShow.connect(self.asked)

    def fill(self, row: DueRow, board: Board, acts: RowActs) -> None:
        """Offer what can be done with a row."""
        self.clear()
        if self._repeat is not None:
            self._repeat.deleteLater()
            self._repeat = None
        item = row.reminder if row.reminder is not None else row.promise
        is_open = item is not None and item.open
        if is_open or not (row.reminder is not None and row.reminder.repeating):
            self.addAction(_("Done") if is_open else _("Not done after all"), acts.tick)
        if is_open:
            self.addMenu(self._snooze)
            self.addAction(_("Edit"), acts.edit)
        for one in row.people:
            if one in board.people:
                called = visible(board.people[one].called, LONGEST)
                words = menu_text(_("Open {name}").format(name=isolate(called)))
                self.addAction(words, _opening(acts, one))
        if is_open and row.reminder is not None:
            self._repeat = _repeat_menu(row.reminder.repeats, board.present, acts, self)
            self.addMenu(self._repeat)
        self.addSeparator()
        self.addAction(_("Remove"), acts.remove)


def _opening(acts: RowActs, contact: ContactId) -> Callable[[], object]:
    return lambda: acts.open(contact)


def _repeat_menu(rule: Recurrence | None, present: Present, acts: RowActs, parent: QWidget) -> QMenu:
    menu = rounded(QMenu(_("Repeat"), parent))
    now = choice_of(rule, present.hours.working_days)
    for repeats in _OFFERED:
        action = menu.addAction(repeats_name(repeats), _repeating(acts, repeats, present))
        action.setCheckable(True)
        action.setChecked(repeats is now)
    menu.addSeparator()
    menu.addAction(repeats_name(Repeats.OWN), acts.own_rule)
    return menu


def _repeating(acts: RowActs, repeats: Repeats, present: Present) -> Callable[[], object]:
    return lambda: acts.repeat(usual(repeats, present.hours.working_days))

"""The line above the list: title, segments, and the button for a new reminder."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.choices import Segments
from relate_desktop.ui.kit.labels import Heading
from relate_desktop.ui.reminders.lines import BoardView
from relate_desktop.words.translation import _

_KEYS: Mapping[BoardView, str] = {
    BoardView.TO_DO: "todo",
    BoardView.REPEATING: "repeating",
    BoardView.DONE: "done",
}


class RemindersHead(Frame):
    """``chosen`` carries the BoardView the user picks."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        words = {
            BoardView.TO_DO: _("To do"),
            BoardView.REPEATING: _("Repeating"),
            BoardView.DONE: _("Done"),
        }
        self.views = Segments(
            "reminders.view", _("Which reminders"), [(_KEYS[view], words[view]) for view in BoardView]
        )
        self.add = Button(_("New reminder"), "reminders.add", kind="primary", icon="plus")
        self._title = Heading(_("Reminders"), "reminders.title")
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self.views)
        self._row.addWidget(self.add)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(36, 28, 22, 0)
        self._box.setSpacing(10)
        self._box.addLayout(self._row)
        self.views.chosen.connect(self._picked)

    def show_view(self, view: BoardView) -> None:
        """Mark a segment, without telling anybody."""
        self.views.choose(_KEYS[view])

    def fit(self, width: int, *, low: bool) -> None:
        """The segments go under the title where all of it does not fit in a line; no air where it is low."""
        self._box.setContentsMargins(36, 12 if low else 28, 22, 0)
        wanted = sum(widget.sizeHint().width() + 10 for widget in (self._title, self.views, self.add))
        stacked = wanted > width - 58
        if stacked == (self._box.indexOf(self.views) >= 0):
            return
        if stacked:
            self._box.addWidget(self.views, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            self._row.insertWidget(1, self.views)

    def _picked(self, key: str) -> None:
        self.chosen.emit(next(view for view, own in _KEYS.items() if own == key))

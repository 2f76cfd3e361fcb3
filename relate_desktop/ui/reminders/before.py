"""Before you write: what was last talked about, and whether it is a time to write."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.ui.kit.cards import Panel, clear_layout
from relate_desktop.ui.kit.labels import Heading, IconLabel, SafeLabel
from relate_desktop.words.translation import _


@dataclass(frozen=True, slots=True)
class Hint:
    """One line: an icon and a sentence."""

    icon: str
    words: str


class Before(Panel):
    """The section of the inspector; hidden when there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("reminders.before", _("Before you write"), parent=parent)
        self.hints: tuple[Hint, ...] = ()
        """What is shown."""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(Heading(_("Before you write"), "reminders.before.title", "heading"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        box.addLayout(self._rows)
        self.hide()

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Replace the lines; the same ones stay as they are."""
        if tuple(hints) == self.hints:
            return
        self.hints = tuple(hints)
        clear_layout(self._rows)
        for number, hint in enumerate(hints):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(IconLabel(hint.icon, size=16), 0, Qt.AlignmentFlag.AlignTop)
            label = SafeLabel(hint.words, "small", "text2", wrap=True)
            label.setObjectName(f"reminders.before.{number}")
            row.addWidget(label, 1)
            self._rows.addLayout(row)
        self.setVisible(bool(hints))

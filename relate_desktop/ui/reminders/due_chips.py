"""The pills under a reminder: when, how often, who owes whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.ui.kit.accessibility import give_role, named
from relate_desktop.ui.kit.cards import Frame, clear_layout
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel


@dataclass(frozen=True, slots=True)
class Pill:
    """One pill: words, an icon or none, whether it stands out."""

    words: str
    icon: str = ""
    warm: bool = False


class DueChips(Frame):
    """A row of pills. They only tell; what they tell of is changed in the fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._pills: tuple[Pill, ...] = ()
        give_role(self, "label")
        named(self, "reminders.chips", "")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_pills(self, pills: Sequence[Pill]) -> None:
        """Replace the pills; the same ones stay as they are."""
        if tuple(pills) == self._pills:
            return
        self._pills = tuple(pills)
        clear_layout(self._row)
        for pill in pills:
            self._row.addWidget(_pill(pill))
        self._row.addStretch(1)
        self.setAccessibleName(", ".join(pill.words for pill in pills))
        self.setVisible(bool(pills))


def _pill(pill: Pill) -> QWidget:
    frame = Frame("pillWarm" if pill.warm else "pill")
    row = QHBoxLayout(frame)
    row.setContentsMargins(10, 3, 10, 3)
    row.setSpacing(6)
    tone = "amber" if pill.warm else "text2"
    if pill.icon:
        row.addWidget(IconLabel(pill.icon, colour=tone, size=14), 0, Qt.AlignmentFlag.AlignVCenter)
    label = SafeLabel(pill.words, "smallMedium", tone)
    row.addWidget(label)
    return frame

"""Why two may be one person, as chips in a row."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.ui.kit.cards import Frame, Panel, clear_layout
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.words.findings import reason_words
from relate_desktop.words.numbers import sentence
from relate_desktop.words.translation import _

ICONS = {
    MatchReason.SAME_PHONE: "phone",
    MatchReason.SAME_EMAIL: "envelope-simple",
    MatchReason.SAME_BIRTHDAY: "cake",
    MatchReason.SAME_ORGANIZATION: "buildings",
    MatchReason.SAME_ADDRESS: "map-pin",
}


class Reasons(Panel):
    """A row of plain reasons; assistive tools hear them as one description."""

    def __init__(self) -> None:
        super().__init__("duplicates.reasons", _("Why Relate asks"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_reasons(self, reasons: Sequence[MatchReason]) -> None:
        """Show these, the weightiest first."""
        clear_layout(self._row)
        words = [sentence(reason_words(reason)) for reason in reasons]
        for reason, said in zip(reasons, words, strict=True):
            chip = Frame("reason")
            inner = QHBoxLayout(chip)
            inner.setContentsMargins(10, 3, 10, 3)
            inner.setSpacing(6)
            inner.addWidget(IconLabel(ICONS.get(reason, "user"), colour="blue", size=14))
            inner.addWidget(SafeLabel(said, "small", "blue"))
            self._row.addWidget(chip)
        self._row.addStretch(1)
        self.setAccessibleDescription(", ".join(words))

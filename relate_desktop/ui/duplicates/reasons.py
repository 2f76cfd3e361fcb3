"""Why two may be one person, as chips in a row."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from relate_desktop.domain.match_reason import REASONS_AGAINST, MatchReason
from relate_desktop.ui.kit.cards import Frame, Panel, clear_layout
from relate_desktop.ui.kit.flow import Flow
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.words.findings import reason_words, short_for
from relate_desktop.words.numbers import sentence
from relate_desktop.words.translation import _

ICONS = {
    MatchReason.SAME_PHONE: "phone",
    MatchReason.SAME_MOBILE: "phone",
    MatchReason.SAME_EMAIL: "envelope-simple",
    MatchReason.SHARED_EMAIL: "envelope-simple",
    MatchReason.NAME_IN_ADDRESS: "envelope-simple",
    MatchReason.SAME_HANDLE: "chat-circle-text",
    MatchReason.SAME_DAY: "cake",
    MatchReason.SAME_BIRTHDAY: "cake",
    MatchReason.SAME_ORGANIZATION: "buildings",
    MatchReason.SAME_ADDRESS: "map-pin",
}


class Reasons(Panel):
    """A row of plain reasons; assistive tools hear them as one description."""

    def __init__(self) -> None:
        super().__init__("duplicates.reasons", _("Why Relate asks"))
        self._row = Flow(self, spacing=8)

    def show_reasons(self, reasons: Sequence[MatchReason], short: tuple[str, str] | None = None) -> None:
        """Show these, the weightiest first; ``short`` is which name is short for which."""
        clear_layout(self._row)
        words = [
            short_for(*short)
            if short is not None and reason is MatchReason.SHORT_NAME
            else sentence(reason_words(reason))
            for reason in reasons
        ]
        for reason, said in zip(reasons, words, strict=True):
            against = reason in REASONS_AGAINST
            chip = Frame("doubt" if against else "reason")
            ink = "amber" if against else "blue"
            inner = QHBoxLayout(chip)
            inner.setContentsMargins(10, 3, 10, 3)
            inner.setSpacing(6)
            icon = ICONS.get(reason, "warning-circle" if against else "user")
            inner.addWidget(IconLabel(icon, colour=ink, size=14))
            inner.addWidget(SafeLabel(said, "small", ink))
            self._row.addWidget(chip)
        self.setAccessibleDescription(", ".join(words))

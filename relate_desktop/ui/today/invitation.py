"""Bring your calendar too: said on the first day, as long as there is no calendar."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Card
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.words.translation import _


class CalendarInvitation(Card):
    """What a calendar would be good for, and the button that asks for its file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=16)
        self.body.setSpacing(6)
        self.body.addWidget(Heading(_("Bring your calendar too"), "today.section.calendar", "heading"))
        words = _("Drop an .ics file and Relate shows what you last talked about before each meeting.")
        self.body.addWidget(SafeLabel(words, "small", "text2", wrap=True))
        self.choose = Button(
            _("Choose a calendar file…"), "today.calendar", icon="calendar-blank", small=True
        )
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 6, 0, 0)
        foot.addWidget(self.choose)
        foot.addStretch(1)
        self.body.addLayout(foot)

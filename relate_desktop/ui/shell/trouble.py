"""The page for “cannot open your data”: what happened, what is safe, what one can do."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.errors import UserError
from relate_desktop.domain.text import display
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.labels import Heading, IconLabel, SafeLabel
from relate_desktop.words.errors import tell
from relate_desktop.words.translation import _


class TroublePage(QFrame):
    """Stands where the rooms would be. ``again`` and ``leave`` are its buttons."""

    def __init__(self, error: UserError, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        told = tell(error)
        self.again = Button(_("Try again"), "trouble.again", kind="primary")
        self.leave = Button(_("Quit Relate"), "trouble.quit")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(80, 24, 80, 24)
        box.setSpacing(10)
        box.addStretch(2)
        box.addWidget(IconLabel("warning-circle", "light", "danger", 48), 0, Qt.AlignmentFlag.AlignHCenter)
        heading = Heading(_("Relate could not open your people"), "trouble.title")
        place = _("They are kept in {folder}").format(folder=display(str(folder), 300))
        for label in (
            heading,
            SafeLabel(told.message, wrap=True),
            SafeLabel(told.hint, tone="text2", wrap=True),
            SafeLabel(place, "small", "text2", wrap=True),
        ):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        box.addSpacing(8)
        box.addLayout(buttons)
        box.addStretch(3)

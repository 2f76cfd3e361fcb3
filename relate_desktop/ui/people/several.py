"""What the page shows while several people are chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relate_desktop.ui.kit.buttons import Button, rounded
from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.labels import Heading
from relate_desktop.words.translation import _, ngettext


class SeveralPage(Panel):
    """How many, and what can be done with all of them."""

    export_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("people.several", _("Several people"), "surface", parent=parent)
        self.title = Heading("", "people.several.title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        export = Button(_("Export as vCard…"), "people.several.export", icon="export")
        remove = Button(_("Remove"), "people.several.remove", icon="trash")
        self.rhythm = Button(_("Set rhythm"), "people.several.rhythm", icon="clock")
        self.rhythm_menu = rounded(QMenu(self.rhythm))
        self.rhythm.setMenu(self.rhythm_menu)
        export.clicked.connect(self.export_asked)
        remove.clicked.connect(self.remove_asked)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.rhythm)
        row.addWidget(export)
        row.addWidget(remove)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setSpacing(16)
        box.addStretch(2)
        box.addWidget(self.title)
        box.addLayout(row)
        box.addStretch(3)

    def show_count(self, count: int) -> None:
        """Say how many."""
        self.title.set_heading(ngettext("{count} person", "{count} people", count).format(count=count))

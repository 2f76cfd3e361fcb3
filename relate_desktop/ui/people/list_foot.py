"""Under the list of people: how many there are, and the button that keeps a search."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.ui.kit.accessibility import announce, named
from relate_desktop.ui.kit.buttons import ElidedButton
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.words.translation import _, ngettext


class ListFoot(QWidget):
    """The button is there while words are typed."""

    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = SafeLabel("", "caption", "text3")
        named(self.count, "people.count", "")
        self.save = ElidedButton(_("Save as a smart list…"), "people.save_search", kind="quiet", small=True)
        self.save.clicked.connect(self.save_asked)
        self.save.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 8, 8)
        row.addWidget(self.count, 1)
        row.addWidget(self.save)

    def say(self, found: int, *, searched: bool) -> None:
        """Say how many are shown; after a search it is announced."""
        words = ngettext("{count} person", "{count} people", found)
        self.count.setText(words.format(count=f"{found:,}"))
        self.save.setVisible(searched)
        if searched:
            announce(self.count, self.count.text())

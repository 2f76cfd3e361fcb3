"""A key as a small cap, such as “Ctrl K”, beside what it does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QSizePolicy, QWidget

from relate_desktop.ui.kit.labels import SafeLabel


class KeyCap(SafeLabel):
    """Decoration for eyes: what it stands beside tells assistive tools about its keys."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, "cap", "text2", parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def native(keys: str | QKeySequence) -> str:
    """A shortcut in the system's own words, with spaces between its keys: “Ctrl K”."""
    words = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return " ".join(part or "+" for part in words.split("+"))

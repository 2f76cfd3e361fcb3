"""A row with a check box: words that wrap, something small under them, a pill at the end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.labels import SafeLabel, breakable
from relate_desktop.ui.kit.toggles import CheckBox

PILLS = {"new": ("pillAccent", "accent"), "confirms": ("pill", "text2"), "differs": ("pillWarm", "amber")}
"""Ground and ink of a pill."""


class Ticked(Frame):
    """All of the row can be pressed; the box alone is what the keys and assistive tools reach."""

    toggled = Signal(bool)

    def __init__(
        self,
        identifier: str,
        name: str,
        words: str,
        under: str = "",
        *,
        description: str = "",
        warning: str = "",
        pill: tuple[str, str] | None = None,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("plain", parent)
        self.box = CheckBox("", identifier, name=name, description=description)
        self.box.toggled.connect(self.toggled)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(SafeLabel(breakable(words), "bodyMedium", wrap=True))
        for text, tone in ((under, "text2"), (warning, "amber")):
            if text:
                texts.addWidget(SafeLabel(breakable(text), "small", tone, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(*((0, 7, 8, 7) if flush else (18, 11, 24, 11)))
        row.setSpacing(8)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        if pill is not None:
            row.addSpacing(8)
            row.addWidget(_pill(*pill), 0, Qt.AlignmentFlag.AlignTop)

    @property
    def on(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def set_on(self, *, on: bool) -> None:
        """Tick it or not."""
        self.box.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The words tick as the box does."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()


def _pill(kind: str, words: str) -> Frame:
    ground, tone = PILLS[kind]
    frame = Frame(ground)
    row = QHBoxLayout(frame)
    row.setContentsMargins(11, 3, 11, 3)
    row.addWidget(SafeLabel(words, "small", tone))
    return frame

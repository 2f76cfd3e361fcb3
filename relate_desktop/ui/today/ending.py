"""The end of the page: what is done, and that nothing else is waiting."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.few_lines import FewLines
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.words.translation import _


class DoneLine(Frame):
    """What was done today at the start, that it was all at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._tick = IconLabel("check-circle", "fill", "accent", 18)
        self._done = FewLines("", "small", "text2")
        named(self._done, "today.done", "")
        self._end = SafeLabel(_("Nothing else is waiting."), "small", "text2")
        named(self._end, "today.end", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 16, 4, 0)
        row.setSpacing(10)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._done, 1)
        row.addWidget(self._end, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)

    def show_done(self, done: str, *, more: bool) -> None:
        """Show what is done; ``more`` is whether something still waits elsewhere."""
        self._done.setText(done)
        self._done.setAccessibleName(done)
        self._tick.setVisible(bool(done))
        self._end.setVisible(not more)


class NothingWaits(Frame):
    """What stands there when nothing is due: two short sentences, no picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.words = SafeLabel(_("Nothing is waiting. Enjoy your day."), "body", "text2", wrap=True)
        named(self.words, "today.nothing", "")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 24, 0, 0)
        box.addWidget(self.words)

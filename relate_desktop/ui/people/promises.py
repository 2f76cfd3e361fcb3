"""What is promised between somebody and the user, in both directions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.ui.kit.cards import Panel, clear_layout
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.toggles import Ring
from relate_desktop.ui.people.standing import PromiseLine
from relate_desktop.words.numbers import sentence
from relate_desktop.words.translation import _

SHOWN = 5
"""So many stand on the page; the others follow as these are kept."""


class Promises(Panel):
    """Hidden while nothing is promised. Yours come first."""

    kept = Signal(object)
    """The PromiseId of one that is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("person.promises", _("Promised"), "plain", parent=parent)
        self._shown: Sequence[PromiseLine] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 4)
        self._box.setSpacing(2)
        self.hide()

    def show_promises(self, lines: Sequence[PromiseLine]) -> bool:
        """Show these; whether they are other ones than before."""
        if lines == self._shown:
            return False
        self._shown = lines
        clear_layout(self._box)
        self.setVisible(bool(lines))
        if not lines:
            return True
        heading = SafeLabel(_("Promised"), "smallMedium", "text2")
        self._box.addWidget(heading)
        ordered = sorted(lines, key=lambda line: not line.mine)
        for line in ordered[:SHOWN]:
            self._box.addLayout(self._row(line))
        if len(ordered) > SHOWN:
            more = _("{count} more").format(count=len(ordered) - SHOWN)
            self._box.addWidget(SafeLabel(more, "caption", "text3"))
        return True

    def _row(self, line: PromiseLine) -> QHBoxLayout:
        number = line.promise.id
        ring = Ring(f"person.promise.{number}", _("Mark kept: {text}").format(text=line.text))
        ring.clicked.connect(lambda: self.kept.emit(number))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(SafeLabel(sentence(line.text), "body", wrap=True))
        words.addWidget(SafeLabel(line.detail, "small", "text2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(ring, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

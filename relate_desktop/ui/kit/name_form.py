"""Over the window: something gets its name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.domain.text import fold, squeezed
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.fields import TextField
from relate_desktop.ui.kit.labels import Heading
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.words.translation import _

WIDTH = 400
LONGEST = 200


class NameForm(Overlay):
    """Enter answers, Esc closes and changes nothing. A name that is taken is said and not answered."""

    answered = Signal(str)

    def __init__(self, host: QWidget, identifier: str, label: str, answer: str) -> None:
        super().__init__(host, identifier, label, width=WIDTH)
        self._hint = ""
        self._taken: frozenset[str] = frozenset()
        self.title = Heading("", f"{identifier}.title", "heading")
        self.field = TextField(label, f"{identifier}.name")
        self.field.editor.setMaxLength(LONGEST)
        self.cancel = Button(_("Cancel"), f"{identifier}.cancel", kind="quiet")
        self.answer = Button(answer, f"{identifier}.answer", kind="primary")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.answer)
        self.body.addWidget(self.title)
        self.body.addWidget(self.field)
        self.body.addLayout(buttons)
        self.field.editor.textChanged.connect(self._weigh)
        self.cancel.clicked.connect(self.close_overlay)
        self.answer.clicked.connect(self._answer)

    def ask(self, title: str, name: str, taken: Sequence[str], hint: str) -> None:
        """Open for this name; ``taken`` are names of others, of which ``hint`` is said."""
        self.title.set_heading(title)
        self.panel.setAccessibleName(title)
        self._taken, self._hint = frozenset(fold(one) for one in taken if one != name), hint
        self.field.set_text(name)
        self._weigh()
        self.open_over(self.field.editor)
        self.field.editor.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the name answers."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.answer.click()
            return
        super().keyPressEvent(event)

    def _weigh(self) -> None:
        name = squeezed(self.field.text())
        there = fold(name) in self._taken
        self.field.set_hint(self._hint if there else "")
        self.answer.setEnabled(bool(name) and not there)

    def _answer(self) -> None:
        name = squeezed(self.field.text())
        if name:
            self.close_overlay()
            self.answered.emit(name)

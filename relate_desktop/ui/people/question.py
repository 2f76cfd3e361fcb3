"""A quiet card with one question and two answers. It waits, asks for nothing, and goes when answered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel


class QuestionCard(Panel):
    """Hidden until ``ask``; the buttons are ``<identifier>.yes`` and ``<identifier>.no``."""

    answered = Signal(bool)

    def __init__(self, identifier: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(identifier, name, "info", parent=parent)
        self._icon = IconLabel("clock", colour="accentText", size=18)
        self.text = SafeLabel("", "small", wrap=True)
        self.yes = Button("", f"{identifier}.yes", small=True)
        self.no = Button("", f"{identifier}.no", kind="quiet", small=True)
        self.yes.clicked.connect(lambda: self._answer(yes=True))
        self.no.clicked.connect(lambda: self._answer(yes=False))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.hide()

    def ask(self, icon: str, text: str, *, yes: tuple[str, str], no: str) -> None:
        """Show a question; ``yes`` is the words of a button and its accessible name."""
        self._icon.set_icon(icon, colour="accentText")
        self.text.setText(text)
        self.yes.set_words(*yes)
        self.no.set_words(no)
        self.show()

    def _answer(self, *, yes: bool) -> None:
        self.hide()
        self.answered.emit(yes)

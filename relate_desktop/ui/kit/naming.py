"""A small panel that asks for a name: one field, Save, Cancel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.fields import TextField
from relate_desktop.ui.kit.labels import Heading
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.words.translation import _

_WIDTH = 420


class NamingPanel(Overlay):
    """``given`` carries what was typed, without blanks around it; an empty name is not taken."""

    given = Signal(str)

    def __init__(self, host: QWidget, identifier: str) -> None:
        super().__init__(host, identifier, "-", width=_WIDTH)
        self._heading = Heading("", f"{identifier}.heading", "heading")
        self.field = TextField(_("Name"), f"{identifier}.name")
        save = Button(_("Save"), f"{identifier}.save", kind="primary")
        cancel = Button(_("Cancel"), f"{identifier}.cancel", kind="quiet")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        self.body.addWidget(self._heading)
        self.body.addWidget(self.field)
        self.body.addLayout(buttons)
        save.clicked.connect(self._give)
        cancel.clicked.connect(self.close_overlay)
        self.field.editor.textEdited.connect(lambda _text: self.field.set_error(""))

    def ask(self, question: str, name: str) -> None:
        """Ask for another name of something that has one."""
        self.panel.setAccessibleName(question)
        self._heading.set_heading(question)
        self.field.set_text(name)
        self.field.set_error("")
        self.open_over(self.field.editor)
        self.field.editor.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter saves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._give()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        name = " ".join(self.field.text().split())
        if not name:
            self.field.set_error(_("A name is needed."))
            return
        self.close_overlay()
        self.given.emit(name)

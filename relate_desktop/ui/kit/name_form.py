"""A small pop-up in which something gets its name."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.text import fold, squeezed
from relate_desktop.ui.kit.accessibility import give_role, named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.fields import TextField
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.translation import _

WIDTH = 320
LONGEST = 200
_WINDOW = Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint


class NameForm(QFrame):
    """Enter answers, Esc closes and changes nothing. A name that is taken is said and not answered."""

    answered = Signal(str)

    def __init__(self, identifier: str, label: str, answer: str, parent: QWidget) -> None:
        super().__init__(parent, _WINDOW)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._identifier, self._hint = identifier, ""
        self._taken: frozenset[str] = frozenset()
        give_role(self, "dialog")
        panel = QFrame(self)
        panel.setProperty("kind", "overlay")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(panel)
        self.field = TextField(label, f"{identifier}.name")
        self.field.editor.setMaxLength(LONGEST)
        self.cancel = Button(_("Cancel"), f"{identifier}.cancel", kind="quiet", small=True)
        self.answer = Button(answer, f"{identifier}.answer", kind="primary", small=True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.answer)
        box = QVBoxLayout(panel)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        box.addWidget(self.field)
        box.addLayout(buttons)
        self.field.editor.textChanged.connect(self._weigh)
        self.cancel.clicked.connect(self.close)
        self.answer.clicked.connect(self._answer)

    def ask(self, title: str, name: str, taken: Sequence[str], hint: str, corner: QPoint) -> None:
        """Open near that corner; ``taken`` are names of others, of which ``hint`` is said."""
        named(self, self._identifier, title)
        self._taken, self._hint = frozenset(fold(one) for one in taken if one != name), hint
        self.field.set_text(name)
        self._weigh()
        self.move(self._inside(corner))
        self.show()
        self.field.editor.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.editor.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the name answers."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.answer.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _weigh(self) -> None:
        name = squeezed(self.field.text())
        there = fold(name) in self._taken
        self.field.set_hint(self._hint if there else "")
        self.answer.setEnabled(bool(name) and not there)
        width, layout = theme().scaled(WIDTH), self.layout()
        if layout is not None:
            layout.activate()
            wraps = layout.hasHeightForWidth()
            self.setFixedSize(
                width, layout.totalHeightForWidth(width) if wraps else layout.totalSizeHint().height()
            )

    def _inside(self, corner: QPoint) -> QPoint:
        """The corner, or the next one at which all of it is on the screen, its hint as well."""
        screen = self.screen().availableGeometry()
        right, bottom = screen.right() - self.width(), screen.bottom() - self.height() - theme().line() * 2
        return QPoint(max(screen.left(), min(corner.x(), right)), max(screen.top(), min(corner.y(), bottom)))

    def _answer(self) -> None:
        name = squeezed(self.field.text())
        if name:
            self.close()
            self.answered.emit(name)

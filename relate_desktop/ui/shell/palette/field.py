"""The line of Find or do: what is typed, whom it is about, and the key that closes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.fields import line_edit
from relate_desktop.ui.kit.key_cap import KeyCap
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.translation import _, pgettext

HEIGHT = 58
_TEXT_PX = 17
_STEPS = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_PageUp: "first",
    Qt.Key.Key_PageDown: "last",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Tab: "tab",
    Qt.Key.Key_Escape: "escape",
}


class PaletteField(Frame):
    """The field keeps the focus throughout: ``pressed`` tells the keys that are for the results."""

    typed = Signal(str)
    pressed = Signal(str)
    """up, down, first, last, enter, tab, escape, or back: erasing while there is nothing to erase."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.text = line_edit()
        self.text.setProperty("kind", "bare")
        named(self.text, "palette.text", _("Find or do"), _("Name, note or command"))
        self.text.setPlaceholderText(_("Name, note or command"))
        self.chip = SafeLabel("", "chip")
        self.chip.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(19, 0, 19, 0)
        row.setSpacing(12)
        row.addWidget(IconLabel("magnifying-glass", size=20))
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        row.addWidget(KeyCap(pgettext("key", "Esc")), 0, Qt.AlignmentFlag.AlignVCenter)
        self.text.textChanged.connect(self.typed)
        theme().changed.connect(self._fit)
        self._fit()

    def show_about(self, called: str) -> None:
        """Show whom everything typed from now on is about; "" for nobody."""
        self.chip.setText(called)
        self.chip.setVisible(bool(called))

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key pressed in the field was for the results."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        name = _STEPS.get(Qt.Key(event.key()), "") if plain else ""
        if event.key() == Qt.Key.Key_Backspace and not self.text.text():
            name = "back"
        if name:
            self.pressed.emit(name)
        return bool(name)

    def _fit(self) -> None:
        font = theme().font("body")
        font.setPixelSize(theme().scaled(_TEXT_PX))
        self.text.setFont(font)
        self.setFixedHeight(max(HEIGHT, theme().line() + 34))

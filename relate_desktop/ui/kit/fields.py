"""Labelled fields of forms. A label is always visible and is the field's buddy.

``TextField``, ``LongTextField`` and ``ChoiceField`` are a label, an editor (``.editor``), a hint
and room for an error under it. ``SearchField`` is a bare line with a magnifying glass.
"""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QAction, QInputMethodQueryEvent, QKeyEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from relate_desktop.ui.kit.accessibility import announce, give_role, named
from relate_desktop.ui.kit.icons import dress
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.ui.kit.theme import theme

Editor = TypeVar("Editor", bound=QWidget)

_LONGEST_LINE = 1 << 30
_TEXT_QUERIES = (
    Qt.InputMethodQuery.ImSurroundingText,
    Qt.InputMethodQuery.ImCurrentSelection,
    Qt.InputMethodQuery.ImTextBeforeCursor,
    Qt.InputMethodQuery.ImTextAfterCursor,
)
_LONGEST_WORD = 4096
"""Letters without a space that a field of several lines still tries to keep together."""


class ComboBox(QComboBox):
    """A combo box that the mouse wheel does not change while the page scrolls over it.

    Its accessible name on Linux is its value; give it a label as buddy (ux 14.1).
    """

    def __init__(self, identifier: str, *, quiet: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, identifier, "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if quiet:
            self.setProperty("kind", "quiet")

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave scrolling to the page."""
        event.ignore()


class _Field(QWidget, Generic[Editor]):
    """A label over an editor over a line for a hint or an error."""

    def __init__(self, label: str, editor: Editor, hint: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        self.label = SafeLabel(label, "smallMedium", "text2")
        self.label.setBuddy(editor)
        self._mark = IconLabel("warning-circle", "fill", "danger", 16)
        self._note = SafeLabel(hint, "caption", "text3", wrap=True)
        note = QHBoxLayout()
        note.setSpacing(6)
        note.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._note, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.label)
        box.addWidget(editor)
        box.addLayout(note)
        box.addStretch(1)
        self.set_error("")

    def set_label(self, label: str) -> None:
        """Change what the field is called, for eyes and assistive tools alike."""
        self.label.setText(label)
        self.editor.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Change the line under the field; an error that stood there is over."""
        self._hint = hint
        self.set_error("")

    def set_error(self, sentence: str) -> None:
        """Show an error under the field, or with "" the hint again; the value stays."""
        wrong = bool(sentence)
        self._mark.setVisible(wrong)
        self._note.setText(sentence or self._hint)
        self._note.set_tone("danger" if wrong else "text3")
        self._note.setVisible(wrong or bool(self._hint))
        self.editor.setProperty("wrong", wrong)
        self.editor.setAccessibleDescription(sentence or self._hint)
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        if wrong:
            announce(self.editor, sentence, assertive=True)


def line_edit(text: str = "") -> QLineEdit:
    """A line to type in that cuts nothing; Qt's own cuts at 32,767 letters what a card may well have."""
    editor = QLineEdit()
    editor.setMaxLength(_LONGEST_LINE)
    editor.setText(text)
    return editor


class TextField(_Field[QLineEdit]):
    """One line of text."""

    def __init__(self, label: str, identifier: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        editor = line_edit()
        named(editor, identifier, label)
        super().__init__(label, editor, hint, parent)

    def text(self) -> str:
        """What is typed."""
        return self.editor.text()

    def set_text(self, text: str) -> None:
        """Replace what is typed and show its beginning."""
        self.editor.setText(text)
        self.editor.setCursorPosition(0)


class SecretLine(QLineEdit):
    """Keeps what is typed from input methods too: Qt would answer them with all of it."""

    def event(self, event: QEvent) -> bool:
        """Answer what an input method asks, without a word of the text."""
        known = super().event(event)
        if isinstance(event, QInputMethodQueryEvent):
            for query in _TEXT_QUERIES:
                event.setValue(query, "")
        return known


class SecretField(_Field[QLineEdit]):
    """A password or a key: shown as dots, told to no assistive tool, learnt by no keyboard."""

    def __init__(self, label: str, identifier: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        editor = SecretLine()
        give_role(editor, "secret")  # first of all: from the first word of it on Qt keeps what it made
        editor.setEchoMode(QLineEdit.EchoMode.Password)
        editor.setMaxLength(_LONGEST_LINE)
        hints = Qt.InputMethodHint
        editor.setInputMethodHints(
            hints.ImhHiddenText
            | hints.ImhSensitiveData
            | hints.ImhNoPredictiveText
            | hints.ImhNoAutoUppercase
        )
        named(editor, identifier, label)
        super().__init__(label, editor, hint, parent)

    def text(self) -> str:
        """What is typed."""
        return self.editor.text()


class PlainText(QPlainTextEdit):
    """Several lines of plain text; Tab goes on to the next field, as in every form."""

    def __init__(self, identifier: str, name: str, *, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, identifier, name)
        self.setTabChangesFocus(True)
        self._lines = lines

    def setPlainText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Replace the text."""
        self._break_anywhere_in_long_words(text)
        super().setPlainText(text)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Take what is pasted or dropped, as plain text."""
        self._break_anywhere_in_long_words(source.text())
        super().insertFromMimeData(source)

    def _break_anywhere_in_long_words(self, text: str) -> None:
        """Looking for a place to break takes Qt the square of a word's length: 38 s for a million letters."""
        if len(text) > _LONGEST_WORD and max(map(len, text.split()), default=0) > _LONGEST_WORD:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the lines asked for."""
        return QSize(240, self._lines * theme().line() + 16)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never under two lines."""
        return QSize(80, min(self._lines, 2) * theme().line() + 16)


class LongTextField(_Field[PlainText]):
    """Several lines of text."""

    def __init__(
        self, label: str, identifier: str, *, hint: str = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        editor = PlainText(identifier, label, lines=lines)
        super().__init__(label, editor, hint, parent)
        self._given = ""

    def text(self) -> str:
        """What is typed; what nobody touched is as it was given, to the last character."""
        document = self.editor.document()
        if not document.isModified():
            return self._given
        # Qt's plain text would turn hard spaces into soft ones.
        return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def set_text(self, text: str) -> None:
        """Replace what is typed."""
        self._given = text
        self.editor.setPlainText(text)


class ChoiceField(_Field[ComboBox]):
    """One of several values, or typed freely when ``free``."""

    def __init__(
        self,
        label: str,
        identifier: str,
        choices: Sequence[tuple[str, str]],
        *,
        free: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        editor = ComboBox(identifier)
        for key, words in choices:
            editor.addItem(words, key)
        editor.setEditable(free)
        typed = editor.lineEdit()
        if typed is not None:
            typed.setAccessibleName(label)
        super().__init__(label, editor, hint, parent)
        editor.setAccessibleName(label)

    def value(self) -> str:
        """The key of the choice, or the typed text when it is none of them."""
        index = self.editor.findText(self.editor.currentText())
        return str(self.editor.itemData(index)) if index >= 0 else self.editor.currentText()

    def set_value(self, key: str) -> None:
        """Choose by key; a key that is no choice is shown as typed text where that is allowed."""
        index = self.editor.findData(key)
        if index >= 0:
            self.editor.setCurrentIndex(index)
        elif self.editor.isEditable():
            self.editor.setEditText(key)


class SearchField(QLineEdit):
    """A line to search with. Esc empties it; ↓ is the list's to take (install an event filter)."""

    def __init__(self, identifier: str, name: str, description: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "search")
        named(self, identifier, name, description)
        self.setPlaceholderText(description)
        self.setClearButtonEnabled(True)
        glass = QAction(self)
        dress(glass, "magnifying-glass")
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        for action in self.findChildren(QAction):
            if action.objectName() == "_q_qlineeditclearaction":
                dress(action, "x", colour="text2", size=16)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc empties the field first and only then means what it means outside."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

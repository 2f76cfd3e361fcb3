"""Rows of the settings: a label, a sentence under it and a control at the end."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from relate_desktop.ui.kit.cards import Frame, line
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.theme import theme


class SettingRow(Frame):
    """One setting. Its words are searched; the control carries the accessible name."""

    def __init__(self, label: str, sentence: str, control: QWidget | None) -> None:
        super().__init__()
        self.words = f"{label} {sentence}".casefold()
        text = QVBoxLayout()
        text.setSpacing(2)
        heading = SafeLabel(label, "bodyMedium", wrap=True)
        text.addWidget(heading)
        if sentence:
            text.addWidget(SafeLabel(sentence, "small", "text2", wrap=True))
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(18, 13, 18, 13)
        row.setSpacing(20)
        row.addLayout(text, 1)
        if control is not None:
            heading.setBuddy(control)
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The control goes under the words where both have no room side by side."""
        super().resizeEvent(event)
        tight = self.width() < theme().scaled(440)
        direction = QBoxLayout.Direction.TopToBottom if tight else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)
            self._row.setSpacing(10 if tight else 20)


class SettingSection(Frame):
    """One page of the settings: a heading and a card of rows; rows are hidden by a search."""

    def __init__(
        self, key: str, title: str, rows: Sequence[SettingRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.key = key
        self._words = title.casefold()
        self._rows = rows
        self._lines: list[QFrame] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 8)
        box.setSpacing(12)
        box.addWidget(Heading(title, f"settings.{key}.title", "heading"))
        card = Frame("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(0, 1, 0, 1)
        inner.setSpacing(0)
        for number, row in enumerate(rows):
            if number:
                self._lines.append(line())
                inner.addWidget(self._lines[-1])
            inner.addWidget(row)
        box.addWidget(card)

    def narrow_to(self, words: Sequence[str]) -> bool:
        """Show the rows that have all the words; whether any is left."""
        found = [all(word in f"{self._words} {row.words}" for word in words) for row in self._rows]
        seen = False
        for number, row in enumerate(self._rows):
            row.setVisible(found[number])
            if number:
                self._lines[number - 1].setVisible(found[number] and seen)
            seen = seen or found[number]
        return any(found)

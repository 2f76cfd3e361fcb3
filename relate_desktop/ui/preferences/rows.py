"""Rows of the settings: a label, a sentence under it and a control at the end."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.ui.kit.cards import Frame, clear_layout, line
from relate_desktop.ui.kit.labels import Heading, IconLabel, SafeLabel
from relate_desktop.ui.kit.tab_order import order_tabs
from relate_desktop.ui.kit.theme import theme


class SettingRow(Frame):
    """One setting. Its words are searched; the control carries the accessible name."""

    def __init__(
        self,
        label: str,
        sentence: str,
        control: QWidget | None,
        *,
        icon: str = "",
        tile: str = "tile",
        tone: str = "text2",
    ) -> None:
        super().__init__()
        self._label = label
        self.words = f"{label} {sentence}".casefold()
        text = QVBoxLayout()
        text.setSpacing(2)
        heading = self._heading = SafeLabel(label, "bodyMedium", wrap=True)
        text.addWidget(heading)
        self._sentence = SafeLabel(sentence, "small", tone, wrap=True)
        text.addWidget(self._sentence)
        if not sentence:
            self._sentence.hide()  # shown with its row: before it has a parent it would be a window
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(18, 13, 18, 13)
        row.setSpacing(20)
        if icon:
            beside = QHBoxLayout()
            beside.setSpacing(14)
            beside.addWidget(_tile(icon, tile), 0, Qt.AlignmentFlag.AlignVCenter)
            beside.addLayout(text, 1)
            row.addLayout(beside, 1)
        else:
            row.addLayout(text, 1)
        if control is not None:
            heading.setBuddy(control)
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)

    @property
    def sentence(self) -> str:
        """What stands under the label."""
        return self._sentence.text()

    @property
    def sentence_label(self) -> SafeLabel:
        """What stands under the label, for a name of its own."""
        return self._sentence

    def rename(self, label: str) -> None:
        """Change the label itself."""
        self._label = label
        self._heading.setText(label)
        self.words = f"{label} {self.sentence}".casefold()

    def take_words(self) -> None:
        """Show no words of its own; they are searched all the same."""
        self._heading.hide()
        self._sentence.hide()
        item = self._row.takeAt(0)
        self._unused = item

    def say(self, sentence: str) -> None:
        """Change the sentence under the label."""
        self.words = f"{self._label} {sentence}".casefold()
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The control goes under the words where both have no room side by side."""
        super().resizeEvent(event)
        tight = self.width() < theme().scaled(440)
        direction = QBoxLayout.Direction.TopToBottom if tight else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)
            self._row.setSpacing(10 if tight else 20)


class SettingCard(Frame):
    """Rows on a card, with a heading above it where there are several."""

    def __init__(
        self,
        heading: str,
        rows: Sequence[SettingRow],
        parent: QWidget | None = None,
        *,
        action: QWidget | None = None,
        ground: str = "card",
    ) -> None:
        super().__init__(parent=parent)
        self._heading = heading
        self._rows: list[SettingRow] = []
        self._lines: list[QFrame] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        if heading:
            head = QHBoxLayout()
            head.addWidget(SafeLabel(heading, "bodyMedium"), 1)
            if action is not None:
                head.addWidget(action)
            box.addLayout(head)
        card = Frame(ground)
        self._inner = QVBoxLayout(card)
        self._inner.setContentsMargins(0, 1, 0, 1)
        self._inner.setSpacing(0)
        box.addWidget(card)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[SettingRow]) -> None:
        """Replace the rows."""
        clear_layout(self._inner)
        self._rows, self._lines = list(rows), []
        for number, row in enumerate(rows):
            if number:
                self._lines.append(line())
                self._inner.addWidget(self._lines[-1])
            self._inner.addWidget(row)

    def narrow_to(self, title: str, words: Sequence[str]) -> bool:
        """Show the rows that have all the words; whether any is left."""
        about = f"{title} {self._heading.casefold()}"
        found = [all(word in f"{about} {row.words}" for word in words) for row in self._rows]
        seen = False
        for number, row in enumerate(self._rows):
            row.setVisible(found[number])
            if number:
                self._lines[number - 1].setVisible(found[number] and seen)
            seen = seen or found[number]
        self.setVisible(any(found))
        return any(found)


class SettingSection(Frame):
    """One page of the settings: a heading and cards of rows; rows are hidden by a search."""

    def __init__(
        self,
        key: str,
        title: str,
        rows: Sequence[SettingRow | SettingCard],
        parent: QWidget | None = None,
        *,
        under: SafeLabel | None = None,
        control: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.key = key
        self.quiet: set[SettingCard] = set()
        """Cards that are not shown now, whatever is searched."""
        self._words = title.casefold()
        self.cards = [row for row in rows if isinstance(row, SettingCard)]
        bare = [row for row in rows if isinstance(row, SettingRow)]
        if bare:
            self.cards.insert(0, SettingCard("", bare))
        self.first: SettingCard | None = None
        """The card that leads, wherever it stands otherwise."""
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 8)
        box.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(Heading(title, f"settings.{key}.title", "heading"), 1)
        if control is not None:
            head.addWidget(control)
        box.addLayout(head)
        if under is not None:
            box.addWidget(under)
        for card in self.cards:
            box.addWidget(card)

    def put_first(self, first: SettingCard | None) -> None:
        """Have a card stand before the others, for the eye and for Tab; None: each at its place again."""
        if first is self.first:
            return
        self.first = first
        for card in sorted(self.cards, key=lambda card: card is not first):
            self._box.removeWidget(card)
            self._box.addWidget(card)
        order_tabs([self])

    def narrow_to(self, words: Sequence[str]) -> bool:
        """Show the rows that have all the words; whether any is left."""
        for card in self.quiet:
            card.hide()
        found = [card.narrow_to(self._words, words) for card in self.cards if card not in self.quiet]
        return any(found) or all(word in self._words for word in words)


def side_by_side(*controls: QWidget) -> Frame:
    """Several controls as the one of a row."""
    frame = Frame()
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for control in controls:
        row.addWidget(control)
    return frame


def _tile(icon: str, ground: str) -> Frame:
    """An icon on a small ground before the words."""
    frame = Frame(ground)
    side = theme().scaled(36)
    frame.setFixedSize(side, side)
    box = QHBoxLayout(frame)
    box.setContentsMargins(0, 0, 0, 0)
    colour = "accentText" if ground == "tileAccent" else "text2"
    box.addWidget(IconLabel(icon, colour=colour, size=18), 0, Qt.AlignmentFlag.AlignCenter)
    return frame

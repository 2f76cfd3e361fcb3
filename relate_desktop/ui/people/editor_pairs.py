"""Cards with rows of a label and a value: further moments, people around somebody, own fields."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from relate_desktop.domain.property import Property
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Card
from relate_desktop.ui.kit.fields import ComboBox, line_edit
from relate_desktop.ui.kit.tab_order import order_tabs
from relate_desktop.words.translation import _

LABEL_WIDTH = 190


@dataclass(frozen=True, slots=True)
class Pair:
    """One row. ``label`` is a key of the card's choices or the user's own words."""

    label: str
    value: str
    property: Property | None = None
    """The line it stands for; None for a new one. Lines that exist keep their label."""
    shown: str = ""
    """The label in words, where it is neither a choice nor the user's own."""

    def label_words(self, choices: Mapping[str, str]) -> str:
        """The label as it is shown."""
        return self.shown or choices.get(self.label, self.label)


@dataclass(frozen=True, slots=True)
class PairWords:
    """What a card of pairs is called and takes."""

    heading: str
    identifier: str
    add: str
    label: str
    """What the label of row {number} is called."""
    value: str
    """What the value of row {number} is called."""
    remove: str
    choices: Mapping[str, str]
    """Labels to choose from, by key; others can be typed."""
    hint: str = ""
    accepts: Callable[[str], bool] | None = None
    """Whether a typed value can be understood; everything can when None."""


class PairsCard(Card):
    """Rows that come and go; nothing is written before the form is saved."""

    changed = Signal()

    def __init__(self, words: PairWords, parent: QWidget | None = None) -> None:
        super().__init__(words.heading, parent)
        self._words = words
        self.add = Button(_("Add"), f"{words.identifier}.add", kind="link", icon="plus", name=words.add)
        self.add.clicked.connect(lambda: self._insert(Pair("", "")).focus())
        self.head.addWidget(self.add)
        self._rows: list[PairEditor] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        self.body.addLayout(self._box)
        self._number = 0

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Fill the card."""
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows.clear()
        self._number = 0
        for pair in pairs:
            self._insert(pair)

    def pairs(self) -> tuple[Pair, ...]:
        """What is typed; rows without a value are left out."""
        return tuple(pair for row in self._rows if (pair := row.pair()).value.strip())

    def trouble(self) -> QLineEdit | None:
        """The first value that cannot be understood, if any."""
        return next((row.value for row in self._rows if row.wrong), None)

    def _insert(self, pair: Pair) -> "PairEditor":
        self._number += 1
        row = PairEditor(self._words, pair, self._number)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._box.addWidget(row)
        order_tabs((self,))
        return row

    def _remove(self, row: "PairEditor") -> None:
        self._rows.remove(row)
        row.setParent(None)
        row.deleteLater()
        self.changed.emit()
        self.add.setFocus()


class PairEditor(QWidget):
    """One row: label, value, remove."""

    changed = Signal()
    removed = Signal()

    def __init__(self, words: PairWords, pair: Pair, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._pair, self._typed = words, pair, False
        prefix = f"{words.identifier}.{number}"
        self._label = self._label_field(prefix, number)
        self.value = line_edit(pair.value)
        self.value.setCursorPosition(0)
        self.value.setPlaceholderText(words.hint)
        shown = pair.label_words(words.choices)
        named(self.value, f"{prefix}.value", shown or words.value.format(number=number), words.hint)
        self.value.textEdited.connect(self._edited)
        remove = IconButton("x", words.remove.format(number=number), f"{prefix}.remove", kind="quiet")
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._label)
        row.addWidget(self.value, 1)
        row.addWidget(remove)

    @property
    def wrong(self) -> bool:
        """Whether the value cannot be understood."""
        return bool(self.value.property("wrong"))

    def focus(self) -> None:
        """Put the cursor into the label."""
        self._label.setFocus()

    def pair(self) -> Pair:
        """What the row says now; a value of several lines that nobody touched stays as it is."""
        value = self.value.text() if self._typed else self._pair.value
        return replace(self._pair, label=self._label_now(), value=value)

    def _label_field(self, prefix: str, number: int) -> QLineEdit | ComboBox:
        name = self._words.label.format(number=number)
        pair = self._pair
        field: QLineEdit | ComboBox
        if pair.property is not None or not self._words.choices:
            field = line_edit(pair.label_words(self._words.choices))
            field.setReadOnly(pair.property is not None)
            field.textEdited.connect(lambda _text: self.changed.emit())
            named(field, f"{prefix}.label", name)
        else:
            field = ComboBox(f"{prefix}.label")
            for key, words in self._words.choices.items():
                field.addItem(words, key)
            field.setEditable(True)
            typed = field.lineEdit()
            if typed is not None:
                typed.setAccessibleName(name)
            field.setAccessibleName(name)
            field.currentTextChanged.connect(lambda _text: self.changed.emit())
        field.setMaximumWidth(LABEL_WIDTH)
        field.setMinimumWidth(110)
        return field

    def _label_now(self) -> str:
        if self._pair.property is not None:
            return self._pair.label
        if isinstance(self._label, QLineEdit):
            return self._label.text().strip()
        index = self._label.findText(self._label.currentText())
        return str(self._label.itemData(index)) if index >= 0 else self._label.currentText().strip()

    def _edited(self, text: str) -> None:
        self._typed = True
        accepts = self._words.accepts
        wrong = accepts is not None and bool(text.strip()) and not accepts(text)
        if wrong != self.wrong:
            self.value.setProperty("wrong", wrong)
            self.value.style().unpolish(self.value)
            self.value.style().polish(self.value)
        self.value.setAccessibleDescription(
            _("Relate does not understand this.") if wrong else self._words.hint
        )
        self.changed.emit()

"""The card with the ways to reach somebody (mock 03): kind, value, preferred, remove."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from relate_desktop.domain.channels import AddressParts, ChannelKind
from relate_desktop.domain.gender import Gender
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button, IconButton, rounded
from relate_desktop.ui.kit.cards import Card
from relate_desktop.ui.kit.fields import ComboBox, line_edit
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.tab_order import order_tabs
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.toggles import Star
from relate_desktop.ui.people.person_form import ReachRow
from relate_desktop.words.gender import add_way_label, reach_heading
from relate_desktop.words.properties import label_name
from relate_desktop.words.translation import _

LABELS = ("", "mobile", "work", "home", "main", "work-fax", "home-fax", "other")
SERVICES = ("xmpp", "matrix", "skype", "telegram", "whatsapp", "signal", "sip")


class ReachCard(Card):
    """One row for each way; *Add* asks which kind."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(reach_heading(Gender.OTHER), parent)
        self.add = Button(_("Add"), "edit.reach.add", kind="link", icon="plus")
        self.speak_of(Gender.OTHER)
        menu = rounded(QMenu(self.add))
        for kind, words in kind_words().items():
            menu.addAction(words, partial(self._added, kind))
        self.add.setMenu(menu)
        self.head.addWidget(self.add)
        self._rows: list[ReachEditor] = []

    def speak_of(self, gender: Gender) -> None:
        """Have the labels follow somebody's pronouns."""
        self.heading.setText(reach_heading(gender))
        self.add.setAccessibleName(add_way_label(gender))
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        self.body.addLayout(self._box)
        self._number = 0

    def show_rows(self, rows: tuple[ReachRow, ...]) -> None:
        """Fill the card; somebody with nothing gets an empty number and an empty e-mail."""
        for editor in self._rows:
            editor.setParent(None)
            editor.deleteLater()
        self._rows.clear()
        self._number = 0
        empty = (ReachRow(ChannelKind.PHONE, "mobile"), ReachRow(ChannelKind.EMAIL))
        for row in rows or empty:
            self._insert(row)

    def rows(self) -> tuple[ReachRow, ...]:
        """What is typed, in order; blank rows left out."""
        return tuple(row.row() for row in self._rows if row.says_something())

    def _added(self, kind: ChannelKind) -> None:
        self._insert(ReachRow(kind)).focus()
        self.changed.emit()

    def _insert(self, row: ReachRow) -> "ReachEditor":
        self._number += 1
        editor = ReachEditor(row, self._number)
        editor.changed.connect(self.changed)
        editor.removed.connect(lambda: self._remove(editor))
        editor.starred.connect(lambda: self._only_star(editor))
        self._rows.append(editor)
        self._box.addWidget(editor)
        order_tabs((self,))
        return editor

    def _remove(self, editor: "ReachEditor") -> None:
        position = self._rows.index(editor)
        self._rows.remove(editor)
        self._box.removeWidget(editor)
        editor.setParent(None)
        editor.deleteLater()
        self.changed.emit()
        if self._rows:
            self._rows[min(position, len(self._rows) - 1)].focus()
        else:
            self.add.setFocus()

    def _only_star(self, chosen: "ReachEditor") -> None:
        for other in self._rows:
            if other is not chosen and other.kind is chosen.kind:
                other.star.setChecked(False)
        self.changed.emit()


class ReachEditor(QWidget):
    """One row of the card."""

    changed = Signal()
    removed = Signal()
    starred = Signal()

    def __init__(self, row: ReachRow, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row, self.kind = row, row.kind
        self._prefix = f"edit.reach.{number}"
        words = kind_words()[row.kind]
        self._label = SafeLabel(_("Kind of way {number}").format(number=number))
        self._label.hide()
        self.label = self._label_box(row)
        self._label.setBuddy(self.label)
        self.value, fields = self._value_fields(row, words)
        self.star = Star(f"{self._prefix}.star", _("Preferred: {value}").format(value=self._shown() or words))
        self.star.setChecked(row.preferred)
        self.star.clicked.connect(self._starred)
        remove = IconButton(
            "x",
            _("Remove {value}").format(value=self._shown() or words),
            f"{self._prefix}.remove",
            kind="quiet",
        )
        remove.clicked.connect(self.removed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self._label)
        line.addWidget(self.label)
        line.addLayout(fields, 1)
        line.addWidget(self.star)
        line.addWidget(remove)

    def focus(self) -> None:
        """Put the cursor into the value."""
        self.value.setFocus()

    def says_something(self) -> bool:
        """Whether there is a value."""
        return any(field.text().strip() for field in self._fields.values())

    def row(self) -> ReachRow:
        """What the row says now."""
        value: str | AddressParts
        if self.kind is ChannelKind.ADDRESS:
            value = AddressParts(**{key: field.text().strip() for key, field in self._fields.items()})
        else:
            value = self.value.text().strip()
        label, service = self._row.label, self._row.service
        if self.kind is ChannelKind.HANDLE and self._row.property is None:
            service = _chosen(self.label)
        elif self.kind is not ChannelKind.HANDLE:
            label = _chosen(self.label)
        return replace(self._row, value=value, label=label, service=service, preferred=self.star.isChecked())

    def _label_box(self, row: ReachRow) -> ComboBox:
        box = ComboBox(f"{self._prefix}.kind")
        box.setMinimumWidth(theme().scaled(132))
        box.setMaximumWidth(theme().scaled(160))
        if row.kind is ChannelKind.HANDLE:
            for key in dict.fromkeys((row.service or SERVICES[0], *SERVICES)):
                box.addItem(key.capitalize() if key else kind_words()[row.kind], key)
            box.setEnabled(row.property is None)
        else:
            words = kind_words()[row.kind]
            for key in dict.fromkeys((*LABELS, row.label)):
                shown = label_name(key)
                name = _("{kind}, {label}").format(kind=words, label=shown) if key else words
                box.addItem(name, key)
            box.setCurrentIndex(box.findData(row.label))
        box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        return box

    def _value_fields(self, row: ReachRow, words: str) -> tuple[QLineEdit, QVBoxLayout]:
        column = QVBoxLayout()
        column.setSpacing(6)
        self._fields: dict[str, QLineEdit] = {}
        if isinstance(row.value, AddressParts) or row.kind is ChannelKind.ADDRESS:
            parts = row.value if isinstance(row.value, AddressParts) else AddressParts()
            names = part_words()
            for keys in (("street",), ("extended", "box"), ("code", "locality"), ("region", "country")):
                line = QHBoxLayout()
                line.setSpacing(6)
                for key in keys:
                    field = self._field(key, names[key], getattr(parts, key))
                    field.setPlaceholderText(names[key])
                    line.addWidget(field, 1 if key == "code" else 2)
                column.addLayout(line)
            return self._fields["street"], column
        field = self._field("value", words, str(row.value))
        column.addWidget(field)
        return field, column

    def _field(self, key: str, name: str, text: str) -> QLineEdit:
        field = line_edit(text)
        field.setCursorPosition(0)
        named(field, f"{self._prefix}.{key}", name)
        field.textEdited.connect(lambda _text: self.changed.emit())
        self._fields[key] = field
        return field

    def _shown(self) -> str:
        return " ".join(field.text() for field in self._fields.values() if field.text())

    def _starred(self) -> None:
        self.starred.emit()


def kind_words() -> dict[ChannelKind, str]:
    """What the kinds of ways are called."""
    return {
        ChannelKind.PHONE: _("Phone"),
        ChannelKind.EMAIL: _("E-mail"),
        ChannelKind.ADDRESS: _("Address"),
        ChannelKind.URL: _("Web page"),
        ChannelKind.HANDLE: _("Chat"),
    }


def part_words() -> dict[str, str]:
    """What the parts of an address are called."""
    return {
        "street": _("Street and number"),
        "extended": _("Flat, floor, care of"),
        "box": _("Post box"),
        "code": _("Postal code"),
        "locality": _("Town"),
        "region": _("Region"),
        "country": _("Country"),
    }


def _chosen(box: ComboBox) -> str:
    return str(box.currentData() or "")

"""The cards below: moments, work, circles, worth remembering, own fields."""

from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Card
from relate_desktop.ui.kit.fields import LongTextField, TextField
from relate_desktop.ui.people.person_form import OwnField, PersonForm
from relate_desktop.ui.people.typed_date import typed_date
from relate_desktop.words.dates import parts_of_date
from relate_desktop.words.properties import property_name
from relate_desktop.words.translation import _


class AboutCard(Card):
    """Birthday, company, role, time zone, circles, worth remembering."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("About them"), parent)
        self.birthday = TextField(
            _("Birthday"), "edit.birthday", hint=_("Such as 26 November, or 26 Nov 1985.")
        )
        self.company = TextField(_("Company"), "edit.company")
        self.role = TextField(_("Role"), "edit.role")
        self.time_zone = TextField(_("Time zone"), "edit.timezone", hint=_("Such as Asia/Tokyo."))
        self.circles = TextField(_("Circles"), "edit.circles", hint=_("Several, with commas between."))
        self.remember = LongTextField(_("Worth remembering"), "edit.remember", lines=4)
        zones = QCompleter(sorted(available_timezones()), self)
        zones.setFilterMode(Qt.MatchFlag.MatchContains)
        zones.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.time_zone.editor.setCompleter(zones)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        places = ((self.company, 0, 0), (self.role, 0, 1), (self.birthday, 1, 0), (self.time_zone, 1, 1))
        for field, row, column in places:
            grid.addWidget(field, row, column)
        grid.addWidget(self.circles, 2, 0, 1, 2)
        grid.addWidget(self.remember, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self._typed: PartialDate | None = None
        self.birthday.editor.textEdited.connect(self._echo)
        for one in (self.company, self.role, self.time_zone, self.circles):
            one.editor.textEdited.connect(lambda _text: self.changed.emit())
        self.remember.editor.textChanged.connect(self.changed)

    def show_form(self, form: PersonForm) -> None:
        """Fill the fields."""
        born = form.birthday
        self._typed = born
        self.birthday.set_text(parts_of_date(born.year, born.month, born.day) if born else "")
        self.birthday.set_error("")
        self.company.set_text(form.company)
        self.role.set_text(form.role)
        self.time_zone.set_text(form.time_zone)
        self.circles.set_text(", ".join(form.circles))
        self.remember.set_text(form.remember)

    def born(self) -> PartialDate | None:
        """The birthday as understood; what cannot be understood leaves the old one."""
        return self._typed

    def circle_names(self) -> tuple[str, ...]:
        """The circles typed, each once."""
        names = (name.strip() for name in self.circles.text().split(","))
        return tuple(dict.fromkeys(name for name in names if name))

    def trouble(self) -> QLineEdit | None:
        """The first field that cannot be understood, if any."""
        return self.birthday.editor if self.birthday.editor.property("wrong") else None

    def _echo(self, text: str) -> None:
        found = typed_date(text) if text.strip() else None
        wrong = bool(text.strip()) and found is None
        self.birthday.set_error(_("Relate does not understand this date.") if wrong else "")
        if not wrong:
            self._typed = found
            shown = parts_of_date(found.year, found.month, found.day) if found else ""
            self.birthday.editor.setAccessibleDescription(shown)
        self.changed.emit()


class OwnFieldsCard(Card):
    """Lines of the card that have no field of their own, and new ones: a name and a value."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Own fields"), parent)
        self.add = Button(_("Add"), "edit.own.add", kind="link", icon="plus", name=_("Add an own field"))
        self.add.clicked.connect(lambda: self._insert(OwnField("", "")).focus())
        self.head.addWidget(self.add)
        self._rows: list[OwnFieldEditor] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        self.body.addLayout(self._box)
        self._number = 0

    def show_fields(self, fields: tuple[OwnField, ...]) -> None:
        """Fill the card."""
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows.clear()
        self._number = 0
        for one in fields:
            self._insert(one)

    def fields(self) -> tuple[OwnField, ...]:
        """What is typed."""
        return tuple(row.own_field() for row in self._rows)

    def _insert(self, one: OwnField) -> "OwnFieldEditor":
        self._number += 1
        row = OwnFieldEditor(one, self._number)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._box.addWidget(row)
        return row

    def _remove(self, row: "OwnFieldEditor") -> None:
        self._rows.remove(row)
        row.setParent(None)
        row.deleteLater()
        self.changed.emit()
        self.add.setFocus()


class OwnFieldEditor(QWidget):
    """Name and value of one line."""

    changed = Signal()
    removed = Signal()

    def __init__(self, one: OwnField, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one = one
        self._name = QLineEdit(property_name(one.name) if one.property else "")
        named(self._name, f"edit.own.{number}.name", _("Name of own field {number}").format(number=number))
        self._name.setPlaceholderText(_("Name"))
        self._name.setReadOnly(one.property is not None)
        self._name.setMaximumWidth(200)
        self._value = QLineEdit(one.value)
        self._value.setCursorPosition(0)
        named(
            self._value,
            f"edit.own.{number}.value",
            property_name(one.name) if one.name else _("Value of own field {number}").format(number=number),
        )
        remove = IconButton(
            "x",
            _("Remove own field {number}").format(number=number),
            f"edit.own.{number}.remove",
            kind="quiet",
        )
        remove.clicked.connect(self.removed)
        for field in (self._name, self._value):
            field.textEdited.connect(lambda _text: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._name, 1)
        row.addWidget(self._value, 3)
        row.addWidget(remove)

    def focus(self) -> None:
        """Put the cursor into the name."""
        self._name.setFocus()

    def own_field(self) -> OwnField:
        """What the row says now. A value of several lines that was not touched stays as it is."""
        name = self._one.name if self._one.property is not None else self._name.text().strip()
        value = self._value.text() if self._value.isModified() else self._one.value
        return OwnField(name, value, self._one.property)

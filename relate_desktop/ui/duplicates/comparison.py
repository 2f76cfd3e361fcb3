"""Two people side by side, and what would stand after joining them (mock 05)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from relate_desktop.domain.ids import PropertyId
from relate_desktop.domain.merge_plan import MergeField, MergePlan, MergeValue
from relate_desktop.domain.people import ContactSummary
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Frame, Panel
from relate_desktop.ui.kit.labels import ElidedLabel, SafeLabel
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.toggles import CheckBox, RadioButton
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.words.properties import property_name
from relate_desktop.words.translation import _, ngettext
from relate_desktop.words.values import value_words

FIELD_WIDTH = 129
QUIET = frozenset({"VERSION", "PRODID", "REV", "UID", "X-ABLABEL", "X-ABADR", "KIND", "X-ABUID"})
"""Lines about the card and not about the person: they are joined without a question."""
SIDES = ("a", "b")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: their row of the list, and a few words on what the book has of them."""

    summary: ContactSummary
    about: str
    talks: int = 0
    notes: int = 0
    """What else is on their timeline: notes, and days of theirs."""
    reminders: int = 0


class Comparison(Panel):
    """Shows a plan for two people and takes other decisions; ``standing`` are the lines chosen."""

    changed = Signal()
    """Another line was chosen."""

    def __init__(self, plan: MergePlan, sides: Sequence[Side]) -> None:
        names = [side.summary.called for side in sides]
        title = _("Compare {one} and {other}").format(one=names[0], other=names[1])
        super().__init__("duplicates.table", title, "card")
        self._sides = sides
        self._names = names
        self._results: dict[str, SafeLabel] = {}
        self._buttons: dict[PropertyId, list[QAbstractButton]] = {}
        self._fields = {field.name: field for field in plan.fields}
        self._chosen = set(plan.standing)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnMinimumWidth(0, theme().scaled(FIELD_WIDTH))
        for column in range(1, 4):
            self._grid.setColumnStretch(column, 1)
        self._folded: list[QWidget] = []
        self._add_heads()
        shown = [field for field in plan.fields if field.name not in QUIET and _said(field)]
        for field in shown:
            if not field.agreed:
                self._add_field(field)
        self._add_history()
        self._add_agreed([field for field in shown if field.agreed])

    @property
    def standing(self) -> frozenset[PropertyId]:
        """The lines that stand after joining."""
        return frozenset(self._chosen)

    @property
    def first(self) -> QWidget:
        """Where the keyboard belongs first."""
        buttons = (button for group in self._buttons.values() for button in group)
        return next(buttons, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """1 and 2 choose a side for the field in focus."""
        wanted = {Qt.Key.Key_1: "a", Qt.Key.Key_2: "b"}.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        if wanted is None or not isinstance(focused, QAbstractButton):
            super().keyPressEvent(event)
            return
        name = focused.objectName().removeprefix("duplicates.").rsplit(".", 1)[0].split(".")[0]
        for button in self.findChildren(QAbstractButton):
            if button.objectName() == f"duplicates.{name}.{wanted}":
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                button.click()

    # making

    def _add_heads(self) -> None:
        self._put(self._cell("head", SafeLabel("")), 0, 0)
        for column, side in enumerate(self._sides, 1):
            self._put(self._head(side.summary, side.summary.full_name, side.about), 0, column)
        joined = _("One page for {name}").format(name=self._names[0])
        self._put(self._head(self._sides[0].summary, _("After joining"), joined, "selected"), 0, 3)

    def _head(self, summary: ContactSummary, words: str, about: str, kind: str = "plain") -> QWidget:
        avatar = Avatar(38)
        avatar.show_person(summary.own_script or summary.full_name, summary.hue)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(ElidedLabel(words, "heading"))
        texts.addWidget(ElidedLabel(about, "small", "text2"))
        frame = Frame("joined" if kind == "selected" else "compared")
        row = QHBoxLayout(frame)
        row.setContentsMargins(14, 12, 12, 12)
        row.setSpacing(11)
        row.addWidget(avatar)
        row.addLayout(texts, 1)
        return frame

    def _add_field(self, field: MergeField) -> list[QWidget]:
        row = self._grid.rowCount()
        name = field.name.lower()
        made = [self._cell("name", SafeLabel(property_name(field.name), "small", "text2", wrap=True))]
        group = QButtonGroup(self)
        for place, side in enumerate(self._sides):
            values = [value for value in field.values if side.summary.id in value.holders]
            said = [value for value in values if _words(value)]
            buttons = [self._button(field, value, place, number) for number, value in enumerate(said)]
            if field.single:
                for button in buttons:
                    group.addButton(button)
            nothing = () if buttons else (SafeLabel(_("Nothing here"), "small", "text3"),)
            made.append(self._cell("side", *buttons, *nothing))
        group.setExclusive(field.single)
        result = SafeLabel("", "bodyMedium", wrap=True)
        named(result, f"duplicates.{name}.result", "")
        self._results[field.name] = result
        made.append(self._cell("selected", result))
        for column, cell in enumerate(made):
            self._put(cell, row, column)
        self._show_result(field)
        return made

    def _add_history(self) -> None:
        """What they have together: it comes along whatever is chosen."""
        sides = self._sides
        if not any(_kept_words(side.talks, side.notes, side.reminders) for side in sides):
            return
        row = self._grid.rowCount()
        self._put(self._cell("name", SafeLabel(_("History"), "small", "text2")), row, 0)
        for column, side in enumerate(sides, 1):
            words = _kept_words(side.talks, side.notes, side.reminders)
            style, tone = ("body", "text") if words else ("small", "text3")
            label = SafeLabel(words or _("Nothing here"), style, tone, wrap=True)
            self._put(self._cell("side", label), row, column)
        together = _kept_words(
            sum(side.talks for side in sides),
            sum(side.notes for side in sides),
            sum(side.reminders for side in sides),
        )
        result = SafeLabel(_("All of it: {what}").format(what=together), "bodyMedium", wrap=True)
        said = _("After joining, {field}: {value}").format(field=_("History"), value=together)
        named(result, "duplicates.history.result", said)
        self._put(self._cell("selected", result), row, 3)

    def _button(self, field: MergeField, value: MergeValue, side: int, number: int) -> QAbstractButton:
        words = _words(value)
        identifier = f"duplicates.{field.name.lower()}.{SIDES[side]}" + (f".{number + 1}" if number else "")
        name = _("{field}: {value}, from {name}").format(
            field=property_name(field.name), value=words, name=self._names[side]
        )
        button: QAbstractButton
        if field.single:
            button = RadioButton(words, identifier)
            button.setAccessibleName(name)
        else:
            button = CheckBox(words, identifier, name=name)
        button.setToolTip(tip(words))
        # the words may be cut, with all of them in the tooltip; the column of the result may not
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        button.setChecked(value.lines[0] in self._chosen)
        self._buttons.setdefault(value.lines[0], []).append(button)
        button.clicked.connect(lambda on: self._choose(field, value, taken=on))
        return button

    def _add_agreed(self, fields: Sequence[MergeField]) -> None:
        if not fields:
            return
        row = self._grid.rowCount()
        more = Button("", "duplicates.same", kind="link", small=True)
        cell = self._cell("name", more)
        self._put(cell, row, 0, 4)
        for field in fields:
            self._folded += self._add_field(field)
        for widget in self._folded:
            widget.hide()

        def fold() -> None:
            hidden = self._folded[0].isHidden()
            for widget in self._folded:
                widget.setVisible(hidden)
            more.set_words(self._same_words(len(fields), shown=hidden))

        more.set_words(self._same_words(len(fields), shown=False))
        more.clicked.connect(fold)

    @staticmethod
    def _same_words(count: int, *, shown: bool) -> str:
        if shown:
            return _("Hide what is the same")
        return ngettext("{count} more is the same", "{count} more are the same", count).format(count=count)

    # deciding

    def _choose(self, field: MergeField, value: MergeValue, *, taken: bool) -> None:
        if field.single:
            self._chosen -= {other.lines[0] for other in field.values}
            self._chosen.add(value.lines[0])
        elif taken:
            self._chosen.add(value.lines[0])
        else:
            self._chosen.discard(value.lines[0])
        for other in field.values:
            for button in self._buttons.get(other.lines[0], ()):
                button.setChecked(other.lines[0] in self._chosen)
        self._show_result(field)
        self.changed.emit()

    def _show_result(self, field: MergeField) -> None:
        values = [_words(value) for value in field.values if value.lines[0] in self._chosen]
        label, words = self._results[field.name], "\n".join(values)
        label.setText(words or _("Nothing"))
        said = _("After joining, {field}: {value}").format(
            field=property_name(field.name), value=", ".join(values) or _("nothing")
        )
        label.setAccessibleName(said)

    # laying out

    def _cell(self, kind: str, *widgets: QWidget) -> QWidget:
        frame = Frame("joined" if kind == "selected" else "compared")
        box = QVBoxLayout(frame)
        box.setContentsMargins(14, 9, 12, 9)
        box.setSpacing(4)
        box.addStretch(1)
        for widget in widgets:
            box.addWidget(widget)
        box.addStretch(1)
        frame.setMinimumHeight(theme().scaled(48))
        return frame

    def _put(self, cell: QWidget, row: int, column: int, span: int = 1) -> None:
        cell.setProperty("top", row == 0)
        cell.setProperty("side", column > 0)
        self._grid.addWidget(cell, row, column, 1, span)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the page is; as high as the rows are."""
        return QSize(600, self._grid.sizeHint().height())


def about_words(entries: int, source: str | None) -> str:
    """What the book has of somebody: ``34 entries, from phone.vcf``."""
    parts = []
    if entries:
        parts.append(ngettext("{count} entry", "{count} entries", entries).format(count=entries))
    if source:
        parts.append(_("from {file}").format(file=source))
    return ", ".join(parts) or _("Nothing written down yet")


def _kept_words(talks: int, notes: int, reminders: int) -> str:
    """What comes along: ``34 conversations, 2 reminders``."""
    parts = []
    if talks:
        parts.append(ngettext("{count} conversation", "{count} conversations", talks).format(count=talks))
    if notes:
        parts.append(ngettext("{count} note", "{count} notes", notes).format(count=notes))
    if reminders:
        said = ngettext("{count} reminder", "{count} reminders", reminders)
        parts.append(said.format(count=reminders))
    return ", ".join(parts)


def _said(field: MergeField) -> bool:
    return any(_words(value) for value in field.values)


def _words(value: MergeValue) -> str:
    return value_words(value.item)

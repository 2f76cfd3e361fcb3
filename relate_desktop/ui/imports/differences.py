"""What a record says otherwise and what it says besides, each to be decided by itself (mock 04, right)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from relate_desktop.domain.importing import Choice, FieldChoices, Finding, Side
from relate_desktop.domain.merging import Conflict
from relate_desktop.domain.property import Property
from relate_desktop.domain.vocabulary import ALWAYS_SINGLE
from relate_desktop.services.import_detail import ImportDetail
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.toggles import CheckBox, RadioButton
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.words.findings import side_hint, side_name
from relate_desktop.words.properties import property_name
from relate_desktop.words.translation import _
from relate_desktop.words.values import value_words

QUIET = frozenset({"VERSION", "PRODID", "REV", "UID", "X-ABLABEL", "X-ABADR", "BEGIN", "END"})
"""Lines that say nothing a person would decide about."""

MOST_LINES = 40
NARROW = (QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
"""Long words are cut short: the pane is as wide as it is."""

MERGING = frozenset({Choice.ADD_NEW_BITS, Choice.REPLACE, Choice.KEEP_MINE, Choice.TAKE_THEIRS})
"""Choices that bring a record into somebody who is there already."""

_TAKING = MERGING - {Choice.KEEP_MINE}


def merging_choice(finding: Finding) -> Choice:
    """What a row becomes once somebody decides about one of its lines."""
    return Choice.ADD_NEW_BITS if finding is Finding.UPDATE else Choice.KEEP_MINE


class Differences(QWidget):
    """The conflicts and the new lines of one record beside the person it is brought into."""

    changed = Signal(object)
    """The FieldChoices as they are now."""

    def __init__(self, detail: ImportDetail, choice: Choice, fields: FieldChoices) -> None:
        super().__init__()
        self._detail = detail
        self._choice = choice
        self._sides = dict(fields.sides)
        self._left_out = set(fields.left_out)
        self._notes = dict(fields.notes)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        found = detail.found
        for conflict in found.conflicts if found is not None else ():
            if conflict.name not in QUIET:
                self._add_conflict(conflict)
        self._add_new_lines()

    def _add_conflict(self, conflict: Conflict) -> None:
        detail = self._detail
        what = property_name(conflict.name)
        theirs = value_words(detail.properties[conflict.theirs])
        mine = value_words(detail.contact.properties[conflict.ours]) if detail.contact is not None else ""
        box = QVBoxLayout()
        box.setSpacing(8)
        box.addWidget(SafeLabel(_("{what} differs").format(what=what), "bodyMedium", wrap=True))
        group = QButtonGroup(self)
        chosen = self._side_of(conflict)
        for side in Side:
            value = mine if side is Side.MINE else theirs
            name = side_name(side, what, value)
            words = value if side is not Side.BOTH else _("Keep both")
            identifier = f"import.conflict.{conflict.name.lower()}.{side.value}"
            button = RadioButton(words, identifier)
            button.setAccessibleName(name)
            button.setToolTip(tip(words))
            button.setSizePolicy(*NARROW)
            hint = side_hint(side, kept=conflict.kept, single=conflict.name in ALWAYS_SINGLE)
            button.setAccessibleDescription(hint)
            button.setChecked(side is chosen)
            group.addButton(button)
            button.clicked.connect(lambda _on, side=side: self._choose(conflict, side, what, theirs))
            box.addWidget(_card(button, hint))
        self._box.addLayout(box)

    def _side_of(self, conflict: Conflict) -> Side | None:
        """What holds for a conflict now; None while the record goes into nobody."""
        if self._choice not in MERGING:
            return None
        free = self._choice in _TAKING and not conflict.kept
        return self._sides.get(conflict.theirs, Side.THEIRS if free else Side.MINE)

    def _add_new_lines(self) -> None:
        found, lines = self._detail.found, self._detail.properties
        if found is None:
            return
        shown = [place for place in found.new if lines[place].key not in QUIET and value_words(lines[place])]
        if not shown:
            return
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addWidget(SafeLabel(_("Also in the file"), "bodyMedium"))
        for number, place in enumerate(shown[:MOST_LINES], 1):
            box.addWidget(self._extra(number, place, lines[place]))
        if len(shown) > MOST_LINES:
            rest = _("{count} more come in as they are").format(count=len(shown) - MOST_LINES)
            box.addWidget(SafeLabel(rest, "small", "text2", wrap=True))
        self._box.addLayout(box)

    def _extra(self, number: int, place: int, item: Property) -> CheckBox:
        words = line_words(item)
        name = _("Also take {value}").format(value=value_words(item))
        button = CheckBox(words, f"import.extra.{number}", name=name)
        button.setToolTip(tip(words))
        button.setSizePolicy(*NARROW)
        button.setChecked(place not in self._left_out)
        button.clicked.connect(lambda on: self._take(place, taken=on))
        return button

    def _choose(self, conflict: Conflict, side: Side, what: str, theirs: str) -> None:
        self._sides[conflict.theirs] = side
        note = _("{what} in another file: {value}").format(what=what, value=theirs)
        if side is Side.BOTH:
            self._notes[conflict.theirs] = note
        else:
            self._notes.pop(conflict.theirs, None)
        self._tell()

    def _take(self, place: int, *, taken: bool) -> None:
        if taken:
            self._left_out.discard(place)
        else:
            self._left_out.add(place)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(FieldChoices(dict(self._sides), frozenset(self._left_out), dict(self._notes)))


def line_words(item: Property) -> str:
    """A line with its name, for people: ``E-mail: ada@engines.example``."""
    return _("{name}: {value}").format(name=property_name(item.name), value=value_words(item))


def _card(button: RadioButton, hint: str) -> Frame:
    frame = Frame("card")
    inner = QVBoxLayout(frame)
    inner.setContentsMargins(12, 8, 12, 10)
    inner.setSpacing(2)
    inner.addWidget(button)
    label = SafeLabel(hint, "caption", "text2", wrap=True)
    label.setContentsMargins(28, 0, 0, 0)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    inner.addWidget(label)
    return frame

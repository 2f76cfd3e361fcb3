"""Beside the form: how the name will appear, the picture, where it all came from (mock 03)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.provenance import Provenance
from relate_desktop.domain.text import visible
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Card, Panel, line
from relate_desktop.ui.kit.labels import ElidedLabel, SafeLabel
from relate_desktop.ui.people.lines import Line, LineList
from relate_desktop.words.dates import day_in_row
from relate_desktop.words.properties import property_name
from relate_desktop.words.translation import _

LONGEST = 120
NAMED = 4
"""Kinds of values named of one source; the rest is *and more*."""


class PreviewCard(Card):
    """Live: list row, message greeting, exported file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("How their name will appear"), parent, padding=18)
        named(self, "edit.preview", _("How their name will appear"))
        self.avatar = Avatar(38)
        self._called = ElidedLabel("", "bodyMedium")
        self._context = ElidedLabel("", "small", "text2")
        row = Panel("edit.preview.row", _("In the list"), "selected")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._called)
        words.addWidget(self._context)
        box = QHBoxLayout(row)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(12)
        box.addWidget(self.avatar)
        box.addLayout(words, 1)
        self.body.addWidget(row)
        self._greeting = self._part(_("In a message you start"))
        self.body.addWidget(line())
        self._export = self._part(_("In a file you export"))

    def show_names(self, called: str, aside: str, context: str, greeting: str, exported: str) -> None:
        """Say how the name looks in each place."""
        self._called.setText("  ".join(part for part in (called, aside) if part))
        self._context.setText(context)
        self._greeting.setText(greeting)
        self._export.setText(exported)

    def _part(self, heading: str) -> SafeLabel:
        shown = SafeLabel("", "body", wrap=True)
        box = QVBoxLayout()
        box.setSpacing(2)
        box.addWidget(SafeLabel(heading, "small", "text2"))
        box.addWidget(shown)
        self.body.addLayout(box)
        return shown


class PictureCard(Card):
    """The picture: choose one, or do without."""

    choose_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Picture"), parent, padding=18)
        self.avatar = Avatar(68)
        self.choose = Button(_("Choose a picture…"), "edit.picture.choose", small=True)
        self.remove = Button(_("Remove picture"), "edit.picture.remove", kind="quiet", small=True)
        self.choose.clicked.connect(self.choose_asked)
        self.remove.clicked.connect(self.remove_asked)
        buttons = QVBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.avatar)
        row.addLayout(buttons, 1)
        self.body.addLayout(row)
        self.trouble = SafeLabel("", "small", "danger", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)

    def show_picture(self, name: str, hue: int, picture: QImage | None) -> None:
        """Show the picture, or the initials that stand in for it."""
        self.avatar.show_person(name, hue, picture)
        self.remove.setVisible(picture is not None)

    def say(self, trouble: str) -> None:
        """Say why a picture cannot be used; "" for nothing."""
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))


class SourcesCard(Card):
    """Where each value came from; what was changed by hand stays so in later imports."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Where this came from"), parent, padding=18)
        self.list = LineList("edit.sources", _("Where this came from"))
        self.body.addWidget(self.list)

    def show_sources(self, provenance: Sequence[Provenance], today: date) -> None:
        """Group the values by where they came from."""
        self.list.show_lines(_lines(provenance, today))
        self.setVisible(bool(provenance))


def _lines(provenance: Sequence[Provenance], today: date) -> list[Line]:
    groups: dict[tuple[str, bool, str], list[str]] = {}
    for one in provenance:
        day = day_in_row(one.at.astimezone().date(), today)
        names = groups.setdefault((one.source or "", one.edited, day), [])
        name = property_name(one.name)
        if name not in names and one.name.upper() not in {"VERSION", "PRODID", "REV", "UID"}:
            names.append(name)
    lines = []
    for (source, edited, day), names in groups.items():
        if not names:
            continue
        several = ", ".join(names[:NAMED])
        what = visible(
            _("{names} and more").format(names=several) if len(names) > NAMED else several, LONGEST
        )
        if edited:
            text = _("{what} corrected by you, {day}. Imports will not change it back.")
        elif source:
            text = _("{what} from {source}, {day}")
        else:
            text = _("{what} typed by you, {day}")
        icon = "pencil-simple" if edited or not source else "address-book"
        lines.append(Line(icon, text.format(what=what, source=visible(source, LONGEST), day=day)))
    return lines

"""Who would be joined without a question, before it happens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.joining import Group
from relate_desktop.domain.people import ContactSummary
from relate_desktop.services.duplicates import CertainPeople
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Card, Foot, Frame, Page, clear_layout, line
from relate_desktop.ui.kit.labels import ElidedLabel, Heading, SafeLabel
from relate_desktop.ui.kit.toggles import CheckBox
from relate_desktop.words.findings import pairs_left
from relate_desktop.words.translation import _, ngettext

SHOWN = 60
"""Groups in view; more are counted."""


@dataclass(frozen=True, slots=True)
class CertainView:
    """The groups with the people in them."""

    found: CertainPeople
    people: Mapping[ContactId, ContactSummary]


class CertainPage(Frame):
    """A list with a tick for each, and one button."""

    joined = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._groups: Sequence[Group] = ()
        self._ticks: dict[Group, CheckBox] = {}
        self.heading = Heading("", "duplicates.certain.title")
        self.words = SafeLabel("", "body", "text2", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        card = Card(padding=14)
        card.body.addLayout(self._rows)
        self.more = SafeLabel("", "small", "text2")
        page = Page(max_width=820)
        page.body.setContentsMargins(32, 24, 32, 20)
        for widget in (self.heading, self.words, card, self.more):
            page.body.addWidget(widget)
        page.body.addStretch(1)
        self.back = Button(_("Look at each"), "duplicates.certain.back", kind="quiet")
        self.join = Button("", "duplicates.certain.join", kind="primary", icon="arrows-merge")
        self.back.clicked.connect(self.left)
        self.join.clicked.connect(self.joined)
        foot = Foot()
        row = QHBoxLayout(foot)
        row.setContentsMargins(32, 14, 32, 14)
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.join)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(page, 1)
        box.addWidget(line())
        box.addWidget(foot)

    def show_people(self, view: CertainView) -> None:
        """Show who that is; everybody is ticked."""
        self._groups = view.found.groups
        self._ticks = {}
        clear_layout(self._rows)
        for group in self._groups[:SHOWN]:
            known = [view.people[one] for one in group if one in view.people]
            if len(known) > 1:
                self._rows.addWidget(self._row(group, known))
        more = len(self._groups) - len(self._ticks)
        self.more.setText(ngettext("and {count} more", "and {count} more", more).format(count=f"{more:,}"))
        self.more.setVisible(more > 0)
        self.words.setText(
            _(
                "A number, an address or a birthday and the name agree, and nothing speaks against it. "
                "Everything of theirs is kept. One undo takes all of it back, and each of them can be "
                "separated again at any time."
            )
            + pairs_left(view.found.left)
        )
        self._count()

    def chosen(self) -> tuple[Group, ...]:
        """The groups that are ticked, and those beyond the ones in view."""
        return tuple(
            group for group in self._groups if group not in self._ticks or self._ticks[group].isChecked()
        )

    def _row(self, group: Group, people: Sequence[ContactSummary]) -> QWidget:
        names = [person.own_script or person.full_name for person in people]
        said = _("Join {names}").format(names=", ".join(names))
        tick = CheckBox("", f"duplicates.certain.{group[0]}", name=said)
        tick.setChecked(True)
        tick.toggled.connect(self._count)
        self._ticks[group] = tick
        frame = Frame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(10)
        row.addWidget(tick)
        for person, name in zip(people, names, strict=True):
            avatar = Avatar(26)
            avatar.show_person(name, person.hue, None, organisation=person.is_organization)
            row.addWidget(avatar)
            label = ElidedLabel(name, "bodyMedium")
            reach = ElidedLabel(person.email or person.phone, "small", "text2")
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(label)
            words.addWidget(reach)
            row.addLayout(words, 1)
        return frame

    def _count(self) -> None:
        count = len(self.chosen())
        groups = len(self._groups)
        title = ngettext(
            "{count} person is certainly here twice", "{count} people are certainly here twice", groups
        )
        self.heading.set_heading(title.format(count=f"{groups:,}"))
        words = ngettext("Join {count} person", "Join {count} people", count).format(count=f"{count:,}")
        self.join.set_words(words)
        self.join.setEnabled(count > 0)

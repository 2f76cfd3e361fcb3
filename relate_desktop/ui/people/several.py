"""What the page shows while several people are chosen: who, in which circles, what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relate_desktop.domain.people import CircleSummary, ContactSummary
from relate_desktop.domain.text import isolate, visible
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button, rounded
from relate_desktop.ui.kit.cards import Page
from relate_desktop.ui.kit.flow import Flow
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.words.circles import circle_called
from relate_desktop.words.numbers import listed
from relate_desktop.words.translation import _, ngettext

FACES = 8
"""People shown by their pictures and names; the others are counted."""
CIRCLES = 12
"""Circles named; who is in more has them in the menus."""
WIDEST = 620
LONGEST = 60


@dataclass(frozen=True, slots=True)
class SeveralView:
    """What is known of the chosen people together."""

    count: int
    faces: Sequence[ContactSummary] = ()
    circles: Sequence[tuple[CircleSummary, int]] = ()
    """Every circle there is, with how many of the chosen are in it."""


class SeveralPage(Page):
    """How many, and what can be done with all of them."""

    edit_asked = Signal()
    join_asked = Signal()
    export_asked = Signal()
    remove_asked = Signal()

    def __init__(self, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent, max_width=WIDEST)
        named(self, "people.several", _("Several people"))
        self._photos = photos
        self.view = SeveralView(0)
        self.title = Heading("", "people.several.title", "title")
        self.names = SafeLabel("", "body", "text2", wrap=True)
        self.circles = SafeLabel("", "small", "text2", wrap=True)
        named(self.circles, "people.several.circles", "")
        self.enter = Button(_("Add to a circle"), "people.several.enter", icon="users-three")
        self.leave = Button(_("Take out of a circle"), "people.several.leave", icon="minus")
        self.rhythm = Button(_("Set rhythm"), "people.several.rhythm", icon="clock")
        edit = Button(_("Change…"), "people.several.change", icon="pencil-simple")
        self.join = Button(_("Join…"), "people.several.join", icon="arrows-merge")
        export = Button(_("Export as vCard…"), "people.several.export", icon="export")
        remove = Button(_("Remove"), "people.several.remove", icon="trash")
        self.enter_menu, self.leave_menu, self.rhythm_menu = (
            _menu(button) for button in (self.enter, self.leave, self.rhythm)
        )
        edit.clicked.connect(self.edit_asked)
        self.join.clicked.connect(self.join_asked)
        export.clicked.connect(self.export_asked)
        remove.clicked.connect(self.remove_asked)
        self._lay_out((self.enter, self.leave, self.rhythm, edit, self.join, export, remove))
        photos.arrived.connect(self._show_faces)

    def show_several(self, view: SeveralView) -> None:
        """Say who is chosen; while only their number is known, what was said of others goes.

        Exactly two may be joined.
        """
        self.view = view
        self.join.setVisible(view.count == 2)
        self.title.set_heading(
            ngettext("{count} person", "{count} people", view.count).format(count=f"{view.count:,}")
        )
        self.names.setText(_who(view))
        shared = [(circle, count) for circle, count in view.circles if count]
        self.circles.setText(_in_circles(shared, view.count))
        self.circles.setVisible(bool(shared))
        self.leave.setEnabled(bool(shared))
        self._show_faces()

    def _show_faces(self) -> None:
        for place, avatar in enumerate(self._avatars):
            there = place < len(self.view.faces)
            avatar.setVisible(there)
            if there:
                person = self.view.faces[place]
                picture = self._photos.picture(person.photo) if person.photo is not None else None
                name = person.own_script or person.full_name
                avatar.show_person(name, person.hue, picture, organisation=person.is_organization)

    def _lay_out(self, buttons: Sequence[Button]) -> None:
        self._avatars = [Avatar(38) for _place in range(FACES)]
        faces = QHBoxLayout()
        faces.setSpacing(6)
        for avatar in self._avatars:
            faces.addWidget(avatar)
        faces.addStretch(1)
        acts = QFrame()
        row = Flow(acts, spacing=8)
        for button in buttons:
            row.addWidget(button)
        box = QVBoxLayout()
        box.setSpacing(8)
        box.addLayout(faces)
        box.addSpacing(6)
        box.addWidget(self.title)
        box.addWidget(self.names)
        box.addWidget(self.circles)
        box.addSpacing(10)
        box.addWidget(acts)
        self.body.addStretch(2)
        self.body.addLayout(box)
        self.body.addStretch(3)


def _menu(button: Button) -> QMenu:
    menu = rounded(QMenu(button))
    button.setMenu(menu)
    return menu


def _who(view: SeveralView) -> str:
    """The first few by name, the others counted."""
    named_ones = [isolate(visible(one.called, LONGEST) or _("No name")) for one in view.faces]
    more = view.count - len(named_ones)
    if not named_ones:
        return ""
    if more > 0:
        words = ngettext("{count} more", "{count} more", more)
        named_ones.append(words.format(count=f"{more:,}"))
    return listed(named_ones)


def _in_circles(shared: Sequence[tuple[CircleSummary, int]], everybody: int) -> str:
    """Which circles they are in, and how many of them where it is not all."""
    said = [
        circle_called(circle.name)
        if count == everybody
        else _("{circle} ({count})").format(circle=circle_called(circle.name), count=f"{count:,}")
        for circle, count in shared[:CIRCLES]
    ]
    more = len(shared) - len(said)
    if more > 0:
        said.append(ngettext("{count} more", "{count} more", more).format(count=f"{more:,}"))
    return _("In circles: {circles}").format(circles=", ".join(said))

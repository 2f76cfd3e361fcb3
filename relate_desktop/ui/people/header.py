"""The head of a person's page: picture, names, role, pills, and what one can do with them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button, IconButton, rounded
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.labels import ElidedLabel, Heading, SafeLabel, breakable, broken_to
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.people.chips import NameChips
from relate_desktop.ui.people.person_view import PersonView
from relate_desktop.words.translation import _

MARGINS = 30 + 18 + 28
"""Pixels of the width that are neither avatar nor words nor buttons."""


class PersonHeader(Frame):
    """Filled anew for each person, so that opening one costs little."""

    write_asked = Signal(str)
    call_asked = Signal(str)
    edit_asked = Signal()
    around_asked = Signal()
    graph_asked = Signal()
    history_asked = Signal()
    sources_asked = Signal()
    remind_asked = Signal()
    remove_asked = Signal()
    export_asked = Signal()
    join_asked = Signal()
    separate_asked = Signal()

    def __init__(self, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._photos = photos
        self._view: PersonView | None = None
        self._build()
        photos.arrived.connect(self._show_photo)

    def show_person(self, view: PersonView) -> None:
        """Fill it."""
        self._view = view
        self.title.set_heading(view.full_name)
        self.title.setAccessibleDescription(view.title_description)
        self.own_script.setText(view.own_script)
        self.own_script.setVisible(bool(view.own_script))
        self.role.setText(breakable(view.role))
        self.role.setVisible(bool(view.role))
        self.chips.show_chips(view.chips)
        self._show_photo()
        self.separate.setVisible(view.joined)
        self._name_actions(view)

    def arrange(self, width: int, *, wide: bool) -> None:
        """Put the buttons beside or under the names."""
        home = self._beside if wide else self._head
        if home.indexOf(self._actions) < 0:
            home.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignTop)
        # a wrapping label would take the narrowest shape; the name stands on one line where it can
        beside = self._actions.sizeHint().width() + self._beside.spacing() if wide else 0
        room = max(0, width - MARGINS - self.avatar.width() - beside)
        name = self._view.full_name if self._view is not None else ""
        metrics = self.title.fontMetrics()
        needed = metrics.horizontalAdvance(name) + 2
        self.title.setMinimumWidth(0 if needed <= room else room)
        self.title.setWordWrap(needed > room)
        shown = broken_to(name, metrics, room)
        self.title.setText(shown)
        # what is broken is not for copying: the places to break would go along unseen
        copies = Qt.TextInteractionFlag.TextSelectableByMouse
        self.title.setTextInteractionFlags(
            copies if shown == name else Qt.TextInteractionFlag.NoTextInteraction
        )

    def ask_write(self) -> None:
        """Ask for the preferred address to be opened."""
        if self._view is not None and self._view.write:
            self.write_asked.emit(self._view.write)

    def ask_call(self) -> None:
        """Ask for the preferred number to be called."""
        if self._view is not None and self._view.call:
            self.call_asked.emit(self._view.call)

    # building

    def _build(self) -> None:
        self.avatar = Avatar(68)
        self.title = Heading("", "person.title", "title")
        self.title.setWordWrap(True)
        self.own_script = ElidedLabel("", "heading", "text2")
        names = QHBoxLayout()
        names.setSpacing(10)
        names.addWidget(self.title, 0)
        names.addWidget(self.own_script, 1)
        names.addStretch(1)
        self.role = SafeLabel("", "body", "text2", wrap=True)
        self.chips = NameChips()
        called = QVBoxLayout()
        called.setSpacing(4)
        called.addLayout(names)
        called.addWidget(self.role)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(14)
        self._beside.addLayout(called, 1)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addLayout(self._beside)
        words.addWidget(self.chips)
        words.addStretch(1)
        who = QHBoxLayout()
        who.setSpacing(18)
        who.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        who.addLayout(words, 1)
        self._actions = self._buttons()
        self._head = QVBoxLayout(self)
        self._head.setContentsMargins(30, 24, 28, 14)
        self._head.setSpacing(14)
        self._head.addLayout(who)

    def _buttons(self) -> Frame:
        self.write = Button(_("Write"), "person.write", kind="primary", icon="chat-circle-text")
        self.write.clicked.connect(self.ask_write)
        self.call = Button(_("Call"), "person.call", icon="phone")
        self.call.clicked.connect(self.ask_call)
        self.edit = IconButton("pencil-simple", _("Edit"), "person.edit")
        self.edit.clicked.connect(self.edit_asked)
        self.more = IconButton("dots-three", _("More"), "person.more", weight="bold")
        self.menu = self._menu()
        self.more.setMenu(self.menu)
        frame = Frame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.write, self.call, self.edit, self.more):
            row.addWidget(button)
        row.addStretch(1)
        return frame

    def _menu(self) -> QMenu:
        menu = rounded(QMenu(self.more))
        menu.addAction(_("Edit…"), self.edit_asked.emit)
        menu.addAction(_("Remind me…"), self.remind_asked.emit)
        self.circles_menu = rounded(QMenu(_("Circles"), menu))
        menu.addMenu(self.circles_menu)
        menu.addAction(_("People around them…"), self.around_asked.emit)
        menu.addAction(_("Who knows whom"), self.graph_asked.emit)
        menu.addAction(_("Join with…"), self.join_asked.emit)
        self.separate = menu.addAction(_("Separate again…"), self.separate_asked.emit)
        menu.addAction(_("Export as vCard…"), self.export_asked.emit)
        menu.addSeparator()
        menu.addAction(_("Where everything came from…"), self.sources_asked.emit)
        menu.addAction(_("What changed…"), self.history_asked.emit)
        menu.addSeparator()
        menu.addAction(_("Remove"), self.remove_asked.emit)
        return menu

    # showing

    def _show_photo(self) -> None:
        view = self._view
        if view is None:
            return
        picture = self._photos.picture(view.photo) if view.photo is not None else None
        name = view.own_script or view.full_name
        self.avatar.show_person(name, view.hue, picture, organisation=view.is_organization)

    def _name_actions(self, view: PersonView) -> None:
        names = (
            (self.write, _("Write to {name}"), bool(view.write)),
            (self.call, _("Call {name}"), bool(view.call)),
            (self.edit, _("Edit {name}"), True),
            (self.more, _("More for {name}"), True),
        )
        for button, words, there in names:
            button.setAccessibleName(words.format(name=view.called))
            button.setEnabled(there)
        self.edit.set_name(_("Edit {name}").format(name=view.called))
        self.more.set_name(_("More for {name}").format(name=view.called))

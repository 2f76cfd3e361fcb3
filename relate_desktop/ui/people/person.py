"""The page of one person: who they are, how to reach them, what happened (mock 02, right)."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button, IconButton, rounded
from relate_desktop.ui.kit.cards import Frame, Page, Panel, column_line, line
from relate_desktop.ui.kit.labels import ElidedLabel, Heading, SafeLabel
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.people.chips import NameChips
from relate_desktop.ui.people.lines import LineList
from relate_desktop.ui.people.person_view import PersonView, Section
from relate_desktop.ui.people.timeline import Timeline
from relate_desktop.words.translation import _

DETAILS_WIDTH = 236
HEADER_MARGINS = 30 + 18 + 28
"""Pixels of the header's width that are neither avatar nor words nor buttons."""
NARROW = 640
"""Under this width in pixels the details stand under the timeline."""


class PersonPage(Panel):
    """Shows one person. Built once and filled anew for each, so that opening costs little."""

    write_asked = Signal(str)
    call_asked = Signal(str)
    edit_asked = Signal()
    remove_asked = Signal()
    export_asked = Signal()
    copied = Signal(str)
    opened = Signal(str)

    def __init__(self, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__("person", "", "surface", parent=parent)
        self._photos = photos
        self._view: PersonView | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._header())
        box.addWidget(line())
        box.addWidget(self._body(), 1)
        photos.arrived.connect(self._show_photo)
        theme().changed.connect(self._arrange)

    @property
    def view(self) -> PersonView | None:
        """Who is shown."""
        return self._view

    def show_person(self, view: PersonView) -> None:
        """Fill the page; scrolled to its top when it is about somebody else than before."""
        changed = self._view is None or self._view.id != view.id
        self._view = view
        self.setAccessibleName(view.called)
        self.title.set_heading(view.full_name)
        self._arrange()
        self.title.setAccessibleDescription(view.title_description)
        self.own_script.setText(view.own_script)
        self.own_script.setVisible(bool(view.own_script))
        self.role.setText(view.role)
        self.role.setVisible(bool(view.role))
        self.chips.show_chips(view.chips)
        self._show_photo()
        self._name_actions(view)
        self.timeline.show_moments(view.moments)
        for key, (heading, lines) in self._sections.items():
            section = view.sections.get(key, Section("", ()))
            heading.setText(section.heading)
            heading.setVisible(bool(section.lines))
            lines.setAccessibleName(section.name)
            lines.show_lines(section.lines)
        if changed:
            self.page.verticalScrollBar().setValue(0)

    def ask_write(self) -> None:
        """Ask for the preferred address to be opened."""
        if self._view is not None and self._view.write:
            self.write_asked.emit(self._view.write)

    def ask_call(self) -> None:
        """Ask for the preferred number to be called."""
        if self._view is not None and self._view.call:
            self.call_asked.emit(self._view.call)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the details beside or under the timeline."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= theme().scaled(NARROW)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._give_title_room(wide=wide)
        self._columns.setDirection(direction)
        self._head.setDirection(direction)
        self._between.setVisible(wide)
        if wide:
            self._details.setFixedWidth(theme().scaled(DETAILS_WIDTH))
        else:
            self._details.setMinimumWidth(0)
            self._details.setMaximumWidth(16_777_215)

    def _give_title_room(self, *, wide: bool) -> None:
        """A wrapping label would take the narrowest shape; the name stands on one line where it can."""
        beside = self._actions.sizeHint().width() + self._head.spacing() if wide else 0
        room = self.width() - HEADER_MARGINS - self.avatar.width() - beside
        needed = self.title.fontMetrics().horizontalAdvance(self.title.text()) + 2
        self.title.setMinimumWidth(max(0, min(needed, room)))

    # building

    def _header(self) -> QWidget:
        frame = Frame("surface")
        self.avatar = Avatar(68)
        self.title = Heading("", "person.title", "title")
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.title.setWordWrap(True)
        self.own_script = ElidedLabel("", "heading", "text2")
        names = QHBoxLayout()
        names.setSpacing(10)
        names.addWidget(self.title, 0)
        names.addWidget(self.own_script, 1)
        names.addStretch(1)
        self.role = SafeLabel("", "body", "text2", wrap=True)
        self.chips = NameChips()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(names)
        words.addWidget(self.role)
        words.addWidget(self.chips)
        words.addStretch(1)
        self.write = Button(_("Write"), "person.write", kind="primary", icon="chat-circle-text")
        self.write.clicked.connect(self.ask_write)
        self.call = Button(_("Call"), "person.call", icon="phone")
        self.call.clicked.connect(self.ask_call)
        self.edit = IconButton("pencil-simple", _("Edit"), "person.edit")
        self.edit.clicked.connect(self.edit_asked)
        self.more = IconButton("dots-three", _("More"), "person.more", weight="bold")
        self.more.setMenu(self._menu())
        actions = self._actions = QHBoxLayout()
        actions.setSpacing(8)
        for button in (self.write, self.call, self.edit, self.more):
            actions.addWidget(button)
        actions.addStretch(1)
        who = QHBoxLayout()
        who.setSpacing(18)
        who.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        who.addLayout(words, 1)
        side = QVBoxLayout()
        side.addLayout(actions)
        side.addStretch(1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight, frame)
        self._head.setContentsMargins(30, 24, 28, 18)
        self._head.setSpacing(14)
        self._head.addLayout(who, 1)
        self._head.addLayout(side)
        return frame

    def _menu(self) -> QMenu:
        menu = rounded(QMenu(self.more))
        menu.addAction(_("Edit…"), self.edit_asked.emit)
        menu.addAction(_("Export as vCard…"), self.export_asked.emit)
        menu.addSeparator()
        menu.addAction(_("Remove"), self.remove_asked.emit)
        return menu

    def _body(self) -> QWidget:
        self.page = Page("surface")
        self.page.body.setContentsMargins(0, 0, 0, 0)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(0)
        happened = QVBoxLayout()
        happened.setContentsMargins(30, 20, 24, 20)
        self.timeline = Timeline()
        happened.addWidget(self.timeline)
        happened.addStretch(1)
        left = QFrame()
        left.setLayout(happened)
        self._between = column_line()
        self._details = self._details_column()
        self._columns.addWidget(left, 1)
        self._columns.addWidget(self._between)
        self._columns.addWidget(self._details)
        self.page.body.addLayout(self._columns, 1)
        return self.page

    def _details_column(self) -> QWidget:
        column = Frame("surface")
        box = QVBoxLayout(column)
        box.setContentsMargins(20, 20, 16, 20)
        box.setSpacing(6)
        self._sections: dict[str, tuple[SafeLabel, LineList]] = {}
        for key in ("reach", "remember", "moments", "relations", "circles", "others"):
            heading = SafeLabel("", "heading")
            lines = LineList(f"person.{key}", "")
            lines.copied.connect(self.copied)
            lines.opened.connect(self.opened)
            if self._sections:
                heading.setContentsMargins(0, 12, 0, 0)
            box.addWidget(heading)
            box.addWidget(lines)
            self._sections[key] = (heading, lines)
        box.addStretch(1)
        return column

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

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable page."""
        return QSize(740, 600)

"""The panel over a person's page where the people around them are noted: each act is one change."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QScrollArea, QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.relations import Relation, Surroundings
from relate_desktop.domain.relationship import RELATION_KINDS
from relate_desktop.domain.text import isolate, visible
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button, IconButton, rounded
from relate_desktop.ui.kit.cards import Frame, clear_layout
from relate_desktop.ui.kit.fields import ComboBox, TextField, line_edit
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.labels import ElidedLabel, Heading, SafeLabel
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.person_picker import PersonPicker, told_apart
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import menu_text
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.gender import around_heading
from relate_desktop.words.relations import (
    living_apart,
    relation_choices,
    relation_kind,
    relation_word,
    same_address,
)
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook
    from relate_desktop.ui.people.person_view import PersonView

_KIND_WIDTH = 190
_AROUND = 250
"""Of the window's height, what the panel needs for heading, foot and air."""
_LONGEST = 120


Read = tuple[Surroundings, Sequence[ContactSummary], Sequence[ContactSummary]]
"""Who is around, who shares an address, and who does but lives apart."""


class KindBox(ComboBox):
    """What somebody is: one of the known kinds or any words of one's own."""

    chosen = Signal(str)
    """A kind, once each time that another is chosen or typed to its end."""

    def __init__(self, identifier: str, name: str, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(identifier, parent=parent)
        self.setEditable(True)
        self.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
        self.setFixedWidth(_KIND_WIDTH)
        for key, words in relation_choices().items():
            self.addItem(words, key)
        edit = self.lineEdit()
        if edit is not None:
            named(edit, f"{identifier}.text", name)
            edit.editingFinished.connect(self._choose)
        self.setAccessibleName(name)
        self.setEditText(relation_word(kind))
        self._chosen = self.kind
        self.activated.connect(self._choose)

    def ask(self, words: str) -> None:
        """Say what is to be chosen, as long as nothing is."""
        edit = self.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(words)

    @property
    def kind(self) -> str:
        """The kind that is chosen or typed."""
        return relation_kind(self.currentText())

    def _choose(self) -> None:
        # the field says that it is finished once more when it loses the focus
        if self.kind != self._chosen:
            self._chosen = self.kind
            self.chosen.emit(self._chosen)


class RelationsPanel(Overlay):
    """Opened over the page of a person."""

    def __init__(self, host: QWidget, book: "OpenBook", work: Work, news: News, view: "PersonView") -> None:
        title = around_heading(view.gender)
        super().__init__(host, "person.around", title, width=620)
        self._book, self._work, self._contact, self._called = book, work, view.id, view.called
        self.heading = Heading(title, "person.around.title", "heading")
        self.body.addWidget(self.heading)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(6)
        self._content = QVBoxLayout()
        self._content.setSpacing(12)
        self._content.addLayout(self.rows)
        self._scroll = Inside(self._content)
        self.body.addWidget(self._scroll, 1)
        self._build_adding()
        self._build_home()
        self.met = TextField(_("How you met"), "person.around.met")
        self.met.editor.setPlaceholderText(_("Where, when, by whom"))
        self.met.editor.editingFinished.connect(self._keep_met)
        self._content.addWidget(self.met)
        done = Button(_("Done"), "person.around.done", kind="primary")
        done.clicked.connect(self.close_overlay)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(done)
        self.body.addLayout(foot)
        self.picker = PersonPicker("person.around.picker", self._find, work, self)
        self.picker.picked.connect(self._take)
        self._picked: Callable[[ContactSummary], object] = self._relate
        self._known: Surroundings | None = None
        self._neighbours: Sequence[ContactSummary] = ()
        self._around = Fresh(work, self, lambda: self._read, self._show, self._gone, kind=JobKind.DETAIL)
        news.changed.connect(self._news)
        self._around.ask()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another window has other room."""
        super().resizeEvent(event)
        self._scroll.fit()

    # building

    def _build_adding(self) -> None:
        self.kind = KindBox(
            "person.around.kind", _("What they are to {name}").format(name=isolate(self._called))
        )
        self.kind.setEditText("")
        self.kind.ask(_("What are they?"))
        self.inverse = line_edit()
        named(self.inverse, "person.around.inverse", _("And from the other side"))
        self.inverse.setPlaceholderText(_("And from the other side"))
        self.inverse.hide()
        self.kind.editTextChanged.connect(self._typed)
        self.pick = Button(_("Pick somebody…"), "person.around.pick", icon="user-plus")
        self.pick.clicked.connect(lambda: self._pick(self.pick, self._relate))
        self.name = line_edit()
        named(self.name, "person.around.name", _("Name of somebody who is not in the book"))
        self.name.setPlaceholderText(_("or a name, Enter"))
        self.name.returnPressed.connect(self._relate_name)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.kind)
        row.addWidget(self.pick)
        row.addWidget(self.name, 1)
        self._content.addWidget(SafeLabel(_("Add somebody"), "smallMedium", "text2"))
        self._content.addLayout(row)
        self._content.addWidget(self.inverse)

    def _build_home(self) -> None:
        self.home = TextField(_("Household"), "person.around.home")
        self.home.editor.setPlaceholderText(_("Such as “The Tanakas”"))
        self.home.editor.editingFinished.connect(self._rename_home)
        self.lives = SafeLabel("", "small", "text2", wrap=True)
        self.join = Button(_("Who lives there too…"), "person.around.join", small=True, icon="house-line")
        self.join.clicked.connect(lambda: self._pick(self.join, self._live_with))
        self.leave = Button(_("Lives there no longer"), "person.around.leave", kind="quiet", small=True)
        self.leave.clicked.connect(lambda: self._write(lambda: self._book.relations.move_out(self._contact)))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.lives, 1)
        row.addWidget(self.leave)
        row.addWidget(self.join)
        self._content.addWidget(self.home)
        self._content.addLayout(row)
        self.shared = SafeLabel("", "small", "text2", wrap=True)
        named(self.shared, "person.around.shared", "")
        self.together = Button(_("They live together"), "person.around.together", kind="quiet", small=True)
        self.together.clicked.connect(self._live_together)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.shared, 1)
        row.addWidget(self.together)
        self.apart = Button(_("They do not"), "person.around.apart", kind="quiet", small=True)
        self.apart.setAccessibleName(_("They do not live together"))
        self.apart.clicked.connect(self._live_apart)
        row.addWidget(self.apart)
        self._content.addLayout(row)
        self.lives_apart = SafeLabel("", "small", "text2", wrap=True)
        named(self.lives_apart, "person.around.lives_apart", "")
        self.again = Button(_("Ask again"), "person.around.again", kind="quiet", small=True)
        self.again.setAccessibleName(_("Ask again who lives there too"))
        self.again.clicked.connect(self._ask_again)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.lives_apart, 1)
        row.addWidget(self.again)
        self._content.addLayout(row)

    # reading

    def _news(self, changes: Changes) -> None:
        if self.isVisible() and (changes.everything or changes.contacts):
            self._around.ask()

    def _read(self) -> Read:
        relations, contact = self._book.relations, self._contact
        return relations.around(contact), relations.at_one_address(contact), relations.living_apart(contact)

    def _gone(self, _error: BaseException) -> None:
        self.close_overlay()

    def _show(self, read: Read) -> None:
        around, neighbours, lives_apart = read
        self._known, self._neighbours = around, neighbours
        clear_layout(self.rows)
        for number, one in enumerate(around.relations):
            self.rows.addWidget(self._row(number, one))
        if not around.relations:
            self.rows.addWidget(SafeLabel(_("Nobody yet."), "small", "text2"))
        self._scroll.fit()
        home = around.household
        _fill(self.home.editor, home.home.name if home is not None else "")
        self.lives.setText(", ".join(visible(row.called, _LONGEST) for row in around.members))
        self.leave.setVisible(home is not None)
        self.shared.setText(same_address([row.called for row in neighbours]))
        self.shared.setVisible(bool(neighbours))
        self.together.setVisible(bool(neighbours))
        self.apart.setVisible(bool(neighbours))
        self.lives_apart.setText(living_apart([row.called for row in lives_apart]))
        self.lives_apart.setVisible(bool(lives_apart))
        self.again.setVisible(bool(lives_apart))
        _fill(self.met.editor, around.how_met)

    def _row(self, number: int, one: Relation) -> QWidget:
        prefix = f"person.around.{number}"
        name = visible(one.name, _LONGEST)
        label = ElidedLabel(name, "bodyMedium")
        box = KindBox(f"{prefix}.kind", _("What {name} is").format(name=isolate(name)), one.kind)
        box.chosen.connect(lambda kind: self._reword(one, kind))
        frame = Frame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label, 1)
        if one.candidates or one.person is None:
            row.addWidget(self._question(prefix, one, name))
        row.addWidget(box)
        remove = IconButton(
            "x", _("Remove {name}").format(name=isolate(name)), f"{prefix}.remove", kind="quiet"
        )
        remove.clicked.connect(
            lambda: self._write(lambda: self._book.relations.unrelate(one.said_by, one.line))
        )
        row.addWidget(remove)
        return frame

    def _question(self, prefix: str, one: Relation, name: str) -> Button:
        """Who of the book is meant, where that is not known."""
        ask = Button(_("Who is it?"), f"{prefix}.who", kind="quiet", small=True)
        ask.setAccessibleName(_("Who is {name}?").format(name=isolate(name)))
        if not one.candidates:
            ask.clicked.connect(lambda: self._pick(ask, lambda person: self._point(one, person.id)))
            return ask
        menu = rounded(QMenu(ask))
        for person in self._book.contacts.summaries(list(one.candidates)):
            action = menu.addAction(menu_text(told_apart(person)))
            action.triggered.connect(partial(self._point, one, person.id))
        ask.setMenu(menu)
        return ask

    # writing

    def _typed(self, text: str) -> None:
        """A word of one's own has an inverse of one's own."""
        self.inverse.setVisible(bool(text.strip()) and relation_kind(text) not in RELATION_KINDS)

    def _pick(self, button: QWidget, picked: Callable[[ContactSummary], object]) -> None:
        self._picked = picked
        self.picker.open_at(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _take(self, person: ContactSummary) -> None:
        self._picked(person)

    def _find(self, words: str) -> Sequence[ContactSummary]:
        return [one for one in self._book.captures.whom(words) if one.id != self._contact]

    def _relate(self, person: ContactSummary) -> None:
        kind, inverse = self.kind.kind, self.inverse.text() if self.inverse.isVisible() else ""
        relations = self._book.relations
        self._write(lambda: relations.relate(self._contact, person.id, kind, inverse))
        self._empty()

    def _relate_name(self) -> None:
        name, kind = self.name.text().strip(), self.kind.kind
        if name:
            self._write(lambda: self._book.relations.relate_name(self._contact, name, kind))
            self._empty()

    def _empty(self) -> None:
        self.kind.setEditText("")
        self.inverse.clear()
        self.name.clear()

    def _reword(self, one: Relation, kind: str) -> None:
        """What the other is to this person; the card it stands on may be the other's."""
        if one.said_by == self._contact:
            self._write(lambda: self._book.relations.reword(one.said_by, one.line, kind))
        else:
            self._write(lambda: self._book.relations.reword_back(one.said_by, one.line, kind))

    def _point(self, one: Relation, contact: ContactId, _checked: object = None) -> None:
        self._write(lambda: self._book.relations.point(one.said_by, one.line, contact))

    def _live_with(self, person: ContactSummary) -> None:
        name = self.home.editor.text()
        relations = self._book.relations
        self._write(lambda: relations.live_together([self._contact, person.id], name))

    def _live_together(self) -> None:
        people, name = [self._contact, *(one.id for one in self._neighbours)], self.home.editor.text()
        self._write(lambda: self._book.relations.live_together(people, name))

    def _live_apart(self) -> None:
        contact, others = self._contact, [one.id for one in self._neighbours]
        self._write(lambda: self._book.relations.live_apart(contact, others))

    def _ask_again(self) -> None:
        self._write(lambda: self._book.relations.ask_who_lives_there(self._contact))

    def _rename_home(self) -> None:
        name = self.home.editor.text().strip()
        known = self._known.household.home.name if self._known and self._known.household else ""
        if name and name != known:
            self._write(lambda: self._book.relations.live_together([self._contact], name))

    def _keep_met(self) -> None:
        text = self.met.editor.text().strip()
        if self._known is not None and text != self._known.how_met:
            self._write(lambda: self._book.relations.met(self._contact, text))

    def _write(self, write: Callable[[], object]) -> None:
        self._work.run(
            Lane.WRITE, lambda _job: write(), lambda _done: self._read(), kind=JobKind.EDIT, owner=self
        )


class Inside(QScrollArea):
    """What the panel holds: as high as it is, as far as the window has room."""

    def __init__(self, content: QVBoxLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._frame = Frame()
        content.setContentsMargins(0, 0, 8, 0)
        self._frame.setLayout(content)
        self.setWidget(self._frame)
        self._frame.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow what is inside as it grows and shrinks."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._frame:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Take as much height as is needed and there is."""
        room = self.window().height() - theme().scaled(_AROUND)
        self.setMinimumHeight(max(min(self._frame.sizeHint().height() + 2, room), 120))


def _fill(field: QLineEdit, text: str) -> None:
    """Show what is known, unless somebody is typing there."""
    if not field.hasFocus() or not field.isModified():
        field.setText(text)
        field.setModified(False)

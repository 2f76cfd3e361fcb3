"""It has been a while: up to three people, each with the reason, and the rule behind them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.ids import ContactId, MediaHash
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Card, Frame, line
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.today.keyed_rows import KeyedRows
from relate_desktop.ui.today.row import Row, RowText
from relate_desktop.ui.today.view import WhileLine
from relate_desktop.words.today import leave_them_be
from relate_desktop.words.translation import _

AVATAR = 34


class WhileRow(Row):
    """One person: who, why, and what one can do about it."""

    write_asked = Signal(object)
    """Each of these carries the WhileLine."""
    not_now_asked = Signal(object)
    longer_asked = Signal(object)
    stop_asked = Signal(object)
    opened = Signal(object)

    def __init__(self, shown: WhileLine, parent: QWidget | None = None) -> None:
        self.line = shown
        contact, called = shown.person.contact, shown.person.called
        identifier = f"today.while.{contact}"
        super().__init__(identifier, called, parent=parent)
        self.kept = False
        self.edge = line()
        self.avatar = Avatar(AVATAR)
        self.main = self.text = RowText(f"{identifier}.open", lines=6)
        self.write = Button(
            _("Write"),
            f"{identifier}.write",
            icon="chat-circle-text",
            small=True,
            name=_("Write to {name}").format(name=called),
        )
        self.not_now = Button(
            _("Not now"),
            f"{identifier}.not_now",
            kind="quiet",
            small=True,
            name=_("Not now: {name}").format(name=called),
        )
        self.question = SafeLabel("", "smallMedium", wrap=True)
        self.longer = Button("", f"{identifier}.longer", small=True)
        self.stop = Button(_("Stop suggesting"), f"{identifier}.stop", small=True)
        self.keep = Button(_("Keep as is"), f"{identifier}.keep", kind="quiet", small=True)
        self._lay_out()
        self.text.clicked.connect(lambda: self.opened.emit(self.line))
        self.write.clicked.connect(lambda: self.write_asked.emit(self.line))
        self.not_now.clicked.connect(lambda: self.not_now_asked.emit(self.line))
        self.longer.clicked.connect(lambda: self.longer_asked.emit(self.line))
        self.stop.clicked.connect(lambda: self.stop_asked.emit(self.line))
        self.keep.clicked.connect(self._keep)
        self.show_line(shown)

    def show_line(self, shown: WhileLine) -> None:
        """Show another state of the same person."""
        self.line = shown
        person = shown.person
        self.setAccessibleName(person.called)
        self.setAccessibleDescription(shown.reason)
        self.text.say(person.called, shown.reason, _("Open {name}").format(name=person.called))
        asks = shown.ask_whether and not self.kept
        self.question.setText(leave_them_be(person.called) if asks else "")
        self.longer.set_words(shown.longer)
        for widget in (self.question, self.keep):
            widget.setVisible(asks)
        self.stop.setVisible(asks and shown.stops)
        self.longer.setVisible(asks and bool(shown.longer))
        self.write.setVisible(not asks and bool(person.address))
        self.not_now.setVisible(not asks)
        self.show_picture(None)

    def show_picture(self, picture: QImage | None) -> None:
        """Show the face."""
        face = self.line.person
        self.avatar.show_person(face.drawn, face.hue, picture, organisation=face.is_organization)

    def stops(self) -> Sequence[QWidget]:
        """The words, then every button."""
        return [self.text, self.write, self.not_now, self.longer, self.stop, self.keep]

    def tick(self) -> None:
        """There is nothing to be done here: Space presses the words, as it presses any button."""
        self.open_row()

    def open_row(self) -> None:
        """Go to the person."""
        self.opened.emit(self.line)

    def _keep(self) -> None:
        self.kept = True
        self.show_line(self.line)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(8, 6, 0, 0)
        buttons.setSpacing(6)
        buttons.addWidget(self.write)
        buttons.addWidget(self.not_now)
        buttons.addStretch(1)
        asked = QVBoxLayout()
        asked.setContentsMargins(8, 2, 0, 0)
        asked.setSpacing(4)
        asked.addWidget(self.question)
        for button in (self.longer, self.stop, self.keep):
            asked.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.text)
        words.addLayout(buttons)
        words.addLayout(asked)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        box.addWidget(self.edge)
        box.addLayout(row)


class WhileCard(Card):
    """The card in the rail. It is not there while there is nobody to name."""

    row_made = Signal(object)
    row_gone = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=16)
        self.why = IconButton("info", _("How Relate chooses"), "today.while.why", kind="quiet", small=True)
        self._rule = Frame("inset")
        self.rule = SafeLabel("", "small", "text2", wrap=True)
        inner = QVBoxLayout(self._rule)
        inner.setContentsMargins(10, 8, 10, 8)
        inner.addWidget(self.rule)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(Heading(_("It has been a while"), "today.section.while", "heading"))
        head.addStretch(1)
        head.addWidget(self.why)
        self.body.setContentsMargins(16, 10, 10, 12)
        self.body.setSpacing(10)
        self.body.addLayout(head)
        self.body.addWidget(self._rule)
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 6, 0)
        box.setSpacing(14)
        self.body.addLayout(box)
        self._rows: KeyedRows[ContactId, WhileRow] = KeyedRows(box, self.row_made.emit, self.row_gone.emit)
        self.why.clicked.connect(lambda: self._explain(shown=self._rule.isHidden()))
        self._explain(shown=False)

    def show_lines(self, lines: Sequence[WhileLine], rule: str) -> None:
        """Show these people; those that are here already keep their widgets and the focus."""
        self.rule.setText(rule)
        wanted = {shown.person.contact: shown for shown in lines}
        self._rows.keep(wanted)
        for place, (contact, shown) in enumerate(wanted.items()):
            row = self._rows.get(contact) or self._rows.add(contact, WhileRow(shown))
            if row.line != shown:
                row.show_line(shown)
            self._rows.move(row, place)
        self._rows.draw_edges()
        self.setVisible(bool(lines))

    def rows(self) -> list[WhileRow]:
        """The rows in the order in which they stand."""
        return list(self._rows)

    def show_pictures(self, picture: Callable[[MediaHash], QImage | None]) -> None:
        """Ask for the pictures of everybody shown."""
        for row in self._rows:
            if row.line.person.photo is not None:
                row.show_picture(picture(row.line.person.photo))

    def _explain(self, *, shown: bool) -> None:
        self._rule.setVisible(shown)
        self.why.setAccessibleDescription(_("Shown below") if shown else _("Folded"))

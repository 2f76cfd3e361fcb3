"""The people of an event: who is known, who is asked about, what may be answered."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.ids import MediaHash
from relate_desktop.domain.meeting_people import Standing
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.text import isolate
from relate_desktop.ui.calendar.event_view import PersonLine
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button, ElidedButton
from relate_desktop.ui.kit.cards import Frame, Panel, clear_layout
from relate_desktop.ui.kit.flow import Flow
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.ui.kit.person_picker import told_apart
from relate_desktop.words.translation import _

FACE = 34
MOST_OFFERED = 3
LINK = 6
"""Pixels between the edge of a link and its words; what stands under it begins there as well."""


class EventPeople(Panel):
    """Every signal carries the PersonLine; ``answered`` also who it is, None for nobody of the book."""

    opened = Signal(object)
    answered = Signal(object, object)
    pick_asked = Signal(object)
    new_asked = Signal(object)
    me_asked = Signal(object)

    def __init__(self, picture: Callable[[MediaHash], QImage | None], parent: QWidget | None = None) -> None:
        super().__init__("calendar.event.people", _("People of this event"), parent=parent)
        self._picture = picture
        self._lines: tuple[PersonLine, ...] = ()
        self._faces: list[tuple[Avatar, ContactSummary]] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)

    def show_people(self, lines: Sequence[PersonLine]) -> None:
        """Show these; the same ones stay as they are."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self._faces = []
        clear_layout(self._box)
        for number, line in enumerate(lines):
            self._box.addWidget(self._row(number, line))
        self.setVisible(bool(lines))

    def show_pictures(self) -> None:
        """Ask for the pictures again: some have come."""
        for avatar, person in self._faces:
            photo = self._picture(person.photo) if person.photo is not None else None
            name = person.own_script or person.full_name
            avatar.show_person(name, person.hue, photo, organisation=person.is_organization)

    def _row(self, number: int, line: PersonLine) -> QWidget:
        frame = Frame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._face(line), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._words(number, line))
        if line.beside:
            words.addWidget(_indented(SafeLabel(line.beside, "small", "text2", wrap=True)))
        answers = self._answers(number, line)
        if answers:
            flow = Flow(spacing=6)
            flow.setContentsMargins(LINK, 0, 0, 0)
            for button in answers:
                flow.addWidget(button)
            words.addSpacing(4)
            words.addLayout(flow)
        row.addLayout(words, 1)
        return frame

    def _face(self, line: PersonLine) -> QWidget:
        if line.person is None:
            box = Frame()
            box.setFixedWidth(FACE)
            inner = QVBoxLayout(box)
            inner.setContentsMargins(8, 2, 8, 2)
            inner.addWidget(IconLabel("user", "regular", "text2", 18))
            return box
        avatar = Avatar(FACE)
        self._faces.append((avatar, line.person))
        photo = self._picture(line.person.photo) if line.person.photo is not None else None
        name = line.person.own_script or line.person.full_name
        avatar.show_person(name, line.person.hue, photo, organisation=line.person.is_organization)
        return avatar

    def _words(self, number: int, line: PersonLine) -> QWidget:
        if line.standing is not Standing.KNOWN:
            tone = "text2" if line.standing in {Standing.NOBODY, Standing.ME} else "text"
            return _indented(SafeLabel(line.words, "bodyMedium", tone, wrap=True))
        button = Button(
            line.words,
            f"calendar.event.person.{number}",
            kind="link",
            name=_("Open {name}").format(name=isolate(line.words)),
        )
        button.clicked.connect(lambda: self.opened.emit(line))
        return button

    def _answers(self, number: int, line: PersonLine) -> list[Button]:
        prefix = f"calendar.event.who.{number}"
        if line.standing is Standing.PROPOSED:
            yes = self._answer(_("Yes"), f"{prefix}.yes", line.words)
            no = self._answer(_("No"), f"{prefix}.no", line.words)
            person = line.person
            yes.clicked.connect(lambda: self.answered.emit(line, person))
            no.clicked.connect(lambda: self.answered.emit(line, None))
            return [yes, no]
        if line.standing is not Standing.UNKNOWN:
            return []
        found = [self._offer(prefix, line, person) for person in line.candidates[:MOST_OFFERED]]
        other = self._answer(_("Somebody else…") if found else _("Choose…"), f"{prefix}.pick", line.words)
        new = self._answer(_("New person"), f"{prefix}.new", line.words)
        me = self._answer(_("That is me"), f"{prefix}.me", line.words)
        nobody = self._answer(_("Nobody here"), f"{prefix}.nobody", line.words)
        other.clicked.connect(lambda: self.pick_asked.emit(line))
        new.clicked.connect(lambda: self.new_asked.emit(line))
        me.clicked.connect(lambda: self.me_asked.emit(line))
        nobody.clicked.connect(lambda: self.answered.emit(line, None))
        with_address = line.attendee is not None and "@" in line.attendee.address
        return [*found, other, new, *([me] if with_address else []), nobody]

    def _offer(self, prefix: str, line: PersonLine, person: ContactSummary) -> Button:
        button = ElidedButton(
            told_apart(person), f"{prefix}.is.{person.id}", small=True, description=line.words
        )
        button.clicked.connect(lambda: self.answered.emit(line, person))
        return button

    @staticmethod
    def _answer(words: str, identifier: str, question: str) -> Button:
        return Button(words, identifier, small=True, description=question)


def _indented(label: SafeLabel) -> SafeLabel:
    label.setContentsMargins(LINK, 0, 0, 0)
    return label

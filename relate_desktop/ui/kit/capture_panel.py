"""What quick capture will keep: a row a part with chips to put it right, and Save (mock 10)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.capture_corrections import Corrections, PartField, people_of, suggested
from relate_desktop.domain.capture_parts import (
    Candidate,
    Captured,
    CapturedConversation,
    CapturedNote,
    CapturedPart,
    CapturedPerson,
    CapturedPromise,
    CapturedReminder,
    Doubt,
    MarkKind,
    Unclear,
)
from relate_desktop.domain.ids import ContactId, ReminderId
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.reminder import Reminder
from relate_desktop.domain.text import display
from relate_desktop.domain.their_hour import TheirHour
from relate_desktop.ui.kit.accessibility import give_role, named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.capture_chip import Chip, KindButton, PartRow
from relate_desktop.ui.kit.capture_menus import (
    Hands,
    ask_menu,
    day_menu,
    direction_menu,
    due_menu,
    kind_menu,
    person_menu,
)
from relate_desktop.ui.kit.cards import clear_layout
from relate_desktop.ui.kit.labels import ElidedLabel, IconLabel, SafeLabel
from relate_desktop.ui.kit.toggles import CheckBox
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.words.capture_parts import (
    answers,
    day_near,
    day_short,
    due_near,
    due_short,
    mark_done,
    night_there,
    part_detail,
    part_sentence,
    part_title,
)
from relate_desktop.words.captures import doubt_question, field_chip, mark_name
from relate_desktop.words.conversations import direction_name, kind_name
from relate_desktop.words.numbers import sentence
from relate_desktop.words.translation import _

_MOST_CHIPS = 6
_ASKED = {Doubt.WHEN: "when", Doubt.WHAT: "what", Doubt.DIRECTION: "direction"}
_KINDS = {
    InteractionKind.CALL: "phone",
    InteractionKind.MEETING: "coffee",
    InteractionKind.MESSAGE: "chat-circle-text",
    InteractionKind.MAIL: "envelope-simple",
    InteractionKind.OTHER: "chat-circle-text",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel shows: the parts with everything put right, and what saying them needs."""

    captured: Captured
    corrections: Corrections
    today: date
    people: Mapping[ContactId, ContactSummary]
    answered: Sequence[Reminder]
    """Open reminders that the line obviously answers."""
    at_night: Sequence[TheirHour] = ()
    """For whom it is night at an hour that is still to come."""


class CapturePanel(QFrame):
    """The parts under the line. ``prefix`` begins the identifiers of everything in it."""

    fitted = Signal()
    """It needs another height now."""
    asking = Signal(object)
    """The chip that is about to ask, so that it can be brought into sight."""

    def __init__(self, prefix: str, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prefix, self._hands = prefix, hands
        self._asking: list[Chip] = []
        self._numbers: dict[str, int] = {}
        self.setProperty("kind", "sunken")
        box = QVBoxLayout(self)
        box.setContentsMargins(22, 14, 22, 14)
        box.setSpacing(8)
        self.heading = SafeLabel(_("Relate will keep"), "small", "text2")
        self.preview = QFrame()
        self.preview.setProperty("kind", "plain")
        give_role(self.preview, "list")
        named(self.preview, f"{prefix}.preview", _("Relate will keep"))
        self._rows = QVBoxLayout(self.preview)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._answered: dict[ReminderId, CheckBox] = {}
        self._unticked: set[ReminderId] = set()
        self._told: object = None
        self._also = QVBoxLayout()
        self._also.setSpacing(4)
        box.addWidget(self.heading)
        box.addWidget(self.preview)
        box.addLayout(self._also)
        box.addStretch(1)

    def show_reading(self, shown: Shown) -> None:
        """Replace the rows if any says something else; the focus stays where it is still possible."""
        told = _told(shown)
        if told == self._told:
            return
        self._told = told
        focus = self.focusWidget()
        before = focus.objectName() if focus is not None and focus.hasFocus() else ""
        clear_layout(self._rows)
        self._asking, self._numbers = [], {}
        captured = shown.captured
        for place, part in enumerate(captured.parts):
            asked = [item for item in captured.unclear if item.part == place]
            row = self._suggestion(shown, place) if suggested(part) else self._row(shown, place, asked)
            self._rows.addWidget(row)
        self._show_answered(shown.answered)
        self._show_nights(shown)
        kept = self.findChild(QWidget, before) if before else None
        if kept is not None:
            kept.setFocus()
        self.fitted.emit()

    @property
    def waits(self) -> bool:
        """Whether something is asked."""
        return bool(self._asking)

    def done(self) -> tuple[ReminderId, ...]:
        """The reminders that are ticked as answered."""
        return tuple(number for number, box in self._answered.items() if box.isChecked())

    def forget(self) -> None:
        """Begin anew with the next line."""
        self._unticked.clear()
        self._told = None

    def open_question(self) -> bool:
        """Open the first chip that waits for an answer; False when none does."""
        if self._asking:
            self.asking.emit(self._asking[0])
            self._asking[0].open_menu()
        return bool(self._asking)

    def _row(self, shown: Shown, place: int, asked: list[Unclear]) -> QWidget:
        part, today = shown.captured.parts[place], shown.today
        kept = shown.corrections.keeps(place, part)
        row = PartRow(self._name("part"), part_sentence(part, today), self._kind(place, part))
        row.words.addWidget(
            ElidedLabel(sentence(part_title(part, today)), "bodyMedium", "text" if kept else "text3")
        )
        detail = part_detail(part, today) if kept else _("Left out")
        if detail:
            row.words.addWidget(SafeLabel(sentence(detail), "small", "text2" if kept else "text3", wrap=True))
        for item in asked if kept else []:
            row.words.addWidget(SafeLabel(doubt_question(item.doubt, item.text), "small", "amber", wrap=True))
            row.add(self._ask(shown, item))
        if kept:
            for chip in self._chips(shown, place, part, {item.doubt for item in asked}):
                row.add(chip)
        else:
            keep = Button(_("Keep it"), self._name("keep"), small=True)
            keep.clicked.connect(lambda: self._hands.turn(place))
            row.add(keep)
        return row

    def _show_answered(self, answered: Sequence[Reminder]) -> None:
        clear_layout(self._also)
        self._answered.clear()
        for reminder in answered:
            if reminder.id is None:
                continue
            box = CheckBox(_("Mark it done"), self._name("also_done"), name=mark_done(reminder.text))
            box.setChecked(reminder.id not in self._unticked)
            box.toggled.connect(
                lambda _on, number=reminder.id: self._unticked.symmetric_difference_update({number})
            )
            self._answered[reminder.id] = box
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(IconLabel("lightbulb", colour="blue"))
            row.addWidget(ElidedLabel(answers(reminder.text), "small", "text2"), 1)
            row.addWidget(box)
            self._also.addLayout(row)

    def _show_nights(self, shown: Shown) -> None:
        for hour in shown.at_night:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(IconLabel("clock", colour="blue"))
            called = shown.people[hour.contact].called if hour.contact in shown.people else _("them")
            row.addWidget(SafeLabel(night_there(hour.at, called), "small", "text2"), 1)
            self._also.addLayout(row)

    def _tick(self, reminder: ReminderId, on: bool) -> None:
        (self._unticked.discard if on else self._unticked.add)(reminder)

    def _suggestion(self, shown: Shown, place: int) -> QWidget:
        """Something noticed beside: kept only when it is ticked."""
        part = shown.captured.parts[place]
        words = part_sentence(part, shown.today)
        box = CheckBox(words, self._name("suggestion"))
        box.setToolTip(tip(words))
        box.setChecked(shown.corrections.keeps(place, part))
        box.toggled.connect(lambda _on: self._hands.turn(place))
        return box

    def _kind(self, place: int, part: CapturedPart) -> KindButton:
        icon, words, colour = _sign(part)
        name = field_chip(PartField.KIND, words)
        fill = partial(kind_menu, place=place, part=part, hands=self._hands)
        return KindButton(icon, self._name("kind"), name, fill, colour=colour)

    def _ask(self, shown: Shown, item: Unclear) -> Chip:
        """The chip of a question; Save waits for it."""
        words = display(item.text, 24) if item.text else _("Choose")
        words = _("{what}?").format(what=words)
        chip = Chip(
            words,
            self._name(_ASKED.get(item.doubt, "person")),
            doubt_question(item.doubt, item.text),
            partial(ask_menu, unclear=item, people=shown.people, today=shown.today, hands=self._hands),
            colour="amber",
            icon="warning-circle",
        )
        self._asking.append(chip)
        return chip

    def _chips(self, shown: Shown, place: int, part: CapturedPart, asked: set[Doubt]) -> Iterator[Chip]:
        """Whom it is about; the day and who reached out of a conversation, or until when."""
        today, hands = shown.today, self._hands
        for person in people_of(part)[:_MOST_CHIPS]:
            yield self._person(shown, place, part, person)
        if isinstance(part, CapturedPromise | CapturedReminder) and Doubt.WHEN not in asked:
            words = _("no date") if part.due is None or part.due.room else due_short(part.due, today)
            yield Chip(
                words,
                self._name("remind"),
                field_chip(PartField.DUE, due_near(part.due, today) if part.due else words),
                partial(due_menu, place=place, part=part, today=today, hands=hands),
                colour="amber",
                icon="clock",
            )
        if isinstance(part, CapturedConversation | CapturedNote) and Doubt.WHEN not in asked:
            words = day_short(part.on, today)
            name = field_chip(PartField.ON, day_near(part.on, today))
            yield Chip(
                words,
                self._name("when"),
                name,
                lambda menu: day_menu(menu, place, part, today, hands),
                colour="blue",
            )
        if isinstance(part, CapturedConversation) and Doubt.DIRECTION not in asked:
            words = direction_name(part.direction)
            name = field_chip(PartField.DIRECTION, words)
            yield Chip(
                words,
                self._name("direction"),
                name,
                lambda menu: direction_menu(menu, place, part, hands),
                colour="plum",
            )

    def _person(self, shown: Shown, place: int, part: CapturedPart, person: Candidate) -> Chip:
        row = shown.people.get(person.contact)
        return Chip(
            display(person.called) if row is None else display(row.full_name or row.called),
            self._name("person"),
            field_chip(PartField.PEOPLE, person.called),
            partial(person_menu, place=place, part=part, person=person, hands=self._hands),
            face=None if row is None else (row.own_script or row.full_name, row.hue),
            icon="user-plus" if row is None else "",
        )

    def _name(self, what: str) -> str:
        """An identifier: ``jot.person`` for the first, then ``jot.person.2``."""
        number = self._numbers[what] = self._numbers.get(what, 0) + 1
        return f"{self._prefix}.{what}" + (f".{number}" if number > 1 else "")


def _told(shown: Shown) -> object:
    """All that the rows say: not where in the line it was read."""
    parts = tuple(replace(part, marks=()) for part in shown.captured.parts)
    asked = tuple(replace(item, start=0, end=0) for item in shown.captured.unclear)
    return parts, asked, shown.corrections, shown.today, tuple(shown.answered), tuple(shown.at_night)


def _sign(part: CapturedPart) -> tuple[str, str, str]:
    """Icon, word and colour of a part."""
    if isinstance(part, CapturedConversation):
        return _KINDS[part.kind], kind_name(part.kind), "accentText"
    if isinstance(part, CapturedPromise):
        return "handshake", mark_name(MarkKind.PROMISE), "amber"
    if isinstance(part, CapturedReminder):
        return "bell-simple", mark_name(MarkKind.REMINDER), "amber"
    if isinstance(part, CapturedPerson):
        return "user-plus", mark_name(MarkKind.NEW_PERSON), "plum"
    return "note", mark_name(MarkKind.NOTE), "text2"

"""Who is invited to meetings and not in the book: how many, and the panel in which they become people."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.calendar_event import Attendee
from relate_desktop.domain.meeting_people import Stranger, spoken_name
from relate_desktop.domain.meeting_people import Strangers as Found
from relate_desktop.domain.text import isolate, visible
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Frame, Page
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.toggles import CheckBox
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.meeting_people import attendee_name, in_meetings, most_frequent, strangers_words
from relate_desktop.words.numbers import people
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

MOST_SHOWN = 100
LONGEST = 80


class Strangers(QObject):
    """``part`` says how many there are and opens the panel; it is hidden while there is nobody."""

    def __init__(self, book: "OpenBook", work: Work, host: QWidget) -> None:
        super().__init__(host)
        self._book, self._work, self._host = book, work, host
        self._known = Found()
        self.words = SafeLabel("", "small", "text2", wrap=True)
        self.button = Button(_("See them…"), "calendar.strangers", small=True, icon="user-plus")
        self.button.clicked.connect(self._open)
        self.part = Frame("page")
        box = QVBoxLayout(self.part)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.words)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.part.hide()
        self._found = Fresh(
            work, self, lambda: book.meeting_people.strangers, self._show, kind=JobKind.DETAIL
        )

    def look(self) -> None:
        """Read again who is invited."""
        self._found.ask()

    def _show(self, strangers: Found) -> None:
        self._known = strangers
        words = strangers_words(len(strangers.people), more=strangers.more)
        self.words.setText(words)
        self.button.setAccessibleDescription(words)
        self.part.setVisible(bool(strangers.people))

    def _open(self) -> None:
        people = self._known.people
        more = self._known.more or len(people) > MOST_SHOWN
        panel = StrangersPanel(self._host, people[:MOST_SHOWN], more=more)
        panel.added.connect(self._add)
        panel.left.connect(self._leave)
        panel.open_over(panel.boxes[0] if panel.boxes else None)

    def _add(self, chosen: Sequence[Attendee]) -> None:
        self._work.run(
            Lane.WRITE,
            lambda _job: self._book.meeting_people.make_people(chosen),
            kind=JobKind.EDIT,
            owner=self,
        )

    def _leave(self, chosen: Sequence[Attendee]) -> None:
        self._work.run(
            Lane.WRITE,
            lambda _job: self._book.meeting_people.are_nobody(chosen),
            kind=JobKind.EDIT,
            owner=self,
        )


class StrangersPanel(Overlay):
    """Ticked ones become people, or are left out for good; who is not ticked waits for another time."""

    added = Signal(list)
    left = Signal(list)

    def __init__(self, host: QWidget, strangers: Sequence[Stranger], *, more: bool = False) -> None:
        title = _("Invited, and not in your book")
        super().__init__(host, "strangers", title, width=560)
        self._strangers = strangers
        self.boxes = [self._box(number, one) for number, one in enumerate(strangers)]
        self.body.addWidget(Heading(title, "strangers.title", "heading"))
        told = _("Whoever becomes a person is known in every meeting, and past ones become conversations.")
        self.body.addWidget(SafeLabel(told, "small", "text2", wrap=True))
        page = Page("plain")
        page.setAccessibleName(title)
        page.body.setContentsMargins(0, 0, 8, 0)
        page.body.setSpacing(2)
        for box, one in zip(self.boxes, strangers, strict=True):
            page.body.addWidget(_row(box, one))
        if more:
            rest = SafeLabel(most_frequent(len(strangers)), "small", "text2", wrap=True)
            rest.setContentsMargins(0, 8, 0, 4)
            page.body.addWidget(rest)
        page.body.addStretch(1)
        page.setMinimumHeight(min(theme().scaled(360), theme().scaled(44) * max(1, len(strangers))))
        self.body.addWidget(page, 1)
        self._lay_foot()
        self.closed.connect(self.deleteLater)
        self._count()

    def _lay_foot(self) -> None:
        self.all = Button(_("Tick all"), "strangers.all", kind="quiet", small=True)
        self.all.clicked.connect(self._tick_all)
        self.nobody = Button(_("Nobody of my book"), "strangers.nobody")
        self.nobody.clicked.connect(lambda: self._answer(self.left))
        self.add = Button("", "strangers.add", kind="primary")
        self.add.clicked.connect(lambda: self._answer(self.added))
        later = Button(_("Later"), "strangers.later", kind="quiet")
        later.clicked.connect(self.close_overlay)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.all)
        row.addStretch(1)
        for button in (later, self.nobody, self.add):
            row.addWidget(button)
        self.body.addLayout(row)

    def _box(self, number: int, one: Stranger) -> CheckBox:
        box = CheckBox(
            attendee_name(one.attendee),
            f"strangers.{number}",
            description=_beside(one),
        )
        box.toggled.connect(self._count)
        return box

    def _chosen(self) -> list[Attendee]:
        return [one.attendee for box, one in zip(self.boxes, self._strangers, strict=True) if box.isChecked()]

    def _count(self) -> None:
        count = len(self._chosen())
        self.add.set_words(_("Add {people}").format(people=people(count)) if count else _("Add as people"))
        self.add.setEnabled(count > 0)
        self.nobody.setEnabled(count > 0)

    def _tick_all(self) -> None:
        for box in self.boxes:
            box.setChecked(True)

    def _answer(self, answer: SignalInstance) -> None:
        chosen = self._chosen()
        self.close_overlay()
        answer.emit(chosen)


def _row(box: CheckBox, one: Stranger) -> QWidget:
    frame = Frame()
    beside = QVBoxLayout(frame)
    beside.setContentsMargins(0, 4, 0, 4)
    beside.setSpacing(0)
    beside.addWidget(box)
    said = SafeLabel(_beside(one), "small", "text2")
    said.setContentsMargins(28, 0, 0, 0)
    beside.addWidget(said)
    return frame


def _beside(one: Stranger) -> str:
    """The address where the name is another, and how often they are invited."""
    times = in_meetings(one.meetings)
    if not spoken_name(one.attendee):
        return times
    return _("{address}, {times}").format(
        address=isolate(visible(one.attendee.number or one.attendee.address, LONGEST)), times=times
    )

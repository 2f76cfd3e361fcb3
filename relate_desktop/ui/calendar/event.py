"""One event beside the agenda: when, where, with whom, what to know before, how it went after."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.calendar_event import Occurrence
from relate_desktop.domain.interaction import Happened
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import JobKind
from relate_desktop.ui.calendar.brief import BriefSection
from relate_desktop.ui.calendar.deeds import CalendarDeeds
from relate_desktop.ui.calendar.event_people import EventPeople
from relate_desktop.ui.calendar.event_view import EventView, PersonLine, read_event
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.few_lines import FewLines
from relate_desktop.ui.kit.fields import LongTextField
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.person_picker import PersonPicker
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

FOUND = 8
LINES = 12
"""Lines of a description that are shown."""


class EventPanel(Panel):
    """Shows one occurrence. Nothing is said about it until ``show_event``."""

    closed = Signal()
    ready = Signal()
    """What ``show_event`` asked for stands there."""
    asked = Signal(object)
    """A Place."""
    jot_asked = Signal(str, object)
    """Words to begin a line with, and the ContactId it is about."""
    print_asked = Signal(object)
    """The Brief to print."""

    def __init__(
        self,
        book: "OpenBook",
        work: Work,
        photos: Photos,
        deeds: CalendarDeeds,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("calendar.event", _("Event"), parent=parent)
        self._book, self._work, self._deeds = book, work, deeds
        self._found: Occurrence | None = None
        self._view: EventView | None = None
        self._about: PersonLine | None = None
        self._event = Fresh(work, self, self._reader, self._show, kind=JobKind.DETAIL)
        self.close_button = IconButton(
            "x", _("Close the event"), "calendar.event.close", kind="quiet", small=True
        )
        self.heading = Heading("", "calendar.event.title", "heading")
        self.heading.setWordWrap(True)
        self._facts = [
            SafeLabel("", "small", tone, wrap=True) for tone in ("text", "text2", "text2", "amber")
        ]
        self._description = FewLines("", "small", "text2", lines=LINES)
        self.people = EventPeople(photos.picture)
        self._besides = SafeLabel("", "small", "text2", wrap=True)
        self.add = Button(
            _("Add somebody…"), "calendar.event.add", kind="quiet", icon="user-plus", small=True
        )
        self.after = Button("", "calendar.event.after", kind="primary", small=True)
        self.brief = BriefSection()
        self.print = Button(_("Print this"), "calendar.event.print", small=True)
        self.note = LongTextField(_("Note for this meeting"), "calendar.event.note", lines=3)
        self.keep_note = Button(_("Keep the note"), "calendar.event.note.save", small=True)
        self.picker = PersonPicker("calendar.event.pick", self._find, work, self)
        self._lay_out()
        self._connect(photos)

    def show_event(self, found: Occurrence) -> None:
        """Show an occurrence; what is read of it follows."""
        if self._found is None or self._found.identity != found.identity:
            self.note.set_text("")
        self._found = found
        self._event.ask()

    def _reader(self) -> Callable[[], EventView] | None:
        found = self._found
        return None if found is None else lambda: read_event(self._book, found)

    def ask_who(self, found: Occurrence) -> None:
        """Ask with whom an event is besides."""
        self._found, self._about = found, None
        self.picker.open_at(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        keep = QHBoxLayout()
        keep.addWidget(self.keep_note)
        keep.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 20, 24)
        box.setSpacing(4)
        box.addLayout(head)
        for fact in self._facts:
            box.addWidget(fact)
        box.addSpacing(12)
        box.addWidget(self.people)
        box.addWidget(self._besides)
        box.addSpacing(4)
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        box.addWidget(self.after, 0, Qt.AlignmentFlag.AlignLeading)
        box.addSpacing(10)
        box.addWidget(self.brief)
        box.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeading)
        box.addSpacing(10)
        box.addWidget(self.note)
        box.addLayout(keep)
        box.addSpacing(10)
        box.addWidget(self._description)
        box.addStretch(1)

    def _connect(self, photos: Photos) -> None:
        people = self.people
        self.close_button.clicked.connect(self.closed)
        people.opened.connect(self._open)
        people.answered.connect(self._answered)
        people.pick_asked.connect(self._pick)
        people.new_asked.connect(lambda line: self._deeds.make_person(line.attendee))
        people.me_asked.connect(lambda line: self._deeds.this_is_me(line.attendee))
        photos.arrived.connect(people.show_pictures)
        self.picker.picked.connect(self._picked)
        self.add.clicked.connect(self._add)
        self.after.clicked.connect(self._jot)
        self.keep_note.clicked.connect(self._keep_note)
        self.print.clicked.connect(self._print)
        self.note.editor.textChanged.connect(self._fit_note)

    def _show(self, view: EventView) -> None:
        if self._found is None or view.found.identity != self._found.identity:
            return
        self._view, self._found = view, view.found
        self.setAccessibleName(view.title)
        self.heading.set_heading(view.title)
        for label, words in zip(self._facts, (view.when, view.place, view.calendar, view.told), strict=True):
            label.setText(words)
            label.setVisible(bool(words))
        self._description.setText(view.description)
        self._description.setVisible(bool(view.description))
        self.people.show_people(view.people)
        self._besides.setText(view.besides)
        self._besides.setVisible(bool(view.besides))
        known = view.known
        self.after.setVisible(view.over and bool(known))
        self.after.set_words(_("How did it go?"))
        self.brief.show_briefs(() if view.over else view.briefs)
        self.print.setVisible(self.brief.isVisibleTo(self))
        self.note.setVisible(bool(known))
        self._fit_note()
        self.ready.emit()

    def _fit_note(self) -> None:
        self.keep_note.setVisible(self.note.isVisibleTo(self) and bool(self.note.text().strip()))

    # doing

    def _find(self, words: str) -> Sequence[ContactSummary]:
        hits = self._book.search.find(words, FOUND).hits
        return self._book.contacts.summaries(list(dict.fromkeys(hit.contact for hit in hits)))

    def _add(self) -> None:
        if self._found is not None:
            self.ask_who(self._found)

    def _print(self) -> None:
        if self._view is not None:
            self.print_asked.emit(self._view.brief)

    def _open(self, line: PersonLine) -> None:
        if line.person is not None:
            self.asked.emit(Place.person(line.person.id))

    def _answered(self, line: PersonLine, person: ContactSummary | None) -> None:
        contact = person.id if person is not None else None
        if line.attendee is not None:
            self._deeds.this_is(line.attendee, contact)
        elif self._found is not None:
            self._deeds.title_is(self._found.event, contact)

    def _pick(self, line: PersonLine) -> None:
        self._about = line
        self.picker.open_at(self.people.mapToGlobal(QPoint(0, 0)))

    def _picked(self, person: ContactSummary) -> None:
        line, self._about = self._about, None
        if line is not None:
            self._answered(line, person)
        elif self._found is not None:
            self._deeds.link(self._found.event, person.id)

    def _jot(self) -> None:
        view = self._view
        if view is not None and view.known:
            self.jot_asked.emit(view.jot, view.known[0].id)

    def _keep_note(self) -> None:
        view, text = self._view, self.note.text().strip()
        if view is None or not text or not view.known:
            return
        contacts = tuple(person.id for person in view.known)
        found = view.found
        happened = Happened(found.first_on, None if found.all_day else found.starts_at)
        self._deeds.keep_note(contacts, text, happened, self._note_kept)

    def _note_kept(self) -> None:
        self.note.set_text("")

"""Who would you not want to lose touch with? (mock 12b): twelve suggestions, up to five, a rhythm each."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.place import Place
from relate_desktop.domain.present import Present
from relate_desktop.domain.text import display
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.ui.choose.cards import GAP, Candidate, CardGrid
from relate_desktop.ui.kit.accessibility import announce, named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Foot, Frame, Page, line
from relate_desktop.ui.kit.fields import SearchField
from relate_desktop.ui.kit.labels import Heading, IconLabel, SafeLabel
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.first_day import hint_words, monthly_explained, people_chosen, search_people
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

WIDEST = 1012
FOUND = 12
"""People a search shows."""


class ChooseRoom(Room):
    """Place: ``choose``. Nothing is required; skipping is as good an answer."""

    def __init__(
        self,
        book: "OpenBook",
        preferences: PreferencesService,
        work: Work,
        present: Callable[[], Present],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._book, self._preferences, self._work, self._present = book, preferences, work, present
        self._suggested: Sequence[Candidate] = ()
        self._known: dict[ContactId, Candidate] = {}
        self._job: Job[list[Candidate]] | None = None
        self._photos = Photos(book.contacts.photo, work, self)
        self.grid = CardGrid(self._photos.picture)
        self.search = SearchField("choose.search", _("Find"), _("Search people"))
        self.count = SafeLabel("", "small", "text2")
        self.skip = Button(_("Skip"), "choose.skip")
        self.go_on = Button(_("Show me today"), "choose.go", kind="primary")
        self.why = SafeLabel(
            _("Suggested because they are starred, or have a birthday or a note in your file."),
            "small",
            "text2",
            wrap=True,
        )
        self._lay_out()
        self._photos.arrived.connect(self.grid.viewport().update)
        self.search.textChanged.connect(self._search)
        self.grid.picked.connect(self._picked)
        self.grid.people.full.connect(self._full)
        self.grid.go_asked.connect(self._keep)
        self.go_on.clicked.connect(self._keep)
        self.skip.clicked.connect(self._leave)
        self._picked()

    # what the shell asks

    @property
    def title(self) -> str:
        """The place for the window's title."""
        return _("Welcome")

    def go(self, place: Place) -> None:  # noqa: ARG002 - there is one place here
        """Suggest anew."""
        self.go_on.setEnabled(True)
        self._work.run(Lane.READ, lambda _job: self._read(), self._show, kind=JobKind.LIST, owner=self)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """Ctrl+Enter goes on."""
        return {"save": self._keep, "find": self.search.setFocus}

    def regions(self) -> Sequence[QWidget]:
        """Search, people, the two ways on."""
        return [self.search, self.grid, self.go_on]

    def default_focus(self) -> QWidget | None:
        """The people."""
        return self.grid

    # showing

    def _read(self) -> tuple[int, list[Candidate]]:
        likely = self._book.first_day.suggested()
        shown = [Candidate(one.person, _line(one.person) or hint_words(one.hints)) for one in likely]
        return self._book.contacts.count(), shown

    def _show(self, found: tuple[int, list[Candidate]]) -> None:
        count, self._suggested = found
        self.search.setPlaceholderText(search_people(count))
        self._display(self._suggested)
        if self.grid.people.rowCount():
            self.grid.setCurrentIndex(self.grid.people.index(0, 0))

    def _search(self, words: str) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.why.setVisible(not words.strip())
        if not words.strip():
            self._display(self._suggested)
            return
        self._job = self._work.run(
            Lane.READ,
            lambda _job: self._find(words),
            self._display,
            lambda _error: None,
            kind=JobKind.LIST,
            owner=self,
        )

    def _find(self, words: str) -> list[Candidate]:
        hits = self._book.search.find(words, FOUND).hits
        rows = self._book.contacts.summaries([hit.contact for hit in hits])
        return [Candidate(row, _line(row)) for row in rows]

    def _display(self, shown: Sequence[Candidate]) -> None:
        """Show these, and first those who are chosen and not among them."""
        people = self.grid.people
        here = {one.person.id for one in shown}
        before = [self._known[contact] for contact in people.chosen if contact not in here]
        self._known |= {one.person.id: one for one in shown}
        people.show([*before, *shown])

    def _picked(self) -> None:
        self.count.setText(people_chosen(len(self.grid.people.chosen)))

    def _full(self) -> None:
        words = _("Five are enough for now.")
        self.count.setText(words)
        announce(self.count, words)

    # going on

    def _keep(self) -> None:
        if not self.go_on.isEnabled():
            return
        self.go_on.setEnabled(False)
        rhythms = {contact: Cadence(days) for contact, days in self.grid.people.chosen.items()}
        self._work.run(
            Lane.WRITE,
            lambda _job: self._book.first_day.keep(rhythms),
            lambda _nothing: self._leave(),
            kind=JobKind.EDIT,
            owner=self,
        )

    def _leave(self) -> None:
        self._preferences.change(first_day=self._present().today.isoformat())
        self.asked.emit(Place("today"))
        # rows of a list that is out of sight would still be there for assistive tools
        self.grid.people.show(())

    # making

    def _lay_out(self) -> None:
        page = Page()
        page.body.setContentsMargins(0, 0, 0, 0)
        middle = Frame()
        middle.setMaximumWidth(WIDEST)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 30, 0, 24)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, GAP, 0)
        head.setSpacing(24)
        words = QVBoxLayout()
        words.setSpacing(3)
        heading = Heading(_("Who would you not want to lose touch with?"), "choose.title", "display")
        heading.setWordWrap(True)
        words.addWidget(heading)
        about = _("Pick up to five for now. Relate only ever nudges you about people you chose.")
        words.addWidget(SafeLabel(about, "body", "text2", wrap=True))
        head.addLayout(words, 1)
        self.search.setFixedWidth(theme().scaled(240))
        head.addWidget(self.search, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        column.addSpacing(26)
        column.addWidget(self.why)
        column.addSpacing(10)
        column.addWidget(self.grid)
        column.addSpacing(8)
        note = QHBoxLayout()
        note.setSpacing(8)
        note.addWidget(IconLabel("info", "regular", "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(SafeLabel(monthly_explained(), "small", "text2", wrap=True), 1)
        column.addLayout(note)
        column.addStretch(1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(middle, 100)
        across.addStretch(1)
        # every card carries its air at its end
        across.setContentsMargins(28 + GAP, 0, 28, 0)
        page.body.addLayout(across)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(page, 1)
        box.addWidget(line())
        box.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = Foot()
        inner = Frame()
        inner.setMaximumWidth(WIDEST - GAP)
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 16, 0, 16)
        row.setSpacing(12)
        step = SafeLabel(_("Last step"), "small", "text2")
        named(step, "choose.step", "")
        row.addWidget(SafeLabel("3", "badge"))
        row.addWidget(step)
        row.addStretch(1)
        row.addWidget(self.count)
        row.addSpacing(8)
        row.addWidget(self.skip)
        row.addWidget(self.go_on)
        across = QHBoxLayout(foot)
        across.setContentsMargins(28 + GAP, 0, 28 + GAP, 0)
        across.addStretch(1)
        across.addWidget(inner, 100)
        across.addStretch(1)
        return foot


def _line(person: ContactSummary) -> str:
    """What stands below a name: the company, or the name as they write it."""
    return display(person.organization, 60) if person.organization else person.own_script

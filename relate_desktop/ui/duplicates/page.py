"""The room of possible duplicates: one question at a time, with the reasons in view (mock 05)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.merge_plan import MergePlan
from relate_desktop.domain.place import Place
from relate_desktop.domain.timeline import TimelineFilter
from relate_desktop.services.duplicates import FoundPair
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.duplicates.comparison import Comparison, Side, about_words
from relate_desktop.ui.duplicates.reasons import Reasons
from relate_desktop.ui.kit.accessibility import announce, named
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Frame, Page, clear_layout, line
from relate_desktop.ui.kit.empty import EmptyPage
from relate_desktop.ui.kit.labels import Heading, IconLabel, SafeLabel
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


@dataclass(frozen=True, slots=True)
class Question:
    """One pair with everything there is to see of it; the plan keeps the one who is here for longer."""

    pair: FoundPair
    plan: MergePlan
    sides: tuple[Side, Side]


class DuplicatesRoom(Room):
    """Place: ``duplicates``. Looks when it is gone to, and again when people came in or were changed."""

    def __init__(self, book: "OpenBook", work: Work, news: News) -> None:
        super().__init__()
        self._book, self._work = book, work
        self._pairs: list[FoundPair] = []
        self._place = 0
        self._job: Job[list[FoundPair]] | None = None
        self._stale = True
        self._question: Question | None = None
        self._comparison: Comparison | None = None
        self._build()
        news.changed.connect(self._news)

    # what the shell asks

    @property
    def title(self) -> str:
        """The place for the window's title."""
        return _("Possible duplicates")

    def go(self, _place: Place) -> None:
        """Look through the book, unless nothing changed since."""
        if self._stale:
            self._look()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """Ctrl+Enter joins; Ctrl+arrows walk through the pairs."""
        if self._question is None:
            return {}
        return {
            "save": self._join,
            "person.next": lambda: self._step(1),
            "person.previous": lambda: self._step(-1),
        }

    def regions(self) -> Sequence[QWidget]:
        """The comparison, then the buttons."""
        return [self._comparison.first, self.join] if self._comparison is not None else [self]

    def default_focus(self) -> QWidget | None:
        """The button that joins."""
        return self.join if self._question is not None else None

    # building

    def _build(self) -> None:
        self._empty = EmptyPage(
            "users",
            _("No one seems to be here twice"),
            _("Relate looks again whenever people come in."),
        )
        self._looking = EmptyPage("magnifying-glass", _("Looking for people who are here twice"), "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._looking)
        self._stack.addWidget(self._asking())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def _asking(self) -> QWidget:
        self.heading = Heading(_("Are these the same person?"), "duplicates.title")
        self.position = SafeLabel("", "small", "text2")
        named(self.position, "duplicates.position", "")
        self.previous = IconButton("caret-left", _("Previous pair"), "duplicates.previous")
        self.next = IconButton("caret-right", _("Next pair"), "duplicates.next")
        self.previous.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(1))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.heading, 1)
        for widget in (self.position, self.previous, self.next):
            top.addWidget(widget)
        self.reasons = Reasons()
        why = QHBoxLayout()
        why.setSpacing(8)
        why.addWidget(SafeLabel(_("Why Relate asks"), "body", "text2"))
        why.addWidget(self.reasons, 1)
        self._page = Page(max_width=1120)
        self._page.body.setContentsMargins(32, 24, 32, 20)
        self._page.body.setSpacing(14)
        self._page.body.addLayout(top)
        self._page.body.addLayout(why)
        self._shelf = QVBoxLayout()
        self._page.body.addLayout(self._shelf)
        note = QHBoxLayout()
        note.setSpacing(8)
        note.addWidget(IconLabel("info", size=16), 0, Qt.AlignmentFlag.AlignTop)
        words = _(
            "Joining keeps everything from both pages. Values you do not pick stay in the history, "
            "and you can separate them again at any time."
        )
        note.addWidget(SafeLabel(words, "small", "text2", wrap=True), 1)
        self._page.body.addLayout(note)
        self._page.body.addStretch(1)
        frame = Frame("page")
        box = QVBoxLayout(frame)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._page, 1)
        box.addWidget(line())
        box.addWidget(self._foot())
        return frame

    def _foot(self) -> QWidget:
        self.different = Button(_("Two different people"), "duplicates.different", icon="users")
        self.later = Button(_("Decide later"), "duplicates.later", kind="quiet")
        self.join = Button(_("Join into one"), "duplicates.join", kind="primary", icon="arrows-merge")
        self.different.clicked.connect(self._keep_apart)
        self.later.clicked.connect(lambda: self._step(1))
        self.join.clicked.connect(self._join)
        frame = Frame("surface")
        row = QHBoxLayout(frame)
        row.setContentsMargins(32, 14, 32, 14)
        row.setSpacing(10)
        row.addWidget(self.different)
        row.addStretch(1)
        row.addWidget(self.later)
        row.addWidget(self.join)
        return frame

    # looking

    def _look(self) -> None:
        self._stale = False
        if self._job is not None:
            self._job.cancel()
        if self._question is None:
            self._stack.setCurrentWidget(self._looking)
        self._job = self._work.run(
            Lane.READ,
            self._book.duplicates.find,
            self._found,
            lambda _error: self._show_none(),
            kind=JobKind.DUPLICATES,
            on_cancelled=self._stopped,
            owner=self,
        )

    def _stopped(self) -> None:
        self._job = None
        self._stale = True
        if self._question is None:
            self._show_none()

    def _found(self, pairs: list[FoundPair]) -> None:
        self._job = None
        before = self._question.pair if self._question is not None else None
        self._pairs = pairs
        same = (place for place, pair in enumerate(pairs) if before is not None and _same(pair, before))
        self._place = next(same, min(self._place, max(len(pairs) - 1, 0)))
        self._ask()

    def _news(self, changes: Changes) -> None:
        if not (changes.everything or changes.contacts):
            return
        self._stale = True
        if self.isVisible():
            self._look()

    # asking

    def _ask(self) -> None:
        if not self._pairs:
            self._show_none()
            return
        pair = self._pairs[self._place]
        self._work.run(
            Lane.READ,
            lambda _job: self._composed(pair),
            self._show,
            lambda _error: self._drop(pair),
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _composed(self, pair: FoundPair) -> Question:
        book = self._book
        rows = book.contacts.summaries([pair.one, pair.other])
        if len(rows) < 2:
            raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, name=str(pair.other))
        plan = book.merges.plan(pair.one, [pair.other])
        sides = [
            Side(row, about_words(len(book.timeline.ids(TimelineFilter(row.id))), self._source(row.id)))
            for row in rows
        ]
        return Question(pair, plan, (sides[0], sides[1]))

    def _source(self, contact: ContactId) -> str | None:
        return next((one.source for one in self._book.contacts.provenance(contact) if one.source), None)

    def _show(self, question: Question) -> None:
        self._question = question
        clear_layout(self._shelf)
        self._comparison = Comparison(question.plan, question.sides)
        self._shelf.addWidget(self._comparison)
        self.reasons.show_reasons(question.pair.reasons)
        words = _("{place} of {count}").format(place=self._place + 1, count=f"{len(self._pairs):,}")
        self.position.setText(words)
        for button in (self.previous, self.next, self.later):
            button.setEnabled(len(self._pairs) > 1)
        fresh = self._stack.currentIndex() != 2
        self._stack.setCurrentIndex(2)
        self.acts_changed.emit()
        if fresh and self.isVisible():
            self.join.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    def _show_none(self) -> None:
        self._question = None
        self._comparison = None
        self._stack.setCurrentWidget(self._empty)
        self.acts_changed.emit()

    def _step(self, by: int) -> None:
        if self._pairs:
            self._place = (self._place + by) % len(self._pairs)
            self._ask()

    def _drop(self, pair: FoundPair) -> None:
        """Leave a pair behind: it is decided, or one of the two is gone."""
        self._pairs = [one for one in self._pairs if not _same(one, pair)]
        self._place = min(self._place, max(len(self._pairs) - 1, 0))
        self._ask()

    # deciding

    def _join(self) -> None:
        question, comparison = self._question, self._comparison
        if question is None or comparison is None:
            return
        plan, standing = question.plan, comparison.standing
        self._decide(lambda: self._book.merges.merge(plan.kept, plan.others, standing))

    def _keep_apart(self) -> None:
        question = self._question
        if question is not None:
            pair = question.pair
            self._decide(lambda: self._book.merges.keep_apart(pair.one, pair.other))

    def _decide(self, write: Callable[[], object]) -> None:
        question, self._question = self._question, None
        if question is None:
            return
        self._work.run(
            Lane.WRITE,
            lambda _job: write(),
            lambda _done: self._drop(question.pair),
            lambda _error: self._ask(),
            kind=JobKind.EDIT,
            owner=self,
        )


def _same(one: FoundPair, other: FoundPair) -> bool:
    return (one.one, one.other) == (other.one, other.other)

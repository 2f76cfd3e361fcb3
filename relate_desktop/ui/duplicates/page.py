"""The room of possible duplicates: one question at a time, all certain ones at once, and back again."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.joining import ordered
from relate_desktop.domain.place import Place
from relate_desktop.services.duplicate_search import FoundPair
from relate_desktop.services.duplicates import CertainPeople
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.duplicates.asking import Asking, Question
from relate_desktop.ui.duplicates.certain import CertainPage, CertainView
from relate_desktop.ui.duplicates.reading import read_certain, read_question, read_separation
from relate_desktop.ui.duplicates.separate import SeparatePage, SeparateView
from relate_desktop.ui.kit.accessibility import announce
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.empty import EmptyPage
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

_Found = TypeVar("_Found")
NOBODY = CertainPeople((), 0)


class DuplicatesRoom(Room):
    """Places: ``duplicates``; ``duplicates/<id>+<id>`` for two who were named; ``duplicates/certain``;
    ``duplicates/separate/<id>`` and ``duplicates/separate/<id>/<changeset>``.

    Looks when it is gone to, and again when people came in or were changed."""

    def __init__(self, book: "OpenBook", work: Work, news: News) -> None:
        super().__init__()
        self._book, self._work = book, work
        self._pairs: list[FoundPair] = []
        self._certain = NOBODY
        self._place = 0
        self._chosen: FoundPair | None = None
        """Two who were named by the user, and are asked about alone."""
        self._job: Job[tuple[list[FoundPair], CertainPeople]] | None = None
        self._stale = True
        self._build()
        self._wanted: QWidget = self.asking
        """The page that was asked for last: an answer read for another one does not come over it."""
        news.changed.connect(self._news)

    # what the shell asks

    @property
    def title(self) -> str:
        """The place for the window's title."""
        return _("Separate again") if self._front is self.parting else _("Possible duplicates")

    def go(self, place: Place) -> None:
        """Look through the book, unless nothing changed since; or ask about those who are named."""
        head, _slash, rest = place.rest.partition("/")
        one, _plus, other = head.partition("+")
        self._chosen = None
        if head == "separate":
            self._ask_to_separate(rest)
        elif one.isdecimal() and other.isdecimal():
            self._ask_about(ContactId(int(one)), ContactId(int(other)))
        elif head == "certain" and not self._stale:
            self._show_certain()
        else:
            self._walk()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """Ctrl+Enter does what the main button does; Ctrl+arrows walk through the pairs."""
        main = {self.asking: self._join, self.all: self._join_all, self.parting: self._separate}
        act = main.get(self._front)  # type: ignore[call-overload]
        if act is None:
            return {}
        if self._front is not self.asking or self._chosen is not None:
            return {"save": act}
        step = self._step
        return {"save": act, "person.next": lambda: step(1), "person.previous": lambda: step(-1)}

    def regions(self) -> Sequence[QWidget]:
        """What is asked, then the buttons."""
        if self._front is self.parting:
            return self.parting.stops
        if self._front is self.all:
            return [self.all.join]
        return self.asking.stops if self._front is self.asking else [self]

    def default_focus(self) -> QWidget | None:
        """The main button."""
        return self.regions()[-1] if self.acts() else None

    # building

    @property
    def _front(self) -> QWidget:
        return self._stack.currentWidget() or self._empty

    def _build(self) -> None:
        self._empty = EmptyPage(
            "users", _("No one seems to be here twice"), _("Relate looks again whenever people come in.")
        )
        self.next_pair = Button(_("Next"), "duplicates.gone.next", kind="primary")
        self.next_pair.clicked.connect(self._leave_gone)
        self._gone = EmptyPage("users", "", _("Nothing to decide here."), button=self.next_pair)
        self._looking = EmptyPage("magnifying-glass", _("Looking for people who are here twice"), "")
        self.asking, self.all, self.parting = Asking(), CertainPage(), SeparatePage()
        self._stack = QStackedWidget()
        for page in (self._empty, self._looking, self._gone, self.asking, self.all, self.parting):
            self._stack.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self.asking.stepped.connect(self._step)
        self.asking.joined.connect(self._join)
        self.asking.different.connect(self._keep_apart)
        self.asking.all_asked.connect(lambda: self.asked.emit(Place("duplicates", "certain")))
        self.all.joined.connect(self._join_all)
        self.all.left.connect(lambda: self.asked.emit(Place("duplicates")))
        self.parting.separated.connect(self._separate)
        self.parting.left.connect(self._leave)

    def _bring(self, page: QWidget) -> None:
        """Show a page; its main button has the focus unless something else in the window was chosen."""
        fresh = self._front is not page
        self._stack.setCurrentWidget(page)
        self.acts_changed.emit()
        self.retitled.emit()
        focus = self.default_focus()
        if fresh and focus is not None and self.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    # looking

    def _walk(self) -> None:
        """Ask about the pairs that were found."""
        self._chosen = None
        self._wanted = self.asking
        if self._stale:
            self._look()
        elif self._pairs:
            self._compose(self._pairs[self._place])
        else:
            self._bring(self._empty)

    def _look(self) -> None:
        self._stale = False
        if self._job is not None:
            self._job.cancel()
        if self.asking.question is None and self._front is not self._gone:
            self._bring(self._looking)
        self._job = self._work.run(
            Lane.READ,
            self._find,
            self._found,
            lambda _error: self._bring(self._empty),
            kind=JobKind.DUPLICATES,
            on_cancelled=self._stopped,
            owner=self,
        )

    def _find(self, job: Job[tuple[list[FoundPair], CertainPeople]]) -> tuple[list[FoundPair], CertainPeople]:
        found = self._book.duplicates.find(job)
        self._book.duplicates.seen()
        return found, self._book.duplicates.certain(found)

    def _stopped(self) -> None:
        self._job = None
        self._stale = True
        if self._front is self._looking:
            self._bring(self._empty)

    def _found(self, answer: tuple[list[FoundPair], CertainPeople]) -> None:
        self._job = None
        before = self.asking.question.pair if self.asking.question is not None else None
        self._pairs, self._certain = list(answer[0]), answer[1]
        same = (place for place, pair in enumerate(self._pairs) if before is not None and _same(pair, before))
        self._place = next(same, min(self._place, max(len(self._pairs) - 1, 0)))
        if self._chosen is not None or self._wanted is self.parting or self._front is self._gone:
            return
        if self._wanted is self.all and self._certain.groups:
            self._show_certain()
        else:
            self._walk()

    def _news(self, changes: Changes) -> None:
        if not (changes.everything or changes.contacts):
            return
        self._stale = True
        if not self.isVisible():
            return
        question = self.asking.question
        if (
            self._wanted is self.asking
            and question is not None
            and any(changes.touches(side.summary.id) for side in question.sides)
        ):
            # first what became of these two: whoever looks at them is to hear if one is gone
            self._compose(question.pair, self._look_again)
        else:
            self._look_again()

    def _look_again(self) -> None:
        if self._chosen is None and self._wanted is not self.parting:
            self._look()

    def _read(
        self,
        read: Callable[[], _Found],
        show: Callable[[_Found], object],
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        """What is to be asked; where it cannot be read, the next question."""
        missed = failed or (lambda _error: self._walk())
        self._work.run(Lane.READ, lambda _job: read(), show, missed, kind=JobKind.DETAIL, owner=self)

    # asking

    def _ask_about(self, one: ContactId, other: ContactId) -> None:
        """Two who were named."""
        self._wanted = self.asking
        self._read(lambda: self._book.duplicates.between(one, other), self._ask_chosen)

    def _ask_chosen(self, pair: FoundPair) -> None:
        if self._wanted is not self.asking:
            return
        self._chosen = pair
        self._compose(pair)

    def _compose(self, pair: FoundPair, then: Callable[[], object] = lambda: None) -> None:
        def show(question: Question) -> None:
            self._show(question)
            then()

        def miss(_error: BaseException) -> None:
            self._miss(pair)
            then()

        self._read(lambda: read_question(self._book, pair), show, miss)

    def _show(self, question: Question) -> None:
        wanted = self._chosen or (self._pairs[self._place] if self._pairs else None)
        if self._wanted is not self.asking or wanted is None or not _same(wanted, question.pair):
            return  # something else is asked about by now
        words = ""
        if self._chosen is None:
            words = _("{place} of {count}").format(place=self._place + 1, count=f"{len(self._pairs):,}")
        several = self._chosen is None and len(self._pairs) > 1
        certain = len(self._certain.groups) if self._chosen is None else 0
        self.asking.show_question(question, words, several=several, certain=certain)
        self._bring(self.asking)
        announce(self, words or self.asking.heading.text())

    def _miss(self, pair: FoundPair) -> None:
        """One of the two was removed meanwhile: say so instead of asking about somebody else."""
        shown = self.asking.forget()
        self._pairs = [one for one in self._pairs if not _same(one, pair)]
        self._place = min(self._place, max(len(self._pairs) - 1, 0))
        if shown is None or not _same(shown.pair, pair) or self._wanted is not self.asking:
            self._go_on()
            return
        name = shown.sides[0].summary.called
        self._gone.say(_("{name}’s second page was removed").format(name=name), _("Nothing to decide here."))
        self._bring(self._gone)
        self.next_pair.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_gone(self) -> None:
        self._bring(self._looking)
        self._walk()

    def _go_on(self) -> None:
        """The next question, unless the next look brings it or something else was asked for meanwhile."""
        if self._job is None and self._wanted is self.asking:
            self._walk()

    def _step(self, by: int) -> None:
        if self._chosen is not None:
            self._leave()
        elif self._pairs:
            self._place = (self._place + by) % len(self._pairs)
            self._compose(self._pairs[self._place])

    # deciding

    def _join(self) -> None:
        question = self.asking.question
        if question is not None:
            plan, standing = question.plan, self.asking.standing
            self._decide(lambda: self._book.merges.merge(plan.kept, plan.others, standing), plan.kept)

    def _keep_apart(self) -> None:
        question = self.asking.question
        if question is not None:
            pair = question.pair
            self._decide(lambda: self._book.merges.keep_apart(pair.one, pair.other), None)

    def _decide(self, write: Callable[[], object], then: ContactId | None) -> None:
        question = self.asking.forget()
        if question is None:
            return
        chosen = self._chosen is not None

        def done(_result: object) -> None:
            if chosen:
                self.asked.emit(Place.person(then if then is not None else question.pair.one))
                return
            self._pairs = [one for one in self._pairs if not _same(one, question.pair)]
            self._place = min(self._place, max(len(self._pairs) - 1, 0))
            self._go_on()

        self._work.run(
            Lane.WRITE,
            lambda _job: write(),
            done,
            lambda _error: self._compose(question.pair),
            kind=JobKind.EDIT,
            owner=self,
        )

    # all who are certain

    def _show_certain(self) -> None:
        found = self._certain
        if not found.groups:
            self._walk()
            return
        self._wanted = self.all
        self._read(lambda: read_certain(self._book, found), self._show_groups)

    def _show_groups(self, view: CertainView) -> None:
        if self._wanted is self.all:
            self.all.show_people(view)
            self._bring(self.all)

    def _join_all(self) -> None:
        groups = self.all.chosen()
        self._certain = NOBODY
        self._wanted = self.asking
        self.asking.forget()
        self._bring(self._looking)
        self._work.run(
            Lane.WRITE,
            lambda job: self._book.merges.merge_all(groups, job),
            lambda _changeset: self._go_on(),
            lambda _error: self._walk(),
            on_cancelled=self._walk,
            kind=JobKind.DUPLICATES,
            owner=self,
        )

    # back again

    def _ask_to_separate(self, rest: str) -> None:
        contact, _slash, changeset = rest.partition("/")
        if not contact.isdecimal():
            self._walk()
            return
        self._wanted = self.parting
        wanted = int(changeset) if changeset.isdecimal() else None
        self._read(
            lambda: read_separation(self._book, ContactId(int(contact)), wanted), self._show_separation
        )

    def _show_separation(self, view: SeparateView) -> None:
        if self._wanted is self.parting:
            self.parting.show_joined(view)
            self._bring(self.parting)

    def _separate(self) -> None:
        view = self.parting.view
        if view is None:
            return
        taker = self.parting.newer_to
        self.parting.view = None
        self._work.run(
            Lane.WRITE,
            lambda _job: self._book.merges.separate(view.joined.changeset, taker, view.person.id),
            lambda _done: self.asked.emit(Place.person(view.person.id)),
            lambda _error: self._walk(),
            kind=JobKind.UNDO,
            owner=self,
        )

    def _leave(self) -> None:
        """Back to whom it was about, with nothing changed."""
        about = self._chosen.one if self._chosen is not None else None
        if about is None and self.parting.view is not None:
            about = self.parting.view.person.id
        self.asked.emit(Place.person(about) if about is not None else Place("duplicates"))


def _same(one: FoundPair, other: FoundPair) -> bool:
    return ordered(one.one, one.other) == ordered(other.one, other.other)

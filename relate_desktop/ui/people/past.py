"""The book as it was on a past day: everybody there was, clearly marked, and only to be read."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QListView, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes, OperationKind
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.day_panel import DayPanel
from relate_desktop.ui.kit.empty import EmptyPage
from relate_desktop.ui.kit.fields import SearchField
from relate_desktop.ui.kit.labels import Heading, IconLabel, SafeLabel
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.around import place_within
from relate_desktop.ui.people.model import PeopleModel
from relate_desktop.ui.people.outward import Outward
from relate_desktop.ui.people.past_person import PastPerson, PastView, past_view
from relate_desktop.ui.people.rows import PersonDelegate
from relate_desktop.words.dates import full_day
from relate_desktop.words.translation import _, ngettext

if TYPE_CHECKING:
    from relate_desktop.domain.people import ContactSummary
    from relate_desktop.services.book import OpenBook


class PastRoom(Room):
    """Places: ``past/<day>`` and ``past/<day>/<contact>``, a day such as ``2026-03-14``.

    The past book is a copy in memory: it is let go of when the room leaves the front.
    """

    def __init__(self, book: "OpenBook", work: Work, news: News) -> None:
        super().__init__()
        self._book, self._work = book, work
        self._day: date | None = None
        self._past: OpenBook | None = None
        self._wanted: ContactId | None = None
        self._opening: Job[OpenBook] | None = None
        self._reading: Job[PastView] | None = None
        self._photos = Photos(book.contacts.photo, work, self)
        self.outward = Outward(book.exports, work, self)
        self.outward.said.connect(self.said)
        self.model = PeopleModel(self._rows, lambda _ids: b"", self._now, self)
        self._build()
        news.changed.connect(self._news)
        work.progressed.connect(self._copying)

    # what the shell asks

    @property
    def title(self) -> str:
        """The place for the window's title."""
        return _("The book on a past day")

    def go(self, place: Place) -> None:
        """Show a day, and perhaps somebody as they were."""
        day, contact = _meant(place.rest)
        day = min(day or self._today(), self._today())
        self._wanted = contact
        if day != self._day or self._past is None:
            self._open(day)
        else:
            self._choose()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """Finding; nothing can be changed here."""
        return {} if self._past is None else {"find": self.search.setFocus}

    def regions(self) -> Sequence[QWidget]:
        """The list, then the person, then the way back."""
        return [self.view, self.person.written, self.back]

    def default_focus(self) -> QWidget | None:
        """The list."""
        return self.view

    def keep(self) -> None:
        """Let go of the copy: it takes as much memory as the book is large."""
        self._close()

    # building

    def _build(self) -> None:
        self.banner = Panel("past.banner", _("The past"), "notice")
        self.words = Heading("", "past.title", "bodyMedium")
        self.words.setWordWrap(True)
        self.hint = SafeLabel(
            _("It can be read, and nothing here can be changed."), "small", "text2", wrap=True
        )
        self.another = Button(_("Another day…"), "past.another", small=True)
        self.back = Button(_("Back to today"), "past.back", kind="primary", small=True)
        self.another.clicked.connect(self._ask_day)
        self.back.clicked.connect(self._go_back)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.words)
        texts.addWidget(self.hint)
        row = QHBoxLayout(self.banner)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel("clock-counter-clockwise", colour="amber", size=22))
        row.addLayout(texts, 1)
        row.addWidget(self.another)
        row.addWidget(self.back)
        self.split = QSplitter()
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self._left())
        self.split.addWidget(self._right())
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([308, 1000])
        stop = Button(_("Cancel"), "past.stop")
        stop.clicked.connect(self._go_back)
        self.waiting = EmptyPage("clock-counter-clockwise", _("Going back"), "", button=stop)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.waiting)
        self.pages.addWidget(self.split)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        shelf = QVBoxLayout()
        shelf.setContentsMargins(16, 12, 16, 12)
        shelf.addWidget(self.banner)
        box.addLayout(shelf)
        box.addWidget(self.pages, 1)

    def _left(self) -> QWidget:
        left = Panel("past.side", _("People on that day"), "page")
        left.setMinimumWidth(240)
        left.setMaximumWidth(420)
        self.search = SearchField("past.search", _("Search that day"), _("Name, company, circle or number"))
        self.search.setPlaceholderText(_("Search that day…"))
        self.search.textChanged.connect(lambda _text: self._list())
        self.view = QListView()
        named(self.view, "past.list", _("People on that day"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(PersonDelegate(self._photos.picture, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setLayoutMode(QListView.LayoutMode.Batched)
        self.view.setBatchSize(500)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self._photos.arrived.connect(self.view.viewport().update)
        self.count = SafeLabel("", "caption", "text3")
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 14, 0, 8)
        box.setSpacing(10)
        for widget in (self.search, self.view, self.count):
            if widget is self.view:
                box.addWidget(widget)
                continue
            beside = QHBoxLayout()
            beside.setContentsMargins(16, 0, 16, 0)
            beside.addWidget(widget)
            box.addLayout(beside)
        return left

    def _right(self) -> QWidget:
        self.person = PastPerson(self._photos)
        self.person.copied.connect(self.outward.copy)
        self.person.opened.connect(self._follow)
        self.nobody = EmptyPage("users", _("No one was here yet"), _("On that day nobody was in the book."))
        self.choose = EmptyPage("users", _("Choose somebody to see them as they were"), "")
        self.right = QStackedWidget()
        for page in (self.nobody, self.choose, self.person):
            self.right.addWidget(page)
        return self.right

    @cached_property
    def day_panel(self) -> DayPanel:
        """The panel that asks for a day."""
        panel = DayPanel(self)
        panel.chosen.connect(lambda day: self.asked.emit(Place("past", self._rest(day))))
        return panel

    # going back and forth

    def _open(self, day: date) -> None:
        self._close()
        self._day = day
        self.words.set_heading(_("The book as it was on {day}").format(day=full_day(day)))
        self.waiting.say(_("Going back to {day}").format(day=full_day(day)), "")
        self.pages.setCurrentWidget(self.waiting)
        self._opening = self._work.run(
            Lane.READ,
            lambda job: self._book.as_of(day, job.step),
            lambda past: self._opened(day, past),
            self._failed,
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _failed(self, error: BaseException) -> None:
        """There is no way back to that day now, such as for want of memory."""
        self._close()
        self.asked.emit(Place("history"))
        self._work.failed.emit(error)

    def _copying(self, job: Job[object]) -> None:
        """Say how much of the book is copied, while it takes long enough to be read."""
        if job is self._opening and (fraction := job.progress.fraction) is not None:
            heading = self.waiting.heading.text()
            self.waiting.say(heading, _("{percent} % of the book").format(percent=round(100 * fraction)))

    def _opened(self, day: date, past: "OpenBook") -> None:
        if day != self._day or not self.isVisible():
            past.close()
            return
        self._opening, self._past = None, past
        self.pages.setCurrentWidget(self.split)
        self._list()
        self.acts_changed.emit()

    def _close(self) -> None:
        for job in (self._opening, self._reading):
            if job is not None:
                job.cancel()
        self._opening = self._reading = None
        self.model.set_ids(array("q"))
        past, self._past = self._past, None
        self.pages.setCurrentWidget(self.waiting)
        if past is not None:
            # somebody may be reading it still: a worker waits for that, not the window
            self._work.run(Lane.READ, lambda _job: past.close(), kind=JobKind.DETAIL)

    def _news(self, changes: Changes) -> None:
        """Who is erased for good is gone from every past day as well, at once."""
        may_be_erased = changes.operation in {OperationKind.FORGET, None}
        if may_be_erased and self._past is not None and self._day is not None:
            self._wanted = self._current()
            self._open(self._day)

    def _go_back(self) -> None:
        current = self._current()
        self._close()
        self.asked.emit(Place("people") if current is None else Place.person(current))

    def _ask_day(self) -> None:
        began = self._book.history.began_at()
        here = self._book.present().here
        first = None if began is None else began.astimezone(here).date()
        self.day_panel.ask(first, self._today(), self._day or self._today())

    # the people of the day

    def _rows(self, ids: Sequence[int]) -> "Sequence[ContactSummary]":
        past = self._past
        return [] if past is None else past.contacts.summaries([ContactId(one) for one in ids])

    def _list(self) -> None:
        past, words = self._past, self.search.text().strip()
        if past is None:
            return
        self._work.run(
            Lane.READ,
            lambda _job: past.search.ids(words) if words else past.contacts.ids(),
            lambda ids: self._listed(past, words, ids),
            lambda _error: None,
            kind=JobKind.SEARCH,
            owner=self,
        )

    def _listed(self, past: "OpenBook", words: str, ids: "array[int]") -> None:
        if past is not self._past or words != self.search.text().strip():
            return
        self._wanted = self._wanted if self._wanted is not None else self._current()
        self.model.set_ids(ids)
        self.count.setText(
            ngettext("{count} person", "{count} people", len(ids)).format(count=f"{len(ids):,}")
        )
        self.right.setCurrentWidget(self.choose if ids or words else self.nobody)
        self._choose()

    def _choose(self) -> None:
        """Go to who was asked for, else to the first."""
        wanted, self._wanted = self._wanted, None
        index = self.model.index_of(wanted if wanted is not None else -1)
        if index.isValid() or self.model.rowCount():
            self.view.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
            self.view.scrollTo(self.view.currentIndex())

    def _chosen(self) -> None:
        past, contact = self._past, self._current()
        if past is None or contact is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._work.run(
            Lane.READ,
            lambda _job: past_view(past, contact),
            lambda view: self._show(past, view),
            lambda _error: None,
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _show(self, past: "OpenBook", view: PastView) -> None:
        if past is self._past and view.person.id == self._current():
            self.person.show_person(view)
            self.right.setCurrentWidget(self.person)
            if self._day is not None:
                self.settled.emit(Place("past", self._rest(self._day)))

    def _follow(self, address: str) -> None:
        """A line leads to somebody else on the same day, or out of the window."""
        place = place_within(address)
        if place is None:
            self.outward.open(address)
        elif place.contact is not None and self._day is not None:
            self.asked.emit(Place("past", f"{self._day.isoformat()}/{place.contact}"))

    def _current(self) -> ContactId | None:
        found = self.model.id_at(self.view.currentIndex())
        return None if found is None else ContactId(found)

    def _rest(self, day: date) -> str:
        current = self._current()
        return day.isoformat() if current is None else f"{day.isoformat()}/{current}"

    def _today(self) -> date:
        return self._book.present().today

    def _now(self) -> datetime:
        return self._book.clock() if self._past is None else self._past.clock()


def _meant(rest: str) -> tuple[date | None, ContactId | None]:
    """The day and the person of a place; None for what is neither."""
    head, _slash, tail = rest.partition("/")
    try:
        day = date.fromisoformat(head)
    except ValueError:
        day = None
    known = tail.isascii() and tail.isdecimal() and len(tail) <= 18
    return day, ContactId(int(tail)) if known else None

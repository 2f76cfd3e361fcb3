"""What changed: every change in words, newest first; any of them can be taken back."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes, HistoryEntry, Reverted
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.place import Place
from relate_desktop.domain.text import isolate, visible
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.history.inspector import ChangeInspector
from relate_desktop.ui.history.model import HistoryModel, may_take_back, parting
from relate_desktop.ui.history.reading import Told, read_change
from relate_desktop.ui.history.rows import HistoryDelegate
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.day_panel import DayPanel
from relate_desktop.ui.kit.empty import EmptyPage
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.paged import PAGE
from relate_desktop.ui.kit.room import Message, Room
from relate_desktop.ui.kit.side_pane import WIDTH
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

_LEAST_LIST = 460
_LEAST_WORDS = 260
_MARGINS = (36, 28, 22, 12)
_LONGEST = 28
"""Letters of a name in the heading."""
_PAUSE = 120
"""Milliseconds a change stays chosen before it is read: arrow keys pass by many."""


@dataclass(frozen=True, slots=True)
class Found:
    """The changes there are, the first of them read."""

    ids: "array[int]"
    first: Sequence[HistoryEntry]
    called: str
    began_on: date | None


class HistoryRoom(Room):
    """Places: ``history``, ``history/people/<id>``, ``history/<changeset>``."""

    def __init__(
        self, book: "OpenBook", work: Work, news: News, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._book, self._history, self._work, self._clock = book, book.history, work, clock
        self._contact: ContactId | None = None
        self._wanted: ChangesetId | None = None
        self._began_on: date | None = None
        self._changes = Fresh(work, self, self._reader, self._show)
        self._details: Job[Told] | None = None
        self.model = HistoryModel(self._history.page, clock, self)
        self._build()
        self._lay_out()
        news.changed.connect(self._news)

    # what the shell asks

    @property
    def title(self) -> str:
        """The place's name."""
        return _("History")

    def go(self, place: Place) -> None:
        """Show the changes of everybody or of one person, or one change."""
        head, _slash, tail = place.rest.partition("/")
        about = ContactId(int(tail)) if head == "people" and _number(tail) else None
        self._wanted = ChangesetId(int(head)) if _number(head) else None
        if about != self._contact:
            self._contact = about
            self.model.set_ids(array("q"))
        self._changes.ask()

    def regions(self) -> Sequence[QWidget]:
        """The list, then what can be done with the chosen change."""
        return [self.view, self.take_back]

    def default_focus(self) -> QWidget | None:
        """The list."""
        return self.view

    # building

    def _build(self) -> None:
        self.view = QListView()
        named(self.view, "history.list", _("What changed"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(HistoryDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setLayoutMode(QListView.LayoutMode.Batched)
        self.view.setBatchSize(500)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.inspector = ChangeInspector()
        self.inspector.take_back_asked.connect(self._take_back)
        self.inspector.plan_asked.connect(lambda: self._tell(plan=True))
        self.inspector.opened.connect(self.asked)
        self.take_back = self.inspector.take_back
        self.heading = Heading(_("What changed"), "history.title")
        self.heading.setWordWrap(True)
        self.everything = Button(_("Show everything"), "history.everything", kind="quiet")
        self.everything.clicked.connect(lambda: self.asked.emit(Place("history")))
        self.day = Button(_("The book on a past day…"), "history.day", icon="clock-counter-clockwise")
        self.day.clicked.connect(self._ask_day)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(lambda: self._tell(plan=False))
        theme().changed.connect(self._fit)

    def _lay_out(self) -> None:
        self._empty = EmptyPage(
            "clock-counter-clockwise",
            _("Nothing has changed yet"),
            _("Every change you make is listed here, and any of them can be taken back."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._words = SafeLabel(
            _("Newest first. Taking one back keeps what was changed since."), tone="text2", wrap=True
        )
        self.view.setAccessibleDescription(self._words.text())
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self._words)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(8)
        for button in (self.everything, self.day):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(8)
        self._head.addLayout(words, 1)
        self._head.addLayout(self._buttons)
        main = Frame("page")
        box = self._box = QVBoxLayout(main)
        box.setSpacing(16)
        box.addLayout(self._head)
        box.addWidget(self._stack, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(main, 1)
        self._row.addWidget(self.inspector)
        self.everything.hide()
        self.inspector.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The chosen change goes under the list where both have no room side by side."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tight = self.width() < theme().scaled(WIDTH) + _LEAST_LIST
        direction = QBoxLayout.Direction.TopToBottom if tight else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self.inspector.lie_down(self.height() if tight else 0)
        low = theme().low(self.height())
        self._box.setContentsMargins(_MARGINS[0], 12 if low else _MARGINS[1], *_MARGINS[2:])
        self._words.setVisible(not low)
        beside = 0 if tight or self.inspector.isHidden() else theme().scaled(WIDTH)
        room = self.width() - beside - _MARGINS[0] - _MARGINS[2]
        buttons = [one.sizeHint().width() for one in (self.everything, self.day) if not one.isHidden()]
        wide, tall = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        needed = sum(buttons) + 8 * len(buttons)
        self._head.setDirection(wide if needed + theme().scaled(_LEAST_WORDS) <= room else tall)
        self._buttons.setDirection(wide if needed <= room else tall)

    # reading

    def _news(self, _changes: Changes) -> None:
        if self.isVisible():
            self._changes.ask()

    def _reader(self) -> Callable[[], Found]:
        contact = self._contact
        return lambda: self._find(contact)

    def _find(self, contact: ContactId | None) -> Found:
        ids = self._history.ids(contact)
        called = ""
        if contact is not None:
            for row in self._book.contacts.summaries([contact]):
                called = visible(row.called, _LONGEST)
        began = self._history.began_at()
        here = self._book.present().here
        return Found(
            ids,
            self._history.page(ids[:PAGE]),
            called,
            None if began is None else began.astimezone(here).date(),
        )

    def _show(self, found: Found) -> None:
        before = self.model.id_at(self.view.currentIndex())
        self._began_on = found.began_on
        self.model.fill(found.ids, found.first)
        about = _("What changed about {name}").format(name=isolate(found.called or _("No name")))
        self.heading.set_heading(_("What changed") if self._contact is None else about)
        self.everything.setVisible(self._contact is not None)
        self.day.setVisible(bool(found.ids))
        self._stack.setCurrentIndex(0 if found.ids else 1)
        self.inspector.setVisible(bool(found.ids))
        self._fit()
        wanted, self._wanted = self._wanted, None
        index = self.model.index_of(wanted if wanted is not None else before if before is not None else -1)
        self.view.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        self.view.scrollTo(self.view.currentIndex())
        self._tell(plan=False)

    def _chosen(self) -> None:
        self.take_back.setEnabled(False)
        self._pause.start()

    def _tell(self, *, plan: bool) -> None:
        """Read the chosen change, and what taking it back would come to."""
        self._pause.stop()
        changeset = self.model.id_at(self.view.currentIndex())
        if self._details is not None:
            self._details.cancel()
            self._details = None
        if changeset is None:
            return
        wanted, contact, now = ChangesetId(changeset), self._contact, self._clock()
        self._details = self._work.run(
            Lane.READ,
            lambda _job: read_change(self._history, wanted, contact, now, plan=plan),
            self._told,
            lambda _error: None,
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _told(self, told: Told) -> None:
        if told.entry.changeset == self.model.id_at(self.view.currentIndex()):
            self._details = None
            self.inspector.show_change(told)

    # acting

    def _take_back(self) -> None:
        entry = self.model.row_at(self.view.currentIndex())
        if entry is None or not may_take_back(entry):
            return
        if (place := parting(entry)) is not None:
            self.asked.emit(place)
            return
        changeset = entry.changeset
        self.take_back.setEnabled(False)
        self._work.run(
            Lane.WRITE,
            lambda _job: self._history.undo(changeset),
            self._taken_back,
            kind=JobKind.UNDO,
            owner=self,
        )

    def _taken_back(self, reverted: Reverted) -> None:
        self.view.setFocus()
        if reverted.changeset is None:
            self.said.emit(Message(_("Nothing of it could return."), "nothing"))

    @cached_property
    def day_panel(self) -> DayPanel:
        """The panel that asks for a day."""
        panel = DayPanel(self)
        panel.chosen.connect(self._go_back)
        return panel

    def _ask_day(self) -> None:
        """Ask for a day, beginning with that of the chosen change."""
        present = self._book.present()
        entry = self.model.row_at(self.view.currentIndex())
        day = present.today if entry is None else entry.at.astimezone(present.here).date()
        self.day_panel.ask(self._began_on, present.today, day)

    def _go_back(self, day: date) -> None:
        rest = day.isoformat() if self._contact is None else f"{day.isoformat()}/{self._contact}"
        self.asked.emit(Place("past", rest))


def _number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 18

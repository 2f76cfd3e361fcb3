"""The room of removed people: they wait here until put back, or erased for good."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.domain.text import isolate
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.empty import EmptyPage
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.removed.confirm import ConfirmErasing
from relate_desktop.ui.removed.rows import RemovedDelegate, RemovedModel
from relate_desktop.words.numbers import people
from relate_desktop.words.smart_lists import lists_that_stay
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


class RemovedRoom(Room):
    """Place: ``people/removed``."""

    def __init__(
        self, book: "OpenBook", work: Work, news: News, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._removed, self._work = book.removed, work
        self._row_after = 0
        self._waiting = Fresh(work, self, lambda: self._removed.ids, self._show)
        photos = Photos(book.contacts.photo, work, self)
        self.model = RemovedModel(self._removed.page, clock, self)
        self._build(photos)
        self._lay_out()
        photos.arrived.connect(self.view.viewport().update)
        theme().changed.connect(self.view.doItemsLayout)
        news.changed.connect(self._news)
        self._chosen()

    # what the shell asks

    @property
    def title(self) -> str:
        """The place's name."""
        return _("Removed people")

    def go(self, _place: Place) -> None:
        """Read who was removed."""
        self._waiting.ask()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """Ctrl+Enter puts the chosen people back."""
        return {"save": self._put_back} if self.chosen() else {}

    def regions(self) -> Sequence[QWidget]:
        """The list, then what can be done."""
        return [self.view, self.put_back]

    def default_focus(self) -> QWidget | None:
        """The list."""
        return self.view

    def chosen(self) -> list[ContactId]:
        """The chosen people, from top to bottom."""
        rows = sorted(self.view.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [ContactId(found) for index in rows if (found := self.model.id_at(index)) is not None]

    # building

    def _build(self, photos: Photos) -> None:
        self.view = QListView()
        named(self.view, "removed.list", _("Removed people"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(RemovedDelegate(photos.picture, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.view.selectionModel().selectionChanged.connect(self._chosen)
        self.put_back = Button(_("Put back"), "removed.put_back", kind="primary", icon="arrow-bend-up-left")
        self.erase = Button(_("Erase for good…"), "removed.erase", kind="danger", icon="trash")
        self.empty = Button(_("Empty…"), "removed.empty", kind="quiet")
        self.put_back.clicked.connect(self._put_back)
        self.erase.clicked.connect(self._ask_erase)
        self.empty.clicked.connect(self._ask_empty)
        self._actions = [
            self._action(_("Put back"), self._put_back),
            self._action(_("Erase for good…"), self._ask_erase),
        ]
        self.view.addActions(self._actions)

    def _action(self, words: str, act: Callable[[], object]) -> QAction:
        action = QAction(words, self.view)
        action.triggered.connect(lambda _on: act())
        return action

    def _lay_out(self) -> None:
        self._empty_page = EmptyPage(
            "trash",
            _("No one was removed"),
            _("Whoever you remove waits here, until you put them back or erase them for good."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty_page)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Heading(_("Removed people"), "removed.title"))
        self._words = SafeLabel("", tone="text2", wrap=True)
        words.addWidget(self._words)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        for button in (self.put_back, self.erase, self.empty):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(36, 28, 28, 12)
        box.setSpacing(16)
        box.addLayout(head)
        box.addWidget(self._stack, 1)

    # reading

    def _news(self, _changes: Changes) -> None:
        if self.isVisible():
            self._waiting.ask()

    def _show(self, ids: "array[int]") -> None:
        kept = self.chosen()
        self.model.set_ids(ids)
        self._stack.setCurrentIndex(0 if ids else 1)
        for button in (self.put_back, self.erase, self.empty):
            button.setVisible(bool(ids))
        self._words.setText(
            _("{people} waiting. Nobody is erased by waiting.").format(people=people(len(ids)).capitalize())
            if ids
            else ""
        )
        self._words.setVisible(bool(ids))
        still = [one for one in kept if self.model.index_of(one).isValid()]
        if ids and not still:
            self.view.setCurrentIndex(self.model.index(min(self._row_after, len(ids) - 1), 0))
        self._chosen()

    def _chosen(self) -> None:
        there = bool(self.chosen())
        for button in (self.put_back, self.erase):
            button.setEnabled(there)
        for action in self._actions:
            action.setEnabled(there)
        self._row_after = max(0, self.view.currentIndex().row())
        self.acts_changed.emit()

    # acting

    def _put_back(self) -> None:
        chosen = self.chosen()
        if chosen:
            self._write(lambda: self._removed.put_back(chosen))

    def _ask_erase(self) -> None:
        chosen = self.chosen()
        person = self.model.row_at(self.view.currentIndex())
        if not chosen:
            return
        who = (
            isolate(self.model.name(person))
            if len(chosen) == 1 and person is not None
            else people(len(chosen))
        )
        self._confirm(_("Erase {who} for good?").format(who=who), chosen)

    def _ask_empty(self) -> None:
        everybody = [ContactId(one) for one in self.model.ids()]
        if everybody:
            self._confirm(_("Erase {who} for good?").format(who=people(len(everybody))), everybody)

    def _confirm(self, heading: str, whom: Sequence[ContactId]) -> None:
        panel = ConfirmErasing(self, heading, lambda: self._write(lambda: self._removed.erase(whom)))
        panel.open_over(panel.keep)
        self._work.run(
            Lane.READ,
            lambda _job: self._removed.lists_naming(whom),
            lambda found: panel.tell(lists_that_stay(found)),
            kind=JobKind.DETAIL,
            owner=panel,
        )

    def _write(self, write: Callable[[], object]) -> None:
        self._work.run(
            Lane.WRITE,
            lambda _job: write(),
            lambda _done: self.view.setFocus(),
            kind=JobKind.EDIT,
            owner=self,
        )

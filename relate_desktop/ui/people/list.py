"""The list of people: search, circles, order, rows (mock 02, left)."""

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from relate_desktop.domain.change import Changes
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import CircleSummary, ContactSummary, PeopleFilter, PeopleSort
from relate_desktop.domain.query import Words
from relate_desktop.domain.query_text import parse
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button, IconButton, dividing, rounded
from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.empty import EmptyPage
from relate_desktop.ui.kit.fields import SearchField
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.labels import Heading
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.tab_order import order_tabs
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.filters import Filters
from relate_desktop.ui.people.list_foot import ListFoot
from relate_desktop.ui.people.model import PeopleModel
from relate_desktop.ui.people.rows import PersonDelegate
from relate_desktop.ui.people.selection import chosen_in, leave_one, selection_of
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.contacts import ContactsService
    from relate_desktop.services.exports import ExportsService
    from relate_desktop.services.search import SearchService


class PeopleList(Panel):
    """Everybody, or whom search and circle leave. One tab stop; arrows move inside."""

    opened = Signal(list)
    """The chosen contact ids, in order; empty when nobody is chosen."""
    new_asked = Signal(str)
    """Somebody new is wanted, perhaps with a name."""
    deed_asked = Signal(str)
    """``write``, ``call`` or ``remind``, about the one who is chosen."""
    edit_asked = Signal()
    export_asked = Signal()
    remove_asked = Signal()

    def __init__(
        self,
        *,
        contacts: "ContactsService",
        search: "SearchService",
        exports: "ExportsService",
        photos: Photos,
        work: Work,
        news: News,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("people.side", _("List of people"), "page", parent=parent)
        self._contacts, self._searching, self._work = contacts, search, work
        self._filter, self._sort = PeopleFilter(), PeopleSort.NAME
        self._job: Job[array[int]] | None = None
        self._circles_now = Fresh(work, self, lambda: contacts.circles, self._show_circles)
        self._wanted: ContactId | None = None
        self._row_after_removal: int | None = None
        self._held_at = 0
        self._shown_for: tuple[str, PeopleFilter, PeopleSort] | None = None
        self.exactly = ""
        self.model = PeopleModel(self._rows, exports.as_vcards, clock, self, contacts.beginning)
        self._build(photos)
        photos.arrived.connect(self.view.viewport().update)
        theme().changed.connect(self.view.doItemsLayout)
        news.changed.connect(self._news)

    # what the room asks

    def refresh(self) -> None:
        """Read order and filters again; the selection stays where its people stay."""
        self._load()
        self._circles_now.ask()

    def show_first(self, rows: Sequence[ContactSummary]) -> None:
        """Show these people while the order of all is still being read."""
        self.model.set_first(rows)
        self.pages.setCurrentWidget(self.view)

    def filter_by(self, wanted: PeopleFilter) -> None:
        """Show only these people."""
        if wanted == self._filter:
            return
        self._filter = wanted
        self.filters.show_filter(wanted)
        self._load()

    def focus_search(self) -> None:
        """Put the cursor into the search field, its text marked."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def choose(self, contact: ContactId) -> None:
        """Select a person, now or as soon as the list has them."""
        index = self.model.index_of(contact)
        if not index.isValid():
            self._wanted = contact
            return
        self._wanted = None
        if self.view.currentIndex() != index or self.chosen() != [contact]:
            self.view.setCurrentIndex(index)
            self.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.view.scrollTo(index)

    def show_exactly(self, query: str) -> None:
        """Show whom a kept search finds; what is typed instead is forgiven its typos again."""
        self.exactly = query.strip()
        if self.search.text() == query:
            self._load()
        self.search.setText(query)

    def step(self, by: int) -> None:
        """Go to the next or the previous person."""
        row = max(0, min(self.model.rowCount() - 1, self.view.currentIndex().row() + by))
        self.view.setCurrentIndex(self.model.index(row, 0))

    def expect_removal(self) -> None:
        """Go on to the row that follows, once the chosen people have left the list."""
        self._row_after_removal = min((self.model.index_of(one).row() for one in self.chosen()), default=None)

    def chosen(self) -> list[ContactId]:
        """The selected people, from top to bottom."""
        return chosen_in(self.view.selectionModel(), self.model.ids())

    def _rows(self, ids: Sequence[int]) -> Sequence[ContactSummary]:
        people = [ContactId(one) for one in ids]
        self.model.explain(people, self._searching.matches(self.search.text(), people))
        return self._contacts.summaries(people)

    # building

    def _build(self, photos: Photos) -> None:
        self.setMinimumWidth(260)
        self.title = Heading(_("People"), "people.title")
        self.sort_button = IconButton(
            "sort-ascending", _("Sort people"), "people.sort", kind="quiet", small=True
        )
        self.sort_button.setMenu(self._sort_menu())
        add = IconButton("plus", _("New person"), "people.add", kind="primary", small=True, weight="bold")
        add.clicked.connect(lambda: self.new_asked.emit(""))
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title, 1)
        head.addWidget(self.sort_button)
        head.addWidget(add)
        self.search = SearchField("people.search", _("Search people"), _("Name, company, circle or number"))
        self.search.setPlaceholderText(_("Search people…"))
        self.search.textChanged.connect(self._typed)
        self.search.installEventFilter(self)
        self.filters = Filters(self.minimumWidth())
        self.filters.chosen.connect(self.filter_by)
        self.filters.searched.connect(self._ask_also)
        self._build_view(photos)
        self.foot = ListFoot()
        top = QVBoxLayout()
        top.setContentsMargins(16, 16, 16, 4)
        top.setSpacing(10)
        top.addLayout(head)
        top.addWidget(self.search)
        top.addWidget(self.filters)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(self.pages, 1)
        box.addWidget(self.foot)

    def _build_view(self, photos: Photos) -> None:
        self.view = QListView()
        named(self.view, "people.list", _("People"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(PersonDelegate(photos.picture, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setLayoutMode(QListView.LayoutMode.Batched)
        self.view.setBatchSize(500)
        self.view.setMouseTracking(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setDragEnabled(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._add_actions()
        self.view.installEventFilter(self)
        self.view.verticalScrollBar().rangeChanged.connect(self._stay)
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.view.activated.connect(lambda _index: self.opened.emit(self.chosen()))
        self.nobody = EmptyPage(
            "users",
            _("No one here yet"),
            _("Drop your phone’s contacts on this window, or add a person."),
            button=self._add_button(_("Add a person"), "people.empty.add", ""),
        )
        self.unfound_add = self._add_button("", "people.unfound.add", "search")
        self.unfound = EmptyPage("magnifying-glass", "", "", button=self.unfound_add)
        self.pages = QStackedWidget()
        for page in (self.view, self.nobody, self.unfound):
            self.pages.addWidget(page)

    def _add_actions(self) -> None:
        """The menu of a row: what buttons, the ⋯ menu and the menu bar do as well."""
        self.rhythm_menu = rounded(QMenu(_("Stay in touch"), self.view))
        self.circles_menu = rounded(QMenu(_("Circles"), self.view))
        write, call, remind = (
            self._action(words, partial(self.deed_asked.emit, deed))
            for deed, words in (("write", _("Write")), ("call", _("Call")), ("remind", _("Remind me…")))
        )
        self._for_one = [self._action(_("Edit…"), self.edit_asked.emit), write, call, remind]
        self.join = self._action(_("Join with…"), partial(self.deed_asked.emit, "join"))
        groups = (
            self._for_one,
            [self.rhythm_menu.menuAction(), self.circles_menu.menuAction()],
            [
                self.join,
                self._action(_("Export as vCard…"), self.export_asked.emit),
                self._action(_("Remove"), self.remove_asked.emit),
            ],
        )
        for number, group in enumerate(groups):
            if number:
                self.view.addAction(dividing(self.view))
            self.view.addActions(group)

    def _action(self, words: str, act: Callable[[], object]) -> QAction:
        action = QAction(words, self.view)
        action.triggered.connect(lambda _on: act())
        return action

    def _add_button(self, words: str, identifier: str, source: str) -> Button:
        button = Button(words or _("Add a person"), identifier, icon="user-plus")
        button.clicked.connect(lambda: self.new_asked.emit(self._name_typed() if source else ""))
        return button

    def _sort_menu(self) -> QMenu:
        menu = rounded(QMenu(self.sort_button))
        group = QActionGroup(menu)
        words = {
            PeopleSort.RECENT: _("Last in touch"),
            PeopleSort.NAME: _("Name"),
            PeopleSort.ADDED: _("Recently added"),
            PeopleSort.DUE: _("Next reminder"),
        }
        for order, name in words.items():
            action = QAction(name, menu, checkable=True, checked=order is self._sort)
            action.triggered.connect(lambda _checked, order=order: self._sort_by(order))
            group.addAction(action)
            menu.addAction(action)
        return menu

    # loading

    def _sort_by(self, order: PeopleSort) -> None:
        self._sort = order
        self._load()

    def _typed(self, _text: str) -> None:
        self._load()

    def _ask_also(self, query: str) -> None:
        """Ask for one thing more; what is asked already stays."""
        words = self.search.text().split()
        self.search.setText(" ".join([*words, *([] if query in words else [query])]))

    def _name_typed(self) -> str:
        """What is typed, if it may be a name: filters are none."""
        text = self.search.text().strip()
        return text if isinstance(parse(text), Words) else ""

    def _load(self) -> None:
        words, wanted, order = self.search.text().strip(), self._filter, self._sort
        exact = words == self.exactly
        if self._job is not None:
            self._job.cancel()

        def ids(_job: Job["array[int]"]) -> "array[int]":
            if not words:
                return self._contacts.ids(wanted, order)
            return (self._searching.exactly if exact else self._searching.ids)(words, wanted)

        def show(found: "array[int]") -> None:
            if job is self._job:
                self._show(words, found)

        job = self._job = self._work.run(Lane.READ, ids, show, kind=JobKind.SEARCH, owner=self)

    def _show(self, words: str, found: "array[int]") -> None:
        if words != self.search.text().strip():
            return
        if not found and not words and self._filter.batch_changeset is not None:
            # the import was undone: those who were here before are all still here
            self.filter_by(PeopleFilter())
            return
        kept, bar = self.chosen(), self.view.verticalScrollBar()
        asked = (words, self._filter, self._sort)
        self._held_at = bar.value() if asked == self._shown_for else 0
        self._shown_for = asked
        self.model.set_ids(found)
        if words and not found and self._name_typed():
            self.unfound.say(_("No one called “{words}”").format(words=words), "")
            self.unfound_add.set_words(_("Add {words} as a new person").format(words=words))
        elif words and not found:
            self.unfound.say(_("No one here"), _("Nobody answers this search now."))
            self.unfound_add.set_words(_("Add a person"))
        page: QWidget = self.view if found else self.unfound if words else self.nobody
        if not found and not words and self._filter != PeopleFilter():
            self.unfound.say(_("No one here"), _("Nobody is in this circle yet."))
            self.unfound_add.set_words(_("Add a person"))
            page = self.unfound
        self.pages.setCurrentWidget(page)
        self.foot.say(len(found), searched=bool(words))
        self._keep_selection(kept)

    def _stay(self, _least: int, most: int) -> None:
        # rows are laid out in batches: the place that was seen is there again only after some of them
        if 0 < self._held_at <= most:
            self.view.verticalScrollBar().setValue(self._held_at)
            self._held_at = 0

    def _keep_selection(self, kept: Sequence[ContactId]) -> None:
        row, remain = self._row_after_removal, selection_of(self.model, kept)
        if row is not None and kept and not remain:
            self._row_after_removal = None
            if not self.model.rowCount():
                self.opened.emit([])
            self.view.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), 0))
        elif self._wanted is not None:
            self.choose(self._wanted)
        elif kept and not self.chosen():
            rows, flag = self.view.selectionModel(), QItemSelectionModel.SelectionFlag
            rows.select(remain, flag.ClearAndSelect)
            if remain.isEmpty():
                self.opened.emit([])
            else:
                rows.setCurrentIndex(remain.first().topLeft(), flag.NoUpdate)

    def _show_circles(self, circles: Sequence[CircleSummary]) -> None:
        self.filters.show_circles(circles, max(self.minimumWidth(), self.width()))
        order_tabs((self,))

    def _news(self, _changes: Changes) -> None:
        # several commits in one breath are read once
        QTimer.singleShot(0, self, self.refresh)

    # moving

    def _selected(self) -> None:
        chosen = self.chosen()
        self.join.setVisible(len(chosen) <= 2)
        for action in self._for_one:
            action.setEnabled(len(chosen) == 1)
        self.opened.emit(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrow down and Enter in the search go to the list; there Delete removes, Esc leaves one alone."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            onward = event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if watched is self.search and onward and self.model.rowCount():
                self._go_to_rows()
                return True
            if watched is self.view and event.matches(QKeySequence.StandardKey.Delete):
                self.remove_asked.emit()
                return True
            if watched is self.view and event.key() == Qt.Key.Key_Escape and leave_one(self.view):
                return True
        return super().eventFilter(watched, event)

    def _go_to_rows(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, 0))

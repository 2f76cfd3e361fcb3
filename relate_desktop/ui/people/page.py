"""The room of people: list left, the chosen person right (mock 02)."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary, PeopleFilter, PeopleSort
from relate_desktop.domain.place import Place
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.slot import PersonSlot
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.joining import join_place
from relate_desktop.ui.people.kept_searches import KeptSearches
from relate_desktop.ui.people.list import PeopleList
from relate_desktop.ui.people.look_up import LookUpOffer
from relate_desktop.ui.people.recent import SHOWN, RecentPage
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook
    from relate_desktop.ui.people.editor import PersonEditor
    from relate_desktop.ui.people.one import OnePerson
    from relate_desktop.ui.people.person import PersonPage
    from relate_desktop.ui.people.several import SeveralPage
    from relate_desktop.ui.people.several_desk import SeveralDesk


class PeopleRoom(Room):
    """Places: ``people``, ``people/<id>``, ``people/<id>/edit``, ``people/new``, ``people/circle/<name>``,
    ``people/list/<name>``, ``people/added/<changeset>``;
    ``people/<id>/write``, ``call``, ``relations`` do that once it is shown."""

    def __init__(
        self,
        book: "OpenBook",
        work: Work,
        news: News,
        clock: Clock,
        *,
        timeline: Callable[[], PersonSlot],
        preferences: PreferencesService,
        first: Sequence[ContactSummary] = (),
    ) -> None:
        super().__init__()
        self._book, self._work, self._clock, self._heard = book, work, clock, news
        self._make_timeline, self._preferences = timeline, preferences
        self._shown: ContactId | None = None
        self._photos = Photos(book.contacts.photo, work, self)
        self.list = PeopleList(
            contacts=book.contacts,
            search=book.search,
            exports=book.exports,
            photos=self._photos,
            work=work,
            news=news,
            clock=clock,
        )
        self.kept_searches = KeptSearches(self.list, book.smart_lists, work, self)
        self.look_up = LookUpOffer(self.list, preferences, self)
        self.look_up.asked.connect(self.lookup_asked)
        self.recent = RecentPage(clock)
        show = self.recent.show_people
        self._latest = Fresh(work, self, lambda: self._read_latest, show, lambda _error: None)
        self._build()
        self._connect(news)
        if first:
            self.list.show_first(first)
        self.list.refresh()
        self._latest.ask()

    # what the shell asks

    @property
    def title(self) -> str:
        """The place for the window's title."""
        if self._editing:
            return _("New person") if self.editor.is_new else _("Edit person")
        return _("People")

    def go(self, place: Place) -> None:
        """Show everybody, a circle, a person, or the form for one."""
        head, _slash, tail = place.rest.partition("/")
        if head == "new":
            self._edit(None, tail)
            return
        if head == "circle":
            self.kept_searches.leave()
            self.list.filter_by(PeopleFilter(circle=tail))
        elif head == "list":
            self.kept_searches.show(tail)
        elif head == "added" and tail.isdecimal():
            self.list.filter_by(PeopleFilter(batch_changeset=int(tail)))
        elif not head:
            self.list.filter_by(PeopleFilter())
            self.kept_searches.leave()
        elif place.contact is not None and tail == "edit":
            self._edit(place.contact)
            return
        elif place.contact is not None:
            self.list.choose(place.contact)
            self._open([place.contact], tail)
        self._stack.setCurrentWidget(self._split)
        self.retitled.emit()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What can be done here now."""
        if self._editing:
            return {"save": self.editor.save}
        acts: dict[str, Callable[[], object]] = {
            "find": self.list.focus_search,
            "person.previous": lambda: self.list.step(-1),
            "person.next": lambda: self.list.step(1),
        }
        chosen = self.list.chosen() or ([self._shown] if self._shown is not None else [])
        if chosen:
            acts |= {"person.remove": self._remove, "person.export": self._export}
        if len(chosen) == 1:
            acts |= {"person.edit": self._edit_shown, "person.copy": self._copy}
            acts |= {"person.around": lambda: self._do("relations"), "person.graph": self._graph}
            acts |= self.look_up.acts(chosen[0])
            view = self.person.view if self._made("one") else None
            if view is not None:
                acts |= {"person.sources": self.one.show_sources, "person.history": self.one.show_history}
            if view is not None and view.write:
                acts["person.write"] = self.person.header.ask_write
            if view is not None and view.call:
                acts["person.call"] = self.person.header.ask_call
        return acts

    def regions(self) -> Sequence[QWidget]:
        """List, then page; or the form."""
        if self._editing:
            return [self.editor.first_field]
        return [self.list.view, self.person.timeline.view] if self._made("one") else [self.list.view]

    def default_focus(self) -> QWidget | None:
        """The list, or the first field of the form."""
        return self.regions()[0]

    def keep(self) -> None:
        """Keep what is typed, and how wide the list stands."""
        if self.isVisible() and not self._editing:
            self._preferences.change(people_width=self.list.width())
        if self._made("editor"):
            self.editor.keep()
        if self._made("one"):
            self.person.timeline.keep()

    def warm(self) -> None:
        """Make the page of a person, so that the first is opened as quickly as the next."""
        self.person.ensurePolished()

    # building

    def _build(self) -> None:
        self._right = QStackedWidget()
        self._right.addWidget(self.recent)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setObjectName("people.split")
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.list)
        self._split.addWidget(self._right)
        self._split.setStretchFactor(1, 1)
        self.list.setMaximumWidth(420)
        self._split.setSizes([self._preferences.current.people_width, 1000])
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def _connect(self, news: News) -> None:
        news.changed.connect(self._news)
        self.list.opened.connect(self._open)
        self.recent.opened.connect(lambda contact: self.go(Place.person(contact)))
        self.kept_searches.asked.connect(self.asked)
        self.list.edit_asked.connect(self._edit_shown)
        self.list.deed_asked.connect(self._do)
        self.list.rhythm_menu.aboutToShow.connect(lambda: self._fill_rhythms(self.list.rhythm_menu))
        self.list.circles_menu.aboutToShow.connect(lambda: self.desk.fill_circles(self.list.circles_menu))
        self.list.remove_asked.connect(self._remove)
        self.list.export_asked.connect(self._export)
        self.list.new_asked.connect(
            lambda name: self.asked.emit(Place("people", f"new/{name}" if name else "new"))
        )

    # what is made when it is first needed, so that a start does not wait for it

    @cached_property
    def one(self) -> "OnePerson":
        """The open person and what is done with them."""
        from relate_desktop.ui.people.one import OnePerson  # noqa: PLC0415

        one = OnePerson(
            self._book,
            self._work,
            self._clock,
            self._heard,
            photos=self._photos,
            timeline=self._make_timeline(),
            room=self,
        )
        one.shown.connect(self._show)
        one.gone.connect(self._gone)
        one.said.connect(self.said)
        one.asked.connect(self.asked)
        one.page.timeline.asked.connect(self.asked)
        one.page.facts.check_asked.connect(self.lookup_asked)
        self.look_up.add_to(one.page.header.menu, lambda: self._shown)
        one.page.header.edit_asked.connect(self._edit_shown)
        one.page.header.remind_asked.connect(lambda: self._do("remind"))
        one.page.header.remove_asked.connect(self._remove)
        one.page.header.export_asked.connect(self._export)
        menu = one.page.header.circles_menu
        menu.aboutToShow.connect(lambda: self.desk.fill_circles(menu))
        self._right.addWidget(one.page)
        return one

    @property
    def person(self) -> "PersonPage":
        """The page of one person."""
        return self.one.page

    @cached_property
    def desk(self) -> "SeveralDesk":
        """What is done with everybody who is chosen, and the page for it."""
        from relate_desktop.ui.people.several_desk import SeveralDesk  # noqa: PLC0415

        desk = SeveralDesk(self._book, self._work, photos=self._photos, chosen=self._selected, room=self)
        desk.said.connect(self.said)
        desk.page.export_asked.connect(self._export)
        desk.page.remove_asked.connect(self._remove)
        desk.page.join_asked.connect(self._join)
        self._right.addWidget(desk.page)
        return desk

    @property
    def several(self) -> "SeveralPage":
        """The page of several people at once."""
        return self.desk.page

    @cached_property
    def editor(self) -> "PersonEditor":
        """The form."""
        from relate_desktop.ui.people.editor import PersonEditor  # noqa: PLC0415
        from relate_desktop.ui.people.twins import TwinCard  # noqa: PLC0415

        twins = TwinCard(self._book, self._work)
        twins.open_asked.connect(lambda contact: self.asked.emit(Place.person(contact)))
        contacts, drafts = self._book.contacts, self._book.drafts
        editor = PersonEditor(contacts, drafts, self._work, self._clock, twins=twins)
        editor.saved.connect(self._saved)
        editor.left.connect(self._leave_editor)
        self._stack.addWidget(editor)
        return editor

    def _made(self, name: str) -> bool:
        """Whether one of these was needed already."""
        return name in vars(self)

    @property
    def _editing(self) -> bool:
        return self._made("editor") and self._stack.currentWidget() is self.editor

    # showing people

    def _open(self, chosen: Sequence[ContactId], then: str = "") -> None:
        self.acts_changed.emit()
        if not chosen:
            if self._shown is None:
                self._right.setCurrentWidget(self.recent)
            elif self._right.currentWidget() is not self.recent:
                self._right.setCurrentWidget(self.person)  # nobody of several is chosen any more
            return
        if len(chosen) > 1:
            self._right.setCurrentWidget(self.several)
            self.desk.show()
            return
        self._shown = chosen[0]
        self.one.load(chosen[0], then)
        self.settled.emit(Place.person(chosen[0]))

    def _show(self) -> None:
        if len(self.list.chosen()) <= 1:
            self._right.setCurrentWidget(self.person)
        self.acts_changed.emit()

    def _gone(self, contact: ContactId) -> None:
        if contact == self._shown:
            self._shown = None
            self._right.setCurrentWidget(self.recent)
            self.acts_changed.emit()

    def _read_latest(self) -> Sequence[ContactSummary]:
        contacts = self._book.contacts
        latest = contacts.ids(PeopleFilter(), PeopleSort.RECENT)[:SHOWN]
        return contacts.summaries([ContactId(one) for one in latest])

    def _news(self, changes: Changes) -> None:
        self._latest.ask()
        if self._made("one"):
            self.one.follow(changes)
        if self._made("desk"):
            self.desk.follow(changes)

    # acting

    def _selected(self) -> list[ContactId]:
        return self.list.chosen() or ([self._shown] if self._shown is not None else [])

    def _fill_rhythms(self, menu: QMenu) -> None:
        """Offer rhythms for who is chosen; of the open person it is known what holds."""
        chosen, view = self.list.chosen(), self.person.view
        if view is not None and chosen == [view.id]:
            self.one.deeds.fill_menu(menu, view.id, view.standing)
        else:
            self.desk.fill_rhythms(menu)

    def _do(self, deed: str) -> None:
        """Write to, call or be reminded of the one who is chosen."""
        for contact in self._selected()[:1]:
            if deed == "join":
                self._join()
            elif deed == "remind":
                self.asked.emit(Place("reminders", f"new/{contact}"))
            else:
                self.go(Place("people", f"{contact}/{deed}"))

    def _join(self) -> None:
        """Look at two people beside each other, or ask with whom the one is to be joined."""
        chosen = sorted(self._selected())
        if len(chosen) == 2:
            self.asked.emit(join_place(chosen[0], chosen[1]))
        elif len(chosen) == 1:
            self.one.join()

    def _graph(self) -> None:
        """Show who knows whom around the one who is chosen."""
        for contact in self._selected()[:1]:
            self.asked.emit(Place("relations", str(contact)))

    def _edit_shown(self) -> None:
        if self._shown is not None:
            self.asked.emit(Place("people", f"{self._shown}/edit"))

    def _edit(self, contact: ContactId | None, name: str = "") -> None:
        self.editor.start(contact, name)
        self._stack.setCurrentWidget(self.editor)
        self.retitled.emit()
        self.acts_changed.emit()
        self.editor.first_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self, contact: ContactId) -> None:
        self.editor.twins.settle(contact)
        self._stack.setCurrentWidget(self._split)
        self.asked.emit(Place.person(contact))

    def _leave_editor(self) -> None:
        self._stack.setCurrentWidget(self._split)
        place = Place.person(self._shown) if self._shown is not None else Place("people")
        self.asked.emit(place)

    def _remove(self) -> None:
        self.desk.remove(self.list.expect_removal)

    def _export(self) -> None:
        self.one.outward.export(self._selected())

    def _copy(self) -> None:
        view = self.person.view
        if view is not None:
            self.one.outward.copy(view.full_name)

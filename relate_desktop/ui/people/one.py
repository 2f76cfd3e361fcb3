"""The open person: read, shown, kept fresh, and what the buttons of the page do."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import JobKind
from relate_desktop.ui.kit.explanation import Explanation
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.slot import PersonSlot
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.around import place_within
from relate_desktop.ui.people.capture import PersonCapture
from relate_desktop.ui.people.deeds import PersonDeeds
from relate_desktop.ui.people.fact_lines import fact_lines
from relate_desktop.ui.people.joining import Joining, separate_place
from relate_desktop.ui.people.opened import Opened, OpenedToday
from relate_desktop.ui.people.outward import Outward
from relate_desktop.ui.people.person import PersonPage
from relate_desktop.ui.people.person_view import PersonView, view_of
from relate_desktop.ui.people.standing import standing_of
from relate_desktop.ui.people.whence import Whence
from relate_desktop.words.today import pacing_rule
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

MINUTE = 60_000
"""Milliseconds after which clocks and days on the page are said anew."""


class OnePerson(QObject):
    """``page`` shows the person that was loaded last."""

    shown = Signal()
    """The page shows who was asked for, or something new about them."""
    gone = Signal(object)
    """The ContactId of somebody who is no longer there."""
    said = Signal(object)
    asked = Signal(object)
    """A Place to go to."""

    def __init__(
        self,
        book: "OpenBook",
        work: Work,
        clock: Clock,
        news: News,
        *,
        photos: Photos,
        timeline: PersonSlot,
        room: QWidget,
    ) -> None:
        super().__init__(room)
        self._book, self._work, self._clock, self._heard = book, work, clock, news
        self._view = Fresh(work, self, self._reader, self._show, self._lost, kind=JobKind.DETAIL)
        self._clocks = False
        self._contact: ContactId | None = None
        self._then = ""
        self._opened = OpenedToday()
        self.page = PersonPage(photos, timeline, PersonCapture(book.captures, work))
        self.deeds = PersonDeeds(book, work, self)
        self.outward = Outward(book.exports, work, room)
        self.joining = Joining(book, work, self.page)
        self.whence = Whence(book, work, self.page)
        self._connect()
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE)
        self._minute.timeout.connect(self._refresh)

    def load(self, contact: ContactId, then: str = "", *, anew: bool = False, clocks: bool = False) -> None:
        """Show a person; ``then`` is ``write`` or ``call``, to do so once they are shown.

        With ``clocks`` what happened stays as it is shown: nothing but the time is another.
        """
        self._then = then or self._then
        waits = self._view.on_its_way
        if waits and not anew and contact == self._contact:
            # what is on its way already is about this person as they are now
            return
        if contact != self._contact:
            self.whence.leave()
        self._contact = contact
        self._clocks = clocks and (self._clocks or not waits)
        self._view.ask()

    def _reader(self) -> Callable[[], PersonView] | None:
        contact, timeline = self._contact, None if self._clocks else self.page.timeline
        return None if contact is None else lambda: self._compose(contact, timeline)

    def follow(self, changes: Changes) -> None:
        """Show what changed about the person."""
        beside = self.page.view.beside if self.page.view is not None else ()
        if self._contact is not None and any(map(changes.touches, (self._contact, *beside))):
            self.load(self._contact, anew=True)

    # building

    def _connect(self) -> None:
        page = self.page
        page.header.write_asked.connect(self._write)
        page.header.call_asked.connect(self._call)
        page.header.join_asked.connect(self.join)
        page.header.separate_asked.connect(self._separate)
        page.copied.connect(self.outward.copy)
        page.opened.connect(self._open)
        page.around_asked.connect(self._show_around)
        page.graph_asked.connect(self._show_graph)
        page.promises.kept.connect(self.deeds.keep_promise)
        page.facts.source_asked.connect(self.outward.open)
        page.facts.remove_asked.connect(self.deeds.remove_fact)
        page.opened_card.settled.connect(self._answered)
        page.offer_card.answered.connect(self._agreed)
        page.summary.menu.aboutToShow.connect(self._fill_menu)
        page.summary.why_asked.connect(self._explain)
        page.header.sources_asked.connect(self.show_sources)
        page.header.history_asked.connect(self.show_history)
        page.details.story_asked.connect(self.whence.tell)
        self.whence.asked.connect(self.asked)
        page.timeline.said.connect(self.said)
        self.outward.said.connect(self.said)
        self.joining.asked.connect(self.asked)

    def join(self) -> None:
        """Ask with whom the open person is to be joined."""
        if self.page.view is not None:
            self.joining.ask(self.page.view.id, self.page.header.more)

    def _separate(self) -> None:
        if self.page.view is not None:
            self.asked.emit(separate_place(self.page.view.id))

    # reading and showing

    def _compose(self, contact: ContactId, timeline: PersonSlot | None) -> PersonView:
        contacts = self._book.contacts
        happened = timeline.read(contact) if timeline is not None else None
        found = contacts.get(contact)
        view = view_of(
            found,
            contacts.summaries([contact])[0],
            provenance=contacts.provenance(contact),
            happened=happened,
            circles=contacts.circles(),
            now=self._clock(),
            around=self._book.relations.around(contact),
        )
        standing = standing_of(self._book, found, view.called, view.gender)
        joined = self._book.merges.was_joined(contact)
        return replace(view, standing=standing, joined=joined, facts=fact_lines(self._book, contact))

    def _show(self, view: PersonView) -> None:
        self.page.show_person(view)
        self._show_opened()
        self._minute.start()
        self.shown.emit()
        then, self._then = self._then, ""
        deeds: dict[str, Callable[[], object]] = {
            "write": self.page.header.ask_write,
            "call": self.page.header.ask_call,
            "relations": self._show_around,
        }
        if then in deeds:
            deeds[then]()

    def _lost(self, _error: BaseException) -> None:
        gone, self._contact = self._contact, None
        self._minute.stop()
        if gone is not None:
            self.gone.emit(gone)

    def _refresh(self) -> None:
        """Say clocks and days anew, while somebody looks."""
        view = self.page.view
        if view is None or self._contact is None or self._view.on_its_way or not self.page.isVisible():
            return
        before = view.standing.present
        same_day = before is not None and before.today == self._book.present().today
        self.load(self._contact, anew=True, clocks=same_day)

    def _fill_menu(self) -> None:
        view = self.page.view
        if view is not None:
            menu = self.page.summary.menu
            self.deeds.fill_menu(menu, view.id, view.standing)
            menu.addSeparator()
            menu.addAction(_("How Relate chooses…"), self._explain)

    def _explain(self) -> None:
        preferred = self._book.preferences.current
        rule = pacing_rule(preferred.nudges_a_day, preferred.nudges_a_week)
        panel = Explanation(self.page, "person.pacing", _("How Relate chooses"), rule)
        panel.open_over(panel.close_button)

    def _agreed(self, agreed: bool) -> None:
        view = self.page.view
        if view is not None:
            self.deeds.agree(view.id, agreed=agreed)

    # where it came from

    def show_sources(self) -> None:
        """Tell where the value or the entry with the focus came from, or every value."""
        if self.page.view is not None and not self.page.timeline.tell_source():
            self.whence.ask(self.page.view.id)

    def show_history(self) -> None:
        """What changed about the person."""
        if self.page.view is not None:
            self.asked.emit(Place("history", f"people/{self.page.view.id}"))

    # people around them

    def _open(self, address: str) -> None:
        """A line leads to somebody else's page, or out of the window."""
        place = place_within(address)
        if place is None:
            self.outward.open(address)
        else:
            self.asked.emit(place)

    def _show_around(self) -> None:
        """Note who is what to the person."""
        from relate_desktop.ui.people.relations_panel import RelationsPanel  # noqa: PLC0415

        if self.page.view is not None:
            panel = RelationsPanel(self.page, self._book, self._work, self._heard, self.page.view)
            panel.closed.connect(panel.deleteLater)
            panel.open_over(panel.kind)

    def _show_graph(self) -> None:
        if self.page.view is not None:
            self.asked.emit(Place("relations", str(self.page.view.id)))

    # writing and calling

    def _write(self, address: str) -> None:
        kind = InteractionKind.MAIL if address.startswith("mailto:") else InteractionKind.MESSAGE
        if self.outward.open(address):
            self._remember(kind)

    def _call(self, number: str) -> None:
        view = self.page.view
        if self.outward.call(number, view.standing.late_hour if view is not None else ""):
            self._remember(InteractionKind.CALL)

    def _remember(self, kind: InteractionKind) -> None:
        view = self.page.view
        if view is not None:
            self._opened.add(Opened(view.id, kind, self._clock()))
            self._show_opened()

    def _show_opened(self) -> None:
        view = self.page.view
        if view is not None:
            here = self._book.present().here
            opened = self._opened.of(view.id, self._clock(), here)
            self.page.opened_card.show_opened(opened, view.called, here)

    def _answered(self, opened: Opened, came: bool) -> None:
        self._opened.settle(opened.contact)
        if came:
            self.deeds.reached_out(opened)

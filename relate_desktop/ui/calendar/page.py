"""The room of the calendar: agenda or month in the middle, the rail or an event beside it (mock 07)."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relate_desktop.domain.brief import Brief
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.calendar.agenda import AgendaList
from relate_desktop.ui.calendar.day_cells import LargeDay
from relate_desktop.ui.calendar.deeds import CalendarDeeds
from relate_desktop.ui.calendar.event import EventPanel
from relate_desktop.ui.calendar.head import AGENDA, MONTH, CalendarHead
from relate_desktop.ui.calendar.lines import AgendaLine, CalendarView, LineKind
from relate_desktop.ui.calendar.menus import CalendarMenu, EventMenu
from relate_desktop.ui.calendar.month import MonthTable
from relate_desktop.ui.calendar.nothing import NothingPage
from relate_desktop.ui.calendar.rail import Rail
from relate_desktop.ui.calendar.reading import CalendarPage, Problem, Wanted, read_agenda, read_page
from relate_desktop.ui.calendar.strangers import Strangers
from relate_desktop.ui.kit.cards import Frame, Page, column_line
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.strip import Strip
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

RAIL = 292
LEAST_MIDDLE = 400
EVENT = "event"


class CalendarRoom(Room):
    """Places: ``calendar``, ``calendar/2026-11-24`` for a day, ``calendar/month/2026-11-24`` for its
    month, ``calendar/event/<identity>/2026-11-24`` for an event on a day."""

    preferred = Signal()
    """Something else is preferred."""

    def __init__(self, book: "OpenBook", work: Work, news: News, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._work = book, work
        today = book.present().today
        self._wanted = Wanted(today, today, today, agenda=True)
        self._day = today
        self._identity = ""
        self._to_top = True
        self._problem: Problem | None = None
        self._photos = Photos(book.contacts.photo, work, self)
        self.deeds = CalendarDeeds(book, work, self)
        self.strip = Strip(self)
        self.head = CalendarHead()
        self.agenda = AgendaList(self._photos)
        self.month = MonthTable("calendar.month", LargeDay(), "small", scrolls=True)
        self.strangers = Strangers(book, work, self)
        self.rail = Rail(self.strangers.part)
        self.panel = EventPanel(book, work, self._photos, self.deeds)
        self.menu = EventMenu(self.deeds, self)
        self.calendar_menu = CalendarMenu(self.deeds, self)
        self._page = Fresh(work, self, self._reader, self._show)
        self.empty = NothingPage(work, lambda: self._page.on_its_way)
        self._lay_out()
        self._connect(news)

    # what the shell asks

    @property
    def title(self) -> str:
        """The place's name."""
        return _("Calendar")

    def go(self, place: Place) -> None:
        """Show today, a day, a month, or an event on a day."""
        head, _slash, tail = place.rest.partition("/")
        today = self._book.present().today
        identity, _slash, on = tail.partition("/") if head == EVENT else ("", "", "")
        shows_month = head == MONTH
        self._day = _day(on or tail if head in {EVENT, MONTH} else head) or today
        self._identity = identity
        self._to_top = not identity or not self._holds(self._day)
        begun = self._wanted.begun if identity and self._holds(self._day) else self._day
        self._wanted = Wanted(begun, self._day, self._day, agenda=not shows_month)
        self.head.views.choose(MONTH if shows_month else AGENDA)
        self._read()
        self.strangers.look()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """Reading the files again, and what concerns the event one is on."""
        return {"calendars.read": self.deeds.read_again}

    def regions(self) -> Sequence[QWidget]:
        """The days, then what stands beside them."""
        middle = self._middle.currentWidget()
        days = self.empty.add if middle is self.empty else middle
        beside = self.panel if self._beside.currentWidget() is self._event_page else self.rail.month
        return [one for one in (days, beside) if one is not None]

    def default_focus(self) -> QWidget | None:
        """The days."""
        return self.regions()[0]

    # making

    def _lay_out(self) -> None:
        self._middle = QStackedWidget()
        for one in (self.agenda, self._month_page(), self.empty):
            self._middle.addWidget(one)
        middle = Frame("page")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.head)
        strip = QVBoxLayout()
        strip.setContentsMargins(36, 0, 32, 0)
        strip.addWidget(self.strip)
        column.addLayout(strip)
        column.addWidget(self._middle, 1)
        self._rail_page = _scrolled(self.rail)
        self._event_page = _scrolled(self.panel)
        self._beside = QStackedWidget()
        self._beside.addWidget(self._rail_page)
        self._beside.addWidget(self._event_page)
        self._edge = column_line()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(middle, 1)
        self._row.addWidget(self._edge)
        self._row.addWidget(self._beside)

    def _month_page(self) -> QWidget:
        self._month_frame = Frame("page")
        box = QHBoxLayout(self._month_frame)
        box.setContentsMargins(36, 6, 32, 24)
        box.addWidget(self.month)
        return self._month_frame

    def _connect(self, news: News) -> None:
        asked = self.asked
        self.head.chosen.connect(self._view_chosen)
        self.head.today.clicked.connect(lambda: asked.emit(Place("calendar", self._month_place(None))))
        self.agenda.chosen.connect(self._stood_on)
        self.agenda.opened.connect(self._open)
        self.agenda.menu_asked.connect(self._menu)
        self.agenda.lines.more_wanted.connect(self._read_more)
        self.month.opened.connect(lambda day: asked.emit(Place("calendar", day.isoformat())))
        self.month.left.connect(self._turn_month)
        self.rail.month_asked.connect(self._turn_month)
        self.rail.day_asked.connect(lambda day: asked.emit(Place("calendar", day.isoformat())))
        self.rail.shown.entries.turned.connect(self.deeds.turn)
        self.rail.shown.menu_asked.connect(self.calendar_menu.open_for)
        self.menu.asked.connect(asked)
        self.menu.link_asked.connect(self.panel.ask_who)
        for button in (self.rail.add, self.empty.add):
            button.clicked.connect(lambda: self.offered.emit([]))
        self.panel.ready.connect(self._event_ready)
        self.panel.closed.connect(self._close_event)
        self.panel.asked.connect(asked)
        self.panel.jot_asked.connect(self.jot_asked)
        self.panel.print_asked.connect(self._print)
        self.deeds.said.connect(self.said)
        news.changed.connect(self._changed)
        self.destroyed.connect(self._book.preferences.listen(lambda _now: self.preferred.emit()))
        self.preferred.connect(self._changed)
        theme().changed.connect(self._fit)

    # laying out

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The rail goes under the days where both have no room side by side."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        rail = theme().scaled(RAIL)
        tight = self.width() < rail + theme().scaled(LEAST_MIDDLE)
        self.head.fit(self.width() - (0 if tight else rail))
        self._edge.setVisible(not tight)
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if tight else QBoxLayout.Direction.LeftToRight
        )
        self._beside.setMinimumWidth(0 if tight else rail)
        self._beside.setMaximumWidth(16_777_215 if tight else rail)
        self._beside.setMaximumHeight(self.height() * 2 // 5 if tight else 16_777_215)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc closes the event."""
        if event.key() == Qt.Key.Key_Escape and self._beside.currentWidget() is self._event_page:
            self._close_event()
            return
        super().keyPressEvent(event)

    # reading

    def _holds(self, day: date) -> bool:
        view = self.agenda.lines.view
        return view is not None and view.first <= day <= view.last

    def _changed(self) -> None:
        if self.isVisible():
            view = self.agenda.lines.view
            if view is not None and self._wanted.agenda:
                self._wanted = self._wanted.reaching(view.last)
            self._to_top = False
            self._read()
            self.strangers.look()

    def _read(self) -> None:
        self._page.ask()
        self.empty.expect()

    def _reader(self) -> Callable[[], CalendarPage]:
        wanted = self._wanted
        return lambda: read_page(self._book, wanted)

    def _show(self, page: CalendarPage) -> None:
        self.empty.settle()
        month = page.month
        self.rail.show_month(month.month, month.today, month.by_day, self._wanted.month)
        self.rail.show_calendars(page.entries, page.info)
        self._tell(page.problem)
        if page.agenda is None:
            self.month.show_month(month.month, month.today, month.by_day, self._wanted.month)
            self._middle.setCurrentWidget(self._month_frame)
        else:
            self._show_agenda(page.agenda, anything=page.anything)
        self._show_event()

    def _show_agenda(self, view: CalendarView, *, anything: bool) -> None:
        self._middle.setCurrentWidget(self.agenda if anything else self.empty)
        line = self.agenda.line
        identity, on = self._identity, self._day
        if not self._to_top and not identity and line is not None:
            identity = line.occurrence.identity if line.occurrence is not None else ""
            on = line.on
        self.agenda.show_days(view, identity, on, to_top=self._to_top)
        self._to_top = False

    def _tell(self, problem: Problem | None) -> None:
        """Say on top what is wrong with a calendar, once; closed, it stays away until it is another."""
        if problem == self._problem:
            return
        self._problem = problem
        if problem is None:
            self.strip.hide()
        elif problem.details:
            self.strip.show_loss(problem.words, problem.details)
        elif problem.calendar.missing:
            self.strip.show_problem(
                problem.words,
                action=_("Find the file…"),
                act=lambda: self.deeds.find_file(problem.calendar),
                harmless=True,
            )
        else:
            self.strip.show_problem(
                problem.words,
                action=_("Choose the time zone…"),
                act=lambda: self.asked.emit(Place("settings", "calendars")),
                harmless=True,
            )

    def _read_more(self) -> None:
        view, begun = self.agenda.lines.view, self._wanted.begun
        if view is None:
            return
        after = view.last
        self._work.run(
            Lane.READ,
            lambda _job: (after, read_agenda(self._book, begun, after)),
            self._show_more,
            kind=JobKind.LIST,
            owner=self,
        )

    def _show_more(self, found: tuple[date, CalendarView]) -> None:
        view = self.agenda.lines.view
        if view is not None and view.last == found[0]:
            self.agenda.lines.append(found[1])

    # going

    def _view_chosen(self, key: str) -> None:
        day = self._wanted.month
        self.asked.emit(Place("calendar", f"{MONTH}/{day}" if key == MONTH else day.isoformat()))

    def _month_place(self, day: date | None) -> str:
        """Where a day is shown as one looks now: in the month, or in the agenda; None for today."""
        if self._wanted.agenda:
            return day.isoformat() if day is not None else ""
        return f"{MONTH}/{(day or self._book.present().today).isoformat()}"

    def _turn_month(self, day: date) -> None:
        """Another month beside the same days, or in the middle."""
        if self._wanted.agenda:
            self._wanted = self._wanted.in_month(day)
            self._to_top = False
            self._read()
        else:
            self.asked.emit(Place("calendar", self._month_place(day)))

    def _stood_on(self, line: AgendaLine | None) -> None:
        if line is not None and self._beside.currentWidget() is self._event_page:
            self._identity = ""
            if line.kind is LineKind.EVENT:
                self._open(line)
        self.acts_changed.emit()

    def _open(self, line: AgendaLine) -> None:
        if line.occurrence is None:
            if line.place is not None:
                self.asked.emit(line.place)
            return
        self._identity, self._day = line.occurrence.identity, line.on
        self.settled.emit(Place("calendar", f"{EVENT}/{self._identity}/{line.on}"))
        self._show_event()

    def _show_event(self) -> None:
        """Show the event one has opened, as far as it is there."""
        index = self.agenda.lines.index_of(self._identity, self._day) if self._identity else None
        line = self.agenda.lines.line(index) if index is not None else None
        if line is None or line.occurrence is None or line.occurrence.identity != self._identity:
            if self._beside.currentWidget() is self._event_page and not self._identity:
                self._beside.setCurrentWidget(self._rail_page)
            return
        self.panel.show_event(line.occurrence)

    def _event_ready(self) -> None:
        if self._identity:
            self._beside.setCurrentWidget(self._event_page)

    def _print(self, brief: Brief) -> None:
        from relate_desktop.ui.kit.brief_sheet import preview_brief  # noqa: PLC0415 - rarely needed

        preview_brief(brief, self._book.present(), self)

    def _close_event(self) -> None:
        self._identity = ""
        self._beside.setCurrentWidget(self._rail_page)
        self.agenda.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settled.emit(Place("calendar", self._day.isoformat()))

    def _menu(self, position: QPoint) -> None:
        line = self.agenda.line
        if line is not None and line.occurrence is not None:
            self.menu.open_for(line, lambda: self._open(line), position)


def _scrolled(part: QWidget) -> Page:
    page = Page()
    page.body.setContentsMargins(0, 0, 0, 0)
    page.body.addWidget(part)
    return page


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None

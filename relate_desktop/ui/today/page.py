"""The room of today (mocks 01 and 12c): what waits, whom to think of, what comes, what is done."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.domain.present import Present
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.ui.kit.accessibility import give_role, named
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.key_cap import KeyCap, native
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.today.columns import TodayColumns
from relate_desktop.ui.today.due import DueRow
from relate_desktop.ui.today.row import Row, Walk
from relate_desktop.words.today import greeting
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook
    from relate_desktop.ui.kit.capture_field import CaptureField
    from relate_desktop.ui.kit.snooze_menu import SnoozeMenu
    from relate_desktop.ui.kit.when_field import Read
    from relate_desktop.ui.today.awhile import WhileRow
    from relate_desktop.ui.today.briefs import Briefs
    from relate_desktop.ui.today.deeds import Deeds
    from relate_desktop.ui.today.first_day import NameRow
    from relate_desktop.ui.today.meetings import MeetingRow
    from relate_desktop.ui.today.view import MeetingLine, TodayView

LOOK_MS = 15_000
"""How often the wall clock is compared: no timer lasts longer, whatever the laptop sleeps through."""


class TodayRoom(Room):
    """Place: ``today``."""

    preferred = Signal()
    """Something is preferred differently now; from any thread."""

    def __init__(
        self,
        book: "OpenBook",
        preferences: PreferencesService,
        work: Work,
        news: News,
        present: Callable[[], Present],
        *,
        read_time: "Read",
    ) -> None:
        super().__init__()
        self._book, self._preferences, self._work = book, preferences, work
        self._present, self._read_time = present, read_time
        self._newest = Fresh(work, self, self._reader, self._show, lambda _error: None)
        self._snoozing: DueRow | None = None
        self._stale = True
        self._shown_for: tuple[object, ...] = ()
        self._turns: tuple[datetime, ...] = ()
        give_role(self, "panel")
        named(self, "today", _("Today"))
        self._photos = Photos(book.contacts.photo, work, self)
        self.columns = TodayColumns(lambda: self.menu)
        self.walk = Walk(self.columns.sections, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.columns)
        self._connect(news)
        self._first_shown = False
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.compare)
        self._clock.start(LOOK_MS)
        self._greet()

    # what the shell asks

    @property
    def title(self) -> str:
        """The place for the window's title."""
        return _("Today")

    def go(self, place: Place) -> None:  # noqa: ARG002 - there is one place here
        """Be up to date."""
        self.compare()
        if self._first_shown:
            self._count_names()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """Reading calendar files again; done and snooze, for the row that has the focus."""
        row = self.walk.here()
        acts: dict[str, Callable[[], object]] = {"calendars.read": self._read_calendars}
        if isinstance(row, DueRow):
            acts |= {"done": row.tick, "snooze": row.ask_snooze}
        return acts

    def _read_calendars(self) -> None:
        read = self._book.calendars.read_again
        self._work.run(Lane.WRITE, read, None, kind=JobKind.IMPORT, owner=self)

    def regions(self) -> Sequence[QWidget]:
        """The first row of each part that has one."""
        firsts = (next((row.main for row in part if row.stays), None) for part in self.columns.sections())
        return [one for one in firsts if one is not None]

    def default_focus(self) -> QWidget:
        """The first row; while that has still to come, the room itself keeps its place."""
        return next(iter(self.regions()), self)

    # being up to date

    def refresh(self) -> None:
        """Read everything anew."""
        self._newest.ask()

    def _reader(self) -> "Callable[[], TodayView] | None":
        """Out of sight nothing is read: what is suggested counts as shown once it has been read."""
        self._stale = not self.isVisible()
        if self._stale:
            return None
        self._shown_for = self._state()
        return self._read

    def compare(self) -> None:
        """Read anew if the day, its part, the zone or what is preferred is another one by now."""
        now = self._present().now
        if self._state() != self._shown_for or any(turn <= now for turn in self._turns):
            self._greet()
            self.refresh()

    def _state(self) -> tuple[object, ...]:
        """What the page depends on apart from the book."""
        present, preferred = self._present(), self._preferences.current
        local = present.now.astimezone(present.here)
        return (
            present.today,
            str(present.here),
            greeting(local.time(), preferred.your_name),
            present.hours,
            present.quiet,
            present.now >= present.hours.start_of(present.today, present.here),
            preferred.nudges_a_day,
            preferred.nudges_a_week,
            preferred.first_day,
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read what happened while the room was out of sight."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _read(self) -> "TodayView":
        from relate_desktop.ui.today.reading import read_today  # noqa: PLC0415 - on a worker

        return read_today(self._book, self._preferences.current, self._present(), seen=True)

    def _show(self, view: "TodayView") -> None:
        self._turns = view.turns
        self.capture.setVisible(view.people > 0)
        self.columns.show_view(view)
        self.columns.show_pictures(self._photos.picture)
        self.walk.settle()
        self._take_focus()
        if not view.people and self.isVisible():
            self.asked.emit(Place("welcome"))

    def _greet(self) -> None:
        """What can be said before the book is read."""
        present = self._present()
        at = present.now.astimezone(present.here).time()
        self.columns.greeting.set_heading(greeting(at, self._preferences.current.your_name))

    def _news(self, changes: Changes) -> None:
        if changes.everything or changes.tables:
            self.refresh()

    def _take_focus(self) -> None:
        """Hand the focus to the first row, if it was given to the room while there was none."""
        if self.hasFocus():
            self.default_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    # what rows ask for

    @cached_property
    def capture(self) -> "CaptureField":
        """The line to jot something down; what it needs is loaded together with the book."""
        from relate_desktop.ui.kit.capture_field import CaptureField  # noqa: PLC0415 - loaded with the book
        from relate_desktop.ui.kit.kept_line import KeptLine  # noqa: PLC0415 - likewise

        example = _("Coffee with Olena this morning, she passed her exam")
        field = CaptureField(
            self._book.captures,
            self._work,
            "today.capture",
            _("Jot something down"),
            description=example,
            placeholder=_("Jot something down: “{example}”").format(example=example),
        )
        field.tools.addWidget(KeyCap(native("Ctrl+J")))
        KeptLine(field.line, self._book.drafts, "today", self._work)
        self.columns.capture_box.addSpacing(20)
        self.columns.capture_box.addWidget(field)
        return field

    @cached_property
    def menu(self) -> "SnoozeMenu":
        """The snooze menu of all rows."""
        from relate_desktop.ui.kit.snooze_menu import SnoozeMenu  # noqa: PLC0415 - not before the first row

        menu = SnoozeMenu(self._present, self._read_time, self)
        menu.aboutToShow.connect(self._remember_row)
        menu.chosen.connect(self._snooze)
        return menu

    @cached_property
    def deeds(self) -> "Deeds":
        """What is done to the book from here."""
        from relate_desktop.ui.today.deeds import Deeds  # noqa: PLC0415 - not before the first paint

        deeds = Deeds(self._book, self._work, self._present, self)
        deeds.said.connect(self.said)
        return deeds

    @cached_property
    def briefs(self) -> "Briefs":
        """What to know before a meeting."""
        from relate_desktop.ui.today.briefs import Briefs  # noqa: PLC0415 - not before it is asked for

        briefs = Briefs(self._book, self._work, self)
        briefs.asked.connect(self.asked)
        return briefs

    def _connect(self, news: News) -> None:
        columns = self.columns
        news.changed.connect(self._news)
        stop = self._preferences.listen(lambda _preferred: self.preferred.emit())
        self.destroyed.connect(stop)
        self.preferred.connect(self.compare)
        theme().changed.connect(columns.fit)
        self._photos.arrived.connect(lambda: columns.show_pictures(self._photos.picture))
        self.walk.moved.connect(self.acts_changed)
        self.walk.watch(columns.soon.row)
        columns.soon.row.list.stepped_out.connect(lambda step: self.walk.step(step, columns.soon.row))
        columns.soon.row.list.opened.connect(self._open)
        columns.due.row_made.connect(self._due_made)
        columns.awhile.row_made.connect(self._while_made)
        columns.meetings.row_made.connect(self._meeting_made)
        for part in (columns.due, columns.meetings, columns.awhile):
            part.row_gone.connect(self._leave)
        columns.due.more_asked.connect(lambda: self.asked.emit(Place("reminders")))
        columns.due.room_asked.connect(lambda: self.asked.emit(Place("reminders")))
        columns.made_first.connect(self._first_made)
        columns.calendar_asked.connect(lambda: self.asked.emit(Place("calendar")))
        columns.twice_asked.connect(lambda: self.asked.emit(Place("duplicates")))

    def _due_made(self, row: DueRow) -> None:
        self.walk.watch(row)
        row.done.connect(self._done)
        row.opened.connect(self._open_due)

    def _meeting_made(self, row: "MeetingRow") -> None:
        self.walk.watch(row)
        row.opened.connect(lambda line: self._open(line.person.contact))
        row.after_asked.connect(lambda line: self.capture.start(line.jot))
        row.brief_asked.connect(self._open_brief)

    def _while_made(self, row: "WhileRow") -> None:
        self.walk.watch(row)
        row.opened.connect(lambda line: self._open(line.person.contact))
        row.write_asked.connect(lambda line: self.deeds.write(line.person))
        row.not_now_asked.connect(lambda line: self.deeds.not_now(line.person.contact))
        row.longer_asked.connect(lambda line: self.deeds.set_rhythm(line.person.contact, line.longer_days))
        row.stop_asked.connect(lambda line: self.deeds.stop_suggesting(line.person.contact))

    def _first_made(self) -> None:
        last_talks, names = self.columns.last_talks, self.columns.names
        last_talks.row_made.connect(self.walk.watch)
        last_talks.answered.connect(self.deeds.talked)
        self.columns.invitation.choose.clicked.connect(lambda: self.offered.emit([]))
        self.columns.odd_names.look.clicked.connect(lambda: self.asked.emit(Place("names")))
        self._first_shown = True
        self._count_names()
        names.row_made.connect(self._name_made)
        names.row_gone.connect(self._leave)

    def _count_names(self) -> None:
        """Say how many names may be wrong; looking at all of them takes longer than the page may."""
        self._work.run(
            Lane.READ,
            lambda job: len({one.contact for one in self._book.names.look(job) if one.proposal.after}),
            self.columns.odd_names.show_count,
            lambda _error: None,
            kind=JobKind.LIST,
            owner=self,
        )

    def _name_made(self, row: "NameRow") -> None:
        self.walk.watch(row)
        row.chosen.connect(self.deeds.call_them)
        row.other_asked.connect(lambda contact: self.asked.emit(Place("people", f"{contact}/edit")))

    def _done(self, row: DueRow) -> None:
        self._leave(row)
        self.deeds.done(row.line, row.untick)

    def _leave(self, row: Row) -> None:
        """Take the focus along from a row that goes: to its neighbour, else to the room itself."""
        if any(stop.hasFocus() for stop in row.stops()) and not self.walk.leave_if_here(row):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember_row(self) -> None:
        """The row whose menu opens: the one that is pressed, or has the focus."""
        rows = self.columns.due.rows()
        pressed = next((row for row in rows if row.snooze.isDown()), None)
        self._snoozing = pressed or next((row for row in rows if row is self.walk.here()), None)

    def _snooze(self, until: datetime | None) -> None:
        row, self._snoozing = self._snoozing, None
        if row is not None:
            self.deeds.snooze(row.line, until)

    def _open_due(self, row: DueRow) -> None:
        if row.line.person is not None:
            self._open(row.line.person.contact)
        elif row.line.reminder is not None:
            self.asked.emit(Place("reminders", str(row.line.reminder)))
        else:
            self.asked.emit(Place("reminders"))

    def _open_brief(self, line: "MeetingLine") -> None:
        self.briefs.open(line)

    def _open(self, contact: ContactId) -> None:
        self.asked.emit(Place.person(contact))

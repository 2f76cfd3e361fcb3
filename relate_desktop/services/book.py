"""The open book: everything one can do with it, put together in one place."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from relate_desktop.domain.change import Changes, OperationKind, Origin
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.errors import UserError
from relate_desktop.domain.people import BookHealth
from relate_desktop.domain.wall_time import moved, start_of
from relate_desktop.services.accounts import AccountsService
from relate_desktop.services.acquaintances import AcquaintancesService
from relate_desktop.services.agenda import AgendaService
from relate_desktop.services.briefs import BriefsService
from relate_desktop.services.bulk import BulkService
from relate_desktop.services.calendar_exports import CalendarExportsService
from relate_desktop.services.calendars import CalendarsService
from relate_desktop.services.captures import CaptureService
from relate_desktop.services.circles import CirclesService
from relate_desktop.services.contacts import ContactsService
from relate_desktop.services.days import DaysService
from relate_desktop.services.drafts import DraftsService
from relate_desktop.services.duplicates import DuplicatesService
from relate_desktop.services.exports import ExportsService
from relate_desktop.services.first_day import FirstDayService
from relate_desktop.services.held_meetings import HeldMeetingsService
from relate_desktop.services.history import HistoryService
from relate_desktop.services.imports import ImportsService
from relate_desktop.services.lookups import LookupsService
from relate_desktop.services.meeting_people import MeetingPeopleService
from relate_desktop.services.meetings import MeetingsService
from relate_desktop.services.merges import MergesService
from relate_desktop.services.moments import MomentsService
from relate_desktop.services.names import NamesService
from relate_desktop.services.palette import PaletteService
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.services.present import PresentSource
from relate_desktop.services.promises import PromisesService
from relate_desktop.services.relations import RelationsService
from relate_desktop.services.reminders import RemindersService
from relate_desktop.services.removed import RemovedService
from relate_desktop.services.rhythms import RhythmService
from relate_desktop.services.sample import SampleService
from relate_desktop.services.search import SearchService
from relate_desktop.services.smart_lists import SmartListsService
from relate_desktop.services.timeline import TimelineService
from relate_desktop.services.waiting import WaitingService
from relate_desktop.storage.database import Database
from relate_desktop.storage.past import PastDatabase, Step
from relate_desktop.system.language import spoken
from relate_desktop.system.log import start_log, stop_log
from relate_desktop.system.zone import machine_zone


def _unheard(_done: int, _total: int) -> None:
    """Nobody wants to know how much is done."""


@dataclass(frozen=True, slots=True)
class OpenBook:
    """One book and its services, until ``close``."""

    database: Database
    clock: Clock
    log: logging.Logger
    contacts: ContactsService
    search: SearchService
    circles: CirclesService
    smart_lists: SmartListsService
    bulk: BulkService
    timeline: TimelineService
    palette: PaletteService
    relations: RelationsService
    names: NamesService
    acquaintances: AcquaintancesService
    reminders: RemindersService
    promises: PromisesService
    moments: MomentsService
    rhythms: RhythmService
    agenda: AgendaService
    imports: ImportsService
    exports: ExportsService
    history: HistoryService
    removed: RemovedService
    merges: MergesService
    duplicates: DuplicatesService
    sample: SampleService
    first_day: FirstDayService
    meetings: MeetingsService
    meeting_people: MeetingPeopleService
    held_meetings: HeldMeetingsService
    briefs: BriefsService
    calendars: CalendarsService
    calendar_exports: CalendarExportsService
    days: DaysService
    preferences: PreferencesService
    present: PresentSource
    captures: CaptureService
    waiting: WaitingService
    accounts: AccountsService
    lookups: LookupsService
    drafts: DraftsService

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """The folder that holds the book."""
        return self.database.folder

    def listen(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Hear of every change after it is committed, on the thread that made it."""
        return self.database.listen(listener)

    def forbid_writes_here(self) -> None:
        """Refuses writes on the calling thread from now on: the window must not wait for a disk."""
        self.database.forbid_writes_here()

    def poll(self) -> None:
        """Looks whether another process has written, and tells the listeners if so."""
        self.database.poll()

    def health(self) -> BookHealth:
        """What there is and what is wrong with it; reads the whole book."""
        with self.database.read() as book:
            return book.health()

    def repair(self) -> tuple[str, ...]:
        """Closes the book to others and builds lists, circles and search anew; answers what was done."""
        return self.database.repair()

    def as_of(self, day: date, step: Step = _unheard) -> "OpenBook":
        """The book as it was when a day ended where the user is; to be closed like any other.

        Nothing can be written through it, and what it calls now is the last moment of that day, or
        this one where the day is not over. ``step`` hears how much is done and may raise to stop it.
        Not for the window's thread: it copies the book.
        """
        here = self.present().here
        before = start_of(moved(day, 1), here)
        moment = min(before - timedelta(microseconds=1), self.clock())
        return put_together(
            PastDatabase(self.database, day, before, step),
            lambda: moment,
            Origin.WINDOW,
            here=lambda: here,
            preferences=self.preferences,
            drafts=self.drafts,
            log=logging.Logger("past"),  # noqa: LOG001 - nothing of the past is written to the log
        )

    def close(self) -> None:
        """Ends the work with the book. Nothing of it may be used afterwards."""
        self.database.close()
        stop_log(self.log)


def open_book(
    folder: Path,
    *,
    clock: Clock,
    create: bool = False,
    origin: Origin = Origin.WINDOW,
    here: Callable[[], tzinfo] = machine_zone,
    preferences: PreferencesService | None = None,
) -> OpenBook:
    """The book in a folder; ``create`` begins one where there is none. ``here`` is the laptop's zone.

    Whoever reads the preferences before the book is open gives them along: what is changed there
    holds here at once.

    Raises UserError: BOOK_MISSING, BOOK_BUSY, BOOK_FOREIGN, BOOK_DAMAGED, BOOK_NEWER and the like.
    """
    try:
        database = Database.open(folder, clock=clock, create=create, here=here)
    except UserError as error:
        error.facts.setdefault("path", str(folder))
        raise
    log = start_log(folder)
    database.listen(lambda news: log.info("change %s: %s", news.changeset, news.operation))
    drafts = DraftsService(folder)
    database.listen(partial(_forget_drafts, drafts))
    preferences = preferences or PreferencesService(folder)
    return put_together(database, clock, origin, here=here, preferences=preferences, drafts=drafts, log=log)


def put_together(
    database: Database,
    clock: Clock,
    origin: Origin,
    *,
    here: Callable[[], tzinfo],
    preferences: PreferencesService,
    drafts: DraftsService,
    log: logging.Logger,
) -> OpenBook:
    """All that one can do with a book, present or past."""
    history = HistoryService(database, origin)
    imports = ImportsService(database, origin)
    present = PresentSource(clock, preferences, here)
    calendars = CalendarsService(database, origin, present)
    accounts = AccountsService(database, clock)
    meetings = MeetingsService(database, present, preferences, calendars.agenda)
    return OpenBook(
        database=database,
        clock=clock,
        log=log,
        contacts=ContactsService(database, origin, present),
        search=SearchService(database),
        circles=CirclesService(database, origin),
        smart_lists=SmartListsService(database, origin),
        bulk=BulkService(database, origin),
        timeline=TimelineService(database, origin),
        palette=PaletteService(database),
        names=NamesService(database, origin),
        acquaintances=AcquaintancesService(database),
        relations=RelationsService(database, origin),
        reminders=RemindersService(database, origin, present),
        promises=PromisesService(database, origin, present),
        moments=MomentsService(database, origin),
        rhythms=RhythmService(database, origin, present, preferences, meetings.coming),
        agenda=AgendaService(database, present, preferences, meetings.between),
        imports=imports,
        exports=ExportsService(database),
        history=history,
        removed=RemovedService(database, origin),
        merges=MergesService(database, origin),
        duplicates=DuplicatesService(database),
        sample=SampleService(imports, history, present),
        first_day=FirstDayService(database, origin),
        meetings=meetings,
        meeting_people=MeetingPeopleService(database, origin, preferences),
        held_meetings=HeldMeetingsService(database, present, preferences),
        briefs=BriefsService(database, present, preferences),
        calendars=calendars,
        calendar_exports=CalendarExportsService(database, present),
        days=DaysService(database, present, preferences, calendars),
        preferences=preferences,
        present=present,
        captures=CaptureService(database, origin, present, spoken),
        waiting=WaitingService(database, present),
        accounts=accounts,
        lookups=LookupsService(database, origin, present, preferences, accounts),
        drafts=drafts,
    )


def _forget_drafts(drafts: DraftsService, news: Changes) -> None:
    """What was being changed about somebody who is erased for good is erased with them."""
    if news.operation is OperationKind.FORGET:
        gone = [one for one in drafts.people() if one and (news.everything or one in news.contacts)]
        drafts.forget(gone)
        with suppress(OSError):  # it is tried again with the next draft
            drafts.keep()

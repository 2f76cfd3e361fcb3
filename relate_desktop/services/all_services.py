"""Everything one can do with a book, each service loaded when it is first asked for.

A command needs few of them, and most of the time it takes is the loading of what it needs.
"""

import logging
from collections.abc import Callable
from datetime import tzinfo
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

from relate_desktop.domain.change import Origin
from relate_desktop.domain.clock import Clock
from relate_desktop.services.drafts import DraftsService
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.services.present import PresentSource
from relate_desktop.storage.database import Database

if TYPE_CHECKING:
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

Made = TypeVar("Made")


class Service(cached_property[Made]):
    """A property that is worked out once, also when several threads ask for it at one time.

    Python's own does so no more from 3.12 on, and two makers of one service would each keep what
    the other does not know, such as a key for this session.
    """

    @overload
    def __get__(self, book: None, owner: type[Any] | None = None) -> Self: ...

    @overload
    def __get__(self, book: object, owner: type[Any] | None = None) -> Made: ...

    def __get__(self, book: Any, owner: type[Any] | None = None) -> Any:
        """The service of a book, made now if nobody has asked before."""
        if book is None:
            return self
        with book.making:
            return super().__get__(book, owner)


class AllServices:
    """The services of one book, present or past, made as they are asked for."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        origin: Origin,
        *,
        here: Callable[[], tzinfo],
        preferences: PreferencesService,
        drafts: DraftsService,
        log: logging.Logger,
    ) -> None:
        self.making = RLock()
        """Held while a service is made."""
        self.database = database
        self.clock = clock
        self.preferences = preferences
        self.present = PresentSource(clock, preferences, here)
        self.drafts = drafts
        self.log = log
        self._origin = origin

    def load(self) -> None:
        """Makes all of them now, for a window that must not stand still for one later."""
        for name, made in vars(AllServices).items():
            if isinstance(made, Service):
                getattr(self, name)

    @Service
    def contacts(self) -> "ContactsService":
        from relate_desktop.services.contacts import ContactsService

        return ContactsService(self.database, self._origin, self.present)

    @Service
    def search(self) -> "SearchService":
        from relate_desktop.services.search import SearchService

        return SearchService(self.database)

    @Service
    def circles(self) -> "CirclesService":
        from relate_desktop.services.circles import CirclesService

        return CirclesService(self.database, self._origin)

    @Service
    def smart_lists(self) -> "SmartListsService":
        from relate_desktop.services.smart_lists import SmartListsService

        return SmartListsService(self.database, self._origin)

    @Service
    def bulk(self) -> "BulkService":
        from relate_desktop.services.bulk import BulkService

        return BulkService(self.database, self._origin)

    @Service
    def timeline(self) -> "TimelineService":
        from relate_desktop.services.timeline import TimelineService

        return TimelineService(self.database, self._origin)

    @Service
    def palette(self) -> "PaletteService":
        from relate_desktop.services.palette import PaletteService

        return PaletteService(self.database)

    @Service
    def relations(self) -> "RelationsService":
        from relate_desktop.services.relations import RelationsService

        return RelationsService(self.database, self._origin)

    @Service
    def names(self) -> "NamesService":
        from relate_desktop.services.names import NamesService

        return NamesService(self.database, self._origin)

    @Service
    def acquaintances(self) -> "AcquaintancesService":
        from relate_desktop.services.acquaintances import AcquaintancesService

        return AcquaintancesService(self.database)

    @Service
    def reminders(self) -> "RemindersService":
        from relate_desktop.services.reminders import RemindersService

        return RemindersService(self.database, self._origin, self.present)

    @Service
    def promises(self) -> "PromisesService":
        from relate_desktop.services.promises import PromisesService

        return PromisesService(self.database, self._origin, self.present)

    @Service
    def moments(self) -> "MomentsService":
        from relate_desktop.services.moments import MomentsService

        return MomentsService(self.database, self._origin)

    @Service
    def rhythms(self) -> "RhythmService":
        from relate_desktop.services.rhythms import RhythmService

        return RhythmService(
            self.database, self._origin, self.present, self.preferences, self.meetings.coming
        )

    @Service
    def agenda(self) -> "AgendaService":
        from relate_desktop.services.agenda import AgendaService

        return AgendaService(self.database, self.present, self.preferences, self.meetings.between)

    @Service
    def imports(self) -> "ImportsService":
        from relate_desktop.services.imports import ImportsService

        return ImportsService(self.database, self._origin)

    @Service
    def exports(self) -> "ExportsService":
        from relate_desktop.services.exports import ExportsService

        return ExportsService(self.database)

    @Service
    def history(self) -> "HistoryService":
        from relate_desktop.services.history import HistoryService

        return HistoryService(self.database, self._origin)

    @Service
    def removed(self) -> "RemovedService":
        from relate_desktop.services.removed import RemovedService

        return RemovedService(self.database, self._origin)

    @Service
    def merges(self) -> "MergesService":
        from relate_desktop.services.merges import MergesService

        return MergesService(self.database, self._origin)

    @Service
    def duplicates(self) -> "DuplicatesService":
        from relate_desktop.services.duplicates import DuplicatesService

        return DuplicatesService(self.database)

    @Service
    def sample(self) -> "SampleService":
        from relate_desktop.services.sample import SampleService

        return SampleService(self.imports, self.history, self.present)

    @Service
    def first_day(self) -> "FirstDayService":
        from relate_desktop.services.first_day import FirstDayService

        return FirstDayService(self.database, self._origin)

    @Service
    def meetings(self) -> "MeetingsService":
        from relate_desktop.services.meetings import MeetingsService

        return MeetingsService(self.database, self.present, self.preferences, self.calendars.agenda)

    @Service
    def meeting_people(self) -> "MeetingPeopleService":
        from relate_desktop.services.meeting_people import MeetingPeopleService

        return MeetingPeopleService(self.database, self._origin, self.preferences)

    @Service
    def held_meetings(self) -> "HeldMeetingsService":
        from relate_desktop.services.held_meetings import HeldMeetingsService

        return HeldMeetingsService(self.database, self.present, self.preferences)

    @Service
    def briefs(self) -> "BriefsService":
        from relate_desktop.services.briefs import BriefsService

        return BriefsService(self.database, self.present, self.preferences)

    @Service
    def calendars(self) -> "CalendarsService":
        from relate_desktop.services.calendars import CalendarsService

        return CalendarsService(self.database, self._origin, self.present)

    @Service
    def calendar_exports(self) -> "CalendarExportsService":
        from relate_desktop.services.calendar_exports import CalendarExportsService

        return CalendarExportsService(self.database, self.present)

    @Service
    def days(self) -> "DaysService":
        from relate_desktop.services.days import DaysService

        return DaysService(self.database, self.present, self.preferences, self.calendars)

    @Service
    def captures(self) -> "CaptureService":
        from relate_desktop.services.captures import CaptureService
        from relate_desktop.system.language import spoken

        return CaptureService(self.database, self._origin, self.present, spoken)

    @Service
    def waiting(self) -> "WaitingService":
        from relate_desktop.services.waiting import WaitingService

        return WaitingService(self.database, self.present)

    @Service
    def accounts(self) -> "AccountsService":
        from relate_desktop.services.accounts import AccountsService

        return AccountsService(self.database, self.clock)

    @Service
    def lookups(self) -> "LookupsService":
        from relate_desktop.services.lookups import LookupsService

        return LookupsService(self.database, self._origin, self.present, self.preferences, self.accounts)

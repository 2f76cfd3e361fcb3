"""The book as somebody reads or writes it: repositories on one transaction, and nothing of SQL."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, tzinfo
from pathlib import Path

from sqlalchemy import Connection

from relate_desktop.domain.change import Changes
from relate_desktop.domain.draft import Media
from relate_desktop.domain.ids import ChangesetId, ContactId, MediaHash
from relate_desktop.domain.people import BookHealth
from relate_desktop.domain.query_answer import Day
from relate_desktop.storage.accounts import AccountsRepository, AccountsWriter
from relate_desktop.storage.agenda import AgendaRepository
from relate_desktop.storage.answers import AnswersRepository, AnswersWriter
from relate_desktop.storage.batches import BatchesWriter
from relate_desktop.storage.calendar_looks import CalendarLooksRepository, CalendarLooksWriter
from relate_desktop.storage.calendar_writer import CalendarsWriter
from relate_desktop.storage.calendars import CalendarsRepository
from relate_desktop.storage.called_names import CalledNames, NamesRepository
from relate_desktop.storage.change_rows import ChangeRows
from relate_desktop.storage.circles import CirclesRepository, CirclesWriter
from relate_desktop.storage.circumstances import CircumstancesRepository, CircumstancesWriter
from relate_desktop.storage.closeness import Closeness
from relate_desktop.storage.consents import ConsentsRepository, ConsentsWriter
from relate_desktop.storage.contact_writer import ContactsWriter
from relate_desktop.storage.contacts import ContactsRepository
from relate_desktop.storage.declined import DeclinedRepository, DeclinedWriter
from relate_desktop.storage.derived_calendars import DerivedCalendars
from relate_desktop.storage.derived_time import DerivedTime
from relate_desktop.storage.first_day import FirstDayRepository
from relate_desktop.storage.health import examined
from relate_desktop.storage.held_meetings import HeldMeetingsRepository, HeldMeetingsWriter
from relate_desktop.storage.joined import JoinedRepository
from relate_desktop.storage.journal import Journal
from relate_desktop.storage.kept_facts import KeptFactsRepository, KeptFactsWriter
from relate_desktop.storage.kept_moments import MomentsRepository, MomentsWriter
from relate_desktop.storage.keys import KeysRepository
from relate_desktop.storage.known_attendees import KnownAttendeesRepository, KnownAttendeesWriter
from relate_desktop.storage.ledger import LedgerRepository, LedgerWriter
from relate_desktop.storage.media import MediaReader, MediaStore, MediaWriter
from relate_desktop.storage.meetings import MeetingsRepository
from relate_desktop.storage.merging import PeopleMerger
from relate_desktop.storage.met_events import MetEvents
from relate_desktop.storage.name_lines import NameLinesRepository
from relate_desktop.storage.name_order import NameOrder
from relate_desktop.storage.pairs import PairsRepository, PairsWriter
from relate_desktop.storage.promises import PromisesRepository, PromisesWriter
from relate_desktop.storage.record import HistoryRepository
from relate_desktop.storage.reminders import RemindersRepository, RemindersWriter
from relate_desktop.storage.removed import RemovedRepository
from relate_desktop.storage.rhythms import RhythmsRepository, RhythmsWriter
from relate_desktop.storage.saved_searches import SavedSearchesRepository, SavedSearchesWriter
from relate_desktop.storage.search import SearchRepository
from relate_desktop.storage.sources import SourcesRepository
from relate_desktop.storage.state import CommitMirror
from relate_desktop.storage.tellings import TellingsRepository, TellingsWriter
from relate_desktop.storage.text_search import TextsRepository
from relate_desktop.storage.ties import TiesRepository, TiesWriter
from relate_desktop.storage.timeline import TimelineRepository
from relate_desktop.storage.timeline_writer import TimelineWriter

_MOST_NEWS = 5_000
"""Rows that news names one by one; of larger changes it says that everything may have changed."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all readers of one open book share."""

    folder: Path
    media: MediaStore
    mirror: CommitMirror
    order: NameOrder
    names: CalledNames
    today: Callable[[], date]
    """Which day it is where the user is."""
    here: Callable[[], tzinfo]


class BookReader:
    """What can be asked of the book, all on one snapshot."""

    def __init__(self, connection: Connection, around: Surroundings) -> None:
        order = around.order
        today = around.today()
        self.contacts = ContactsRepository(connection, order, today)
        self.circles = CirclesRepository(connection)
        self.saved_searches = SavedSearchesRepository(connection)
        self.removed = RemovedRepository(connection, self.contacts)
        self.keys = KeysRepository(connection)
        self.search = SearchRepository(connection, order, Day(today, around.here()))
        self.texts = TextsRepository(connection)
        self.timeline = TimelineRepository(connection, self.contacts, today)
        self.names = NamesRepository(connection, around.names)
        self.reminders = RemindersRepository(connection)
        self.promises = PromisesRepository(connection)
        self.moments = MomentsRepository(connection)
        self.rhythms = RhythmsRepository(connection)
        self.agenda = AgendaRepository(connection)
        self.circumstances = CircumstancesRepository(connection)
        self.tellings = TellingsRepository(connection)
        self.history = HistoryRepository(connection)
        self.change_rows = ChangeRows(connection)
        self.first_day = FirstDayRepository(connection)
        self.meetings = MeetingsRepository(connection)
        self.known_attendees = KnownAttendeesRepository(connection)
        self.held_meetings = HeldMeetingsRepository(connection)
        self.met_events = MetEvents(connection)
        self.calendars = CalendarsRepository(connection)
        self.calendar_looks = CalendarLooksRepository(connection)
        self.accounts = AccountsRepository(connection)
        self.kept_facts = KeptFactsRepository(connection)
        self.consents = ConsentsRepository(connection)
        self.answers = AnswersRepository(connection)
        self.ledger = LedgerRepository(connection)
        self.sources = SourcesRepository(connection)
        self.pairs = PairsRepository(connection)
        self.joined = JoinedRepository(connection)
        self.ties = TiesRepository(connection)
        self.declined = DeclinedRepository(connection)
        self.name_lines = NameLinesRepository(connection)
        self.media: MediaReader = around.media
        self._connection = connection
        self._around = around

    def health(self) -> BookHealth:
        """Everything ``check`` looks at; takes a while on a large book."""
        around = self._around
        return examined(self._connection, around.media, around.mirror, around.folder)


class Aside:
    """What the program notes of its own doing, outside the record."""

    def __init__(self, connection: Connection) -> None:
        self.circumstances = CircumstancesWriter(connection)
        self.tellings = TellingsWriter(connection)
        self.held_meetings = HeldMeetingsWriter(connection)
        self.calendar_looks = CalendarLooksWriter(connection)
        self.accounts = AccountsWriter(connection)
        self.consents = ConsentsWriter(connection)
        self.answers = AnswersWriter(connection)
        self.ledger = LedgerWriter(connection)
        self.told: frozenset[str] = frozenset()

    def tell(self, table: str) -> None:
        """Has listeners hear of this note once it is written: it changes what somebody sees."""
        self.told |= {table}


class MediaAdder:
    """Media on a write transaction: what is kept already, and what this write adds."""

    def __init__(self, store: MediaStore, writer: MediaWriter) -> None:
        self._store = store
        self._writer = writer

    def get(self, media: MediaHash) -> Media:
        """The content of that hash; raises LookupError when it is not there."""
        return self._store.get(media)

    def add(self, media: Media) -> MediaHash:
        """Keeps one content; the property that names it is ``media:<hash>``."""
        return self._writer.add(media)


class BookWriter:
    """What can be read and written, all in one changeset."""

    def __init__(self, journal: Journal, store: MediaStore, media: MediaWriter, day: Day) -> None:
        today = day.today
        connection = journal.connection
        order = NameOrder(keep=False)
        self.contacts = ContactsWriter(journal, media, order, today)
        self.circles = CirclesWriter(journal, self.contacts)
        self.saved_searches = SavedSearchesWriter(journal)
        self.keys = KeysRepository(connection)
        self.search = SearchRepository(connection, order, day)
        self.timeline = TimelineWriter(journal, self.contacts, today)
        self.reminders = RemindersWriter(journal)
        self.promises = PromisesWriter(journal)
        self.moments = MomentsWriter(journal)
        self.rhythms = RhythmsWriter(journal)
        self.known_attendees = KnownAttendeesWriter(journal)
        self.kept_facts = KeptFactsWriter(journal)
        self.consents = ConsentsRepository(connection)
        self.held_meetings = HeldMeetingsWriter(connection)
        self.calendars = CalendarsWriter(journal)
        self.history = HistoryRepository(connection)
        self.change_rows = ChangeRows(connection)
        self.sources = SourcesRepository(connection)
        self.pairs = PairsWriter(journal)
        self.ties = TiesWriter(journal)
        self.declined = DeclinedWriter(journal)
        self.merger = PeopleMerger(journal, self.contacts)
        self.batches = BatchesWriter(journal)
        self.media = MediaAdder(store, media)
        self.journal = journal
        self._time = DerivedTime(journal, today)
        self._closeness = Closeness(connection, today)

    @property
    def changeset(self) -> ChangesetId:
        """The number of this write in history, if it comes to one."""
        return self.journal.changeset

    @property
    def changed(self) -> bool:
        """Whether this write comes to anything so far; without it there is no changeset."""
        return self.journal.changed

    def note(self, **facts: str | int) -> None:
        """Adds facts for the summary sentence that are known only now, such as counts."""
        self.journal.facts.update(facts)

    def finish(self) -> Changes | None:
        """Makes derived rows true and writes the record; None when nothing was changed."""
        if not self.journal.changed:
            return None
        self._time.settle()
        self.contacts.finish()
        self._time.finish()
        self._closeness.finish(self.journal)
        DerivedCalendars(self.journal.raw).finish(self.journal)
        self.journal.finish()
        return self._news()

    def _news(self) -> Changes:
        journal = self.journal
        rows = journal.rows()
        large = journal.touched.count + sum(ranges.count for ranges in rows.values()) > _MOST_NEWS
        return Changes(
            changeset=journal.changeset,
            operation=journal.operation.kind,
            tables={} if large else {name: frozenset(ranges.numbers()) for name, ranges in rows.items()},
            contacts=frozenset() if large else frozenset(map(ContactId, journal.touched.numbers())),
            everything=large,
        )

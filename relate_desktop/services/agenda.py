"""Today: what is due, whose day is near, with whom it has been a while, who is left alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from relate_desktop.domain.agenda import Agenda, AgendaInput, agenda
from relate_desktop.domain.coming_up import AHEAD, BEHIND, MOST_ROWS
from relate_desktop.domain.due_list import DueRow
from relate_desktop.domain.due_reason import DueReason, due_reason
from relate_desktop.domain.errors import UserError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.moment import Moment, moments_of
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import Promise
from relate_desktop.domain.reminder import Reminder
from relate_desktop.domain.suggestions import MEETING_AHEAD, WEEK, Acquaintance, Nudge, Suggestion, judge
from relate_desktop.domain.wall_time import moved, start_of
from relate_desktop.services.meetings import Meetings, no_meetings
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.services.present import PresentSource
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.database import Database

_AT_ONCE = 48
"""People that are judged at once."""

_MOST_JUDGED = 1_000
"""People who are judged at most for one page; the longest ago come first."""

_MOST_RESTING = 100
_MOST_DAYS = MOST_ROWS + 1
"""People whose day is near, each way; in a large book those one is in touch with."""

_MOST_DONE = 50

LOOKED, LOOKED_BEFORE = "today_looked_on", "today_looked_before"


@dataclass(frozen=True, slots=True)
class TodayPage:
    """Today with what its rows show: the people, where each thing due came from, what was done."""

    agenda: Agenda
    people: Mapping[ContactId, ContactSummary]
    reasons: Mapping[DueRow, DueReason]
    done_today: tuple[Reminder | Promise, ...]


class AgendaService:
    """May be asked on any thread but the window's: it takes a while in a large book."""

    def __init__(
        self,
        database: Database,
        present: PresentSource,
        preferences: PreferencesService,
        meetings: Meetings = no_meetings,
    ) -> None:
        self._database = database
        self._present = present
        self._preferences = preferences
        self._meetings = meetings

    def today(self, seen: bool) -> TodayPage:
        """Today at this moment.

        ``seen`` says that somebody looks at it: whom it suggests keeps the place for the day and
        rests from it for three, and what stepped back is mentioned no more tomorrow.
        """
        present = self._present()
        with self._database.read() as book:
            looked = (book.circumstances.get(LOOKED), book.circumstances.get(LOOKED_BEFORE))
            nudges = book.circumstances.nudges(moved(present.today, 1 - WEEK), present.today)
            found = self._agenda(book, present, nudges, _last_look(*looked, present.today))
            page = _page(book, found, present)
        if seen:
            self._note(found, present.today, looked[0], nudges)
        return page

    def _agenda(
        self, book: BookReader, present: Present, nudges: list[Nudge], last_look: date | None
    ) -> Agenda:
        preferred = self._preferences.current
        soon = moved(present.today, 1)
        moments = _moments(book, present.today)
        met = self._met_soon(present)
        people, beyond = _people(book, present, nudges, met, rests=preferred.rest_after_unanswered)
        known = AgendaInput(
            reminders=book.reminders.due_by(soon),
            promises=book.promises.due_by(soon),
            moments=moments,
            people=people,
            nudges=nudges,
            last_talks=book.agenda.last_days(one.contact for one in moments if one.contact is not None),
            last_looked_on=last_look,
        )
        found = agenda(
            known,
            present,
            a_day=preferred.nudges_a_day,
            a_week=preferred.nudges_a_week,
            rests=preferred.rest_after_unanswered,
        )
        suggestions = replace(found.suggestions, waiting=found.suggestions.waiting + beyond)
        return replace(found, suggestions=suggestions)

    def _met_soon(self, present: Present) -> dict[ContactId, date]:
        """Whom one meets in the next days, as calendars have it, and when first."""
        found: dict[ContactId, date] = {}
        for meeting in self._meetings(present.now, present.now + timedelta(days=MEETING_AHEAD + 1)):
            for person in meeting.people:
                found.setdefault(person.id, present.day_of(meeting.at))
        return found

    def _note(self, found: Agenda, today: date, looked: str, nudges: list[Nudge]) -> None:
        """Notes what was shown, unless it is noted already or the book cannot be written."""
        shown = {one.contact for one in found.suggestions.shown}
        new = shown - {one.contact for one in nudges if one.on == today}
        if not new and looked == today.isoformat():
            return
        try:
            with self._database.aside() as aside:
                if looked != today.isoformat():
                    aside.circumstances.put(LOOKED_BEFORE, looked)
                    aside.circumstances.put(LOOKED, today.isoformat())
                    aside.circumstances.drop_nudges(moved(today, -2 * WEEK))
                aside.circumstances.add_nudges(today, sorted(new))
        except UserError:
            return  # whoever looks at a book that only can be read sees Today all the same


def _people(
    book: BookReader,
    present: Present,
    nudges: list[Nudge],
    met: Mapping[ContactId, date],
    *,
    rests: bool,
) -> tuple[list[Acquaintance], int]:
    """Those who may be suggested or are left alone, and how many more are late beyond them."""
    today = present.today
    lately = {one.contact: one.on for one in nudges}
    first = [*lately, *(book.agenda.resting(today, _MOST_RESTING) if rests else ())]
    found = {one.contact: _meeting(one, met) for one in book.agenda.acquaintances(first, today)}
    wanted = len(lately) + 3
    late = looked_at = 0
    while late < wanted and looked_at < _MOST_JUDGED:
        part = book.agenda.late(today, _AT_ONCE, looked_at)
        looked_at += len(part)
        for known in book.agenda.acquaintances((who for who in part if who not in found), today):
            one = found[known.contact] = _meeting(known, met)
            late += isinstance(judge(one, present, lately.get(one.contact), rests=rests), Suggestion)
        if len(part) < _AT_ONCE:
            break
    return list(found.values()), max(book.agenda.late_count(today) - looked_at, 0)


def _meeting(person: Acquaintance, met: Mapping[ContactId, date]) -> Acquaintance:
    """Somebody with the next day on which one meets them, wherever that is written."""
    days = [day for day in (person.meeting_on, met.get(person.contact)) if day is not None]
    return replace(person, meeting_on=min(days, default=None))


def _moments(book: BookReader, today: date) -> list[Moment]:
    """The moments of those whose day is near."""
    coming = book.agenda.coming(today, AHEAD, _MOST_DAYS)
    passed = book.agenda.passed(today, BEHIND, _MOST_DAYS)
    wanted = list(dict.fromkeys([*coming, *passed, *book.agenda.told_ahead(AHEAD)]))
    cards = [moment for person in book.contacts.iterate(wanted) for moment in moments_of(person)]
    return [*cards, *book.moments.of(wanted)]


def _page(book: BookReader, found: Agenda, present: Present) -> TodayPage:
    rows = (*found.due.rows, *found.due.stepped_back)
    told_in = {row: _told_in(row) for row in rows}
    entries = book.agenda.entry_days(entry for entry in told_in.values() if entry is not None)
    reasons = {row: due_reason(row, entries.get(told_in[row] or 0), present) for row in rows}
    midnight = start_of(present.today, present.here)
    done: list[Reminder | Promise] = [*book.reminders.done_since(midnight, _MOST_DONE)]
    done += book.promises.kept_since(midnight, _MOST_DONE)
    people = [
        *(contact for row in rows for contact in row.people),
        *(one.contact for one in found.suggestions.shown),
        *(one.contact for one in found.suggestions.left_alone),
        *(day.moment.contact for day in (*found.coming_up, *found.late_wishes) if day.moment.contact),
        *(contact for item in done for contact in item.people),
    ]
    return TodayPage(found, _summaries(book, people), reasons, tuple(done))


def _told_in(row: DueRow) -> int | None:
    item = row.reminder or row.promise
    return None if item is None else item.told_in


def _summaries(book: BookReader, people: Iterable[ContactId]) -> dict[ContactId, ContactSummary]:
    return {row.id: row for row in book.contacts.summaries(list(dict.fromkeys(people)))}


def _last_look(looked: str, before: str, today: date) -> date | None:
    """The day Today was last shown before today."""
    days = [date.fromisoformat(text) for text in (looked, before) if text]
    return next((day for day in days if day < today), None)

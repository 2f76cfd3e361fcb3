"""Today read from the book and put into words; runs on a worker."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from relate_desktop.domain.cadence import LONGEST, CadenceSource
from relate_desktop.domain.due_list import DueRow
from relate_desktop.domain.first_day import name_offers
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.meetings import Meeting
from relate_desktop.domain.meetings import met as still_met
from relate_desktop.domain.moment import MomentDay
from relate_desktop.domain.present import Present
from relate_desktop.domain.suggestions import LeftAlone, Quiet, Suggestion
from relate_desktop.domain.text import display, isolate, visible
from relate_desktop.services.agenda import TodayPage
from relate_desktop.services.preferences import Preferences
from relate_desktop.ui.today.view import (
    DueLine,
    Face,
    FirstDay,
    MeetingLine,
    NameQuestion,
    NoticeLine,
    SoonLine,
    TodayView,
    WhileLine,
    face_of,
)
from relate_desktop.words.briefs import useful_line
from relate_desktop.words.calendar_days import calendar_moved
from relate_desktop.words.conversations import kind_name
from relate_desktop.words.dates import full_day
from relate_desktop.words.due import unsaid
from relate_desktop.words.first_day import name_question
from relate_desktop.words.numbers import listed
from relate_desktop.words.suggestions import (
    quiet_reason,
    rhythm_words,
    suggestion_reason,
)
from relate_desktop.words.today import (
    day_summary,
    done_today,
    due_when,
    due_when_in_full,
    first_day_summary,
    from_calendar,
    greeting,
    how_it_went,
    late_wish,
    length_words,
    longer_rhythm,
    meeting_title,
    moment_name,
    moment_when,
    pacing_rule,
    resting,
    several_called,
    stepped_back,
    why_due,
)

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

MOST_NOTICES = 3
"""People left alone who are named; a page is not for more."""
MOST_NAMES = 3
_LONGEST_TEXT = 500

_ICONS = {
    DateKind.BIRTHDAY: ("cake", "plum"),
    DateKind.ANNIVERSARY: ("heart", "plum"),
    DateKind.DEATH: ("moon", "text2"),
    DateKind.OTHER: ("calendar-blank", "blue"),
}


def read_today(book: "OpenBook", preferred: Preferences, present: Present, *, seen: bool) -> TodayView:
    """Everything the page shows at this moment; ``seen`` is whether somebody looks at it."""
    page = book.agenda.today(seen)
    faces = {contact: face_of(person) for contact, person in page.people.items()}
    found, today = page.agenda, present.today
    people = book.contacts.count()
    first = _first_day(book) if preferred.first_day == today.isoformat() else None
    due = tuple(_due(row, page, faces, present) for row in found.due.rows)
    met = book.meetings.today()
    calendars = {one.calendar for one in met}
    meetings = tuple(_meeting(one, present, alone=len(calendars) == 1) for one in met)
    to_meet = len(still_met(met, present))
    awhile = tuple(_awhile(one, faces) for one in found.suggestions.shown if one.contact in faces)
    at = present.now.astimezone(present.here).time()
    back = len(found.due.stepped_back)
    asks = first is not None and bool(first.last_talks)
    return TodayView(
        at=present.now,
        on=today,
        greeting=greeting(at, preferred.your_name),
        summary=first_day_summary(people)
        if asks
        else day_summary(today, len(due) + found.due.more, to_meet, len(awhile)),
        due=due,
        more=found.due.more,
        stepped_back=stepped_back(back) if back else "",
        meetings=meetings,
        meetings_from=from_calendar(calendars.pop()) if len(calendars) == 1 else "",
        calendar_moved=next((calendar_moved(one) for one in book.calendars.all() if one.missing), ""),
        awhile=awhile,
        rule=pacing_rule(preferred.nudges_a_day, preferred.nudges_a_week),
        soon=tuple(_soon(day, faces, today) for day in found.coming_up),
        notices=tuple(_notices(page, faces, today)),
        done=done_today([item.text for item in page.done_today]) if page.done_today else "",
        people=people,
        turns=tuple(_turns(page, met, present)),
        first=first,
        doubtful=_doubtful(book, today, first=first is not None),
    )


def _doubtful(book: "OpenBook", today: date, *, first: bool) -> int:
    """How many pairs may be one person: on the first day those an import left, until somebody has looked."""
    return book.first_day.doubtful() if first and book.duplicates.waits() else book.duplicates.to_tell(today)


def _turns(page: TodayPage, met: Iterable[Meeting], present: Present) -> Iterable[datetime]:
    """The moments to come at which a row is told in other words."""
    told = (row.tell_at for row in page.agenda.due.rows if row.tell_at is not None)
    return (moment for moment in (*told, *(one.ends_at for one in met)) if moment > present.now)


def _due(row: DueRow, page: TodayPage, faces: "dict[ContactId, Face]", present: Present) -> DueLine:
    about = [faces[contact] for contact in row.people if contact in faces]
    person = about[0] if about else None
    called = person.called if person is not None else ""
    whom = unsaid(row, [one.called for one in about]) if row.promise is None else ()
    parts = [
        isolate(several_called(whom)) if whom else "",
        why_due(row, page.reasons[row], called, present.today),
        display(person.organization, 60) if person is not None else "",
    ]
    return DueLine(
        text=visible(row.text, _LONGEST_TEXT),
        reason=" · ".join(part for part in parts if part),
        when=due_when(row.tell_at, present, timed=row.timed),
        full_when=due_when_in_full(row.tell_at, present, timed=row.timed),
        person=person,
        reminder=row.reminder.id if row.reminder is not None else None,
        promise=row.promise.id if row.promise is not None else None,
    )


def _meeting(one: Meeting, present: Present, *, alone: bool) -> MeetingLine:
    face = face_of(one.people[0])
    at = f"{one.at.astimezone(present.here):%H:%M}"
    title = meeting_title(one) or kind_name(one.kind)
    called = several_called([person.called for person in one.people])
    return MeetingLine(
        key=one.key,
        person=face,
        called=called,
        time=at,
        length=length_words(one.minutes),
        title=title,
        name=f"{at}, {called}, {title}",
        useful=useful_line(one.useful, face.called),
        over=one.asks(present),
        jot=how_it_went(listed([visible(person.called) for person in one.people])),
        entry=one.entry,
        occurrence=one.occurrence,
        hue=one.hue,
        calendar="" if alone else visible(one.calendar),
    )


def _awhile(one: Suggestion, faces: "dict[ContactId, Face]") -> WhileLine:
    face = faces[one.contact]
    days = min(round(one.keeping.usual) * 2, LONGEST)
    return WhileLine(
        face,
        suggestion_reason(one, face.called),
        ask_whether=one.ask_whether,
        longer=longer_rhythm(rhythm_words(days)),
        longer_days=days,
        stops=one.keeping.source is not CadenceSource.CIRCLE,
    )


def _soon(found: MomentDay, faces: "dict[ContactId, Face]", today: date) -> SoonLine:
    contact = found.moment.contact
    called = faces[contact].called if contact in faces else ""
    icon, tone = _ICONS[found.moment.kind]
    return SoonLine(
        moment_name(found, called), moment_when(found.on, today), full_day(found.on), icon, tone, contact
    )


def _notices(page: TodayPage, faces: "dict[ContactId, Face]", today: date) -> Iterable[NoticeLine]:
    for found in page.agenda.late_wishes[:MOST_NOTICES]:
        contact = found.moment.contact
        if contact in faces:
            face = faces[contact]
            yield NoticeLine(
                "late", moment_name(found, face.called), late_wish(found, face.called, today), "cake", face
            )
    for alone in _resting(page.agenda.suggestions.left_alone)[:MOST_NOTICES]:
        if alone.contact in faces and alone.until is not None:
            face = faces[alone.contact]
            name = resting(face.called, alone.until, today)
            yield NoticeLine("rest", name, quiet_reason(alone, face.called, today), "moon", face)


def _resting(left_alone: Sequence[LeftAlone]) -> list[LeftAlone]:
    """Those left to rest, who comes back first at the start."""
    resting_now = [one for one in left_alone if one.quiet is Quiet.REST]
    return sorted(resting_now, key=lambda one: (one.until or date.max, one.contact))


def _first_day(book: "OpenBook") -> FirstDay:
    """What is asked on the first day: of those with a rhythm of their own and no conversation yet."""
    chosen = book.first_day.chosen()
    talks = book.timeline.last_talks(chosen)
    faces = {row.id: face_of(row) for row in book.contacts.summaries(chosen)}
    asked = tuple(faces[contact] for contact in chosen if contact in faces and contact not in talks)
    return FirstDay(asked, tuple(_names(book, faces)), without_calendar=not book.calendars.all())


def _names(book: "OpenBook", faces: "dict[ContactId, Face]") -> Iterable[NameQuestion]:
    number = 0
    for contact, face in faces.items():
        found = book.contacts.find(contact)
        offers = name_offers(found) if found is not None else ()
        if offers and number < MOST_NAMES:
            yield NameQuestion(face, name_question(face.full_name, first=number == 0), offers)
            number += 1

"""How things stand with somebody, read and put into words away from the window's thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.gender import Gender
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.domain.moment import days_in
from relate_desktop.domain.person_rhythm import PersonRhythm
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.reminder import due_of
from relate_desktop.domain.text import isolate, visible
from relate_desktop.domain.timeline import TimelineFilter, TimelineWhich
from relate_desktop.domain.wall_time import zone_named
from relate_desktop.words.dates import day_in_row
from relate_desktop.words.standing import (
    balance_words,
    first_words,
    last_value,
    late_hour,
    next_value,
    offer_words,
    promise_detail,
    rest_words,
    rhythm_value,
)
from relate_desktop.words.timeline import moment_title, talk_title

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

EARLIEST, LATEST = time(8), time(21)
"""Between these hours of theirs nothing needs to be said about the hour."""
MOMENTS_AHEAD = timedelta(days=30)
PLANNED = 50
LONGEST = 200


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One promise that is open: what, whose turn it is, until when."""

    promise: Promise
    text: str
    detail: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What the strip and the foot of the page say. Empty texts say nothing."""

    rhythm: str = ""
    last: str = ""
    next: str = ""
    quiet: str = ""
    footer: str = ""
    late_hour: str = ""
    """That it is an odd hour for them now."""
    offer: str = ""
    """The question whether to keep an eye on the usual rhythm; it is asked once."""
    person: PersonRhythm | None = None
    present: Present | None = None
    promises: Sequence[PromiseLine] = ()


def standing_of(book: "OpenBook", contact: Contact, called: str, gender: Gender) -> Standing:
    """How things stand with this person now; on a worker."""
    if contact.id is None:
        return Standing()
    present = book.present()
    person = book.rhythms.of(contact.id)
    balance = book.timeline.balance(contact.id)
    today = present.today
    sentences = (first_words(balance), balance_words(balance, gender, called))
    return Standing(
        rhythm=rhythm_value(person.keeping, person.learned, person.wishes, today),
        last=last_value(person.last, gender, called, today),
        next=_next(book, contact.id, person, present, (called, gender)),
        quiet=rest_words(person.rest, gender, called, today) if person.rest is not None else "",
        footer=" ".join(part for part in sentences if part),
        late_hour=_late_hour(contact, called, present.now),
        offer=offer_words(person.learned, called) if person.offer and person.learned is not None else "",
        person=person,
        present=present,
        promises=_promises(book, contact.id, called, today),
    )


def _next(
    book: "OpenBook", contact: ContactId, person: PersonRhythm, present: Present, who: tuple[str, Gender]
) -> str:
    """The first of what is planned, due or coming round."""
    today = present.today
    coming: list[tuple[date, str]] = []
    if person.next is not None:
        coming.append(_planned(book, contact, person.next, who))
    for reminder in book.reminders.of(contact):
        due = due_of(reminder, present)
        if due is not None:
            coming.append((max(present.day_of(due.tell_at), today), isolate(visible(reminder.text, LONGEST))))
    for moment in book.moments.of(contact):
        days = days_in(moment, today, today + MOMENTS_AHEAD, present.leap_day)
        coming += [(found.on, moment_title(moment)) for found in days]
    first = min(coming, key=lambda one: one[0], default=None)
    return next_value(first[1] if first else "", day_in_row(first[0], today) if first else "")


def _planned(book: "OpenBook", contact: ContactId, on: date, who: tuple[str, Gender]) -> tuple[date, str]:
    """The conversation written down ahead for a day."""
    ids = book.timeline.ids(TimelineFilter(contact, TimelineWhich.CONVERSATIONS))[:PLANNED]
    for entry in book.timeline.page(list(ids)):
        item = entry.item
        if isinstance(item, Interaction) and item.happened.on == on:
            return on, talk_title(item, *who, planned=True)
    return on, ""


def _promises(book: "OpenBook", contact: ContactId, called: str, today: date) -> list[PromiseLine]:
    return [
        PromiseLine(
            one, visible(one.text, LONGEST), promise_detail(one, called, today), one.owed_by is OwedBy.MINE
        )
        for one in book.promises.open(contact)
    ]


def _late_hour(contact: Contact, called: str, now: datetime) -> str:
    zone = contact.first("TZ")
    if zone is None or now.tzinfo is None:
        return ""
    there = zone_named(zone.text.strip(), now.tzinfo)
    if there is now.tzinfo:
        return ""
    local = now.astimezone(there)
    return "" if EARLIEST <= local.time() < LATEST else late_hour(local, called)

"""What the room shows, read from the book; runs on a worker."""

from typing import TYPE_CHECKING

from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.name_forms import name_forms
from relate_desktop.domain.name_likeness import short_words
from relate_desktop.domain.timeline import TimelineFilter, TimelineWhich
from relate_desktop.services.duplicate_search import FoundPair
from relate_desktop.services.duplicates import CertainPeople
from relate_desktop.ui.duplicates.asking import Question
from relate_desktop.ui.duplicates.certain import SHOWN, CertainView
from relate_desktop.ui.duplicates.comparison import Side, about_words
from relate_desktop.ui.duplicates.separate import SeparateView, separate_words
from relate_desktop.words.dates import full_day

if TYPE_CHECKING:
    from relate_desktop.domain.people import ContactSummary
    from relate_desktop.services.book import OpenBook


def read_question(book: "OpenBook", pair: FoundPair) -> Question:
    """A pair with everything there is to see of it. Raises NotFoundError(CONTACT_UNKNOWN)."""
    sides = tuple(_side(book, contact) for contact in (pair.one, pair.other))
    plan = book.merges.plan(pair.one, [pair.other])
    short = None
    if MatchReason.SHORT_NAME in pair.reasons:
        forms = [name_forms(book.contacts.get(contact).properties) for contact in (pair.one, pair.other)]
        found = short_words(*forms)
        short = (found[0].capitalize(), found[1].capitalize()) if found is not None else None
    return Question(pair, plan, (sides[0], sides[1]), short)


def read_certain(book: "OpenBook", found: CertainPeople) -> CertainView:
    """The people of the groups in view."""
    people = [contact for group in found.groups[:SHOWN] for contact in group]
    return CertainView(found, {row.id: row for row in book.contacts.summaries(people)})


def read_separation(book: "OpenBook", contact: ContactId, changeset: int | None) -> SeparateView:
    """The merge that is to be taken back, the last one unless another is named.

    Raises NotFoundError(NOT_MERGED) and NotFoundError(CONTACT_UNKNOWN).
    """
    person = _summary(book, contact)
    merges = [one for one in book.merges.joined(contact) if changeset in {None, one.changeset}]
    if not merges:
        raise NotFoundError(ErrorKind.NOT_MERGED, name=person.called)
    here = book.present().here
    day = full_day(merges[0].at.astimezone(here).date())
    return SeparateView(person, merges[0], separate_words(person, merges[0], day))


def _side(book: "OpenBook", contact: ContactId) -> Side:
    row = _summary(book, contact)
    talks = len(book.timeline.ids(TimelineFilter(contact, TimelineWhich.CONVERSATIONS)))
    entries = len(book.timeline.ids(TimelineFilter(contact)))
    source = next((one.source for one in book.contacts.provenance(contact) if one.source), None)
    reminders = len(book.reminders.of(contact))
    return Side(row, about_words(entries, source), talks, entries - talks, reminders)


def _summary(book: "OpenBook", contact: ContactId) -> "ContactSummary":
    rows = book.contacts.summaries([contact])
    if not rows:
        raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, name=str(contact))
    return rows[0]

"""``today``: what is due, whose day is near, with whom it has been a while."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.meetings import meeting_document, meeting_lines
from relate_desktop.cli.output import bare, table
from relate_desktop.cli.program import Answer, Command, Program, no_options
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.due_list import DueRow
    from relate_desktop.domain.ids import ContactId
    from relate_desktop.domain.meetings import Meeting
    from relate_desktop.domain.moment import MomentDay
    from relate_desktop.domain.present import Present
    from relate_desktop.domain.suggestions import LeftAlone, Suggestion
    from relate_desktop.services.agenda import TodayPage

Json = dict[str, Any]


def commands() -> tuple[Command, ...]:
    """The command of this file."""
    return (Command("today", _("show what matters now"), "today --at 2026-11-24T09:00", no_options, _today),)


def _today(_options: Namespace, program: Program) -> Answer:
    with program.book() as book:
        present = book.present()
        page = book.agenda.today(seen=False)
        met = book.meetings.today()
        meetings = [meeting_document(book, one, present) for one in met]
    return Answer(_document(page, meetings, present), _lines(page, met, present))


def _document(page: "TodayPage", meetings: list[Json], present: "Present") -> Json:
    from relate_desktop.cli.due_documents import moment_text, row_document, row_id
    from relate_desktop.words.today import why_due

    found = page.agenda
    due = [
        {
            **row_document(row, page.people, present),
            "why": bare(why_due(row, page.reasons[row], _first(row, page), present.today)),
        }
        for row in found.due.rows
    ]
    due += [_suggested(one, page, present) for one in found.suggestions.shown]
    days = [*((day, True) for day in found.late_wishes), *((day, False) for day in found.coming_up)]
    return {
        "at": moment_text(found.at, present),
        "due": due,
        "more": found.due.more,
        "stepped_back": [row_id(row) for row in found.due.stepped_back],
        "meetings": meetings,
        "dates": [_date(day, page, present, late=late) for day, late in days],
        "quiet": [_quiet(one, page, present) for one in found.suggestions.left_alone],
        "waiting": found.suggestions.waiting,
        "done": [item.text for item in page.done_today],
    }


def _suggested(one: "Suggestion", page: "TodayPage", present: "Present") -> Json:
    from relate_desktop.domain.person_rhythm import late_on
    from relate_desktop.words.suggestions import suggestion_reason

    since = present.today - timedelta(days=one.gap)
    return {
        "id": f"c{one.contact}",
        "kind": "rhythm",
        "contact": str(one.contact),
        "contacts": [str(one.contact)],
        "name": _full_name(page, one.contact),
        "title": _("It has been a while"),
        "due": late_on(one.keeping, since).isoformat(),
        "last": None if one.last_on is None else one.last_on.isoformat(),
        "why": bare(suggestion_reason(one, _called(page, one.contact))),
    }


def _date(day: "MomentDay", page: "TodayPage", present: "Present", *, late: bool) -> Json:
    contact = day.moment.contact
    return {
        "contact": None if contact is None else str(contact),
        "name": "" if contact is None else _full_name(page, contact),
        "kind": day.moment.kind.value,
        "label": day.moment.label,
        "date": day.moment.date.iso(),
        "on": day.on.isoformat(),
        "days": day.days_from(present.today),
        "years": day.years,
        "late": late,
    }


def _quiet(one: "LeftAlone", page: "TodayPage", present: "Present") -> Json:
    from relate_desktop.words.suggestions import quiet_reason

    return {
        "contact": str(one.contact),
        "name": _full_name(page, one.contact),
        "reason": one.quiet.value,
        "why": bare(quiet_reason(one, _called(page, one.contact), present.today)),
        "until": None if one.until is None else one.until.isoformat(),
    }


def _lines(page: "TodayPage", meetings: Sequence["Meeting"], present: "Present") -> Iterator[str]:
    from relate_desktop.domain.text import isolate
    from relate_desktop.words.suggestions import quiet_reason, suggestion_reason
    from relate_desktop.words.today import (
        done_today,
        late_wish,
        moment_name,
        moment_when,
        more_in_reminders,
        stepped_back,
    )

    found = page.agenda
    if found.due.rows:
        yield _("For today")
        yield from table(_due_rows(page, present), widest=70)
        if found.due.more:
            yield more_in_reminders(found.due.more)
        yield ""
    yield from _met(meetings, present)
    if found.due.stepped_back:
        yield stepped_back(len(found.due.stepped_back))
        yield ""
    if found.suggestions.shown:
        yield _("It has been a while")
        for one in found.suggestions.shown:
            name = _called(page, one.contact)
            yield _("{name}: {why}").format(name=isolate(name), why=suggestion_reason(one, name))
        yield ""
    if found.late_wishes or found.coming_up:
        yield _("Coming up")
        for day in found.late_wishes:
            yield late_wish(day, _called(page, day.moment.contact), present.today)
        for day in found.coming_up:
            name = moment_name(day, _called(page, day.moment.contact))
            yield _("{name}: {why}").format(name=name, why=moment_when(day.on, present.today))
        yield ""
    for alone in found.suggestions.left_alone:
        yield quiet_reason(alone, _called(page, alone.contact), present.today)
    if page.done_today:
        yield done_today([item.text for item in page.done_today])
    if found.empty and not meetings:
        yield _("Nothing is waiting. Enjoy your day.")


def _met(meetings: Sequence["Meeting"], present: "Present") -> Iterator[str]:
    if meetings:
        yield _("Meeting today")
        yield from table(list(meeting_lines(meetings, present)), widest=60)
        yield ""


def _due_rows(page: "TodayPage", present: "Present") -> list[Sequence[str]]:
    """Rows for a table: id, when, what, about whom, and why."""
    from relate_desktop.cli.due_documents import row_id, when_words
    from relate_desktop.words.numbers import listed
    from relate_desktop.words.today import why_due

    return [
        (
            row_id(row),
            when_words(row, present),
            row.text,
            listed([name for one in row.people if (name := _called(page, one))]),
            why_due(row, page.reasons[row], _first(row, page), present.today),
        )
        for row in page.agenda.due.rows
    ]


def _first(row: "DueRow", page: "TodayPage") -> str:
    """What to call the first of a row's people."""
    return _called(page, row.people[0]) if row.people else ""


def _called(page: "TodayPage", contact: "ContactId | None") -> str:
    from relate_desktop.domain.text import visible

    row = None if contact is None else page.people.get(contact)
    return "" if row is None else visible(row.called)


def _full_name(page: "TodayPage", contact: "ContactId") -> str:
    row = page.people.get(contact)
    return "" if row is None else row.full_name

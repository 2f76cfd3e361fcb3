"""``brief``: what to know before one meets somebody; meetings as JSON and as lines."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.output import bare
from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.brief import Brief, PersonBrief
    from relate_desktop.domain.meetings import Meeting
    from relate_desktop.domain.present import Present
    from relate_desktop.services.book import OpenBook

Json = dict[str, Any]
_TODAY = timedelta(days=1)


def commands() -> tuple[Command, ...]:
    """The command of this file."""
    return (
        Command(
            "brief",
            _("what to know before you meet somebody"),
            'brief "Misaki Tanaka"',
            _declare,
            _brief,
            notes=_(
                "Without a name it is about the next meeting of today. Nothing told in confidence is in it."
            ),
        ),
    )


def meeting_document(book: "OpenBook", meeting: "Meeting", present: "Present") -> Json:
    """A meeting with its brief."""
    from relate_desktop.cli.due_documents import moment_text

    brief = brief_of(book, meeting)
    return {
        "id": meeting.key,
        "start": moment_text(meeting.at, present),
        "end": moment_text(meeting.ends_at, present),
        "title": meeting.title,
        "calendar": meeting.calendar or None,
        "people": [{"contact": str(one.id), "name": one.full_name} for one in meeting.people],
        "brief": [person_document(one) for one in brief.people],
        "over": meeting.over(present),
        "ask": meeting.asks(present),
    }


def person_document(brief: "PersonBrief") -> Json:
    """What to know of one person."""
    from relate_desktop.cli.entries import when_of
    from relate_desktop.words.briefs import useful_line

    return {
        "contact": str(brief.person.id),
        "call_them": brief.person.called,
        "name": brief.person.full_name,
        "pronouns": brief.pronouns or None,
        "organization": brief.person.organization or None,
        "their_time": None if brief.there is None else brief.there.isoformat(timespec="minutes"),
        "useful": bare(useful_line(brief.useful, brief.person.called)) or None,
        "talks": [
            {
                "kind": talk.kind.value,
                "direction": talk.direction.value,
                "when": when_of(talk.happened),
                "text": talk.text,
            }
            for talk in brief.talks
        ],
        "i_promised": [one.text for one in brief.mine],
        "they_promised": [one.text for one in brief.theirs],
        "dates": [
            {
                "kind": day.moment.kind.value,
                "label": day.moment.label,
                "on": day.on.isoformat(),
                "years": day.years,
            }
            for day in brief.days
        ],
        "notes": [{"when": when_of(note.happened), "text": note.text} for note in brief.notes],
        "remember": list(brief.worth),
    }


def brief_of(book: "OpenBook", meeting: "Meeting") -> "Brief":
    """The brief of a meeting, wherever it stands."""
    if meeting.occurrence is not None:
        return book.briefs.before(meeting.occurrence)
    if meeting.entry is None:
        raise ValueError("a meeting stands in the timeline or in a calendar")
    return book.briefs.before_entry(meeting.entry)


def meeting_lines(meetings: Sequence["Meeting"], present: "Present") -> Iterator[Sequence[str]]:
    """Rows for a table: when, with whom, what about, and the one thing to know."""
    from relate_desktop.words.briefs import useful_line
    from relate_desktop.words.dates import day_in_row
    from relate_desktop.words.today import length_words, meeting_title, several_called

    for one in meetings:
        start = one.at.astimezone(present.here)
        hour = f"{start:%H:%M}"
        if start.date() != present.today:
            hour = _("{day}, {time}").format(day=day_in_row(start.date(), present.today), time=hour)
        yield (
            hour,
            length_words(one.minutes),
            several_called([person.called for person in one.people]),
            meeting_title(one),
            useful_line(one.useful, one.people[0].called),
        )


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "contact", metavar=_("CONTACT"), nargs="?", help=_("whom you meet; else the next meeting")
    )


def _brief(options: Namespace, program: Program) -> Answer:
    from relate_desktop.words.briefs import brief_text, person_text

    with program.book() as book:
        present = book.present()
        if options.contact is not None:
            (person,) = book.briefs.about((book.contacts.named(options.contact),))
            document: Json = {"meeting": None, "people": [person_document(person)]}
            return Answer(document, list(person_text(person, present)))
        near = book.meetings.between(present.now - _TODAY, present.now + _TODAY)
        waiting = [one for one in near if not one.over(present) and _is_today(one, present)]
        if not waiting:
            return Answer({"meeting": None, "people": []}, [_("There is nobody to meet today.")])
        brief = brief_of(book, waiting[0])
        document = {
            "meeting": meeting_document(book, waiting[0], present),
            "people": [person_document(one) for one in brief.people],
        }
    return Answer(document, list(brief_text(brief, present)))


def _is_today(meeting: "Meeting", present: "Present") -> bool:
    return present.day_of(meeting.at) == present.today or meeting.at <= present.now

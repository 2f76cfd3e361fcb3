"""``capture`` and ``jot``: one line in plain words becomes what there is to keep."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.numbers import plain_text
from relate_desktop.cli.output import plain
from relate_desktop.cli.program import DONE, IN_PART, Answer, Command, Program, no_options
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from datetime import tzinfo

    from relate_desktop.domain.capture_parts import (
        Captured,
        CapturedDue,
        CapturedPart,
        CapturedPromise,
        CapturedReminder,
        Unclear,
    )
    from relate_desktop.domain.reminder import Reminder
    from relate_desktop.services.captures import Saved


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (
        Command(
            "capture",
            _("keep what one line in plain words says"),
            'capture "called anna 20m yesterday re invoice, remind me in two weeks"',
            _declare,
            _capture,
            notes=_(
                "Without --yes it shows what it understood and saves nothing. With it, everything that is "
                "clear is kept as one change; what is not clear is listed and left out. Moments and things "
                "worth remembering are suggestions and only shown."
            ),
        ),
        Command("jot", _("open the panel to jot something down"), "jot", no_options, _jot),
    )


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "text", metavar=_("TEXT"), nargs="+", type=plain_text, help=_("what happened, or what is to come")
    )
    parser.add_argument("--yes", action="store_true", help=_("keep it"))


def _capture(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.capture_corrections import doubted, suggested
    from relate_desktop.services.captures import CaptureChoice

    sentence = " ".join(options.text)
    with program.book(create=options.yes) as book:
        reading = book.captures.read(sentence)
        captured = reading.captured
        saved: Saved | None = None
        if options.yes:
            unsure = doubted(captured)
            kept = [
                place
                for place, part in enumerate(captured.parts)
                if place not in unsure and not suggested(part)
            ]
            if kept:
                saved = book.captures.save(CaptureChoice(captured, frozenset(kept)))
    entries = [_entry(place, part, saved, program.here()) for place, part in enumerate(captured.parts)]
    unclear = [_question(item) for item in captured.unclear]
    document = {"saved": saved is not None, "entries": entries, "unclear": unclear}
    if saved is not None:
        document["operation"] = str(saved.changeset)
    document["answers"] = [{"id": str(item.id), "text": item.text} for item in reading.answered]
    waiting = bool(unclear) and options.yes
    lines = _lines(captured, reading.today, saved, reading.answered)
    return Answer(document, lines, IN_PART if waiting else DONE)


def _jot(_options: Namespace, program: Program) -> Answer:
    return Answer({"shown": ["jot"]}, (), program.window.jot(program))


def _entry(place: int, part: "CapturedPart", saved: "Saved | None", here: "tzinfo") -> dict[str, Any]:
    """One part with the keys of the contract; those that say nothing of its kind are null."""
    from relate_desktop.domain import capture_parts as parts
    from relate_desktop.domain.capture_corrections import people_of, place_of_newcomer
    from relate_desktop.domain.wall_time import instant

    people = [str(one.contact) for one in people_of(part) if place_of_newcomer(one.contact) is None]
    found: dict[str, Any] = {
        "kind": _KINDS.get(type(part).__name__, ""),
        "contact": people[0] if people else None,
        "contacts": people,
        "direction": None,
        "when": None,
        "text": part.text,
        "due": None,
        "minutes": None,
        "saved": saved is not None and place in saved.written,
    }
    if isinstance(part, parts.CapturedConversation):
        when = part.on.isoformat()
        if part.at is not None:
            when = instant(part.on, part.at, here).astimezone(here).isoformat()
        found |= {"kind": part.kind.value, "direction": part.direction.value, "when": when}
        found["minutes"] = part.minutes
    elif isinstance(part, parts.CapturedNote):
        found["when"] = part.on.isoformat()
    elif isinstance(part, parts.CapturedPromise | parts.CapturedReminder):
        found |= _owed(part, here)
    elif isinstance(part, parts.CapturedMoment):
        found |= {"when": part.date.iso(), "yearly": part.yearly}
    elif isinstance(part, parts.CapturedPerson):
        found |= {"name": part.name, "organization": part.organization}
        found |= {"phones": list(part.phones), "emails": list(part.emails)}
    if saved is not None and place in saved.written:
        found["id"] = str(saved.written[place])
    return found


_KINDS = {
    "CapturedNote": "note",
    "CapturedPromise": "promise",
    "CapturedReminder": "reminder",
    "CapturedMoment": "moment",
    "CapturedRemember": "remember",
    "CapturedPerson": "person",
}


def _owed(part: "CapturedPromise | CapturedReminder", here: "tzinfo") -> Mapping[str, Any]:
    """Until when, how often, and whose turn it is."""
    from relate_desktop.domain.capture_parts import CapturedPromise
    from relate_desktop.domain.promise import OwedBy
    from relate_desktop.domain.recurrence_text import write_rule

    found: dict[str, Any] = {"due": _due(part.due, here)}
    if isinstance(part, CapturedPromise):
        found["direction"] = "out" if part.owed_by is OwedBy.MINE else "in"
    elif part.due.repeats is not None:
        found["repeats"] = write_rule(part.due.repeats)
    return found


def _due(due: "CapturedDue | None", here: "tzinfo") -> str | None:
    from relate_desktop.domain.wall_time import instant

    if due is None or due.on is None:
        return None
    if due.at is None:
        return due.on.isoformat()
    return instant(due.on, due.at, here).astimezone(here).isoformat()


def _question(item: "Unclear") -> dict[str, Any]:
    from relate_desktop.words.captures import doubt_question

    return {
        "doubt": item.doubt.value,
        "text": item.text,
        "question": plain(doubt_question(item.doubt, item.text)),
        "entry": item.part,
        "candidates": [{"contact": str(one.contact), "name": one.called} for one in item.candidates],
        "days": [day.isoformat() for day in item.days],
    }


def _lines(
    captured: "Captured", today: date, saved: "Saved | None", answered: "tuple[Reminder, ...]"
) -> Iterator[str]:
    """What was understood, a line a part, and what is asked."""
    from relate_desktop.domain.capture_corrections import suggested
    from relate_desktop.words.capture_parts import answers, part_sentence
    from relate_desktop.words.captures import doubt_question
    from relate_desktop.words.numbers import sentence

    if not captured.parts:
        yield _("Nothing is said there.")
    for place, part in enumerate(captured.parts):
        kept = saved is not None and place in saved.written
        head = _("kept") if kept else _("suggested") if suggested(part) else _("not kept")
        yield _("{state}: {part}").format(state=head, part=sentence(plain(part_sentence(part, today))))
    for item in captured.unclear:
        yield _("? {question}").format(question=plain(doubt_question(item.doubt, item.text)))
    for reminder in answered:
        yield plain(answers(reminder.text))
    if saved is None and captured.ready:
        yield _("Nothing is saved yet; --yes keeps it.")

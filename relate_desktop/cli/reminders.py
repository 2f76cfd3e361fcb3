"""``remind``, ``done`` and ``snooze``: reminders and promises."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.due_words import parted_id, read_repeat, read_when
from relate_desktop.cli.numbers import plain_text
from relate_desktop.cli.people import contact_word, others_option
from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.domain.due_list import DueRow
    from relate_desktop.domain.promise import Promise
    from relate_desktop.domain.reminder import Reminder
    from relate_desktop.domain.typed_due import TypedDue
    from relate_desktop.services.book import OpenBook


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (
        Command(
            "remind",
            _("remind yourself of something about a person"),
            'remind "Ada Lovelace" "Send the cover" --due "friday 14:00"',
            _declare_remind,
            _remind,
            notes=_(
                "WHEN is a day (2026-11-27), a moment (2026-11-27T14:00) or words: “tomorrow at 9”,\n"
                "“in two weeks”, “every friday”, “when there is room”.\n"
                "RRULE is a rule of RFC 5545 by days: FREQ=WEEKLY;INTERVAL=2, FREQ=MONTHLY;BYDAY=-1FR."
            ),
        ),
        Command(
            "done",
            _("mark a reminder done, or a promise kept"),
            "done r7",
            _declare_done,
            _done,
            notes=_("“today” and “show” say the ids: r7 is a reminder, p3 a promise."),
        ),
        Command(
            "snooze",
            _("be told of a reminder later"),
            'snooze r7 --until "tomorrow at 9"',
            _declare_snooze,
            _snooze,
            notes=_("“today” and “show” say the ids: r7 is a reminder, p3 a promise."),
        ),
    )


def _declare_remind(parser: ArgumentParser) -> None:
    contact_word(parser)
    parser.add_argument("text", metavar=_("TEXT"), type=plain_text, help=_("what to be reminded of"))
    others_option(parser)
    parser.add_argument(
        "--due",
        metavar=_("WHEN"),
        type=plain_text,
        default="",
        help=_("when; without it: when there is room"),
    )
    parser.add_argument(
        "--repeat", metavar=_("RRULE"), type=plain_text, help=_("the rule by which it comes back")
    )


def _remind(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.reminder import DueTime, Reminder

    with program.book() as book:
        people = tuple(dict.fromkeys(map(book.contacts.named, (options.contact, *options.others))))
        present = book.present()
        when = _when(options.due, book)
        due, rule = when.due, when.repeats
        if options.repeat is not None:
            due = due or DueTime(present.today)
            rule = read_repeat(options.repeat, due, present)
        before = _newest(book)
        number = book.reminders.add(Reminder(options.text, people, due, present.now, repeats=rule))
        return _answer(book, book.reminders.get(number), before, _("Added {id}: {text}, {when}."))


def _declare_done(parser: ArgumentParser) -> None:
    _declare_id(parser)


def _done(options: Namespace, program: Program) -> Answer:
    with program.book() as book:
        before = _newest(book)
        item: Reminder | Promise
        if (promise := _promise(options.id)) is not None:
            item = book.promises.keep(promise)
        else:
            item = book.reminders.done(_reminder(options.id))
        said = _("Done. {id} comes back: {text}, {when}.") if item.open else _("Done: {text}.")
        return _answer(book, item, before, said)


def _declare_snooze(parser: ArgumentParser) -> None:
    _declare_id(parser)
    parser.add_argument(
        "--until", metavar=_("WHEN"), type=plain_text, required=True, help=_("when to be told of it again")
    )


def _snooze(options: Namespace, program: Program) -> Answer:
    from dataclasses import replace

    with program.book() as book:
        when = read_when(options.until, book, book.present())
        before = _newest(book)
        item: Reminder | Promise
        if (promise := _promise(options.id)) is not None:
            known = book.promises.get(promise)
            if not known.open:
                raise UsageError(ErrorKind.DUE_OVER, text=known.text)
            book.promises.save(replace(known, due=when.due))
            item = book.promises.get(promise)
        else:
            item = book.reminders.snooze(_reminder(options.id), when.moment(book.present()))
        return _answer(book, item, before, _("Put off: {id}, {text}, {when}."))


def _declare_id(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar=_("ID"), type=plain_text, help=_("its id, such as r7 or p3"))


def _when(text: str, book: "OpenBook") -> "TypedDue":
    from relate_desktop.domain.typed_due import TypedDue

    return read_when(text, book, book.present()) if text else TypedDue(None)


def _reminder(text: str) -> Any:
    from relate_desktop.domain.ids import ReminderId

    return ReminderId(parted_id(text)[1])


def _promise(text: str) -> Any:
    from relate_desktop.domain.ids import PromiseId

    kind, number = parted_id(text)
    return PromiseId(number) if kind == "p" else None


def _newest(book: "OpenBook") -> str | None:
    """The number of the last change of the book."""
    entries = book.history.entries(limit=1)
    return str(entries[0].changeset) if entries else None


def _answer(book: "OpenBook", item: "Reminder | Promise", before: str | None, said: str) -> Answer:
    from relate_desktop.cli.due_documents import row_document, row_id, when_words
    from relate_desktop.domain.text import display

    present = book.present()
    row = _row(item, book)
    people = {one.id: one for one in book.contacts.summaries(row.people)}
    newest = _newest(book)
    document = {
        "operation": newest if newest != before else None,
        "done": not item.open,
        **row_document(row, people, present),
    }
    line = said.format(id=row_id(row), text=display(row.text), when=when_words(row, present))
    return Answer(document, [line])


def _row(item: "Reminder | Promise", book: "OpenBook") -> "DueRow":
    from relate_desktop.domain.due_list import row_of

    return row_of(item, book.present())

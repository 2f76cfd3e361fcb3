"""``check``: whether all is well."""

from argparse import ArgumentParser, Namespace

from relate_desktop.cli.program import DONE, IN_PART, Answer, Command, Program
from relate_desktop.words.translation import _


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (Command("check", _("look whether the book is whole"), "check --json", _declare_check, _check),)


def _declare_check(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--repair",
        action="store_true",
        help=_("close the book to others and build lists and search anew; nothing that you wrote is touched"),
    )


def _check(options: Namespace, program: Program) -> Answer:
    from relate_desktop.words.health import problem_words, repair_words
    from relate_desktop.words.numbers import people

    with program.book() as book:
        repaired = book.repair() if options.repair else ()
        health = book.health()
    document = {
        "ok": not health.problems,
        "problems": [
            {"code": code, "message": problem_words(code, facts), **facts} for code, facts in health.problems
        ],
        "contacts": health.contacts,
        "properties": health.properties,
        "entries": health.entries,
        "reminders": health.reminders,
        "digest": health.digest,
        "sqlite": health.sqlite_version,
    }
    if options.repair:
        document["repaired"] = list(repaired)
    lines = [repair_words(code) for code in repaired]
    lines += [problem_words(code, facts) for code, facts in health.problems] or [
        _("The book is whole. It holds {people}.").format(people=people(health.contacts))
    ]
    return Answer(document, lines, IN_PART if health.problems else DONE)

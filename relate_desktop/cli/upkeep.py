"""``check``, ``sample`` and ``self-test``: whether all is well, and something to look at."""

from argparse import SUPPRESS, ArgumentParser, Namespace

from relate_desktop.cli.program import DONE, IN_PART, Answer, Command, Program, no_options
from relate_desktop.words.translation import _


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (
        Command("check", _("look whether the book is whole"), "check --json", _declare_check, _check),
        Command(
            "sample",
            _("a book of invented people, to look around in"),
            "sample --book ~/try-relate",
            no_options,
            _sample,
        ),
        Command(
            "self-test",
            _("start everything unseen and say what does not work here"),
            "self-test",
            _declare_self_test,
            _self_test,
        ),
    )


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


def _sample(_options: Namespace, program: Program) -> Answer:
    from relate_desktop.services.jobs import InlineRunner, JobKind, Lane
    from relate_desktop.words.imports import import_sentence

    with program.book(create=True) as book, program.progress() as bar:
        job = InlineRunner().submit(Lane.WRITE, book.sample.add, JobKind.SAMPLE, bar.hear)
        report = job.result()
    document = {
        "operation": str(report.changeset) if report.changeset is not None else None,
        "created": sum(file.created for file in report.files),
    }
    return Answer(document, [import_sentence(report)])


def _declare_self_test(parser: ArgumentParser) -> None:
    # How the program asks a second process of its own to look at the window.
    parser.add_argument("--window-only", action="store_true", help=SUPPRESS)


def _self_test(options: Namespace, program: Program) -> Answer:
    from relate_desktop.services.self_test import check_parts
    from relate_desktop.words.self_test import part_words

    if options.window_only:
        found = dict(program.window.check_here())
    else:
        found = {part: _problem_words(error) for part, error in check_parts(program.clock).items()}
        found.update(program.window.check())
    parts = [{"part": part, "works": problem is None, "problem": problem} for part, problem in found.items()]
    broken = [part for part, problem in found.items() if problem is not None]
    lines = [
        _("{part}: works").format(part=part_words(part))
        if problem is None
        else _("{part}: does not work here ({problem})").format(part=part_words(part), problem=problem)
        for part, problem in found.items()
    ]
    return Answer({"ok": not broken, "parts": parts}, lines, IN_PART if broken else DONE)


def _problem_words(error: BaseException | None) -> str | None:
    """What is wrong with a part, without anybody's data; None where nothing is."""
    from relate_desktop.domain.errors import UserError
    from relate_desktop.services.self_test import PartError
    from relate_desktop.system.log import describe_fault
    from relate_desktop.words.errors import tell

    if error is None:
        return None
    if isinstance(error, UserError):
        return tell(error).message
    return str(error) if isinstance(error, PartError) else ", ".join(describe_fault(error).split())

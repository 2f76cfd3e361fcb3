"""The words of a command line and what they mean, before anything heavy is loaded."""

import re
from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from typing import NoReturn

from relate_desktop import __version__
from relate_desktop.cli.numbers import folder_name
from relate_desktop.cli.program import Command
from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.domain.text import display
from relate_desktop.words.translation import _

PROGRAM = "relate-desktop"
_LONGEST_WORD = 40
_WITH_VALUE = {"--book", "--at"}
_REPEATS_NOTHING = re.compile(r"Argument [\w|/, -]+: expected (?:one|at least one) argument\.")
_FILE_ENDINGS = (".vcf", ".vcard", ".ics", ".vcs")


class Parser(ArgumentParser):
    """A parser that raises what is wrong instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        """Raises UsageError(WRONG_USAGE)."""
        raise UsageError(ErrorKind.WRONG_USAGE, text=_sentence(message), program=self.prog)


def read_arguments(commands: Sequence[Command], words: Sequence[str]) -> Namespace:
    """What the words ask for; ``command`` is the Command, or None for the window.

    ``--help`` and ``--version`` print and raise SystemExit(0). Raises UsageError(WRONG_USAGE).
    """
    asked = list(words)
    position = _first_word(asked)
    if position is not None and _is_file(asked[position], commands):
        asked.insert(position, "open")
    try:
        return _parser(commands).parse_args(asked)
    except UsageError as error:
        if error.kind is ErrorKind.WRONG_USAGE and _is_discreet(commands, asked):
            raise _without_what_was_typed(error) from None
        if error.kind is ErrorKind.WRONG_USAGE and (unknown := _about_command(commands, asked)):
            raise UsageError(ErrorKind.WRONG_USAGE, text=unknown, program=PROGRAM) from None
        hint = _about_minus(asked)
        if error.kind is not ErrorKind.WRONG_USAGE or not hint:
            raise
        raise UsageError(ErrorKind.WRONG_USAGE, text=hint, program=f"{PROGRAM} search") from None


def _is_discreet(commands: Sequence[Command], words: Sequence[str]) -> bool:
    """Whether the words belong to a command that takes keys, or may be meant to."""
    position = _first_word(words)
    first = None if position is None else words[position]
    discreet = {command.name: command.discreet for command in commands}
    return discreet[first] if first in discreet else any(discreet.get(word) for word in words)


def _without_what_was_typed(error: UsageError) -> UsageError:
    """The same refusal; of the parser's sentences only those are left that repeat nothing."""
    if _REPEATS_NOTHING.fullmatch(str(error.facts["text"])):
        return error
    text = _("There is a word here that this command does not know. It is not repeated: it may be a key.")
    return UsageError(ErrorKind.WRONG_USAGE, text=text, program=error.facts["program"])


def wants_json(words: Sequence[str]) -> bool:
    """Whether the words ask for JSON, also when they mean nothing otherwise."""
    before = list(words[: words.index("--")]) if "--" in words else list(words)
    return "--json" in before


def _first_word(words: Sequence[str]) -> int | None:
    """Where the first word stands that is neither an option nor an option's value."""
    position = 0
    while position < len(words):
        word = words[position]
        if word == "--":
            return None
        if word in _WITH_VALUE:
            position += 1
        elif not word.startswith("-"):
            return position
        position += 1
    return None


def _about_command(commands: Sequence[Command], words: Sequence[str]) -> str:
    """That the first word is no command, with the one it is nearest to; nothing where it is one."""
    position = _first_word(words)
    names = [command.name for command in commands]
    if position is None or words[position] in names:
        return ""
    from difflib import get_close_matches

    word = words[position]
    said = _("There is no command “{word}”.").format(word=display(word, _LONGEST_WORD))
    near = get_close_matches(word.casefold(), names, n=1)
    return _("{said} Do you mean “{command}”?").format(said=said, command=near[0]) if near else said


def _about_minus(words: Sequence[str]) -> str:
    """What to write instead where a word that must not match was taken for an option of a search."""
    position = _first_word(words)
    if position is None or words[position] != "search" or "--" in words:
        return ""
    rest = words[position + 1 :]
    refused = [
        word for word in rest if word.startswith("-") and not word[1:2].isdecimal() and word[1:2] != "-"
    ]
    if not refused:
        return ""
    from shlex import join

    meant = refused if any(word.startswith("--") for word in rest) else rest
    return _("Words with a minus stand behind two dashes, as in “{program} search -- {words}”.").format(
        program=PROGRAM, words=join(meant)
    )


def _is_file(word: str, commands: Sequence[Command]) -> bool:
    """Whether a first word means a file to open: it looks like one, or there is one."""
    from pathlib import Path

    if word in {command.name for command in commands}:
        return False
    return "/" in word or "\\" in word or word.lower().endswith(_FILE_ENDINGS) or Path(word).exists()


def _parser(commands: Sequence[Command]) -> Parser:
    parser = Parser(
        prog=PROGRAM,
        description=_("The people you know, and what you talked about, on your own computer."),
        epilog=_example("import phone.vcf")
        + "\n\n"
        + _("Without a command the window opens; a file alone opens in the window."),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(command=None)
    _add_common(parser, first=True)
    group = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), parser_class=Parser)
    for command in commands:
        own = group.add_parser(
            command.name,
            help=command.summary,
            description=command.summary,
            epilog="\n\n".join(part for part in (command.notes, _example(command.example)) if part),
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.declare(own)
        _add_common(own, first=False)
        own.set_defaults(command=command)
    return parser


def _add_common(parser: ArgumentParser, *, first: bool) -> None:
    """The options that every command takes, before its name and after it."""

    def unless_given(value: object) -> object:
        return value if first else SUPPRESS

    common = parser.add_argument_group(_("for all commands"))
    common.add_argument(
        "--book",
        metavar=_("DIR"),
        type=folder_name,
        default=unless_given(None),
        help=_("the book: one folder that holds everything (also the variable RELATE_BOOK)"),
    )
    common.add_argument(
        "--json",
        action="store_true",
        default=unless_given(value=False),
        help=_("answer with one JSON document"),
    )
    common.add_argument(
        "--quiet", action="store_true", default=unless_given(value=False), help=_("show no progress")
    )
    common.add_argument(
        "--at",
        metavar=_("ISO"),
        default=unless_given(None),
        help=_("the moment to take for now, such as 2026-11-24T09:00"),
    )
    common.add_argument(
        "--version", action="version", version=f"{PROGRAM} {__version__}", help=_("show the version")
    )


def _example(arguments: str) -> str:
    return _("example: {line}").format(line=f"{PROGRAM} {arguments}")


def _sentence(message: str) -> str:
    text = message[:1].upper() + message[1:]
    return text if text.endswith((".", "?", "!")) else text + "."

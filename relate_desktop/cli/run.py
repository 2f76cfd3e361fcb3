"""Runs one command: reads the words, does the work, prints the answer."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from relate_desktop.cli.arguments import read_arguments, wants_json
from relate_desktop.cli.output import prepare_streams, print_answer
from relate_desktop.cli.problems import ended_by
from relate_desktop.cli.program import DONE, Command, Program, Window
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.errors import ErrorKind, UsageError


def run(commands: Sequence[Command], words: Sequence[str], window: Window) -> int:
    """Does what the words ask for and answers the exit status; never raises for a user to see."""
    prepare_streams()
    program: Program | None = None
    try:
        options = read_arguments(commands, words)
        program = _program(options, window)
        status = _answered(options, program)
    except SystemExit:  # --help and --version have printed what was asked for
        return DONE
    except BaseException as error:  # noqa: BLE001 - the one place where everything on the command line ends
        return ended_by(error, wants_json(words), program.folder if program is not None else None)
    return status


def _answered(options: Namespace, program: Program) -> int:
    command: Command | None = options.command
    if command is None:
        return program.window.show(program, ())
    answer = command.run(options, program)
    print_answer(program, answer)
    return answer.status


def _program(options: Namespace, window: Window) -> Program:
    from relate_desktop.system.clock import fixed_clock, machine_clock, read_moment
    from relate_desktop.system.paths import book_folder
    from relate_desktop.system.zone import fixed_zone, machine_zone

    clock: Clock = machine_clock
    here = machine_zone
    if options.at is not None:
        try:
            clock = fixed_clock(read_moment(options.at))
            here = fixed_zone(options.at, machine_zone())
        except ValueError:
            raise UsageError(ErrorKind.MOMENT_MALFORMED, text=options.at) from None
    return Program(
        folder=book_folder(options.book),
        clock=clock,
        out=sys.stdout,
        err=sys.stderr,
        window=window,
        here=here,
        json=options.json,
        quiet=options.quiet,
    )

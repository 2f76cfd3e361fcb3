from argparse import SUPPRESS, ArgumentParser
from pathlib import Path

import pytest

from relate_desktop.cli.commands import all_commands
from relate_desktop.cli.program import Command

MANUAL = Path(__file__).parents[3] / "docs" / "manual" / "command-line.md"


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.name)
def test_every_command_has_words_and_an_example_of_its_own(command: Command) -> None:
    assert command.summary
    assert command.example.split()[0] == command.name


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.name)
def test_every_command_and_option_stands_in_the_manual(command: Command) -> None:
    parser = ArgumentParser(add_help=False)
    command.declare(parser)
    options = [
        name for action in parser._actions for name in action.option_strings if action.help != SUPPRESS
    ]
    text = MANUAL.read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("|") and f"`{command.name}" in line]
    assert rows
    for option in options:
        assert any(option in row for row in rows), option


def test_no_command_is_there_twice() -> None:
    names = [command.name for command in all_commands()]
    assert len(names) == len(set(names))

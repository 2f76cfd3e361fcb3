from argparse import ArgumentParser
from pathlib import Path

import pytest

from relate_desktop.cli.arguments import read_arguments, wants_json
from relate_desktop.cli.program import Answer, Command, no_options
from relate_desktop.domain.errors import ErrorKind, UsageError
from tests.bare import bare


def declare_names(parser: ArgumentParser) -> None:
    parser.add_argument("names", nargs="*")


def a_command(name: str) -> Command:
    declare = no_options if name == "redo" else declare_names
    return Command(name, "Does something.", f"{name} one", declare, lambda _options, _program: Answer({}))


COMMANDS = (a_command("list"), a_command("redo"), a_command("open"))


@pytest.mark.parametrize(
    "words",
    [
        ["--json", "--book", "b", "list", "a"],
        ["list", "a", "--json", "--book", "b"],
        ["--json", "list", "a", "--book=b"],
    ],
)
def test_global_options_stand_before_and_after_the_command(words: list[str]) -> None:
    options = read_arguments(COMMANDS, words)
    assert (options.command.name, options.json, options.book, options.names) == ("list", True, "b", ["a"])


def test_what_stands_before_is_not_lost_behind() -> None:
    options = read_arguments(COMMANDS, ["--quiet", "--at", "2026-01-01", "redo"])
    assert (options.quiet, options.at, options.json, options.book) == (True, "2026-01-01", False, None)


def test_without_a_command_the_window_is_meant() -> None:
    assert read_arguments(COMMANDS, ["--book", "list"]).command is None


@pytest.mark.parametrize("word", ["phone.vcf", "./x", "/tmp/a b.vcf", "C:\\a.txt", "X.VCF"])
def test_a_file_alone_is_opened(word: str) -> None:
    options = read_arguments(COMMANDS, ["--book", "b", word])
    assert (options.command.name, options.names) == ("open", [word])


def test_a_file_that_is_there_is_opened_whatever_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "people").touch()
    monkeypatch.chdir(tmp_path)
    assert read_arguments(COMMANDS, ["people"]).command.name == "open"


def test_a_command_is_a_command_also_beside_a_file_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "list").touch()
    monkeypatch.chdir(tmp_path)
    assert read_arguments(COMMANDS, ["list"]).command.name == "list"


@pytest.mark.parametrize(
    "words", [["keep", "x"], ["redo", "x"], ["list", "--nonsense"], ["--book"], ["--js", "redo"]]
)
def test_other_words_are_wrong_usage(words: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        read_arguments(COMMANDS, words)
    assert caught.value.kind is ErrorKind.WRONG_USAGE
    assert str(caught.value.facts["text"]).endswith((".", "?", "!"))


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("lits", "There is no command “lits”. Do you mean “list”?"),
        ("zzz", "There is no command “zzz”."),
    ],
)
def test_what_is_no_command_is_said_without_a_list_of_all(word: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_arguments(COMMANDS, [word, "Ada"])
    assert bare(str(caught.value.facts["text"])) == said


@pytest.mark.parametrize("words", [["--help"], ["list", "--help"], ["--version"], ["redo", "--version"]])
def test_help_and_version_end_well(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        read_arguments(COMMANDS, words)
    assert caught.value.code == 0
    assert "relate-desktop" in capsys.readouterr().out


def test_json_is_wanted_also_when_the_rest_means_nothing() -> None:
    assert wants_json(["nonsense", "--json"])
    assert not wants_json(["add", "--", "--json"])


def declare_words(parser: ArgumentParser) -> None:
    parser.add_argument("names", nargs="+")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["search", "-nina"], "search -- -nina"),
        (["search", "ada", "-nina"], "search -- ada -nina"),
        (["search", "--json", "-has:a b"], "search -- '-has:a b'"),
    ],
)
def test_a_word_with_a_minus_is_told_its_place(words: list[str], hint: str) -> None:
    search = Command("search", "", "search one", declare_words, lambda _options, _program: Answer({}))
    with pytest.raises(UsageError) as refused:
        read_arguments((*COMMANDS, search), words)
    assert hint in str(refused.value.facts["text"])
    options = read_arguments((*COMMANDS, search), ["search", "--json", "--", "ada", "-nina"])
    assert (options.names, options.json) == (["ada", "-nina"], True)

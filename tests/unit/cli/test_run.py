import errno
import os
import signal
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from relate_desktop.cli.program import Answer, Command, Program, no_options
from relate_desktop.cli.run import run as run_command
from relate_desktop.domain.errors import (
    BookBusyError,
    Cancelled,
    ErrorKind,
    InputError,
    NotFoundError,
    StorageError,
    UsageError,
)
from tests.command_line import Ran, finished, run, start

CANARY = "ZZCANARY"


class NoWindow:
    """For commands that never ask for one."""

    def show(self, program: Program, places: Sequence[str]) -> int:
        raise AssertionError(program, places)

    def jot(self, program: Program) -> int:
        raise AssertionError(program)

    def pop_ups(self, program: Program) -> int:
        raise AssertionError(program)

    def start(self, program: Program, words: object) -> bool:
        raise AssertionError(program, words)

    def check(self) -> Mapping[str, str | None]:
        raise AssertionError

    def check_here(self) -> Mapping[str, str | None]:
        raise AssertionError


def ended_by(raising: BaseException | Callable[[], Answer], *words: str) -> int:
    """The status of a command that raises, or answers."""

    def work(_options: Namespace, _program: Program) -> Answer:
        if isinstance(raising, BaseException):
            raise raising
        return raising()

    return run_command((Command("work", "Works.", "work", no_options, work),), ["work", *words], NoWindow())


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UsageError(ErrorKind.CONTACT_AMBIGUOUS, name="Ada"), 2),
        (InputError(ErrorKind.PROPERTY_MALFORMED, line="x"), 2),
        (InputError(ErrorKind.FILE_MISSING, path="x"), 3),
        (NotFoundError(ErrorKind.NOTHING_TO_UNDO), 3),
        (BookBusyError(ErrorKind.BOOK_BUSY), 3),
        (StorageError(ErrorKind.DISK_FULL), 3),
        (MemoryError(), 3),
        (OSError(errno.ENOSPC, "full"), 3),
        (OSError(errno.EROFS, "read-only", "/x"), 3),
        (KeyboardInterrupt(), 130),
        (Cancelled(), 130),
        (ZeroDivisionError(CANARY), 3),
        (OSError(errno.EBADF, CANARY), 3),
        (RecursionError(CANARY), 3),
    ],
)
def test_whatever_goes_wrong_is_one_line_and_a_status(
    error: BaseException, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended_by(error) == status
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.startswith("relate-desktop: ")
    assert "Traceback" not in told.err
    assert CANARY not in told.err


@pytest.mark.parametrize(
    "error", [StorageError(ErrorKind.DISK_FULL), KeyboardInterrupt(), ZeroDivisionError()]
)
def test_with_json_the_error_is_a_document_too(
    error: BaseException, capsys: pytest.CaptureFixture[str]
) -> None:
    ended_by(error, "--json")
    told = capsys.readouterr()
    assert told.out.startswith('{"error": {"code": "')
    assert told.err.count("\n") == 1


def test_a_bug_leaves_a_report_without_anybodys_data(capsys: pytest.CaptureFixture[str]) -> None:
    ended_by(ZeroDivisionError(CANARY))
    (report,) = (Path.home() / ".local/state/Relate/logs").iterdir()
    assert str(report) in capsys.readouterr().err
    text = report.read_text("utf-8")
    assert "ZeroDivisionError" in text
    assert CANARY not in text


def test_a_bug_with_a_book_leaves_its_report_in_the_book(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir(mode=0o700)
    ended_by(ZeroDivisionError(), "--book", str(tmp_path / "book"))
    assert list((tmp_path / "book" / "logs").glob("fault-*.txt"))


def test_the_status_of_the_answer_is_the_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended_by(lambda: Answer({}, ["done in part"], 1)) == 1
    assert capsys.readouterr().out == "done in part\n"


def test_a_reader_who_has_seen_enough_is_an_ordinary_end(capsys: pytest.CaptureFixture[str]) -> None:
    def answer() -> Answer:
        raise BrokenPipeError

    assert ended_by(answer) == 0
    assert capsys.readouterr().err == ""


def test_a_broken_pipe_that_storage_saw_is_one_too() -> None:
    def answer() -> Answer:
        try:
            raise BrokenPipeError  # noqa: TRY301 - as a write to standard output does
        except BrokenPipeError as error:
            raise StorageError(ErrorKind.DISK_FAILING) from error

    assert ended_by(answer) == 1


@pytest.mark.parametrize("at", ["soon", "", "2026-99-99"])
def test_a_moment_that_is_none_is_wrong_usage(at: str) -> None:
    ran = run("list", "--json", at=at)
    assert (ran.status, ran.error["code"]) == (2, "moment_malformed")


def test_the_moment_asked_for_is_the_one_recorded() -> None:
    run("add", "Ada", at="2031-05-06T07:08:09+02:00")
    (entry,) = run("history", "--json").json["operations"]
    assert entry["when"].startswith("2031-05-06T0")


@pytest.mark.parametrize(
    "words",
    [
        ["keep", "x"],
        ["list", "--nonsense"],
        ["yesterday"],
        ["--nonsense"],
        ["undo", "x"],
        ["add", "Z\udce9o"],
    ],
)
def test_wrong_usage_is_one_line_and_one_document(words: list[str]) -> None:
    ran = run(*words, "--json")
    assert (ran.status, ran.error["code"]) == (2, "wrong_usage")
    assert ran.err.count("\n") == 1
    assert "--help" in ran.err


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for book in (tmp_path / "file", tmp_path / "file" / "below"):
        for words in (("add", "Ada"), ("list",)):
            ran = run(*words, "--book", book, "--json")
            assert (ran.status, ran.error["code"]) == (3, "not_a_folder")
            assert str(book) in ran.err


def test_a_folder_without_a_name_is_wrong_usage_and_not_the_usual_book() -> None:
    ran = run("add", "Ada", "--book", "", "--json")
    assert (ran.status, ran.error["code"]) == (2, "wrong_usage")
    assert run("list", "--json").error["code"] == "book_missing"


def test_the_program_runs_as_a_module() -> None:
    ran = finished(start("add", "Zoë", "--json"))
    assert (ran.status, ran.json["name"], ran.err) == (0, "Zoë", "")


def test_help_of_everything_shows_an_example_and_loads_nothing_heavy() -> None:
    names = [line.split()[0] for line in run("--help", at=None).out.splitlines() if line.startswith("    ")]
    assert "import" in names
    for name in ("import", "list", "edit", "self-test"):
        out = run(name, "--help", at=None).out
        assert f"example: relate-desktop {name}" in out


def test_help_answers_without_the_heavy_floors() -> None:
    code = (
        "import sys; from relate_desktop.__main__ import main; main(['--help']);"
        "print(sorted({'sqlalchemy', 'sqlcipher3', 'PySide6', 'vobject', 'relate_desktop.services',"
        "'relate_desktop.storage'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.vcf"
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person {0}\r\nTEL:+4420{0:07}\r\nNOTE:{1}\r\nEND:VCARD\r\n"
    path.write_text("".join(card.format(number, "x" * 400) for number in range(5_000)), newline="")
    return path


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of one's own")
def test_stopping_an_import_leaves_nothing_of_it(many: Path) -> None:
    run("add", "Ada")
    ran, told = stopped(many)
    while ran.status == 0:  # it was done before a busy machine came to stop it
        run("undo")
        ran, told = stopped(many)
    assert (ran.status, ran.error["code"]) == (130, "stopped")
    assert told.endswith("relate-desktop: Stopped. Nothing was left half-done.\r\n")
    assert "Traceback" not in told
    assert run("list", "--json").json["total"] == 1
    assert run("check", "--json").json["ok"] is True


def stopped(many: Path) -> tuple[Ran, str]:
    """What an import answers that is stopped once it writes, and all it says on the terminal then."""
    with a_terminal() as (reading, writing):
        process = start("import", many, "--json", stderr=writing)
        seen = b""
        while b"Importing people: " not in seen:
            seen += os.read(reading, 4096)
            assert process.poll() is None or b"Importing people: " in seen
        process.send_signal(signal.SIGINT)
        ran = finished(process)
        return ran, rest_of(reading).decode() if ran.status else ""


def rest_of(terminal: int) -> bytes:
    """All that has been said on a terminal and not been read yet."""
    os.set_blocking(terminal, False)
    said = b""
    with suppress(BlockingIOError):
        while True:
            said += os.read(terminal, 4096)
    return said


@contextmanager
def a_terminal() -> Iterator[tuple[int, int]]:
    ends = os.openpty()
    yield ends
    for end in ends:
        os.close(end)


@pytest.mark.parametrize("words", [["list"], ["list", "--json"], ["export", "-", "--format", "vcard4"]])
def test_a_reader_may_stop_reading(many: Path, words: list[str]) -> None:
    run("import", many)
    process = start(*words)
    assert process.stdout is not None
    assert process.stdout.read(1)
    process.stdout.close()
    assert process.stderr is not None
    told = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) in {0, 1}
    assert told == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", ["list", "list --json", "export - --format vcard4"])
def test_a_full_disk_behind_standard_output_is_told(words: str) -> None:
    run("add", "Ada")
    line = f"'{sys.executable}' -m relate_desktop {words} > /dev/full"
    done = subprocess.run(line, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a shell does")
@pytest.mark.parametrize(("closing", "status"), [(">&-", 0), ("2>&-", 0), (">&- 2>&-", 0)])
def test_closed_streams_do_not_matter(closing: str, status: int) -> None:
    run("add", "Ada")
    line = f"'{sys.executable}' -m relate_desktop list {closing}"
    done = subprocess.run(line, shell=True, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (status, "")

import io
from datetime import UTC
from pathlib import Path

from relate_desktop.cli.program import Answer, Program
from tests.clock import a_clock


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class NoWindow:
    def show(self, program: Program, places: object) -> int:
        raise AssertionError(program, places)

    def jot(self, program: Program) -> int:
        raise AssertionError(program)

    def pop_ups(self, program: Program) -> int:
        raise AssertionError(program)

    def start(self, program: Program, words: object) -> bool:
        raise AssertionError(program, words)

    def check(self) -> dict[str, str | None]:
        raise AssertionError

    def check_here(self) -> dict[str, str | None]:
        raise AssertionError


def a_program(folder: Path, err: io.StringIO, *, quiet: bool = False) -> Program:
    return Program(folder, a_clock(), io.StringIO(), err, NoWindow(), here=lambda: UTC, quiet=quiet)


def test_progress_is_for_a_person_at_a_terminal(tmp_path: Path) -> None:
    terminals = (a_program(tmp_path, Terminal()), a_program(tmp_path, io.StringIO()))
    quiet = a_program(tmp_path, Terminal(), quiet=True)
    assert [program.progress().shown for program in (*terminals, quiet)] == [True, False, False]


def test_the_book_is_closed_whatever_happens(tmp_path: Path) -> None:
    program = a_program(tmp_path / "book", io.StringIO())
    with program.book(create=True) as book:
        assert book.contacts.count() == 0
    with program.book() as book:
        assert book.folder == tmp_path / "book"


def test_an_answer_is_done_unless_it_says_otherwise() -> None:
    assert Answer({}).status == 0

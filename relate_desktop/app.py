"""Puts everything together: the one file that knows all floors. Nothing heavy is loaded early."""

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from relate_desktop.domain.errors import ErrorKind, UserError
from relate_desktop.system.paths import resources_folder
from relate_desktop.system.this_program import start_beside, this_program

if TYPE_CHECKING:
    from relate_desktop.cli.program import Program

_PATIENCE = 90
"""Seconds the window may take to be looked over."""


def main(arguments: Sequence[str]) -> int:
    """Runs one command, or opens the window, and answers the exit status."""
    _speak()
    from relate_desktop.cli.commands import all_commands
    from relate_desktop.cli.run import run

    return run(all_commands(), arguments, Window())


def window_alone(folder: Path) -> int:
    """Opens the window of a book, painted before all else, and answers the exit status.

    What keeps it from opening is told as a command would tell it.
    """
    gc.disable()  # what a start makes, it keeps; the session looks for garbage again
    try:
        _require_screen()
        from relate_desktop.ui.shell.first_paint import paint_first

        paint_first(folder)
        _speak()
        if sys.stderr is None:  # started from a desktop that gives no streams
            from relate_desktop.cli.output import prepare_streams

            prepare_streams()
        from relate_desktop.ui.shell.start import run_window

        return run_window(folder)
    except BaseException as error:  # noqa: BLE001 - the one place where everything about the window ends
        from relate_desktop.cli.problems import ended_by

        return ended_by(error, as_json=False, folder=folder)


class Window:
    """The window's side of the program, loaded only when it is asked for."""

    def show(self, program: "Program", places: Sequence[str]) -> int:
        """Shows places or files in the open window, or opens one and stays until it is closed."""
        _require_screen()
        from relate_desktop.ui.shell.start import run_window

        return run_window(program.folder, places, clock=program.clock)

    def jot(self, program: "Program") -> int:
        """Opens only the panel to jot something down, and stays until it is closed."""
        _require_screen()
        from relate_desktop.ui.shell.start import run_jot

        return run_jot(program.folder, clock=program.clock)

    def pop_ups(self, program: "Program") -> int:
        """Shows only Relate's own pop-ups, and stays until they are answered."""
        _require_screen()
        from relate_desktop.ui.shell.own_pop_ups import run_own_pop_ups

        return run_own_pop_ups(program.folder, clock=program.clock)

    def start(self, program: "Program", words: Sequence[str]) -> bool:
        """Starts another process of the program on the book; False where there is no screen."""
        try:
            _require_screen()
        except UserError:
            return False
        return start_beside(program.folder, words)

    def check(self) -> Mapping[str, str | None]:
        """What is wrong with each part of the window, looked at by a process of its own.

        Qt ends a process that lacks something without a word; here that is an answer too.
        """
        import json
        import subprocess

        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        line = [*this_program(), "self-test", "--window-only", "--json"]
        try:
            done = subprocess.run(  # noqa: S603 - this very program
                line, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=False
            )
            return {part["part"]: part["problem"] for part in json.loads(done.stdout)["parts"]}
        except subprocess.TimeoutExpired:
            return {"window": "no answer in time"}
        except (ValueError, KeyError):
            said = done.stderr.strip().splitlines()
            return {"window": f"ended with {done.returncode}: {said[-1] if said else 'no words'}"}

    def check_here(self) -> Mapping[str, str | None]:
        """The same in this process, on whatever platform Qt was told to use."""
        import tempfile

        from relate_desktop.ui.shell.self_check import check_window

        with tempfile.TemporaryDirectory(prefix="relate-window-", ignore_cleanup_errors=True) as place:
            return check_window(Path(place) / "book")


def _speak() -> None:
    """Takes the user's language, whichever that is."""
    from relate_desktop.words.translation import use_language

    use_language(resources_folder() / "translations")


def _require_screen() -> None:
    """Raises UserError(NO_DISPLAY) before Qt is loaded in vain."""
    if sys.platform in {"win32", "darwin"}:
        return
    if not any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")):
        raise UserError(ErrorKind.NO_DISPLAY, program="relate-desktop")

"""Puts everything together: the one file that knows all floors. Nothing heavy is loaded early."""

from collections.abc import Mapping, Sequence

from relate_desktop.cli.program import Program
from relate_desktop.domain.errors import ErrorKind, StorageError
from relate_desktop.system.paths import resources_folder
from relate_desktop.words.translation import use_language


def main(arguments: Sequence[str]) -> int:
    """Runs one command, or opens the window, and answers the exit status."""
    use_language(resources_folder() / "translations")
    from relate_desktop.cli.commands import all_commands
    from relate_desktop.cli.run import run

    return run(all_commands(), arguments, _Window())


class _Window:
    def show(self, program: Program, places: Sequence[str]) -> int:  # noqa: ARG002
        raise StorageError(ErrorKind.NO_DISPLAY, program="relate-desktop")

    def check(self) -> Mapping[str, str | None]:
        return {}

"""Who may look at a book: its owner and nobody else."""

import os
from contextlib import suppress
from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600
_OTHERS = 0o077
_OURS = (
    "relate.",
    "media.db",
    "backups",
    "tmp",
    "state.json",
    "window.lock",
    "alone.lock",
    "agent.lock",
    "chores.lock",
    "preferences.json",
    "drafts.json",
    "recent.json",
    "watch",
    "rescued-",
)
"""How the names of everything in a book's folder begin."""


def keep_to_owner() -> None:
    """Makes every file this process creates from now on readable by its owner alone."""
    os.umask(_OTHERS)


def make_folder(folder: Path) -> None:
    """Creates the folder (and what is above it) for its owner alone.

    An existing one is closed to others only while nothing but a book is in it: somebody may
    keep a book in a folder that is shared for other reasons.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
    if all(path.name.startswith(_OURS) for path in folder.iterdir()):
        close_to_others(folder, FOLDER_MODE)


def make_file(path: Path) -> None:
    """Creates an empty file for its owner alone, before SQLite would make it for everybody.

    Raises FileExistsError when there is one already.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))


def ensure_file(path: Path) -> None:
    """Creates an empty file for its owner alone, unless it is there, and closes it to others.

    Another process may create it at the same moment: whoever is second uses what the first made.
    """
    with suppress(FileExistsError):
        make_file(path)
    close_to_others(path, FILE_MODE)


def close_to_others(path: Path, mode: int) -> None:
    """Takes from others what they may do with the file or folder."""
    if os.name == "posix" and path.stat().st_mode & _OTHERS:
        path.chmod(mode)


def open_to_others(folder: Path) -> list[Path]:
    """Every file and folder of a book that somebody else could read or write."""
    if os.name != "posix":
        return []
    ours = [path for path in folder.iterdir() if path.name.startswith(_OURS)]
    found = [folder, *ours, *(inner for path in ours if path.is_dir() for inner in path.rglob("*"))]
    return [path for path in found if not path.is_symlink() and path.lstat().st_mode & _OTHERS]

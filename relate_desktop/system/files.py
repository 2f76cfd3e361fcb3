"""Files that belong to the user alone: written whole or not at all, and readable by nobody else."""

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

_OTHERS = 0o077


def make_private_folder(folder: Path) -> None:
    """Makes the folder, and those above it, if need be; it is open to its owner only (0700)."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def write_atomically(path: Path, content: bytes) -> None:
    """Puts the content at the path in one step, readable by its owner only (0600).

    Readers see the old file or the new one, never half of it, also after a power cut.
    Raises OSError; the old file is untouched then.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def open_to_others(folder: Path) -> list[Path]:
    """The folder and whatever lies in it that somebody else on this machine could read or change."""
    return [path for path in _everything(folder) if stat.S_IMODE(path.lstat().st_mode) & _OTHERS]


def close_to_others(folder: Path) -> list[Path]:
    """Takes every right of others away and answers the paths that had some."""
    opened = open_to_others(folder)
    for path in opened:
        path.chmod(stat.S_IMODE(path.lstat().st_mode) & ~_OTHERS)
    return opened


def _everything(folder: Path) -> Iterator[Path]:
    if os.name != "posix" or not folder.is_dir():
        return  # Windows grants by list, inherited from the user's own folder
    yield folder
    for path in folder.rglob("*"):
        if not path.is_symlink():
            yield path


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

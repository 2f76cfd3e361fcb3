"""Files that belong to the user alone: written whole or not at all, and readable by nobody else."""

import os
import tempfile
from pathlib import Path


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


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

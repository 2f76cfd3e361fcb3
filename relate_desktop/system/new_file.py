"""A large file that takes its place in one step, once it is written and found good."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from relate_desktop.domain.errors import ErrorKind, StorageError

_DISK_KINDS = {
    errno.ENOSPC: ErrorKind.DISK_FULL,
    errno.EDQUOT: ErrorKind.DISK_FULL,
    errno.EFBIG: ErrorKind.DISK_FULL,
    errno.EROFS: ErrorKind.READ_ONLY,
    errno.EIO: ErrorKind.DISK_FAILING,
}
_TARGET_REASONS = {
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EACCES: "no_right",
    errno.EPERM: "no_right",
    errno.ENAMETOOLONG: "long_name",
}


class NewFile:
    """A file under a temporary name beside its target, readable by its owner only (0600)."""

    def __init__(self, target: Path, written: Path, file: BinaryIO) -> None:
        self.target = target
        self.path = written
        """Where the content stands until ``keep``."""
        self.file = file
        self._kept = False

    def flush(self) -> None:
        """Put everything written so far on the disk, so that others may read it at ``path``."""
        self.file.flush()
        os.fsync(self.file.fileno())

    def keep(self) -> None:
        """Give the file its name, over the old one; after a power cut it is the old or the new one."""
        self.flush()
        self.file.close()
        self.path.replace(self.target)
        self._kept = True
        _sync_folder(self.target.parent)

    def leave(self) -> None:
        """Remove what was written, unless it was kept; the target stays as it was."""
        self.file.close()
        if not self._kept:
            self.path.unlink(missing_ok=True)


@contextmanager
def new_file(target: Path) -> Iterator[NewFile]:
    """A file for ``target``; without ``keep`` before the end of the block nothing has changed.

    A link, folder or device is never followed or replaced. Raises StorageError: EXPORT_TARGET with
    ``path`` and ``reason`` (``link``, ``folder``, ``not_a_file``, ``no_folder``, ``no_right``,
    ``long_name``); or that the disk is full, read-only or failing.
    """
    _refuse_odd_targets(target)
    made: NewFile | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".relate-", suffix=".part", dir=target.parent)
        made = NewFile(target, Path(name), os.fdopen(handle, "w+b", buffering=1 << 20))
        yield made
    except OSError as error:
        raise told(error, target) from error
    finally:
        if made is not None:
            _leave(made)


def told(error: OSError, target: Path) -> StorageError:
    """What went wrong on the disk, as an error that has words."""
    if (kind := _DISK_KINDS.get(error.errno or 0)) is not None:
        return StorageError(kind, path=str(target))
    reason = _TARGET_REASONS.get(error.errno or 0, "other")
    return StorageError(ErrorKind.EXPORT_TARGET, path=str(target), reason=reason)


def _leave(made: NewFile) -> None:
    try:
        made.leave()
    except OSError:  # a full disk may refuse the last block again; the rest is removed all the same
        made.path.unlink(missing_ok=True)


def _refuse_odd_targets(target: Path) -> None:
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise told(error, target) from error
    if stat.S_ISREG(mode):
        return
    reason = "link" if stat.S_ISLNK(mode) else "folder" if stat.S_ISDIR(mode) else "not_a_file"
    raise StorageError(ErrorKind.EXPORT_TARGET, path=str(target), reason=reason)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows has no handle of a folder that could be flushed
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

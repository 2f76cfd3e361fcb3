"""Whether a folder lies on another machine, where a write-ahead log must not be used.

``statfs`` is asked through the C library, because Python's ``os.statvfs`` leaves out the one
field that names the kind of file system.
"""

import ctypes
import sys
from pathlib import Path

_REMOTE = frozenset({0x6969, 0xFF534D42, 0xFE534D42, 0x01021997, 0x65735546})
"""NFS, CIFS, SMB2, 9p and FUSE, as Linux numbers them."""

_ROOM = 256
"""Bytes for ``struct statfs``, which is 120 at most on Linux; its first word is the kind."""


def journal_mode(folder: Path) -> str:
    """``wal`` on a disk of this machine, ``truncate`` on a network drive."""
    kind = file_system_kind(folder)
    return "truncate" if kind is not None and kind in _REMOTE else "wal"


def file_system_kind(folder: Path) -> int | None:
    """Linux's number of the folder's file system; None where it cannot be asked."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None, use_errno=True)
    answer = ctypes.create_string_buffer(_ROOM)
    if library.statfs(str(folder).encode(errors="surrogateescape"), answer) != 0:
        return None
    return ctypes.c_long.from_buffer(answer).value & 0xFFFFFFFF

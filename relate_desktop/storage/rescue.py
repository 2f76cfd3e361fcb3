"""A copy of a book whose file was taken away from under it.

As long as SQLite holds the old file open, everything in it can still be read; the copy is what
remains of it after the program ends.
"""

from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from relate_desktop.storage.engine import raw
from relate_desktop.storage.permissions import make_file


def rescued(engine: Engine, folder: Path, now: datetime) -> Path | None:
    """Saves what the open connection still sees to ``rescued-<moment>.db``; None where that fails."""
    target = folder / f"rescued-{now:%Y%m%dT%H%M%S}.db"
    try:
        make_file(target)
        with engine.connect() as connection:
            raw(connection).execute("VACUUM INTO ?", (str(target),))
    except FileExistsError:
        return target
    except (OSError, driver.Error, DBAPIError):
        target.unlink(missing_ok=True)
        return None
    return target

"""The first rows of the people list, read before the book is opened.

Opening a book takes its time: tables, checks, migrations. The window is not to wait for that with
an empty list, so this looks at the file once, changes not a byte, and has no opinion: whatever it
cannot read it leaves to the opening, which says what is wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import sqlcipher3.dbapi2 as driver

from relate_desktop.domain.people import ContactSummary, PeopleSort
from relate_desktop.storage.summary_rows import COLUMNS, ORDERS, summary_of


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The first people of the list in order."""

    rows: Sequence[ContactSummary]


def first_rows(path: Path, sort: PeopleSort, limit: int) -> FirstRows | None:
    """The first people of the book's file in this order, or None when it cannot be told quickly."""
    log = path.with_name(path.name + "-wal")
    try:
        # a file at rest is read as it lies, which leaves no other file beside it
        at_rest = not (log.exists() and log.stat().st_size)
        name = f"file:{quote(str(path.absolute()))}?mode=ro&immutable={int(at_rest)}"
        connection = driver.connect(name, uri=True, isolation_level=None, timeout=0.2)
    except (OSError, driver.Error):
        return None
    try:
        connection.execute("PRAGMA cell_size_check=1")
        query = f"SELECT {COLUMNS} FROM summaries WHERE trashed=0 ORDER BY {ORDERS[sort]} LIMIT ?"
        return FirstRows([summary_of(row) for row in connection.execute(query, (limit,))])
    except (driver.Error, ValueError, TypeError):
        return None
    finally:
        connection.close()

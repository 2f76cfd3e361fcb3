"""The first rows of the people list, read before the book is opened.

Opening a book takes its time: tables, checks, migrations. The window is not to wait for that with
an empty list, so this looks at the file once, changes not a byte, and has no opinion: whatever it
cannot read it leaves to the opening, which says what is wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as driver

from relate_desktop.domain.people import ContactSummary, PeopleSort
from relate_desktop.storage.last_talks import LastTalk, LastTalks
from relate_desktop.storage.summary_rows import COLUMNS, ORDERS, dues_of, summary_of


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The first people of the list in order."""

    rows: Sequence[ContactSummary]


def first_rows(path: Path, limit: int, today: date) -> FirstRows | None:
    """The first people of the book's file by name, or None when it cannot be told quickly.

    ``today`` is the day where the user is; of a book that is older than conversations none are told.
    """
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
        query = f"SELECT {COLUMNS} FROM summaries WHERE trashed=0 ORDER BY {ORDERS[PeopleSort.NAME]} LIMIT ?"
        rows = connection.execute(query, (limit,)).fetchall()
        last, dues = _near(connection, [row[0] for row in rows], today)
        return FirstRows([summary_of(row, last.get(row[0]), dues.get(row[0])) for row in rows])
    except (driver.Error, ValueError, TypeError):
        return None
    finally:
        connection.close()


def _near(connection: Any, people: Sequence[int], today: date) -> tuple[dict[int, LastTalk], dict[int, int]]:
    """When each was last in touch, and what is next."""
    try:
        return LastTalks(connection, today).of(people), dues_of(connection, people)
    except driver.OperationalError:
        return {}, {}

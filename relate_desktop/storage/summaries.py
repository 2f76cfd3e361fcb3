"""The people list: counts, ids in order, ready-made rows and circles, all from derived tables."""

from array import array
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary, PeopleFilter, PeopleSort
from relate_desktop.domain.text import fold
from relate_desktop.storage.engine import raw
from relate_desktop.storage.last_talks import LastTalks
from relate_desktop.storage.name_order import NameOrder
from relate_desktop.storage.summary_rows import COLUMNS, ORDERS, dues_of, summary_of

_CHUNK = 500
_LAST = "\U0010ffff"
"""Comes after every letter."""


class PeopleLists:
    """Lists of people on one read or write transaction."""

    def __init__(self, connection: Connection, order: NameOrder, today: date) -> None:
        self._connection = connection
        self._raw: Any = raw(connection)
        self._order = order
        self._today = today

    def count(self, which: PeopleFilter = PeopleFilter()) -> int:  # noqa: B008 - frozen
        """How many people the filter lets through."""
        condition, parameters = filter_sql(which)
        row = self._raw.execute(f"SELECT count(*) FROM summaries WHERE {condition}", parameters).fetchone()
        return int(row[0])

    def ids(
        self,
        which: PeopleFilter = PeopleFilter(),  # noqa: B008 - frozen
        sort: PeopleSort = PeopleSort.NAME,
    ) -> "array[int]":
        """The ids of everybody the filter lets through, in order."""
        if sort is PeopleSort.DUE:
            return self._by_due(which)
        if which == PeopleFilter() and sort is PeopleSort.NAME:
            return self._order.of(self._raw)[:]
        if sort is PeopleSort.RECENT:
            return self._recent(which)
        condition, parameters = filter_sql(which)
        rows = self._raw.execute(
            f"SELECT contact_id FROM summaries WHERE {condition} ORDER BY {ORDERS[sort]}", parameters
        ).fetchall()
        return array("q", chain.from_iterable(rows))

    def beginning(self, name: str) -> frozenset[int]:
        """Whoever stands in order under what begins so, outside the trash."""
        folded = fold(name)
        rows = self._raw.execute(
            "SELECT contact_id FROM summaries WHERE trashed=0 AND sort_key>=? AND sort_key<?",
            (folded, folded + _LAST),
        )
        return frozenset(chain.from_iterable(rows))

    def summaries(self, ids: Sequence[int]) -> list[ContactSummary]:
        """The rows of these people in the order asked for; those who are gone are left out."""
        found: dict[int, ContactSummary] = {}
        talks = LastTalks(self._raw, self._today)
        for start in range(0, len(ids), _CHUNK):
            part = list(ids[start : start + _CHUNK])
            rows = self._raw.execute(
                f"SELECT {COLUMNS} FROM summaries WHERE contact_id IN ({','.join('?' * len(part))})", part
            )
            last, dues = talks.of(part), dues_of(self._raw, part)
            found.update((row[0], summary_of(row, last.get(row[0]), dues.get(row[0]))) for row in rows)
        return [found[contact] for contact in ids if contact in found]

    def _recent(self, which: PeopleFilter) -> "array[int]":
        """Those one was in touch with, the latest first; then the others by their last change."""
        condition, parameters = filter_sql(which)
        rows = self._raw.execute(
            f"SELECT contact_id FROM summaries WHERE {condition} ORDER BY {ORDERS[PeopleSort.RECENT]}",
            parameters,
        ).fetchall()
        wanted = dict.fromkeys(chain.from_iterable(rows))
        talked = [one for one in LastTalks(self._raw, self._today).in_order() if one in wanted]
        for one in talked:
            del wanted[one]
        return array("q", chain(talked, wanted))

    def _by_due(self, which: PeopleFilter) -> "array[int]":
        """Those with a reminder, the next first; then the others by name."""
        everybody = self.ids(which, PeopleSort.NAME)
        rows = self._raw.execute("SELECT contact_id FROM next_dues ORDER BY at, contact_id").fetchall()
        if not rows:
            return everybody
        allowed = set(everybody)
        due = [row[0] for row in rows if row[0] in allowed]
        first = set(due)
        return array("q", chain(due, (contact for contact in everybody if contact not in first)))


def filter_sql(which: PeopleFilter) -> tuple[str, list[object]]:
    """The condition on ``summaries`` and its parameters."""
    conditions, parameters = ["trashed=?"], [int(which.trashed)]
    found: list[object] = list(parameters)
    if which.circle is not None:
        conditions.append("contact_id IN (SELECT contact_id FROM memberships WHERE folded=?)")
        found.append(fold(which.circle))
    if which.batch_changeset is not None:
        conditions.append(
            "EXISTS (SELECT 1 FROM changes c WHERE c.changeset_id=? AND c.table_name='contacts' "
            "AND c.last_row_id IS NOT NULL AND contact_id BETWEEN c.row_id AND c.last_row_id)"
        )
        found.append(which.batch_changeset)
    return " AND ".join(conditions), found


def contact_ids(rows: Iterable[Sequence[int]]) -> list[ContactId]:
    """Ids out of one-column rows."""
    return [ContactId(row[0]) for row in rows]

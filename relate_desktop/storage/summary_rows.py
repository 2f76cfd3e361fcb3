"""One row of the people list: its columns, its orders, and the value it becomes."""

from collections.abc import Sequence
from json import dumps
from typing import Any

from relate_desktop.domain.ids import ContactId, MediaHash
from relate_desktop.domain.people import ContactSummary, PeopleSort
from relate_desktop.storage.last_talks import LastTalk
from relate_desktop.storage.moments import from_column

ORDERS = {
    PeopleSort.NAME: "sort_key, contact_id",
    PeopleSort.DUE: "sort_key, contact_id",
    PeopleSort.RECENT: "changed_at DESC, contact_id DESC",
    PeopleSort.ADDED: "added_at DESC, contact_id DESC",
}
COLUMNS = (
    "contact_id,called,full_name,own_script,organization,role,email,phone,photo,hue,"
    "is_organization,added_at,changed_at"
)


def summary_of(row: Sequence[Any], talk: LastTalk | None = None, due_at: int | None = None) -> ContactSummary:
    """The row as lists show it, from a row of ``COLUMNS``, the latest conversation and the next due."""
    return ContactSummary(
        id=ContactId(row[0]),
        called=row[1],
        full_name=row[2],
        own_script=row[3],
        organization=row[4],
        role=row[5],
        email=row[6],
        phone=row[7],
        photo=MediaHash(row[8]) if row[8] else None,
        hue=row[9],
        is_organization=bool(row[10]),
        added_at=from_column(row[11]),
        changed_at=from_column(row[12]),
        next_due_at=from_column(due_at) if due_at is not None else None,
        last_contact_at=talk.at if talk is not None else None,
        last_talk=talk.talk if talk is not None else None,
        last_hour_known=talk is not None and talk.timed,
    )


def dues_of(connection: Any, contacts: Sequence[int]) -> dict[int, int]:
    """When the next open reminder about each of these people is due, for those who have one."""
    rows = connection.execute(
        "SELECT contact_id, at FROM next_dues WHERE contact_id IN (SELECT value FROM json_each(?))",
        (dumps(list(contacts)),),
    )
    return dict(rows.fetchall())

from datetime import UTC, datetime

from relate_desktop.domain.people import PeopleSort
from relate_desktop.storage.summary_rows import COLUMNS, ORDERS, summary_of


def test_every_order_of_people_is_known() -> None:
    assert ORDERS.keys() == set(PeopleSort)


def test_a_row_becomes_what_lists_show() -> None:
    row = (7, "Ada", "Ada Lovelace", "", "Analytical", "Countess", "a@b.example", "+44", None, 3, 0, 0, 0)
    assert len(COLUMNS.split(",")) == len(row)
    found = summary_of(row)
    assert (found.id, found.called, found.hue, found.photo, found.is_organization) == (
        7,
        "Ada",
        3,
        None,
        False,
    )


def test_a_row_knows_when_the_next_reminder_is_due() -> None:
    row = (7, "Ada", "Ada", "", "", "", "", "", None, 3, 0, 0, 0)
    assert summary_of(row).next_due_at is None
    assert summary_of(row, due_at=60_000_000).next_due_at == datetime(1970, 1, 1, 0, 1, tzinfo=UTC)

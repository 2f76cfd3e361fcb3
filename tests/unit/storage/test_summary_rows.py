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

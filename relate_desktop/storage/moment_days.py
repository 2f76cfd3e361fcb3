"""The days of the year on which people have a moment: of their cards, and kept beside them.

A row says ``--04-15`` for what comes round every year and the whole date for what happens once.
``source`` tells rows of a person apart: ``c0`` for the first of the card, ``m7`` for the one
kept under that number.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from relate_desktop.domain.important_date import DATE_NAMES
from relate_desktop.domain.moment import Moment, days_of_the_year
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.storage import schema
from relate_desktop.storage.journal import compact, insert_rows
from relate_desktop.storage.rows import PROPERTY_COLUMNS, property_of

Row = tuple[str, int, str]

CARDS, KEPT = "c", "m"


def card_days(contact: int, days: Iterable[str]) -> list[Row]:
    """The rows of the ``days_of_the_year`` that the card of somebody comes to."""
    return [(day, contact, f"{CARDS}{place}") for place, day in enumerate(days)]


def day_column(moment: Moment) -> str:
    """The day by which a moment is found."""
    when = moment.date
    return PartialDate(None, when.month, when.day).iso() if moment.yearly and when.recurs else when.iso()


def add_days(connection: Any, rows: Sequence[Row]) -> None:
    """Adds rows to the table."""
    insert_rows(connection, schema.moment_days, sorted(rows))


def drop_days(connection: Any, source: str, which: str, parameters: Sequence[Any]) -> None:
    """Takes away the rows that people have from their cards, or from beside them.

    ``which`` is a condition on their ids, such as ``BETWEEN ? AND ?``.
    """
    connection.execute(
        f"DELETE FROM moment_days WHERE contact_id {which} AND substr(source,1,1)=?", (*parameters, source)
    )


def those_who_died(connection: Any, contacts: Iterable[int]) -> set[int]:
    """Which of these people have a day of death on their card, however it is spelled."""
    rows = connection.execute(
        "SELECT DISTINCT contact_id FROM properties WHERE contact_id IN (SELECT value FROM json_each(?)) "
        "AND upper(name)='DEATHDATE' AND trim(value)<>''",
        (compact(list(contacts)),),
    )
    return {row[0] for row in rows}


def renew_kept(connection: Any, which: str, parameters: Sequence[Any]) -> None:
    """Makes the rows of moments kept beside the cards true for the people of a condition on ids."""
    drop_days(connection, KEPT, which, parameters)
    rows = connection.execute(
        "SELECT m.id, m.contact_id, m.date, m.yearly FROM moments m JOIN contacts c ON c.id=m.contact_id "
        f"WHERE m.contact_id {which} AND c.trashed_at IS NULL",
        parameters,
    ).fetchall()
    add_days(
        connection,
        [(_found(date, yearly=bool(yearly)), who, f"{KEPT}{no}") for no, who, date, yearly in rows],
    )


def _found(date: str, *, yearly: bool) -> str:
    when = PartialDate.parse(date)
    if when is None or not (yearly and when.recurs):
        return date
    return PartialDate(None, when.month, when.day).iso()


def fill_card_days(connection: Any) -> None:
    """Makes the rows of all cards, in a book where there are none yet."""
    names = ",".join(f"'{name}'" for name in sorted(DATE_NAMES))
    dated = (
        "SELECT DISTINCT p.contact_id FROM properties p JOIN contacts c ON c.id=p.contact_id "
        f"WHERE upper(p.name) IN ({names}) AND c.trashed_at IS NULL ORDER BY 1"
    )
    for (contact,) in connection.execute(dated).fetchall():
        lines = connection.execute(
            f"SELECT {PROPERTY_COLUMNS} FROM properties WHERE contact_id=? ORDER BY ordinal", (contact,)
        )
        days = days_of_the_year([property_of(row) for row in lines])
        add_days(connection, card_days(contact, days))

"""Version 2: time spent with people, an index of what was written about it, names spelled elsewhere."""

from sqlalchemy import Connection

from relate_desktop.storage import schema
from relate_desktop.storage.circle_hues import give_all_hues
from relate_desktop.storage.derived import DerivedTables
from relate_desktop.storage.engine import raw
from relate_desktop.storage.moment_days import fill_card_days
from relate_desktop.storage.ties import fill_ties


def apply(connection: Connection) -> None:
    """Creates the new tables, empty but for the days and the people that cards name."""
    schema.metadata.create_all(connection, tables=schema.SECOND, checkfirst=False)
    connection.exec_driver_sql(schema.TEXT_SEARCH)
    connection.exec_driver_sql("INSERT INTO text_search (text_search, rank) VALUES ('secure-delete', 1)")
    fill_card_days(raw(connection))
    fill_ties(raw(connection))
    give_all_hues(raw(connection))
    DerivedTables(raw(connection)).reindex()

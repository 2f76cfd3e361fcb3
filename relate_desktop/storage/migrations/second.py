"""Version 2: time spent with people, and an index of what was written about it."""

from sqlalchemy import Connection

from relate_desktop.storage import schema


def apply(connection: Connection) -> None:
    """Creates the new tables, all of them empty."""
    schema.metadata.create_all(connection, tables=schema.SECOND, checkfirst=False)
    connection.exec_driver_sql(schema.TEXT_SEARCH)
    connection.exec_driver_sql("INSERT INTO text_search (text_search, rank) VALUES ('secure-delete', 1)")

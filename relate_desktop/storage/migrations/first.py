"""Version 1: people, the record, lists and the search index."""

from sqlalchemy import Connection

from relate_desktop.storage import schema


def apply(connection: Connection) -> None:
    """Creates every table, and the search index, whose removed words leave the file at once."""
    schema.metadata.create_all(connection, tables=schema.FIRST, checkfirst=False)
    connection.exec_driver_sql(schema.SEARCH)
    connection.exec_driver_sql("INSERT INTO search (search, rank) VALUES ('secure-delete', 1)")

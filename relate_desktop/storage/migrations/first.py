"""Version 1: the first schema."""

from sqlalchemy import Connection

from relate_desktop.storage import schema


def apply(connection: Connection) -> None:
    """Creates every table, and the search index, whose removed words leave the file at once."""
    schema.metadata.create_all(connection, checkfirst=False)
    connection.exec_driver_sql(schema.SEARCH)
    connection.exec_driver_sql("INSERT INTO search (search, rank) VALUES ('secure-delete', 1)")

"""Columns of a row as they stand in an image, for questions to the record."""

from relate_desktop.storage import schema
from relate_desktop.storage.journal import column_names


def place_of(table: str, column: str) -> str:
    """Where a column stands in an image, as a JSON path."""
    return f"$[{column_names(schema.metadata.tables[table]).index(column)}]"


def field_of(table: str, column: str) -> str:
    """The expression of a column within an image."""
    return f"json_extract(before,'{place_of(table, column)}')"

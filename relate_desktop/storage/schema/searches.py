"""Searches the user keeps under a name."""

from sqlalchemy import Column, Index, Integer, Text

from relate_desktop.storage.schema.declaring import numbered

saved_searches = numbered(
    "saved_searches",
    Column("name", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Index("searches_in_order", "ordinal", "id"),
)
"""Smart lists: ``query`` is what was typed, understood anew each time it is asked."""

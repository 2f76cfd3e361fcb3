"""The record: what was done, the rows it replaced, whom it concerned."""

from sqlalchemy import Column, Index, Integer, Text, text

from relate_desktop.storage.schema.declaring import numbered, reference

changesets = numbered(
    "changesets",
    Column("operation", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("batch_id", Integer, reference("batches.id")),
    Column("undoes", Integer, reference("changesets.id")),
    Column("undone_by", Integer, reference("changesets.id")),
    Column("facts", Text, nullable=False),
    Column("contact_count", Integer, nullable=False),
    Column("schema_version", Integer, nullable=False),
)

changes = numbered(
    "changes",
    Column("changeset_id", Integer, reference("changesets.id"), nullable=False),
    Column("table_name", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("last_row_id", Integer),
    Column("before", Text),
    Index("changes_of_changeset", "changeset_id", "table_name", "row_id"),
    Index("changes_of_row", "table_name", "row_id", "changeset_id"),
    Index("changes_in_ranges", "table_name", "last_row_id", sqlite_where=text("last_row_id IS NOT NULL")),
)

touched = numbered(
    "touched",
    Column("changeset_id", Integer, reference("changesets.id"), nullable=False),
    Column("first_contact", Integer, nullable=False),
    Column("last_contact", Integer, nullable=False),
    Index("touched_by_changeset", "changeset_id"),
    Index("touched_contact", "first_contact", "changeset_id"),
    Index("touched_ranges", "last_contact", sqlite_where=text("last_contact > first_contact")),
)

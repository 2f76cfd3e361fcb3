"""What the program did by itself, kept outside the record: nothing here is a change of the user's."""

from sqlalchemy import Column, Index, Integer, Table, Text, text

from relate_desktop.storage.schema.declaring import metadata

tellings = Table(
    "tellings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("pop_up", Text, nullable=False),
    Column("reminder_id", Integer),
    Column("claimed_at", Integer, nullable=False),
    Column("shown_at", Integer),
    Column("answered_at", Integer),
    Index("tellings_of_pop_up", "pop_up"),
    Index("tellings_of_reminder", "reminder_id"),
    Index("open_tellings", "claimed_at", sqlite_where=text("answered_at IS NULL")),
    sqlite_with_rowid=False,
)
"""One row for each thing that was told of, by its key: claimed, then shown, then answered.

``pop_up`` is the key of the pop-up that tells of it, alone or together with others.
"""

nudges = Table(
    "nudges",
    metadata,
    Column("on_day", Text, primary_key=True),
    Column("contact_id", Integer, primary_key=True),
    Index("nudges_of_contact", "contact_id"),
    sqlite_with_rowid=False,
)
"""Who was suggested on which day."""

circumstances = Table(
    "circumstances",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Such as when the clock was last looked at, and the day Today was last shown."""

"""Accounts with providers: names only, outside the record; no key is ever written into a book."""

from sqlalchemy import Column, Integer, Table, Text

from relate_desktop.storage.schema.declaring import metadata

accounts = Table(
    "accounts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("provider", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("server", Text, nullable=False),
    Column("session_only", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("refused_at", Integer),
    sqlite_with_rowid=False,
)
"""``id`` is the UUID under which the keyring has the key; ``refused_at`` when the key was taken no more."""

"""Lists, keys, circles and the index of people: derived from their properties, rebuilt whole."""

from sqlalchemy import Column, Index, Integer, Table, Text

from relate_desktop.storage.schema.declaring import metadata

summaries = Table(
    "summaries",
    metadata,
    Column("contact_id", Integer, primary_key=True),
    Column("called", Text, nullable=False),
    Column("full_name", Text, nullable=False),
    Column("own_script", Text, nullable=False),
    Column("organization", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("photo", Text),
    Column("hue", Integer, nullable=False),
    Column("is_organization", Integer, nullable=False),
    Column("sort_key", Text, nullable=False),
    Column("added_at", Integer, nullable=False),
    Column("changed_at", Integer, nullable=False),
    Column("trashed", Integer, nullable=False),
    Index("summaries_by_name", "trashed", "sort_key", "contact_id"),
    Index("summaries_by_change", "trashed", "changed_at", "contact_id"),
    Index("summaries_by_age", "trashed", "added_at", "contact_id"),
)

keys = Table(
    "keys",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("contact_id", Integer, primary_key=True),
    Index("keys_of_contact", "contact_id"),
    sqlite_with_rowid=False,
)

memberships = Table(
    "memberships",
    metadata,
    Column("folded", Text, primary_key=True),
    Column("contact_id", Integer, primary_key=True),
    Column("circle", Text, nullable=False),
    Index("memberships_of_contact", "contact_id"),
    sqlite_with_rowid=False,
)

ties = Table(
    "ties",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("contact_id", Integer, primary_key=True),
    Column("role", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("inverse", Text, nullable=False),
    Column("name", Text, nullable=False),
    Index("ties_of_contact", "contact_id"),
    sqlite_with_rowid=False,
)
"""What cards say of others, by what those can be found again, and what others can point to.

``role`` is one of those in ``storage/ties.py``; ``place`` counts the ties of a card.
"""

SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
  name, rest, content='', contentless_delete=1, detail=column, prefix='1 2', tokenize='ascii'
)
"""
"""Folded words, numbers cut into windows; written from code only (search_words)."""

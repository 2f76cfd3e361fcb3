"""The tables of a book: what is journalled, what is only appended, and what is derived.

Journalled tables hold what the user owns; every row that changes leaves its older image in
``changes``. Appended tables are written once and referred to. Derived tables follow from the
journalled ones and can be rebuilt whole. ``group`` is ``grp`` in SQL, where the word is taken.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

APPLICATION_ID = 0x52454C41
"""``RELA`` in the file's header: a book of Relate."""

VERSION = 1
"""The ``user_version`` that this program writes and understands."""

metadata = MetaData()


def _reference(target: str) -> ForeignKey:
    """A foreign key checked at commit, so that rows may return in any order."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def _table(name: str, *columns: Column[object] | Index) -> Table:
    """A table whose row ids are never used twice (``AUTOINCREMENT``)."""
    return Table(name, metadata, Column("id", Integer, primary_key=True), *columns, sqlite_autoincrement=True)


contacts = _table(
    "contacts",
    Column("hue", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("trashed_at", Integer),
)

properties = _table(
    "properties",
    Column("contact_id", Integer, _reference("contacts.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("grp", Text),
    Column("name", Text, nullable=False),
    Column("parameters", Text),
    Column("value", Text, nullable=False),
    Column("source_card_id", Integer, _reference("source_cards.id")),
    Column("first_byte", Integer),
    Column("byte_length", Integer),
    Column("edited", Integer, nullable=False),
    Index("properties_of_contact", "contact_id", "ordinal"),
    Index("properties_with_media", "value", sqlite_where=text("value >= 'media:' AND value < 'media;'")),
)

property_lines = _table(
    "property_lines",
    Column("property_id", Integer, _reference("properties.id"), nullable=False),
    Column("source_card_id", Integer, _reference("source_cards.id"), nullable=False),
    Column("first_byte", Integer, nullable=False),
    Column("byte_length", Integer, nullable=False),
    Column("edited", Integer, nullable=False),
    Index("lines_of_property", "property_id"),
)

contact_cards = _table(
    "contact_cards",
    Column("contact_id", Integer, _reference("contacts.id"), nullable=False),
    Column("source_card_id", Integer, _reference("source_cards.id"), nullable=False),
    Index("cards_of_contact", "contact_id"),
    Index("contacts_of_card", "source_card_id"),
)

pairs = _table(
    "pairs",
    Column("one_id", Integer, _reference("contacts.id"), nullable=False),
    Column("other_id", Integer, _reference("contacts.id"), nullable=False),
    Column("reasons", Text, nullable=False),
    Column("certainty", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
    Index("pairs_of_one", "one_id", "other_id"),
    Index("pairs_of_other", "other_id"),
)

batches = _table("batches", Column("created_at", Integer, nullable=False))

import_files = _table(
    "import_files",
    Column("batch_id", Integer, _reference("batches.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("sha256", Text),
    Column("encoding", Text),
    Column("loose_text", LargeBinary),
    Index("files_of_batch", "batch_id"),
)

source_cards = _table(
    "source_cards",
    Column("import_file_id", Integer, _reference("import_files.id")),
    Column("record", Integer, nullable=False),
    Column("line", Integer, nullable=False),
    Column("version", Text, nullable=False),
    Column("charset", Text, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    Column("producer", Text, nullable=False),
    Column("skeleton", LargeBinary, nullable=False),
    Column("spans", Text),
    Column("line_count", Integer, nullable=False),
    Column("left_out", Text),
    Index("cards_of_file", "import_file_id"),
)

changesets = _table(
    "changesets",
    Column("operation", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("batch_id", Integer, _reference("batches.id")),
    Column("undoes", Integer, _reference("changesets.id")),
    Column("undone_by", Integer, _reference("changesets.id")),
    Column("facts", Text, nullable=False),
    Column("contact_count", Integer, nullable=False),
    Column("schema_version", Integer, nullable=False),
)

changes = _table(
    "changes",
    Column("changeset_id", Integer, _reference("changesets.id"), nullable=False),
    Column("table_name", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("last_row_id", Integer),
    Column("before", Text),
    Index("changes_of_changeset", "changeset_id", "table_name", "row_id"),
    Index("changes_of_row", "table_name", "row_id", "changeset_id"),
    Index("changes_in_ranges", "table_name", "last_row_id", sqlite_where=text("last_row_id IS NOT NULL")),
)

touched = _table(
    "touched",
    Column("changeset_id", Integer, _reference("changesets.id"), nullable=False),
    Column("first_contact", Integer, nullable=False),
    Column("last_contact", Integer, nullable=False),
    Index("touched_by_changeset", "changeset_id"),
    Index("touched_contact", "first_contact", "changeset_id"),
    Index("touched_ranges", "last_contact", sqlite_where=text("last_contact > first_contact")),
)

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

SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
  name, rest, content='', contentless_delete=1, detail=column, prefix='1 2', tokenize='ascii'
)
"""
"""Folded words, numbers cut into windows; written from code only (search_words)."""

JOURNALLED = (contacts, properties, property_lines, contact_cards, pairs)
"""What the user owns, parents before children; undo, digest and backups' proof are over these."""

DERIVED = (summaries, keys, memberships)
"""What follows from the journalled tables; the search index is the fourth."""

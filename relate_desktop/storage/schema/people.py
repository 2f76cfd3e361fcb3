"""People as they are kept: their properties, the cards they came on, pairs that may be one.

``group`` is ``grp`` in SQL, where the word is taken.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, Text, text

from relate_desktop.storage.schema.declaring import numbered, reference

contacts = numbered(
    "contacts",
    Column("hue", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("trashed_at", Integer),
)

properties = numbered(
    "properties",
    Column("contact_id", Integer, reference("contacts.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("grp", Text),
    Column("name", Text, nullable=False),
    Column("parameters", Text),
    Column("value", Text, nullable=False),
    Column("source_card_id", Integer, reference("source_cards.id")),
    Column("first_byte", Integer),
    Column("byte_length", Integer),
    Column("edited", Integer, nullable=False),
    Index("properties_of_contact", "contact_id", "ordinal"),
    Index("properties_with_media", "value", sqlite_where=text("value >= 'media:' AND value < 'media;'")),
)

property_lines = numbered(
    "property_lines",
    Column("property_id", Integer, reference("properties.id"), nullable=False),
    Column("source_card_id", Integer, reference("source_cards.id"), nullable=False),
    Column("first_byte", Integer, nullable=False),
    Column("byte_length", Integer, nullable=False),
    Column("edited", Integer, nullable=False),
    Index("lines_of_property", "property_id"),
)

contact_cards = numbered(
    "contact_cards",
    Column("contact_id", Integer, reference("contacts.id"), nullable=False),
    Column("source_card_id", Integer, reference("source_cards.id"), nullable=False),
    Index("cards_of_contact", "contact_id"),
    Index("contacts_of_card", "source_card_id"),
)

pairs = numbered(
    "pairs",
    Column("one_id", Integer, reference("contacts.id"), nullable=False),
    Column("other_id", Integer, reference("contacts.id"), nullable=False),
    Column("reasons", Text, nullable=False),
    Column("certainty", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
    Index("pairs_of_one", "one_id", "other_id"),
    Index("pairs_of_other", "other_id"),
)

kept_apart = numbered(
    "kept_apart",
    Column("one_id", Integer, reference("contacts.id"), nullable=False),
    Column("other_id", Integer, reference("contacts.id"), nullable=False),
    Index("apart_from_one", "one_id", "other_id"),
    Index("apart_from_other", "other_id"),
)
"""Pairs of whom the user said that they are two people; the smaller id comes first."""

declined = numbered(
    "declined",
    Column("kind", Text, nullable=False),
    Column("contact_id", Integer, reference("contacts.id")),
    Column("key", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Index("declined_by_kind", "kind", "contact_id", "key"),
    Index("declined_about", "contact_id"),
)
"""Proposals that the user did not want: of which kind, about whom, and what it was."""

batches = numbered("batches", Column("created_at", Integer, nullable=False))

import_files = numbered(
    "import_files",
    Column("batch_id", Integer, reference("batches.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("sha256", Text),
    Column("encoding", Text),
    Column("loose_text", LargeBinary),
    Index("files_of_batch", "batch_id"),
)

source_cards = numbered(
    "source_cards",
    Column("import_file_id", Integer, reference("import_files.id")),
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

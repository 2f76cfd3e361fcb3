"""Look-ups: what was kept of them, to what the user agreed, and what was asked.

Only what was kept is the user's own and stands in the record; agreements, answers and the ledger are
outside it, since what was sent cannot be taken back.
"""

from sqlalchemy import Column, Index, Integer, Table, Text

from relate_desktop.storage.schema.declaring import metadata, numbered, reference

kept_facts = numbered(
    "kept_facts",
    Column("contact_id", Integer, reference("contacts.id"), nullable=False),
    Column("field", Text, nullable=False),
    Column("provider", Text, nullable=False),
    Column("server", Text, nullable=False),
    Column("handle", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("source_url", Text, nullable=False),
    Column("proof", Text, nullable=False),
    Column("fetched_at", Integer, nullable=False),
    Column("line", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("replaced", Text, nullable=False),
    Column("added", Integer, nullable=False),
    Column("entry_id", Integer),
    Column("seen_at", Integer),
    Index("facts_of_contact", "contact_id"),
    Index("facts_of_provider", "provider"),
)
"""``line`` and ``value`` are the card's line as it was written, empty and the text for a note; ``added`` is
0 where the book said so before; ``seen_at`` is when the user last looked at it."""

provider_consents = Table(
    "provider_consents",
    metadata,
    Column("provider", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("agreed_at", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Whom the user agreed to ask at all; ``version`` is that of the words they agreed to."""

lookup_consents = Table(
    "lookup_consents",
    metadata,
    Column("contact_id", Integer, primary_key=True),
    Column("provider", Text, primary_key=True),
    Column("server", Text, primary_key=True),
    Column("handle", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("agreed_at", Integer, nullable=False),
    Column("key_of", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""To which account of which person the user agreed; ``key_of`` is their own account whose key goes along."""

lookup_answers = Table(
    "lookup_answers",
    metadata,
    Column("contact_id", Integer, primary_key=True),
    Column("provider", Text, primary_key=True),
    Column("server", Text, primary_key=True),
    Column("handle", Text, primary_key=True),
    Column("account", Text, nullable=False),
    Column("etag", Text, nullable=False),
    Column("last_modified", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("findings", Text, nullable=False),
    Column("fetched_at", Integer, nullable=False),
    Column("next_allowed_at", Integer),
    sqlite_with_rowid=False,
)
"""The last answer of an account as it was understood (``findings`` is JSON); bodies are not kept."""

lookups = numbered(
    "lookups",
    Column("contact_id", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("found", Integer, nullable=False),
    Column("kept", Integer),
    Index("lookups_of_contact", "contact_id"),
)
"""Each look-up there was: how much was found, and how much of it was kept; nothing while undecided."""

asked = numbered(
    "asked",
    Column("lookup_id", Integer, reference("lookups.id"), nullable=False),
    Column("at", Integer, nullable=False),
    Column("host", Text, nullable=False),
    Column("port", Integer, nullable=False),
    Column("sent", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("status", Integer),
    Column("received", Integer),
    Column("outcome", Text),
    Index("asked_in_lookup", "lookup_id"),
)
"""The ledger: every question before it left the laptop, and what came of it; no outcome: it was cut off."""

host_waits = Table(
    "host_waits",
    metadata,
    Column("host", Text, primary_key=True),
    Column("until", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Until when a host asked to be left in peace."""

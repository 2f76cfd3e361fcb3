"""Meetings: the user's word on whom they are with, and which of them were written down.

``known_attendees`` is the user's. ``held_meetings`` is what the program did by itself: which
entry it wrote for an occurrence of a calendar, kept outside the record, so that an entry that was
taken back, removed or edited since is known by what became of it, and left alone.
"""

from sqlalchemy import Column, Index, Integer, Table, Text

from relate_desktop.storage.schema.declaring import metadata, numbered, reference

known_attendees = numbered(
    "known_attendees",
    Column("known_by", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("contact_id", Integer, reference("contacts.id")),
    Column("created_at", Integer, nullable=False),
    Index("known_by_key", "known_by", "key"),
    Index("known_of_contact", "contact_id"),
)
"""An address, name, title or event that is somebody of the book; nobody of it without ``contact_id``."""

held_meetings = Table(
    "held_meetings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("entry_id", Integer),
    Column("written", Text, nullable=False),
    Column("calendar_id", Integer, nullable=False),
    Index("held_by_entry", "entry_id"),
    sqlite_with_rowid=False,
)
"""``key`` is made of the event and the occurrence, ``written`` of what the entry was made to say.

Without ``entry_id`` the calendar took it back; with an empty ``written`` the entry is the user's own.
"""

"""How near people are in time: derived from entries, reminders, rhythms and dates, rebuilt whole."""

from sqlalchemy import Column, Float, Index, Integer, Table, Text

from relate_desktop.storage.schema.declaring import metadata

last_talks = Table(
    "last_talks",
    metadata,
    Column("contact_id", Integer, primary_key=True),
    Column("on_day", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("direction", Text, nullable=False),
    Column("entry_id", Integer, nullable=False),
    Index("last_talks_in_order", "at", "contact_id"),
)
"""The latest conversation with each person that is not planned; ``at`` is its place in order."""

next_dues = Table(
    "next_dues",
    metadata,
    Column("contact_id", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Index("next_dues_in_order", "at", "contact_id"),
)
"""When the next open reminder about somebody is due."""

lateness = Table(
    "lateness",
    metadata,
    Column("contact_id", Integer, primary_key=True),
    Column("usual", Float),
    Column("since", Text, nullable=False),
    Column("late_on", Text),
    Column("rest_until", Text),
    Index("late_people", "late_on", "since", "usual"),
    Index("resting_people", "rest_until"),
)
"""For people with a rhythm or a rest: their usual gap in days, and from which day it is a while."""

moment_days = Table(
    "moment_days",
    metadata,
    Column("month_day", Text, primary_key=True),
    Column("contact_id", Integer, primary_key=True),
    Column("source", Text, primary_key=True),
    Index("moment_days_of_contact", "contact_id"),
    sqlite_with_rowid=False,
)
"""The days of the year (``--04-15``) or whole dates on which somebody has a moment."""

TEXT_SEARCH = """
CREATE VIRTUAL TABLE text_search USING fts5(
  text, content='', contentless_delete=1, detail=column, prefix='1 2 3', tokenize='ascii'
)
"""
"""Folded words of entries, reminders and promises; the row id says which: id times four and a kind."""

"""Calendars as they are kept: their files' components as bytes, and what was read of each.

A text is a component as it came with what was understood of it; written once and never changed,
so that a calendar that is read again, or taken back to an earlier state, only points elsewhere.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text, text

from relate_desktop.storage.schema.declaring import metadata, numbered, reference

calendars = numbered(
    "calendars",
    Column("name", Text, nullable=False),
    Column("hue", Integer, nullable=False),
    Column("shown", Integer, nullable=False),
    Column("path", Text, nullable=False),
    Column("zones", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Index("calendars_by_path", "path"),
)
"""``path`` is what is watched, empty for one that was brought in once; ``zones`` are the IANA
names, as a JSON object, that the user gave for zones of the files that nobody could explain."""

calendar_files = numbered(
    "calendar_files",
    Column("calendar_id", Integer, reference("calendars.id"), nullable=False),
    Column("path", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Index("files_of_calendar", "calendar_id"),
)
"""The files a calendar was read from, each with the checksum of what was read."""

calendar_texts = numbered(
    "calendar_texts",
    Column("essence", LargeBinary, nullable=False),
    Column("reading", Text),
    Column("raw", LargeBinary, nullable=False),
    Index("texts_by_essence", "essence"),
)
"""``essence`` tells whether two components say the same; ``reading`` is an event as it was
understood, or the remark why it could not be, and empty for what is not read at all."""

calendar_components = numbered(
    "calendar_components",
    Column("calendar_id", Integer, reference("calendars.id"), nullable=False),
    Column("file_id", Integer, reference("calendar_files.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("uid", Text, nullable=False),
    Column("recurrence", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("text_id", Integer, reference("calendar_texts.id"), nullable=False),
    Column("event", Integer, nullable=False),
    Column("unknown_zone", Text, nullable=False),
    Column("refused", Integer, nullable=False),
    Index("components_of_calendar", "calendar_id", "uid"),
    Index("components_of_file", "file_id"),
    Index("refused_components", "calendar_id", sqlite_where=text("refused=1")),
    Index("unknown_zones", "calendar_id", "unknown_zone", sqlite_where=text("unknown_zone<>''")),
)
"""``kind`` is VEVENT and the like, empty for the lines of the calendar itself; ``event`` is 1 for what
takes place at a time and could be read."""

hidden_series = numbered(
    "hidden_series",
    Column("calendar_id", Integer, reference("calendars.id"), nullable=False),
    Column("uid", Text, nullable=False),
    Index("hidden_in_calendar", "calendar_id", "uid"),
)
"""Events, with all their occurrences, that the user does not want to see."""

event_spans = Table(
    "event_spans",
    metadata,
    Column("calendar_id", Integer, primary_key=True),
    Column("uid", Text, primary_key=True),
    Column("first_at", Integer, nullable=False),
    Column("last_at", Integer, nullable=False),
    Column("long", Integer, nullable=False),
    Index("short_spans", "first_at", "last_at", sqlite_where=text("long=0")),
    Index("long_spans", "last_at", "first_at", sqlite_where=text("long=1")),
    sqlite_with_rowid=False,
)
"""Derived: between which instants an event, with all its occurrences and overrides, takes place.

Wide by a day on both sides, since floating times and whole days depend on where one is.
``long`` are those that repeat or last for weeks.
"""

event_people = Table(
    "event_people",
    metadata,
    Column("address", Text, primary_key=True),
    Column("component_id", Integer, primary_key=True),
    Index("people_of_event", "component_id"),
    sqlite_with_rowid=False,
)
"""Derived: which events somebody is invited to, by mail address in lower case."""

calendar_looks = Table(
    "calendar_looks",
    metadata,
    Column("path", Text, primary_key=True),
    Column("seen", Text, nullable=False),
    Column("missing", Integer, nullable=False),
    Column("read_at", Integer),
    sqlite_with_rowid=False,
)
"""Outside the record: how a watched file or folder looked when the program last looked at it."""

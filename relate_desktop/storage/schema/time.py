"""Time spent with people as it is kept: entries of the timeline, moments, promises, reminders, rhythms.

Days are ISO dates, wall times ``HH:MM``, instants whole microseconds since 1970 in UTC; a due
time keeps its wall time and zone, from which the instant follows.
"""

from sqlalchemy import Column, Index, Integer, Text, text

from relate_desktop.storage.schema.declaring import numbered, reference

entries = numbered(
    "entries",
    Column("kind", Text, nullable=False),
    Column("direction", Text),
    Column("on_day", Text, nullable=False),
    Column("at", Integer),
    Column("zone", Text, nullable=False),
    Column("minutes", Integer),
    Column("text", Text, nullable=False),
    Column("pinned", Integer, nullable=False),
    Column("in_confidence", Integer, nullable=False),
    Column("sentence", Text),
    Column("sort_at", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
    Index("entries_in_order", "sort_at", "id", "kind"),
    Index("pinned_entries", "id", sqlite_where=text("pinned=1")),
)
"""Conversations and notes (``kind`` is one of conversation or ``note``); ``sentence`` as it was typed."""

participants = numbered(
    "participants",
    Column("entry_id", Integer, reference("entries.id"), nullable=False),
    Column("contact_id", Integer, reference("contacts.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("sort_at", Integer, nullable=False),
    Index("participants_of_entry", "entry_id", "ordinal"),
    Index("entries_of_contact", "contact_id", "sort_at", "entry_id"),
)
"""Who an entry is about; ``sort_at`` is the entry's, so that a person's timeline is one walk."""

moments = numbered(
    "moments",
    Column("contact_id", Integer, reference("contacts.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("yearly", Integer, nullable=False),
    Column("days_before", Integer, nullable=False),
    Index("moments_of_contact", "contact_id"),
)

promises = numbered(
    "promises",
    Column("owed_by", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("made_on", Text, nullable=False),
    Column("due_on", Text),
    Column("due_time", Text),
    Column("due_zone", Text, nullable=False),
    Column("kept_at", Integer),
    Column("told_in", Integer, reference("entries.id")),
    Column("sentence", Text),
    Column("created_at", Integer, nullable=False),
    Index("open_promises", "due_on", sqlite_where=text("kept_at IS NULL")),
    Index("kept_promises", "kept_at", sqlite_where=text("kept_at IS NOT NULL")),
    Index("promises_told_in", "told_in", sqlite_where=text("told_in IS NOT NULL")),
)

promise_people = numbered(
    "promise_people",
    Column("promise_id", Integer, reference("promises.id"), nullable=False),
    Column("contact_id", Integer, reference("contacts.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Index("people_of_promise", "promise_id", "ordinal"),
    Index("promises_of_contact", "contact_id"),
)

reminders = numbered(
    "reminders",
    Column("text", Text, nullable=False),
    Column("due_on", Text),
    Column("due_time", Text),
    Column("due_zone", Text, nullable=False),
    Column("repeats", Text),
    Column("began_on", Text),
    Column("rule_text", Text, nullable=False),
    Column("ahead", Integer, nullable=False),
    Column("snoozed_until", Integer),
    Column("done_at", Integer),
    Column("told_in", Integer, reference("entries.id")),
    Column("sentence", Text),
    Column("created_at", Integer, nullable=False),
    Index("open_reminders", "due_on", sqlite_where=text("done_at IS NULL")),
    Index("done_reminders", "done_at", sqlite_where=text("done_at IS NOT NULL")),
    Index("reminders_told_in", "told_in", sqlite_where=text("told_in IS NOT NULL")),
)
"""``repeats`` is the rule as RRULE text, ``ahead`` whole seconds, ``rule_text`` a rule nobody follows."""

reminder_people = numbered(
    "reminder_people",
    Column("reminder_id", Integer, reference("reminders.id"), nullable=False),
    Column("contact_id", Integer, reference("contacts.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Index("people_of_reminder", "reminder_id", "ordinal"),
    Index("reminders_of_contact", "contact_id"),
)

doings = numbered(
    "doings",
    Column("reminder_id", Integer, reference("reminders.id"), nullable=False),
    Column("on_day", Text, nullable=False),
    Column("done_at", Integer, nullable=False),
    Index("doings_of_reminder", "reminder_id"),
    Index("doings_in_order", "done_at"),
)
"""Instances of repeating reminders that were done; those of others stand in ``reminders``."""

rhythms = numbered(
    "rhythms",
    Column("contact_id", Integer, reference("contacts.id"), nullable=False),
    Column("ideal", Integer),
    Column("latest", Integer),
    Column("no_sooner", Integer),
    Column("agreed", Integer, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("stretches", Text, nullable=False),
    Column("days", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("channel", Text),
    Column("least_gap", Integer),
    Column("paused_until", Text),
    Column("no_more_contact", Integer, nullable=False),
    Index("rhythm_of_contact", "contact_id"),
)
"""How often somebody is to be met, in days, and what they wish for; one row a person at most."""

circle_rhythms = numbered(
    "circle_rhythms",
    Column("folded", Text, nullable=False),
    Column("circle", Text, nullable=False),
    Column("ideal", Integer, nullable=False),
    Column("latest", Integer),
    Column("no_sooner", Integer),
    Index("rhythm_of_circle", "folded"),
)

circle_styles = numbered(
    "circle_styles",
    Column("folded", Text, nullable=False),
    Column("circle", Text, nullable=False),
    Column("hue", Integer),
    Column("ordinal", Integer),
    Column("made", Integer, nullable=False),
    Index("style_of_circle", "folded"),
)
"""How a circle is spelled, its colour and its place among the others, as far as somebody chose.

A circle that was ``made`` stays when nobody is in it; of others the looks are remembered.
"""

set_asides = numbered(
    "set_asides",
    Column("contact_id", Integer, reference("contacts.id"), nullable=False),
    Column("on_day", Text, nullable=False),
    Index("set_asides_of_contact", "contact_id"),
)
"""When the user said *not now* about somebody."""

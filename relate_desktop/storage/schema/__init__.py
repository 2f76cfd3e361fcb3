"""The tables of a book: what is journalled, what is only appended, and what is derived.

Journalled tables hold what the user owns; every row that changes leaves its older image in
``changes``. Appended tables are written once and referred to. Derived tables follow from the
journalled ones and can be rebuilt whole. What the program did by itself is told apart.
"""

from relate_desktop.storage.schema.accounts import accounts
from relate_desktop.storage.schema.calendars import (
    calendar_components,
    calendar_files,
    calendar_looks,
    calendar_texts,
    calendars,
    event_people,
    event_spans,
    hidden_series,
)
from relate_desktop.storage.schema.closeness import (
    TEXT_SEARCH,
    last_talks,
    lateness,
    moment_days,
    next_dues,
)
from relate_desktop.storage.schema.declaring import APPLICATION_ID, VERSION, metadata
from relate_desktop.storage.schema.lists import SEARCH, keys, memberships, summaries, ties
from relate_desktop.storage.schema.lookups import (
    asked,
    host_waits,
    kept_facts,
    lookup_answers,
    lookup_consents,
    lookups,
    provider_consents,
)
from relate_desktop.storage.schema.meetings import held_meetings, known_attendees
from relate_desktop.storage.schema.people import (
    batches,
    contact_cards,
    contacts,
    declined,
    import_files,
    kept_apart,
    pairs,
    properties,
    property_lines,
    source_cards,
)
from relate_desktop.storage.schema.record import changes, changesets, touched
from relate_desktop.storage.schema.searches import saved_searches
from relate_desktop.storage.schema.telling import circumstances, nudges, tellings
from relate_desktop.storage.schema.time import (
    circle_rhythms,
    circle_styles,
    doings,
    entries,
    moments,
    participants,
    promise_people,
    promises,
    reminder_people,
    reminders,
    rhythms,
    set_asides,
)

JOURNALLED = (
    contacts,
    contact_cards,
    properties,
    property_lines,
    pairs,
    kept_apart,
    entries,
    participants,
    moments,
    promises,
    promise_people,
    reminders,
    reminder_people,
    doings,
    rhythms,
    circle_rhythms,
    circle_styles,
    saved_searches,
    set_asides,
    declined,
    known_attendees,
    calendars,
    calendar_files,
    calendar_components,
    hidden_series,
    kept_facts,
)
"""What the user owns, parents before children; undo, digest and backups' proof are over these.

Taken back from the end: a card stays for as long as a property stands on it.
"""

DERIVED = (
    summaries,
    keys,
    memberships,
    ties,
    last_talks,
    next_dues,
    lateness,
    moment_days,
    event_spans,
    event_people,
)
"""What follows from the journalled tables; the two search indexes do as well."""

FIRST = (
    contacts,
    properties,
    property_lines,
    contact_cards,
    pairs,
    batches,
    import_files,
    source_cards,
    changesets,
    changes,
    touched,
    summaries,
    keys,
    memberships,
)
"""The tables of version 1."""

SECOND = (
    *JOURNALLED[JOURNALLED.index(kept_apart) :],
    ties,
    last_talks,
    next_dues,
    lateness,
    moment_days,
    tellings,
    nudges,
    circumstances,
    held_meetings,
    calendar_texts,
    event_spans,
    event_people,
    calendar_looks,
    accounts,
    provider_consents,
    lookup_consents,
    lookup_answers,
    lookups,
    asked,
    host_waits,
)
"""The tables that version 2 adds: time spent with people, calendars, and accounts."""

__all__ = [
    "APPLICATION_ID",
    "DERIVED",
    "FIRST",
    "JOURNALLED",
    "SEARCH",
    "SECOND",
    "TEXT_SEARCH",
    "VERSION",
    "accounts",
    "asked",
    "batches",
    "calendar_components",
    "calendar_files",
    "calendar_looks",
    "calendar_texts",
    "calendars",
    "changes",
    "changesets",
    "circle_rhythms",
    "circle_styles",
    "circumstances",
    "contact_cards",
    "contacts",
    "declined",
    "doings",
    "entries",
    "event_people",
    "event_spans",
    "held_meetings",
    "hidden_series",
    "host_waits",
    "import_files",
    "kept_apart",
    "kept_facts",
    "keys",
    "known_attendees",
    "last_talks",
    "lateness",
    "lookup_answers",
    "lookup_consents",
    "lookups",
    "memberships",
    "metadata",
    "moment_days",
    "moments",
    "next_dues",
    "nudges",
    "pairs",
    "participants",
    "promise_people",
    "promises",
    "properties",
    "property_lines",
    "provider_consents",
    "reminder_people",
    "reminders",
    "rhythms",
    "saved_searches",
    "set_asides",
    "source_cards",
    "summaries",
    "tellings",
    "ties",
    "touched",
]

"""Identities of stored things; each a distinct type so that one cannot stand for another."""

from typing import NewType

ContactId = NewType("ContactId", int)
PropertyId = NewType("PropertyId", int)
ChangesetId = NewType("ChangesetId", int)
SourceCardId = NewType("SourceCardId", int)
BatchId = NewType("BatchId", int)
MediaHash = NewType("MediaHash", str)
"""SHA-256 of decoded content, 64 lower-case hexadecimal digits."""
EntryId = NewType("EntryId", int)
"""One thing on the timeline: the number of a conversation or a note; a moment's with a minus before it."""
InteractionId = NewType("InteractionId", EntryId)
TimelineNoteId = NewType("TimelineNoteId", EntryId)
MomentId = NewType("MomentId", int)
PromiseId = NewType("PromiseId", int)
ReminderId = NewType("ReminderId", int)
SavedSearchId = NewType("SavedSearchId", int)
CalendarId = NewType("CalendarId", int)
EventId = NewType("EventId", int)
"""One component of a calendar: an event, or the override of one of its occurrences."""

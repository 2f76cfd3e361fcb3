"""What one committed write was, and the news of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from relate_desktop.domain.ids import BatchId, ChangesetId, ContactId


class OperationKind(StrEnum):
    """Every kind of write; each has words in ``words/operations.py``."""

    IMPORT = "import"
    ADD = "add"
    EDIT = "edit"
    TRASH = "trash"
    PUT_BACK = "put_back"
    FORGET = "forget"
    UNDO = "undo"
    REDO = "redo"
    TAKE_BACK = "take_back"
    SAMPLE = "sample"
    MERGE = "merge"
    MERGE_ALL = "merge_all"
    SEPARATE = "separate"
    KEEP_APART = "keep_apart"
    RELATE = "relate"
    RELATION_EDIT = "relation_edit"
    UNRELATE = "unrelate"
    HOUSEHOLD = "household"
    LIVING_APART = "living_apart"
    LIVING_ASKED = "living_asked"
    """Whether people live together may be proposed again."""
    HOW_MET = "how_met"
    NAMES = "names"
    DECLINE = "decline"
    ASK_AGAIN = "ask_again"
    LOG = "log"
    NOTE = "note"
    ENTRY_EDIT = "entry_edit"
    ENTRY_REMOVE = "entry_remove"
    REMIND = "remind"
    REMINDER_EDIT = "reminder_edit"
    REMINDER_REMOVE = "reminder_remove"
    DONE = "done"
    SNOOZE = "snooze"
    PROMISE = "promise"
    PROMISE_EDIT = "promise_edit"
    PROMISE_KEPT = "promise_kept"
    PROMISE_REMOVE = "promise_remove"
    MOMENT = "moment"
    MOMENT_REMOVE = "moment_remove"
    RHYTHM = "rhythm"
    CIRCLE_RHYTHM = "circle_rhythm"
    CIRCLE_ADD = "circle_add"
    CIRCLE_RENAME = "circle_rename"
    CIRCLE_JOIN = "circle_join"
    CIRCLE_REMOVE = "circle_remove"
    CIRCLE_COLOUR = "circle_colour"
    CIRCLE_ORDER = "circle_order"
    LIST_ADD = "list_add"
    LIST_EDIT = "list_edit"
    LIST_REMOVE = "list_remove"
    LIST_ORDER = "list_order"
    BULK = "bulk"
    NOT_NOW = "not_now"
    CAPTURE = "capture"
    MEETING_PEOPLE = "meeting_people"
    """The user's word on who somebody of a calendar is."""
    STRANGERS = "strangers"
    """Who is invited to meetings made people of the book."""
    STRANGERS_LEFT = "strangers_left"
    """Who is invited to meetings and said to be nobody of the book."""
    HELD_MEETINGS = "held_meetings"
    """Past meetings that became conversations."""
    CALENDAR_READ = "calendar_read"
    CALENDAR_EDIT = "calendar_edit"
    CALENDAR_REMOVE = "calendar_remove"
    EVENT_HIDE = "event_hide"
    EVENT_SHOW = "event_show"
    LOOKUP_KEEP = "lookup_keep"
    """What somebody says in public, kept."""
    LOOKUP_REFUSE = "lookup_refuse"
    LOOKUP_SEEN = "lookup_seen"
    LOOKUP_REMOVE = "lookup_remove"
    LOOKUP_FORGET = "lookup_forget"
    """All that was kept from one provider, taken out."""
    LOOKUP_OVERRULE = "lookup_overrule"
    LOOKUP_NEVER = "lookup_never"
    LOOKUP_AGAIN = "lookup_again"


class Origin(StrEnum):
    """Through which door a write came in."""

    WINDOW = "window"
    COMMAND_LINE = "command_line"
    POP_UP = "pop_up"
    """A button of a pop-up."""
    CALENDAR = "calendar"
    """What followed from a calendar by itself: no step of the user's to be undone next."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One write about to happen: its kind, door and the facts its summary sentence needs.

    ``facts`` hold counts and ids only (``{"created": 99, "contact": 4, "name": "Ada"}``);
    they are kept in the book, so a name is allowed, but never logged.
    """

    kind: OperationKind
    origin: Origin
    facts: Mapping[str, str | int] = field(default_factory=dict)
    batch: BatchId | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """The news after a commit: which rows of which tables one changeset wrote.

    ``everything`` is True when another process wrote and the rows are not known.
    """

    changeset: ChangesetId | None
    operation: OperationKind | None
    tables: Mapping[str, frozenset[int]] = field(default_factory=dict)
    contacts: frozenset[ContactId] = frozenset()
    everything: bool = False

    def touches(self, contact: ContactId) -> bool:
        """Whether the person may have changed."""
        return self.everything or contact in self.contacts


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One changeset as History shows it."""

    changeset: ChangesetId
    kind: OperationKind
    origin: Origin
    at: datetime
    facts: Mapping[str, str | int]
    source: str | None
    """What it came from, for people: the imported files' names; None for typed changes."""
    contact_count: int
    undone: bool
    undoes: ChangesetId | None = None


class Stays(StrEnum):
    """Why something stays as it is although the change it came with is taken back."""

    CHANGED_SINCE = "changed_since"
    REMOVED_SINCE = "removed_since"
    GONE = "gone"
    """What it belongs to is there no more."""
    NEEDED = "needed"
    """Something written since hangs on it."""


@dataclass(frozen=True, slots=True)
class RevertConflict:
    """A row whose older state could not return, because it was changed or removed since."""

    contact: ContactId | None
    table: str
    row: int
    columns: tuple[str, ...]
    why: Stays = Stays.CHANGED_SINCE
    since: ChangesetId | None = None
    """The last change that wrote the row since, where one did."""


@dataclass(frozen=True, slots=True)
class Reverted:
    """What undo, redo or take back did."""

    changeset: ChangesetId | None
    """The change that this was; None where nothing could return and so nothing was recorded."""
    reverted: ChangesetId
    kind: OperationKind
    facts: Mapping[str, str | int]
    conflicts: tuple[RevertConflict, ...] = ()

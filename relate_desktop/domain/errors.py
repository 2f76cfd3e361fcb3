"""What can go wrong in the world, as kinds and facts; the words for them stand on top.

UserError ─ the world's fault: told in a sentence, with what is still safe and what to do
├─ InputError      what was given cannot be read
├─ UsageError      what was asked cannot be meant
├─ NotFoundError   no such person, change, file or book
├─ BookBusyError   somebody else holds the book in a way that forbids this
├─ BookDamagedError the book's file is not whole
├─ BookNewerError  the book was written by a newer Relate
├─ NetworkError    a host cannot be asked, or did not answer as it should
├─ KeyringError    the system's keyring is not there, locked or failing
└─ StorageError    the disk is full, read-only or failing
Cancelled ─ the user stopped a piece of work; nothing of it remains
"""

from enum import StrEnum


class ErrorKind(StrEnum):
    """Every error a person can be told of; each has words in ``words/errors.py``."""

    NOT_A_FILE = "not_a_file"
    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_ENCRYPTED = "file_encrypted"
    FILE_CHANGED = "file_changed"
    FORMAT_UNKNOWN = "format_unknown"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    LINE_TOO_LONG = "line_too_long"
    EXPORT_TARGET = "export_target"
    EXPORT_NOT_PROVEN = "export_not_proven"
    CONTACT_UNKNOWN = "contact_unknown"
    CONTACT_AMBIGUOUS = "contact_ambiguous"
    CONTACT_SAME = "contact_same"
    NOT_MERGED = "not_merged"
    NOT_REMOVED = "not_removed"
    CIRCLE_UNKNOWN = "circle_unknown"
    CIRCLE_NAMELESS = "circle_nameless"
    CIRCLE_THERE = "circle_there"
    CIRCLE_SAME = "circle_same"
    LIST_UNKNOWN = "list_unknown"
    LIST_NAMELESS = "list_nameless"
    LIST_EMPTY = "list_empty"
    LIST_THERE = "list_there"
    RELATION_UNKNOWN = "relation_unknown"
    ENTRY_UNKNOWN = "entry_unknown"
    TEXT_TOO_LONG = "text_too_long"
    OPERATION_UNKNOWN = "operation_unknown"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOTHING_TO_REDO = "nothing_to_redo"
    PROPERTY_MALFORMED = "property_malformed"
    NAME_MISSING = "name_missing"
    REMINDER_UNKNOWN = "reminder_unknown"
    REMINDER_EMPTY = "reminder_empty"
    REPEATS_NEVER = "repeats_never"
    PROMISE_UNKNOWN = "promise_unknown"
    PROMISE_EMPTY = "promise_empty"
    MOMENT_UNKNOWN = "moment_unknown"
    MOMENT_WITHOUT_DAY = "moment_without_day"
    DUE_MALFORMED = "due_malformed"
    DUE_AMBIGUOUS = "due_ambiguous"
    DUE_ID_UNKNOWN = "due_id_unknown"
    DUE_OVER = "due_over"
    RULE_REFUSED = "rule_refused"
    GAP_MALFORMED = "gap_malformed"
    GAPS_CONTRADICT = "gaps_contradict"
    ASSIGNMENT_MALFORMED = "assignment_malformed"
    ASSIGNMENT_OF_ONE = "assignment_of_one"
    MOMENT_MALFORMED = "moment_malformed"
    CAPTURE_UNCLEAR = "capture_unclear"
    CALENDAR_UNKNOWN = "calendar_unknown"
    EVENT_UNKNOWN = "event_unknown"
    ZONE_UNKNOWN = "zone_unknown"
    PLACE_UNKNOWN = "place_unknown"
    WRONG_USAGE = "wrong_usage"
    NOT_A_FOLDER = "not_a_folder"
    BOOK_MISSING = "book_missing"
    BOOK_EMPTY_BESIDE_BACKUPS = "book_empty_beside_backups"
    BOOK_BUSY = "book_busy"
    BOOK_FOREIGN = "book_foreign"
    BOOK_DAMAGED = "book_damaged"
    BOOK_NEWER = "book_newer"
    BOOK_REPLACED = "book_replaced"
    SQLITE_TOO_OLD = "sqlite_too_old"
    DISK_FULL = "disk_full"
    DISK_FAILING = "disk_failing"
    READ_ONLY = "read_only"
    OUT_OF_MEMORY = "out_of_memory"
    NO_DISPLAY = "no_display"
    AT_LOGIN = "at_login"
    LOOKUPS_OFF = "lookups_off"
    PROVIDER_UNKNOWN = "provider_unknown"
    PROVIDER_OFF = "provider_off"
    CONSENT_MISSING = "consent_missing"
    LOOKUP_REFUSED = "lookup_refused"
    KEEP_REFUSED = "keep_refused"
    KEEP_UNAGREED = "keep_unagreed"
    LOOKUP_NOTHING = "lookup_nothing"
    LOOKUP_NOT_READY = "lookup_not_ready"
    REASON_MISSING = "reason_missing"
    OFFLINE = "offline"
    HOST_UNKNOWN = "host_unknown"
    HOST_SILENT = "host_silent"
    PROXY_REFUSED = "proxy_refused"
    ADDRESS_REFUSED = "address_refused"
    TLS_REFUSED = "tls_refused"
    REDIRECT_REFUSED = "redirect_refused"
    TOO_SLOW = "too_slow"
    ANSWER_TOO_LARGE = "answer_too_large"
    ANSWER_BROKEN = "answer_broken"
    SLOW_DOWN = "slow_down"
    PROFILE_MISSING = "profile_missing"
    KEY_REFUSED = "key_refused"
    KEY_NEEDED = "key_needed"
    OPTED_OUT = "opted_out"
    ACCOUNT_UNKNOWN = "account_unknown"
    ACCOUNT_THERE = "account_there"
    ACCOUNT_UNSUPPORTED = "account_unsupported"
    SERVER_MALFORMED = "server_malformed"
    SERVER_MISSING = "server_missing"
    SERVER_FIXED = "server_fixed"
    KEY_MISSING = "key_missing"
    SECRET_MISSING = "secret_missing"  # noqa: S105 - the name of an error
    SECRET_UNUSABLE = "secret_unusable"  # noqa: S105
    KEYRING_NONE = "keyring_none"
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_SLOW = "keyring_slow"
    KEYRING_FAILED = "keyring_failed"


class UserError(Exception):
    """The world's fault. ``facts`` are plain values for the sentence, never personal data in logs."""

    def __init__(self, kind: ErrorKind, **facts: object) -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.facts = facts


class InputError(UserError):
    """What was given cannot be read."""


class UsageError(UserError):
    """What was asked cannot be meant; nothing was done (exit status 2)."""


class NotFoundError(UserError):
    """There is no such person, change, file or book."""


class BookBusyError(UserError):
    """Somebody else holds the book in a way that forbids this."""


class BookDamagedError(UserError):
    """The book's file is not whole, or is not a book."""


class BookNewerError(UserError):
    """The book was written by a newer Relate; it is left untouched."""


class StorageError(UserError):
    """The disk is full, read-only or failing; nothing was changed."""


class NetworkError(UserError):
    """A host cannot be asked, or did not answer as it should; the fact ``host`` says which."""


class KeyringError(UserError):
    """The system's keyring is not there, locked or failing; nothing was kept anywhere else."""


class Cancelled(Exception):  # noqa: N818 - a decision of the user, not an error
    """The user stopped a piece of work; nothing of it remains."""

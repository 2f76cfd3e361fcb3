"""Times, repetitions and ids of reminders in the words of a command line."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError

if TYPE_CHECKING:
    from relate_desktop.domain.present import Present
    from relate_desktop.domain.recurrence import Recurrence
    from relate_desktop.domain.reminder import DueTime
    from relate_desktop.domain.typed_due import TypedDue
    from relate_desktop.services.book import OpenBook

_DAY = len("2026-11-27")
_LONGEST_NUMBER = 18


def read_when(text: str, book: "OpenBook", present: "Present") -> "TypedDue":
    """When something is due: ISO 8601, or words such as ``friday at 9`` and ``in two weeks``.

    Raises UsageError(DUE_MALFORMED), and UsageError(DUE_AMBIGUOUS) where two days may be meant.
    """
    from relate_desktop.domain.typed_due import TypedDue
    from relate_desktop.services.typed_words import TypedWords
    from relate_desktop.system.language import spoken
    from relate_desktop.words.dates import full_day

    written = _iso(text.strip(), present)
    if written is not None:
        return TypedDue(written)
    found = TypedWords(book.present, spoken).due(text) if text.strip() else None
    if found is None:
        raise UsageError(ErrorKind.DUE_MALFORMED, text=text)
    if found.other is not None and found.due is not None:
        days = (full_day(found.due.on), full_day(found.other))
        raise UsageError(ErrorKind.DUE_AMBIGUOUS, text=text, days=days)
    return found


def read_repeat(text: str, due: "DueTime", present: "Present") -> "Recurrence":
    """The rule that ``--repeat`` says. Raises UsageError(RULE_REFUSED)."""
    from relate_desktop.domain.recurrence_text import RefusedRule, read_rule
    from relate_desktop.domain.wall_time import zone_named

    rule = read_rule(text, at=due.at, zone=zone_named(due.zone, present.here))
    if isinstance(rule, RefusedRule):
        raise UsageError(ErrorKind.RULE_REFUSED, text=text)
    return rule


def parted_id(text: str) -> tuple[str, int]:
    """Whether an id is a reminder's (``r``) or a promise's (``p``), and its number.

    A bare number is a reminder's. Raises NotFoundError(DUE_ID_UNKNOWN).
    """
    word = text.strip().lower()
    kind, number = (word[0], word[1:]) if word[:1] in {"r", "p"} else ("r", word)
    if not (number.isascii() and number.isdecimal() and len(number) <= _LONGEST_NUMBER):
        raise NotFoundError(ErrorKind.DUE_ID_UNKNOWN, id=text)
    return kind, int(number)


def _iso(text: str, present: "Present") -> "DueTime | None":
    from relate_desktop.domain.reminder import DueTime
    from relate_desktop.domain.typed_due import zone_name

    try:
        if len(text) == _DAY:
            return DueTime(date.fromisoformat(text))
        moment = datetime.fromisoformat(text)
        local = moment if moment.tzinfo is None else moment.astimezone(present.here)
    except (ValueError, OverflowError):
        return None
    zone = zone_name(present.here)
    if moment.tzinfo is not None and not zone:  # a moment is a moment, also where no zone has a name
        local, zone = moment.astimezone(UTC), "Etc/UTC"
    at = local.time().replace(second=0, microsecond=0, tzinfo=None, fold=0)
    return DueTime(local.date(), at, zone)

"""When something is due, as somebody types it into a field: ``in 10 days``, ``friday 14:00``.

The words are those of quick capture, and every word has to be understood: a time that is
only half read would be a day nobody meant.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from relate_desktop.domain.cadence import read_gap
from relate_desktop.domain.capture_days import LONGEST_AWAY, Resolved, Toward, resolved
from relate_desktop.domain.capture_tokens import Token, tokenize
from relate_desktop.domain.capture_when import FoundWhen, find_lengths, find_times
from relate_desktop.domain.capture_words import Language, Shape, TimeWords
from relate_desktop.domain.present import Present
from relate_desktop.domain.recurrence import Recurrence
from relate_desktop.domain.reminder import DueTime
from relate_desktop.domain.wall_time import LONGEST_ZONE_NAME, moved

_LENGTH = re.compile(r"(?:(?P<hours>\d{1,3})\s*(?::|h)\s*)?(?P<minutes>\d{1,5})")
LONGEST_LENGTH = 14 * 24 * 60
"""Minutes that something may have taken."""
LONGEST = 200
"""Letters of a field that are read; no time has more."""


@dataclass(frozen=True, slots=True)
class TypedDue:
    """What typed words come to. ``due`` is None for *when there is room*.

    ``repeats`` is the rule, where the words have one. ``other`` is the other day they may mean.
    """

    due: DueTime | None
    repeats: Recurrence | None = None
    other: date | None = None

    def moment(self, present: Present) -> datetime | None:
        """The moment it comes to, in UTC; None for *when there is room*."""
        return None if self.due is None else self.due.moment(present)


def read_due(
    text: str, languages: Iterable[Language], present: Present, toward: Toward = Toward.FUTURE
) -> TypedDue | None:
    """What the words mean in the first language that understands all of them; None in none.

    No words at all are *when there is room*. ``toward`` says which ``friday`` is meant.
    """
    if len(text) > LONGEST:
        return None
    if not text.strip():
        return TypedDue(None)
    found = (_read(text, language, present, toward) for language in languages)
    return next((typed for typed in found if typed is not None), None) or _gap(text, present)


def read_length(text: str, languages: Iterable[Language]) -> int | None:
    """The minutes that words name, a bare number being minutes; None where a word is left over."""
    words = text.strip()
    if len(words) > LONGEST:
        return None
    if match := _LENGTH.fullmatch(words):
        minutes = 60 * int(match["hours"] or 0) + int(match["minutes"])
        return minutes if 0 < minutes <= LONGEST_LENGTH else None
    for language in languages:
        tokens = tokenize(words, dot_ordinals=False, titles=language.titles, dotted=language.dotted)
        found = find_lengths(tokens, language.times)
        if len(found) == 1 and (found[0].start, found[0].stop) == (0, len(tokens)):
            return found[0].minutes if 0 < found[0].minutes <= LONGEST_LENGTH else None
    return None


def zone_name(zone: tzinfo) -> str:
    """The IANA name of a zone, empty where it has none: what is due there then floats.

    A bare offset of whole hours has one as well, with its sign turned round: ``Etc/GMT-9``.
    """
    if isinstance(zone, timezone):
        hours, rest = divmod(zone.utcoffset(None), timedelta(hours=1))
        if rest or not -12 <= hours <= 14:
            return ""
        return f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"
    key = zone.key if isinstance(zone, ZoneInfo) else ""
    return key if key is not None and len(key) <= LONGEST_ZONE_NAME else ""


def _gap(text: str, present: Present) -> TypedDue | None:
    """``2w``, ``10d``: so long from today."""
    days = read_gap(text)
    return None if days is None else TypedDue(DueTime(moved(present.today, days)))


def _read(text: str, language: Language, present: Present, toward: Toward) -> TypedDue | None:
    # Nobody's name stands in this field, so short days need no capital.
    words = replace(language.times, risky=frozenset())
    tokens = tokenize(text, dot_ordinals=words.dot_ordinals, titles=language.titles, dotted=language.dotted)
    links = language.at_words | language.places | language.definite
    found = _understood(tokens, words, links, present, toward)
    if found is None and tokens and (weekday := words.weekdays.get(tokens[0].folded)) is not None:
        dated = _understood(tokens[1:], words, links, present, toward)
        found = dated if dated is not None and dated.on and dated.on.weekday() == weekday else None
    return None if found is None else _typed(found, present)


def _understood(
    tokens: Sequence[Token], words: TimeWords, links: Collection[str], present: Present, toward: Toward
) -> Resolved | None:
    """The time that all the tokens together name; None where a word is left over."""
    times = find_times(tokens, words)
    timed = {place for found in times for place in range(found.start, found.stop)}
    left = [token for place, token in enumerate(tokens) if place not in timed]
    if any(token.text not in {",", "."} and token.folded not in links for token in left):
        return None
    return _one(times, present, toward)


def _one(times: tuple[FoundWhen, ...], present: Present, toward: Toward) -> Resolved | None:
    """The day and hour of one time, or of a day and an hour apart; None for anything else."""
    days = [found.when for found in times if found.when.shape is not Shape.TIME]
    hours = [found.when for found in times if found.when.shape is Shape.TIME]
    if len(days) > 1 or len(hours) > 1 or not times or (days and hours and days[0].hour is not None):
        return None
    if any(when.unit is not None and (when.n or 0) > LONGEST_AWAY[when.unit] for when in days):
        return None
    found = resolved((days or hours)[0], present, toward)
    if days and hours:
        return replace(found, at=resolved(hours[0], present, toward).at)
    return found


def _typed(found: Resolved, present: Present) -> TypedDue | None:
    if found.room:
        return TypedDue(None)
    if found.on is None:
        return None
    zone = zone_name(present.here) if found.at is not None else ""
    other = found.days[1] if len(found.days) > 1 else None
    return TypedDue(DueTime(found.on, found.at, zone), found.repeats, other)

"""When something is due, and why it is there: in rows, in fields and in full."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from relate_desktop.domain.due_list import DueGroup, DueRow
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.recurrence import Recurrence
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.domain.text import fold, isolate
from relate_desktop.domain.typed_due import TypedDue
from relate_desktop.words.dates import day_in_row, full_day, month_name, short_month_name, weekday_name
from relate_desktop.words.numbers import count_words, listed, sentence
from relate_desktop.words.reminders import repeats
from relate_desktop.words.translation import _, ngettext, pgettext

_WEEK = 7
_WORD = 3
"""Letters of a word of a name by which somebody is meant."""


def clock_time(at: time) -> str:
    """An hour of the day: ``14:00``."""
    return f"{at:%H:%M}"


def snooze_time(until: datetime | None, present: Present) -> str:
    """The moment a snooze comes to, short: ``09:40``, ``Wed 08:30``, ``Mon 30 Nov``, ``no date``."""
    if until is None:
        return _("no date")
    local = until.astimezone(present.here)
    days = (local.date() - present.today).days
    if days <= 0:
        return clock_time(local.time())
    weekday = short_weekday(local.date())
    if days == 1:
        return _("{weekday} {time}").format(weekday=weekday, time=clock_time(local.time()))
    month = short_month_name(local.month)
    return _("{weekday} {day} {month}").format(weekday=weekday, day=local.day, month=month)


def snoozed_words(until: datetime | None, present: Present) -> str:
    """A moment inside a sentence: ``Wednesday, 08:30``; ``there is room`` for none."""
    if until is None:
        return _("there is room")
    local = until.astimezone(present.here)
    return _at(day_in_row(local.date(), present.today), local.time())


def asked_at(moment: datetime, present: Present) -> str:
    """A moment in a question: ``at 14:00``, ``tomorrow at 14:00``, ``on Friday at 14:00``."""
    local = moment.astimezone(present.here)
    at = clock_time(local.time())
    days = (local.date() - present.today).days
    if days == 0:
        return _("at {time}").format(time=at)
    if days == 1:
        return _("tomorrow at {time}").format(time=at)
    return _("on {day} at {time}").format(day=day_in_row(local.date(), present.today), time=at)


def short_weekday(day: date) -> str:
    """The day of the week, short: ``Wed``."""
    return (
        pgettext("short day", "Mon"),
        pgettext("short day", "Tue"),
        pgettext("short day", "Wed"),
        pgettext("short day", "Thu"),
        pgettext("short day", "Fri"),
        pgettext("short day", "Sat"),
        pgettext("short day", "Sun"),
    )[day.weekday()]


def due_in_field(due: DueTime | None, today: date) -> str:
    """A due time as a field shows it; typed again it means the same."""
    if due is None:
        return _("when there is room")
    distance = (due.on - today).days
    if distance in {0, 1}:
        day = day_in_row(due.on, today)
    elif 1 < distance < _WEEK:
        day = weekday_name(due.on)
    else:
        day = _("{day} {month} {year}").format(
            day=due.on.day, month=month_name(due.on.month), year=due.on.year
        )
    return _at(day, due.at)


def due_in_full(typed: TypedDue, today: date) -> str:
    """What typed words come to: ``Friday 27 November 2026, 14:00``, with what else they may mean."""
    if typed.due is None:
        return _("When there is room, no date")
    said = _at(full_day(typed.due.on), typed.due.at)
    if typed.repeats is not None:
        return _("{rule}, first on {day}").format(rule=repeats(typed.repeats), day=said)
    if typed.due.on < today:
        return _("{day}, which has passed").format(day=said)
    if typed.other is not None:
        return _("{day}, not {other}").format(day=said, other=full_day(typed.other))
    return said


def when_in_row(row: DueRow, present: Present) -> str:
    """When, at the end of a row: ``any time``, ``14:00``, ``Thursday``, ``30 Nov``, ``no date``."""
    if row.tell_at is None:
        return _("no date")
    local = row.tell_at.astimezone(present.here)
    at = local.time() if row.timed else None
    if local.date() == present.today:
        return _("any time") if at is None else clock_time(at)
    return _at(_day_either_way(local.date(), present.today), at)


def due_chip(row: DueRow, present: Present) -> str:
    """When, as a chip: ``Today, 14:00``, ``Thursday``, ``No date``."""
    if row.tell_at is None:
        return _("No date")
    local = row.tell_at.astimezone(present.here)
    day = _day_either_way(local.date(), present.today)
    return sentence(_at(day, local.time() if row.timed else None))


def repeats_chip(rule: Recurrence | None) -> str:
    """How often, as a chip: ``Once``, ``Every year``."""
    return _("Once") if rule is None else repeats(rule)


def unsaid(row: DueRow, called: Sequence[str]) -> tuple[str, ...]:
    """Those whom a row is about where its own text does not name them; of a promise always."""
    named = row.promise is None and all(_names(row.text, name) for name in called)
    return () if named else tuple(called)


def _names(text: str, called: str) -> bool:
    """Whether a text names somebody: with the whole name, or with a longer word of it."""
    said, name = fold(text), fold(called)
    words = set(re.findall(r"\w+", said))
    if any(word in words for word in name.split() if len(word) >= _WORD):
        return True
    return name in (words if name.isascii() else said)


def why_in_row(
    row: DueRow, names: tuple[str, ...], present: Present, told: tuple[str, date] | None = None
) -> str:
    """Why a row is there: who promised, which note it comes from, how often it returns.

    ``names`` are those it is about, where its own text does not say so; none otherwise. ``told``
    is kind and day of the entry it came from.
    """
    called = listed([isolate(name) for name in names])
    if row.promise is not None:
        return _why_promised(row.promise, called or _("somebody"), present.today)
    why = "" if row.reminder is None else _why(row.reminder, present, told)
    return " · ".join(part for part in (called, why) if part)


def owed_choice(owed_by: OwedBy) -> str:
    """Who promised, as a choice."""
    return {OwedBy.MINE: _("I promised"), OwedBy.THEIRS: _("They promised")}[owed_by]


def moved_quietly(rows: int) -> str:
    """That so many rows stepped back to *when there is room*."""
    return ngettext(
        "{count} from before, moved here quietly", "{count} from before, moved here quietly", rows
    ).format(count=count_words(rows))


def row_sentence(text: str, called: str, when: str) -> str:
    """A row for assistive tools: ``Send the cover, Layla, any time``."""
    return ", ".join(part for part in (text, isolate(called) if called else "", when) if part)


def group_fits(group: DueGroup) -> str:
    """What dropping a row on a group does, for its description."""
    return {
        DueGroup.TODAY: _("Today, any time"),
        DueGroup.THIS_WEEK: _("Tomorrow"),
        DueGroup.LATER: _("The first working day of next week"),
        DueGroup.ROOM: _("No date"),
    }[group]


def _why_promised(promise: Promise, called: str, today: date) -> str:
    said = {
        OwedBy.MINE: _("You promised {name} · {day}"),
        OwedBy.THEIRS: _("{name} promised you · {day}"),
    }[promise.owed_by]
    return said.format(name=called, day=day_in_row(promise.made_on, today))


def _why(reminder: Reminder, present: Present, told: tuple[str, date] | None) -> str:
    day = present.day_of(reminder.created_at)
    if reminder.repeats is not None:
        return repeats(reminder.repeats)
    if told is not None and told[0] in set(InteractionKind):
        day = told[1]
        return _from_conversation(InteractionKind(told[0])).format(day=_day_and_month(day, present.today))
    if reminder.told_in is not None:
        day = day if told is None else told[1]
        return _("From your note of {day}").format(day=_day_and_month(day, present.today))
    if day == present.today:
        return _("Written down today")
    return _("Written down on {day}").format(day=_day_and_month(day, present.today))


def _from_conversation(kind: InteractionKind) -> str:
    return {
        InteractionKind.CALL: _("From your call of {day}"),
        InteractionKind.MEETING: _("From when you met on {day}"),
        InteractionKind.MESSAGE: _("From a message of {day}"),
        InteractionKind.MAIL: _("From a mail of {day}"),
        InteractionKind.OTHER: _("From a conversation of {day}"),
    }[kind]


def _day_and_month(day: date, today: date) -> str:
    said = _("{day} {month}").format(day=day.day, month=month_name(day.month))
    return said if day.year == today.year else _("{day} {year}").format(day=said, year=day.year)


def _day_either_way(day: date, today: date) -> str:
    """A day that may have passed: a weekday is always one to come."""
    if -_WEEK < (day - today).days < -1:
        return _("{day} {month}").format(day=day.day, month=short_month_name(day.month))
    return day_in_row(day, today)


def _at(day: str, at: time | None) -> str:
    return day if at is None else _("{day}, {time}").format(day=day, time=clock_time(at))

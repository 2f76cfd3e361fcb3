"""Today in sentences: the greeting, what waits and why, what comes, what is done."""

from collections.abc import Sequence
from datetime import date, datetime, time

from relate_desktop.domain.due_list import DueRow
from relate_desktop.domain.due_reason import DueOrigin, DueReason
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.meetings import Meeting
from relate_desktop.domain.moment import MomentDay
from relate_desktop.domain.present import Present
from relate_desktop.domain.text import display, isolate, squeezed, visible
from relate_desktop.words.conversations import kind_name
from relate_desktop.words.dates import day_in_row, full_day, month_name, weekday_name
from relate_desktop.words.numbers import count_words, listed, sentence
from relate_desktop.words.reminders import repeats
from relate_desktop.words.translation import _, ngettext

_LONGEST_TITLE = 500

MORNING, AFTERNOON, EVENING = time(4), time(12), time(18)
_WEEK = 7
_NAMED = 3
"""So many things of what is done are told by name."""
_LONGEST = 80


def greeting(at: time, your_name: str) -> str:
    """How the day begins to be told: ``Good morning, Robin``."""
    name = display(your_name, _LONGEST)
    if MORNING <= at < AFTERNOON:
        said, named = _("Good morning"), _("Good morning, {you}")
    elif AFTERNOON <= at < EVENING:
        said, named = _("Good afternoon"), _("Good afternoon, {you}")
    else:
        said, named = _("Good evening"), _("Good evening, {you}")
    return named.format(you=name) if your_name.strip() else said


def day_summary(day: date, to_do: int, to_meet: int, people: int) -> str:
    """The day and what is in it: ``Tuesday 24 November. Three things to do and two people to meet.``"""
    named = _("{weekday} {day} {month}.").format(
        weekday=weekday_name(day), day=day.day, month=month_name(day.month)
    )
    parts = []
    if to_do:
        things = ngettext("{count} thing to do", "{count} things to do", to_do)
        parts.append(things.format(count=count_words(to_do)))
    if to_meet:
        met = ngettext("{count} person to meet", "{count} people to meet", to_meet)
        parts.append(met.format(count=count_words(to_meet)))
    if people:
        others = ngettext("{count} person to think of", "{count} people to think of", people)
        parts.append(others.format(count=count_words(people)))
    if not parts:
        return named
    return _("{day} {what}.").format(day=named, what=sentence(listed(parts)))


def first_day_summary(people: int) -> str:
    """The first day: who is here, and that it takes no more."""
    here = ngettext(
        "{count} person is here, safe on this laptop.",
        "{count} people are here, safe on this laptop.",
        people,
    ).format(count=f"{people:,}")
    return _("{here} This is all it takes to begin.").format(here=here)


def on_day(day: date, today: date) -> str:
    """A day inside a sentence: ``today``, ``on Friday``, ``on 9 November``, with the year if it differs."""
    distance = (today - day).days
    if distance in {-1, 0, 1}:
        return day_in_row(day, today)
    if abs(distance) < _WEEK:
        return _("on {day}").format(day=weekday_name(day))
    return _("on {day}").format(day=day_and_month(day, today))


def day_and_month(day: date, today: date) -> str:
    """``9 November``, with the year if it is another one."""
    said = _("{day} {month}").format(day=day.day, month=month_name(day.month))
    return said if day.year == today.year else _("{day} {year}").format(day=said, year=day.year)


def why_due(row: DueRow, reason: DueReason, called: str, today: date) -> str:
    """Why something is here: ``You promised Layla this on Friday``, ``From your note of 9 November``."""
    if row.reminder is not None and row.reminder.repeats is not None:
        return repeats(row.reminder.repeats)
    return whence(reason, called, today)


def whence(reason: DueReason, called: str, today: date) -> str:
    """Where something due came from; without a name where nobody is ``called``."""
    when = on_day(reason.on, today)
    if reason.origin is DueOrigin.NOTE:
        return _("From your note of {day}").format(day=day_and_month(reason.on, today))
    if reason.origin is DueOrigin.CONVERSATION:
        return _from_conversation(reason.kind or InteractionKind.OTHER).format(when=when)
    said = {
        DueOrigin.I_PROMISED: _("You promised {name} this {when}")
        if called
        else _("You promised this {when}"),
        DueOrigin.THEY_PROMISED: _("{name} promised you this {when}")
        if called
        else _("This was promised to you {when}"),
        DueOrigin.WRITTEN: _("You wrote this down {when}"),
    }[reason.origin]
    return said.format(name=isolate(called), when=when)


def _from_conversation(kind: InteractionKind) -> str:
    return {
        InteractionKind.CALL: _("From your call {when}"),
        InteractionKind.MEETING: _("From your meeting {when}"),
        InteractionKind.MESSAGE: _("From your messages {when}"),
        InteractionKind.MAIL: _("From your mail {when}"),
        InteractionKind.OTHER: _("From your conversation {when}"),
    }[kind]


def due_when(tell_at: datetime | None, present: Present, *, timed: bool) -> str:
    """When something is to be done, in a row: ``any time``, ``after 14:00``, ``since Friday``."""
    if tell_at is None:
        return _("any time")
    day = present.day_of(tell_at)
    if day > present.today:
        return day_in_row(day, present.today)
    if day < present.today:
        return _("since {day}").format(day=day_in_row(day, present.today))
    if not timed:
        return _("any time")
    hour = f"{tell_at.astimezone(present.here):%H:%M}"
    said = _("after {hour}") if tell_at > present.now else _("since {hour}")
    return said.format(hour=hour)


def due_when_in_full(tell_at: datetime | None, present: Present, *, timed: bool) -> str:
    """The same in full, for a tooltip: ``Tuesday 24 November 2026, 14:00``."""
    if tell_at is None:
        return ""
    local = tell_at.astimezone(present.here)
    day = full_day(local.date())
    return _("{day}, {time}").format(day=day, time=f"{local:%H:%M}") if timed else day


def longer_rhythm(gap: str) -> str:
    """The offer of a longer rhythm: ``Every four months instead``."""
    return _("Every {gap} instead").format(gap=gap)


def meeting_title(meeting: Meeting) -> str:
    """What a meeting is called, and whether it comes again and again that day; one safe line."""
    title = visible(squeezed(meeting.title), _LONGEST_TITLE)
    if not meeting.more:
        return title
    return _("{title}, and more times that day").format(title=isolate(title or kind_name(meeting.kind)))


def length_words(minutes: int | None) -> str:
    """How long a meeting is, in a row: ``45 min``, ``1 hour``, ``1 h 30 min``; empty where nobody said."""
    if minutes is None or minutes <= 0:
        return ""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{count} min").format(count=rest)
    if not rest:
        return ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def several_called(names: Sequence[str]) -> str:
    """Whom one meets: ``Ton and Kavitha``, ``Ton, Kavitha and 3 more``."""
    shown = [visible(name, _LONGEST) for name in names[:_NAMED]]
    more = len(names) - len(shown)
    if more:
        shown.append(ngettext("{count} more", "{count} more", more).format(count=more))
    return shown[0] if len(shown) == 1 else listed([isolate(name) for name in shown])


def from_calendar(calendar: str) -> str:
    """Where the meetings of a day stand: ``from the calendar Studio``; empty where in none."""
    return _("from the calendar {name}").format(name=display(calendar, _LONGEST)) if calendar else ""


def how_it_went(called: str) -> str:
    """The beginning of a line about a meeting that is over, to be gone on with."""
    return _("Met {name} today: ").format(name=called)


def stepped_back(count: int) -> str:
    """That something older was moved away quietly; said once."""
    return ngettext(
        "{count} older one moved quietly to “When there is room”.",
        "{count} older ones moved quietly to “When there is room”.",
        count,
    ).format(count=sentence(count_words(count)))


def more_in_reminders(count: int) -> str:
    """What does not stand on Today: ``4 more in Reminders``."""
    return ngettext("{count} more in Reminders", "{count} more in Reminders", count).format(count=count)


def done_today(texts: Sequence[str]) -> str:
    """What is done: ``Done today: thank Kavitha, call Layla and three more``."""
    named = [display(text, _LONGEST) for text in texts[:_NAMED]]
    more = len(texts) - len(named)
    if more:
        named.append(ngettext("{count} more", "{count} more", more).format(count=count_words(more)))
    return _("Done today: {list}").format(list=listed(named))


def moment_name(found: MomentDay, called: str) -> str:
    """What a day is: ``Hoa turns 40``, ``Hoa’s birthday``, ``Nikos: opens his studio``."""
    name, moment = isolate(called), found.moment
    if moment.label:
        label = display(moment.label, _LONGEST)
        return _("{name}: {what}").format(name=name, what=label) if called else label
    if found.years is None:
        return {
            DateKind.BIRTHDAY: _("{name}’s birthday"),
            DateKind.ANNIVERSARY: _("{name}’s anniversary"),
            DateKind.DEATH: _("Remembering {name}"),
            DateKind.OTHER: _("A day to remember for {name}"),
        }[moment.kind].format(name=name)
    return {
        DateKind.BIRTHDAY: _("{name} turns {years}"),
        DateKind.ANNIVERSARY: ngettext(
            "{name}’s anniversary, {years} year", "{name}’s anniversary, {years} years", found.years
        ),
        DateKind.DEATH: ngettext(
            "Remembering {name}, {years} year", "Remembering {name}, {years} years", found.years
        ),
        DateKind.OTHER: ngettext(
            "A day to remember for {name}, {years} year",
            "A day to remember for {name}, {years} years",
            found.years,
        ),
    }[moment.kind].format(name=name, years=found.years)


def moment_when(day: date, today: date) -> str:
    """When a day comes, by itself: ``Tomorrow``, ``Thursday``, ``12 December``."""
    if abs((day - today).days) < _WEEK:
        return sentence(day_in_row(day, today))
    return day_and_month(day, today)


def late_wish(found: MomentDay, called: str, today: date) -> str:
    """A day that has just passed: ``Olena’s birthday was on Friday. A late wish is still welcome.``"""
    said = {
        DateKind.BIRTHDAY: _("{name}’s birthday was {when}. A late wish is still welcome."),
        DateKind.ANNIVERSARY: _("{name}’s anniversary was {when}. A late wish is still welcome."),
        DateKind.DEATH: _("{name} was remembered {when}."),
        DateKind.OTHER: _("A day of {name} was {when}. A late wish is still welcome."),
    }[found.moment.kind]
    return said.format(name=isolate(called), when=on_day(found.on, today))


def resting(called: str, until: date, today: date) -> str:
    """What a rest is called: ``João is resting until 8 December``."""
    return _("{name} is resting until {day}").format(name=isolate(called), day=day_and_month(until, today))


def pacing_rule(a_day: int, a_week: int) -> str:
    """How Relate chooses whom it has been a while with, in one paragraph."""
    return _(
        "Only people with a rhythm are named here: one you chose for them, or one you agreed to. "
        "It has been a while when the gap passes the latest you set, or is clearly longer than usual. "
        "At most {day} people a day and {week} a week, never on days off or in quiet hours, and nobody "
        "twice within three days. Who has two unanswered notes from you is left to rest. There is no score."
    ).format(day=count_words(a_day), week=count_words(a_week))


def leave_them_be(called: str) -> str:
    """The question after *not now* twice in a row."""
    return _("Leave {name} be?").format(name=isolate(called))

"""Reminders and promises: headings, snoozing, repeating, pop-ups."""

from datetime import date

from relate_desktop.domain.due_list import DueGroup
from relate_desktop.domain.pop_ups import PopUpKind
from relate_desktop.domain.promise import OwedBy
from relate_desktop.domain.recurrence import ByDay, Frequency, LeapDay, Recurrence
from relate_desktop.domain.recurrence_text import RuleRefusal
from relate_desktop.domain.snooze import Snooze
from relate_desktop.domain.text import isolate
from relate_desktop.words.dates import full_day, month_name, weekday_name
from relate_desktop.words.numbers import count_words, listed, sentence
from relate_desktop.words.translation import _, ngettext

_A_MONDAY = date(2001, 1, 1)


def group_name(group: DueGroup) -> str:
    """The heading of a group of reminders."""
    return {
        DueGroup.TODAY: _("Today"),
        DueGroup.THIS_WEEK: _("Later this week"),
        DueGroup.LATER: _("Later"),
        DueGroup.ROOM: _("When there is room"),
    }[group]


def snooze_name(snooze: Snooze) -> str:
    """A choice of the snooze menu."""
    return {
        Snooze.HOUR: _("In one hour"),
        Snooze.EVENING: _("This evening"),
        Snooze.TOMORROW: _("Tomorrow"),
        Snooze.NEXT_WEEK: _("Next week"),
        Snooze.ROOM: _("When there is room"),
    }[snooze]


def owed(owed_by: OwedBy, called: str) -> str:
    """Who owes whom: ``You promised Anna``, ``Anna promised you``."""
    said = {OwedBy.MINE: _("You promised {name}"), OwedBy.THEIRS: _("{name} promised you")}[owed_by]
    return said.format(name=isolate(called))


def pop_up_title(kind: PopUpKind, count: int, text: str) -> str:
    """The title of a pop-up; a single one is titled by the reminder itself."""
    return {
        PopUpKind.SINGLE: text,
        PopUpKind.SUMMARY: ngettext("{count} thing for today", "{count} things for today", count),
        PopUpKind.CATCH_UP: ngettext(
            "{count} reminder while you were away", "{count} reminders while you were away", count
        ),
    }[kind].format(count=count)


def repeats(rule: Recurrence) -> str:
    """How a reminder repeats: ``Every 2 weeks on Monday, until 24 December 2026``."""
    said = _every(rule)
    if rule.after_done:
        said = _("{every} after it is done").format(every=said)
    if rule.by_day:
        said = _("{every} on {days}").format(every=said, days=listed([_by_day(by) for by in rule.by_day]))
    if rule.by_month_day:
        days = listed([_month_day(day) for day in rule.by_month_day])
        said = _("{every} on {days}").format(every=said, days=days)
    if rule.by_month:
        months = listed([month_name(month) for month in rule.by_month])
        said = _("{every} in {months}").format(every=said, months=months)
    if rule.until is not None:
        said = _("{every}, until {day}").format(every=said, day=full_day(rule.until))
    if rule.count is not None:
        times = ngettext("{count} time", "{count} times", rule.count).format(count=count_words(rule.count))
        said = _("{every}, {times}").format(every=said, times=times)
    return sentence(said)


def leap_day_name(leap_day: LeapDay) -> str:
    """When 29 February is kept in common years."""
    return {LeapDay.FEBRUARY: _("On 28 February"), LeapDay.MARCH: _("On 1 March")}[leap_day]


def refusal_words(reason: RuleRefusal) -> str:
    """Why a repetition is kept as text only."""
    return {
        RuleRefusal.MALFORMED: _("It is not spelled as a repetition."),
        RuleRefusal.FREQUENCY: _("It does not repeat by days, weeks, months or years."),
        RuleRefusal.BOUNDS: _("It repeats more often or over a longer time than a reminder can."),
        RuleRefusal.PART: _("It has a condition that reminders do not follow."),
        RuleRefusal.NEVER: _("There is no such day."),
    }[reason]


def _every(rule: Recurrence) -> str:
    count = rule.interval
    one, several = {
        Frequency.DAILY: (_("every day"), ngettext("every {count} day", "every {count} days", count)),
        Frequency.WEEKLY: (_("every week"), ngettext("every {count} week", "every {count} weeks", count)),
        Frequency.MONTHLY: (_("every month"), ngettext("every {count} month", "every {count} months", count)),
        Frequency.YEARLY: (_("every year"), ngettext("every {count} year", "every {count} years", count)),
    }[rule.frequency]
    return one if count == 1 else several.format(count=count_words(count))


def _by_day(by: ByDay) -> str:
    day = weekday_name(date.fromordinal(_A_MONDAY.toordinal() + by.weekday))
    if by.nth is None:
        return day
    if by.nth == -1:
        return _("the last {day}").format(day=day)
    if by.nth < 0:
        return _("{day} no. {count} from the end").format(day=day, count=-by.nth)
    return _("{day} no. {count}").format(day=day, count=by.nth)


def _month_day(day: int) -> str:
    if day == -1:
        return _("the last day")
    if day < 0:
        return _("day {day} from the end").format(day=-day)
    return _("day {day}").format(day=day)

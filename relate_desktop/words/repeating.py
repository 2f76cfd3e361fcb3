"""The parts of a repetition, as a form asks for them."""

from datetime import date, timedelta

from relate_desktop.domain.recurrence import ByDay, Frequency
from relate_desktop.domain.repeating import Repeats
from relate_desktop.words.dates import weekday_name
from relate_desktop.words.translation import _, ngettext, pgettext

_A_MONDAY = date(2001, 1, 1)


def repeats_name(repeats: Repeats) -> str:
    """A choice of the field *Repeats*."""
    return {
        Repeats.ONCE: _("Once"),
        Repeats.DAILY: _("Every day"),
        Repeats.WORKING_DAYS: _("Every working day"),
        Repeats.WEEKLY: _("Every week"),
        Repeats.MONTHLY: _("Every month"),
        Repeats.YEARLY: _("Every year"),
        Repeats.AFTER_DONE: _("Some time after I mark it done"),
        Repeats.OWN: _("In another way…"),
        Repeats.KEPT: _("As it is"),
    }[repeats]


def unit_name(frequency: Frequency, count: int) -> str:
    """The step of a rule behind its number: ``days``, ``week``."""
    return {
        Frequency.DAILY: ngettext("day", "days", count),
        Frequency.WEEKLY: ngettext("week", "weeks", count),
        Frequency.MONTHLY: ngettext("month", "months", count),
        Frequency.YEARLY: ngettext("year", "years", count),
    }[frequency]


def nth_name(nth: int) -> str:
    """Which of its kind in a month: ``first``, ``last``."""
    return {
        1: pgettext("weekday of a month", "first"),
        2: pgettext("weekday of a month", "second"),
        3: pgettext("weekday of a month", "third"),
        4: pgettext("weekday of a month", "fourth"),
        -1: pgettext("weekday of a month", "last"),
    }.get(nth, str(nth))


def weekday_of_month(by: ByDay) -> str:
    """``the last Friday``."""
    day = weekday_name(_A_MONDAY + timedelta(days=by.weekday))
    return _("the {nth} {weekday}").format(nth=nth_name(by.nth or 1), weekday=day)


def day_of_month(day: int) -> str:
    """``on day 12``, ``on the last day``."""
    return _("on the last day") if day == -1 else _("on day {day}").format(day=day)


def weekday_number(number: int) -> str:
    """The name of a weekday, Monday being 0."""
    return weekday_name(_A_MONDAY + timedelta(days=number))


def ahead_name(ahead: timedelta, *, timed: bool) -> str:
    """How long before it is told: ``At that time``, ``On the day``, ``2 days before``."""
    if not ahead:
        return _("At that time") if timed else _("On the day")
    minutes = round(ahead.total_seconds() / 60)
    if minutes % (7 * 1440) == 0:
        count = minutes // (7 * 1440)
        return ngettext("{count} week before", "{count} weeks before", count).format(count=count)
    if minutes % 1440 == 0:
        count = minutes // 1440
        return ngettext("{count} day before", "{count} days before", count).format(count=count)
    if minutes % 60 == 0:
        count = minutes // 60
        return ngettext("{count} hour before", "{count} hours before", count).format(count=count)
    return ngettext("{count} minute before", "{count} minutes before", minutes).format(count=minutes)

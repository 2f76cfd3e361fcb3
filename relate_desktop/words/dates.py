"""Days, moments and elapsed time as people say them."""

from datetime import date, datetime

from relate_desktop.words.translation import _, ngettext, pgettext

_WEEK = 7
_MONTH = 30
_YEAR = 365


def day_in_row(day: date, today: date) -> str:
    """A day in a row: today, yesterday, a weekday within six days, else ``12 Nov``, year if it differs."""
    distance = (today - day).days
    if distance == 0:
        return _("today")
    if distance == 1:
        return _("yesterday")
    if distance == -1:
        return _("tomorrow")
    if abs(distance) < _WEEK:
        return weekday_name(day)
    short = _("{day} {month}").format(day=day.day, month=short_month_name(day.month))
    if day.year == today.year:
        return short
    return _("{day} {year}").format(day=short, year=day.year)


def moment_in_row(moment: datetime, now: datetime) -> str:
    """A moment in a row, in the system's zone: the hour today, else the day."""
    local, present = moment.astimezone(), now.astimezone()
    if local.date() == present.date():
        return _("today, {time}").format(time=f"{local:%H:%M}")
    return day_in_row(local.date(), present.date())


def full_moment(moment: datetime) -> str:
    """A moment for tooltips and descriptions: ``Tuesday 24 November 2026, 09:00``."""
    local = moment.astimezone()
    return _("{day}, {time}").format(day=full_day(local.date()), time=f"{local:%H:%M}")


def full_day(day: date) -> str:
    """A day in full: ``Tuesday 24 November 2026``."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=weekday_name(day),
        day=day.day,
        month=month_name(day.month),
        year=day.year,
    )


def parts_of_date(year: int | None, month: int | None, day: int | None) -> str:
    """A date of which parts may be unknown: ``3 March``, ``March 1985``, ``1985``, ``day 3``."""
    if month is None:
        return _("day {day}").format(day=day) if day and not year else str(year or "")
    known = month_name(month)
    if day is not None:
        known = _("{day} {month}").format(day=day, month=known)
    return known if year is None else _("{day} {year}").format(day=known, year=year)


def elapsed(moment: datetime, now: datetime) -> str:
    """How long ago, roughly on purpose: ``today``, ``4 days ago``, ``last week``, ``2 months ago``.

    A moment to come is ``today`` or its distance in days, weeks or months: ``in 3 days``.
    """
    return elapsed_days(moment.astimezone().date(), now.astimezone().date())


def elapsed_days(day: date, today: date) -> str:
    """How long ago a day was: ``today``, ``4 days ago``, ``last month``; or ``in 3 days``."""
    days = (today - day).days
    return _coming(-days) if days < 0 else _past(days)


def month_name(month: int) -> str:
    """The month from 1 to 12: ``November``."""
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        pgettext("full month", "May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )[month - 1]


def short_month_name(month: int) -> str:
    """The month from 1 to 12, short: ``Nov``."""
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        pgettext("short month", "May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )[month - 1]


def weekday_name(day: date) -> str:
    """The day of the week: ``Tuesday``."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )[day.weekday()]


def _past(days: int) -> str:
    one_of_a_kind = {0: _("today"), 1: _("yesterday")}
    if days < _WEEK:
        some = ngettext("{count} day ago", "{count} days ago", days).format(count=days)
        return one_of_a_kind.get(days, some)
    if days < _MONTH:
        weeks = days // _WEEK
        some = ngettext("{count} week ago", "{count} weeks ago", weeks).format(count=weeks)
        return _("last week") if weeks == 1 else some
    if days < _YEAR:
        months = days // _MONTH
        some = ngettext("{count} month ago", "{count} months ago", months).format(count=months)
        return _("last month") if months == 1 else some
    years = days // _YEAR
    some = ngettext("{count} year ago", "{count} years ago", years).format(count=years)
    return _("last year") if years == 1 else some


def _coming(days: int) -> str:
    if days == 1:
        return _("tomorrow")
    if days < 2 * _WEEK:
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    if days < 2 * _MONTH:
        weeks = days // _WEEK
        return ngettext("in {count} week", "in {count} weeks", weeks).format(count=weeks)
    months = days // _MONTH
    return ngettext("in {count} month", "in {count} months", months).format(count=months)

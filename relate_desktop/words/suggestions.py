"""Why somebody is suggested or left alone, and the useful thing after saving."""

from datetime import date

from relate_desktop.domain.cadence import CadenceSource
from relate_desktop.domain.interaction import Direction
from relate_desktop.domain.payback import Payback, PaybackKind
from relate_desktop.domain.suggestions import LeftAlone, Quiet, Suggestion
from relate_desktop.domain.text import display, isolate, squeezed
from relate_desktop.domain.wishes import Wish
from relate_desktop.words.dates import day_in_row, parts_of_date
from relate_desktop.words.numbers import count_words
from relate_desktop.words.timeline import moment_title
from relate_desktop.words.translation import _, ngettext

_LONGEST = 120
_WEEK, _MONTH, _YEAR = 7, 30.4375, 365.25


def gap_words(days: float) -> str:
    """A gap, rough on purpose: ``five days``, ``nine weeks``, ``five months``."""
    if days < 2 * _WEEK:
        count = max(round(days), 1)
        return ngettext("{count} day", "{count} days", count).format(count=count_words(count))
    if days < 12 * _WEEK:
        count = round(days / _WEEK)
        return ngettext("{count} week", "{count} weeks", count).format(count=count_words(count))
    if days < 2 * _YEAR:
        count = round(days / _MONTH)
        return ngettext("{count} month", "{count} months", count).format(count=count_words(count))
    count = round(days / _YEAR)
    return ngettext("{count} year", "{count} years", count).format(count=count_words(count))


def rhythm_words(days: float) -> str:
    """A rhythm somebody asked for, after *every*: ``week``, ``three weeks``, ``month``, ``two months``."""
    if days == _WEEK:
        return _("week")
    if round(days) in {30, 31}:
        return _("month")
    if round(days) in {365, 366}:
        return _("year")
    months = round(days / _MONTH)
    if months >= 2 and abs(days - months * _MONTH) < 2:
        return ngettext("{count} month", "{count} months", months).format(count=count_words(months))
    return gap_words(days)


def suggestion_reason(suggestion: Suggestion, called: str) -> str:
    """Why it has been a while: the rhythm, the gap, and who reached out last if they did."""
    learned = suggestion.keeping.source is CadenceSource.LEARNED
    usual = (gap_words if learned else rhythm_words)(suggestion.keeping.usual)
    gap = gap_words(suggestion.gap)
    first = {
        CadenceSource.LEARNED: _("You usually talk every {usual}."),
        CadenceSource.PERSON: _("You asked for every {usual}."),
        CadenceSource.CIRCLE: _("You asked for every {usual} in {circle}."),
    }[suggestion.keeping.source].format(usual=usual, circle=isolate(suggestion.keeping.circle))
    if suggestion.last_on is None:
        return _("{rhythm} Nothing is written down yet.").format(rhythm=first)
    if suggestion.last_direction is Direction.THEIRS:
        second = _("It has been {gap}, and {name} wrote last.").format(gap=gap, name=isolate(called))
    else:
        second = _("It has been {gap}.").format(gap=gap)
    return f"{first} {second}"


def quiet_reason(alone: LeftAlone, called: str, today: date) -> str:
    """Why somebody is left alone, and until when."""
    name = isolate(called)
    until = "" if alone.until is None else day_in_row(alone.until, today)
    rest = ngettext(
        "{name} has {count} unanswered note from you. Relate stays quiet until {until}.",
        "{name} has {count} unanswered notes from you. Relate stays quiet until {until}.",
        alone.unanswered,
    )
    return {
        Quiet.REST: rest,
        Quiet.NO_MORE_CONTACT: _("{name} asked for no more contact."),
        Quiet.PAUSE: _("{name} is paused until {until}."),
        Quiet.LEAST_GAP: _("{name} likes some distance. Relate waits until {until}."),
        Quiet.HOURS: _("It is not a good time for {name} now."),
        Quiet.MEETING: _("You meet {name} {until}."),
        Quiet.SET_ASIDE: _("You said not now. Relate waits until {until}."),
        Quiet.LATELY: _("{name} was suggested lately. Relate waits until {until}."),
    }[alone.quiet].format(name=name, until=until, count=count_words(alone.unanswered))


def wish_name(wish: Wish) -> str:
    """A wish of somebody, as a heading."""
    return {
        Wish.NO_MORE_CONTACT: _("No more contact"),
        Wish.PAUSE: _("Paused"),
        Wish.LEAST_GAP: _("Not more often"),
        Wish.HOURS: _("Good time to reach them"),
    }[wish]


def payback_heading(kind: PaybackKind, called: str) -> str:
    """What the useful thing after saving is about."""
    return {
        PaybackKind.I_OWE: _("You still owe {name}"),
        PaybackKind.THEY_OWE: _("{name} still owes you"),
        PaybackKind.MOMENT: _("Coming up for {name}"),
        PaybackKind.TOLD_LAST: _("What {name} told last"),
        PaybackKind.REMEMBER: _("Worth remembering about {name}"),
    }[kind].format(name=isolate(called))


def payback_sentence(found: Payback, called: str) -> str:
    """The useful thing after saving, in one sentence: ``You still owe Anna: the contract.``."""
    if found.promise is not None:
        what = display(found.promise.text, _LONGEST)
    elif found.moment is not None:
        day = found.moment.on
        when = parts_of_date(None, day.month, day.day)
        what = _("{what}, {when}").format(what=moment_title(found.moment.moment), when=when)
    else:
        told = found.text if found.interaction is None else found.interaction.text
        what = display(squeezed(told), _LONGEST)
    return f"{payback_heading(found.kind, called)}: {what}"

"""How things stand with somebody: the rhythm, the last time, what comes next, the year's balance."""

from datetime import date, datetime

from relate_desktop.domain.cadence import CadenceSource, Keeping, Rhythm
from relate_desktop.domain.gender import Gender
from relate_desktop.domain.interaction import Balance, Talk
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.rest import Rest
from relate_desktop.domain.text import isolate
from relate_desktop.domain.wishes import Wishes
from relate_desktop.words.dates import day_in_row, month_name
from relate_desktop.words.numbers import count_words, sentence
from relate_desktop.words.timeline import last_touch
from relate_desktop.words.translation import _, ngettext

_WEEK, _MONTH, _YEAR = 7, 30.4375, 365.25


def every_words(days: float) -> str:
    """A rhythm, rough on purpose: ``every day``, ``every 10 days``, ``every 3 weeks``, ``every month``."""
    if days < 2 * _WEEK and round(days) != _WEEK:
        count = max(round(days), 1)
        return ngettext("every day", "every {count} days", count).format(count=count)
    if days < 9 * _WEEK and abs(days / _MONTH - round(days / _MONTH)) > 0.05:
        count = round(days / _WEEK)
        return ngettext("every week", "every {count} weeks", count).format(count=count)
    if days < _YEAR - _WEEK:
        count = round(days / _MONTH)
        return ngettext("every month", "every {count} months", count).format(count=count)
    count = round(days / _YEAR)
    return ngettext("every year", "every {count} years", count).format(count=count)


def rhythm_value(keeping: Keeping | None, learned: Rhythm | None, wishes: Wishes, today: date) -> str:
    """What the strip says of staying in touch: ``About every 3 weeks``."""
    if wishes.no_more_contact:
        return _("No more contact")
    if wishes.paused_until is not None and today < wishes.paused_until:
        return _("Paused until {day}").format(day=day_in_row(wishes.paused_until, today))
    if keeping is not None:
        about = _("About {rhythm}").format(rhythm=every_words(keeping.usual))
        if keeping.source is CadenceSource.CIRCLE:
            return _("{rhythm}, as {circle}").format(rhythm=about, circle=isolate(keeping.circle))
        return about
    if learned is not None:
        return _("Usually {rhythm}").format(rhythm=every_words(learned.usual))
    return _("No rhythm")


def last_value(talk: Talk | None, gender: Gender, called: str, today: date) -> str:
    """When one was last in touch and who reached out: ``12 November, she wrote``."""
    if talk is None:
        return _("Nothing written yet")
    who = last_touch(talk.kind, talk.direction, gender, called)
    return _("{day}, {who}").format(day=sentence(day_in_words(talk.on, today)), who=who)


def day_in_words(day: date, today: date) -> str:
    """A day where there is room: ``today``, ``Tuesday``, ``12 November``, with the year if it differs."""
    if abs((today - day).days) < _WEEK:
        return day_in_row(day, today)
    words = _("{day} {month}").format(day=day.day, month=month_name(day.month))
    return words if day.year == today.year else _("{day} {year}").format(day=words, year=day.year)


def rest_words(rest: Rest, gender: Gender, called: str, today: date) -> str:
    """Why somebody is left alone: messages that wait for an answer."""
    him = {
        Gender.SHE: _("about her"),
        Gender.HE: _("about him"),
        Gender.OTHER: _("about {name}").format(name=isolate(called)),
    }[gender]
    said = ngettext(
        "{name} has {count} unanswered note from you. Relate stays quiet {about} until {day}.",
        "{name} has {count} unanswered notes from you. Relate stays quiet {about} until {day}.",
        rest.unanswered,
    )
    return said.format(
        name=isolate(called),
        count=count_words(rest.unanswered),
        about=him,
        day=day_in_words(rest.until, today),
    )


def balance_words(balance: Balance, gender: Gender, called: str) -> str:
    """Who reached out how often in the last year; empty while there is little to say."""
    mine, theirs = balance.mine, balance.theirs
    if mine + theirs < 2:
        return ""
    first = ngettext(
        "Over the year you reached out {count} time,", "Over the year you reached out {count} times,", mine
    ).format(count=mine)
    if not mine:
        first = _("Over the year you did not reach out,")
    did = {
        Gender.SHE: _("she did {count}."),
        Gender.HE: _("he did {count}."),
        Gender.OTHER: _("{name} did {count}."),
    }
    did_not = {
        Gender.SHE: _("she did not."),
        Gender.HE: _("he did not."),
        Gender.OTHER: _("{name} did not."),
    }
    second = (did if theirs else did_not)[gender].format(count=theirs, name=isolate(called))
    return f"{first} {second}"


def first_words(balance: Balance) -> str:
    """Since when something is written down; empty where nothing is."""
    if balance.since is None:
        return ""
    return _("Written down since {day}.").format(day=month_and_year(balance.since))


def next_value(what: str, day: str) -> str:
    """What comes next with somebody: ``Call, Friday``."""
    if not day:
        return _("Nothing planned")
    if not what:
        return _("Planned for {day}").format(day=day)
    return _("{what}, {day}").format(what=what, day=day)


def promise_detail(promise: Promise, called: str, today: date) -> str:
    """Whose turn a promise is, and until when: ``You promised, by Friday``."""
    if promise.owed_by is OwedBy.MINE:
        words = _("You promised")
    else:
        words = _("{name} promised you").format(name=isolate(called))
    if promise.due is None:
        return _("{who}, {day}").format(who=words, day=day_in_row(promise.made_on, today))
    return _("{who}, by {day}").format(who=words, day=day_in_row(promise.due.on, today))


def month_and_year(day: date) -> str:
    """A month: ``March 2023``."""
    return _("{month} {year}").format(month=month_name(day.month), year=day.year)


def late_hour(at: datetime, called: str) -> str:
    """A soft word before reaching out at an odd hour of theirs."""
    return _("It is {time} for {name}.").format(time=f"{at:%H:%M}", name=isolate(called))


def offer_words(learned: Rhythm, called: str) -> str:
    """The question, asked once, whether to keep an eye on a rhythm that the log shows."""
    return _("You and {name} are in touch about {rhythm}. Shall Relate keep an eye on it?").format(
        name=isolate(called), rhythm=every_words(learned.usual)
    )

"""The first day of a book: whom not to lose touch with, when one last talked, how names are said."""

from collections.abc import Container

from relate_desktop.domain.first_day import MONTHLY, Hint, LastTalk
from relate_desktop.domain.text import isolate
from relate_desktop.words.translation import _, ngettext

_MONTH = 30.4375


def last_talk_answer(answer: LastTalk) -> str:
    """A rough answer, on its chip."""
    return {
        LastTalk.WEEK: _("This week"),
        LastTalk.MONTH: _("This month"),
        LastTalk.LONGER: _("Longer ago"),
    }[answer]


def last_talk_name(answer: LastTalk, called: str) -> str:
    """A rough answer, as assistive tools name it."""
    return {
        LastTalk.WEEK: _("Last talked with {name}: this week"),
        LastTalk.MONTH: _("Last talked with {name}: this month"),
        LastTalk.LONGER: _("Last talked with {name}: longer ago"),
    }[answer].format(name=isolate(called))


def name_question(full_name: str, *, first: bool) -> str:
    """What is asked of a name; the first question is whole, the others follow it."""
    said = _("What does {name} like to be called?") if first else _("And {name}?")
    return said.format(name=isolate(full_name))


def people_chosen(count: int) -> str:
    """How many were chosen: ``4 people chosen``."""
    if not count:
        return _("Nobody chosen yet")
    return ngettext("{count} person chosen", "{count} people chosen", count).format(count=count)


def search_people(count: int) -> str:
    """What the search field of the choice offers."""
    return ngettext("Search {count} person", "Search {count} people", count).format(count=f"{count:,}")


def doubtful(count: int) -> str:
    """That some people may be here twice: ``6 possible duplicates``."""
    return ngettext("{count} possible duplicate", "{count} possible duplicates", count).format(
        count=f"{count:,}"
    )


def short_rhythm(days: int) -> str:
    """A rhythm in a word or two: ``monthly``, ``3 weeks``, ``2 months``."""
    named = {7: _("weekly"), MONTHLY: _("monthly"), 365: _("yearly")}
    if days in named:
        return named[days]
    months = round(days / _MONTH)
    if months < 2:
        weeks = max(round(days / 7), 1)
        return ngettext("{count} week", "{count} weeks", weeks).format(count=weeks)
    return ngettext("{count} month", "{count} months", months).format(count=months)


def hint_words(hints: Container[Hint]) -> str:
    """Why somebody is suggested, the weightiest reason alone: ``starred on your phone``."""
    said = {
        Hint.STARRED: _("starred on your phone"),
        Hint.BIRTHDAY: _("birthday in your file"),
        Hint.NOTE: _("note in your file"),
    }
    return next((words for hint, words in said.items() if hint in hints), "")


def monthly_explained() -> str:
    """What *monthly* means, and that it can be changed."""
    return _("“Monthly” means about once a month. You can change it, or pause it, on anyone’s page.")

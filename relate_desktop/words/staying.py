"""Staying in touch, as the settings say it."""

from datetime import date

from relate_desktop.domain.wishes import Wishes
from relate_desktop.words.dates import full_day
from relate_desktop.words.numbers import people
from relate_desktop.words.suggestions import gap_words
from relate_desktop.words.translation import _

RHYTHMS = (7, 14, 21, 30, 61, 91, 122, 183, 365)
"""Days that are offered."""


def rhythm_choice(days: int | None) -> str:
    """A rhythm as a choice: ``Every three weeks``; none: ``No rhythm``."""
    if days is None:
        return _("No rhythm")
    usual = {
        7: _("Every week"),
        14: _("Every two weeks"),
        21: _("Every three weeks"),
        30: _("Every month"),
        61: _("Every two months"),
        91: _("Every three months"),
        122: _("Every four months"),
        183: _("Twice a year"),
        365: _("Every year"),
    }
    return usual.get(days) or _("Every {gap}").format(gap=gap_words(days))


def circle_people(count: int) -> str:
    """How many a circle has, as a sentence of its own."""
    return people(count)


def paused_words(wishes: Wishes) -> str:
    """Why somebody is left alone."""
    if wishes.no_more_contact:
        return _("Asked for no more contact. Relate suggests nothing.")
    until: date | None = wishes.paused_until
    return "" if until is None else _("Paused until {day}.").format(day=full_day(until))

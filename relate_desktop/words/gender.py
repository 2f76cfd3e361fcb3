"""Labels that speak of somebody: with their pronouns where they said them, else with them or they."""

from collections.abc import Mapping

from relate_desktop.domain.gender import Gender
from relate_desktop.words.translation import _


def reach_heading(gender: Gender) -> str:
    """Over the ways to reach somebody."""
    return _of(gender, _("Reach her"), _("Reach him"), _("Ways to reach them"))


def around_heading(gender: Gender) -> str:
    """Over the people somebody knows."""
    return _of(gender, _("People around her"), _("People around him"), _("People around them"))


def call_chip(gender: Gender) -> str:
    """The pill beside a name; ``{name}`` is what to call them."""
    return _of(gender, _("Call her {name}"), _("Call him {name}"), _("Call them {name}"))


def call_description(gender: Gender) -> str:
    """The same inside a sentence; ``{name}`` is what to call them."""
    return _of(gender, _("call her {name}"), _("call him {name}"), _("call them {name}"))


def call_question(gender: Gender) -> str:
    """The label of what somebody likes to be called."""
    return _of(
        gender,
        _("What does she like to be called?"),
        _("What does he like to be called?"),
        _("What do they like to be called?"),
    )


def writing_label(gender: Gender) -> str:
    """The label of how a message to somebody begins."""
    return _of(gender, _("When writing to her"), _("When writing to him"), _("When writing to them"))


def full_name_label(gender: Gender) -> str:
    """The label of somebody's whole name."""
    return _of(
        gender,
        _("Full name, as she writes it"),
        _("Full name, as he writes it"),
        _("Full name, as they write it"),
    )


def add_way_label(gender: Gender) -> str:
    """The button for one more way to reach somebody."""
    return _of(
        gender,
        _("Add a way to reach her"),
        _("Add a way to reach him"),
        _("Add a way to reach them"),
    )


def waiting_words(gender: Gender) -> str:
    """In a list: the last word was mine."""
    return _of(gender, _("Waiting for her reply"), _("Waiting for his reply"), _("Waiting for their reply"))


def _of(gender: Gender, she: str, he: str, other: str) -> str:
    said: Mapping[Gender, str] = {Gender.SHE: she, Gender.HE: he, Gender.OTHER: other}
    return said[gender]

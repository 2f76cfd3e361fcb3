"""The first day of a book: rough answers to when one last talked, and what a name offers."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.name import call_them, name_of
from relate_desktop.domain.text import fold
from relate_desktop.domain.wall_time import moved

MOST_OFFERS = 3
MONTHLY = 30
RHYTHMS = (7, 14, 21, MONTHLY, 61, 91, 182)
"""The rhythms that are offered, in days."""


class Hint(StrEnum):
    """Why somebody may be close."""

    STARRED = "starred"
    BIRTHDAY = "birthday"
    NOTE = "note"


class LastTalk(StrEnum):
    """A rough answer to when one last talked."""

    WEEK = "week"
    MONTH = "month"
    LONGER = "longer"


_DAYS_AGO = {LastTalk.WEEK: 3, LastTalk.MONTH: 14, LastTalk.LONGER: 60}

_SHORT = {
    "alexander": "Alex", "alexandra": "Alex", "andreas": "Andi", "andrew": "Andy", "anthony": "Tony",
    "barbara": "Barb", "benjamin": "Ben", "catherine": "Cathy", "charles": "Charlie",
    "christine": "Chris", "christopher": "Chris", "daniel": "Dan", "david": "Dave", "edward": "Ed",
    "elisabeth": "Lisa", "elizabeth": "Liz", "frederick": "Fred", "gabriele": "Gabi",
    "gregory": "Greg", "jacqueline": "Jackie", "james": "Jim", "jeffrey": "Jeff", "jennifer": "Jen",
    "jessica": "Jess", "joachim": "Achim", "johannes": "Hannes", "jonathan": "Jon", "joseph": "Joe",
    "katharina": "Kathi", "katherine": "Kate", "kenneth": "Ken", "lawrence": "Larry",
    "margaret": "Maggie", "matthew": "Matt", "matthias": "Matze", "maximilian": "Max",
    "michael": "Mike", "nathaniel": "Nate", "nicholas": "Nick", "pamela": "Pam", "patricia": "Pat",
    "patrick": "Pat", "peter": "Pete", "philip": "Phil", "raymond": "Ray", "rebecca": "Becky",
    "richard": "Rick", "robert": "Rob", "ronald": "Ron", "samantha": "Sam", "samuel": "Sam",
    "sebastian": "Basti", "stephen": "Steve", "steven": "Steve", "susanne": "Susi", "theodore": "Theo",
    "thomas": "Tom", "timothy": "Tim", "victoria": "Vicky", "vincent": "Vince", "william": "Will",
}  # fmt: skip
"""Short forms that many use; only ever offered, never assumed."""


def rough_day(answer: LastTalk, today: date) -> date:
    """The day that stands for a rough answer."""
    return moved(today, -_DAYS_AGO[answer])


def name_offers(contact: Contact) -> tuple[str, ...]:
    """What somebody may like to be called, as the name itself offers it; empty once it is known.

    Only a name in parts says which of them is the given one: of *Kim Seo-yeon* it is not the first.
    """
    if call_them(contact) is not None:
        return ()
    found: dict[str, str] = {}
    for offer in _offers(contact):
        if offer.strip():
            found.setdefault(fold(offer), offer.strip())
    return tuple(found.values())[:MOST_OFFERS]


def _offers(contact: Contact) -> Iterator[str]:
    name = name_of(contact)
    given = " ".join(name.given) if name is not None else ""
    yield given
    yield _SHORT.get(fold(given.split()[0]), "") if given else ""

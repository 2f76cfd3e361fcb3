"""What Find or do shows: entries in groups, and how many of each there is room for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.ranking import Nearness

MOST = 11
"""Rows at most: nothing has to be scrolled to be found."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: what it says, and what it does."""

    title: str
    run: Callable[[], object]
    subtitle: str = ""
    icon: str = ""
    keys: str = ""
    """The shortcut that does the same, in the system's words."""
    person: ContactSummary | None = None
    """Whose avatar stands in place of the icon; Tab leads to what can be done about them."""
    hue: int | None = None
    """The colour of a circle, in place of an icon."""
    opens: bool = False
    """Whether it leads somewhere, instead of doing something."""
    nearness: Nearness = Nearness.CALLED
    use: str = ""
    """The key under which its use is remembered; empty: it is not."""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading; ``most`` of them are shown at the utmost."""

    title: str
    entries: tuple[Entry, ...]
    most: int = MOST
    always: bool = field(default=False)
    """Whether all of it is shown however little room there is."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before anything is typed: who is in front, and who was opened last."""

    current: ContactSummary | None = None
    recent: tuple[ContactSummary, ...] = ()


class Prefix(Enum):
    """What the first letter typed narrows the search to."""

    NONE = ""
    COMMANDS = ">"
    CIRCLES = "#"
    PEOPLE = "@"
    NEW = "+"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed: the prefix and the rest."""

    prefix: Prefix
    text: str


def wanted(typed: str) -> Wanted:
    """What was typed, taken apart."""
    text = typed.strip()
    for prefix in Prefix:
        if prefix.value and text.startswith(prefix.value):
            return Wanted(prefix, text[1:].strip())
    return Wanted(Prefix.NONE, text)


def fitted(groups: Sequence[Group], rows: int = MOST) -> list[Group]:
    """The groups that have entries, each cut so that all of them together are at most ``rows``.

    Each group keeps its first entry; what room is left goes round, in their order.
    """
    present = [group for group in groups if group.entries]
    shares = [len(group.entries) if group.always else 0 for group in present]
    while sum(shares) < rows:
        before = sum(shares)
        for place, group in enumerate(present):
            if shares[place] < min(len(group.entries), group.most) and sum(shares) < rows:
                shares[place] += 1
        if sum(shares) == before:
            break
    return [
        replace(group, entries=group.entries[:share])
        for group, share in zip(present, shares, strict=True)
        if share
    ]


def best(groups: Sequence[Group]) -> int:
    """Which entry, counted over all groups, Enter is to take.

    The first, unless it is only like what was typed and another one begins with it.
    """
    entries = [entry for group in groups for entry in group.entries]
    if not entries or entries[0].nearness <= Nearness.WORDS:
        return 0
    for place, entry in enumerate(entries):
        if entry.nearness <= Nearness.NAME:
            return place
    return 0

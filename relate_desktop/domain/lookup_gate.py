"""What should be in order before somebody is looked up for the first time: the book is right first."""

from dataclasses import dataclass
from enum import StrEnum

NEVER = "lookup_never"
OVERRULED = "lookup_gate"
"""Kinds of refusals: of being looked up at all, and of waiting for a book that is in order."""


class Missing(StrEnum):
    """What is not in order yet; the least work first."""

    DUPLICATE = "duplicate"
    """Somebody else may be the same person."""
    NAME = "name"
    """The name is in doubt."""
    CHANNEL = "channel"
    """No way of reaching them ever worked."""
    MET = "met"
    """How one met is not written down."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether somebody may be looked up."""

    missing: tuple[Missing, ...] = ()
    overruled: str = ""
    """The user's own words why it is done all the same; empty where they gave none."""
    never: bool = False
    """The user asked never to look them up again."""

    @property
    def open(self) -> bool:
        """Whether the question may be asked."""
        return not self.never and (not self.missing or bool(self.overruled))

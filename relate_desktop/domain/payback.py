"""The line after saving: one useful thing about the person that was not in what was typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from relate_desktop.domain.coming_up import coming_up
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Interaction
from relate_desktop.domain.moment import Moment, MomentDay
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import OwedBy, Promise


class PaybackKind(StrEnum):
    """What the line is about, the most useful first."""

    I_OWE = "i_owe"
    THEY_OWE = "they_owe"
    MOMENT = "moment"
    TOLD_LAST = "told_last"
    REMEMBER = "remember"
    """Something written down about them, on the card or as a note."""


@dataclass(frozen=True, slots=True)
class Payback:
    """One useful thing; the field that belongs to its kind is filled, the others are empty."""

    kind: PaybackKind
    contact: ContactId
    promise: Promise | None = None
    moment: MomentDay | None = None
    interaction: Interaction | None = None
    text: str = ""


def payback(
    contact: ContactId,
    promises: Iterable[Promise],
    moments: Iterable[Moment],
    interactions: Sequence[Interaction],
    present: Present,
) -> Payback | None:
    """The most useful thing to know of somebody now; None when there is nothing.

    ``interactions`` are earliest first. The caller leaves out what was just saved: they know it.
    """
    owed = sorted(
        (item for item in promises if item.open and contact in item.people),
        key=lambda item: (item.owed_by is OwedBy.THEIRS, item.made_on),
    )
    if owed:
        mine = owed[0].owed_by is OwedBy.MINE
        return Payback(PaybackKind.I_OWE if mine else PaybackKind.THEY_OWE, contact, promise=owed[0])
    days = coming_up((moment for moment in moments if moment.contact == contact), present)
    if days:
        return Payback(PaybackKind.MOMENT, contact, moment=days[0])
    told = _told_last(contact, interactions)
    return None if told is None else Payback(PaybackKind.TOLD_LAST, contact, interaction=told)


def _told_last(contact: ContactId, interactions: Sequence[Interaction]) -> Interaction | None:
    """The last conversation with words in it, one in which they spoke if there is any."""
    known = [item for item in reversed(interactions) if contact in item.participants and item.text.strip()]
    heard = (item for item in known if item.direction is not Direction.MINE)
    return next(heard, known[0] if known else None)

"""How one stands with somebody in time: what was chosen, what the log shows, what follows today."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from relate_desktop.domain.cadence import Cadence, Keeping, Rhythm
from relate_desktop.domain.interaction import Talk
from relate_desktop.domain.rest import Rest
from relate_desktop.domain.wishes import Wishes


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the user chose for somebody.

    ``agreed`` is their yes to a learned rhythm, ``asked`` that they were asked for it.
    """

    cadence: Cadence | None = None
    wishes: Wishes = field(default_factory=Wishes)
    agreed: bool = False
    asked: bool = False


NOTHING_CHOSEN = Chosen()


@dataclass(frozen=True, slots=True)
class PersonRhythm:
    """The rhythm of one person.

    ``cadence`` is their own, ``keeping`` the one they are kept to, ``learned`` what the log
    shows. ``last`` is the last conversation, ``next`` the day of the next one written down ahead.
    ``late_on`` is the day from which it is a while. ``offer`` says that it is time to ask
    whether to keep an eye on the learned one.
    """

    cadence: Cadence | None
    wishes: Wishes
    agreed: bool
    asked: bool
    keeping: Keeping | None
    learned: Rhythm | None
    rest: Rest | None
    last: Talk | None
    next: date | None
    late_on: date | None = None
    offer: bool = False


def late_on(keeping: Keeping, since: date) -> date:
    """The first day on which it has been a while, counted from the last conversation."""
    days = max(int(keeping.late_after) + 1, keeping.no_sooner, 1)
    return since + timedelta(days=min(days, date.max.toordinal() - since.toordinal()))

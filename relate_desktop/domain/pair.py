"""Two people who may be one."""

from dataclasses import dataclass
from datetime import datetime

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.match_reason import MatchReason


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two people who may be one, and why. ``certainty`` is between 0 and 1."""

    id: int
    one: ContactId
    other: ContactId
    reasons: tuple[MatchReason, ...]
    certainty: float
    found_at: datetime

"""How likely two are one person, by the reasons for and against it."""

from collections.abc import Iterable

from relate_desktop.domain.matching import MatchReason

_WEIGHTS = {
    MatchReason.IDENTICAL: 0.99,
    MatchReason.SAME_UID: 0.9,
    MatchReason.SAME_EMAIL: 0.85,
    MatchReason.SAME_PHONE: 0.8,
    MatchReason.SAME_NAME: 0.6,
    MatchReason.SAME_BIRTHDAY: 0.6,
    MatchReason.SAME_ADDRESS: 0.4,
    MatchReason.SAME_ORGANIZATION: 0.3,
    MatchReason.SAME_OTHER: 0.2,
}
_AGAINST = {MatchReason.DIFFERENT_GIVEN_NAME: 0.4, MatchReason.EVERYTHING_ELSE_DIFFERS: 0.5}


def certainty(reasons: Iterable[MatchReason]) -> float:
    """How likely two are one person, from 0 to 1: each reason adds to the others."""
    doubt, held_back = 1.0, 1.0
    for reason in reasons:
        doubt *= 1.0 - _WEIGHTS.get(reason, 0.0)
        held_back *= _AGAINST.get(reason, 1.0)
    return round((1.0 - doubt) * held_back, 4)

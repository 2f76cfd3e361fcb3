"""How likely two are one person, by the reasons for and against it.

Each reason moves the odds by as much as it did in pairs that people had decided on; a pair of
whom nothing is said has almost none. The weights are set by the first labelled set of the
tests and tried on the second, which was written after them.
"""

from collections.abc import Collection
from math import exp

from relate_desktop.domain.match_reason import REASONS_AGAINST, MatchReason

_START = -4.0
_WEIGHTS = {
    MatchReason.IDENTICAL: 12.0,
    MatchReason.SAME_UID: 4.5,
    MatchReason.SAME_EMAIL: 6.0,
    MatchReason.SAME_MOBILE: 5.0,
    MatchReason.SAME_PHONE: 3.5,
    MatchReason.SAME_HANDLE: 5.0,
    MatchReason.SAME_NAME: 4.0,
    MatchReason.SWAPPED_NAME: 3.8,
    MatchReason.OTHER_SCRIPT: 3.2,
    MatchReason.SPELLED_NAME: 3.3,
    MatchReason.CLOSE_NAME: 2.5,
    MatchReason.SHORT_NAME: 2.7,
    MatchReason.INITIALS: 2.0,
    MatchReason.PART_OF_NAME: 2.0,
    MatchReason.SIMILAR_NAME: 2.0,
    MatchReason.GIVEN_NAME_ONLY: 1.0,
    MatchReason.NO_NAME: 2.0,
    MatchReason.NAME_IN_ADDRESS: 1.5,
    MatchReason.SAME_BIRTHDAY: 4.5,
    MatchReason.SAME_DAY: 2.6,
    MatchReason.SAME_ORGANIZATION: 2.0,
    MatchReason.SAME_ADDRESS: 2.5,
    MatchReason.SAME_PICTURE: 3.0,
    MatchReason.SHARED_EMAIL: 3.0,
    MatchReason.SAME_OTHER: 1.5,
    MatchReason.DIFFERENT_GIVEN_NAME: -8.0,
    MatchReason.DIFFERENT_FAMILY_NAME: -1.0,
    MatchReason.DIFFERENT_NAME: -3.0,
    MatchReason.DIFFERENT_BIRTHDAY: -5.0,
    MatchReason.DIFFERENT_ADDRESS: -1.0,
    MatchReason.DIFFERENT_GENERATION: -7.0,
    MatchReason.DIFFERENT_KIND: -8.0,
    MatchReason.LOOK_ALIKE: -2.0,
    MatchReason.EVERYTHING_ELSE_DIFFERS: -3.0,
}

ASKED = 0.3
"""Pairs that are less likely are not worth a question."""
CERTAIN = 0.95
"""Pairs that are likelier can be joined together, if nothing speaks against it."""

_LOOKED_AT = REASONS_AGAINST - {MatchReason.DIFFERENT_FAMILY_NAME, MatchReason.DIFFERENT_ADDRESS}
"""What somebody must have looked at, however much else agrees; people marry, and people move."""
_NAMED = frozenset(
    {
        MatchReason.IDENTICAL,
        MatchReason.SAME_NAME,
        MatchReason.SWAPPED_NAME,
        MatchReason.OTHER_SCRIPT,
        MatchReason.SPELLED_NAME,
        MatchReason.CLOSE_NAME,
        MatchReason.SHORT_NAME,
        MatchReason.INITIALS,
        MatchReason.PART_OF_NAME,
        MatchReason.GIVEN_NAME_ONLY,
        MatchReason.NO_NAME,
        MatchReason.DIFFERENT_FAMILY_NAME,
    }
)
"""Without one of these the names themselves say nothing for it."""

_ONES_OWN = frozenset(
    {
        MatchReason.SAME_EMAIL,
        MatchReason.SAME_MOBILE,
        MatchReason.SAME_HANDLE,
        MatchReason.SAME_UID,
        MatchReason.SAME_BIRTHDAY,
    }
)
_LOOSE = frozenset(
    {
        MatchReason.INITIALS,
        MatchReason.PART_OF_NAME,
        MatchReason.GIVEN_NAME_ONLY,
        MatchReason.OTHER_SCRIPT,
    }
)
"""What fits several of one house or company: ``J. King``, ``José García`` and his son, ``Wang Wei``."""
_MARRIED = 2
"""What of one's own must agree under another family name: colleagues share numbers and given names."""


def certainty(reasons: Collection[MatchReason]) -> float:
    """How likely two are one person, from 0 to 1: each reason moves the odds."""
    return round(1.0 / (1.0 + exp(-_START - sum(_WEIGHTS[reason] for reason in reasons))), 4)


def of_one_household(reasons: Collection[MatchReason]) -> bool:
    """Whether what two people share is what people who live together share: not worth a question."""
    return MatchReason.DIFFERENT_GIVEN_NAME in reasons and certainty(reasons) < ASKED


def is_certain(reasons: Collection[MatchReason]) -> bool:
    """Whether two may be joined without a look at each."""
    said = frozenset(reasons)
    own = len(_ONES_OWN & said)
    if (MatchReason.DIFFERENT_FAMILY_NAME in said and own < _MARRIED) or (_LOOSE & said and not own):
        return False
    return certainty(said) >= CERTAIN and bool(_NAMED & said) and not _LOOKED_AT & said

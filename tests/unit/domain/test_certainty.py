import pytest

from relate_desktop.domain.certainty import certainty
from relate_desktop.domain.matching import MatchReason


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ((MatchReason.SAME_NAME,), (MatchReason.SAME_EMAIL,)),
        ((MatchReason.SAME_EMAIL,), (MatchReason.SAME_EMAIL, MatchReason.SAME_NAME)),
        ((MatchReason.SAME_PHONE, MatchReason.DIFFERENT_GIVEN_NAME), (MatchReason.SAME_PHONE,)),
    ],
)
def test_more_and_better_reasons_are_more_certain(
    weaker: tuple[MatchReason, ...], stronger: tuple[MatchReason, ...]
) -> None:
    assert 0 < certainty(weaker) < certainty(stronger) < 1

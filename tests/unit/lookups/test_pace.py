import threading

import pytest

from relate_desktop.domain.errors import Cancelled, ErrorKind, NetworkError
from relate_desktop.lookups.pace import SLICE, Pace


class Hand:
    """A watch whose hand a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def a_pace(hand: Hand, seconds: float = 10) -> Pace:
    return Pace("example.org", seconds, lambda: None, hand)


def no_more() -> None:
    raise Cancelled


def test_waits_are_short_until_the_time_is_over() -> None:
    hand = Hand()
    pace = a_pace(hand)
    assert pace.slice() == SLICE
    hand.now += 9.99
    assert 0 < pace.slice() <= 0.011
    hand.now += 0.01
    with pytest.raises(NetworkError) as slow:
        pace.slice()
    assert slow.value.kind is ErrorKind.TOO_SLOW
    assert slow.value.facts == {"host": "example.org"}
    assert pace.left == 0


def test_a_nearer_end_counts_as_well() -> None:
    hand = Hand()
    pace = a_pace(hand)
    near = pace.after(5)
    hand.now += 5
    assert pace.is_over(near)
    assert pace.slice() == SLICE
    with pytest.raises(NetworkError):
        pace.slice(near)


def test_waiting_for_others_does_not_count() -> None:
    hand = Hand()
    pace = a_pace(hand)
    with pace.standing_still():
        hand.now += 60
    assert pace.left == pytest.approx(10)


def test_time_is_shared_among_those_who_have_to_be_tried() -> None:
    hand = Hand()
    pace = a_pace(hand)
    assert pace.share(pace.after(6), 3) == pytest.approx(102)
    assert pace.share(pace.after(60), 1) == pytest.approx(110)


def test_what_was_stopped_waits_no_longer() -> None:
    held = threading.Event()
    try:
        with pytest.raises(Cancelled):
            Pace("example.org", 10, no_more, Hand()).wait_for(held.wait)
    finally:
        held.set()


def test_what_nobody_can_stop_is_left_to_itself_when_time_is_over() -> None:
    hand = Hand()
    held = threading.Event()

    def pass_time() -> None:
        hand.now += 1

    try:
        with pytest.raises(NetworkError):
            Pace("example.org", 10, pass_time, hand).wait_for(held.wait)
    finally:
        held.set()


def test_what_runs_aside_answers_and_fails_as_if_it_ran_here() -> None:
    pace = a_pace(Hand())
    assert pace.wait_for(lambda: 12) == 12
    with pytest.raises(ZeroDivisionError):
        pace.wait_for(lambda: 1 // 0)

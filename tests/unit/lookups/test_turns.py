import threading

import pytest

from relate_desktop.domain.errors import Cancelled
from relate_desktop.lookups.pace import Pace
from relate_desktop.lookups.turns import Turns


def a_pace() -> Pace:
    return Pace("example.org", 60, lambda: None)


def test_one_host_is_asked_by_one_at_a_time() -> None:
    turns = Turns()
    inside: list[int] = []
    most: list[int] = []

    def ask() -> None:
        for _ in range(20):
            with turns.at("example.org", a_pace()):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) == 80
    assert max(most) == 1


def test_another_host_is_not_waited_for() -> None:
    turns = Turns()
    with turns.at("a.example", a_pace()), turns.at("b.example", a_pace()):
        pass


def test_who_waits_can_be_stopped() -> None:
    turns = Turns()

    def no_more() -> None:
        raise Cancelled

    second = turns.at("example.org", Pace("example.org", 60, no_more))
    with turns.at("example.org", a_pace()), pytest.raises(Cancelled), second:
        pass
    with turns.at("example.org", a_pace()):
        pass


def test_a_turn_ends_with_an_error_too() -> None:
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns.at("example.org", a_pace()):
        raise ZeroDivisionError
    with turns.at("example.org", a_pace()):
        pass

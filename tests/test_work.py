"""What counts as work, and what other tests leave behind that does not."""

import gc

from tests.work import calls


class Rubbish:
    """Something that needs calls to be thrown away, and only the collector can do it."""

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        for _ in range(1000):
            len("rubbish")


def test_rubbish_of_others_thrown_away_meanwhile_is_not_counted() -> None:
    gc.collect()
    Rubbish()
    assert calls(lambda: [[] for _ in range(100_000)]) < 100


def test_the_collector_is_left_as_it_was() -> None:
    gc.enable()
    calls(lambda: None)
    assert gc.isenabled()
    gc.disable()
    calls(lambda: None)
    assert not gc.isenabled()

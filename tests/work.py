"""How much work something is, counted in calls: a bound that no busy machine breaks."""

import gc
import sys
from collections.abc import Callable
from types import FrameType


def calls(work: Callable[[], object]) -> int:
    """How many functions are called while it runs, those written in C among them.

    The collector of rubbish rests meanwhile: what other tests left behind is thrown away at any
    time, and the calls that takes are nobody's work here.
    """
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before, collecting = sys.getprofile(), gc.isenabled()
    gc.disable()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
        if collecting:
            gc.enable()
    return counted

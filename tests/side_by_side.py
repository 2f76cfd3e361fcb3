"""Which tests go to one worker of a run, one after another; all others go wherever there is room.

pytest-xdist has marks for that, but 3.8 writes the group where pytest 9.2 no longer looks.
"""

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

TOGETHER = (
    "tests/e2e/",  # one desktop at a time: two would wait for each other's turn on two cores
    "tests/test_guards.py",  # the tests that offend run once
    "tests/unit/packaging/test_dev.py",  # and so is the checkout made
)


class SideBySide(LoadScopeScheduling):  # type: ignore[misc] # the library has no types
    """Sends each of ``TOGETHER`` to one worker."""

    def _split_scope(self, nodeid: str) -> str:
        return next((one for one in TOGETHER if nodeid.startswith(one)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> SideBySide:
    """Has workers take tests in this way, whatever the words of the run say."""
    return SideBySide(config, log)

"""Fault 20: no memory at any stage of an import."""

import sys
from pathlib import Path

import pytest

from tests.faults.conftest import PEOPLE
from tests.faults.drill import child, copied, judge

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="prlimit is Linux's")

SMALLEST, STEP = 40, 16
"""Megabytes of address space, from too little to start to enough."""


def test_an_import_without_memory_is_whole_or_not_there(
    seed: Path, before: str, after: str, tmp_path: Path
) -> None:
    outcomes: list[int] = []
    for count in range(7):
        folder = copied(seed, tmp_path / f"book{count}")
        limit = (SMALLEST + STEP * count) * 1024 * 1024
        ended = child("import", folder, PEOPLE, before=("prlimit", f"--as={limit}"))
        assert ended.status >= 0, "ended by a signal"
        found = judge(folder, {before, after})
        assert (found == after) or ended.status != 0
        outcomes.append(ended.status)
    assert 0 in outcomes, "never enough"
    assert any(outcomes), "always enough"

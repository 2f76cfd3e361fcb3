import os
from pathlib import Path

import pytest

from tests import in_memory
from tests.in_memory import has_room, keep_files_in_memory

pytestmark = pytest.mark.skipif(os.name != "posix", reason="other systems have no such folder")


def test_a_folder_that_is_not_there_has_no_room(tmp_path: Path) -> None:
    assert not has_room(tmp_path / "missing")


def test_a_folder_with_too_little_has_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_memory, "PLENTY", 0)
    assert has_room(tmp_path)
    monkeypatch.setattr(in_memory, "PLENTY", 1 << 60)
    assert not has_room(tmp_path)


def test_whoever_says_where_files_are_to_be_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_DEBUG_TEMPROOT", "/elsewhere")
    keep_files_in_memory()
    assert os.environ["PYTEST_DEBUG_TEMPROOT"] == "/elsewhere"

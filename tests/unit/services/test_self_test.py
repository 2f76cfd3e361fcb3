import tempfile
from pathlib import Path

import pytest

from relate_desktop.services import self_test
from relate_desktop.services.self_test import check_parts
from tests.clock import a_clock


def test_every_part_works_here_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "home"))
    before = sorted((tmp_path / "home").iterdir())
    found = check_parts(a_clock())
    assert {part: problem for part, problem in found.items() if problem is not None} == {}
    assert found.keys() == {"resources", "keyring", "book", "import", "search", "history", "export", "health"}
    assert sorted((tmp_path / "home").iterdir()) == before


def test_a_part_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "resources_folder", lambda: tmp_path)
    found = check_parts(a_clock())
    assert "sample/people.vcf" in str(found["resources"])
    assert found["import"] is None

from pathlib import Path

import pytest

from relate_desktop.services.recent_use import FILE_NAME, KEPT, RecentUse


def test_what_was_used_last_comes_first_and_only_once(tmp_path: Path) -> None:
    recent = RecentUse(tmp_path)
    for key in ("people/1", "people/2", "do/jot", "people/1"):
        recent.used(key)
    assert recent.beginning("people/") == ["1", "2"]
    assert recent.beginning("do/") == ["jot"]


def test_it_is_there_after_the_next_start(tmp_path: Path) -> None:
    recent = RecentUse(tmp_path)
    recent.used("people/7")
    recent.keep()
    assert RecentUse(tmp_path).beginning("people/") == ["7"]


def test_it_forgets_the_oldest(tmp_path: Path) -> None:
    recent = RecentUse(tmp_path)
    for number in range(KEPT + 5):
        recent.used(f"people/{number}")
    assert len(recent.beginning("people/")) == KEPT
    assert recent.beginning("people/")[0] == str(KEPT + 4)


def test_nothing_is_written_while_nothing_was_used(tmp_path: Path) -> None:
    RecentUse(tmp_path).keep()
    assert not (tmp_path / FILE_NAME).exists()


@pytest.mark.parametrize("content", [b"", b"{}", b"[1, 2]", b"\xff\xfe", b"[" * 30_000])
def test_a_file_that_is_not_ours_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    recent = RecentUse(tmp_path)
    assert recent.beginning("") == []
    recent.used("people/1")
    recent.keep()
    assert RecentUse(tmp_path).beginning("") == ["people/1"]

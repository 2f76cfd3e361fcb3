from pathlib import Path

from relate_desktop.storage.state import NAME, CommitMirror


def test_the_first_commit_is_mirrored_at_once_and_the_next_at_the_end(tmp_path: Path) -> None:
    mirror = CommitMirror(tmp_path)
    mirror.committed(7, "then")
    assert CommitMirror(tmp_path).read() == (7, "then")
    mirror.committed(8, "later")
    assert CommitMirror(tmp_path).read() == (7, "then")
    mirror.flush()
    assert CommitMirror(tmp_path).read() == (8, "later")


def test_it_is_its_owners_alone_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    mirror = CommitMirror(tmp_path)
    mirror.committed(1, "then")
    assert [path.name for path in tmp_path.glob("*.json*")] == [NAME]
    assert (tmp_path / NAME).stat().st_mode & 0o077 == 0


def test_an_illegible_mirror_says_nothing(tmp_path: Path) -> None:
    for content in (b"", b"[]", b"\xff", b'{"commits": "many"}'):
        (tmp_path / NAME).write_bytes(content)
        assert CommitMirror(tmp_path).read() == (0, "")


def test_a_folder_that_is_gone_does_not_spoil_the_commit(tmp_path: Path) -> None:
    mirror = CommitMirror(tmp_path / "gone")
    mirror.committed(1, "then")
    assert mirror.read() == (0, "")

"""What the system starts at login."""

import plistlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from relate_desktop.system.autostart import LoginEntry

ODD = ["/opt/a b/relate", "--book", '/home/x/My "book" $HOME `ls` 100% \\ ;', "agent"]


def an_entry(words: list[str] | None = None, book: str = "/home/x/book") -> LoginEntry:
    return LoginEntry(Path(book), words or [sys.executable, "-m", "relate_desktop", "agent"], "Reminders")


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.mark.usefixtures("linux")
class TestLinux:
    def test_the_entry_is_written_and_taken_away(self) -> None:
        entry = an_entry()
        assert not entry.there
        entry.write()
        entry.write()
        assert entry.there
        assert entry.path.parent == Path.home() / ".config" / "autostart"
        entry.remove()
        entry.remove()
        assert not entry.there

    def test_every_book_has_its_own(self) -> None:
        assert an_entry(book="/one").path != an_entry(book="/other").path

    def test_it_lies_where_the_desktop_looks(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "mine"))
        assert an_entry().path.parent == tmp_path / "mine" / "autostart"
        monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
        assert an_entry().path.parent == Path.home() / ".config" / "autostart"

    def test_its_command_means_what_was_given(self) -> None:
        entry = an_entry(ODD)
        entry.write()
        (line,) = (line for line in entry.path.read_text().splitlines() if line.startswith("Exec="))
        command = line.removeprefix("Exec=").replace("\\\\", "\\").replace("%%", "%")
        told = subprocess.run(
            ["sh", "-c", f"printf '%s\\0' {command}"], capture_output=True, text=True, check=True
        )
        assert told.stdout.split("\0")[:-1] == ODD

    def test_it_is_a_desktop_entry(self) -> None:
        if shutil.which("desktop-file-validate") is None:
            pytest.skip("no desktop-file-validate here (Debian: apt-get install desktop-file-utils)")
        entry = an_entry(ODD)
        entry.write()
        done = subprocess.run(
            ["desktop-file-validate", str(entry.path)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (0, "")

    def test_a_session_starts_it(self, tmp_path: Path) -> None:
        if shutil.which("dex") is None:
            pytest.skip("no dex here (Debian: apt-get install dex)")
        mark = tmp_path / "a mark"
        entry = an_entry(["/usr/bin/touch", str(mark)])
        entry.write()
        folder = str(entry.path.parent)
        subprocess.run(["dex", "--wait", "-a", "-s", folder], check=True, capture_output=True)
        assert mark.exists()


def test_a_mac_gets_a_launch_agent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    entry = an_entry(ODD)
    entry.write()
    assert entry.path.parent == Path.home() / "Library" / "LaunchAgents"
    kept = plistlib.loads(entry.path.read_bytes())
    assert kept["ProgramArguments"] == ODD
    assert kept["RunAtLoad"] is True
    entry.remove()
    assert not entry.there

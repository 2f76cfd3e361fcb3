"""What the system starts at login: one entry for each book, written and removed by the program.

Linux: a desktop entry in the user's autostart folder. macOS: a launch agent. Windows: a value of
the user's Run key. Only that of Linux has been run; the others are written from documentation.
"""

import hashlib
import os
import plistlib
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from relate_desktop.system.files import write_atomically

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_NOT_AS_IT_IS = re.compile(r"[^A-Za-z0-9_./:=@+-]")


class LoginEntry:
    """The entry that starts a command at login for one book; ``words`` are the whole command."""

    def __init__(self, book: Path, words: Sequence[str], comment: str = "") -> None:
        digest = hashlib.sha256(os.fsencode(book)).hexdigest()[:8]
        self._name = f"relate-desktop-{digest}"
        self._words, self._comment = list(words), comment

    @property
    def path(self) -> Path:
        """The entry's file; on Windows there is none."""
        if sys.platform == "darwin":
            return Path.home() / "Library" / "LaunchAgents" / f"{self._name}.plist"
        given = os.environ.get("XDG_CONFIG_HOME", "")
        folder = Path(given) if Path(given).is_absolute() else Path.home() / ".config"
        return folder / "autostart" / f"{self._name}.desktop"

    @property
    def there(self) -> bool:
        """Whether the system will start it."""
        if sys.platform == "win32":
            return _has_value(self._name)
        return self.path.is_file()

    def write(self) -> None:
        """Makes the entry, or makes it anew. Raises OSError."""
        if sys.platform == "win32":
            _set_value(self._name, subprocess.list2cmdline(self._words))
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        content = self._launch_agent() if sys.platform == "darwin" else self._desktop_entry()
        write_atomically(self.path, content)

    def remove(self) -> None:
        """Takes the entry away; no error when there is none. Raises OSError."""
        if sys.platform == "win32":
            _drop_value(self._name)
        else:
            self.path.unlink(missing_ok=True)

    def _desktop_entry(self) -> bytes:
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            "Name=Relate",
            f"Comment={_in_entry(self._comment)}",
            f"Exec={_in_entry(' '.join(map(_quoted, self._words)))}",
            f"TryExec={_in_entry(self._words[0])}",
            "Icon=relate-desktop",
            "Terminal=false",
            "StartupNotify=false",
            "NoDisplay=true",
        ]
        return "\n".join((*lines, "")).encode("utf-8", "surrogateescape")

    def _launch_agent(self) -> bytes:
        return plistlib.dumps(
            {
                "Label": self._name,
                "ProgramArguments": self._words,
                "RunAtLoad": True,
                "ProcessType": "Background",
                "LimitLoadToSessionType": "Aqua",
            }
        )


def _quoted(word: str) -> str:
    """A word of a desktop entry's command line (Desktop Entry Specification, the Exec key)."""
    word = word.replace("%", "%%")
    if word and not _NOT_AS_IT_IS.search(word.replace("%", "")):
        return word
    return '"' + re.sub(r'(["`$\\])', r"\\\1", word) + '"'


def _in_entry(text: str) -> str:
    """A text as a value of a desktop entry, on one line."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


if sys.platform == "win32":
    import winreg

    def _set_value(name: str, command: str) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            winreg.SetValueEx(key, name, 0, winreg.REG_SZ, command)

    def _has_value(name: str) -> bool:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                return bool(winreg.QueryValueEx(key, name)[0])
        except FileNotFoundError:
            return False

    def _drop_value(name: str) -> None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, name)
        except FileNotFoundError:
            return

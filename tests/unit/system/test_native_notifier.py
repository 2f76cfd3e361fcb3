"""Pop-ups of Windows and macOS; on Linux the library they need is not installed."""

import pytest

from relate_desktop.system.native_notifier import NativeNotifier
from relate_desktop.system.notices import Button, Notice, Shown


def test_ends_without_having_begun() -> None:
    NativeNotifier(lambda _key, _button: None).close()


def test_shows_or_says_why_not() -> None:
    pytest.importorskip("desktop_notifier", reason="desktop-notifier is for Windows and macOS")
    notifier = NativeNotifier(lambda _key, _button: None)
    try:
        assert notifier.show(Notice("one", "Relate", "A try.", (Button("done", "Done"),))) in set(Shown)
        notifier.withdraw("one")
    finally:
        notifier.close()

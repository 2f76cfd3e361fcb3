"""Which notifier a system gets."""

import sys

import pytest

from relate_desktop.system.freedesktop_notifier import FreedesktopNotifier
from relate_desktop.system.native_notifier import NativeNotifier
from relate_desktop.system.notifications import system_notifier


@pytest.mark.parametrize(
    ("system", "expected"),
    [("linux", FreedesktopNotifier), ("win32", NativeNotifier), ("darwin", NativeNotifier)],
)
def test_every_system_has_its_notifier(
    system: str, expected: type[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    notifier = system_notifier(lambda _key, _button: None)
    assert isinstance(notifier, expected)
    notifier.close()

"""The face that every notifier has."""

import pytest

from relate_desktop.system.freedesktop_notifier import FreedesktopNotifier
from relate_desktop.system.native_notifier import NativeNotifier
from relate_desktop.system.notices import NOTHING, Answered, Notice, Notifier


@pytest.mark.parametrize("make", [FreedesktopNotifier, NativeNotifier])
def test_whoever_shows_pop_ups_can_be_asked_the_same(
    make: type[FreedesktopNotifier | NativeNotifier],
) -> None:
    answered: Answered = lambda _key, _button: None  # noqa: E731 - typed on purpose
    notifier: Notifier = make(answered)
    notifier.close()


def test_a_notice_needs_no_buttons_and_goes_by_itself() -> None:
    notice = Notice("try", "Title", "Body")
    assert (notice.buttons, notice.stays, notice.sound) == ((), False, False)
    assert not NOTHING.working

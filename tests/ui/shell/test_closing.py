from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from relate_desktop.services.preferences import KeepRunning
from relate_desktop.ui.shell.closing import Closing, Ending, ending
from relate_desktop.ui.shell.tray import Tray
from tests.ui.window import Desk, a_desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class ATray(Tray):
    """A tray on a desktop that has one, or had one."""

    there = True

    @classmethod
    def available(cls) -> bool:
        return cls.there

    def appear(self) -> None:
        """Nothing to be drawn: this screen has no place for it."""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, "Ada Lovelace") as desk:
        yield desk


@pytest.mark.parametrize(
    ("keep", "tray", "end"),
    [
        (KeepRunning.ASK, True, Ending.ASK),
        (KeepRunning.YES, True, Ending.HIDE),
        (KeepRunning.NO, True, Ending.QUIT),
        (KeepRunning.ASK, False, Ending.QUIT),
        (KeepRunning.YES, False, Ending.QUIT),
        (KeepRunning.NO, False, Ending.QUIT),
    ],
)
def test_closing_follows_the_answer_and_never_hides_where_there_is_no_way_back(
    keep: KeepRunning, tray: bool, end: Ending
) -> None:
    assert ending(keep, tray=tray) is end


def with_tray(desk: Desk) -> Closing:
    """The window on a desktop with a tray."""
    closing = Closing(desk.window, desk.preferences, ATray(desk.window))
    desk.frame.closing = closing
    return closing


def test_the_first_closing_asks_and_remembers(desk: Desk, qtbot: QtBot) -> None:
    closing = with_tray(desk)
    assert not desk.window.close()
    assert desk.window.isVisible()
    question = closing.question
    assert question is not None
    assert question.isVisible()
    question.leave.click()
    assert not desk.window.isVisible()
    assert desk.preferences.current.keep_running is KeepRunning.NO


def test_kept_running_the_window_is_hidden_and_comes_back(desk: Desk, qtbot: QtBot) -> None:
    closing = with_tray(desk)
    desk.window.close()
    assert closing.question is not None
    with qtbot.assertNotEmitted(desk.window.closed):
        closing.question.keep.click()
    assert not desk.window.isVisible()
    assert desk.preferences.current.keep_running is KeepRunning.YES
    desk.window.come_to_front()
    assert desk.window.isVisible()


def test_escape_goes_back_to_the_window_and_asks_again(desk: Desk) -> None:
    closing = with_tray(desk)
    desk.window.close()
    question = closing.question
    assert question is not None
    question.close_overlay()
    assert desk.window.isVisible()
    assert desk.preferences.current.keep_running is KeepRunning.ASK
    desk.window.close()
    assert question.isVisible()
    question.close_overlay()


def test_a_tray_that_has_gone_meanwhile_ends_the_program(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_tray(desk)
    desk.preferences.change(keep_running=KeepRunning.YES)
    monkeypatch.setattr(ATray, "there", False)
    with qtbot.waitSignal(desk.window.closed):
        assert desk.window.close()


def test_quit_ends_the_program_whatever_closing_means(desk: Desk, qtbot: QtBot) -> None:
    with_tray(desk)
    desk.preferences.change(keep_running=KeepRunning.YES)
    with qtbot.waitSignal(desk.window.closed):
        desk.frame.menus.actions["quit"].trigger()


def test_what_is_hidden_keeps_its_drafts(desk: Desk) -> None:
    with_tray(desk)
    desk.preferences.change(keep_running=KeepRunning.YES)
    desk.window.resize(1010, 700)
    desk.window.close()
    desk.window.come_to_front()
    assert desk.window.width() == 1010

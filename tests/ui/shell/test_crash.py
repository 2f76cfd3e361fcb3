import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from relate_desktop.domain.errors import Cancelled
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.theme import Appearance, theme
from relate_desktop.ui.shell.crash import CrashReporter
from tests.clock import FixedClock


@pytest.fixture
def reporter(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Iterator[CrashReporter]:
    reporter = CrashReporter(tmp_path / "book", clock)
    yield reporter
    if reporter.notice is not None:
        reporter.notice.close()


def fault(secret: str) -> Exception:
    try:
        int(secret)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_bug_ends_in_a_notice_with_a_report(reporter: CrashReporter, qtbot: QtBot, tmp_path: Path) -> None:
    reporter.report(fault("Ada Lovelace, +44 20 7946 0018"))
    qtbot.waitUntil(lambda: reporter.notice is not None)
    assert reporter.notice is not None
    report = reporter.notice.report
    assert "ValueError" in report
    assert "Ada" not in report
    assert "7946" not in report
    (kept,) = (tmp_path / "book" / "logs").iterdir()
    assert kept.read_text(encoding="utf-8") == report


def test_the_report_can_be_copied(reporter: CrashReporter, qtbot: QtBot) -> None:
    reporter.report(fault("x"))
    qtbot.waitUntil(lambda: reporter.notice is not None)
    assert reporter.notice is not None
    reporter.notice._copy.click()
    assert QGuiApplication.clipboard().text() == reporter.notice.report


def test_bugs_of_other_threads_arrive_too(reporter: CrashReporter, qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: reporter.report(fault("x")))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reporter.notice is not None)


def test_the_same_bug_is_told_once(reporter: CrashReporter, qtbot: QtBot) -> None:
    for _ in range(3):
        reporter.report(fault("x"))
    qtbot.waitUntil(lambda: reporter.notice is not None)
    assert reporter.notice is not None
    reporter.notice.accept()
    qtbot.wait(20)
    assert reporter.notice is None


def test_stopping_is_no_bug(reporter: CrashReporter, qtbot: QtBot) -> None:
    reporter.report(Cancelled())
    qtbot.wait(20)
    assert reporter.notice is None


def test_what_a_slot_raises_is_told(
    reporter: CrashReporter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sys.excepthook
    reporter.install()
    sys.excepthook(ValueError, fault("x"), None)
    reporter.uninstall()
    assert sys.excepthook is before
    qtbot.waitUntil(lambda: reporter.notice is not None)


def test_a_folder_that_cannot_be_written_still_shows_the_notice(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "file").write_text("in the way")
    reporter = CrashReporter(tmp_path / "file", clock)
    reporter.report(fault("x"))
    qtbot.waitUntil(lambda: reporter.notice is not None)
    assert reporter.notice is not None
    QTimer.singleShot(0, reporter.notice.accept)
    qtbot.waitUntil(lambda: reporter.notice is None)


def test_large_text_leaves_room_for_every_button_of_the_notice(reporter: CrashReporter, qtbot: QtBot) -> None:
    theme().apply(Appearance(scheme="light", text_size=150))
    reporter.report(fault("x"))
    qtbot.waitUntil(lambda: reporter.notice is not None and reporter.notice.isVisible())
    assert reporter.notice is not None
    buttons = reporter.notice.findChildren(Button)
    assert len(buttons) == 3
    assert all(shown.width() >= shown.sizeHint().width() for shown in buttons)

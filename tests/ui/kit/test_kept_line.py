from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relate_desktop.services.drafts import DraftsService
from relate_desktop.services.jobs import InlineRunner
from relate_desktop.ui.kit.kept_line import KEPT_AFTER_MS, KeptLine
from relate_desktop.ui.kit.tinted_line import TintedLine
from relate_desktop.ui.kit.work import Work


@pytest.fixture
def line(qtbot: QtBot) -> TintedLine:
    line = TintedLine("jot.text", "Jot something down")
    qtbot.addWidget(line)
    line.show()
    return line


def kept(folder: Path) -> str:
    return DraftsService(folder).text("jot")


def watch(line: TintedLine, folder: Path) -> KeptLine:
    return KeptLine(line, DraftsService(folder), "jot", Work(InlineRunner(), line))


def test_what_is_typed_is_on_the_disk_within_two_seconds(
    line: TintedLine, tmp_path: Path, qtbot: QtBot
) -> None:
    watch(line, tmp_path)
    QTest.keyClicks(line, "Called Anna")
    qtbot.waitUntil(lambda: kept(tmp_path) == "Called Anna")
    assert KEPT_AFTER_MS <= 1_000, "and a disk may take a second more"


def test_it_stands_there_again_after_the_next_start(line: TintedLine, tmp_path: Path) -> None:
    drafts = DraftsService(tmp_path)
    drafts.put_text("jot", "Called Anna")
    drafts.keep()
    watch(line, tmp_path)
    assert line.text() == "Called Anna"


def test_what_was_written_down_is_forgotten(line: TintedLine, tmp_path: Path) -> None:
    watched = watch(line, tmp_path)
    QTest.keyClicks(line, "Called Anna")
    watched.keep()
    line.set_text("")
    watched.keep()
    assert kept(tmp_path) == ""


def test_an_end_keeps_what_was_typed_just_now(line: TintedLine, tmp_path: Path) -> None:
    watch(line, tmp_path)
    QTest.keyClicks(line, "Called")
    app = QCoreApplication.instance()
    assert app is not None
    app.aboutToQuit.emit()
    assert kept(tmp_path) == "Called"

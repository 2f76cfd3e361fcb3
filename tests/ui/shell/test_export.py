from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from relate_desktop.domain.exporting import ExportFormat
from relate_desktop.ui.shell.export import ENDINGS, PeopleExport
from tests.ui.window import Desk, a_desk


def an_export(desk: Desk) -> PeopleExport:
    (found,) = desk.window.findChildren(PeopleExport)
    return found


def test_every_format_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    assert ENDINGS.keys() == set(ExportFormat)
    with a_desk(tmp_path, "Ada Lovelace") as desk:
        desk.frame.menus.actions["export"].trigger()
        (dialog,) = desk.window.findChildren(QFileDialog)
        assert len(dialog.nameFilters()) == len(ExportFormat)
        assert dialog.accessibleName() == "Export people"
        dialog.reject()


def test_everybody_is_written_and_it_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path, "Ada Lovelace", "李雷") as desk:
        an_export(desk).write(tmp_path / "people.vcf", ExportFormat.VCARD4)
        text = desk.frame.snackbar.text
        qtbot.waitUntil(lambda: text.text().startswith("2 people exported"))
        written = (tmp_path / "people.vcf").read_text(encoding="utf-8")
        assert "FN:李雷" in written
        assert desk.frame.strip.isHidden()


def test_a_target_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path, "Ada Lovelace") as desk:
        told: list[object] = []
        an_export(desk)._work.failed.connect(told.append)
        an_export(desk).write(tmp_path / "no" / "such" / "people.vcf", ExportFormat.VCARD3)
        qtbot.waitUntil(lambda: bool(told))

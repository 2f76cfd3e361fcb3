from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from relate_desktop.services.jobs import JobRunner
from relate_desktop.ui.kit.person_picker import PersonPicker
from relate_desktop.ui.kit.work import Work
from tests.open_book import a_book, a_person

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_somebody_is_picked_by_the_beginning_of_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Anna Lindqvist", "ORG:Northlight"))
        annika = book.contacts.add(a_person("Annika Berg"))
        book.contacts.add(a_person("Ton van der Berg"))
        runner = JobRunner()
        work = Work(runner)
        host = QWidget()
        qtbot.addWidget(host)
        host.show()
        picker = PersonPicker("jot.pick", book.captures.whom, work, host)
        picker.open_at(QPoint(0, 0))
        assert not picker.results.isVisible()
        QTest.keyClicks(picker.field, "ann")
        qtbot.waitUntil(picker.results.isVisible)
        words = [entry.words for entry in picker.results.entries.entries]
        assert words == ["Anna Lindqvist · Northlight", "Annika Berg"]
        QTest.keyClick(picker.field, Qt.Key.Key_Down)
        with qtbot.waitSignal(picker.picked) as told:
            QTest.keyClick(picker.field, Qt.Key.Key_Return)
        assert told.args[0].id == annika
        assert not picker.isVisible()
        work.close()
        runner.close()

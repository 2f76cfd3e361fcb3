"""The room of reminders, once a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import JobRunner
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.reminders.page import RemindersRoom
from tests.clock import FixedClock
from tests.open_book import a_book, a_person
from tests.ui.reminders.table import NOW, Table


@pytest.fixture
def table(tmp_path: Path, qtbot: QtBot) -> Iterator[Table]:
    with a_book(tmp_path, FixedClock(NOW)) as book:
        anna = book.contacts.add(a_person("Anna Lindqvist", "NICKNAME:Anna", "ORG:Harbour Bakery"))
        runner = JobRunner()
        work, news = Work(runner), News()
        news.follow(book.listen)
        room = RemindersRoom(book, work, news)
        asked: list[Place] = []
        room.asked.connect(asked.append)
        room.asked.connect(lambda place: room.go(place) if place.room == "reminders" else None)
        qtbot.addWidget(room)
        room.resize(1064, 760)
        room.show()
        yield Table(room, book, anna, asked)
        news.stop()
        work.close()
        runner.close()

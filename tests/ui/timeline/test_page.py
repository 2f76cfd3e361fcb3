"""The room of everything that happened."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.place import Place
from relate_desktop.services.book import OpenBook
from relate_desktop.services.jobs import JobRunner
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.timeline.page import TimelineRoom
from tests.bare import bare
from tests.open_book import a_book, a_person


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        ada, ken = opened.contacts.add(a_person("Ada")), opened.contacts.add(a_person("Ken Sato"))
        opened.timeline.note([ada], "Likes jasmine tea", Happened(date(2026, 3, 3)))
        opened.timeline.log(
            [ken], InteractionKind.CALL, Direction.MINE, Happened(date(2026, 3, 5)), "About the presses"
        )
        yield opened


@pytest.fixture
def room(book: OpenBook, qtbot: QtBot) -> Iterator[TimelineRoom]:
    runner, news = JobRunner(), News()
    work = Work(runner)
    news.follow(book.listen)
    made = TimelineRoom(book, work, news)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.go(Place("timeline"))
    qtbot.waitUntil(lambda: made.timeline.model.rowCount() == 2)
    yield made
    news.stop()
    work.close()
    runner.close()


def titles(room: TimelineRoom) -> list[str]:
    model = room.timeline.model
    found = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    return [bare(one) for one in found]


def test_everybody_is_in_one_list(room: TimelineRoom) -> None:
    assert titles(room) == ["You called Ken Sato", "Note about Ada"]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("jasmine", ["Note about Ada"]),
        ("sato", ["You called Ken Sato"]),
        ("sato presses", ["You called Ken Sato"]),
        ("sato jasmine", []),
    ],
)
def test_words_leave_what_says_them_or_is_about_somebody_called_so(
    room: TimelineRoom, qtbot: QtBot, words: str, left: list[str]
) -> None:
    room.acts()["find"]()
    QTest.keyClicks(room.search, words)
    qtbot.waitUntil(lambda: titles(room) == left)
    assert room.timeline.empty.isVisible() is (not left)
    QTest.keyClick(room.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(room)) == 2)


def test_what_is_written_down_meanwhile_appears(room: TimelineRoom, book: OpenBook, qtbot: QtBot) -> None:
    book.timeline.note([ContactId(book.contacts.ids()[0])], "New", Happened(date(2026, 3, 10)))
    qtbot.waitUntil(lambda: len(titles(room)) == 3)


def test_the_menu_leads_to_those_who_took_part(room: TimelineRoom, qtbot: QtBot) -> None:
    row = room.timeline.list.row_at(room.timeline.model.index(0, 0))
    assert row is not None
    menu: QMenu = room.timeline.menu(row)
    first = menu.actions()[0]
    assert "Ken Sato" in first.text()
    with qtbot.waitSignal(room.asked) as asked:
        first.trigger()
    assert asked.args is not None
    assert asked.args[0].room == "people"
    menu.deleteLater()


def test_a_moment_in_the_users_words_is_told_as_a_sentence(
    room: TimelineRoom, book: OpenBook, qtbot: QtBot
) -> None:
    moves = Moment(DateKind.OTHER, PartialDate(2026, 3, 18), ContactId(2), "moves house", yearly=False)
    book.moments.add(moves)
    model = room.timeline.model
    qtbot.waitUntil(lambda: model.rowCount() > 0 and "moves" in str(model.index(0, 0).data()))
    assert (
        model.index(0, 0)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .startswith("\u2068Ken Sato\u2069: \u2068moves house\u2069, Wednesday")
    )

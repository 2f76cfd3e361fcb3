"""The list says when one was last in touch, and is ordered by it."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListView, QPushButton
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.place import Place
from relate_desktop.services.book import OpenBook
from tests.bare import bare
from tests.clock import START
from tests.open_book import a_person
from tests.ui.window import a_desk


def talked(book: OpenBook, contact: int, days_ago: int, direction: Direction = Direction.THEIRS) -> None:
    day = Happened(START.date() - timedelta(days=days_ago))
    book.timeline.log([ContactId(contact)], InteractionKind.MESSAGE, direction, day)


def spoken(view: QListView) -> list[str]:
    model = view.model()
    rows = range(model.rowCount())
    words = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]
    return [bare(text) for text in words]


def test_the_second_line_says_when_and_who_waits(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path / "book", "Ada", "Bob") as desk:
        desk.frame.navigator.go(Place("people"))
        view = desk.window.findChild(QListView, "people.list")
        assert isinstance(view, QListView)
        cyd = desk.book.contacts.add(a_person("Cyd", "ORG:Paper Crane"))
        talked(desk.book, cyd, 4)
        talked(desk.book, 1, 8, Direction.MINE)
        talked(desk.book, 2, 200, Direction.MINE)
        expected = [
            "Ada, Waiting for their reply · last week",
            "Bob, 6 months ago",
            "Cyd, Paper Crane · 4 days ago",
        ]
        qtbot.waitUntil(lambda: spoken(view) == expected)


def test_the_list_is_ordered_by_who_one_was_in_touch_with(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path / "book", "Ada", "Bob", "Cyd") as desk:
        desk.frame.navigator.go(Place("people"))
        view = desk.window.findChild(QListView, "people.list")
        button = desk.window.findChild(QPushButton, "people.sort")
        assert isinstance(view, QListView)
        assert isinstance(button, QPushButton)
        talked(desk.book, 3, 2)
        talked(desk.book, 2, 9)
        actions = {action.text(): action for action in button.menu().actions()}
        assert list(actions) == ["Last in touch", "Name", "Recently added", "Next reminder"]
        chosen = actions["Last in touch"]
        assert isinstance(chosen, QAction)
        chosen.trigger()
        qtbot.waitUntil(lambda: [words[:3] for words in spoken(view)] == ["Cyd", "Bob", "Ada"])
        talked(desk.book, 1, 0)
        qtbot.waitUntil(lambda: spoken(view)[0] == "Ada, Today")

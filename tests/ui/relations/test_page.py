"""Who knows whom: a picture walked with the keyboard, and a table that says the same."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.relations.page import RelationsRoom
from tests.bare import bare
from tests.open_book import a_person
from tests.ui.window import Desk, a_desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(tmp_path, "Robin") as opened:
        yield opened


def related(desk: Desk) -> list[ContactId]:
    """Ada with her father, a colleague of hers, and somebody behind the colleague."""
    book = desk.book
    people = [book.contacts.add(a_person(name)) for name in ("Ada", "Byron", "Charles", "Mary")]
    book.relations.relate(people[0], people[1], "father")
    book.relations.relate(people[0], people[2], "colleague")
    book.relations.relate(people[2], people[3], "friend")
    return people


def room(desk: Desk, qtbot: QtBot, contact: ContactId) -> RelationsRoom:
    desk.frame.navigator.go(Place("relations", str(contact)))
    found = desk.frame.navigator.room
    assert isinstance(found, RelationsRoom)
    qtbot.waitUntil(lambda: found.graph.current is not None)
    return found


def rows(page: RelationsRoom) -> list[list[str]]:
    model = page.table.people
    return [[str(model.index(row, column).data()) for column in range(3)] for row in range(model.rowCount())]


def test_picture_and_table_say_the_same(desk: Desk, qtbot: QtBot) -> None:
    people = related(desk)
    page = room(desk, qtbot, people[0])
    assert [[bare(cell) for cell in row] for row in rows(page)] == [
        ["Byron", "father", ""],
        ["Charles", "colleague", ""],
        ["Mary", "friend", "over Charles"],
    ]
    assert bare(page.graph.accessibleName()) == "Who knows whom around Ada"
    assert bare(page.summary.text()) == "Three people, the nearest in the middle."
    places = [page.graph.place_of(one) for one in people]
    assert all(page.graph.rect().contains(place.toRect()) for place in places)
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_the_keyboard_walks_opens_and_puts_into_the_middle(desk: Desk, qtbot: QtBot) -> None:
    people = related(desk)
    page = room(desk, qtbot, people[0])
    page.graph.setFocus()
    seen = {page.graph.current}
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(page.graph, key)
        seen.add(page.graph.current)
    assert len(seen) >= 3
    QTest.keyClick(page.graph, Qt.Key.Key_Home)
    assert page.graph.current == people[0]
    page.graph.go_to(people[3])
    assert bare(page.graph.accessibleDescription()) == "Mary, friend, over Charles"
    assert page.table.currentIndex().row() == 2
    QTest.keyClick(page.graph, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Mary" in page.heading.text())
    with qtbot.waitSignal(page.asked) as asked:
        QTest.keyClick(page.graph, Qt.Key.Key_Return)
    assert asked.args == [Place.person(people[3])]


def test_the_table_leads_the_picture_and_opens(desk: Desk, qtbot: QtBot) -> None:
    people = related(desk)
    page = room(desk, qtbot, people[0])
    page.table.setCurrentIndex(page.table.people.index(1, 0))
    assert page.graph.current == people[2]
    with qtbot.waitSignal(page.asked) as asked:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == [Place.person(people[2])]


def test_a_click_chooses_and_the_picture_grows_and_moves(desk: Desk, qtbot: QtBot) -> None:
    people = related(desk)
    page = room(desk, qtbot, people[0])
    QTest.mouseClick(
        page.graph, Qt.MouseButton.LeftButton, pos=page.graph.place_of(people[1]).center().toPoint()
    )
    assert page.graph.current == people[1]
    before = page.graph.scale
    QTest.keyClick(page.graph, Qt.Key.Key_Plus)
    assert page.graph.scale > before
    QTest.keyClick(page.graph, Qt.Key.Key_0)
    assert page.graph.scale == before
    place = page.graph.place_of(people[0]).topLeft()
    QTest.mousePress(page.graph, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    QTest.mouseMove(page.graph, QPoint(43, 23))
    QTest.mouseRelease(page.graph, Qt.MouseButton.LeftButton, pos=QPoint(43, 23))
    moved = page.graph.place_of(people[0]).topLeft() - place
    assert (round(moved.x()), round(moved.y())) == (40, 20)


def test_it_follows_what_is_noted_meanwhile(desk: Desk, qtbot: QtBot) -> None:
    people = related(desk)
    page = room(desk, qtbot, people[0])
    desk.book.relations.relate(people[1], people[3], "friend")
    qtbot.waitUntil(lambda: page.graph._graph is not None and len(page.graph._graph.ties) == 4)
    desk.book.contacts.trash([people[0]])
    desk.book.contacts.forget([people[0]])
    qtbot.waitUntil(lambda: not page.regions()[0].isHidden() and page.regions() == [page])


def test_who_stands_alone_is_offered_a_first_relation(desk: Desk, qtbot: QtBot) -> None:
    page = room(desk, qtbot, ContactId(1))
    qtbot.waitUntil(page.add.isVisible)
    with qtbot.waitSignal(page.asked) as asked:
        page.add.click()
    assert asked.args == [Place("people", "1/relations")]


def test_with_large_text_the_table_stands_under_the_picture(desk: Desk, qtbot: QtBot) -> None:
    people = related(desk)
    page = room(desk, qtbot, people[0])
    desk.window.resize(1280, 800)
    qtbot.waitUntil(lambda: page.table.mapTo(page, QPoint()).x() > page.graph.width())
    theme().apply(replace(theme().appearance, text_size=150))
    qtbot.waitUntil(lambda: page.table.mapTo(page, QPoint()).x() < page.graph.width())
    assert page.table.mapTo(page, QPoint()).y() > page.graph.height()

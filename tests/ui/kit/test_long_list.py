"""Lists whose rows are of different heights, and pages around them."""

import pytest
from PySide6.QtCore import QPoint, QSize, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from relate_desktop.ui.kit.long_list import LongList
from relate_desktop.ui.kit.long_page import LongPage
from relate_desktop.ui.kit.row_heights import RowHeights

MANY = 100_000


class Stairs(QStyledItemDelegate):
    """Rows that say how high they are; remembers which were asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[int] = set()

    def sizeHint(self, _option: QStyleOptionViewItem, index: object) -> QSize:  # noqa: N802
        self.asked.add(index.row())  # type: ignore[attr-defined]
        return QSize(100, 40 + 30 * (index.row() % 4))  # type: ignore[attr-defined]


def a_list() -> tuple[LongList, Stairs]:
    view, look = LongList("stairs", "Stairs"), Stairs()
    look.setParent(view)
    view.setItemDelegate(look)
    view.setModel(QStringListModel([str(number) for number in range(MANY)], view))
    return view, look


@pytest.fixture
def stairs(qtbot: QtBot) -> tuple[LongList, Stairs]:
    view, look = a_list()
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.show()
    qtbot.waitExposed(view)
    return view, look


def test_only_rows_that_are_seen_are_measured(stairs: tuple[LongList, Stairs]) -> None:
    _view, look = stairs
    assert 0 < len(look.asked) < 20


def test_the_end_is_reached_at_once_and_nothing_lies_behind_it(stairs: tuple[LongList, Stairs]) -> None:
    view, look = stairs
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == MANY - 1
    assert view.visualRect(view.currentIndex()).bottom() == view.viewport().height() - 1
    assert len(look.asked) < 60


def test_what_is_seen_stays_when_rows_above_turn_out_higher(stairs: tuple[LongList, Stairs]) -> None:
    view, _look = stairs
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    row, _hidden = view.place()
    below = view.visualRect(view.model().index(row + 2, 0)).top()
    bar.setValue(bar.value() - 10)
    assert view.visualRect(view.model().index(row + 2, 0)).top() == below + 10


def test_a_point_is_in_the_row_that_is_drawn_there(stairs: tuple[LongList, Stairs]) -> None:
    view, _look = stairs
    view.verticalScrollBar().setValue(333)
    for y in range(0, 400, 7):
        index = view.indexAt(QPoint(10, y))
        assert view.visualRect(index).contains(QPoint(10, y))


def test_keys_move_a_row_or_a_page(stairs: tuple[LongList, Stairs]) -> None:
    view, _look = stairs
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    page = view.currentIndex().row()
    assert 4 <= page <= 8
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0
    assert view.verticalOffset() == 0


def test_shift_and_arrow_choose_several(stairs: tuple[LongList, Stairs]) -> None:
    view, _look = stairs
    view.setSelectionMode(LongList.SelectionMode.ExtendedSelection)
    view.setCurrentIndex(view.model().index(2, 0))
    for _press in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert sorted(index.row() for index in view.selectionModel().selectedIndexes()) == [2, 3, 4]


def test_another_width_measures_anew_and_keeps_the_place(stairs: tuple[LongList, Stairs]) -> None:
    view, look = stairs
    view.verticalScrollBar().setValue(5_000)
    row, _hidden = view.place()
    look.asked.clear()
    view.resize(200, 400)
    assert row in look.asked
    assert abs(view.place()[0] - row) <= 1


def test_heights_add_up_whatever_is_measured() -> None:
    heights = RowHeights(50)
    heights.grow(3_000)
    heights.set(0, 10)
    heights.set(1_700, 90)
    heights.set(1_700, 70)
    assert heights.total == 3_000 * 50 - 40 + 20
    assert heights.top(1) == 10
    assert heights.top(2_000) == 2_000 * 50 - 40 + 20
    for row in (0, 1, 511, 512, 1_700, 1_701, 2_999):
        assert heights.row_at(heights.top(row)) == row
        assert heights.row_at(heights.top(row) + heights.height(row) - 1) == row
    heights.forget(0, 2_999)
    assert heights.total == 150_000
    assert heights.row_at(10**9) == 2_999


@pytest.fixture
def page(qtbot: QtBot) -> LongPage:
    made = LongPage("long", "Long", a_list()[0])
    qtbot.addWidget(made)
    made.head.addWidget(QPushButton("above"))
    made.resize(300, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_head_scrolls_away_with_the_rows(page: LongPage) -> None:
    high = page.above.height()
    assert high > 20
    assert page.view.visualRect(page.view.model().index(0, 0)).top() == high
    page.view.verticalScrollBar().setValue(30)
    assert page.above.y() == -30


def test_the_foot_follows_the_last_row(page: LongPage, qtbot: QtBot) -> None:
    foot = QWidget()
    QVBoxLayout(foot).addWidget(QLabel("below"))
    page.set_foot(foot)
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: foot.geometry().bottom() == page.height() - 1)
    page.set_foot(None)
    assert bar.maximum() < bar.value() + foot.height()


def test_what_gets_the_focus_comes_into_sight(page: LongPage, qtbot: QtBot) -> None:
    page.view.verticalScrollBar().setValue(2_000)
    button = page.above.findChild(QPushButton)
    assert button is not None
    page.activateWindow()
    button.setFocus()
    qtbot.waitUntil(lambda: page.above.y() + button.y() >= 0)


def test_a_widget_takes_the_place_of_a_row(page: LongPage, qtbot: QtBot) -> None:
    fields = QWidget()
    QVBoxLayout(fields).addWidget(QLabel("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten"))
    page.lay_over(2, fields)
    row = page.view.visualRect(page.view.model().index(2, 0))
    qtbot.waitUntil(lambda: fields.geometry().size() == row.size())
    assert row.height() > 100
    page.take_off()
    page.view.scrollTo(page.view.model().index(2, 0))
    assert page.view.visualRect(page.view.model().index(2, 0)).height() == 100
    fields.deleteLater()
